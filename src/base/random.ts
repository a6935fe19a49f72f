/**
 * Luck that belongs to people: draws keyed by seed, who, which decision and the how-manieth time.
 *
 * There is no stream and no state. A key (seed, subject, decision) is a 64-bit word pair, a draw is
 * the Threefry-2x32 block cipher (13 rounds) of the counter (index, count) under that key, so two
 * different questions can never shift one another's answers.
 *
 * @source Salmon, Moraes, Dror & Shaw 2011, doi:10.1145/2063384.2063405 (Threefry; 13 rounds is the
 *         smallest number they found Crush-resistant for 2x32). Our own TestU01 runs: docs/random.md
 */

const parity = 0x1bd11bda;

/** Both output words of the last `threefry` call: a pair that is never allocated anew. */
export const words = new Uint32Array(2);

/**
 * One block: fills `words` (unsigned 32 bit) from a key pair and a counter pair.
 * @cost about 15 ns, no allocation
 */
export function threefry(key0: number, key1: number, counter0: number, counter1: number): void {
  const key2 = parity ^ key0 ^ key1;
  let x0 = (counter0 + key0) | 0;
  let x1 = (counter1 + key1) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + key1) | 0;
  x1 = (x1 + key2 + 1) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 29) | (x1 >>> 3)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 16) | (x1 >>> 16)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 24) | (x1 >>> 8)) ^ x0;
  x0 = (x0 + key2) | 0;
  x1 = (x1 + key0 + 2) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 13) | (x1 >>> 19)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 15) | (x1 >>> 17)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 26) | (x1 >>> 6)) ^ x0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 6) | (x1 >>> 26)) ^ x0;
  x0 = (x0 + key0) | 0;
  x1 = (x1 + key1 + 3) | 0;
  x0 = (x0 + x1) | 0;
  x1 = ((x1 << 17) | (x1 >>> 15)) ^ x0;
  words[0] = x0;
  words[1] = x1;
}

/** A key for one decision of one subject (a place, a country, a unit) under one seed. */
export interface DrawKey {
  readonly key0: number;
  readonly key1: number;
}

/** 32-bit fingerprint of a name (FNV-1a with a final avalanche); used only inside keys. */
export function nameHash(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    h ^= name.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The key for (seed, subject, decision): itself one Threefry block, so related seeds or names give
 * unrelated keys.
 * @param seed whole number in [0, 2^53)
 */
export function drawKey(seed: number, subject: string, decision: string): DrawKey {
  threefry(seed >>> 0, Math.floor(seed / 4294967296) >>> 0, nameHash(subject), nameHash(decision));
  return { key0: words[0]! | 0, key1: words[1]! | 0 };
}

/** Uniform in [0,1) with 32 bits: the draw of subject `key`, member `index`, `count`-th time. */
export function uniform01(key: DrawKey, index: number, count: number): number {
  threefry(key.key0, key.key1, index, count);
  return words[0]! * 2.3283064365386963e-10;
}

/** Unsigned 32-bit draw, for ranking and integer comparisons. */
export function draw32(key: DrawKey, index: number, count: number): number {
  threefry(key.key0, key.key1, index, count);
  return words[0]!;
}
