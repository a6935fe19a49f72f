import type { Command } from 'commander';
import { makeScenario } from '../host/node/new.ts';

/** `unrest new NAME`: a scenario of one's own, ready to be checked, run and changed. */
export function newVerb(program: Command): void {
  program
    .command('new')
    .argument('<name>', 'name of the scenario and of its folder: lower-case letters, digits, hyphens')
    .option('--from <scenario>', 'scenario to begin from: name, folder or scenario.yaml', 'minimal')
    .option('--json', 'as JSON')
    .description('Make a folder with a commented scenario, a record and a README, that passes "check" and can be run at once.')
    .action((name: string, options: { from: string; json?: boolean }) => {
      const made = makeScenario(name, options.from);
      if (options.json) {
        process.stdout.write(`${JSON.stringify(made)}\n`);
        return;
      }
      process.stdout.write(`made ${made.folder}\n${made.files.map((file) => `  ${file}\n`).join('')}`);
      process.stdout.write(`next: unrest check ${name}\n      unrest run ${name}\n`);
    });
}
