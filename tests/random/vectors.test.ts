import { expect, it } from 'vitest';
import { draw32, drawKey, threefry, words } from '../../src/base/random.ts';

/** The seed the seed order of driver.c starts at. */
const firstSeed = (seed: number): number => (seed - 1) * 2 ** 40;

const reversed = (word: number): number => {
  let out = 0;
  for (let bit = 0; bit < 32; bit++) if ((word >>> bit) & 1) out |= 1 << (31 - bit);
  return out >>> 0;
};

/** The i-th draw of every order of driver.c, from 0. */
const orders: Record<string, (seed: number, i: number) => number> = {
  person: (seed, i) => draw32(drawKey(seed, 'place', 'decision'), i, 0),
  hour: (seed, i) => draw32(drawKey(seed, 'place', 'decision'), 0, i),
  seed: (seed, i) => draw32(drawKey(firstSeed(seed) + i, 'place', 'decision'), 0, 0),
  mixed: (seed, i) => draw32(drawKey(seed, 'place', 'decision'), i % 1000, Math.floor(i / 1000)),
  words: (seed, i) => {
    const key = drawKey(seed, 'place', 'decision');
    threefry(key.key0, key.key1, Math.floor(i / 2), 0);
    return i % 2 ? words[1]! : words[0]!;
  },
  reversed: (seed, i) => reversed(draw32(drawKey(seed, 'place', 'decision'), i, 0)),
  marks: (seed, i) => {
    const key = drawKey(seed, 'place', 'decision');
    const cell = Math.floor(i / 2) % 64;
    const circle = Math.floor(i / 128) % 16;
    const day = Math.floor(i / 2048);
    threefry(key.key0, key.key1, circle, (day << 20) | (cell << 4));
    return i % 2 ? words[1]! : words[0]!;
  },
};

const hex = (word: number): string => word.toString(16).padStart(8, '0');

/**
 * vectors.txt is what the C generator that TestU01 gets must print too (smallcrush.sh compares):
 * a word-for-word match makes TestU01's verdict one about this code. New: vitest run tests/random -u
 */
it('draws in every order what the C generator for TestU01 draws', async () => {
  let text = '';
  for (const seed of [1, 2]) {
    for (const [name, draw] of Object.entries(orders)) {
      const words: string[] = [];
      let total = 0;
      for (let i = 0; i < 5000; i++) {
        const word = draw(seed, i);
        total = (Math.imul(total, 31) + word) >>> 0;
        if (i < 4 || (i >= 999 && i < 1002)) words.push(hex(word));
      }
      text += `${name} ${seed} ${words.join(' ')} ${hex(total)}\n`;
    }
  }
  await expect(text).toMatchFileSnapshot('./vectors.txt');
});
