/** Mistakes in the files of a world, tables with line and column of the cell; `¦` marks the expected one. */
import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { expectOne, type Case } from './one-mistake.ts';
import { changed, folderFiles, folderPath, readerOf, vocabulary } from './tiny.ts';

const world = 'scenarios/worlds/tiny-world/';

const folder: readonly (readonly [file: string, ...Case])[] = [
  ['places.csv', 'a negative population', 'Hilltown,51,61,400', 'Hilltown,51,61,¦-400', 'SCHEMA_RANGE', 'must be at least 0, is -400'],
  ['places.csv', 'text in a number column', 'Hilltown,51,61,400', 'Hilltown,51,61,¦4oo', 'SCHEMA_TYPE', 'expected a number, got "4oo"'],
  ['places.csv', 'a fraction of a person', 'Hilltown,51,61,400', 'Hilltown,51,61,¦400.5', 'SCHEMA_TYPE', 'expected a whole number'],
  ['places.csv', 'a latitude off the globe', 'Hilltown,51,61,400', 'Hilltown,¦95,61,400', 'SCHEMA_RANGE', 'must be at most 90, is 95'],
  ['places.csv', 'a place key given twice', 'north,rural,"Rural ""north"""', 'north,¦hilltown,"Rural ""north"""', 'NAME_DUPLICATE', 'the first is in line 4'],
  ['places.csv', 'a place name given twice', '"Rural ""north"""', '¦Hilltown', 'NAME_DUPLICATE', 'two places of one region are called "Hilltown"'],
  ['places.csv', 'a source of a row nobody declared', '51.5,61.5,100,,,,,,census', '51.5,61.5,100,,,,,,¦sensus', 'SOURCE_UNKNOWN', 'did you mean census?'],
  ['places.csv', 'a key of too few parts', 'bigland,only,bigland/only/chief', 'bigland,only,¦only/chief', 'SCHEMA_FORMAT', 'is not a place key'],
  ['places.csv', 'a quote that never closes', '"Rural ""north"""', '¦"Rural ""north""', 'CSV_SYNTAX', 'this quote is never closed'],
  ['places.csv', 'letters after a closing quote', '"Rural ""north"""', '"Rural"¦ north', 'CSV_SYNTAX', 'only a comma or a new line'],
  ['places.csv', 'a quote inside a cell', 'Hilltown,51', 'Hill¦"town,51', 'CSV_SYNTAX', 'a quote inside a cell'],
  ['regions.csv', 'a clock no country has', '9000,3,census', '9000,¦3.1,census', 'SCHEMA_RANGE', 'a multiple of 0.25'],
  ['links.csv', 'a link to nowhere', 'freeland/north/hilltown,3', '¦freeland/north/hiltown,3', 'NAME_UNKNOWN', 'did you mean freeland/north/hilltown?'],
  ['links.csv', 'a link of no length', ',3,road', ',¦0,road', 'SCHEMA_RANGE', 'must be above 0, is 0'],
  ['links.csv', 'a mode that is none', ',3,road', ',3,¦raod', 'SCHEMA_CHOICE', 'did you mean road?'],
  ['indicators.csv', 'an indicator without a number', ',0.3,', ',¦n/a,', 'SCHEMA_TYPE', 'expected a number, got "n/a"'],
  [
    'countries.yaml',
    'a seat that is no place',
    'seatPlace: bigland/only/chief',
    'seatPlace: ¦bigland/only/cheif',
    'NAME_UNKNOWN',
    'did you mean bigland/only/chief?',
  ],
  ['countries.yaml', 'a key the file cannot hold', 'countries:', '¦county: 1\ncountries:', 'SCHEMA_UNKNOWN', 'unknown key "county"'],
  ['alliances.yaml', 'an unknown patron', 'patron: bigland', 'patron: ¦bigand', 'NAME_UNKNOWN', 'did you mean bigland?'],
  ['sources.yaml', 'a source without an address', "'https://example.org/census'", "¦' '", 'SOURCE_ADDRESS', 'has no address'],
];

