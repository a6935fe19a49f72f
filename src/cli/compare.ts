import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Option, type Command } from 'commander';
import { isFailure, prepareComparison, quoted, runComparison } from '../host/node/comparison.ts';
import { tryFolder, writeWhole } from '../host/node/files.ts';
import type { PairFailure, PairResult } from '../experiment/pairs.ts';
import { assemble } from '../report/assemble.ts';
import { renderReport } from '../report/html.ts';
import { renderTable } from '../report/terminal.ts';
import { languageCodes, type LanguageCode } from '../report/words.ts';
import { wholeNumber } from './problems.ts';
import { columnsOf, isColoured, isScreen } from './words.ts';

interface CompareOptions {
  pairs: number;
  first: number;
  arms?: string;
  seed: number;
  threads: number;
  out?: string;
  json?: boolean;
  language: LanguageCode;
}

/** `unrest compare NAME`: pairs of worlds that share people, parameters and luck and differ in one thing. */
export function compareVerb(program: Command): void {
  program
    .command('compare')
    .argument('<scenario>', 'name, folder or scenario.yaml')
    .option('--pairs <n>', 'pairs to run', wholeNumber('--pairs', 1, 100_000), 20)
    .option('--first <n>', 'number of the first pair', wholeNumber('--first', 0, 1_000_000), 0)
    .option('--arms <ids>', 'arms to compare, comma-separated (default: the first two of the scenario)')
    .option('--seed <n>', 'base seed', wholeNumber('--seed', 0, 1_000_000_000), 1)
    .option('--threads <n>', 'worker threads', wholeNumber('--threads', 1, 256), availableParallelism())
    .option('--out <folder>', 'folder for report.html and pairs.json (default: out/<scenario>)')
    .addOption(new Option('--language <code>', 'language of the report and the table').choices(languageCodes).default('en'))
    .option('--json', 'print the answers as JSON lines instead of the table')
    .description('Run a paired ensemble over prior draws and say what differs, with ranges; writes a one-file report.')
    .action(async (name: string, options: CompareOptions) => {
      const order = { scenario: name, armIds: options.arms?.split(',') ?? [], seed: options.seed, pairs: options.pairs, threads: options.threads };
      const prepared = prepareComparison(order);
      const folder = options.out ?? join('out', prepared.scenario.name);
      tryFolder(folder);
      const bar = new SingleBar({
        format: `${prepared.scenario.name} {bar} {value}/{total} pairs, {duration_formatted}, about {eta_formatted} left`,
        hideCursor: true,
        noTTYOutput: false,
        stream: process.stderr,
      });
      if (isScreen(process.stderr)) bar.start(options.pairs, 0);
      const answers = await runComparison(prepared, order, options.first, (done) => bar.update(done));
      bar.stop();
      const results = answers.filter((a): a is PairResult => !isFailure(a));
      const failures = answers.filter((a): a is PairFailure => isFailure(a));
      for (const failure of failures) process.stderr.write(`pair ${failure.pair} failed: ${failure.message}\n  replay: ${failure.replay}\n`);
      if (failures.length > 0) process.exitCode = 1;
      if (results.length === 0) return;
      const command = `unrest compare ${quoted(name)} --pairs ${options.pairs} --seed ${options.seed}${options.first > 0 ? ` --first ${options.first}` : ''}${options.arms ? ` --arms ${options.arms}` : ''}`;
      const comparison = assemble({ ...prepared, seed: options.seed, results, failed: failures.length, command });
      const shapes: unknown = createRequire(import.meta.url)('world-atlas/countries-50m.json');
      writeWhole(join(folder, 'report.html'), renderReport(comparison, shapes as Parameters<typeof renderReport>[1], options.language));
      writeWhole(
        join(folder, 'pairs.json'),
        JSON.stringify({ command, scenarioHash: prepared.scenario.hash, engineVersion: comparison.engineVersion, answers: answers.map(compact) }),
      );
      if (options.json) {
        for (const answer of answers) process.stdout.write(`${JSON.stringify(compact(answer))}\n`);
        return;
      }
      process.stdout.write(
        renderTable(comparison, {
          columns: columnsOf(process.stdout),
          colour: isColoured(process.stdout),
          language: options.language,
        }),
      );
      process.stdout.write(`\nreport: ${join(folder, 'report.html')}\n`);
    });
}

/** An answer without its hourly series: what is kept beside the report. */
function compact(answer: PairResult | PairFailure) {
  if (isFailure(answer)) return answer;
  return {
    pair: answer.pair,
    seed: answer.seed,
    variants: answer.variants,
    divergence: answer.divergence,
    observed: answer.observed,
    arms: answer.arms.map(({ arm, digest, quantities }) => ({ arm, digest, quantities })),
  };
}
