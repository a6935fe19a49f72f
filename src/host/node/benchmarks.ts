/** Speed and memory, measured on this computer: the table of the design, by row. */
import { countryRows, fullSize, movesRows, populationRows, toySize, type BenchSize } from './bench-rows.ts';
import { denseRows } from './bench-rival.ts';
import { scalingRows } from './bench-scaling.ts';
import { threadRows } from './bench-threads.ts';
import { tieRows } from './bench-ties.ts';
import type { BenchmarkRow } from './bench-measure.ts';

const benchmarks: Readonly<Record<string, (size: BenchSize) => BenchmarkRow[] | Promise<BenchmarkRow[]>>> = {
  kazakhstan: (size) => countryRows('kazakhstan', size, ['kazakhstan'], 2000, 200),
  'six-states': (size) => countryRows('six-states', size, [], 4000, 400),
  population: populationRows,
  moves: movesRows,
  ties: tieRows,
  dense: denseRows,
  threads: threadRows,
  scaling: scalingRows,
};

export const benchmarkNames: readonly string[] = Object.keys(benchmarks);

/**
 * Measure one benchmark in this process. Its memory figures are the process's largest so far, so a
 * fresh process per benchmark tells most.
 * @throws RangeError when there is no such benchmark
 */
export async function runBenchmark(name: string, options: { readonly toy?: boolean } = {}): Promise<readonly BenchmarkRow[]> {
  const benchmark = benchmarks[name];
  if (!benchmark) throw new RangeError(`no benchmark "${name}"; there are ${benchmarkNames.join(', ')}`);
  const rows = await benchmark(options.toy ? toySize : fullSize);
  // a toy says nothing about targets
  return options.toy ? rows.map((row) => ({ ...row, targets: [] })) : rows;
}
