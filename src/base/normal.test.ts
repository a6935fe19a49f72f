import { describe, expect, it } from 'vitest';
import { crossing, normalDraw, normalQuantile, normalShareBelow } from './normal.ts';
import { drawKey } from './random.ts';

describe('the normal distribution', () => {
  it('has the values of its tables', () => {
    // Abramowitz & Stegun 1964, table 26.1, and the usual quantiles
    expect(normalShareBelow(0)).toBe(0.5);
    expect(normalShareBelow(1)).toBeCloseTo(0.841344746068543, 14);
    expect(normalShareBelow(-3)).toBeCloseTo(0.00134989803163, 15);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13);
    expect(normalQuantile(0.5)).toBeCloseTo(0, 14);
  });

  it('and its quantile are each other’s inverse, far into the tails', () => {
    for (const share of [2 ** -60, 1e-14, 1e-9, 0.001, 0.3, 0.5, 0.77, 0.999, 1 - 1e-9, 1 - 1e-14]) {
      const x = normalQuantile(share);
      expect(Math.abs(normalShareBelow(x) - share) / Math.min(share, 1 - share)).toBeLessThan(1e-2);
      if (share > 1e-12 && share < 1 - 1e-12) expect(normalShareBelow(x)).toBeCloseTo(share, 14);
    }
    for (let x = -8; x <= 8; x += 0.37) expect(Math.abs(normalQuantile(normalShareBelow(x)) - x)).toBeLessThan(x > 6 ? 2 : 1e-9);
  });

  it('refuses shares without a quantile, and ends of one sign', () => {
    for (const share of [0, 1, -0.1, Number.NaN]) expect(() => normalQuantile(share)).toThrow(/inside \(0, 1\)/);
    expect(() => crossing((x) => x, 1, 2)).toThrow(/same sign/);
  });
});

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
