/** Speed and memory, measured on this computer. Filled below. */
export const benchmarkNames: readonly string[] = [];

export interface BenchmarkResult {
  readonly name: string;
  readonly lines: readonly string[];
}

export function runBenchmark(name: string): BenchmarkResult {
  throw new RangeError(`no benchmark "${name}"`);
}
