/**
 * AssemblyScript: everybody's record, and the order of turns.
 *
 * A record has 8 bytes: column and row of the site (16 bits each), then what the low two bits of the upper half say the
 * actor is, then 30 bits of the model's own. The records themselves are put in order, so that a tick reads them one
 * after the other. Each is thrown into one of some buckets, and each bucket is shuffled while it fits the fastest memory:
 * every order is equally likely (Rao 1961, Sandelius 1962, doi:10.1111/j.2517-6161.1962.tb00473.x).
 */
import { below, tiles, word } from './grid';

/** What stands in the low two bits of the upper half: somebody to be found by site; somebody who takes no turn. */
export const findable: u32 = 1;
export const away: u32 = 3;

export let records: usize = 0;
let spare: usize = 0;
export let actorCount: i32 = 0;
let bucketStarts: usize = 0;
let bucketOf: usize = 0;
let bucketCount: i32 = 0;
/** For every site, where the record of the findable actor there is. */
export let finder: usize = 0;

/** @param at where the host's numbers for the order begin @returns where the next ones do */
export function openOrder(at: usize): usize {
  records = load<u32>(at);
  spare = load<u32>(at + 4);
  actorCount = load<i32>(at + 8);
  bucketStarts = load<u32>(at + 12);
  bucketOf = load<u32>(at + 16);
  bucketCount = load<i32>(at + 20);
  finder = load<u32>(at + 24);
  return at + 28;
}

// @ts-ignore: decorator
@inline
export function note(x: i32, y: i32, index: i32): void {
  const site = <usize>((((y >> 3) * tiles + (x >> 3)) << 6) | ((y & 7) << 3) | (x & 7));
  store<i32>(finder + (site << 2), index);
}

// @ts-ignore: decorator
@inline
export function noted(x: i32, y: i32): i32 {
  const site = <usize>((((y >> 3) * tiles + (x >> 3)) << 6) | ((y & 7) << 3) | (x & 7));
  return load<i32>(finder + (site << 2));
}

/** A fresh order of those who take turns; those away stand behind them, in the order they had. @param present how many take turns */
export function reorder(present: i32): void {
  if (bucketCount > 1) throwDice(present);
  else store<u32>(bucketStarts, 0);
  let behind = spare + (<usize>present << 3);
  const from = records;
  const end = from + (<usize>actorCount << 3);
  let die = bucketOf;
  for (let at = from; at < end; at += 8) {
    const record = load<u64>(at);
    if ((<u32>(record >> 32) & 3) === away) {
      store<u64>(behind, record);
      behind += 8;
    } else {
      const counter = bucketStarts + (bucketCount > 1 ? <usize>(load<u8>(die++) & <u8>(bucketCount - 1)) << 2 : 0);
      const place = load<u32>(counter);
      store<u32>(counter, place + 1);
      store<u64>(spare + (<usize>place << 3), record);
    }
  }
  records = spare;
  spare = from;
  // each counter now stands where its bucket ends
  let first = 0;
  for (let b = 0; b < bucketCount; b++) {
    const last = load<i32>(bucketStarts + (<usize>b << 2));
    shuffle(first, last);
    first = last;
  }
}

/** Four dice from each word, and where each bucket begins. */
function throwDice(present: i32): void {
  const mask = <u8>(bucketCount - 1);
  for (let i = 0; i < present; i += 4) store<u32>(bucketOf + <usize>i, word());
  memory.fill(bucketStarts, 0, <usize>bucketCount << 2);
  for (let i = 0; i < present; i++) {
    const counter = bucketStarts + (<usize>(load<u8>(bucketOf + <usize>i) & mask) << 2);
    store<u32>(counter, load<u32>(counter) + 1);
  }
  let sum = 0;
  for (let b = 0; b < bucketCount; b++) {
    const counter = bucketStarts + (<usize>b << 2);
    const many = load<i32>(counter);
    store<i32>(counter, sum);
    sum += many;
  }
}

/** From the last place down, each place takes one of those not yet placed (Durstenfeld 1964, doi:10.1145/364520.364540). */
function shuffle(first: i32, end: i32): void {
  for (let i = end - 1; i >= first; i--) {
    const at = records + (<usize>i << 3);
    const from = records + (<usize>(first + <i32>below(i - first + 1)) << 3);
    const taken = load<u64>(from);
    store<u64>(from, load<u64>(at));
    store<u64>(at, taken);
    if ((<u32>(taken >> 32) & 3) === findable) note(<i32>(<u32>taken & 0xffff), <i32>((<u32>taken >> 16) & 0xffff), i);
  }
}
