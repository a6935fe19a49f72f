/** How far a design is, and how long the rest may take: measured, never guessed. */

export interface Spread {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** Median, smallest and largest; nothing of nothing. */
export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return { median: (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2, low: sorted[0]!, high: sorted.at(-1)! };
}

/** Fewer measured cells than this say nothing about the rest. */
export const cellsToTell = 3;

/**
 * Seconds the rest takes: from every cell as the median seen, to every cell as the slowest seen.
 * @param seconds time of each cell so far
 * @returns nothing while too few cells are measured
 */
export function remainingSeconds(seconds: readonly number[], remaining: number, threads: number): { readonly from: number; readonly to: number } | undefined {
  if (remaining === 0) return { from: 0, to: 0 };
  const spread = spreadOf(seconds);
  if (!spread || seconds.length < cellsToTell) return undefined;
  const rounds = Math.ceil(remaining / threads);
  return { from: rounds * spread.median, to: rounds * spread.high };
}

/** @example durationText(90) === '90 s', durationText(600) === '10 min' */
export function durationText(seconds: number): string {
  if (seconds < 9.95) return `${Math.round(seconds * 10) / 10} s`;
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800) return `${Math.round(seconds / 3600)} h`;
  return `${Math.round(seconds / 86_400)} days`;
}
