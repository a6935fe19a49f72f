import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { workOn } from './exec.ts';
import { wholeNumber } from './problems.ts';

interface ResumeOptions {
  threads: number;
  failed?: boolean;
  json?: boolean;
}

/** `unrest resume FOLDER`: go on where a run was stopped, paused, killed or refused. */
export function resumeVerb(program: Command): void {
  program
    .command('resume')
    .argument('<folder>', 'run folder in which something was begun')
    .option('--threads <n>', 'worker threads', wholeNumber('--threads', 1, 256), availableParallelism())
    .option('--failed', 'also run the cells again that failed')
    .option('--json', 'the end as JSON')
    .description('Go on with a run that was stopped, paused or killed; refuses when there is nothing to go on with.')
    .action(async (folder: string, options: ResumeOptions) =>
      workOn({ folder, threads: options.threads, failedToo: options.failed === true, mustGoOn: true }, options.json === true),
    );
}
