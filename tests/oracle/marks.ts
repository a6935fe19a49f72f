/**
 * The marks on personal clocks, made one by one from the definition (docs/adr, ADR 0003): a cell holds
 * a Poisson(1) number of marks, the m-th mark is the second word of block (subject, day | cell | m).
 */
import { threefry, words, type DrawKey } from '../../src/base/random.ts';

/** The Poisson(1) distribution, cumulated: 1/e, 2/e, 2.5/e … in 32 bits. */
const cumulative32 = (() => {
  const sums: number[] = [];
  let term = 1 / Math.E;
  let sum = 0;
  for (let n = 0; n < 10; n++) {
    sum += term;
    sums.push(Math.floor(sum * 4294967296));
    term /= n + 1;
  }
  return sums;
})();

/** 32 random bits of every mark of `subject` in one cell of a day's axis. */
function bitsOfMarks(key: DrawKey, subject: number, day: number, cell: number): number[] {
  const counter = (mark: number) => (day * 1048576 + cell * 16 + mark) | 0;
  threefry(key.key0, key.key1, subject, counter(0));
  const draw = words[0]!;
  const count = cumulative32.filter((limit) => draw >= limit).length;
  const bits: number[] = [];
  for (let mark = 0; mark < count; mark++) {
    threefry(key.key0, key.key1, subject, counter(mark));
    bits.push(words[1]!);
  }
  return bits;
}

/**
 * Where on the day's axis the person at `slot` has marks, among all marks of his circle of 64 in the
 * cells that touch [from, to].
 */
export function ownMarks(key: DrawKey, slot: number, day: number, from: number, to: number): number[] {
  const circle = Math.floor(slot / 64);
  const own: number[] = [];
  for (let cell = Math.floor(from * 64); cell <= Math.floor(to * 64); cell++) {
    for (const bits of bitsOfMarks(key, circle, day, cell)) {
      const member = bits % 64;
      if (circle * 64 + member === slot) own.push((cell + (Math.floor(bits / 64) + 0.5) / 67108864) / 64);
    }
  }
  return own;
}

/** Does the person have a mark in (before, after]? */
export function isReached(key: DrawKey, slot: number, day: number, before: number, after: number): boolean {
  return ownMarks(key, slot, day, before, after).some((at) => at > before && at <= after);
}

/** Does one of so many active ties ring in (before, after]? A person's ties have sixteen levels, numbered from 0. */
export function isRung(key: DrawKey, slot: number, day: number, before: number, after: number, activeTies: number): boolean {
  for (let cell = Math.floor(before * 16); cell <= Math.floor(after * 16); cell++) {
    for (const bits of bitsOfMarks(key, slot, day, cell)) {
      const level = bits % 16;
      const at = (cell + (Math.floor(bits / 16) + 0.5) / 268435456) / 16;
      if (at > before && at <= after && level < activeTies) return true;
    }
  }
  return false;
}
