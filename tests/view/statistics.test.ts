import { describe, expect, test } from 'vitest';
import { ordered, pairedDifference, pairedShareDifference, quantile, ruleOfThree, spreadOf, wilson, z95 } from '../../src/view/statistics.ts';

describe('quantiles are of type R-7', () => {
  test.each([
    [[1, 2, 3, 4], 0.25, 1.75],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.05, 1.45],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95, 9.55],
    [[7], 0.9, 7],
    [[1, 3], 0.5, 2],
  ])('%j at %d', (values, share, expected) => expect(quantile(values, share)).toBeCloseTo(expected, 12));

  test('what did not happen is left out and counted', () => {
    const spread = spreadOf([Number.NaN, 3, 1, 2]);
    expect(spread.median).toBe(2);
    expect(spread.count).toBe(3);
    expect(ordered(new Float32Array([2, 1]))).toEqual([1, 2]);
    expect(spreadOf([]).median).toBeNaN();
  });
});

describe('intervals of probabilities', () => {
  // Newcombe 1998, Statistics in Medicine 17:857-872, table I, method 3 (95 %)
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson %d of %d', (events, trials, low, high) => {
    const interval = wilson(events, trials, z95);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  test('Wilson keeps inside [0,1] and mirrors', () => {
    for (const n of [1, 5, 40]) {
      for (let k = 0; k <= n; k++) {
        const a = wilson(k, n);
        const b = wilson(n - k, n);
        expect(a.low).toBeGreaterThanOrEqual(0);
        expect(a.high).toBeLessThanOrEqual(1);
        expect(a.low).toBeCloseTo(1 - b.high, 12);
      }
    }
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  // Hanley & Lippman-Hand 1983: none of 14 leaves up to 21 % by 3/n
  test('rule of three', () => {
    expect(ruleOfThree(14)).toBeCloseTo(0.2143, 4);
    expect(ruleOfThree(100)).toBe(0.03);
    expect(ruleOfThree(2)).toBe(1);
    const exact = 1 - 0.05 ** (1 / 300);
    expect(ruleOfThree(300)).toBeGreaterThan(exact);
    expect(ruleOfThree(300) - exact).toBeLessThan(0.0002);
  });
});

describe('differences within pairs', () => {
  test('only pairs with both values count; the others are told', () => {
    const d = pairedDifference([1, 2, 3, Number.NaN, 5], [2, 2, 1, 4, Number.NaN]);
    expect(d).toMatchObject({ pairs: 3, onlyFirst: 1, onlySecond: 1 });
    expect([d.higher, d.equal, d.lower]).toEqual([1 / 3, 1 / 3, 1 / 3]);
    expect(d.spread.median).toBe(0);
    expect(pairedDifference([], []).higher).toBeNaN();
  });

  test('matched shares: symmetric, zero when the pairs agree, never empty', () => {
    const up = pairedShareDifference(1, 5, 24);
    const down = pairedShareDifference(5, 1, 24);
    expect(up.difference).toBeCloseTo(4 / 24, 12);
    expect(up.low).toBeCloseTo(-down.high, 12);
    const none = pairedShareDifference(0, 0, 24);
    expect(none.difference).toBe(0);
    expect(none.high).toBeGreaterThan(0);
    expect(none.low).toBeCloseTo(-none.high, 12);
  });
});
