/** The few statistics charts and tables need. Quantiles are R-7 (linear between order statistics, R's default). */

export interface Interval {
  readonly low: number;
  readonly high: number;
}

export interface Spread {
  readonly median: number;
  readonly p05: number;
  readonly p25: number;
  readonly p75: number;
  readonly p95: number;
  readonly min: number;
  readonly max: number;
  /** values that are numbers; NaN means "did not happen" and is left out */
  readonly count: number;
}

/** From so many values on, the outer twentieths hold a value each; with fewer a 90 % interval would be read between values. */
export const enoughForTails = 20;

/** What may be said of the spread: 90 % of many values, smallest and largest of few. */
export function outer({ count, min, max, p05, p95 }: Pick<Spread, 'count' | 'min' | 'max' | 'p05' | 'p95'>): Interval & { readonly isAll: boolean } {
  return count < enoughForTails ? { low: min, high: max, isAll: true } : { low: p05, high: p95, isAll: false };
}

/** Standard normal deviate of a two-sided 90 % interval: the one used in the report. */
export const z90 = 1.6448536269514722;
/** Standard normal deviate of a two-sided 95 % interval. */
export const z95 = 1.959963984540054;

/** Numbers in rising order, without the NaN of "did not happen". */
export function ordered(values: Iterable<number>): number[] {
  return [...values].filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
}

/**
 * Value below which a share of sorted values lies, type R-7.
 * @source Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566, definition 7
 * @example quantile([1, 2, 3, 4], 0.25) === 1.75
 */
export function quantile(sorted: readonly number[], share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below]! + (sorted[above]! - sorted[below]!) * (position - below);
}

export function spreadOf(values: Iterable<number>): Spread {
  const sorted = ordered(values);
  const at = (share: number) => quantile(sorted, share);
  return { median: at(0.5), p05: at(0.05), p25: at(0.25), p75: at(0.75), p95: at(0.95), min: at(0), max: at(1), count: sorted.length };
}

/**
 * Interval of a probability from counted events; never empty, never outside [0,1].
 * @source Wilson 1927, doi:10.1080/01621459.1927.10502953; Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E, method 3
 */
export function wilson(events: number, trials: number, z = z90): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  const share = events / trials;
  const centre = share + (z * z) / (2 * trials);
  const half = z * Math.sqrt((share * (1 - share)) / trials + (z * z) / (4 * trials * trials));
  const whole = 1 + (z * z) / trials;
  return { low: events === 0 ? 0 : (centre - half) / whole, high: events === trials ? 1 : (centre + half) / whole };
}

/**
 * Upper bound (one-sided 95 %) of a probability of which no event was seen.
 * @source Hanley & Lippman-Hand 1983, doi:10.1001/jama.1983.03330370053031
 */
export function ruleOfThree(trials: number): number {
  return trials === 0 ? 1 : Math.min(1, 3 / trials);
}

export interface PairedDifference {
  /** spread of second minus first over the pairs in which both are defined */
  readonly spread: Spread;
  readonly pairs: number;
  /** shares of those pairs */
  readonly higher: number;
  readonly equal: number;
  readonly lower: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
}

/** What changes within pairs that share parameters and luck; `first[i]` and `second[i]` are pair i. */
export function pairedDifference(first: readonly number[], second: readonly number[]): PairedDifference {
  const differences: number[] = [];
  let [higher, lower, onlyFirst, onlySecond] = [0, 0, 0, 0];
  for (let i = 0; i < Math.min(first.length, second.length); i++) {
    const [a, b] = [first[i]!, second[i]!];
    if (Number.isNaN(a) || Number.isNaN(b)) {
      if (!Number.isNaN(a)) onlyFirst++;
      if (!Number.isNaN(b)) onlySecond++;
      continue;
    }
    differences.push(b - a);
    if (b > a) higher++;
    if (b < a) lower++;
  }
  const pairs = differences.length;
  const share = (count: number) => (pairs === 0 ? Number.NaN : count / pairs);
  return { spread: spreadOf(differences), pairs, higher: share(higher), lower: share(lower), equal: share(pairs - higher - lower), onlyFirst, onlySecond };
}

/**
 * Difference of two probabilities measured on the same pairs, with its interval.
 * @param onlyFirst  pairs with the event on the first side alone
 * @param onlySecond pairs with the event on the second side alone
 * @source Agresti & Min 2005, doi:10.1002/sim.1781 (half a pair added to each of the four cells)
 */
export function pairedShareDifference(onlyFirst: number, onlySecond: number, pairs: number, z = z90): Interval & { readonly difference: number } {
  if (pairs === 0) return { difference: Number.NaN, low: -1, high: 1 };
  const n = pairs + 2;
  const [a, b] = [(onlyFirst + 0.5) / n, (onlySecond + 0.5) / n];
  const half = z * Math.sqrt((a + b - (b - a) * (b - a)) / n);
  return { difference: (onlySecond - onlyFirst) / pairs, low: Math.max(-1, b - a - half), high: Math.min(1, b - a + half) };
}

/** Spread at every step of series of equal length, each `every`-th step. */
export function spreadsOverTime(series: readonly ArrayLike<number>[], every: number): { readonly step: number; readonly spread: Spread }[] {
  const length = series.reduce((most, one) => Math.max(most, one.length), 0);
  const spreads: { step: number; spread: Spread }[] = [];
  for (let step = 0; step < length; step += every) spreads.push({ step, spread: spreadOf(series.map((one) => one[step] ?? Number.NaN)) });
  return spreads;
}

export interface PowerFit {
  /** y grows as x to this */
  readonly exponent: number;
  readonly standardError: number;
  /** y at x = 1 */
  readonly factor: number;
}

/**
 * The power of x by which y grows: least squares on the logarithms, with the slope's standard error from the residuals.
 * @throws RangeError with fewer than three points, or a point that is not above zero: it has no logarithm
 */
export function powerFit(points: readonly (readonly [number, number])[]): PowerFit {
  const bad = points.find(([x, y]) => !(x > 0 && y > 0));
  if (points.length < 3 || bad !== undefined)
    throw new RangeError(`a power needs three points above zero and got ${bad === undefined ? `${points.length} points` : `(${bad.join(', ')})`}`);
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (axis: 0 | 1) => logs.reduce((sum, point) => sum + point[axis], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const squares = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const exponent = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / squares;
  const residuals = logs.reduce((sum, [x, y]) => sum + (y - meanY - exponent * (x - meanX)) ** 2, 0);
  return { exponent, standardError: Math.sqrt(residuals / (logs.length - 2) / squares), factor: Math.exp(meanY - exponent * meanX) };
}
