import type { Command } from 'commander';
import { replayCell, type Replay } from '../host/node/replay.ts';
import { historyText } from './history.ts';
import { wholeNumber } from './problems.ts';

interface ReplayOptions {
  cell?: number;
  arm?: string;
  json?: boolean;
}

const cellNumber = wholeNumber('cell', 0, 1_000_000);

/** `unrest replay FOLDER CELL`: one cell again, told as `run` tells a history. */
export function replayVerb(program: Command): void {
  program
    .command('replay')
    .argument('<folder>', 'run folder')
    .argument('[cell]', 'number of the cell', cellNumber)
    .option('--cell <n>', 'the same, as failures print it', cellNumber)
    .option('--arm <id>', 'arm of the plan (default: the first)')
    .option('--json', 'quantities and digest as JSON')
    .description(
      'Run one cell of a folder again and print what happened, by which rule and because of what; ends with 1 when it fails or is not what was kept.',
    )
    .action((folder: string, positional: number | undefined, options: ReplayOptions) => {
      const cell = positional ?? options.cell;
      if (cell === undefined || (positional !== undefined && options.cell !== undefined && positional !== options.cell))
        throw new RangeError(`name one cell: unrest replay ${folder} 0`);
      const replay = replayCell(folder, cell, options.arm);
      const { isAsKept, words } = comparison(replay);
      process.exitCode = isAsKept && !('failure' in replay.ran) ? 0 : 1;
      if (options.json) process.stdout.write(`${JSON.stringify(asData(replay, isAsKept))}\n`);
      else tell(replay, words);
    });
}

function comparison({ kept, ran }: Replay): { readonly isAsKept: boolean; readonly words: string } {
  if (kept.kind === 'nothing') return { isAsKept: true, words: 'the folder does not hold this cell yet: nothing to compare with' };
  if ('failure' in ran) {
    if (kept.kind === 'digest') return { isAsKept: false, words: 'NOT as kept: there it did not fail' };
    const isAsKept = kept.message === ran.failure;
    return { isAsKept, words: isAsKept ? 'as kept: it failed in the same way' : `NOT as kept: there it failed with: ${kept.message}` };
  }
  if (kept.kind === 'failure') return { isAsKept: false, words: `NOT as kept: there it failed with: ${kept.message}` };
  const isAsKept = kept.digest === ran.history.digest;
  return { isAsKept, words: isAsKept ? 'as kept: the same bytes' : `NOT as kept: there the digest is ${kept.digest}` };
}

function asData({ cell, setting, arm, values, ran }: Replay, isAsKept: boolean) {
  const said = { ...cell, setting, arm: arm.id, isAsKept, parameters: values };
  return 'failure' in ran ? { ...said, failure: ran.failure } : { ...said, digest: ran.history.digest, quantities: ran.summary.quantities };
}

function tell(replay: Replay, words: string): void {
  const { title, cell, setting, arm, ran } = replay;
  const out = process.stdout;
  out.write(
    `${title}\narm: ${arm.title}; seed ${cell.seed}; cell ${cell.cell}, row ${cell.row}, replicate ${cell.replicate}${setting === '' ? '' : `, ${setting}`}\n\n`,
  );
  if ('failure' in ran) process.stderr.write(`cell ${cell.cell} failed: ${ran.failure}\n`);
  else out.write(`${historyText(ran.history, ran.summary, ran.world)}\n`);
  out.write(`${words}\nModel result, not a forecast.\n`);
}
