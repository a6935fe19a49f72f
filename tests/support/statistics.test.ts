import { describe, expect, test } from 'vitest';
import { dice } from './worlds.ts';
import { chiSquareP, kolmogorovDistance, kolmogorovP, pearsonTest } from './statistics.ts';

describe('p-values are those of the tables', () => {
  test('chi-square', () => {
    // two degrees of freedom are an exponential; the others are the usual table's 5 %, 1 % and 0.1 %
    expect(chiSquareP(7, 2)).toBeCloseTo(Math.exp(-3.5), 10);
    expect(chiSquareP(3.841459, 1)).toBeCloseTo(0.05, 6);
    expect(chiSquareP(23.20925, 10)).toBeCloseTo(0.01, 6);
    expect(chiSquareP(149.4493, 100)).toBeCloseTo(0.001, 6);
  });

  test('Kolmogorov-Smirnov', () => {
    // limit law: 1.35810, 1.62762 and 1.94947 at 5 %, 1 % and 0.1 %
    for (const [t, p] of [
      [1.3581, 0.05],
      [1.62762, 0.01],
      [1.94947, 0.001],
    ] as const)
      expect(kolmogorovP(t / 1e4, 1e8)).toBeCloseTo(p, 5);
    // one observation at .8: D = .8; three at .1 .2 .3: the last step, .7 above
    expect(kolmogorovDistance([0.8], (x) => x)).toBeCloseTo(0.8, 12);
    expect(kolmogorovDistance([0.3, 0.1, 0.2], (x) => x)).toBeCloseTo(0.7, 12);
  });

  test('and hold their level: of 400 samples that follow the law about 5 % fall below .05', () => {
    let [ks, chi] = [0, 0];
    for (let seed = 0; seed < 400; seed++) {
      const u = dice(seed, 'level');
      const sample = Array.from({ length: 300 }, (_, i) => u(i));
      if (
        kolmogorovP(
          kolmogorovDistance(sample, (x) => x),
          300,
        ) < 0.05
      )
        ks++;
      const cells = new Float64Array(10);
      for (const x of sample) cells[Math.floor(10 * x)]!++;
      if (pearsonTest(cells, new Float64Array(10).fill(30)) < 0.05) chi++;
    }
    // four standard errors of a binomial with mean 20
    for (const alarms of [ks, chi]) expect(Math.abs(alarms - 20)).toBeLessThan(4 * Math.sqrt(19));
  });
});
