/** Each benchmark runs and reports its fields. Times are never asserted: the machine is shared. */
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../src/host/node/bench-measure.ts';
import { benchmarkNames, runBenchmark } from '../../src/host/node/benchmarks.ts';

const rowsOf: Readonly<Record<string, number>> = { kazakhstan: 3, 'six-states': 3, population: 3, moves: 2, ties: 4, dense: 2, threads: 1, scaling: 10 };

describe('bench', () => {
  it('has the rows of the table in docs/speed.md, and that of docs/scaling.md', () => {
    expect([...benchmarkNames].sort()).toEqual(Object.keys(rowsOf).sort());
  });

  it.each(Object.entries(rowsOf))('%s reports its fields at toy size', async (name, count) => {
    const rows = await runBenchmark(name, { toy: true });
    expect(rows).toHaveLength(count);
    for (const row of rows) {
      expect(row.what).not.toBe('');
      expect(row.moves).toBe(row.joins + row.leaves);
      expect(row.meanTies).toBeGreaterThan(5);
      expect(row.samplesMs).toHaveLength(row.runs);
      for (const figure of [row.ms, row.cpuMs, row.perUnit.value, row.rssBytes]) expect(Number.isFinite(figure)).toBe(true);
      expect(row.perUnit.unit).not.toBe('');
      expect(row.targets).toEqual([]);
      expect(linesOf(row).length).toBeGreaterThanOrEqual(3);
    }
  });

  it('names what there is when asked for what there is not', async () => {
    await expect(runBenchmark('everything')).rejects.toThrow(/no benchmark "everything"; there are kazakhstan/);
  });
});
