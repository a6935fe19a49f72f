import { describe, expect, it } from 'vitest';
import { normalQuantile, normalShareBelow } from '../../base/normal.ts';
import { drawKey, uniform01 } from '../../base/random.ts';
import { bitsMoved, effectiveDraws, fitShift, movable, slopesAt, weightsAt, type Draw, type Proposal } from './fit.ts';
import { solveSymmetric } from './solve.ts';

const score = (seed: number, j: number, i: number) => normalQuantile(Math.max(2 ** -33, uniform01(drawKey(seed, `z${j}`, 'test'), i, 0)));

/** Draws of a world with a known answer: the event happens where the first score, moved, is above `limit`; the others do nothing. */
function population(seed: number, count: number, parameters: number, limit: number, shift: readonly number[] = []): { draws: Draw[]; proposal: Proposal } {
  const draws = Array.from({ length: count }, (_, i): Draw => {
    const z = Float64Array.from({ length: parameters }, (_, j) => score(seed, j, i) + (shift[j] ?? 0));
    return { z, counts: [[z[0]! > limit ? 1 : 0, 1]] };
  });
  return { draws, proposal: { shift: Float64Array.from({ length: parameters }, (_, j) => shift[j] ?? 0), draws: count } };
}

describe('weights of draws', () => {
  it('turn a population under one shift into one under another', () => {
    const here = population(1, 6000, 3, 1);
    const there = population(2, 6000, 3, 1, [0.8]);
    const weights = weightsAt(there.proposal.shift, here.draws, [here.proposal]);
    const weighed = here.draws.reduce((sum, d, i) => sum + weights[i]! * d.counts[0]![0], 0) / weights.reduce((a, b) => a + b, 0);
    const run = there.draws.reduce((sum, d) => sum + d.counts[0]![0], 0) / there.draws.length;
    expect(Math.abs(run - (1 - normalShareBelow(1 - 0.8)))).toBeLessThan(0.02);
    expect(Math.abs(weighed - run)).toBeLessThan(0.04);
  });

  it('are all alike where nothing is moved, and then all draws count', () => {
    const { draws, proposal } = population(3, 200, 2, 0);
    const weights = weightsAt(proposal.shift, draws, [proposal]);
    expect(effectiveDraws(weights)).toBeCloseTo(200, 6);
  });

  it('use populations under several shifts together', () => {
    const a = population(4, 3000, 2, 1);
    const b = population(5, 3000, 2, 1, [1.5]);
    const target = Float64Array.from([0.9, 0]);
    const draws = [...a.draws, ...b.draws];
    const weights = weightsAt(target, draws, [a.proposal, b.proposal]);
    const rate = draws.reduce((sum, d, i) => sum + weights[i]! * d.counts[0]![0], 0) / weights.reduce((x, y) => x + y, 0);
    expect(Math.abs(rate - (1 - normalShareBelow(1 - 0.9)))).toBeLessThan(0.03);
  });
});

describe('which parameters may move', () => {
  it('is said by their slopes against chance', () => {
    const { draws, proposal } = population(6, 2000, 30, 0.5);
    const slopes = slopesAt(weightsAt(proposal.shift, draws, [proposal]), draws);
    expect(movable(slopes, 4)).toEqual([0]);
    // the density of a standard normal at the limit
    expect(Math.abs(slopes.slope[0]![0]! - 0.3521)).toBeLessThan(4 * slopes.error[0]![0]!);
  });
});

describe('[EX10] the fit', () => {
  const limit = 1;
  // P(z > 1) is .159 under the prior; .5 needs a shift of 1, at a price of half
  const fitTo = (published: number, spread: number) => {
    const { draws, proposal } = population(7, 8000, 3, limit);
    return fitShift(proposal.shift, [0, 1, 2], draws, [proposal], [{ published, spread }], 0.05);
  };

  it('stays at the prior where the prior has the rate of the record', () => {
    const fit = fitTo(0.1587, 0.02);
    expect(Math.max(...fit.shift.map(Math.abs))).toBeLessThan(0.05);
    expect(bitsMoved(fit.shift)).toBeLessThan(0.01);
  });

  it('moves what the rate answers to and nothing else, to where entropy and record balance', () => {
    const fit = fitTo(0.5, 0.05);
    // J'(m) = m + (Φ(m − 1) − .5) φ(m − 1) / .05² = 0, solved by hand: m = .985
    expect(Math.abs(fit.shift[0]! - 0.985)).toBeLessThan(0.08);
    expect(Math.abs(fit.shift[1]!)).toBeLessThan(0.1);
    expect(Math.abs(fit.rates[0]! - 0.494)).toBeLessThan(0.03);
  });

  it('moves less the less sure the record is', () => {
    expect(fitTo(0.5, 0.5).shift[0]!).toBeLessThan(fitTo(0.5, 0.1).shift[0]!);
    expect(fitTo(0.5, 0.1).shift[0]!).toBeLessThan(fitTo(0.5, 0.02).shift[0]! + 0.02);
  });

  it('moves only what it is allowed to', () => {
    const { draws, proposal } = population(8, 2000, 2, limit);
    const fit = fitShift(proposal.shift, [1], draws, [proposal], [{ published: 0.5, spread: 0.02 }], 0.05);
    expect(fit.shift[0]).toBe(0);
  });

  it('ends the step when too few draws carry the weight', () => {
    const { draws, proposal } = population(9, 2000, 1, 3);
    const fit = fitShift(proposal.shift, [0], draws, [proposal], [{ published: 0.9, spread: 0.01 }], 0.5);
    expect(fit.effectiveDraws).toBeGreaterThanOrEqual(1000);
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
