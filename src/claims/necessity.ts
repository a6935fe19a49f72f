/**
 * What pairs say about a cause: worlds that share people, parameters and luck, one with the cause and one
 * without. Where both answers are known, necessity and sufficiency are counted, not estimated.
 * @source Pearl 1999, doi:10.1023/A:1005233831499; Tian & Pearl 2000, doi:10.1023/A:1018912507879
 */

/** In how many pairs an event happened on which side. */
export interface PairedEvents {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/**
 * Count an event within pairs; `first[i]` and `second[i]` are pair i.
 * @param first 1 = happened, 0 = did not, NaN = cannot be said; pairs with a NaN are left out
 */
export function countPairs(first: readonly number[], second: readonly number[]): PairedEvents {
  let [both, onlyFirst, onlySecond, neither] = [0, 0, 0, 0];
  for (let i = 0; i < Math.min(first.length, second.length); i++) {
    const [a, b] = [first[i]!, second[i]!];
    if (Number.isNaN(a) || Number.isNaN(b)) continue;
    if (a === 1 && b === 1) both++;
    else if (a === 1) onlyFirst++;
    else if (b === 1) onlySecond++;
    else neither++;
  }
  return { both, onlyFirst, onlySecond, neither };
}

export function pairsIn({ both, onlyFirst, onlySecond, neither }: PairedEvents): number {
  return both + onlyFirst + onlySecond + neither;
}

/**
 * Pairs of worlds with and without a cause. Where the cause comes about by itself (an answer, a defection),
 * the pairs stand apart by whether it did in the world left alone; where it was set by lot or by the
 * design, all pairs belong to both.
 */
export interface CausePairs {
  /** first = with the cause; pairs whose own world had it */
  readonly present: PairedEvents;
  /** pairs whose own world did not */
  readonly absent: PairedEvents;
}

/** Pairs told apart by `hadCause[i]`: 1 = pair i, left alone, has the cause. */
export function causePairs(withCause: readonly number[], without: readonly number[], hadCause: readonly number[]): CausePairs {
  const of = (side: number) => {
    const rows = hadCause.flatMap((had, i) => (had === side ? [i] : []));
    return countPairs(
      rows.map((i) => withCause[i]!),
      rows.map((i) => without[i]!),
    );
  };
  return { present: of(1), absent: of(0) };
}

/** Probabilities in [0,1]; NaN where no pair says anything. */
export interface Causation {
  /** PN: where cause and event were, the event would not have been without the cause */
  readonly necessity: number;
  /** PS: where neither was, the event would have been with the cause */
  readonly sufficiency: number;
  /** PNS: the event is with the cause and only with it */
  readonly both: number;
}

/** Probabilities of causation, counted. They hold for the luck that the two worlds share, and for no other coupling. */
export function causationIn({ present, absent }: CausePairs): Causation {
  return {
    necessity: share(present.onlyFirst, present.both + present.onlyFirst),
    sufficiency: share(absent.onlyFirst, absent.neither + absent.onlyFirst),
    both: share(present.onlyFirst + absent.onlyFirst, pairsIn(present) + pairsIn(absent)),
  };
}

/** The same for a cause set by lot or by the design: every pair is asked both ways. */
export function causationOfSetCause(pairs: PairedEvents): Causation {
  return causationIn({ present: pairs, absent: pairs });
}

function share(count: number, of: number): number {
  return of > 0 ? count / of : Number.NaN;
}