describe('one mistake in a file of a world', () => {
  for (const [file, ...example] of folder) {
    test(`${file}: ${example[0]}`, () => expectOne(folderFiles(), folderPath, `${world}${file}`, example));
  }

  const listed = (changes: Record<string, string | undefined>) => {
    const files = Object.fromEntries(Object.entries({ ...folderFiles(), ...changes }).filter(([, text]) => text !== undefined)) as Record<string, string>;
    return loadScenario(readerOf(files), folderPath, vocabulary).issues.map((i) => `${i.file.replace(world, '')}:${i.line}:${i.column} ${i.code} ${i.path}`);
  };

  test('a wrong column is told once and not for every row', () => {
    const regions = folderFiles()[`${world}regions.csv`]!.replace('utcOffsetHours', 'utc');
    expect(listed({ [`${world}regions.csv`]: regions })).toEqual(['regions.csv:1:1 SCHEMA_MISSING ', 'regions.csv:1:33 SCHEMA_UNKNOWN ']);
  });

  test('a row of the wrong length is told at its start', () => {
    const links = folderFiles()[`${world}links.csv`]!.replace(',census\n', ',census,more\n');
    expect(listed({ [`${world}links.csv`]: links })).toEqual(['links.csv:2:1 CSV_CELLS [0]']);
  });

  test('lines are counted through cells of several lines', () => {
    const places = folderFiles()[`${world}places.csv`]!.replace('Hilltown,', '"Hill\n\ntown",').replace('51.5,61.5', '51.5,615');
    expect(listed({ [`${world}places.csv`]: places })).toEqual(['places.csv:7:45 SCHEMA_RANGE [3].longitude']);
  });

  test('a region key that contradicts its country', () => {
    const regions = folderFiles()[`${world}regions.csv`]!.replace('bigland,bigland/only', 'bigland,freeland/only');
    expect(listed({ [`${world}regions.csv`]: regions })).toContain('regions.csv:4:9 WORLD_KEY [2].key');
  });

  test('places that do not sum to their region, and regions that do not sum to their country', () => {
    const [places, regions] = [`${world}places.csv`, `${world}regions.csv`];
    const files = folderFiles();
    expect(listed({ [places]: changed(files[places]!, ',400,', ',401,').text })).toEqual(['regions.csv:3:34 WORLD_SUM [1].population']);
    const both = { [places]: changed(files[places]!, ',400,', ',401,').text, [regions]: changed(files[regions]!, ',500,', ',501,').text };
    expect(listed(both)).toEqual(['countries.yaml:4:26 WORLD_SUM countries[0].population.value']);
  });

  test('a missing world is told where it was named', () => {
    const scenario = folderFiles()[folderPath]!.replace('tiny-world', 'tiny-word');
    expect(listed({ [folderPath]: scenario })).toEqual([`${folderPath}:7:8 FILE_MISSING world`, `${folderPath}:7:8 FILE_MISSING world`]);
  });

  test('a missing file silences references into it', () => {
    expect(listed({ [`${world}places.csv`]: undefined })).toEqual([`${folderPath}:7:8 FILE_MISSING world`]);
  });

  test('all issues of all files come at once', () => {
    const files = folderFiles();
    const at = (file: string, from: string, to: string, text = files[file]!) => changed(text, from, to).text;
    const scenario = at(folderPath, 'focus: freeland', 'focus: freland', at(folderPath, 'kind: price', 'kind: prize', at(folderPath, 'days: 10', 'days: 0')));
    const places = `${world}places.csv`;
    expect(
      listed({
        [folderPath]: scenario,
        [places]: at(places, ',400,', ',-400,', at(places, ',50,60,', ',95,60,')),
        [`${world}links.csv`]: at(`${world}links.csv`, 'freeland/centre/capital', 'freeland/centre/capitol'),
        [`${world}alliances.yaml`]: at(`${world}alliances.yaml`, 'unit: people per day', 'unit: km'),
        [`${world}countries.yaml`]: at(`${world}countries.yaml`, 'name: Freeland', 'nmae: Freeland'),
      }),
    ).toEqual([
      `${folderPath}:8:46 SCHEMA_RANGE clock.days`,
      `${folderPath}:10:8 NAME_UNKNOWN focus`,
      `${folderPath}:13:11 SCHEMA_CHOICE events[0].kind`,
      'countries.yaml:2:5 SCHEMA_MISSING countries[0].name',
      'countries.yaml:3:5 SCHEMA_UNKNOWN countries[0].nmae',
      'places.csv:2:33 SCHEMA_RANGE [0].latitude',
      'places.csv:4:40 SCHEMA_RANGE [2].population',
      'links.csv:2:1 NAME_UNKNOWN [0].from',
      'alliances.yaml:8:43 UNIT_WRONG alliances[0].liftPeoplePerDay.unit',
    ]);
  });
});
