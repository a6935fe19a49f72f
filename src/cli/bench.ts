import type { Command } from 'commander';
import { benchmarkNames, runBenchmark } from '../host/node/benchmarks.ts';

/** `unrest bench`: the speed table of the design on this computer. */
export function benchVerb(program: Command): void {
  program
    .command('bench')
    .argument('[names...]', `any of ${benchmarkNames.join(', ')} (default: all)`)
    .option('--json', 'as JSON lines')
    .description('Measure speed and memory: the table of the design, with the dense typed-array rival in the same run.')
    .action((names: string[], options: { json?: boolean }) => {
      for (const name of names.length > 0 ? names : benchmarkNames) {
        const result = runBenchmark(name);
        process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${result.lines.join('\n')}\n`);
      }
    });
}
