/**
 * Are both answers possible? Regions of the prior in which nearly every campaign fells its government, and
 * regions in which hardly any does, found in one half of a population and counted in the other.
 */
import { solveSymmetric } from './solve.ts';

export interface Case {
  /** what is known of it beforehand, by the names of `features` */
  readonly x: Float64Array;
  /** 1 = the government fell */
  readonly y: number;
}

export interface Region {
  /** the features it is made of, with the sign and size of their weight */
  readonly of: readonly { readonly name: string; readonly weight: number }[];
  /** in the half that was not used to find it */
  readonly cases: number;
  readonly events: number;
}

export interface TwoSides {
  readonly low: Region;
  readonly high: Region;
}

/** Features a region may be made of: few enough to be named in a sentence. */
const mostFeatures = 8;
/** Share of cases a region holds. */
const tail01 = 0.15;

/**
 * The regions where a linear score of a few features is lowest and highest: cases of even number find the
 * score and its limits, those of odd number are counted.
 */
export function twoSides(cases: readonly Case[], features: readonly string[]): TwoSides {
  const found = cases.filter((_, i) => i % 2 === 0);
  const counted = cases.filter((_, i) => i % 2 === 1);
  const standing = standardised(found);
  const chosen = features
    .map((_, j) => j)
    .toSorted((a, b) => Math.abs(standing.withEvent[b]!) - Math.abs(standing.withEvent[a]!))
    .slice(0, mostFeatures);
  const value = (one: Case, j: number) => (one.x[j]! - standing.mean[j]!) / standing.spread[j]!;
  const mean = found.reduce((sum, one) => sum + one.y, 0) / found.length;
  const matrix = chosen.map((a) => Float64Array.from(chosen, (b) => found.reduce((sum, one) => sum + value(one, a) * value(one, b), a === b ? 5 : 0)));
  const right = Float64Array.from(chosen, (a) => found.reduce((sum, one) => sum + value(one, a) * (one.y - mean), 0));
  const weights = solveSymmetric(matrix, right);
  const score = (one: Case) => chosen.reduce((sum, j, k) => sum + weights[k]! * value(one, j), 0);
  const scores = found.map(score).sort((a, b) => a - b);
  const low = scores[Math.floor(tail01 * scores.length)]!;
  const high = scores[Math.floor((1 - tail01) * scores.length)]!;
  const of = chosen.map((j, k) => ({ name: features[j]!, weight: weights[k]! }));
  const region = (inside: (s: number) => boolean): Region => {
    const members = counted.filter((one) => inside(score(one)));
    return { of, cases: members.length, events: members.reduce((sum, one) => sum + one.y, 0) };
  };
  return { low: region((s) => s <= low), high: region((s) => s >= high) };
}

function standardised(cases: readonly Case[]) {
  const n = cases.length;
  const width = cases[0]?.x.length ?? 0;
  const column = (j: number) => cases.map((one) => one.x[j]!);
  const mean = Float64Array.from({ length: width }, (_, j) => column(j).reduce((a, b) => a + b, 0) / n);
  const spread = Float64Array.from({ length: width }, (_, j) => Math.sqrt(column(j).reduce((sum, x) => sum + (x - mean[j]!) ** 2, 0) / n) || 1);
  const middle = cases.reduce((sum, one) => sum + one.y, 0) / n;
  const withEvent = Float64Array.from(
    { length: width },
    (_, j) => cases.reduce((sum, one) => sum + ((one.x[j]! - mean[j]!) / spread[j]!) * (one.y - middle), 0) / n,
  );
  return { mean, spread, withEvent };
}
