/** A population on disk: population.json says which, members.jsonl grows a line a member and survives interruptions. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Moved } from '../../base/parameter.ts';
import { engineVersion } from '../../base/version.ts';
import { readCountryYears, type CountryYear } from '../../experiment/base-rates/country-years.ts';
import type { Member, Scope } from '../../experiment/base-rates/population.ts';
import { packageFolder, tryFolder, writeWhole } from './files.ts';
import { entryOf, lineOf } from './store-journal.ts';

/** What decides every member of a population. */
export interface PopulationHead {
  readonly engineVersion: string;
  readonly seed: number;
  readonly weights: string;
  readonly moved: Readonly<Record<string, Moved>>;
  readonly scope: Scope;
  /** moves after which a run is given up; absent = three million */
  readonly giveUpAfter?: number;
}

export interface KeptPopulation {
  readonly head: PopulationHead;
  readonly members: ReadonlyMap<number, Member>;
}

/** The packaged country-years. */
export function packagedCountryYears(): readonly CountryYear[] {
  const text = (file: string) => readFileSync(join(packageFolder, 'scenarios/worlds/country-years', file), 'utf8');
  return readCountryYears(text('country-years.csv'), text('responses.csv'));
}

/**
 * The population of a folder, begun when it is empty.
 * @throws RangeError when the folder holds another population
 */
export function openPopulation(folder: string, head: PopulationHead): KeptPopulation {
  tryFolder(folder);
  const path = join(folder, 'population.json');
  const text = `${JSON.stringify(head, null, 2)}\n`;
  if (!existsSync(path)) writeWhole(path, text);
  else if (readFileSync(path, 'utf8') !== text) throw new RangeError(`${folder} holds another population (see ${path}); choose another --out, or empty it`);
  return readPopulation(folder);
}

/** @throws RangeError when the folder holds none */
export function readPopulation(folder: string): KeptPopulation {
  const path = join(folder, 'population.json');
  if (!existsSync(path)) throw new RangeError(`${folder} holds no population: there is no population.json; "unrest base-rates --out ${folder}" makes one`);
  const head = JSON.parse(readFileSync(path, 'utf8')) as PopulationHead;
  const members = new Map<number, Member>();
  const journal = join(folder, 'members.jsonl');
  const lines = existsSync(journal) ? readFileSync(journal, 'utf8').split('\n') : [];
  for (const line of lines) {
    const entry = entryOf(line) as { readonly n: number; readonly member: Member } | undefined;
    if (entry) members.set(entry.n, revived(entry.member) as Member);
  }
  return { head, members };
}

export function keepMember(folder: string, n: number, member: Member): void {
  appendFileSync(join(folder, 'members.jsonl'), lineOf({ n, member }));
}

/** The head of a population of this program. */
export function headOf(seed: number, weights: string, moved: Readonly<Record<string, Moved>>, scope: Scope): PopulationHead {
  return { engineVersion, seed, weights, moved, scope };
}

/** Numbers that JSON does not know, back from their words. */
function revived(value: unknown): unknown {
  if (value === 'NaN') return Number.NaN;
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revived(inner)]));
  return value;
}
