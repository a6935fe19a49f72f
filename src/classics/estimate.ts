/** What a number of seeds says: a mean with its standard error, and the sign of a difference. */

export interface Estimate {
  readonly mean: number;
  readonly error: number;
  readonly seeds: number;
}

/** @param values one for each seed, at least two */
export function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length), seeds: values.length };
}

/** How much more with than without, seed by seed. */
export function difference(without: readonly number[], withIt: readonly number[]): Estimate {
  return estimate(withIt.map((value, i) => value - without[i]!));
}

/** Sign of a mean; 0 when it is within three standard errors of nothing. */
export function signOf({ mean, error }: Estimate): -1 | 0 | 1 {
  return Math.abs(mean) <= 3 * error ? 0 : mean > 0 ? 1 : -1;
}

/** "-0.021 ± 0.004, 20 seeds". */
export function written({ mean, error, seeds }: Estimate): string {
  const digits = error > 0 ? Math.max(0, Math.min(6, 1 - Math.floor(lengthOf(error)))) : 4;
  return `${mean.toFixed(digits)} ± ${error.toFixed(digits)}, ${seeds} seeds`;
}

/** How many times ten goes into a number, rounded down; negative below one. */
function lengthOf(value: number): number {
  let places = 0;
  for (let v = value; v >= 10; v /= 10) places++;
  for (let v = value; v < 1; v *= 10) places--;
  return places;
}
