/** Files on this computer: where scenarios lie, and writing results so that nothing is ever half there. */
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { maxFileBytes, type FileReader } from '../../scenario/files.ts';

/** The folder of the package (the one with package.json). */
export const packageFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/**
 * Reads below one folder; a missing file is `undefined`, never an exception. What is no plain file (a device
 * never ends, a pipe never begins) and links that lead out of the folder are refused, and a file is read no
 * further than the loader accepts.
 */
export function readerOf(folder: string): FileReader {
  const refusal = (path: string): string | undefined => {
    const full = join(folder, path);
    if (!existsSync(full)) return undefined;
    const kind = statSync(full);
    if (kind.isDirectory()) return 'a folder';
    if (!kind.isFile()) return 'a device or a pipe';
    const below = relative(realpathSync(folder), realpathSync(full));
    return below.startsWith('..') || isAbsolute(below) ? 'a link that leads out of its folder' : undefined;
  };
  return {
    refusal,
    read(path: string): Uint8Array | undefined {
      const full = join(folder, path);
      if (!existsSync(full)) return undefined;
      return refusal(path) === undefined ? firstBytes(full, maxFileBytes + 1) : new Uint8Array();
    },
  };
}

function firstBytes(path: string, most: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(Math.min(most, fstatSync(file).size));
    let length = 0;
    for (let n = -1; n !== 0 && length < bytes.length; length += n) n = readSync(file, bytes, length, bytes.length - length, null);
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** Where a scenario's paths lead: `<its folder>/…` into it, `worlds/…` beside it and then into the package. */
function readerBeside(label: string, folder: string): FileReader {
  const mounts = [
    { prefix: `${label}/`, reader: readerOf(folder) },
    { prefix: 'worlds/', reader: readerOf(join(dirname(folder), 'worlds')) },
    { prefix: 'worlds/', reader: readerOf(join(packageFolder, 'scenarios/worlds')) },
  ];
  const first = <T>(path: string, ask: (reader: FileReader, below: string) => T | undefined): T | undefined => {
    for (const { prefix, reader } of mounts) {
      const answer = path.startsWith(prefix) ? ask(reader, path.slice(prefix.length)) : undefined;
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
  return {
    read: (path) => first(path, (reader, below) => reader.read(below)),
    // of the file that would be read, not of another by the same name
    refusal: (path) => first(path, (reader, below) => (reader.read(below) === undefined ? undefined : { why: reader.refusal?.(below) }))?.why,
  };
}

export interface ScenarioPlace {
  readonly reader: FileReader;
  /** path of scenario.yaml below the reader's folder */
  readonly path: string;
  readonly folder: string;
}

/**
 * Find a scenario by its name (`kazakhstan-2022`), folder or file. A user's own folder comes first,
 * then the scenarios of the package; worlds are looked up in the scenario's folder, beside it and in the package.
 */
export function findScenario(name: string, here = process.cwd()): ScenarioPlace | undefined {
  const candidates = [name, join(name, 'scenario.yaml'), join('scenarios', name, 'scenario.yaml')];
  for (const root of [here, packageFolder]) {
    for (const candidate of candidates) {
      const full = resolve(root, candidate);
      if (!full.endsWith('.yaml') || !existsSync(full)) continue;
      const scenarioFolder = dirname(full);
      // a scenario of ours lies in <package>/scenarios/<name>; anything else is its own root
      const isOurs = dirname(scenarioFolder) === join(packageFolder, 'scenarios');
      const label = isOurs ? `scenarios/${basename(scenarioFolder)}` : basename(scenarioFolder) || 'scenario';
      return {
        reader: isOurs ? readerOf(packageFolder) : readerBeside(label, scenarioFolder),
        path: `${label}/${basename(full)}`,
        folder: scenarioFolder,
      };
    }
  }
  return undefined;
}

/** Write a file whole or not at all: beside first, then renamed. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.part-${process.pid}`;
  try {
    writeFileSync(draft, content);
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** Names of the scenarios that come with the package. */
export function scenarioNames(): string[] {
  return readdirSync(join(packageFolder, 'scenarios')).filter((name) => existsSync(join(packageFolder, 'scenarios', name, 'scenario.yaml')));
}

/** Find out before a long run whether its results can be written; throws what the computer says. */
export function tryFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true });
  const probe = join(folder, `.probe-${process.pid}`);
  writeFileSync(probe, '');
  rmSync(made ?? probe, { recursive: true });
}
