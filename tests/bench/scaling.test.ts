/** docs/scaling.md is what its results file says; powers and profiles have known answers. Times are never asserted. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { profiled, sharesOf } from '../../src/host/node/bench-profile.ts';
import { loadRows } from '../../src/host/node/bench-results.ts';
import { scalingPage } from '../../src/host/node/bench-scaling-page.ts';
import { floorOf } from '../../src/host/node/bench-floor.ts';
import { memoryPrice } from '../../src/host/node/bench-memory.ts';
import { standalone } from '../../src/view/chart.ts';
import { powerFit } from '../../src/view/statistics.ts';
import { root } from '../e2e/program.ts';

const file = 'bench/results/scaling.jsonl';
const rows = loadRows(join(root, file));

describe('docs/scaling.md', () => {
  const { text, chart } = scalingPage(rows, file);

  it('and its picture are what the results file says', () => {
    expect(readFileSync(join(root, 'docs/scaling.md'), 'utf8')).toBe(text);
    expect(readFileSync(join(root, 'docs/pictures/scaling.svg'), 'utf8')).toBe(`${standalone(chart)}\n`);
    expect(text + chart.svg + chart.narrowSvg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('has equal flips in every population of a series', () => {
    for (const what of new Set(rows.filter((row) => row.name === 'scaling population').map((row) => row.what))) {
      const moves = rows.filter((row) => row.what === what).map((row) => row.moves);
      expect(Math.max(...moves) / Math.min(...moves)).toBeLessThan(1.05);
    }
  });

  it('cannot be made from another file', () => {
    expect(() => scalingPage(rows.slice(0, 3), 'half.jsonl')).toThrow(/half\.jsonl has no rows "scaling memory"; save a run/);
    expect(() => scalingPage([...rows, ...rows], 'twice.jsonl')).toThrow(/twice\.jsonl holds 2 runs/);
  });
});

describe('a fitted power', () => {
  it('of a power law is its exponent, without error', () => {
    const fit = powerFit([1, 10, 100, 1000].map((x) => [x, 3 * x ** 0.7]));
    expect(fit.exponent).toBeCloseTo(0.7, 12);
    expect(fit.factor).toBeCloseTo(3, 12);
    expect(fit.standardError).toBeLessThan(1e-12);
  });

  // slope and standard error by hand: logarithms (0, 0), (1, 1), (2, 1) give 1/2 with the residual sum 1/6 and sqrt(1/12)
  it('has the standard error of its slope', () => {
    const fit = powerFit([
      [1, 1],
      [10, 10],
      [100, 10],
    ]);
    expect(fit.exponent).toBeCloseTo(0.5, 12);
    expect(fit.standardError).toBeCloseTo(Math.sqrt(1 / 12), 12);
  });

  it('needs three points above zero', () => {
    expect(() => powerFit([[1, 1]])).toThrow(/three points above zero and got 1 points/);
    expect(() => powerFit(Array.from({ length: 3 }, () => [1, 0] as const))).toThrow(/got \(1, 0\)/);
  });
});

describe('a profile', () => {
  const frame = (id: number, functionName: string, url: string) => ({ id, callFrame: { functionName, url } });

  it('gives each room and function the time until the next sample, and waiting none', () => {
    const shares = sharesOf({
      nodes: [
        frame(1, 'of', 'file:///somewhere/dist/world/people/ties.js'),
        frame(2, '', 'file:///somewhere/node_modules/yaml/dist/parse.js'),
        frame(3, '(garbage collector)', ''),
        frame(4, '(idle)', ''),
      ],
      samples: [1, 2, 4, 1, 3],
      timeDeltas: [9, 50, 30, 900, 10, 0],
    });
    expect(shares.rooms).toEqual([
      ['world', 60 / 90],
      ['packages', 30 / 90],
      ['collector', 0],
    ]);
    expect(shares.functions[0]).toEqual(['world/people/ties of', 60 / 90]);
    expect(shares.seconds).toBeCloseTo(90e-6, 12);
  });

  it('is taken in this process, and shares are of the whole', () => {
    const { profile, result } = profiled(() => memoryPrice(1, 200_000), 50);
    expect(result.megabytes).toBe(1);
    const { rooms, functions } = sharesOf(profile);
    for (const list of [rooms, functions]) expect(list.reduce((sum, [, share]) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(rooms.map(([room]) => room)).toContain('host');
  });

  it('without samples says what to do', () => {
    expect(() => sharesOf({ nodes: [] })).toThrow(/holds no samples of a busy process; run longer/);
  });
});

describe('the floor', () => {
  it('is lines, shuffles and draws at the price of the memory that holds the people', () => {
    const [row] = rows;
    const prices = {
      ...row!,
      extra: {
        'waiting in 1 MiB, ns': 10,
        'overlapped in 1 MiB, ns': 2,
        'waiting in 8 MiB, ns': 100,
        'overlapped in 8 MiB, ns': 5,
        'shuffle, ns': 20,
        'draw, ns': 10,
      },
    };
    const floor = floorOf({ ...row!, peopleBytes: 3 * 2 ** 20, meanTies: 12, cpuMs: 1, moves: 1000, extra: { 'ties who can be moved': 1 } }, prices);
    expect(floor).toEqual({ lines: 2.5, workingMegabytes: 3, waitingNs: 250, overlappedNs: 12.5, sumsNs: 195, measuredNs: 1000 });
  });
});
