/** Files on this computer: where scenarios lie, and writing results so that nothing is ever half there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FileReader } from '../../scenario/files.ts';

/** The folder of the package (the one with package.json). */
export const packageFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** Reads below one folder; a missing file is `undefined`, never an exception. */
export function readerOf(folder: string): FileReader {
  return {
    read(path: string): Uint8Array | undefined {
      const full = join(folder, path);
      return existsSync(full) ? readFileSync(full) : undefined;
    },
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
 * then the scenarios of the package; worlds are looked up beside either.
 */
export function findScenario(name: string, here = process.cwd()): ScenarioPlace | undefined {
  const candidates = [name, join(name, 'scenario.yaml'), join('scenarios', name, 'scenario.yaml')];
  for (const root of [here, packageFolder]) {
    for (const candidate of candidates) {
      const full = isAbsolute(candidate) ? candidate : join(root, candidate);
      if (!full.endsWith('.yaml') || !existsSync(full)) continue;
      const scenarioFolder = dirname(full);
      // a scenario of ours lies in <root>/scenarios/<name>; anything else is its own root with our worlds as a second choice
      const base = relative(packageFolder, full).startsWith('..') ? scenarioFolder : packageFolder;
      const own = readerOf(base);
      const ours = readerOf(packageFolder);
      return { reader: { read: (path) => own.read(path) ?? ours.read(path) }, path: relative(base, full).replaceAll('\\', '/'), folder: scenarioFolder };
    }
  }
  return undefined;
}

/** Write a file whole or not at all: beside first, then renamed. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.part-${process.pid}`;
  writeFileSync(draft, content);
  renameSync(draft, path);
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
