import { describe, expect, it } from 'vitest';
import { draw32, drawKey, nameHash, threefry, words } from '../../src/base/random.ts';

/**
 * A quick look at the generator that needs nothing but vitest; TestU01 is the thorough one
 * (smallcrush.sh). Seeds are fixed, so every figure here is the same in every run: a failure is a
 * change of the generator, never bad luck. All scores are in standard deviations; among the 770
 * scores below one beyond 5 would be a 1 in 2,300 chance.
 */
const limit = 5;
const draws = 1_000_000;
const patience = 60_000;

/** Scores of `draws` words: single bits, whole bytes, neighbouring pairs, serial correlation. */
function scores(next: (i: number) => number): Record<string, number> {
  const ones = new Float64Array(32);
  const top = new Float64Array(256);
  const bottom = new Float64Array(256);
  const pairs = new Float64Array(4096);
  const lags = 8;
  const recent = new Float64Array(lags);
  const products = new Float64Array(lags);
  let before = 0;
  for (let i = 0; i < draws; i++) {
    const word = next(i);
    for (let bit = 0; bit < 32; bit++) ones[bit]! += (word >>> bit) & 1;
    top[word >>> 24]!++;
    bottom[word & 255]!++;
    // pairs do not overlap, so that they are independent
    if (i % 2) pairs[((before >>> 26) << 6) | (word >>> 26)]!++;
    before = word;
    const centred = word / 2 ** 32 - 0.5;
    for (let lag = 1; lag <= lags && lag <= i; lag++) {
      products[lag - 1]! += centred * recent[(i - lag) % lags]!;
    }
    recent[i % lags] = centred;
  }
  const out: Record<string, number> = {};
  let all = 0;
  ones.forEach((count, bit) => {
    all += count;
    out[`bit ${bit}`] = (count - draws / 2) / Math.sqrt(draws / 4);
  });
  out['all bits'] = (all - 16 * draws) / Math.sqrt(8 * draws);
  out['top byte'] = chiSquareScore(top, draws);
  out['bottom byte'] = chiSquareScore(bottom, draws);
  out['pairs'] = chiSquareScore(pairs, draws / 2);
  products.forEach((sum, lag) => {
    // a product of two independent centred uniforms has variance 1/144
    out[`lag ${lag + 1}`] = sum / Math.sqrt((draws - lag - 1) / 144);
  });
  return out;
}

/** Chi-square against equal shares as a normal score (both too uneven and too even count). */
function chiSquareScore(counts: Float64Array, total: number): number {
  const share = total / counts.length;
  let sum = 0;
  for (const count of counts) sum += (count - share) ** 2 / share;
  const free = counts.length - 1;
  // Wilson and Hilferty's cube root: near enough to normal from 30 degrees of freedom on
  const spread = 2 / (9 * free);
  return (Math.cbrt(sum / free) - (1 - spread)) / Math.sqrt(spread);
}

const beyond = (all: Record<string, number>): string[] =>
  Object.entries(all)
    .filter(([, score]) => !(Math.abs(score) < limit))
    .map(([name, score]) => `${name}: ${score.toFixed(1)}`);

const key = drawKey(20220102, 'Almaty', 'join');

const second = (i: number): number => {
  draw32(key, i, 0);
  return words[1]!;
};

describe('a million draws look like chance', () => {
  it.each<[string, (i: number) => number]>([
    ['by person', (i) => draw32(key, i, 0)],
    ['by hour', (i) => draw32(key, 0, i)],
    ['by seed', (i) => draw32(drawKey(i, 'Almaty', 'join'), 0, 0)],
    ['1,000 people hour after hour', (i) => draw32(key, i % 1000, Math.floor(i / 1000))],
    ['by name of the place', (i) => draw32(drawKey(1, `place ${i}`, 'join'), 0, 0)],
    ['by name of the decision', (i) => draw32(drawKey(1, 'Almaty', `decision ${i}`), 0, 0)],
    ['by person, the second word', second],
  ])('%s', { timeout: patience }, (_, next) => {
    expect(beyond(scores(next))).toEqual([]);
  });

  it.each<[string, (i: number) => number, RegExp]>([
    ['steps of the golden ratio', (i) => Math.imul(i, 0x9e3779b9) >>> 0, /top byte/],
    ['a stuck bit', (i) => (draw32(key, i, 0) | 4) >>> 0, /bit 2/],
    ['a slight echo', (i) => (i % 100 ? draw32(key, i, 0) : draw32(key, i - 1, 0)), /lag 1/],
  ])('and %s do not', { timeout: patience }, (_, next, found) => {
    expect(beyond(scores(next)).join('\n')).toMatch(found);
  });
});

