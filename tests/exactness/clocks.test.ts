/** Marks on personal clocks: the engine's collection by circles against one person's marks at a time. */
import { expect, test } from 'vitest';
import { IntList } from '../../src/base/growable.ts';
import { drawKey } from '../../src/base/random.ts';
import * as engineClocks from '../../src/world/people/clocks.ts';
import { isReached, isRung, ownMarks } from '../oracle/marks.ts';
import { dice } from '../support/worlds.ts';
import { closedAtTheWrongEnd } from './faults.ts';
import { loadMutantFile, occurrences } from './mutants.ts';

const key = drawKey(7, 'land-0/region-0/town-0', 'reach');

/** Slots with a mark in (before, after], each as often as it has marks, sorted. */
function collected(clocks: Pick<typeof engineClocks, 'collectMarks'>, day: number, before: number, after: number, from: number, to: number): number[] {
  const out = new IntList(16);
  clocks.collectMarks(key, day, before, after, from, to, out);
  return Array.from(out.items.subarray(0, out.length)).sort((a, b) => a - b);
}

function literal(day: number, before: number, after: number, from: number, to: number): number[] {
  const slots: number[] = [];
  for (let slot = from; slot < to; slot++) {
    for (const at of ownMarks(key, slot, day, before, after)) if (at > before && at <= after) slots.push(slot);
  }
  return slots;
}

test('collecting marks of a stretch of slots is asking each slot on its own', () => {
  for (let n = 0; n < 300; n++) {
    const u = dice(n, 'clocks');
    const before = u(0) * 3;
    const after = before + u(1) * (n % 3 === 0 ? 2 : 0.05);
    const from = Math.floor(u(2) * 200);
    const to = from + 1 + Math.floor(u(3) * 150);
    expect(collected(engineClocks, n % 30, before, after, from, to)).toEqual(literal(n % 30, before, after, from, to));
  }
});

test('the next mark and the next ring are the first of one’s own', () => {
  for (let n = 0; n < 400; n++) {
    const u = dice(n, 'next marks');
    const after = n % 4 === 0 ? 0 : u(0) * 5;
    const [slot, day, ties] = [Math.floor(u(1) * 300), n % 30, 1 + Math.floor(u(2) * 18)];
    const [first] = ownMarks(key, slot, day, after, 25)
      .filter((at) => at > after && at <= 25)
      .sort((a, b) => a - b);
    expect(engineClocks.nextMark(key, slot, day, after, 25)).toBe(first ?? Number.NaN);
    const ring = engineClocks.nextRing(key, slot, day, after, ties, 60);
    expect(isRung(key, slot, day, after, ring, ties)).toBe(true);
    expect(isRung(key, slot, day, after, ring - 1e-9, ties)).toBe(false);
  }
  const [only] = ownMarks(key, 5, 2, 0, 20).sort((a, b) => a - b);
  expect(engineClocks.nextMark(key, 5, 2, 0, Math.floor(only! * 64) / 64)).toBeNaN();
});

test('an interval holds the mark at its end and not the one at its beginning', async () => {
  const marks = Array.from({ length: 64 }, (_, slot) => ownMarks(key, slot, 3, 0, 4)).flat();
  expect(marks.length).toBeGreaterThan(100);
  const mutant = (await loadMutantFile('closed-at-the-wrong-end', closedAtTheWrongEnd)) as typeof engineClocks;
  expect(occurrences(closedAtTheWrongEnd)).toBe(1);
  let caught = 0;
  for (const at of marks) {
    for (const [before, after] of [
      [at - 0.01, at],
      [at, at + 0.01],
    ] as const) {
      const expected = literal(3, before, after, 0, 64);
      expect(collected(engineClocks, 3, before, after, 0, 64)).toEqual(expected);
      if (String(collected(mutant, 3, before, after, 0, 64)) !== String(expected)) caught++;
    }
  }
  expect(caught).toBe(2 * marks.length);
});

test('rings of ties are the marks whose level lies below the number of active ties', () => {
  let rings = 0;
  for (let n = 0; n < 20_000; n++) {
    const u = dice(n, 'rings');
    const before = u(0) * 2;
    const after = before + u(1) * 0.3;
    const ties = Math.floor(u(2) * 20);
    const rung = engineClocks.tieRings(key, n % 500, n % 9, before, after, ties);
    expect(rung).toBe(isRung(key, n % 500, n % 9, before, after, ties));
    if (rung) rings++;
  }
  expect(rings).toBeGreaterThan(4000);
});

test('marks come at rate one and fall on the members of a circle alike', () => {
  const marks = Array.from({ length: 640 }, (_, slot) => ownMarks(key, slot, 1, 0, 50).filter((at) => at <= 50).length);
  const mean = marks.reduce((sum, m) => sum + m, 0) / marks.length;
  const variance = marks.reduce((sum, m) => sum + (m - mean) ** 2, 0) / marks.length;
  // four standard errors of a Poisson mean, and of its variance
  expect(Math.abs(mean - 50)).toBeLessThan(4 * Math.sqrt(50 / 640));
  expect(Math.abs(variance - 50)).toBeLessThan(4 * 50 * Math.sqrt(2 / 640));
});

test('somebody without a mark in the hour is not reached', () => {
  const [first] = ownMarks(key, 5, 2, 0, 20).sort((a, b) => a - b);
  expect(isReached(key, 5, 2, 0, first! - 1e-9)).toBe(false);
  expect(isReached(key, 5, 2, 0, first!)).toBe(true);
});
