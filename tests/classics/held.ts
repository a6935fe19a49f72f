import { expect, it } from 'vitest';
import { knownMisses, type Classic } from '../../src/classics/contract.ts';

/** One test per published number: it is reproduced, or it is still missed as said. */
export function everyTargetIsHeld(classic: Classic): void {
  const { targets } = classic.run(false);
  it.each(targets.map((t) => [t.what, t] as const))('%s', (_, t) => {
    if (t.knownMiss === undefined)
      expect({ obtained: t.obtained, apart: Math.abs(t.obtained - t.published) <= t.tolerance }).toEqual({ obtained: t.obtained, apart: true });
    else expect(t.reproduces).toBe(false);
    expect(Number.isFinite(t.obtained)).toBe(true);
  });

  it('names no target twice', () => {
    const names = targets.map((t) => t.what);
    expect(names).toEqual([...new Set(names)]);
    expect(knownMisses(targets).every((t) => t.knownMiss !== '')).toBe(true);
  });
}
