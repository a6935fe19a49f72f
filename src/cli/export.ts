import { Option, type Command } from 'commander';
import { quoted } from '../host/node/comparison.ts';
import { exportFolder, exportForms, type ExportForm } from '../host/node/export.ts';

/** `unrest export FOLDER --as …`: results for spreadsheets, notebooks and archives. */
export function exportVerb(program: Command): void {
  program
    .command('export')
    .argument('<folder>', 'finished run folder')
    .addOption(new Option('--as <form>', 'tables as CSV or Parquet, or everything as an RO-Crate for an archive').choices(exportForms).makeOptionMandatory())
    .option('--out <folder>', 'where to (default: beside the folder, with the form behind its name)')
    .option('--force', 'replace an earlier export')
    .option('--json', 'as JSON')
    .description('Write the results of a finished folder for other programs or for an archive; whole or not at all.')
    .action(async (folder: string, options: { as: ExportForm; out?: string; force?: boolean; json?: boolean }) => {
      const made = await exportFolder({ folder, as: options.as, out: options.out, force: options.force === true });
      if (options.json) process.stdout.write(`${JSON.stringify(made)}\n`);
      else process.stdout.write(`${quoted(made.folder)}\n${made.files.map((file) => `  ${file}\n`).join('')}`);
    });
}