const bitsSet = (word: number): number => {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

/**
 * Scores of the number of bits (of 64) in which neighbours differ: its mean must be 32, its
 * variance 16, and every single bit must differ half the time.
 */
function avalanche(pairs: number, left: (i: number) => void, right: (i: number) => void): Record<string, number> {
  const flips = new Float64Array(64);
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < pairs; i++) {
    left(i);
    const [a0, a1] = [words[0]!, words[1]!];
    right(i);
    const d0 = (a0 ^ words[0]!) >>> 0;
    const d1 = (a1 ^ words[1]!) >>> 0;
    for (let bit = 0; bit < 32; bit++) {
      flips[bit]! += (d0 >>> bit) & 1;
      flips[bit + 32]! += (d1 >>> bit) & 1;
    }
    const off = bitsSet(d0) + bitsSet(d1) - 32;
    sum += off;
    squares += off * off;
  }
  const out: Record<string, number> = {};
  flips.forEach((count, bit) => {
    out[`bit ${bit}`] = (count - pairs / 2) / Math.sqrt(pairs / 4);
  });
  out['mean'] = sum / Math.sqrt(16 * pairs);
  // fourth central moment of Binomial(64, 1/2) is 760, so the square has variance 760 - 16^2
  out['variance'] = (squares - 16 * pairs) / Math.sqrt(504 * pairs);
  return out;
}

describe('neighbours have nothing in common', () => {
  const draw = (at: { key0: number; key1: number }, index: number, count: number): void => threefry(at.key0, at.key1, index, count);

  it.each<[string, (i: number) => void, (i: number) => void]>([
    ['one person and the next', (i) => draw(key, i, 5), (i) => draw(key, i + 1, 5)],
    ['one hour and the next', (i) => draw(key, 5, i), (i) => draw(key, 5, i + 1)],
    ['one seed and the next', (i) => draw(drawKey(i, 'Almaty', 'join'), 5, 5), (i) => draw(drawKey(i + 1, 'Almaty', 'join'), 5, 5)],
    ['a seed and the one 2^32 on', (i) => draw(drawKey(i, 'Almaty', 'join'), 5, 5), (i) => draw(drawKey(i + 2 ** 32, 'Almaty', 'join'), 5, 5)],
    ['one place and the next', (i) => draw(drawKey(1, `place ${i}`, 'join'), 5, 5), (i) => draw(drawKey(1, `place ${i + 1}`, 'join'), 5, 5)],
    ['one decision and another', (i) => draw(drawKey(i, 'Almaty', 'join'), 5, 5), (i) => draw(drawKey(i, 'Almaty', 'joim'), 5, 5)],
    ['a person in an hour and the two swapped', (i) => draw(key, i, i + 1), (i) => draw(key, i + 1, i)],
  ])('%s', { timeout: patience }, (_, left, right) => {
    expect(beyond(avalanche(100_000, left, right))).toEqual([]);
  });

  it('every bit of key and counter moves every bit of the draw', { timeout: patience }, () => {
    const samples = 2000;
    let worst = 0;
    for (let turned = 0; turned < 128; turned++) {
      const flips = new Float64Array(64);
      for (let i = 0; i < samples; i++) {
        // inputs of the kind the engine has: derived keys, small counters
        const made = drawKey(i, 'Almaty', 'join');
        const input = [made.key0, made.key1, i, i % 24];
        threefry(input[0]!, input[1]!, input[2]!, input[3]!);
        const [a0, a1] = [words[0]!, words[1]!];
        input[turned >>> 5] = (input[turned >>> 5]! ^ (1 << (turned & 31))) >>> 0;
        threefry(input[0]!, input[1]!, input[2]!, input[3]!);
        for (let bit = 0; bit < 32; bit++) {
          flips[bit]! += ((a0 ^ words[0]!) >>> bit) & 1;
          flips[bit + 32]! += ((a1 ^ words[1]!) >>> bit) & 1;
        }
      }
      for (const count of flips) {
        worst = Math.max(worst, Math.abs(count - samples / 2) / Math.sqrt(samples / 4));
      }
    }
    // the largest of 8,192 scores: about 4 by chance, beyond 5.5 once in 3,000 generators
    expect(worst).toBeLessThan(5.5);
  });

  it('names share a fingerprint no oftener than chance', { timeout: patience }, () => {
    const names = 200_000;
    const seen = new Set<number>();
    for (let i = 0; i < names; i++) seen.add(nameHash(`unit ${i}`));
    // 4.7 shared ones expected among 200,000
    expect(names - seen.size).toBeLessThan(16);
  });
});
