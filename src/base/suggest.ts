/** Did you mean: the known word a mistyped one was probably meant to be. */

/** Longer words are compared by their first letters only: a hostile file must not cost minutes. */
const comparedLetters = 80;

/**
 * The known word nearest to what somebody typed, or nothing when none is near.
 * A word that is the tail of exactly one known path counts as near: `zhanaozen` finds `a/b/zhanaozen`.
 * @cost O(known words x letters squared)
 * @example nearest('tciks', ['ticks', 'tocks']) === 'ticks'
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const typed = word.slice(0, comparedLetters).toLowerCase();
  const lastPart = typed.slice(typed.lastIndexOf('/') + 1);
  let best: string | undefined;
  let bestDistance = allowedEdits(typed.length) + 1;
  let tail: string | undefined;
  let tails = 0;
  for (const candidate of known) {
    const lower = candidate.slice(0, comparedLetters).toLowerCase();
    if (lastPart.length > 0 && lower.includes('/') && lower.endsWith(`/${lastPart}`)) {
      tail = candidate;
      tails++;
    }
    if (Math.abs(lower.length - typed.length) >= bestDistance) continue;
    const distance = editDistance(typed, lower, bestDistance);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = candidate;
    }
  }
  return best ?? (tails === 1 ? tail : undefined);
}

/** One slip in a short word, one for every three letters of a longer one, never the whole word. */
function allowedEdits(letters: number): number {
  return letters < 3 ? letters - 1 : Math.max(1, Math.min(6, Math.floor(letters / 3)));
}

/**
 * How many letters must be put in, left out, changed or swapped with the next to get from one word to the other.
 * @param enough from this distance on the exact one does not matter, and any at least as large may come back
 * @example editDistance('tciks', 'ticks') === 1
 */
export function editDistance(a: string, b: string, enough = Number.POSITIVE_INFINITY): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  let lastLeast = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let rowLeast = i;
    for (let j = 1; j <= b.length; j++) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, beforeLast[j - 2]! + 1);
      row.push(least);
      if (least < rowLeast) rowLeast = least;
    }
    // a swap reaches back two rows
    if (rowLeast >= enough && lastLeast >= enough) return enough;
    lastLeast = rowLeast;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
