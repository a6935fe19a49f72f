/**
 * The distribution of weights nearest to the prior under which a population of uprisings has the rates of
 * the record.
 *
 * Every parameter is a standard normal score behind its prior (priorAt of its share). The fitted
 * distribution moves and narrows it: N(m, s²) with s at most 1 in place of N(0, 1). It makes
 *
 *     J = Σ ((m² + s² − 1)/2 − ln s)  +  Σ ((rate − published) / spread)² / 2
 *
 * smallest: the first sum is the relative entropy to the prior, so nothing moves or narrows that the record
 * does not ask for. Rates are those of runs already made, weighted by the new density over the mixture they
 * were drawn from; when too few of them carry the weight, the step ends and new runs are due.
 *
 * @source Kullback's principle of least information; the weighting is deterministic-mixture importance sampling (Owen & Zhou 2000, doi:10.1080/01621459.2000.10473909)
 */
import { clamp, exp, ln } from '../../base/maths.ts';
import { solveSymmetric } from './solve.ts';

/** A run that was made: its normal scores and what it adds to each fitted rate. */
export interface Draw {
  readonly z: Float64Array;
  /** [rate][numerator, denominator] */
  readonly counts: readonly (readonly [number, number])[];
}

export interface FittedRate {
  readonly published: number;
  /** standard deviation of record and allowance together */
  readonly spread: number;
}

/** Means and standard deviations of the scores of all parameters. */
export interface Density {
  readonly shift: Float64Array;
  readonly width: Float64Array;
}

export interface Proposal extends Density {
  readonly draws: number;
}

export interface Fit extends Density {
  readonly objective: number;
  /** rates under the fit, and with how many draws' worth of weight */
  readonly rates: readonly number[];
  readonly effectiveDraws: number;
}

/** The prior of so many parameters. */
export function priorDensity(parameters: number): Density {
  return { shift: new Float64Array(parameters), width: new Float64Array(parameters).fill(1) };
}

/** A width below this would claim more than rates of whole populations can tell. ASSUMPTION. */
const narrowest = 0.4;

/** Weight of each draw under a density. */
export function weightsAt(density: Density, draws: readonly Draw[], proposals: readonly Proposal[]): Float64Array {
  const all = proposals.reduce((sum, p) => sum + p.draws, 0);
  return Float64Array.from(draws, ({ z }) => {
    const target = tilt(density, z);
    let mixture = 0;
    for (const p of proposals) mixture += (p.draws / all) * exp(tilt(p, z) - target);
    return 1 / mixture;
  });
}

/** ln of the density over that of the prior, at z. */
function tilt({ shift, width }: Density, z: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < z.length; j++) {
    if (shift[j] === 0 && width[j] === 1) continue;
    const x = (z[j]! - shift[j]!) / width[j]!;
    sum += (z[j]! * z[j]! - x * x) / 2 - ln(width[j]!);
  }
  return sum;
}

/** Draws that would say as much if all weighed alike. @source Kish 1965 */
export function effectiveDraws(weights: Float64Array): number {
  let sum = 0;
  let square = 0;
  for (const w of weights) {
    sum += w;
    square += w * w;
  }
  return (sum * sum) / square;
}

interface Slopes {
  readonly rates: readonly number[];
  /** [rate][parameter, then width of parameter] change of the rate per unit of shift and of ln width, with standard errors */
  readonly slope: readonly Float64Array[];
  readonly error: readonly Float64Array[];
}

/** Rates under a density and how they change with each parameter's shift and width, from the weighted draws. */
export function slopesAt(density: Density, weights: Float64Array, draws: readonly Draw[]): Slopes {
  const n = density.shift.length;
  const { rates, of } = ratesAt(weights, draws);
  const slope = rates.map(() => new Float64Array(2 * n));
  const error = rates.map(() => new Float64Array(2 * n));
  // scores of the density: x/s for its mean, x² − 1 for ln s
  draws.forEach(({ z, counts }, i) => {
    for (let j = 0; j < n; j++) {
      const x = (z[j]! - density.shift[j]!) / density.width[j]!;
      const ofShift = x / density.width[j]!;
      const ofWidth = x * x - 1;
      for (let k = 0; k < rates.length; k++) {
        const d = weights[i]! * (counts[k]![0] - rates[k]! * counts[k]![1]);
        if (d === 0) continue;
        slope[k]![j]! += d * ofShift;
        slope[k]![n + j]! += d * ofWidth;
        error[k]![j]! += (d * ofShift) ** 2;
        error[k]![n + j]! += (d * ofWidth) ** 2;
      }
    }
  });
  rates.forEach((_, k) => {
    for (let j = 0; j < 2 * n; j++) {
      slope[k]![j]! /= of[k]!;
      error[k]![j] = Math.sqrt(error[k]![j]!) / of[k]!;
    }
  });
  return { rates, slope, error };
}

