/** Row `threads`: pairs a minute of a comparison, with one thread and with more. */
import { isFailure, prepareComparison, runComparison } from './comparison.ts';
import type { BenchmarkRow } from './bench-measure.ts';
import { rowOf, type BenchSize } from './bench-rows.ts';
import { benchWorld, meanTies } from './bench-worlds.ts';

export async function threadRows(size: BenchSize): Promise<BenchmarkRow[]> {
  const prepared = prepareComparison({ scenario: 'kazakhstan-2022', armIds: [] });
  const ties = meanTies(benchWorld(prepared.scenario).world);
  const rows: BenchmarkRow[] = [];
  let single = 0;
  for (const threads of size.threads) {
    const order = { scenario: 'kazakhstan-2022', armIds: [], seed: 1, pairs: size.pairs, threads };
    const used = process.cpuUsage();
    const from = performance.now();
    const answers = await runComparison(prepared, order, 0, () => {});
    const ms = performance.now() - from;
    const spent = process.cpuUsage(used);
    const failed = answers.filter(isFailure).length;
    const perMinute = (answers.length - failed) / (ms / 60_000);
    if (threads === 1) single = perMinute;
    const joins = answers.reduce((sum, a) => sum + (isFailure(a) ? 0 : a.arms.reduce((s, arm) => s + (arm.quantities['outings'] ?? 0), 0)), 0);
    const timing = { samplesMs: [ms], ms, cpuMs: (spent.user + spent.system) / 1000 };
    const extra = { threads, pairs: size.pairs, failed, ...(single > 0 ? { 'against one thread': perMinute / single } : {}) };
    rows.push(
      rowOf(
        `threads ${threads}`,
        `compare kazakhstan-2022, ${size.pairs} pairs of two arms drawn from the priors`,
        timing,
        { joins, leaves: joins, peopleBytes: 0 },
        ties,
        { value: perMinute, unit: 'pairs a minute' },
        [],
        extra,
      ),
    );
  }
  return rows;
}
