import { describe, expect, it } from 'vitest';
import { difference, estimate, signOf, written } from './estimate.ts';

describe('an estimate', () => {
  it('is the mean with its standard error', () => {
    const { mean, error, seeds } = estimate([1, 2, 3, 6]);
    expect({ mean, seeds }).toEqual({ mean: 3, seeds: 4 });
    // sum of squares 14, divided by 3 and by 4
    expect(error).toBeCloseTo(Math.sqrt(14 / 12), 12);
    expect(difference([1, 2], [4, 7])).toEqual(estimate([3, 5]));
  });

  it('has a sign only beyond three standard errors', () => {
    expect(signOf({ mean: -0.31, error: 0.1, seeds: 20 })).toBe(-1);
    expect(signOf({ mean: 0.29, error: 0.1, seeds: 20 })).toBe(0);
    expect(signOf({ mean: 0, error: 0, seeds: 20 })).toBe(0);
    expect(signOf({ mean: 1, error: 0, seeds: 20 })).toBe(1);
  });

  it('is written with two digits of its error', () => {
    expect(written({ mean: -0.02081, error: 0.0037, seeds: 20 })).toBe('-0.0208 ± 0.0037, 20 seeds');
    expect(written({ mean: 412.3, error: 17.2, seeds: 5 })).toBe('412 ± 17, 5 seeds');
  });
});
