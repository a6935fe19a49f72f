/** Do two engines compute the same thing? Means over seeds, and how many standard errors apart they are. */

export const mean = (list) => list.reduce((a, b) => a + b, 0) / list.length;

export function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Variance of the mean of independent runs. */
const squaredError = (list) => {
  const m = mean(list);
  return list.reduce((sum, x) => sum + (x - m) ** 2, 0) / (list.length - 1) / list.length;
};

/** A difference of more standard errors than this is called a difference (Welch; two-sided level about 0.003 at 10 seeds, 0.0001 at many). */
export const mostErrors = 4;

/** @returns means of both, the standard error of their difference and how many of these they are apart */
export function compared(samples, reference) {
  const error = Math.sqrt(squaredError(samples) + squaredError(reference));
  const difference = mean(samples) - mean(reference);
  return { mean: mean(samples), reference: mean(reference), error, errorsApart: error === 0 ? (difference === 0 ? 0 : Infinity) : difference / error };
}

/** The reference row of each neighbourhood is that of the plain C++. @returns a verdict for every engine and neighbourhood */
export function statisticsOf(rows) {
  const all = rows.filter((row) => row.kind === 'statistics');
  return all.map((row) => {
    const reference = all.find((other) => other.engine === 'cpp-plain' && other.neighbourhood === row.neighbourhood);
    const active = compared(row.active01, reference.active01);
    const jailed = compared(row.jailed01, reference.jailed01);
    const isReference = row === reference;
    const same = isReference || [active, jailed].every(({ errorsApart }) => Math.abs(errorsApart) <= mostErrors);
    return { engine: row.engine, neighbourhood: row.neighbourhood, seeds: row.active01.length, active, jailed, isReference, same };
  });
}

/** Differences by seed: the same people, other luck. @returns mean of both and how many standard errors of the difference they are apart */
export function comparedInPairs(samples, reference) {
  const differences = samples.map((x, i) => x - reference[i]);
  const error = Math.sqrt(squaredError(differences));
  const difference = mean(differences);
  return { mean: mean(samples), errorsApart: error === 0 ? (difference === 0 ? 0 : Infinity) : difference / error };
}
