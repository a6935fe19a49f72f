import type { Command } from 'commander';
import { formatIssues } from '../base/issue.ts';
import { clockHourOf, noScenario } from '../host/node/comparison.ts';
import { findScenario } from '../host/node/files.ts';
import { vocabulary } from '../mechanisms/registry.ts';
import type { ScenarioClaims } from '../scenario/claims.ts';
import { folderOf } from '../scenario/files.ts';
import { loadScenario } from '../scenario/load.ts';
import { loadClaims } from '../scenario/load-claims.ts';
import { loadRecord } from '../scenario/load-record.ts';

/** `unrest check NAME`: everything that is wrong with a scenario, its record and its claims, at once. */
export function checkVerb(program: Command): void {
  program
    .command('check')
    .argument('<scenario>', 'name, folder or scenario.yaml')
    .option('--json', 'issues as JSON')
    .description('Check a scenario, its record and its claims: all issues at once, with line, column, what was expected and "did you mean".')
    .action((name: string, options: { json?: boolean }) => {
      const found = findScenario(name);
      if (!found) throw new RangeError(noScenario(name));
      const { spec, issues, notes } = loadScenario(found.reader, found.path, vocabulary());
      const beside = (file: string) => `${folderOf(found.path)}${file}`;
      const has = (file: string) => found.reader.read(beside(file)) !== undefined;
      const record = spec && has('record.yaml') ? loadRecord(found.reader, beside('record.yaml'), spec) : undefined;
      const stated = spec && has('claims.yaml') ? loadClaims(found.reader, beside('claims.yaml'), spec, clockHourOf(spec)) : undefined;
      const all = [...issues, ...(record?.issues ?? []), ...(stated?.issues ?? [])];
      process.exitCode = all.length > 0 ? 2 : 0;
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ scenario: name, issues: all, notes, hash: spec?.hash, claims: stated?.claims?.claims.length })}\n`);
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
          `${spec.name}: ${spec.world.countries.length} countries, ${spec.world.places.length} places, ${spec.events.length} events, ${spec.arms.length} arms${claimsText(stated?.claims)}; ${spec.latent.length} values set by hand; weights ${spec.weights}; hash ${spec.hash.slice(0, 16)}\n`,
        );
    });
}

/** How many claims stand beside a scenario, and how many questions they put to the model. */
function claimsText(stated: ScenarioClaims | undefined): string {
  if (!stated) return '';
  const { claims } = stated;
  const queries = claims.reduce((sum, claim) => sum + claim.queries.length, 0);
  return `, ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'} (${claims.filter((claim) => claim.queries.length > 0).length} with queries, ${queries} in all)`;
}
