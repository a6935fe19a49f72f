/** Where the parts of a world come from: one folder of files, or a mapping in the scenario itself. */
import { quoted } from '../base/issue.ts';
import { z } from 'zod';
import { readCsv, type Columns } from './csv-file.ts';
import { badName, folderOf, readText, type FileReader } from './files.ts';
import type { Located, Report } from './report.ts';
import { source, sources } from './schema-parts.ts';
import { checkKeys, checkList, checkRecord, columnsOf, isMapping, type Entries, type Entry } from './validate.ts';
import { allianceSchema, countrySchema, indicatorSchema, linkSchema, placeSchema, regionSchema, worldSchema } from './world-schema.ts';
import { readYaml } from './yaml-file.ts';

/** The parts of a world, each entry checked by itself but not yet against the others. */
export interface WorldParts {
  readonly id: string;
  readonly countries: Entries<z.output<typeof countrySchema>>;
  readonly regions: Entries<z.output<typeof regionSchema>>;
  readonly places: Entries<z.output<typeof placeSchema>>;
  readonly links: Entries<z.output<typeof linkSchema>>;
  readonly indicators: Entries<z.output<typeof indicatorSchema>>;
  readonly alliances: Entries<z.output<typeof allianceSchema>>;
  readonly sources: ReadonlyMap<string, Entry<z.output<typeof source>>>;
  /** false when a file is missing or unreadable: then nothing can be said about references into it */
  readonly isReadable: boolean;
  /** parsed content of all files, for the hash */
  readonly content: unknown;
}

type ListName = 'countries' | 'regions' | 'places' | 'links' | 'indicators' | 'alliances';
const nothing = { valid: [], raw: [], isComplete: true };

/** The world of a scenario, from wherever its `world:` points. */
export function readWorldParts(reader: FileReader, scenario: Located, name: string, report: Report): WorldParts | undefined {
  const world = isMapping(scenario.data) ? scenario.data['world'] : undefined;
  if (isMapping(world)) return inlineWorld(scenario, name, report);
  if (world === undefined) return undefined;
  if (typeof world !== 'string') {
    report.error('SCHEMA_TYPE', scenario, ['world'], { expected: 'the name of a world or a mapping', received: quoted(world) });
    return undefined;
  }
  const problem = badName(world);
  if (problem) {
    report.error('FILE_NAME', scenario, ['world'], { what: 'world', received: quoted(world), expected: problem });
    return undefined;
  }
  return folderWorld(reader, scenario, world, report);
}

function inlineWorld(scenario: Located, name: string, report: Report): WorldParts {
  const at = (part: string) => ['world', part];
  checkKeys(worldSchema, scenario, ['world'], report);
  return {
    id: name,
    countries: checkList(countrySchema, scenario, at('countries'), report),
    regions: checkList(regionSchema, scenario, at('regions'), report),
    places: checkList(placeSchema, scenario, at('places'), report),
    links: checkList(linkSchema, scenario, at('links'), report),
    indicators: checkList(indicatorSchema, scenario, at('indicators'), report),
    alliances: checkList(allianceSchema, scenario, at('alliances'), report),
    sources: checkRecord(sources, scenario, at('sources'), report),
    isReadable: true,
    content: null,
  };
}

function folderWorld(reader: FileReader, scenario: Located, id: string, report: Report): WorldParts {
  const own = folderOf(scenario.file);
  const folders = [`${own}worlds/${id}/`, `${folderOf(own.slice(0, -1))}worlds/${id}/`];
  const folder = folders.find((candidate) => reader.read(`${candidate}countries.yaml`) !== undefined) ?? folders[1]!;
  const content: Record<string, unknown> = {};
  let isReadable = true;
  const open = (file: string, isNeeded: boolean, parse: (path: string, text: string) => Located | undefined): Located | undefined => {
    const path = `${folder}${file}`;
    if (!isNeeded && reader.read(path) === undefined) return undefined;
    const text = readText(reader, path, report, { where: scenario, path: ['world'] });
    const located = text === undefined ? undefined : parse(path, text);
    if (!located) isReadable = false;
    else content[file] = located.data;
    return located;
  };
  const yaml = (part: 'countries' | 'alliances' | 'sources', isNeeded: boolean) => {
    const located = open(`${part}.yaml`, isNeeded, (path, text) => readYaml(path, text, report));
    return located && checkKeys(z.strictObject({ [part]: worldSchema.shape[part] }), located, [], report) ? located : undefined;
  };
  const table = <T>(part: ListName, row: z.ZodType<T>, columns: Columns, isNeeded: boolean): Entries<T> => {
    const located = open(`${part}.csv`, isNeeded, (path, text) => readCsv(path, text, columns, report));
    return located ? checkList(row, located, [], report) : { ...nothing, isComplete: !isNeeded && isReadable };
  };
  const countries = yaml('countries', true);
  const alliances = yaml('alliances', false);
  const declared = yaml('sources', false);
  return {
    id,
    countries: countries ? checkList(countrySchema, countries, ['countries'], report) : { ...nothing, isComplete: false },
    regions: table('regions', regionSchema, columnsOf(regionSchema), false),
    places: table('places', placeSchema, columnsOf(placeSchema), true),
    links: table('links', linkSchema, columnsOf(linkSchema), false),
    indicators: table('indicators', indicatorSchema, columnsOf(indicatorSchema), false),
    alliances: alliances ? checkList(allianceSchema, alliances, ['alliances'], report) : nothing,
    sources: declared ? checkRecord(sources, declared, ['sources'], report) : new Map(),
    get isReadable() {
      return isReadable;
    },
    content,
  };
}

/** For lists that are needed: an issue when nothing stands in them. */
export function requireSome(parts: Entries<unknown>, what: string, where: Located, report: Report): void {
  if (parts.isComplete && parts.raw.length === 0) report.error('WORLD_EMPTY', where, ['world'], { what: 'the world', expected: what });
}
