/** Every mistake has its code and is shown where it was made; `¦` marks the expected line and column. */
import { describe, expect, test } from 'vitest';
import { formatIssues } from '../../src/base/issue.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { changed, folderFiles, folderPath, inlinePath, inlineText, readerOf, vocabulary } from './tiny.ts';

type Case = readonly [name: string, from: string, to: string, code: string, words: string];

function expectOne(files: Record<string, string>, entry: string, file: string, [, from, to, code, words]: Case) {
  const { text, line, column } = changed(files[file]!, from, to);
  const { issues, spec } = loadScenario(readerOf({ ...files, [file]: text }), entry, vocabulary);
  expect(
    issues.map((i) => `${i.file}:${i.line}:${i.column} ${i.code}`),
    formatIssues(issues),
  ).toEqual([`${file}:${line}:${column} ${code}`]);
  expect(formatIssues(issues)).toContain(words);
  expect(spec).toBeUndefined();
}

const inline: readonly Case[] = [
  ['an unknown key', '    hours: 3\n', '    ¦houres: 3\n    hours: 3\n', 'SCHEMA_UNKNOWN', 'unknown key "houres"; did you mean hours?'],
  ['an unknown key at the top', 'focus: freeland', '¦fokus: freeland\nfocus: freeland', 'SCHEMA_UNKNOWN', 'did you mean focus?'],
  [
    'an unknown key inside a quantity',
    "{ value: 0.1, unit: '1', range: [0.05, 0.2]",
    "{ value: 0.1, unit: '1', ¦rnage: [0.05, 0.2]",
    'SCHEMA_UNKNOWN',
    'did you mean range?',
  ],
  ['an unknown key of an inline world', '  alliances:', '  ¦aliances: []\n  alliances:', 'SCHEMA_UNKNOWN', 'did you mean alliances?'],
  ['a missing key', '    kind: price\n    at: 2022', '    at: 2022', 'SCHEMA_MISSING', 'the key "kind" is missing'],
  ['a missing key at the top', 'title: A town and its capital\n', '', 'SCHEMA_MISSING', 'the key "title" is missing'],
  ['a version to come', 'unrest: 1', 'unrest: ¦2', 'SCHEMA_VERSION', 'reads version 1 of the scenario language, the file says 2'],
  ['a word that is no choice', 'kind: price', 'kind: ¦pric', 'SCHEMA_CHOICE', 'did you mean price?'],
  ['text for a number', 'days: 10', 'days: ¦ten', 'SCHEMA_TYPE', 'expected a number, got "ten"'],
  [
    'text for a quantity',
    "grievance: { value: 0.1, unit: '1', range: [0.05, 0.2], assumption: a guess }",
    'grievance: ¦much',
    'SCHEMA_TYPE',
    'expected a number or a mapping, got "much"',
  ],
  ['text inside a quantity', 'police: { value: 10, unit', 'police: { value: ¦ten, unit', 'SCHEMA_TYPE', 'expected a number, got "ten"'],
  ['a broken number in a fraction of a day', 'days: 10', 'days: ¦1.5', 'SCHEMA_TYPE', 'expected a whole number, got 1.5'],
  ['no number at all', 'days: 10', 'days: ¦.nan', 'SCHEMA_TYPE', 'expected a number, got NaN'],
  ['a list for a mapping', 'clock: { from: 2022-01-02T00:00+06:00, days: 10 }', 'clock: ¦[1]', 'SCHEMA_TYPE', 'expected a mapping, got a list'],
  ['a mapping for a list', 'arms:\n  - { id: as-it-was, title: With help, do: [] }\n  - {', 'arms:\n  ¦x: {', 'SCHEMA_TYPE', 'expected a list, got a mapping'],
  ['a key with capitals', 'name: minimal', 'name: ¦Minimal', 'SCHEMA_FORMAT', 'lower-case letters'],
  ['a negative population', 'population: 500, utc', 'population: ¦-500, utc', 'SCHEMA_RANGE', 'must be at least 0, is -500'],
  ['a negative population of a country', '{ value: 9, unit: thousand people', '{ value: ¦-9, unit: thousand people', 'QUANTITY_RANGE', 'is -9000'],
  ['a latitude off the globe', 'latitude: 51,', 'latitude: ¦91,', 'SCHEMA_RANGE', 'must be at most 90, is 91'],
  ['a longitude off the globe', 'longitude: 61,', 'longitude: ¦-181,', 'SCHEMA_RANGE', 'must be at least -180, is -181'],
  [
    'two places with one key',
    '  links:\n',
    '    - { key: ¦freeland/north/hilltown, name: Other, latitude: 51, longitude: 61, population: 0, source: census }\n  links:\n',
    'NAME_DUPLICATE',
    'two places are called "freeland/north/hilltown"; the first is in line 31',
  ],
  [
    'two places of one name in a region',
    '  links:\n',
    '    - { key: freeland/north/other, name: ¦Hilltown, latitude: 51, longitude: 61, population: 0, source: census }\n  links:\n',
    'NAME_DUPLICATE',
    'two places of one region are called "Hilltown"',
  ],
  [
    'a place without its region',
    '{ country: freeland, region: north, key: hilltown, name',
    '¦{ country: freeland, key: hilltown, name',
    'SCHEMA_MISSING',
    'or write the whole key',
  ],
  [
    'a key that contradicts its country',
    'country: freeland, region: north, key: hilltown',
    'country: bigland, region: north, key: ¦freeland/north/hilltown',
    'WORLD_KEY',
    'does not agree with the country and region beside it',
  ],
  ['a link to nowhere', 'to: freeland/north/hilltown, hours', 'to: ¦freeland/north/hiltown, hours', 'NAME_UNKNOWN', 'did you mean freeland/north/hilltown?'],
  ['a link to itself', 'to: freeland/north/hilltown, hours', 'to: ¦freeland/centre/capital, hours', 'LINK_SELF', 'linked to itself'],
  ['an event nowhere', 'where: freeland/north/hilltown', 'where: ¦freeland/nort/hilltown', 'NAME_UNKNOWN', 'did you mean freeland/north/hilltown?'],
  ['an event nowhere, in a list', 'where: freeland/north/hilltown', 'where: [freeland, freeland/north, ¦freland]', 'NAME_UNKNOWN', 'did you mean freeland?'],
  ['a source nobody declared', 'source: paper\nlatent', 'source: ¦papr\nlatent', 'SOURCE_UNKNOWN', 'did you mean paper?'],
  [
    'a source nobody declared, in a quantity',
    'range: [24, 72], source: paper',
    'range: [24, 72], source: ¦toString',
    'SOURCE_UNKNOWN',
    'the source "toString" is not declared',
  ],
  [
    'a source without an address',
    "paper: { title: A paper, address: 'https://example.org/paper'",
    "paper: { title: A paper, address: ¦''",
    'SOURCE_ADDRESS',
    'the source "paper" has no address',
  ],
  [
    'a source without the key address',
    "paper: { title: A paper, address: 'https://example.org/paper',",
    'paper: ¦{ title: A paper,',
    'SOURCE_ADDRESS',
    'has no address',
  ],
  [
    'a source of scenario and world',
    '  paper: {',
    "  ¦census: { title: C, address: 'https://example.org' }\n  paper: {",
    'NAME_DUPLICATE',
    'the first is in the world',
  ],
  ['a date that is none', 'at: 2022-01-02T11:00+05:00', 'at: ¦2022-02-30T11:00+05:00', 'CLOCK_DATE', 'there is no such day'],
  ['a date without an offset', 'at: 2022-01-02T11:00+05:00', 'at: ¦2022-01-02T11:00', 'CLOCK_DATE', 'end it with an offset'],
  ['a start without an offset', 'from: 2022-01-02T00:00+06:00', 'from: ¦2022-01-02T00:00', 'CLOCK_DATE', 'end it with an offset'],
  ['a start within an hour', 'from: 2022-01-02T00:00+06:00', 'from: ¦2022-01-02T00:30+06:00', 'CLOCK_DATE', 'the run begins on a full hour'],
  ['a day that is none', 'at: day 3 18:00', 'at: ¦day 3 25:00', 'CLOCK_DATE', 'hours go to 23'],
  ['day 0', 'at: day 3 18:00', 'at: ¦day 0 18:00', 'CLOCK_DATE', 'the first day is day 1'],
  ['an event before the run', 'at: 2022-01-02T11:00+05:00', 'at: ¦2022-01-01T23:00+06:00', 'CLOCK_RANGE', '1 h before it begins'],
  ['an event after the run', 'at: 2022-01-02T11:00+05:00', 'at: ¦2022-01-12T00:00+06:00', 'CLOCK_RANGE', '0 h after it ends'],
  [
    'a wrong unit',
    "{ value: 0.1, unit: '1', range",
    '{ value: 0.1, unit: ¦km, range',
    'UNIT_WRONG',
    `this number is in "1"; the unit "km" cannot be converted to it; write one of 1, share, %`,
  ],
  ['a wrong unit of a parameter', 'value: 48, unit: h,', 'value: 48, unit: ¦people,', 'UNIT_WRONG', 'write one of day, h, min, week'],
  ['a value outside its range', 'value: 48, unit: h, range: [24, 72]', 'value: 48, unit: h, range: ¦[50, 72]', 'QUANTITY_SPREAD', 'around the value 48'],
  ['a range the wrong way round', 'value: 48, unit: h, range: [24, 72]', 'value: 48, unit: h, range: ¦[72, 24]', 'QUANTITY_SPREAD', '[lowest, highest]'],
  [
    'a range beyond what a parameter may be',
    'value: 48, unit: h, range: [24, 72]',
    'value: 48, unit: h, range: ¦[24, 7200]',
    'QUANTITY_RANGE',
    'the range must be between 0 and 14 day',
  ],
  [
    'a parameter beyond what it may be',
    "value: 0.3, unit: '1', range: [0.2, 0.37], source: paper",
    "value: ¦1.5, unit: '1', source: paper",
    'QUANTITY_RANGE',
    'must be between 0 and 1 1, is 1.5',
  ],
  ['a range and a prior', "{ value: 5, unit: '%', prior: {", "{ value: 5, unit: '%', range: [1, 9], prior: ¦{", 'QUANTITY_SPREAD', 'a range or a prior'],
  [
    'a triangle without its top',
    'dist: triangular, low: 1, mode: 4, high: 20',
    'dist: triangular, low: 1, high: 20',
    'QUANTITY_SPREAD',
    'mode of a triangular prior must be given',
  ],
  [
    'a prior of logarithms that touches 0',
    'prior: { dist: triangular, low: 1, mode: 4, high: 20 }',
    'prior: { dist: logUniform, low: ¦0, high: 20 }',
    'QUANTITY_SPREAD',
    'above 0',
  ],
  ['a gathering of no hours', '    hours: 3\n', '    hours: ¦0\n', 'QUANTITY_RANGE', 'must be above 0'],
  [
    'places that do not sum to the census',
    '{ value: 1500, unit: people',
    '{ value: ¦1600, unit: people',
    'WORLD_SUM',
    'the regions of freeland have 1500 people in all, not the 1600 given here; 100 people too few',
  ],
  ['an unknown focus', 'focus: freeland', 'focus: ¦freland', 'NAME_UNKNOWN', 'did you mean freeland?'],
  ['a seat that is no place', 'seatPlace: freeland/centre/capital', 'seatPlace: ¦freeland/centre/capitol', 'NAME_UNKNOWN', 'unknown place of freeland'],
  ['a seat abroad', 'seatPlace: freeland/centre/capital', 'seatPlace: ¦bigland/only/chief', 'NAME_UNKNOWN', 'unknown place of freeland "bigland/only/chief"'],
  ['an unknown patron', 'patron: bigland', 'patron: ¦biglnd', 'NAME_UNKNOWN', 'did you mean bigland?'],
  ['an unknown member', 'members: [freeland, bigland]', 'members: [freeland, ¦bigand, bigland]', 'NAME_UNKNOWN', 'did you mean bigland?'],
  [
    'a contributor that is no member',
    'contributions: { bigland:',
    'contributions: { ¦biglond:',
    'NAME_UNKNOWN',
    'unknown member "biglond"; did you mean bigland?',
  ],
  ['an indicator of nobody', '{ country: freeland, year', '{ country: ¦freelnd, year', 'NAME_UNKNOWN', 'did you mean freeland?'],
  ['an unknown parameter', '  strike.restDays:', '  ¦strike.resDays:', 'NAME_UNKNOWN', 'did you mean strike.restDays?'],
  ['an unknown lever', 'set: send.intervention', 'set: ¦send.interventions', 'NAME_UNKNOWN', 'did you mean send.intervention?'],
  [
    'a value a lever does not take',
    'to: forbidden',
    'to: ¦forbiden',
    'LEVER_VALUE',
    'takes one of as-decided, forbidden, got "forbiden"; did you mean forbidden?',
  ],
  ['text for a lever that is a number', 'set: send.intervention, to: forbidden', 'set: broadcast.volume, to: ¦loud', 'LEVER_VALUE', 'takes a number'],
  ['a number for a switch', 'set: send.intervention, to: forbidden', 'set: obey.perfectly, to: ¦3', 'LEVER_VALUE', 'takes true or false, got 3'],
  ['a lever moved nowhere', 'in: pact', 'in: ¦pakt', 'NAME_UNKNOWN', 'did you mean pact?'],
  ['an unknown mechanism', 'off: [strike]', 'off: [¦strke]', 'NAME_UNKNOWN', 'did you mean strike?'],
  ['an unknown variant', 'mobilise: threshold', 'mobilise: ¦treshold', 'NAME_UNKNOWN', 'did you mean threshold?'],
  ['a variant of no mechanism', 'variants: { mobilise', 'variants: { ¦mobilize', 'NAME_UNKNOWN', 'did you mean mobilise?'],
  ['an unknown latent', 'name: legitimacy01', 'name: ¦legitimacy', 'NAME_UNKNOWN', 'did you mean legitimacy01?'],
  [
    'two events of one id',
    'latent:\n',
    '  - { id: ¦fuel, kind: decree, at: day 2, where: freeland, source: paper }\nlatent:\n',
    'NAME_DUPLICATE',
    'two events are called "fuel"',
  ],
  ['two arms of one id', 'id: alone', 'id: ¦as-it-was', 'NAME_DUPLICATE', 'two arms are called "as-it-was"'],
  [
    'one latent twice',
    'parameters:\n',
    "  - { country: freeland, name: ¦legitimacy01, value: 0.3, unit: '1', assumption: a }\nparameters:\n",
    'NAME_DUPLICATE',
    'latents of one country',
  ],
  ['a key given twice', 'focus: freeland', 'focus: freeland\n¦focus: bigland', 'YAML_DUPLICATE', 'the key "focus" was already given in line'],
  ['a reserved key', 'focus: freeland', 'focus: freeland\n¦__proto__: { polluted: true }', 'YAML_KEY', '"__proto__" cannot be a key'],
  ['a reserved key among parameters', 'parameters:\n', 'parameters:\n  ¦constructor: 1\n', 'YAML_KEY', '"constructor" cannot be a key'],
  ['a name every object has', 'parameters:\n', 'parameters:\n  ¦toString: 1\n', 'NAME_UNKNOWN', 'unknown parameter "toString"'],
  ['an alias without an anchor', 'focus: freeland', 'focus: ¦*land', 'YAML_ANCHOR', 'the alias *land has no anchor'],
  ['broken YAML', 'variants: { mobilise: threshold }', 'variants: { mobilise: threshold\n¦mechanics: x }', 'YAML_SYNTAX', ''],
  [
    'a world outside its folder',
    inlineText.slice(inlineText.indexOf('world:\n'), inlineText.indexOf('clock:')),
    'world: ¦../../secrets\n',
    'FILE_NAME',
    'no ".."',
  ],
  [
    'a world with an absolute path',
    inlineText.slice(inlineText.indexOf('world:\n'), inlineText.indexOf('clock:')),
    'world: ¦/etc\n',
    'FILE_NAME',
    'no absolute path',
  ],
  [
    'a world with a backslash',
    inlineText.slice(inlineText.indexOf('world:\n'), inlineText.indexOf('clock:')),
    'world: ¦..\\secrets\n',
    'FILE_NAME',
    'no backslash',
  ],
  ['a world with a NUL', inlineText.slice(inlineText.indexOf('world:\n'), inlineText.indexOf('clock:')), 'world: ¦"a\\0b"\n', 'FILE_NAME', 'no NUL'],
];

/** Cases whose issue stands on the mapping around a missing key: line and column of that mapping. */
const unmarked: Readonly<Record<string, readonly [number, number]>> = {
  'a missing key': [53, 5],
  'a missing key at the top': [1, 1],
  'a triangle without its top': [58, 42],
  'broken YAML': [67, 1],
};

describe('one mistake in a one-page scenario', () => {
  for (const example of inline) {
    const [name, from, to, code, words] = example;
    if (!(name in unmarked)) {
      test(name, () => expectOne({ [inlinePath]: inlineText }, inlinePath, inlinePath, example));
      continue;
    }
    test(name, () => {
      const { issues } = loadScenario(readerOf({ [inlinePath]: changed(inlineText, from, to).text }), inlinePath, vocabulary);
      expect(issues[0]!.code).toBe(code);
      expect(formatIssues(issues)).toContain(words);
      const [line, column] = unmarked[name]!;
      expect([issues[0]!.line, issues[0]!.column]).toEqual([line, column]);
    });
  }
});

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
