import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { granovetter } from './granovetter.ts';
import { crowd, normalEquilibrium, tangency } from './model.ts';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';

describe('granovetter', () => {
  everyTargetIsHeld(granovetter);

  it('a crowd is the smallest number that keeps itself up', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 30 }), (thresholds) => {
        const acting = crowd(thresholds);
        const willing = (r: number) => thresholds.filter((t) => t <= r).length;
        expect(willing(acting)).toBe(acting);
        for (let r = 0; r < acting; r++) expect(willing(r)).toBeGreaterThan(r);
      }),
    );
  });

  it('the jump is where the paper says: on either side of the tangency the ends differ by ninety people', () => {
    const { spread } = tangency(25, 100);
    expect(normalEquilibrium(25, spread - 1e-4, 100)).toBeLessThan(6.3);
    expect(normalEquilibrium(25, spread + 1e-4, 100)).toBeGreaterThan(99);
  });
});
