/**
 * Waiting without polling: personal unit-rate Poisson clocks on a place's cumulative hazard.
 *
 * A place's clock grows by its hazard (exposure x hour of day x curfew …). Every person has marks on
 * that axis, a unit-rate Poisson process of his own; he acts at the first mark that finds him willing
 * and free. Because the process has no memory, the wait from becoming willing is a unit exponential
 * budget, and losing willingness costs nothing but the marks that pass meanwhile. No queue, no state.
 *
 * Marks are made by *circles* of 64 neighbours and cells of 1/64: each (circle, cell) holds a
 * Poisson(1) number of marks, each on a random member at a random spot. The axis starts anew every
 * day, so a difference of yesterday does not reshuffle today's luck. (ADR 0003)
 */
import type { IntList } from '../../base/growable.ts';
import { threefry, words, type DrawKey } from '../../base/random.ts';

/** 32-bit thresholds of the Poisson(1) distribution: count = number of thresholds <= draw. */
const poisson1 = new Float64Array([1580030168, 3160060337, 3950075421, 4213413783, 4279248373, 4292415291, 4294609777, 4294923276, 4294962463, 4294966817]);

function poissonCount(draw: number): number {
  let n = 0;
  while (n < poisson1.length && draw >= poisson1[n]!) n++;
  return n;
}

/** counter word: day (0-4095), cell (0-65535) of the day's axis, serial (0-15) of the mark */
function markCount(day: number, cell: number, serial: number): number {
  return ((day << 20) ^ (cell << 4) ^ serial) | 0;
}

export const circleSize = 64;
/** Longest daily axis the counter can hold; hazards are capped so that a day stays below it. */
export const longestDailyAxis = 1000;

/**
 * Append to `out` the slots in [from, to) that have a mark in the axis interval (before, after].
 * A slot with two marks in the interval appears twice.
 * @cost one block per circle and cell touched plus one per further mark
 */
export function collectMarks(key: DrawKey, day: number, before: number, after: number, from: number, to: number, out: IntList): void {
  const firstCell = Math.floor(before * circleSize);
  const lastCell = Math.floor(after * circleSize);
  const firstCircle = from >> 6;
  const lastCircle = (to - 1) >> 6;
  for (let circle = firstCircle; circle <= lastCircle; circle++) {
    for (let cell = firstCell; cell <= lastCell; cell++) {
      threefry(key.key0, key.key1, circle, markCount(day, cell, 0));
      const marks = poissonCount(words[0]!);
      if (marks === 0) continue;
      let bits = words[1]!;
      for (let serial = 1; ; serial++) {
        const at = (cell + ((bits >>> 6) + 0.5) / 67108864) / circleSize;
        if (at > before && at <= after) {
          const index = circle * circleSize + (bits & 63);
          if (index >= from && index < to) out.push(index);
        }
        if (serial === marks) break;
        threefry(key.key0, key.key1, circle, markCount(day, cell, serial));
        bits = words[1]!;
      }
    }
  }
}

/** Ties that can ring at once; more active ties than this add nothing. */
export const tieLevels = 16;

/**
 * Does one of a person's `activeTies` ring in (before, after] of the place's tie clock?
 * A person's tie marks have rate 16; a mark carries a level and counts when level < activeTies.
 */
export function tieRings(key: DrawKey, index: number, day: number, before: number, after: number, activeTies: number): boolean {
  const firstCell = Math.floor(before * tieLevels);
  const lastCell = Math.floor(after * tieLevels);
  for (let cell = firstCell; cell <= lastCell; cell++) {
    threefry(key.key0, key.key1, index, markCount(day, cell, 0));
    const marks = poissonCount(words[0]!);
    if (marks === 0) continue;
    let bits = words[1]!;
    for (let serial = 1; ; serial++) {
      const at = (cell + ((bits >>> 4) + 0.5) / 268435456) / tieLevels;
      if (at > before && at <= after && (bits & 15) < activeTies) return true;
      if (serial === marks) break;
      threefry(key.key0, key.key1, index, markCount(day, cell, serial));
      bits = words[1]!;
    }
  }
  return false;
}

/** The first mark after `after` of slot `index` on a day's axis, up to `limit`; NaN when there is none. For explanations: asks cell by cell. */
export function nextMark(key: DrawKey, index: number, day: number, after: number, limit: number): number {
  return nextOf(key, index >> 6, day, after, limit, circleSize, 64, (member) => member === (index & 63));
}

/** The first mark after `after` at which one of a person's `activeTies` rings, up to `limit`; NaN when there is none. */
export function nextRing(key: DrawKey, index: number, day: number, after: number, activeTies: number, limit: number): number {
  return nextOf(key, index, day, after, limit, tieLevels, tieLevels, (level) => level < activeTies);
}

/** First mark of `subject` after `after` whose low bits (below `members`) count. */
function nextOf(
  key: DrawKey,
  subject: number,
  day: number,
  after: number,
  limit: number,
  cellsPerUnit: number,
  members: number,
  counts: (low: number) => boolean,
): number {
  for (let cell = Math.floor(after * cellsPerUnit); cell < limit * cellsPerUnit; cell++) {
    let first = Number.NaN;
    threefry(key.key0, key.key1, subject, markCount(day, cell, 0));
    const marks = poissonCount(words[0]!);
    for (let serial = 0; serial < marks; serial++) {
      if (serial > 0) threefry(key.key0, key.key1, subject, markCount(day, cell, serial));
      const bits = words[1]!;
      const at = (cell + (Math.floor(bits / members) + 0.5) / (4294967296 / members)) / cellsPerUnit;
      if (at > after && counts(bits & (members - 1)) && !(at >= first)) first = at;
    }
    if (!Number.isNaN(first)) return first;
  }
  return Number.NaN;
}
