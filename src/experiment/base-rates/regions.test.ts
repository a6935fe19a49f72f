import { describe, expect, it } from 'vitest';
import { movableParameters } from './population.ts';
import type { Course } from './course.ts';
import { fallenIn, regions } from './regions.ts';

const course = (startDay: number, fallDays: number, isAided: boolean, isGivenUp = false) => ({ startDay, fallDays, isAided, isGivenUp }) as Course;

describe('[EX12] regions of the prior', () => {
  it('lie inside it: every parameter is one that members draw', () => {
    const known = new Set(movableParameters.map(({ id }) => id));
    for (const { moved } of regions) {
      expect(Object.keys(moved).filter((id) => !known.has(id))).toEqual([]);
      for (const { shift, width } of Object.values(moved)) {
        expect(Math.abs(shift)).toBeLessThan(2);
        expect(width).toBeGreaterThan(0);
      }
    }
    expect(new Set(regions.map(({ id }) => id)).size).toBe(regions.length);
  });

  it('count campaigns only, with help and without, and runs given up as standing', () => {
    const fallen = fallenIn([
      { course: course(3, 5, false), isUnprovoked: false },
      { course: course(3, Number.NaN, true), alone: course(3, 28, true), isUnprovoked: false },
      { course: course(3, 29, true), alone: course(-1, Number.NaN, true), isUnprovoked: false },
      { course: course(2, Number.NaN, false, true), isUnprovoked: false },
      { course: course(2, 9, false, true), isUnprovoked: false },
      { isUnprovoked: true },
    ]);
    expect(fallen).toEqual({
      helped: { campaigns: 2, fallen: 0, givenUp: 0 },
      sameAlone: { campaigns: 1, fallen: 1, givenUp: 0 },
      alone: { campaigns: 4, fallen: 3, givenUp: 1 },
    });
  });
});
