/** What one riot did: when each town was at its height, how fast it rose and fell, what was left. */
import { outbreak, run, type Country } from './model.ts';

export interface Wave {
  /** day of the greatest activity, town by town */
  readonly peakDay: readonly number[];
  /** days between half of the greatest activity and the greatest, before and after */
  readonly riseDays: readonly number[];
  readonly fallDays: readonly number[];
  readonly left: Float64Array;
  readonly mostActive: Float64Array;
  /** activity still there at the end, all towns */
  readonly activeAtEnd: number;
}

/** @param active people active at first, town by town */
export function waveOf(country: Country, active: ArrayLike<number>, days: number, stepDays: number): Wave {
  const riot = outbreak(country, active);
  const { towns } = country;
  const course: Float64Array[] = [];
  const mostActive = new Float64Array(towns);
  const peakStep = new Int32Array(towns);
  run(country, riot, days, stepDays, () => {
    course.push(riot.slice(0, towns));
    for (let k = 0; k < towns; k++) {
      if (riot[k]! <= mostActive[k]!) continue;
      mostActive[k] = riot[k]!;
      peakStep[k] = course.length - 1;
    }
  });
  const away = (k: number, by: 1 | -1) => {
    let step = peakStep[k]!;
    while (step > 0 && step < course.length - 1 && course[step]![k]! > mostActive[k]! / 2) step += by;
    return Math.abs(step - peakStep[k]!) * stepDays;
  };
  const at = (k: number) => {
    const step = peakStep[k]!;
    if (step === 0 || step === course.length - 1) return step * stepDays;
    const [before, peak, after] = [-1, 0, 1].map((by) => course[step + by]![k]!) as [number, number, number];
    // the top of the parabola through three points, to a tenth of a second
    return Math.round((step + (before - after) / (2 * (before - 2 * peak + after))) * stepDays * 1e6) / 1e6;
  };
  const each = Array.from({ length: towns }, (_, k) => k);
  return {
    peakDay: each.map(at),
    riseDays: each.map((k) => away(k, -1)),
    fallDays: each.map((k) => away(k, 1)),
    left: riot.slice(towns),
    mostActive,
    activeAtEnd: riot.subarray(0, towns).reduce((sum, value) => sum + value, 0),
  };
}

/** Rank correlation (Spearman) of two lists; ties share their rank. 0 when one list is all ties. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (a.length - 1) / 2;
  let [both, first, second] = [0, 0, 0];
  x.forEach((rank, i) => {
    both += (rank - middle) * (y[i]! - middle);
    first += (rank - middle) * (rank - middle);
    second += (y[i]! - middle) * (y[i]! - middle);
  });
  return first === 0 || second === 0 ? 0 : both / Math.sqrt(first * second);
}

function ranks(list: readonly number[]): number[] {
  const order = list.map((_, i) => i).toSorted((i, j) => list[i]! - list[j]!);
  const found = new Array<number>(list.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && list[order[to + 1]!] === list[order[from]!]) to++;
    for (let i = from; i <= to; i++) found[order[i]!] = (from + to) / 2;
    from = to + 1;
  }
  return found;
}
