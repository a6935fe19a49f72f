import type { Command } from 'commander';
import { failures } from '../classics/contract.ts';
import { chosenClassics, classics } from '../classics/registry.ts';
import { listLines, outcomeLines } from '../classics/text.ts';
import { saveOutcome } from '../host/node/classics-files.ts';

interface RunOptions {
  all?: boolean;
  full?: boolean;
  json?: boolean;
  out?: string;
}

/** `unrest classics`: published models rebuilt, their published numbers beside ours. */
export function classicsVerb(program: Command): void {
  const verb = program.command('classics').description('Published models rebuilt: what the papers report beside what we get.');
  verb
    .command('list')
    .option('--json', 'as JSON')
    .description('Name the rebuilt models and their papers.')
    .action((options: { json?: boolean }) => {
      const rows = classics.map(({ id, title, citation, doi }) => ({ id, title, citation, doi }));
      process.stdout.write(options.json ? `${JSON.stringify(rows)}\n` : `${listLines(classics).join('\n')}\n`);
    });
  verb
    .command('run')
    .argument('[name]', 'one of those that `unrest classics list` names')
    .option('--all', 'every rebuilt model')
    .option('--full', 'the sizes of the papers (up to a minute a model)')
    .option('--json', 'as JSON lines, one per model')
    .option('--out <dir>', 'also write targets and pictures into a folder')
    .description('Run a rebuilt model; ends with 1 when a number that should reproduce does not.')
    .action((name: string | undefined, options: RunOptions) => {
      for (const classic of chosenClassics(name, options.all === true)) {
        const outcome = classic.run(options.full === true);
        const { id, title, doi, notTried } = classic;
        process.stdout.write(
          options.json ? `${JSON.stringify({ id, title, doi, targets: outcome.targets, notTried })}\n` : `${outcomeLines(classic, outcome).join('\n')}\n\n`,
        );
        if (options.out !== undefined) process.stderr.write(`saved in ${saveOutcome(options.out, id, outcome).join(', ')}\n`);
        if (failures(outcome.targets).length > 0) process.exitCode = 1;
      }
    });
}
