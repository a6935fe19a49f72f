import type { Command } from 'commander';
import { askToPause } from '../host/node/executor-pause.ts';
import { quoted } from '../host/node/comparison.ts';
import { say } from './words.ts';

/** `unrest pause FOLDER`: ask the process that runs a folder to stop after the cells in flight. */
export function pauseVerb(program: Command): void {
  program
    .command('pause')
    .argument('<folder>', 'run folder that another process runs')
    .option('--json', 'as JSON')
    .description('Ask the process that runs a plan to finish the cells in flight, keep them and stop.')
    .action((folder: string, options: { json?: boolean }) => {
      const holder = askToPause(folder);
      if (options.json) process.stdout.write(`${JSON.stringify({ folder, asked: holder })}\n`);
      else
        say(
          process.stdout,
          `asked process ${holder.pid} on ${holder.host} to stop after the cells in flight; go on later with: unrest resume ${quoted(folder)}`,
        );
    });
}
