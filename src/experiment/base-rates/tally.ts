/** Rates of a population of courses, each with its standard error; courses may be weighted. */
import type { Course } from './course.ts';
import type { BaseRate } from './record.ts';

export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  /** courses that could show it */
  readonly cases: number;
}

/**
 * The rate as a ratio of two weighted sums.
 * @param weights one a course; absent = all alike
 * @returns NaN when no course could show it
 */
export function rateOf(counts: BaseRate['counts'], courses: readonly Course[], weights?: ArrayLike<number>): Estimate {
  let such = 0;
  let all = 0;
  let cases = 0;
  const pairs = courses.map((course) => counts(course));
  pairs.forEach(([a, b], i) => {
    const w = weights?.[i] ?? 1;
    such += w * a;
    all += w * b;
    if (b > 0) cases++;
  });
  const value = such / all;
  let square = 0;
  pairs.forEach(([a, b], i) => {
    const deviation = (weights?.[i] ?? 1) * (a - value * b);
    square += deviation * deviation;
  });
  return { value, standardError: Math.sqrt(square) / all, cases };
}

/** How far off an estimate is, in standard deviations of all that is uncertain: record, allowance, our own draws. */
export function distanceOf(rate: Pick<BaseRate, 'published' | 'cases' | 'allowance'>, estimate: Estimate): number {
  const { published, cases, allowance } = rate;
  const record = (published * (1 - published)) / cases;
  return (estimate.value - published) / Math.sqrt(record + allowance * allowance + estimate.standardError * estimate.standardError);
}
