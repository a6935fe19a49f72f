/**
 * How well an ensemble foretold a record: coverage of its central intervals and a log score, by one
 * rule for every observation. Inputs are left out by the caller.
 */
import { ln, logistic } from '../base/maths.ts';
import { observables, type Observation } from '../scenario/record.ts';

/** Allowances of the table: how far off an observation may be and still count as met. */
export const allowance = { regions: 4, hours: 12 } as const;

/** Width of the kernel that makes a density of draws: decades of a count, hours, regions. */
const kernel = { decades: 0.2, hours: 6, regions: 1.5 } as const;

export interface Score {
  readonly id: string;
  readonly kind: 'count' | 'hour' | 'binary';
  /** central intervals of the draws in which it happened; NaN when in none */
  readonly median: number;
  readonly p05: number;
  readonly p25: number;
  readonly p75: number;
  readonly p95: number;
  /** share of draws in which the thing happened at all (hours), or was true (binary); 1 for counts */
  readonly happens01: number;
  readonly in50: boolean;
  readonly in90: boolean;
  /** natural logarithm of the probability the ensemble gave to the observed range */
  readonly logScore: number;
}

/** The range an observation may have had: its own, widened by the allowance of its kind. */
export function rangeOf(observation: Observation): { low: number; high: number } {
  const { as } = observables[observation.quantity];
  const by = as === 'hour' ? allowance.hours : observation.quantity === 'regionsWithProtest' ? allowance.regions : 0;
  return { low: observation.low - by, high: observation.high + by };
}

/**
 * Score one observation against the draws' answers.
 * @param answers one a draw; NaN = did not happen
 * @throws RangeError without draws
 */
export function scoreOf(observation: Observation, answers: readonly number[]): Score {
  const n = answers.length;
  if (n === 0) throw new RangeError(`observation ${observation.id} has no draws to be scored against; ask for one draw at least`);
  const kind = observables[observation.quantity].as;
  const { low, high } = rangeOf(observation);
  const happened = answers.filter((x) => !Number.isNaN(x)).sort((a, b) => a - b);
  const at = (p: number) => quantile(happened, p);
  const [p05, p25, median, p75, p95] = [at(0.05), at(0.25), at(0.5), at(0.75), at(0.95)];
  // no ensemble of n draws can rule anything out: at least half a draw of n + 1 stays for what none of them shows
  const least = 0.5 / (n + 1);
  if (kind === 'binary') {
    // a run that was given up says nothing: neither yes nor no
    const yes = answers.filter((x) => x > 0.5).length;
    const right = answers.filter((x) => !Number.isNaN(x) && x > 0.5 === observation.value > 0.5).length / n;
    const probability = least + (1 - 2 * least) * right;
    return { id: observation.id, kind, median, p05, p25, p75, p95, happens01: yes / n, in50: right >= 0.5, in90: right >= 0.1, logScore: ln(probability) };
  }
  const decades = kind === 'count' && observation.quantity !== 'regionsWithProtest';
  const scale = (x: number) => (decades ? ln(Math.max(0, x) + 1) / 2.302585092994046 : x);
  const width = decades ? kernel.decades : kind === 'hour' ? kernel.hours : kernel.regions;
  let mass = 0;
  for (const x of happened) mass += inside(scale(x), scale(low), scale(high), width);
  const probability = least + (1 - 2 * least) * (mass / n);
  const meets = (a: number, b: number) => happened.length > 0 && a <= high && b >= low;
  return {
    id: observation.id,
    kind,
    median,
    p05,
    p25,
    p75,
    p95,
    happens01: happened.length / n,
    // a thing that did not happen in most draws is not foretold by the few in which it did
    in50: meets(p25, p75) && happened.length * 2 >= n,
    in90: meets(p05, p95) && happened.length * 10 >= n,
    logScore: ln(probability),
  };
}

/** Probability of [low, high] under a logistic kernel around x; a range of one value is as wide as the kernel. */
function inside(x: number, low: number, high: number, width: number): number {
  const half = Math.max((high - low) / 2, width / 2);
  const middle = (low + high) / 2;
  const s = width * 0.5513288954217921; // a logistic of this scale has the kernel's standard deviation
  return logistic((middle + half - x) / s) - logistic((middle - half - x) / s);
}

/** Order statistic at p, no interpolation: what some draw really gave. */
function quantile(sorted: readonly number[], p: number): number {
  if (sorted.length === 0) return Number.NaN;
  return sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))]!;
}

export interface Total {
  readonly observations: number;
  readonly in50: number;
  readonly in90: number;
  /** sum over observations */
  readonly logScore: number;
}

export function totalOf(scores: readonly Score[]): Total {
  return {
    observations: scores.length,
    in50: scores.filter((s) => s.in50).length,
    in90: scores.filter((s) => s.in90).length,
    logScore: scores.reduce((sum, s) => sum + s.logScore, 0),
  };
}
