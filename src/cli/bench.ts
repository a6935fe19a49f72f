import { spawnSync } from 'node:child_process';
import type { Command } from 'commander';
import { benchmarkNames, runBenchmark } from '../host/node/benchmarks.ts';
import { linesOf } from '../host/node/bench-measure.ts';
import { saveRows, withMachine, type SavedRow } from '../host/node/bench-results.ts';

interface BenchOptions {
  json?: boolean;
  save?: boolean | string;
  toy?: boolean;
  here?: boolean;
}

/** `unrest bench`: the speed table of the design on this computer, each row in a process of its own. */
export function benchVerb(program: Command): void {
  program
    .command('bench')
    .argument('[names...]', `any of ${benchmarkNames.join(', ')} (default: all)`)
    .option('--json', 'as JSON lines')
    .option('--save [file]', 'append JSON lines to bench/results/<date>-<node>.jsonl, or to a file')
    .option('--toy', 'tiny sizes: shows that it works, says nothing about speed')
    .option('--here', 'all in this process (memory figures then include what ran before)')
    .description('Measure speed and memory: the table of the design, with the dense typed-array rival in the same run.')
    .action(async (names: string[], options: BenchOptions) => {
      for (const name of names.length > 0 ? names : benchmarkNames) {
        const rows =
          options.here || !benchmarkNames.includes(name)
            ? (await runBenchmark(name, { toy: options.toy === true })).map(withMachine)
            : inOwnProcess(name, options);
        process.stdout.write(options.json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : `${rows.flatMap(linesOf).join('\n')}\n`);
        if (options.save) process.stderr.write(`saved in ${saveRows(rows, options.save === true ? undefined : options.save)}\n`);
      }
    });
}

function inOwnProcess(name: string, options: BenchOptions): SavedRow[] {
  const child = spawnSync(process.execPath, [process.argv[1]!, 'bench', name, '--here', '--json', ...(options.toy ? ['--toy'] : [])], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 26,
  });
  if (child.status !== 0) throw new Error(`benchmark ${name} ended with exit code ${child.status ?? child.signal}`);
  return child.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SavedRow);
}
