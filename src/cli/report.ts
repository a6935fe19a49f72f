import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import { isPlain, settingsOf } from '../experiment/design.ts';
import { writeForGood } from '../host/node/store.ts';
import { settingText } from '../host/node/store-parquet.ts';
import { designOf } from '../host/node/store-plan.ts';
import { readResults } from '../host/node/store-results.ts';
import { assemble } from '../report/assemble.ts';
import { renderReport } from '../report/html.ts';
import { languageCodes, type LanguageCode } from '../report/words.ts';
import { wholeNumber } from './problems.ts';
import { say } from './words.ts';

interface ReportOptions {
  setting: number;
  out?: string;
  json?: boolean;
  language: LanguageCode;
}

/** `unrest report FOLDER`: the one-file report of `compare`, from cells that were run already. */
export function reportVerb(program: Command): void {
  program
    .command('report')
    .argument('<folder>', 'run folder, finished or not')
    .option('--setting <n>', 'which setting of a plan with --vary: 0 = nothing varied', wholeNumber('--setting', 0, 1_000_000), 0)
    .option('--out <file>', 'where to write it (default: report.html in the folder)')
    .addOption(new Option('--language <code>', 'language of the report').choices(languageCodes).default('en'))
    .option('--json', 'as JSON')
    .description('Write the one-file report of a run folder, from what is run so far.')
    .action((folder: string, options: ReportOptions) => {
      const { plan, prepared, results, failures } = readResults(folder, options.setting);
      const settings = settingsOf(designOf(plan));
      const setting = settings[options.setting];
      if (!setting) throw new RangeError(`--setting is ${options.setting}; this plan has settings 0 to ${settings.length - 1}`);
      if (results.length === 0) throw new RangeError(`${folder} has no results of this setting yet; "unrest exec" makes them`);
      // a plain plan is the comparison of its seed: one command makes the same report
      const command = isPlain(designOf(plan)) ? plan.command.replace(/^unrest plan/, 'unrest compare') : plan.command;
      const comparison = assemble({ ...prepared, seed: plan.seed, results, failed: failures.length, command });
      const held: Readonly<Record<string, number>> = { ...plan.set, ...setting };
      const parameters = comparison.parameters.map((p) =>
        p.id in held ? { ...p, low: held[p.id]!, high: held[p.id]!, assumption: 'held at this value by the plan' } : p,
      );
      const shapes: unknown = createRequire(import.meta.url)('world-atlas/countries-50m.json');
      const path = options.out ?? join(folder, 'report.html');
      writeForGood(path, renderReport({ ...comparison, parameters }, shapes as Parameters<typeof renderReport>[1], options.language));
      const planned = plan.cells / settings.length;
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ report: path, setting: settingText(setting), cells: results.length, failed: failures.length, planned })}\n`);
        return;
      }
      const missing = planned - results.length - failures.length;
      if (missing > 0) say(process.stdout, `of ${planned} cells ${missing} are not run yet; the report speaks of the others`);
      say(process.stdout, `report: ${path}`);
    });
}
