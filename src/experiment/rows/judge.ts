/** Whether a row shows: paired differences against what they would be if the two worlds of a pair changed names at random. */
import type { Contrast, Criterion, Difference, Level, Measure, Row } from './row.ts';

/** Standard normal deviate of a two-sided 95 % interval. */
const z95 = 1.959963984540054;

/** [run] of one measure at one setting. */
export type Outcomes = Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;

export interface Judged {
  readonly criterion: Criterion;
  readonly measure: Measure;
  /** means at the two settings, or share at the one */
  readonly from: number;
  readonly to: number;
  /** how large the mean difference gets when the two worlds of each pair change names by the toss of a coin, 95 % */
  readonly noise: number;
  /** half-width of the 95 % interval of the paired difference */
  readonly half: number;
  readonly isMet: boolean;
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((a, b) => a + b, 0) / values.length;
}

/** Judge all criteria of a row. @param outcomes [setting][measure][run], run k of every setting with the same luck */
export function judge(row: Row, outcomes: Outcomes): readonly Judged[] {
  return row.criteria.map((criterion) => {
    const measure = row.measures.find((m) => m.id === criterion.measure);
    if (!measure) throw new RangeError(`row ${row.id}: a criterion names the measure "${criterion.measure}", which it does not have`);
    return 'at' in criterion ? judgeLevel(criterion, measure, outcomes) : judgeDifference(criterion, measure, outcomes);
  });
}

function judgeLevel(criterion: Level, measure: Measure, outcomes: Outcomes): Judged {
  const share = mean(outcomes[criterion.at]![measure.id]!);
  const isMet = criterion.is === 'above' ? share > criterion.share01 : share < criterion.share01;
  return { criterion, measure, from: share, to: share, noise: 0, half: 0, isMet };
}

function judgeDifference(criterion: Difference, measure: Measure, outcomes: Outcomes): Judged {
  const { from, to, difference, noise, half } = contrasted(criterion, outcomes);
  const size = criterion.is === 'more' ? difference : -difference;
  return { criterion, measure, from, to, noise, half, isMet: size >= criterion.atLeast && size > noise && size > half };
}

/** Means at two settings, the paired difference, the A/A band and the half-width of the 95 % interval, in the measure's unit. */
export function contrasted(criterion: Contrast, outcomes: Outcomes) {
  const first = outcomes[criterion.from]![criterion.measure]!;
  const second = outcomes[criterion.to]![criterion.measure]!;
  const n = first.length;
  const differences = second.map((value, i) => value - first[i]!);
  const difference = mean(differences);
  // A/A: were both worlds of every pair the same but for luck, the sign of each difference would be a toss of a coin
  const noise = (z95 * Math.sqrt(differences.reduce((sum, d) => sum + d * d, 0))) / n;
  const half = z95 * Math.sqrt(differences.reduce((sum, d) => sum + (d - difference) ** 2, 0) / Math.max(1, n - 1) / n);
  return { from: mean(first), to: mean(second), difference, noise, half };
}
