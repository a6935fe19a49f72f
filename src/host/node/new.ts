/** A scenario of one's own to begin with: a folder that can be checked and run at once. */
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { quoted, ScenarioError } from '../../base/issue.ts';
import { vocabulary } from '../../mechanisms/registry.ts';
import { badName, folderOf, type FileReader } from '../../scenario/files.ts';
import { loadScenario, parseScenario } from '../../scenario/load.ts';
import { loadRecord } from '../../scenario/load-record.ts';
import { noScenario } from './comparison.ts';
import { findScenario, packageFolder, type ScenarioPlace } from './files.ts';
import { emptyRecord, firstReadme } from './new-texts.ts';

export interface NewScenario {
  readonly folder: string;
  /** paths below it */
  readonly files: readonly string[];
}

/**
 * Make the folder `name` below `here` from another scenario: its text under the new name, its record or an
 * empty one, its world unless that comes with the program, and a README. Made beside and renamed, so that it is
 * there whole or not at all.
 * @throws RangeError when the name is none, is taken, or there is nothing to begin from
 * @throws ScenarioError when the scenario begun from is itself wrong
 */
export function makeScenario(name: string, from: string, here = process.cwd()): NewScenario {
  const problem = badName(name);
  if (problem !== undefined) throw new RangeError(`${quoted(name)} cannot name a scenario: ${problem}; for example: my-country-2031`);
  const folder = resolve(here, name);
  if (lstatSync(folder, { throwIfNoEntry: false })) throw new RangeError(`${folder} is there already and is left as it is; take another name`);
  const found = findScenario(from, here);
  if (!found) throw new RangeError(noScenario(from));
  const files = filesOf(name, found);
  const draft = mkdtempSync(join(here, `.${name}-`));
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(join(draft, path)), { recursive: true });
      writeFileSync(join(draft, path), content);
    }
    expectSound(draft, name);
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
  return { folder, files: [...files.keys()] };
}

function filesOf(name: string, found: ScenarioPlace): ReadonlyMap<string, string | Uint8Array> {
  const read = new Map<string, Uint8Array>();
  const reader: FileReader = {
    refusal: (path) => found.reader.refusal?.(path),
    read(path) {
      const bytes = found.reader.read(path);
      if (bytes) read.set(path, bytes);
      return bytes;
    },
  };
  const spec = parseScenario(reader, found.path, vocabulary());
  const own = folderOf(found.path);
  const recordPath = `${own}record.yaml`;
  const record = found.reader.read(recordPath);
  if (record) {
    const { issues } = loadRecord(found.reader, recordPath, spec);
    if (issues.length > 0) throw new ScenarioError(issues);
  }
  const files = new Map<string, string | Uint8Array>([
    ['scenario.yaml', renamed(new TextDecoder().decode(read.get(found.path)), name)],
    ['record.yaml', record ?? emptyRecord(name, spec.world.countries.find((country) => country.key === spec.focus)!.seatPlace)],
    ['README.md', firstReadme(name, spec.name)],
  ]);
  // a world that comes with the program is found from anywhere; any other has to come along
  for (const [path, bytes] of read) {
    const below = /(?:^|\/)(worlds\/.*)$/.exec(path)?.[1];
    if (below !== undefined && !isOurs(below, bytes)) files.set(below, bytes);
  }
  return files;
}

function isOurs(path: string, bytes: Uint8Array): boolean {
  const ours = join(packageFolder, 'scenarios', path);
  return lstatSync(ours, { throwIfNoEntry: false }) !== undefined && readFileSync(ours).equals(bytes);
}

/** The text with another `name:`; its comments and order stay. */
function renamed(text: string, name: string): string {
  return text.replace(/^name:[ \t]*[^\s#]+/m, `name: ${name}`);
}

/** The draft as it would be found under its name. @throws ScenarioError, RangeError */
function expectSound(draft: string, name: string): void {
  const { reader, path } = findScenario(join(draft, 'scenario.yaml'))!;
  const { spec, issues } = loadScenario(reader, path, vocabulary());
  if (!spec) throw new ScenarioError(issues);
  const { issues: ofRecord } = loadRecord(reader, `${folderOf(path)}record.yaml`, spec);
  if (ofRecord.length > 0) throw new ScenarioError(ofRecord);
  if (spec.name !== name)
    throw new RangeError(`the scenario to begin from does not say "name: …" on a line of its own; write it so, or copy the folder by hand`);
}
