/**
 * The distribution of weights nearest to the prior under which a population of uprisings has the rates of
 * the record.
 *
 * Every parameter is a standard normal number behind its prior (priorAt of its share). The fitted
 * distribution keeps the width of each prior and moves its middle: N(m, 1) in place of N(0, 1). m makes
 *
 *     J(m) = |m|²/2 + Σ ((rate(m) − published) / spread)² / 2
 *
 * smallest: the first term is the relative entropy to the prior, so nothing moves that the record does not
 * ask for. Rates at m are those of runs already made, weighted by N(z; m) over the mixture they were drawn
 * from; when too few of them carry the weight, the step ends and new runs are due.
 *
 * @source Kullback's principle of least information; the weighting is deterministic-mixture importance sampling (Owen & Zhou 2000, doi:10.1080/01621459.2000.10473909)
 */
import { exp, ln } from '../../base/maths.ts';
import { solveSymmetric } from './solve.ts';

/** A run that was made: its normal numbers and what it adds to each fitted rate. */
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

export interface Proposal {
  readonly shift: Float64Array;
  readonly draws: number;
}

export interface Fit {
  readonly shift: Float64Array;
  readonly objective: number;
  /** rates at the shift, and with how many draws' worth of weight */
  readonly rates: readonly number[];
  readonly effectiveDraws: number;
}

/** Weight of each draw under a shift. */
export function weightsAt(shift: Float64Array, draws: readonly Draw[], proposals: readonly Proposal[]): Float64Array {
  const all = proposals.reduce((sum, p) => sum + p.draws, 0);
  return Float64Array.from(draws, ({ z }) => {
    const target = tilt(shift, z);
    let mixture = 0;
    for (const p of proposals) mixture += (p.draws / all) * exp(tilt(p.shift, z) - target);
    return 1 / mixture;
  });
}

/** ln of N(z; m, 1) over N(z; 0, 1). */
function tilt(m: Float64Array, z: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < m.length; j++) sum += m[j]! * (z[j]! - m[j]! / 2);
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
  /** [rate][parameter] change of the rate per unit of shift, and its standard error */
  readonly slope: readonly Float64Array[];
  readonly error: readonly Float64Array[];
}

/** Rates and how they change with each parameter's shift, from the weighted draws. */
export function slopesAt(weights: Float64Array, draws: readonly Draw[]): Slopes {
  const parameters = draws[0]!.z.length;
  const mean = new Float64Array(parameters);
  const total = weights.reduce((a, b) => a + b, 0);
  draws.forEach(({ z }, i) => z.forEach((x, j) => (mean[j]! += (weights[i]! * x) / total)));
  const rates: number[] = [];
  const slope: Float64Array[] = [];
  const error: Float64Array[] = [];
  for (let k = 0; k < draws[0]!.counts.length; k++) {
    let such = 0;
    let of = 0;
    draws.forEach(({ counts }, i) => {
      such += weights[i]! * counts[k]![0];
      of += weights[i]! * counts[k]![1];
    });
    const rate = such / of;
    const by = new Float64Array(parameters);
    const square = new Float64Array(parameters);
    draws.forEach(({ z, counts }, i) => {
      const d = weights[i]! * (counts[k]![0] - rate * counts[k]![1]);
      if (d === 0) return;
      for (let j = 0; j < parameters; j++) {
        const x = d * (z[j]! - mean[j]!);
        by[j]! += x;
        square[j]! += x * x;
      }
    });
    rates.push(rate);
    slope.push(by.map((x) => x / of));
    error.push(square.map((x) => Math.sqrt(x) / of));
  }
  return { rates, slope, error };
}

/** Numbers of the parameters at least one rate answers to, beyond chance: a slope of more than `errors` standard errors. */
export function movable(slopes: Slopes, errors: number): number[] {
  const count = slopes.slope[0]!.length;
  return Array.from({ length: count }, (_, j) => j).filter((j) => slopes.slope.some((row, k) => Math.abs(row[j]!) > errors * slopes.error[k]![j]!));
}

/**
 * One step from a shift towards the least J, as far as the draws at hand carry it.
 * @param moved numbers of the parameters that may move; others stay where `from` has them
 * @param least share of draws that must carry the weight, in (0, 1]
 */
export function fitShift(
  from: Float64Array,
  moved: readonly number[],
  draws: readonly Draw[],
  proposals: readonly Proposal[],
  rates: readonly FittedRate[],
  least: number,
): Fit {
  let best = evaluate(from, draws, proposals, rates);
  for (let round = 0; round < 40; round++) {
    const { slope } = slopesAt(weightsAt(best.shift, draws, proposals), draws);
    const n = moved.length;
    const matrix = Array.from({ length: n }, (_, a) => Float64Array.from({ length: n }, (_, b) => (a === b ? 1 : 0)));
    const right = Float64Array.from(moved, (j) => -best.shift[j]!);
    rates.forEach((rate, k) => {
      const scaled = moved.map((j) => slope[k]![j]! / rate.spread);
      const off = (best.rates[k]! - rate.published) / rate.spread;
      for (let a = 0; a < n; a++) {
        right[a]! -= scaled[a]! * off;
        for (let b = 0; b < n; b++) matrix[a]![b]! += scaled[a]! * scaled[b]!;
      }
    });
    const step = solveSymmetric(matrix, right);
    let better: Fit | undefined;
    for (let length = 1; length > 0.02 && !better; length /= 2) {
      const shift = best.shift.slice();
      moved.forEach((j, a) => (shift[j]! += length * step[a]!));
      const tried = evaluate(shift, draws, proposals, rates);
      if (tried.objective < best.objective - 1e-6 && tried.effectiveDraws >= least * draws.length) better = tried;
    }
    if (!better) break;
    best = better;
  }
  return best;
}

function evaluate(shift: Float64Array, draws: readonly Draw[], proposals: readonly Proposal[], rates: readonly FittedRate[]): Fit {
  const weights = weightsAt(shift, draws, proposals);
  const values = rates.map((_, k) => {
    let such = 0;
    let of = 0;
    draws.forEach(({ counts }, i) => {
      such += weights[i]! * counts[k]![0];
      of += weights[i]! * counts[k]![1];
    });
    return such / of;
  });
  let objective = 0;
  for (const m of shift) objective += (m * m) / 2;
  rates.forEach((rate, k) => (objective += ((values[k]! - rate.published) / rate.spread) ** 2 / 2));
  return { shift, objective, rates: values, effectiveDraws: effectiveDraws(weights) };
}

/** Relative entropy to the prior, in bits. */
export function bitsMoved(shift: Float64Array): number {
  return shift.reduce((sum, m) => sum + (m * m) / 2, 0) / ln(2);
}
