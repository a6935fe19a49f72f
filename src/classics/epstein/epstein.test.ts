import { expect, it } from 'vitest';
import { ticksToGenocide, tips } from './epstein.ts';
import { outburstsOf } from './outbursts.ts';
import { publishedRun } from './parameters.ts';

it('bursts out with the floored ratio and never with the literal one', () => {
  const floored = outburstsOf(publishedRun(2, 'floored'), 1, 600);
  expect(floored.activations.length).toBeGreaterThan(15);
  expect(floored.activations.length).toBeLessThan(30);
  expect(outburstsOf(publishedRun(2, 'literal'), 1, 600).activations).toEqual([]);
});

it('tips when cops are withdrawn', () => {
  expect([1, 2, 3].map(tips)).toEqual([true, true, true]);
});

it('ends in genocide without cops at low legitimacy, not at high', () => {
  for (const seed of [1, 2, 3]) expect(ticksToGenocide(7, seed, 500)).toBeLessThan(300);
  expect(ticksToGenocide(6, 1, 300)).toBe(Infinity);
});
