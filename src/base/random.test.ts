import { describe, expect, it } from 'vitest';
import { draw32, drawKey, nameHash, threefry, uniform01, words } from './random.ts';

const block = (key: readonly [number, number], counter: readonly [number, number]): [number, number] => {
  threefry(key[0], key[1], counter[0], counter[1]);
  return [words[0]!, words[1]!];
};

/**
 * @source "threefry2x32 13" of the file kat_vectors in D. E. Shaw Research's Random123, the
 *         authors' own implementation: all zero, all one, and the digits of pi
 */
const known: readonly (readonly [[number, number], [number, number], [number, number]])[] = [
  // counter, key, output
  [
    [0, 0],
    [0, 0],
    [0x9d1c5ec6, 0x8bd50731],
  ],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    [0xfd36d048, 0x2d17272c],
  ],
  [
    [0x243f6a88, 0x85a308d3],
    [0x13198a2e, 0x03707344],
    [0xba3e4725, 0xf27d669e],
  ],
];

/** The rounds as a loop over the paper's rotation table, in whole numbers without a size. */
const threefryOfThePaper = (key: readonly [number, number], counter: readonly [number, number]): [number, number] => {
  const mask = 0xffffffffn;
  const rotations = [13n, 15n, 26n, 6n, 17n, 29n, 16n, 24n];
  const keys = [BigInt(key[0]), BigInt(key[1])];
  keys.push(0x1bd11bdan ^ keys[0]! ^ keys[1]!);
  let x = (BigInt(counter[0]) + keys[0]!) & mask;
  let y = (BigInt(counter[1]) + keys[1]!) & mask;
  for (let round = 0; round < 13; round++) {
    const by = rotations[round % 8]!;
    x = (x + y) & mask;
    y = (((y << by) | (y >> (32n - by))) & mask) ^ x;
    if (round % 4 === 3) {
      const step = (round + 1) / 4;
      x = (x + keys[step % 3]!) & mask;
      y = (y + keys[(step + 1) % 3]! + BigInt(step)) & mask;
    }
  }
  return [Number(x), Number(y)];
};

describe('threefry', () => {
  it.each(known)('gives the published answer for counter %j, key %j', (counter, key, output) => {
    expect(block(key, counter)).toEqual(output);
  });

  it('agrees with the paper, round by round, on 20,000 chained blocks', () => {
    let a: [number, number] = [1, 2];
    let b: [number, number] = [3, 4];
    for (let i = 0; i < 20_000; i++) {
      const output = block(a, b);
      expect(output).toEqual(threefryOfThePaper(a, b));
      a = b;
      b = output;
    }
  });
});

describe('names and keys', () => {
  it('hashes names with FNV-1a and the finishing step of MurmurHash3', () => {
    // FNV-1a: '' 811c9dc5, 'a' e40c292c, 'foobar' bf9cf968 (published); then fmix32, in Python
    expect(nameHash('')).toBe(0xab3e7c0b);
    expect(nameHash('a')).toBe(0x1a80b1b3);
    expect(nameHash('foobar')).toBe(0x0c0da6dc);
    expect(nameHash('Алматы')).toBe(0x54c78f48);
  });

  it.each([
    // seed, subject, decision, key, draw of member 7 the 11th time; from a Python twin
    [0, '', '', [0x4f327328, 0x21c69cfc], 0x3216cc49],
    [1, 'place', 'decision', [0xcca50c55, 0xc8c1a988], 0xfd020612],
    [2 ** 32, 'place', 'decision', [0xc1206750, 0x52187da3], 0xa4090677],
    [2 ** 53 - 1, 'Almaty', 'join', [0x6c4d996f, 0x8976e481], 0x4c5799eb],
  ] as const)('seed %d, "%s", "%s" has its key and its draw', (seed, subject, decision, key, draw) => {
    const made = drawKey(seed, subject, decision);
    expect([made.key0 >>> 0, made.key1 >>> 0]).toEqual(key);
    expect(draw32(made, 7, 11)).toBe(draw);
    expect(uniform01(made, 7, 11)).toBe(draw / 2 ** 32);
  });

  it('tells subject from decision and the two halves of a seed apart', () => {
    expect(drawKey(1, 'a', 'b')).not.toEqual(drawKey(1, 'b', 'a'));
    expect(drawKey(1, 'ab', 'c')).not.toEqual(drawKey(1, 'a', 'bc'));
    expect(drawKey(1, 'a', 'b')).not.toEqual(drawKey(2 ** 32, 'a', 'b'));
    expect(drawKey(0, 'a', 'b')).not.toEqual(drawKey(2 ** 32, 'a', 'b'));
  });
});

describe('draws', () => {
  it('do not depend on what was drawn before', () => {
    const key = drawKey(5, 'Almaty', 'join');
    const forwards = Array.from({ length: 100 }, (_, i) => draw32(key, i, 3));
    const backwards = Array.from({ length: 100 }, (_, i) => {
      draw32(drawKey(i, 'Astana', 'leave'), i, i);
      return draw32(key, 99 - i, 3);
    });
    expect(backwards.reverse()).toEqual(forwards);
  });

  it('are at least 0 and below 1 at the very ends', () => {
    expect(0xffffffff * 2.3283064365386963e-10).toBe(1 - 2 ** -32);
    let low = 1;
    let high = 0;
    const key = drawKey(1, 'place', 'decision');
    for (let i = 0; i < 200_000; i++) {
      const u = uniform01(key, i, 0);
      if (u < low) low = u;
      if (u > high) high = u;
    }
    expect(low).toBeGreaterThanOrEqual(0);
    expect(low).toBeLessThan(1e-4);
    expect(high).toBeLessThan(1);
    expect(high).toBeGreaterThan(1 - 1e-4);
  });
});
