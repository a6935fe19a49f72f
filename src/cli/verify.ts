import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { verifyFolder, type Verification } from '../host/node/verify.ts';
import { wholeNumber } from './problems.ts';
import { columnsOf, isScreen, say, wrapped } from './words.ts';

interface VerifyOptions {
  cells: number | 'all';
  threads: number;
  json?: boolean;
}

/** `unrest verify FOLDER`: are these the results of this plan, byte for byte? */
export function verifyVerb(program: Command): void {
  program
    .command('verify')
    .argument('<folder>', 'run folder')
    .option('--cells <n>', 'cells to run again, spread evenly, or "all"', cellCount, 5)
    .option('--threads <n>', 'worker threads', wholeNumber('--threads', 1, 256), availableParallelism())
    .option('--json', 'as JSON')
    .description(
      'Compare the files of a folder with their fingerprints, the tables with the journal, and cells with cells run again; ends with 1 when anything differs.',
    )
    .action(async (folder: string, options: VerifyOptions) => {
      const screen = isScreen(process.stderr) && options.json !== true;
      const found = await verifyFolder({
        folder,
        cells: options.cells,
        threads: options.threads,
        ...(screen ? { onCell: (done: number, of: number) => void process.stderr.write(`\r${done} of ${of} cells`) } : {}),
      });
      if (screen) process.stderr.write('\r');
      process.exitCode = found.differences.length > 0 ? 1 : 0;
      if (options.json) process.stdout.write(`${JSON.stringify({ folder, ...found })}\n`);
      else tell(folder, found);
    });
}

function cellCount(text: string): number | 'all' {
  return text === 'all' ? 'all' : wholeNumber('--cells', 0, 1_000_000)(text);
}

function tell(folder: string, { files, cells, again, differences, notes, digest }: Verification): void {
  const out = process.stdout;
  const columns = columnsOf(out);
  for (const note of notes) say(out, `note: ${note}`);
  const looked = `${files} files compared, ${again.length} of ${cells} cells run again`;
  if (differences.length === 0) {
    say(out, `${folder}: ${looked}: all as it was kept`);
    if (digest !== undefined) say(out, `digest ${digest}`);
    return;
  }
  say(out, `${folder}: ${looked}; ${differences.length} ${differences.length === 1 ? 'difference' : 'differences'}`);
  const rows = differences.map(({ what, kept, found }) => ({ what: wrapped(what, Number.POSITIVE_INFINITY).trimEnd(), text: `${kept} -> ${found}` }));
  const width = Math.min(32, Math.max(...rows.map(({ what }) => what.length)));
  out.write(`${'what'.padEnd(width)}  kept -> found\n`);
  for (const { what, text } of rows) out.write(`${what.padEnd(width)}  ${wrapped(text, Math.max(24, columns - width - 2), ' '.repeat(width + 2))}`);
}
