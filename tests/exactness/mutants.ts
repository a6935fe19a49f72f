/**
 * Engines with planted faults: a copy of `src/world` with one piece of text replaced in one file of
 * the people folder, under `.cache/mutants/<name>/`. Base and the rest of the model are the real ones.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { KeepPeople } from '../../src/run/run.ts';
import type { buildWorld } from '../../src/world/build.ts';
import type { PeopleEngine } from '../../src/world/people/engine.ts';

export interface PlantedFault {
  readonly name: string;
  /** what goes wrong, in words */
  readonly meaning: string;
  /** file in src/world/people */
  readonly file: string;
  /** text that stands exactly once in the file */
  readonly find: string;
  readonly replace: string;
}

export interface MutantModel {
  readonly buildWorld: typeof buildWorld;
  readonly keep: KeepPeople;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const original = join(root, 'src/world');

export function occurrences(fault: PlantedFault): number {
  return readFileSync(join(original, 'people', fault.file), 'utf8').split(fault.find).length - 1;
}

/** Write the copy, with the fault if there is one. @returns its folder */
function writeMutant(name: string, fault?: PlantedFault): string {
  const folder = join(root, '.cache/mutants', name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(original, folder, { recursive: true });
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.ts')) continue;
    const path = join(folder, entry);
    const text = readFileSync(path, 'utf8');
    const planted = fault && entry === join('people', fault.file) ? text.replace(fault.find, () => fault.replace) : text;
    writeFileSync(path, leadOutside(planted, dirname(join(original, entry)), dirname(path)));
  }
  return folder;
}

/** A whole model with the fault in it, or without any. */
export async function loadMutant(name: string, fault?: PlantedFault): Promise<MutantModel> {
  const folder = writeMutant(name, fault);
  const build = (await load(join(folder, 'build.ts'))) as { buildWorld: typeof buildWorld };
  const engine = (await load(join(folder, 'people/engine.ts'))) as { PeopleEngine: typeof PeopleEngine };
  return { buildWorld: build.buildWorld, keep: (world, from) => new engine.PeopleEngine(world.settlement, world.hours, from) };
}

/** Only the file that holds the fault. */
export function loadMutantFile(name: string, fault: PlantedFault): Promise<unknown> {
  return load(join(writeMutant(name, fault), 'people', fault.file));
}

function load(path: string): Promise<unknown> {
  return import(/* @vite-ignore */ pathToFileURL(path).href);
}

/** Imports that leave `src/world` still lead to the real files. */
function leadOutside(text: string, oldFolder: string, newFolder: string): string {
  return text.replace(/(from ')(\.{1,2}\/[^']+)(')/g, (whole, before: string, path: string, after: string) => {
    const target = resolve(oldFolder, path);
    if (target.startsWith(original + sep)) return whole;
    return `${before}${relative(newFolder, target).split(sep).join('/')}${after}`;
  });
}
