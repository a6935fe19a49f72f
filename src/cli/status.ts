import type { Command } from 'commander';
import { cellsToTell, durationText } from '../experiment/design-progress.ts';
import { quoted } from '../host/node/comparison.ts';
import { statusOf, type FolderStatus } from '../host/node/executor-status.ts';
import { say } from './words.ts';

/** `unrest status FOLDER`: how far a plan is and how long the rest may take. */
export function statusVerb(program: Command): void {
  program
    .command('status')
    .argument('<folder>', 'run folder')
    .option('--json', 'as JSON')
    .description('Say how far a plan is, what it took so far and how long the rest may take; looks on without disturbing a process that runs it.')
    .action((folder: string, options: { json?: boolean }) => {
      const status = statusOf(folder);
      if (options.json) process.stdout.write(`${JSON.stringify({ folder, ...status })}\n`);
      else tell(folder, status);
    });
}

const states: Readonly<Record<FolderStatus['state'], (status: FolderStatus, folder: string) => string>> = {
  planned: (_, folder) => `planned, nothing run yet; begin with: unrest exec ${folder}`,
  running: ({ holder }) => `running: process ${holder?.pid ?? '?'} since ${holder?.at ?? '?'}`,
  elsewhere: ({ holder }) =>
    `held by process ${holder?.pid ?? '?'} on ${holder?.host ?? '?'} since ${holder?.at ?? '?'}; whether it still runs cannot be seen from here`,
  interrupted: (_, folder) => `interrupted: its process is gone; go on with: unrest resume ${folder}`,
  paused: (_, folder) => `paused; go on with: unrest resume ${folder}`,
  stopped: (_, folder) => `stopped; go on with: unrest resume ${folder}`,
  unfinished: (_, folder) => `not finished; go on with: unrest resume ${folder}`,
  finished: (_, folder) => `finished; report: unrest report ${folder}`,
};

function tell(folder: string, status: FolderStatus): void {
  const out = process.stdout;
  const { secondsPerCell: cell, secondsLeft: left, digest } = status;
  say(out, status.title);
  say(out, states[status.state](status, quoted(folder)));
  say(out, `${status.cells} cells of ${status.arms.length} arms: ${status.done} done, ${status.failed} failed, ${status.remaining} remaining`);
  if (status.damagedLines > 0) say(out, `${status.damagedLines} damaged lines in the journal; their cells count as remaining`);
  if (cell)
    say(out, `a cell took ${durationText(cell.median)} (median; ${durationText(cell.low)} to ${durationText(cell.high)}, ${status.measuredCells} measured)`);
  if (status.remaining > 0)
    say(
      out,
      left
        ? `remaining on ${status.threads} ${status.threads === 1 ? 'thread' : 'threads'}: ${durationText(left.from)} if cells take what the median took, ${durationText(left.to)} if all are as slow as the slowest`
        : `remaining: not known before ${cellsToTell} cells are measured`,
    );
  if (digest !== undefined) say(out, `digest ${digest}`);
}
