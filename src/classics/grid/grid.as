/**
 * AssemblyScript: a torus as planes of bits, luck in blocks, an order of turns. Compiled into the module of a model.
 *
 * Eight by eight sites are one 64-bit word, so what is seen from a site lies in nine words: a mask cuts the view out of
 * each and one instruction counts it. The sides are multiples of eight and the tiles at an edge have those of the other
 * edge as neighbours. The host lays the memory out (memory.ts) and fills masks and tables.
 */

// what the host writes: 32-bit numbers from this address on, in the order of `Layout` in memory.ts
const header: usize = 64;
// two words for every tile of a view, while a site is chosen
const scratch: usize = 256;

export let tiles: i32 = 0;
export let masks: usize = 0;
let selectTable: usize = 0;
let wordsFrom: usize = 0;
let wordsEnd: usize = 0;
let key0: i32 = 0;
let key1: i32 = 0;

let side: i32 = 0;
let cursor: usize = 0;
let block: u64 = 0;

/** Reads the host's layout; nothing has been drawn yet. @returns where the numbers of the model begin */
export function openGrid(): usize {
  tiles = load<i32>(header);
  masks = load<u32>(header + 4);
  selectTable = load<u32>(header + 8);
  wordsFrom = load<u32>(header + 12);
  wordsEnd = load<u32>(header + 16);
  key0 = load<i32>(header + 20);
  key1 = load<i32>(header + 24);
  side = tiles << 3;
  cursor = wordsEnd;
  block = 0;
  return header + 28;
}

// @ts-ignore: decorator
@inline
function turned(x: v128, by: i32): v128 {
  return v128.or(i32x4.shl(x, by), i32x4.shr_u(x, 32 - by));
}

/** Four blocks of Threefry-2x32-13 at a time, counters one after the other (src/base/random.ts has the plain form). */
function refill(): void {
  const k0 = i32x4.splat(key0);
  const k1 = i32x4.splat(key1);
  const parity = 0x1bd11bda ^ key0 ^ key1;
  const after4 = i32x4.splat(key1);
  const also4 = i32x4.splat(parity + 1);
  const after8 = i32x4.splat(parity);
  const also8 = i32x4.splat(key0 + 2);
  const also12 = i32x4.splat(key1 + 3);
  const high = i32x4.add(i32x4.splat(<i32>(block >> 32)), k1);
  let low = i32x4.add(i32x4.add(i32x4.splat(<i32>block), i32x4(0, 1, 2, 3)), k0);
  const four = i32x4.splat(4);
  for (let at = wordsFrom; at < wordsEnd; at += 32) {
    let a = i32x4.add(low, high);
    let b = v128.xor(turned(high, 13), a);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 15), a);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 26), a);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 6), a);
    a = i32x4.add(a, after4);
    b = i32x4.add(b, also4);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 17), a);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 29), a);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 16), a);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 24), a);
    a = i32x4.add(a, after8);
    b = i32x4.add(b, also8);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 13), a);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 15), a);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 26), a);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 6), a);
    a = i32x4.add(a, k0);
    b = i32x4.add(b, also12);
    a = i32x4.add(a, b);
    b = v128.xor(turned(b, 17), a);
    v128.store(at, v128.shuffle<i32>(a, b, 0, 4, 1, 5));
    v128.store(at, v128.shuffle<i32>(a, b, 2, 6, 3, 7), 16);
    low = i32x4.add(low, four);
  }
  block += <u64>((wordsEnd - wordsFrom) >> 3);
  cursor = wordsFrom;
}

/** The next 32 bits of the run's luck. */
// @ts-ignore: decorator
@inline
export function word(): u32 {
  if (cursor === wordsEnd) refill();
  const drawn = load<u32>(cursor);
  cursor += 4;
  return drawn;
}

/** Whole number in [0, n), n at least 1. */
// @ts-ignore: decorator
@inline
export function below(n: u32): u32 {
  return <u32>((<u64>word() * <u64>n) >> 32);
}

// @ts-ignore: decorator
@inline
export function wordOf(plane: usize, x: i32, y: i32): usize {
  return plane + (<usize>((y >> 3) * tiles + (x >> 3)) << 3);
}

// @ts-ignore: decorator
@inline
export function bitOf(x: i32, y: i32): u64 {
  return (<u64>1) << (((y & 7) << 3) | (x & 7));
}

// @ts-ignore: decorator
@inline
export function raise(plane: usize, x: i32, y: i32): void {
  const at = wordOf(plane, x, y);
  store<u64>(at, load<u64>(at) | bitOf(x, y));
}

// @ts-ignore: decorator
@inline
export function lower(plane: usize, x: i32, y: i32): void {
  const at = wordOf(plane, x, y);
  store<u64>(at, load<u64>(at) & ~bitOf(x, y));
}

