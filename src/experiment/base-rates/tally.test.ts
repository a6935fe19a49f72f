import { describe, expect, it } from 'vitest';
import type { Course } from './course.ts';
import { baseRates, peakClassOf } from './record.ts';
import { distanceOf, rateOf } from './tally.ts';

const course = (change: Partial<Course> = {}): Course => ({
  number: 0,
  residents: 1e6,
  isAided: false,
  cause01: 0.1,
  isNational: true,
  startDay: 4,
  peak01: 0.005,
  fallDays: Number.NaN,
  groupFallDays: Number.NaN,
  seatFallDays: Number.NaN,
  endDays: Number.NaN,
  defection01: 0,
  dead: 0,
  detained: 0,
  landed: 0,
  protests: [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ],
  change: [0, 0, 0, 0],
  compared: [0, 0, 0, 0],
  isGivenUp: false,
  moves: 0,
  ...change,
});

const rate = (id: string) => baseRates.find((one) => one.id === id)!;
const valueOf = (id: string, courses: readonly Course[]) => rateOf((c) => rate(id).counts(c), courses).value;

describe('rates', () => {
  it('count campaigns only, by the day of success after the start', () => {
    const courses = [course({ fallDays: 6.9 }), course({ fallDays: 20 }), course(), course(), course({ startDay: -1 })];
    expect(['success-7', 'success-14', 'success-30', 'success-60'].map((id) => valueOf(id, courses))).toEqual([0.25, 0.25, 0.5, 0.5]);
  });

  it('tell peaks apart by their classes, each campaign in one', () => {
    const peaks = [0.5, 0.035, 0.0349, 0.01, 0.0025, 0.0024, 0.0006, 0.00015, 0.0001, 0];
    expect(peaks.map((peak01) => peakClassOf(course({ peak01 })))).toEqual([0, 0, 1, 1, 2, 3, 3, 4, 5, 5]);
    const classes = baseRates.filter(({ id }) => /^peak-\d$/.test(id));
    expect(
      classes.reduce(
        (sum, { id }) =>
          sum +
          valueOf(
            id,
            peaks.map((peak01) => course({ peak01 })),
          ),
        0,
      ),
    ).toBeCloseTo(1, 12);
    expect(classes.reduce((sum, { published }) => sum + published, 0)).toBeCloseTo(1, 12);
  });

  it('of town-days count each uprising once, campaigns or not', () => {
    const long = course({
      protests: [
        [90, 0, 0, 10],
        [0, 0, 0, 0],
      ],
    });
    const short = course({
      startDay: -1,
      protests: [
        [1, 0, 1, 0],
        [0, 1, 0, 1],
      ],
    });
    expect(valueOf('lethal-peaceful', [long, short])).toBeCloseTo((0.1 + 0.5) / 2, 12);
    expect(valueOf('lethal-violent', [long, short])).toBeCloseTo(0.5, 12);
    expect(valueOf('violent', [long, short])).toBeCloseTo((0 + 0.5) / 2, 12);
  });

  it('have the standard error of a share', () => {
    const courses = Array.from({ length: 100 }, (_, i) => course({ fallDays: i < 20 ? 1 : Number.NaN }));
    const found = rateOf((c) => rate('success-7').counts(c), courses);
    expect(found).toMatchObject({ value: 0.2, cases: 100 });
    expect(found.standardError).toBeCloseTo(0.04, 12);
  });

  it('may be weighted', () => {
    const courses = [course({ fallDays: 1 }), course()];
    expect(rateOf((c) => rate('success-7').counts(c), courses, [3, 1]).value).toBe(0.75);
  });

  it('are off by standard deviations of all that is uncertain', () => {
    const off = distanceOf({ published: 0.5, cases: 100, allowance: 0.05 }, { value: 0.6, standardError: 0.05, cases: 100 });
    expect(off).toBeCloseTo(0.1 / Math.sqrt(0.0025 + 0.0025 + 0.0025), 12);
  });

  it('of the record lie inside [0,1] and name their source', () => {
    for (const one of baseRates) {
      expect(one.published).toBeGreaterThanOrEqual(0);
      expect(one.published).toBeLessThanOrEqual(1);
      expect(one.cases).toBeGreaterThan(0);
      expect(one.source).not.toBe('');
    }
    expect(new Set(baseRates.map(({ id }) => id)).size).toBe(baseRates.length);
  });
});
