import type { Command } from 'commander';
import { formatIssues } from '../base/issue.ts';
import { noScenario } from '../host/node/comparison.ts';
import { findScenario } from '../host/node/files.ts';
import { vocabulary } from '../mechanisms/registry.ts';
import { folderOf } from '../scenario/files.ts';
import { loadScenario } from '../scenario/load.ts';
import { loadRecord } from '../scenario/load-record.ts';

/** `unrest check NAME`: everything that is wrong with a scenario and its record, at once. */
export function checkVerb(program: Command): void {
  program
    .command('check')
    .argument('<scenario>', 'name, folder or scenario.yaml')
    .option('--json', 'issues as JSON')
    .description('Check a scenario: all issues at once, with line, column, what was expected and "did you mean".')
    .action((name: string, options: { json?: boolean }) => {
      const found = findScenario(name);
      if (!found) throw new RangeError(noScenario(name));
      const { spec, issues, notes } = loadScenario(found.reader, found.path, vocabulary());
      const recordPath = `${folderOf(found.path)}record.yaml`;
      const recordIssues = spec && found.reader.read(recordPath) ? loadRecord(found.reader, recordPath, spec).issues : [];
      const all = [...issues, ...recordIssues];
      process.exitCode = all.length > 0 ? 2 : 0;
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ scenario: name, issues: all, notes, hash: spec?.hash })}\n`);
        return;
      }
      const text = (file: string) => {
        const bytes = found.reader.read(file);
        return bytes && new TextDecoder().decode(bytes);
      };
      if (all.length > 0) process.stdout.write(`${formatIssues(all, text)}\n`);
      if (notes.length > 0) process.stdout.write(`${formatIssues(notes, text, 'note')}\n`);
      if (spec && all.length === 0)
        process.stdout.write(
          `${spec.name}: ${spec.world.countries.length} countries, ${spec.world.places.length} places, ${spec.events.length} events, ${spec.arms.length} arms; ${spec.latent.length} values set by hand; weights ${spec.weights}; hash ${spec.hash.slice(0, 16)}\n`,
        );
    });
}
