/** People who show their opposition once enough others do: the same rule as a riot, on shares of a society. */

/**
 * Share in open opposition step by step, from nobody to the share that holds.
 * @param thresholdsPercent opposition in % of society at which each person joins
 * @returns percent; the last is the share that holds
 * @source Kuran 1989, doi:10.1007/BF00116762
 */
export function openOpposition(thresholdsPercent: readonly number[]): number[] {
  const steps = [0];
  for (;;) {
    const now = steps.at(-1)!;
    const next = (100 * thresholdsPercent.filter((t) => now >= t).length) / thresholdsPercent.length;
    if (next === now) return steps;
    steps.push(next);
  }
}
