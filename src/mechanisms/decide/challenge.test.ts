import { describe, expect, it } from 'vitest';
import { chanceOf, expectedUtility, median, riskExponents, weightedMean, type Actor } from './challenge.ts';

/** The ten states and the emission standards of the published example (literature 8.2, T16). */
const emissions: readonly Actor[] = (
  [
    ['NL', 4, 0.08, 0.8],
    ['BE', 7, 0.08, 0.4],
    ['LU', 4, 0.03, 0.2],
    ['DE', 4, 0.16, 0.8],
    ['FR', 10, 0.16, 0.6],
    ['IT', 10, 0.16, 0.6],
    ['UK', 10, 0.16, 0.9],
    ['IE', 7, 0.05, 0.1],
    ['DK', 4, 0.05, 1],
    ['GR', 7, 0.08, 0.7],
  ] as const
).map(([name, position, capability, salience01]) => ({ name, position, capability, salience01 }));
const of = (name: string) => emissions.findIndex((actor) => actor.name === name);

describe('the published example of ten states', () => {
  it('has the weighted mean and the median that were published', () => {
    expect(weightedMean(emissions)).toBeCloseTo(7.38996, 5);
    expect(median(emissions)).toBe(7);
  });

  it('has the least and the most cautious state that were published, and twins alike', () => {
    const risk = riskExponents(emissions);
    expect(risk[of('LU')]).toBeCloseTo(0.5, 12);
    expect(risk[of('UK')]).toBeCloseTo(2, 12);
    expect(risk[of('NL')]).toBeCloseTo(risk[of('DE')]!, 12);
    expect(risk[of('FR')]).toBeCloseTo(risk[of('IT')]!, 12);
    // published 1.1272 and 1.0779; the weight of the status quo is not stated there (docs/mechanisms/decide.md)
    expect(Math.abs(risk[of('DE')]! - 1.1272)).toBeLessThan(0.02);
    expect(Math.abs(risk[of('FR')]! - 1.0779)).toBeLessThan(0.07);
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
    expect(chanceOf(emissions, 0, 4) + chanceOf(emissions, 4, 0)).toBeCloseTo(1, 12);
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
