/** A crowd of people who each join once enough others have; what it settles at. */
import { crossing, normalQuantile, normalShareBelow } from '../../base/normal.ts';

/**
 * How many act in the end when everybody joins once the number acting is at least their threshold, and stays.
 * @param thresholds people needed before each one joins; any order
 * @cost O(n log n)
 * @source Granovetter 1978, doi:10.1086/226707
 */
export function crowd(thresholds: readonly number[]): number {
  const sorted = thresholds.toSorted((a, b) => a - b);
  let acting = 0;
  while (acting < sorted.length && sorted[acting]! <= acting) acting++;
  return acting;
}

/**
 * The smallest number acting that keeps itself up, r = N F(r), in a large crowd with normal thresholds.
 * @param mean people of `people`; @param spread standard deviation, people
 * @returns people, to about 1e-9; the crowd starts at nobody and grows to the first r with F(r) = r
 */
export function normalEquilibrium(mean: number, spread: number, people: number): number {
  const gain = (r: number) => people * normalShareBelow((r - mean) / spread) - r;
  // below the mean the shares grow ever faster, so the gain falls, turns and rises: look for its lowest point first
  const lowest = turningPoint(mean, spread, people);
  if (lowest !== undefined && gain(lowest) <= 0) return crossing(gain, 0, lowest);
  return crossing(gain, mean, people);
}

/** Below the mean, where another person acting brings exactly one more: N f(r) = 1; none when the spread is so large that this never happens. */
function turningPoint(mean: number, spread: number, people: number): number | undefined {
  const step = 1e-5;
  const growth = (r: number) => (people * (normalShareBelow((r + step - mean) / spread) - normalShareBelow((r - step - mean) / spread))) / (2 * step) - 1;
  if (growth(0) >= 0 || growth(mean) <= 0) return undefined;
  return crossing(growth, 0, mean);
}

/** The spread at which the small equilibrium vanishes, and the number acting there. */
export function tangency(mean: number, people: number): { readonly spread: number; readonly acting: number } {
  const touches = (spread: number) => {
    const r = turningPoint(mean, spread, people)!;
    return people * normalShareBelow((r - mean) / spread) - r;
  };
  const spread = crossing(touches, 5, 14);
  return { spread, acting: turningPoint(mean, spread, people)! };
}

export type Rounding = 'none' | 'nearest';

/** Thresholds of a crowd that holds the middle quantiles of a normal distribution; below zero counts as zero. */
export function quantileThresholds(mean: number, spread: number, people: number, rounding: Rounding): number[] {
  return Array.from({ length: people }, (_, i) => {
    const threshold = mean + spread * normalQuantile((i + 0.5) / people);
    return rounding === 'nearest' ? Math.round(threshold) : threshold;
  });
}

/** The smallest spread, in steps, at which the crowd of quantiles grows past half. */
export function jumpSpread(mean: number, people: number, rounding: Rounding, low: number, step: number): number {
  for (let i = 0; i < 1000; i++) if (crowd(quantileThresholds(mean, low + i * step, people, rounding)) > people / 2) return low + i * step;
  return Infinity;
}
