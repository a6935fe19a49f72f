import { expect, it } from 'vitest';
import { drawKey } from '../base/random.ts';
import { normalDraw, normalShareBelow } from './normal.ts';

it('normal draws have the mean, the spread and the tails of the distribution', () => {
  const draws = Array.from({ length: 200_000 }, (_, i) => normalDraw(drawKey(Math.floor(i / 1000), 'a test', 'normal'), i % 1000, 0));
  const n = draws.length;
  const mean = draws.reduce((sum, z) => sum + z, 0) / n;
  const square = draws.reduce((sum, z) => sum + z * z, 0) / n;
  expect(Math.abs(mean) * Math.sqrt(n)).toBeLessThan(4);
  expect(Math.abs(square - 1) * Math.sqrt(n / 2)).toBeLessThan(4);
  for (const mark of [-3, -1.5, 0, 0.7, 2.5]) {
    const share = normalShareBelow(mark);
    expect(Math.abs(draws.filter((z) => z < mark).length / n - share) / Math.sqrt((share * (1 - share)) / n)).toBeLessThan(4);
  }
});
