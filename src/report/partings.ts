/** Where the two worlds of a pair part, in words: what each has first that the other has not. */
import type { Parting, PartingSide } from '../experiment/divergence.ts';
import { spreadOf } from '../view/statistics.ts';
import type { Comparison } from './comparison.ts';
import { fieldWords, kindWords, placeWords, type Words } from './words.ts';

/** Pairs that part at the same difference. */
export interface PartingKind {
  /** what the first arm has */
  readonly left: string;
  /** what the second arm has */
  readonly right: string;
  readonly pairs: number;
  readonly medianHour: number;
}

/** What differs first on both sides, commonest first; pairs that never part are left out. */
export function partings(comparison: Comparison, say: Words): PartingKind[] {
  const kinds = new Map<string, { left: string; right: string; hours: number[] }>();
  for (const parting of comparison.divergences) {
    if (parting.hour < 0 || Number.isNaN(parting.hour)) continue;
    const [left, right] = partingWords(parting, say, 'order');
    const key = JSON.stringify([left, right]);
    const kind = kinds.get(key) ?? { left, right, hours: [] };
    kinds.set(key, kind);
    kind.hours.push(parting.hour);
  }
  return [...kinds.values()]
    .map(({ left, right, hours }) => ({ left, right, pairs: hours.length, medianHour: spreadOf(hours).median }))
    .toSorted((a, b) => b.pairs - a.pairs || a.medianHour - b.medianHour || (a.left + a.right < b.left + b.right ? -1 : 1));
}

/**
 * Both sides of a parting in words, the first arm's and the second's.
 * @param tell where both have the same entry or column: its numbers, or only which is higher, so that pairs can be counted together
 */
export function partingWords({ left, right }: Parting, say: Words, tell: 'number' | 'order'): readonly [left: string, right: string] {
  return [sideWords(left, right, say, tell), sideWords(right, left, say, tell)];
}

function sideWords(side: PartingSide | undefined, other: PartingSide | undefined, say: Words, tell: 'number' | 'order'): string {
  const t = say.text.parting;
  if (!side) return t.noEntry;
  const named = `${side.by === undefined ? fieldWords(side.what, say) : kindWords(side.what, say)} (${placeWords(side.where, say)})`;
  if (side.value === undefined) return named;
  const against = other?.value ?? Number.NaN;
  const order = side.value > against ? t.higher : side.value < against ? t.lower : t.differs;
  return `${named}, ${side.term === undefined ? '' : `${side.term} `}${tell === 'number' ? say.exact(side.value) : order}`;
}
