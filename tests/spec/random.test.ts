/** Rules about luck. */
import { expect, test } from 'vitest';
import { drawParameters, priorAt, statedValue, type Parameter } from '../../src/base/parameter.ts';
import { nearSquare, Permutation } from '../../src/base/permutation.ts';
import { draw32, drawKey, uniform01 } from '../../src/base/random.ts';
import { Luck } from '../../src/mechanisms/contract.ts';
import { modelParameters } from '../../src/mechanisms/registry.ts';

test('[RN1] a draw follows from seed, subject, decision, member and count alone, whatever was drawn before', () => {
  const once = uniform01(drawKey(11, 'town', 'join'), 42, 3);
  for (let i = 0; i < 1000; i++) draw32(drawKey(i, 'elsewhere', 'leave'), i, i);
  expect(uniform01(drawKey(11, 'town', 'join'), 42, 3)).toBe(once);
});

test('[RN2] another seed, subject, decision, member or count is another draw', () => {
  const draws = [drawKey(11, 'town', 'join'), drawKey(12, 'town', 'join'), drawKey(11, 'village', 'join'), drawKey(11, 'town', 'leave')].map((key) =>
    draw32(key, 0, 0),
  );
  const key = drawKey(11, 'town', 'join');
  expect(new Set([...draws, draw32(key, 1, 0), draw32(key, 0, 1)]).size).toBe(6);
});

test('[RN3] a uniform draw is at least 0 and below 1', () => {
  const key = drawKey(1, 'town', 'join');
  let outside = 0;
  for (let i = 0; i < 100_000; i++) {
    const u = uniform01(key, i, 0);
    if (!(u >= 0 && u < 1)) outside++;
  }
  expect(outside).toBe(0);
});

test('[RN4] one more parameter moves the prior draw of no other', () => {
  const more: Parameter = { id: 'new.one', unit: '1', value: 1, prior: { dist: 'uniform', low: 0, high: 2 }, meaning: 'new', assumption: 'test' };
  const before = drawParameters(modelParameters, 5, 17);
  const after = drawParameters([more, ...[...modelParameters].reverse()], 5, 17);
  for (const p of modelParameters) expect(after[p.id]).toBe(before[p.id]);
  for (const p of modelParameters) {
    expect(before[p.id]).toBeGreaterThanOrEqual(p.prior.low * (1 - 1e-12) - 1e-12);
    expect(before[p.id]).toBeLessThanOrEqual(p.prior.high * (1 + 1e-12) + 1e-12);
  }
});

test('[RN5] priors: even, even in the logarithm, triangular, by their quantiles', () => {
  expect(priorAt({ dist: 'uniform', low: 2, high: 4 }, 0.25)).toBe(2.5);
  expect(priorAt({ dist: 'logUniform', low: 1, high: 100 }, 0.5)).toBeCloseTo(10, 9);
  expect(priorAt({ dist: 'triangular', low: 0, mode: 1, high: 2 }, 0.5)).toBe(1);
  expect(priorAt({ dist: 'triangular', low: 0, mode: 1, high: 2 }, 0.125)).toBe(0.5);
});

test('[RN8] weights move the middle of a prior and narrow it, and never touch its ends or another parameter', () => {
  const of = (shift?: number, width = 1): Parameter => ({
    id: 'new.one',
    unit: '1',
    value: 1,
    prior: { dist: 'uniform', low: 0, high: 2 },
    ...(shift !== undefined && { moved: { shift, width } }),
    meaning: 'new',
    assumption: 'test',
  });
  const draws = (shift?: number) => Array.from({ length: 400 }, (_, row) => drawParameters([of(shift), ...modelParameters], 5, row));
  const [plain, up] = [draws(), draws(1)];
  const values = up.map((one) => one['new.one']!);
  expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...values)).toBeLessThanOrEqual(2);
  expect(up.every((one, row) => one['new.one']! > plain[row]!['new.one']!)).toBe(true);
  // a normal score of 1 stands at share .8413 of the range
  expect(statedValue(of(1))).toBeCloseTo(2 * 0.841344746, 8);
  expect(statedValue(of())).toBe(1);
  expect(Math.abs(values.filter((x) => x < 2 * 0.841344746).length / 400 - 0.5)).toBeLessThan(0.08);
  const narrow = Array.from({ length: 400 }, (_, row) => drawParameters([of(1, 0.5)], 5, row)['new.one']!);
  const inside = (all: readonly number[]) => all.filter((x) => Math.abs(x - statedValue(of(1))) < 0.2).length;
  expect(inside(narrow)).toBeGreaterThan(1.3 * inside(values));
  for (const { id } of modelParameters) expect(up.map((one) => one[id])).toEqual(plain.map((one) => one[id]));
});

test('[RN6] a shuffle of any rectangle is one to one and can be asked in both directions', () => {
  for (const size of [1, 2, 5, 6, 97, 1000, 4096]) {
    const shuffle = new Permutation(nearSquare(size), 3, `place ${size}`, 'vacancy');
    expect(shuffle.size).toBeGreaterThanOrEqual(size);
    const seen = new Set<number>();
    for (let x = 0; x < shuffle.size; x++) {
      const y = shuffle.forward(x);
      expect(shuffle.inverse(y)).toBe(x);
      seen.add(y);
    }
    expect(seen.size).toBe(shuffle.size);
    expect(Math.max(...seen)).toBe(shuffle.size - 1);
  }
});

test('[RN7] institutions draw by name: the same question gets the same answer, in any order', () => {
  const first = new Luck(8);
  const second = new Luck(8);
  const a = [first.draw('land', 'head', 1), first.draw('land', 'group', 0), first.draw('other', 'head', 1)];
  const b = [second.draw('other', 'head', 1), second.draw('land', 'group', 0), second.draw('land', 'head', 1)];
  expect(b.reverse()).toEqual(a);
  expect(new Set(a).size).toBe(3);
});
