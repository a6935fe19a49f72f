import { describe, expect, it } from 'vitest';
import { chanceOf, expectedUtility, median, riskExponents, votes, weightedMean, type Actor } from './challenge.ts';

/** Five with a say, no two alike. */
const five: readonly Actor[] = [
  { name: 'p', position: 4, capability: 0.08, salience01: 0.8 },
  { name: 'q', position: 7, capability: 0.08, salience01: 0.4 },
  { name: 'r', position: 4, capability: 0.03, salience01: 0.2 },
  { name: 's', position: 10, capability: 0.16, salience01: 0.9 },
  { name: 't', position: 8, capability: 0.05, salience01: 1 },
];

describe('who has a say', () => {
  // the ten states of the published example, with all its numbers, are in classics/expected-utility
  it('settles on the position that loses no vote, beside the weighted mean', () => {
    const weights = five.map(({ capability, salience01 }) => capability * salience01);
    const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
    expect(weightedMean(five)).toBeCloseTo(sum(five.map(({ position }, k) => position * weights[k]!)) / sum(weights), 12);
    expect(median(five)).toBe(8);
    for (const { position } of five) expect(votes(five, position, median(five))).toBeLessThanOrEqual(0);
  });

  it('is the more cautious the less it is threatened, from 1/2 to 2', () => {
    const risk = riskExponents(five);
    expect(Math.min(...risk)).toBeCloseTo(0.5, 12);
    expect(Math.max(...risk)).toBeCloseTo(2, 12);
    // whoever stands where nobody else stands and cares most is the safest, whoever cares least the most exposed
    expect(five[risk.indexOf(Math.max(...risk))]!.name).toBe('t');
    expect(five[risk.indexOf(Math.min(...risk))]!.name).toBe('r');
    expect(riskExponents([five[0]!, five[0]!])).toEqual([1, 1]);
  });
});

describe('a challenge', () => {
  const two: readonly Actor[] = [
    { name: 'a', position: 1, capability: 3, salience01: 1 },
    { name: 'b', position: 0, capability: 1, salience01: 1 },
  ];

  it('is won by weight, and the two chances sum to one', () => {
    expect(chanceOf(two, 0, 1)).toBe(0.75);
    expect(chanceOf(two, 0, 1) + chanceOf(two, 1, 0)).toBe(1);
    expect(chanceOf(five, 0, 3) + chanceOf(five, 3, 0)).toBeCloseTo(1, 12);
  });

  it('of everything against nothing is worth it above even odds, and free where nobody resists', () => {
    expect(expectedUtility(two, 0, 1, 1, 0.5)).toBeCloseTo(0, 12);
    expect(expectedUtility(two, 0, 1, 1, 0.75)).toBeCloseTo(1, 12);
    const idle = [two[0]!, { ...two[1]!, salience01: 0 }];
    expect(expectedUtility(idle, 0, 1, 1, 0)).toBeCloseTo(2, 12);
  });

  it('is worth more to who seeks risk', () => {
    const worth = (risk: number) => expectedUtility(two, 0, 1, risk, 0.5);
    expect(worth(0.5)).toBeGreaterThan(worth(1));
    expect(worth(1)).toBeGreaterThan(worth(2));
  });
});
