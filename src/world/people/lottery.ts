/** Who is taken: the k people with the smallest keyed draws, so the order of a list never matters. */
import type { IntList } from '../../base/growable.ts';

/**
 * Positions in `list` of the `number` items with the smallest draws, smallest first
 * (equal draws: the smaller item first).
 * @cost O(n + k log k) draws and comparisons
 */
export function smallestDraws(list: IntList, number: number, drawOf: (item: number) => number): number[] {
  const n = list.length;
  if (number <= 0 || n === 0) return [];
  const draws = new Float64Array(n);
  // draw (32 bit) and item (below 2^31) cannot share a double exactly, so ties are settled by item
  for (let i = 0; i < n; i++) draws[i] = drawOf(list.items[i]!);
  const before = (a: number, b: number) => draws[a]! - draws[b]! || list.items[a]! - list.items[b]!;
  if (number >= n) return Array.from({ length: n }, (_, i) => i).sort(before);
  const limit = draws.slice().sort()[number - 1]!;
  const chosen: number[] = [];
  for (let i = 0; i < n; i++) if (draws[i]! <= limit) chosen.push(i);
  return chosen.sort(before).slice(0, number);
}
