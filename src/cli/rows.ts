import { join } from 'node:path';
import type { Command } from 'commander';
import { engineVersion } from '../base/version.ts';
import { defaultSeeds, rowsNamed } from '../experiment/rows/registry.ts';
import { rowText, runRow, type RowResult } from '../experiment/rows/run-row.ts';
import { tryFolder, writeWhole } from '../host/node/files.ts';
import { rowJson, rowPicture, rowsMarkdown, rowsPage, rowsTable } from '../report/rows.ts';
import { wholeNumber } from './problems.ts';

interface RowsOptions {
  seeds: number;
  seed: number;
  out: string;
  docs?: string;
  json?: boolean;
}

/** `unrest rows [S3 S9 …]`: each row of the document as a small experiment of its own. */
export function rowsVerb(program: Command): void {
  program
    .command('rows')
    .argument('[rows...]', 'rows such as S3 S9 (default: all)')
    .option('--seeds <n>', 'runs of each setting', wholeNumber('--seeds', 2, 10_000), defaultSeeds)
    .option('--seed <n>', 'base seed', wholeNumber('--seed', 0, 1_000_000_000), 1)
    .option('--out <folder>', 'folder for index.html, the figures and the worlds', join('out', 'rows'))
    .option('--docs <folder>', 'write rows.md with its pictures into this folder of documentation')
    .option('--json', 'print JSON lines instead of the table')
    .description('Show each row of the document at work alone, in an invented world; exit code 1 when a row shows nothing.')
    .action((ids: readonly string[], options: RowsOptions) => {
      const chosen = rowsNamed(ids);
      tryFolder(options.out);
      const command = [
        'unrest rows',
        ...ids,
        ...(options.seeds === defaultSeeds ? [] : ['--seeds', options.seeds]),
        ...(options.seed === 1 ? [] : ['--seed', options.seed]),
      ].join(' ');
      const results = chosen.map((row): RowResult => {
        if (process.stderr.isTTY) process.stderr.write(`${row.id} ${row.title} …\n`);
        const result = runRow(row, { seeds: options.seeds, baseSeed: options.seed });
        const name = row.id.toLowerCase();
        writeWhole(join(options.out, name, 'scenario.yaml'), rowText(row));
        writeWhole(join(options.out, `${name}.svg`), rowPicture(result));
        if (options.json) process.stdout.write(`${JSON.stringify(rowJson(result))}\n`);
        return result;
      });
      writeWhole(join(options.out, 'index.html'), rowsPage(results, command, engineVersion));
      if (options.docs !== undefined) {
        for (const result of results) writeWhole(join(options.docs, 'pictures', 'rows', `${result.row.id.toLowerCase()}.svg`), rowPicture(result));
        writeWhole(
          join(options.docs, 'rows.md'),
          rowsMarkdown(results, command, (id) => `pictures/rows/${id.toLowerCase()}.svg`),
        );
      }
      if (!options.json) process.stdout.write(`${rowsTable(results)}\npage: ${join(options.out, 'index.html')}\n`);
      const failing = results.filter((result) => !result.shows).map((result) => result.row.id);
      if (failing.length === 0) return;
      process.stderr.write(
        `${failing.join(', ')} ${failing.length === 1 ? 'shows' : 'show'} not what the document states; the sentence says which criterion is not met\n`,
      );
      process.exitCode = 1;
    });
}
