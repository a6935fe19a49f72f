import { describe, expect, it } from 'vitest';
import { normalQuantile, normalShareBelow } from '../../base/normal.ts';
import { drawKey, uniform01 } from '../../base/random.ts';
import { bitsMoved, effectiveDraws, fitDensity, movable, priorDensity, slopesAt, weightsAt, type Density, type Draw, type Proposal } from './fit.ts';
import { solveSymmetric } from './solve.ts';

const score = (seed: number, j: number, i: number) => normalQuantile(Math.max(2 ** -33, uniform01(drawKey(seed, `z${j}`, 'test'), i, 0)));

const density = (shift: readonly number[], width = shift.map(() => 1)): Density => ({ shift: Float64Array.from(shift), width: Float64Array.from(width) });

/** Draws of a world with a known answer: the event happens where the first score is above `limit`; the others do nothing. */
function population(
  seed: number,
  count: number,
  parameters: number,
  limit: number,
  at: Density = priorDensity(parameters),
): { draws: Draw[]; proposal: Proposal } {
  const draws = Array.from({ length: count }, (_, i): Draw => {
    const z = Float64Array.from({ length: parameters }, (_, j) => score(seed, j, i) * at.width[j]! + at.shift[j]!);
    return { z, counts: [[z[0]! > limit ? 1 : 0, 1]] };
  });
  return { draws, proposal: { ...at, draws: count } };
}

const share = (weights: Float64Array, draws: readonly Draw[]) =>
  draws.reduce((sum, d, i) => sum + weights[i]! * d.counts[0]![0], 0) / weights.reduce((a, b) => a + b, 0);

describe('weights of draws', () => {
  it('turn a population under the prior into one under another density', () => {
    const { draws, proposal } = population(1, 6000, 3, 1);
    for (const [shift, width] of [
      [0.8, 1],
      [0, 0.6],
      [0.5, 0.7],
    ] as const) {
      const weights = weightsAt(density([shift, 0, 0], [width, 1, 1]), draws, [proposal]);
      expect(Math.abs(share(weights, draws) - (1 - normalShareBelow((1 - shift) / width)))).toBeLessThan(0.03);
    }
  });

  it('are all alike where nothing is moved, and then all draws count', () => {
    const { draws, proposal } = population(3, 200, 2, 0);
    expect(effectiveDraws(weightsAt(proposal, draws, [proposal]))).toBeCloseTo(200, 6);
  });

  it('use populations under several densities together', () => {
    const a = population(4, 3000, 2, 1);
    const b = population(5, 3000, 2, 1, density([1.5, 0], [0.8, 1]));
    const draws = [...a.draws, ...b.draws];
    const weights = weightsAt(density([0.9, 0]), draws, [a.proposal, b.proposal]);
    expect(Math.abs(share(weights, draws) - (1 - normalShareBelow(1 - 0.9)))).toBeLessThan(0.03);
  });
});

describe('which parameters may move', () => {
  const { draws, proposal } = population(6, 2000, 30, 0.5);
  const slopes = slopesAt(proposal, weightsAt(proposal, draws, [proposal]), draws);

  it('is said by their slopes against chance', () => {
    expect(movable(slopes, 4)).toEqual([0]);
  });

  it('by shift and by width: the derivatives of the share above a limit', () => {
    // d/dm of 1 − Φ((.5 − m)/s) is φ(.5), d/d ln s is .5 φ(.5)
    expect(Math.abs(slopes.slope[0]![0]! - 0.3521)).toBeLessThan(4 * slopes.error[0]![0]!);
    expect(Math.abs(slopes.slope[0]![30]! - 0.176)).toBeLessThan(4 * slopes.error[0]![30]!);
  });
});

describe('[EX10] the fit', () => {
  const fitTo = (published: number, spread: number, limit = 1, least = 0.05) => {
    const { draws, proposal } = population(7, 8000, 3, limit);
    return fitDensity(proposal, [0, 1, 2], draws, [proposal], [{ published, spread }], least);
  };

  it('stays at the prior where the prior has the rate of the record', () => {
    const fit = fitTo(0.1587, 0.02);
    expect(Math.max(...fit.shift.map(Math.abs))).toBeLessThan(0.05);
    expect(Math.min(...fit.width)).toBeGreaterThan(0.95);
    expect(bitsMoved(fit)).toBeLessThan(0.01);
  });

  it('moves what the rate answers to and nothing else, to where entropy and record balance', () => {
    const fit = fitTo(0.5, 0.05);
    // J'(m) = m + (Φ(m − 1) − .5) φ(m − 1) / .05² = 0, solved apart: m = .985, and no width helps at a rate of one half
    expect(Math.abs(fit.shift[0]! - 0.985)).toBeLessThan(0.08);
    expect(Math.abs(fit.shift[1]!)).toBeLessThan(0.1);
    expect(Math.min(...fit.width)).toBeGreaterThan(0.85);
    expect(Math.abs(fit.rates[0]! - 0.494)).toBeLessThan(0.03);
  });

  it('narrows where the record has no tail: half by moving away from it, half by cutting it', () => {
    const fit = fitTo(0.01, 0.005);
    expect(fit.shift[0]!).toBeLessThan(-0.1);
    expect(fit.width[0]!).toBeLessThan(0.85);
    expect(Math.min(fit.width[1]!, fit.width[2]!)).toBeGreaterThan(0.9);
    // moving alone would have gone further: at a width of 1 the rate needs 1 − 2.33
    expect(fit.shift[0]!).toBeGreaterThan(-1);
    expect(Math.abs(fit.rates[0]! - (1 - normalShareBelow((1 - fit.shift[0]!) / fit.width[0]!)))).toBeLessThan(0.01);
  });

  it('moves less the less sure the record is', () => {
    expect(fitTo(0.5, 0.5).shift[0]!).toBeLessThan(fitTo(0.5, 0.1).shift[0]!);
    expect(fitTo(0.5, 0.1).shift[0]!).toBeLessThan(fitTo(0.5, 0.02).shift[0]! + 0.02);
  });

  it('moves only what it is allowed to', () => {
    const { draws, proposal } = population(8, 2000, 2, 1);
    const fit = fitDensity(proposal, [1], draws, [proposal], [{ published: 0.5, spread: 0.02 }], 0.05);
    expect([fit.shift[0], fit.width[0]]).toEqual([0, 1]);
  });

  it('ends the step when too few draws carry the weight', () => {
    const fit = fitTo(0.9, 0.01, 3, 0.5);
    expect(fit.effectiveDraws).toBeGreaterThanOrEqual(4000);
    expect(fit.shift[0]!).toBeLessThan(1.2);
  });
});

describe('a symmetric system', () => {
  it('is solved', () => {
    for (let n = 1; n <= 12; n++) {
      const root = Array.from({ length: n }, (_, i) => Float64Array.from({ length: n }, (_, j) => score(10 + n, j, i)));
      const matrix = root.map((a, i) => Float64Array.from(root, (b, j) => a.reduce((sum, x, k) => sum + x * b[k]!, i === j ? 0.5 : 0)));
      const x = Float64Array.from({ length: n }, (_, j) => j - 2);
      const right = Float64Array.from(matrix, (row) => row.reduce((sum, a, j) => sum + a * x[j]!, 0));
      const found = solveSymmetric(matrix, right);
      found.forEach((value, j) => expect(value).toBeCloseTo(x[j]!, 7));
    }
  });

  it('without a single solution is refused', () => {
    expect(() => solveSymmetric([Float64Array.from([1, 1]), Float64Array.from([1, 1])], Float64Array.from([1, 1]))).toThrow(/row 2 of 2 depends/);
  });
});