/** How many bits of a plane are seen from a site. */
export function seen(plane: usize, x: i32, y: i32): i32 {
  const m = masks + <usize>(((y & 7) << 3) | (x & 7)) * 72;
  const tx = x >> 3;
  const ty = y >> 3;
  const l = <usize>(tx === 0 ? tiles - 1 : tx - 1) << 3;
  const c = <usize>tx << 3;
  const r = <usize>(tx === tiles - 1 ? 0 : tx + 1) << 3;
  const up = plane + (<usize>((ty === 0 ? tiles - 1 : ty - 1) * tiles) << 3);
  const mid = plane + (<usize>(ty * tiles) << 3);
  const down = plane + (<usize>((ty === tiles - 1 ? 0 : ty + 1) * tiles) << 3);
  return <i32>(
    (popcnt(load<u64>(up + l) & load<u64>(m)) +
      popcnt(load<u64>(up + c) & load<u64>(m, 8)) +
      popcnt(load<u64>(up + r) & load<u64>(m, 16)) +
      popcnt(load<u64>(mid + l) & load<u64>(m, 24)) +
      popcnt(load<u64>(mid + c) & load<u64>(m, 32)) +
      popcnt(load<u64>(mid + r) & load<u64>(m, 40)) +
      popcnt(load<u64>(down + l) & load<u64>(m, 48)) +
      popcnt(load<u64>(down + c) & load<u64>(m, 56)) +
      popcnt(load<u64>(down + r) & load<u64>(m, 64)))
  );
}

// @ts-ignore: decorator
@inline
function keep(k: usize, w: u64, before: i32): i32 {
  store<u64>(scratch + (k << 3), w);
  store<i32>(scratch + 96 + (k << 2), before);
  return before + <i32>popcnt(w);
}

/**
 * A site drawn uniformly among those in view whose bit differs from `flip` (all ones: the clear ones; nothing: the set ones).
 * @returns row and column in 16 bits each, or -1 if there is none, and then nothing is drawn
 */
export function choose(plane: usize, flip: u64, x: i32, y: i32): i32 {
  const m = masks + <usize>(((y & 7) << 3) | (x & 7)) * 72;
  const tx = x >> 3;
  const ty = y >> 3;
  const l = <usize>(tx === 0 ? tiles - 1 : tx - 1) << 3;
  const c = <usize>tx << 3;
  const r = <usize>(tx === tiles - 1 ? 0 : tx + 1) << 3;
  const up = plane + (<usize>((ty === 0 ? tiles - 1 : ty - 1) * tiles) << 3);
  const mid = plane + (<usize>(ty * tiles) << 3);
  const down = plane + (<usize>((ty === tiles - 1 ? 0 : ty + 1) * tiles) << 3);
  const n1 = keep(0, (load<u64>(up + l) ^ flip) & load<u64>(m), 0);
  const n2 = keep(1, (load<u64>(up + c) ^ flip) & load<u64>(m, 8), n1);
  const n3 = keep(2, (load<u64>(up + r) ^ flip) & load<u64>(m, 16), n2);
  const n4 = keep(3, (load<u64>(mid + l) ^ flip) & load<u64>(m, 24), n3);
  const n5 = keep(4, (load<u64>(mid + c) ^ flip) & load<u64>(m, 32), n4);
  const n6 = keep(5, (load<u64>(mid + r) ^ flip) & load<u64>(m, 40), n5);
  const n7 = keep(6, (load<u64>(down + l) ^ flip) & load<u64>(m, 48), n6);
  const n8 = keep(7, (load<u64>(down + c) ^ flip) & load<u64>(m, 56), n7);
  const all = keep(8, (load<u64>(down + r) ^ flip) & load<u64>(m, 64), n8);
  if (all === 0) return -1;
  const drawn = <i32>below(all);
  const k =
    <i32>(drawn >= n1) + <i32>(drawn >= n2) + <i32>(drawn >= n3) + <i32>(drawn >= n4) + <i32>(drawn >= n5) + <i32>(drawn >= n6) + <i32>(drawn >= n7) + <i32>(drawn >= n8);
  const bit = nth(load<u64>(scratch + (<usize>k << 3)), drawn - load<i32>(scratch + 96 + (<usize>k << 2)));
  const down01 = (k * 11) >> 5;
  let toX = (x & ~7) + ((k - 3 * down01 - 1) << 3) + (bit & 7);
  let toY = (y & ~7) + ((down01 - 1) << 3) + (bit >> 3);
  toX = toX < 0 ? toX + side : toX >= side ? toX - side : toX;
  toY = toY < 0 ? toY + side : toY >= side ? toY - side : toY;
  return (toY << 16) | toX;
}

/** Where the n-th set bit of a word is, n from 0 (Vigna 2008, doi:10.1007/978-3-540-68552-4_12). */
// @ts-ignore: decorator
@inline
function nth(w: u64, n: i32): i32 {
  let s = w - ((w >> 1) & 0x5555555555555555);
  s = (s & 0x3333333333333333) + ((s >> 2) & 0x3333333333333333);
  s = ((s + (s >> 4)) & 0x0f0f0f0f0f0f0f0f) * 0x0101010101010101;
  const full = (((<u64>n * 0x0101010101010101) | 0x8080808080808080) - s) & 0x8080808080808080;
  const shift = popcnt(full) << 3;
  const before = <i32>(((s << 8) >> shift) & 0xff);
  return <i32>shift + <i32>load<u8>(selectTable + (<usize>(n - before) << 8) + <usize>((w >> shift) & 0xff));
}
