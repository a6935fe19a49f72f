import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { bonnasseGahot } from './bonnasse-gahot.ts';
import { firstGrowthPerDay, frontSpeed, leadingInfluence, left01, peak01, stocksLeft } from './closed-forms.ts';
import { outbreak, run, type Country } from './model.ts';
import { plane, powerOfDistance, row } from './towns.ts';
import { rankCorrelation, waveOf } from './wave.ts';

/** Three towns that do not weigh alike on one another. */
const lopsided: Country = {
  towns: 3,
  weights: new Float64Array([1, 0.5, 0.1, 0, 1, 0.4, 0.2, 0, 1]),
  stock: new Float64Array([100, 50, 80]),
  joinPerDay: 0.006,
  leavePerDay: 0.3,
};
const active = [5, 0, 1];

const apart = (country: Country, left: ArrayLike<number>) =>
  Math.max(...Array.from(stocksLeft(country, active), (expected, k) => Math.abs(expected - left[k]!) / country.stock[k]!));

describe('bonnasse-gahot', () => {
  everyTargetIsHeld(bonnasseGahot);

  it('nobody is lost: who is active or ready now was so before, or has gone home', () => {
    const riot = outbreak(lopsided, active);
    const before = riot.reduce((sum, value) => sum + value, 0);
    let [gone, last] = [0, NaN];
    run(lopsided, riot, 60, 0.01, () => {
      const now = lopsided.leavePerDay * (riot[0]! + riot[1]! + riot[2]!);
      if (!Number.isNaN(last)) gone += (0.01 * (last + now)) / 2;
      last = now;
    });
    expect(riot.reduce((sum, value) => sum + value, 0) + gone).toBeCloseTo(before, 3);
  });

  it('the final relation notices towns that feel others the wrong way round, and joining five in a hundred faster', () => {
    const { left } = waveOf(lopsided, active, 300, 0.1);
    expect(apart(lopsided, left)).toBeLessThan(1e-6);
    const turned = { ...lopsided, weights: Float64Array.from({ length: 9 }, (_, i) => lopsided.weights[3 * (i % 3) + Math.floor(i / 3)]!) };
    expect(apart(turned, left)).toBeGreaterThan(0.01);
    expect(apart({ ...lopsided, joinPerDay: 1.05 * lopsided.joinPerDay }, left)).toBeGreaterThan(0.01);
  });

  it('one town: running it gives what the closed forms say, for any R and start', () => {
    fc.assert(
      fc.property(fc.double({ min: 1.2, max: 5, noNaN: true }), fc.double({ min: 0.001, max: 0.2, noNaN: true }), (R, active01) => {
        const country = { towns: 1, weights: new Float64Array([1]), stock: new Float64Array([1]), joinPerDay: R * 0.3, leavePerDay: 0.3 };
        const wave = waveOf(country, [active01], 400, 0.05);
        expect(wave.left[0]).toBeCloseTo(left01({ R, active01 }), 6);
        expect(wave.mostActive[0]).toBeCloseTo(peak01({ R, active01 }), 3);
        expect(stocksLeft(country, [active01])[0]).toBeCloseTo(left01({ R, active01 }), 9);
      }),
      { numRuns: 30 },
    );
  });

  it('two equal towns grow as one of their joint weight', () => {
    const pair = { towns: 2, weights: new Float64Array([1, 0.5, 0.5, 1]), stock: new Float64Array([10, 10]), joinPerDay: 0.1, leavePerDay: 0.3 };
    expect(leadingInfluence(pair).size).toBeCloseTo(15, 9);
    expect(firstGrowthPerDay(pair)).toBeCloseTo(1.2, 9);
  });

  it('the front moves at the smallest of the speeds the equations allow, faster when people join faster', () => {
    const slow = frontSpeed(row(10, 4, 5, 1.5, 0.3).row);
    const fast = frontSpeed(row(10, 4, 5, 2.5, 0.3).row);
    expect(fast.kmPerDay).toBeGreaterThan(1.5 * slow.kmPerDay);
    expect(slow.perKm).toBeGreaterThan(0);
    expect(fast.perKm).toBeLessThan(0.2);
  });

  it('a plane weighs alike both ways, and home for one', () => {
    const { country, kmFromStart, start } = plane(3, 20, 80, powerOfDistance(8, 0.67), 2.5, 0.3);
    for (let k = 0; k < 20; k++) for (let j = 0; j < 20; j++) expect(country.weights[20 * k + j]).toBe(k === j ? 1 : country.weights[20 * j + k]);
    expect(kmFromStart[start]).toBe(0);
    expect(firstGrowthPerDay(country)).toBeCloseTo(0.45, 9);
  });
});

describe('rank correlation', () => {
  it('shares ranks among equals and knows order only', () => {
    expect(rankCorrelation([1, 2, 3, 4], [10, 100, 1000, 10_000])).toBe(1);
    expect(rankCorrelation([1, 2, 3, 4], [4, 3, 2, 1])).toBe(-1);
    // by hand: ranks 0 1.5 1.5 3 against 0 1 2 3
    expect(rankCorrelation([1, 2, 2, 3], [1, 2, 3, 4])).toBeCloseTo(4.5 / Math.sqrt(4.5 * 5), 12);
    expect(rankCorrelation([1, 1, 1], [1, 2, 3])).toBe(0);
  });
});
