import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { langDeSterck } from './lang-de-sterck.ts';
import { balance01, regimeOf, shareAfter } from './model.ts';

describe('lang-de-sterck', () => {
  everyTargetIsHeld(langDeSterck);

  const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });

  it('in any police state a revolt nobody sees dies, and one the police cannot cope with wins', () => {
    fc.assert(
      fc.property(share, share, share, (visibility01, policeCapacity01, recruitment) => {
        fc.pre(visibility01 < policeCapacity01);
        const c = { recruitment, removal: 1 - recruitment, visibility01, policeCapacity01 };
        expect(shareAfter(c, visibility01 * 0.99, 400, 0.05)).toBeLessThan(1e-6);
        expect(shareAfter(c, policeCapacity01 + (1 - policeCapacity01) / 2, 400, 0.05)).toBeGreaterThan(1 - 1e-6);
      }),
      { numRuns: 40 },
    );
  });

  it('more recruitment turns a meta-stable into an unstable police state exactly where the balance passes the capacity of police', () => {
    const c = { removal: 0.4, visibility01: 0.3, policeCapacity01: 0.8 };
    expect(regimeOf({ ...c, recruitment: 1.59 })).toBe('meta-stable police state');
    expect(regimeOf({ ...c, recruitment: 1.61 })).toBe('unstable police state');
    expect(balance01({ ...c, recruitment: 1.6 })).toBeCloseTo(0.8, 12);
  });
});