function ratesAt(weights: Float64Array, draws: readonly Draw[]): { readonly rates: number[]; readonly of: number[] } {
  const count = draws[0]!.counts.length;
  const such = new Array<number>(count).fill(0);
  const of = new Array<number>(count).fill(0);
  draws.forEach(({ counts }, i) =>
    counts.forEach(([a, b], k) => {
      such[k]! += weights[i]! * a;
      of[k]! += weights[i]! * b;
    }),
  );
  return { rates: such.map((a, k) => a / of[k]!), of };
}

/** Numbers of the parameters whose shift at least one rate answers to, beyond chance: a slope of more than `errors` standard errors. */
export function movable(slopes: Slopes, errors: number): number[] {
  const n = slopes.slope[0]!.length / 2;
  return Array.from({ length: n }, (_, j) => j).filter((j) => slopes.slope.some((row, k) => Math.abs(row[j]!) > errors * slopes.error[k]![j]!));
}

/**
 * One step from a density towards the least J, as far as the draws at hand carry it.
 * @param moved numbers of the parameters that may move; others stay where `from` has them
 * @param least share of draws that must carry the weight, in (0, 1]
 */
export function fitDensity(
  from: Density,
  moved: readonly number[],
  draws: readonly Draw[],
  proposals: readonly Proposal[],
  rates: readonly FittedRate[],
  least: number,
): Fit {
  let best = evaluate(from, draws, proposals, rates);
  for (let round = 0; round < 60; round++) {
    const step = newtonStep(best, moved, slopesAt(best, weightsAt(best, draws, proposals), draws), rates);
    let better: Fit | undefined;
    for (let length = 1; length > 0.02 && !better; length /= 2) {
      const tried = evaluate(stepped(best, moved, step, length), draws, proposals, rates);
      if (tried.objective < best.objective - 1e-6 && tried.effectiveDraws >= least * draws.length) better = tried;
    }
    if (!better) break;
    best = better;
  }
  return best;
}

/** Gauss and Newton's step in the moved shifts, then their ln widths. */
function newtonStep(at: Fit, moved: readonly number[], { slope }: Slopes, rates: readonly FittedRate[]): Float64Array {
  const n = at.shift.length;
  const columns = [...moved, ...moved.map((j) => n + j)];
  const isWidth = (a: number) => a >= moved.length;
  const width = (a: number) => at.width[moved[a % moved.length]!]!;
  const matrix = columns.map((_, a) => Float64Array.from(columns, (__, b) => (a === b ? (isWidth(a) ? 2 * width(a) ** 2 : 1) : 0)));
  const right = Float64Array.from(columns, (_, a) => (isWidth(a) ? 1 - width(a) ** 2 : -at.shift[moved[a]!]!));
  rates.forEach((rate, k) => {
    const scaled = columns.map((column) => slope[k]![column]! / rate.spread);
    const off = (at.rates[k]! - rate.published) / rate.spread;
    for (let a = 0; a < columns.length; a++) {
      right[a]! -= scaled[a]! * off;
      for (let b = 0; b < columns.length; b++) matrix[a]![b]! += scaled[a]! * scaled[b]!;
    }
  });
  return solveSymmetric(matrix, right);
}

function stepped(from: Density, moved: readonly number[], step: Float64Array, length: number): Density {
  const shift = from.shift.slice();
  const width = from.width.slice();
  moved.forEach((j, a) => {
    shift[j]! += length * step[a]!;
    width[j] = clamp(width[j]! * exp(clamp(length * step[moved.length + a]!, -0.5, 0.5)), narrowest, 1);
  });
  return { shift, width };
}

function evaluate(density: Density, draws: readonly Draw[], proposals: readonly Proposal[], rates: readonly FittedRate[]): Fit {
  const weights = weightsAt(density, draws, proposals);
  const { rates: values } = ratesAt(weights, draws);
  const misses = rates.reduce((sum, rate, k) => sum + ((values[k]! - rate.published) / rate.spread) ** 2 / 2, 0);
  return { ...density, objective: entropyOf(density) + misses, rates: values, effectiveDraws: effectiveDraws(weights) };
}

/** Relative entropy to the prior, in natural units. */
function entropyOf({ shift, width }: Density): number {
  return shift.reduce((sum, m, j) => sum + (m * m + width[j]! * width[j]! - 1) / 2 - ln(width[j]!), 0);
}

/** Relative entropy to the prior, in bits. */
export function bitsMoved(density: Density): number {
  return entropyOf(density) / ln(2);
}
