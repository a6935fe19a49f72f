import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { normalQuantile, normalShareBelow } from '../../base/normal.ts';
import { eliminate } from './model.ts';
import { regimeChange } from './regime-change.ts';

describe('regime-change', () => {
  everyTargetIsHeld(regimeChange);

  it('precision of news moves who attacks and leaves alone which regimes fall', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.double({ min: 0.5, max: 50, noNaN: true }), (cost01, precision) => {
        const low = eliminate({ cost01, precision }, -10);
        const high = eliminate({ cost01, precision }, 10);
        expect(low.strength).toBeCloseTo(1 - cost01, 8);
        expect(high.cutoff).toBeCloseTo(low.cutoff, 8);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the normal distribution', () => {
  // Abramowitz & Stegun 1964, table 26.1
  it.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [2, 0.977249868051821],
    [3, 0.99865010196837],
    [-4, 0.0000316712418331],
  ])('has below %d the share %d', (x, share) => {
    expect(normalShareBelow(x)).toBeCloseTo(share, 13);
  });

  it('is undone by its quantile', () => {
    for (const share of [1e-9, 0.025, 0.25, 0.5, 0.9, 0.999]) expect(Math.abs(normalShareBelow(normalQuantile(share)) / share - 1)).toBeLessThan(1e-9);
    expect(() => normalQuantile(1)).toThrow(/inside \(0, 1\)/);
  });
});
