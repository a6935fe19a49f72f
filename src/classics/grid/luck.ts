/** Draws of grid models: whole numbers below a bound, a site that is free, an order of turns. All keyed. */
import { type DrawKey, threefry, words } from '../../base/random.ts';
import type { Neighbourhood, Torus } from './torus.ts';

const perWord = 2.3283064365386963e-10;

/** Picks from one 32-bit word before its rest is too coarse (148 sites: a bias below 1 in 800). */
const picksPerWord = 3;

/** Blocks tried before the free sites are counted one by one. */
const blocks = 2;

/** How many counter values `freeSite` uses from the one it is given. */
export const drawsForFreeSite = blocks + 1;

/** Whole number in [0, below) for one key and counter pair. @cost one block */
export function wholeBelow(key: DrawKey, index: number, count: number, below: number): number {
  threefry(key.key0, key.key1, index, count);
  return Math.floor(words[0]! * below * perWord);
}

/**
 * A site drawn uniformly among the free ones in view (`labels` is 0 there), or -1 if there is none.
 *
 * Tries sites at random and keeps the first free one; a dozen misses later it counts. Both ways are
 * uniform, so their mixture is.
 */
export function freeSite(key: DrawKey, index: number, count: number, torus: Torus, near: Neighbourhood, site: number, labels: Uint8Array): number {
  const size = near.size;
  const inside = torus.isInside(site, near.reach);
  for (let block = 0; block < blocks; block++) {
    threefry(key.key0, key.key1, index, count + block);
    for (let half = 0; half < 2; half++) {
      let word = words[half]!;
      for (let pick = 0; pick < picksPerWord; pick++) {
        const i = Math.floor(word * size * perWord);
        word = Math.imul(word, size) >>> 0;
        const at = inside ? site + near.offsets[i]! : torus.seen(site, near, i);
        if (labels[at] === 0) return at;
      }
    }
  }
  return labelledSite(key, index, count + blocks, torus, near, site, labels, 0);
}

/** A site in view drawn uniformly among those with `label`, or -1 if there is none. @cost two scans of the view */
export function labelledSite(
  key: DrawKey,
  index: number,
  count: number,
  torus: Torus,
  near: Neighbourhood,
  site: number,
  labels: Uint8Array,
  label: number,
): number {
  let found = 0;
  for (let i = 0; i < near.size; i++) if (labels[torus.seen(site, near, i)] === label) found++;
  if (found === 0) return -1;
  let left = wholeBelow(key, index, count, found);
  for (let i = 0; i < near.size; i++) {
    const at = torus.seen(site, near, i);
    if (labels[at] === label && left-- === 0) return at;
  }
  return -1;
}

/** Shuffles the first `length` entries in place (Fisher and Yates; Durstenfeld 1964, doi:10.1145/364520.364540). */
export function shuffle(key: DrawKey, count: number, list: Int32Array, length: number): void {
  for (let i = length - 1; i > 0; i -= 2) {
    threefry(key.key0, key.key1, i, count);
    const second = words[1]!;
    swap(list, i, Math.floor(words[0]! * (i + 1) * perWord));
    if (i > 1) swap(list, i - 1, Math.floor(second * i * perWord));
  }
}

function swap(list: Int32Array, a: number, b: number): void {
  const held = list[a]!;
  list[a] = list[b]!;
  list[b] = held;
}
