import { expect, test } from 'vitest';
import { formatIssues, ScenarioError } from '../../src/base/issue.ts';
import { loadScenario, parseScenario } from '../../src/scenario/load.ts';
import { changed, folderFiles, folderPath, inlinePath, inlineText, readerOf, vocabulary } from './tiny.ts';

const load = (text: string) => loadScenario(readerOf({ [inlinePath]: text }), inlinePath, vocabulary);
const good = () => {
  const { spec, issues } = load(inlineText);
  expect(formatIssues(issues)).toBe('');
  return spec!;
};

test('a one-page scenario is read whole', () => {
  const spec = good();
  expect(spec).toMatchObject({
    name: 'minimal',
    question: 'Does the capital fall?',
    about: 'An invented country.\n',
    hours: 240,
    indicatorYear: 2020,
    focus: 'freeland',
    from: '2022-01-02T00:00+06:00',
  });
  expect(spec.fromEpochMs).toBe(Date.parse('2022-01-02T00:00+06:00'));
  expect(spec.world.id).toBe('minimal');
  expect(spec.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('events are on the clock of the run, whatever clock they were written in', () => {
  const [event] = good().events;
  expect(event).toMatchObject({
    id: 'fuel',
    kind: 'price',
    atHour: 12,
    where: ['freeland/north/hilltown'],
    group: 'all',
    hours: 3,
    everyDays: 0,
    source: 'paper',
  });
});

test('day 3 18:00 is counted on the local clock of the start', () => {
  const spec = good();
  expect(spec.arms[1]!.do).toEqual([{ atHour: 66, set: 'send.intervention', to: 'forbidden', in: 'pact' }]);
  const late = load(inlineText.replace('from: 2022-01-02T00:00', 'from: 2022-01-02T06:00')).spec!;
  expect(late.arms[1]!.do[0]!.atHour).toBe(60);
});

test('quantities come in the unit of their field', () => {
  const spec = good();
  expect(spec.events[0]!.reach01).toEqual({
    value: 0.05,
    unit: 'share',
    prior: { dist: 'triangular', low: 0.01, mode: 0.04, high: 0.2 },
    assumption: 'a guess',
  });
  expect(spec.parameters['strike.restDays']).toEqual({ value: 2, unit: 'day', range: [1, 3], source: 'paper' });
  expect(spec.world.countries[1]!.population).toEqual({ value: 9000, unit: 'people', source: 'census' });
  expect(spec.world.alliances[0]!.firstLandingHours.value).toBe(12);
  expect(spec.world.alliances[0]!.liftPeoplePerDay).toMatchObject({ value: 700, unit: 'people/day' });
});

test('regions are made from places when there are none; places of a country stand together', () => {
  const { world } = good();
  expect(world.regions.map((r) => [r.country, r.key, r.population, r.utcOffsetHours])).toEqual([
    ['freeland', 'centre', 1000, 6],
    ['bigland', 'only', 9000, 6],
    ['freeland', 'north', 500, 5],
  ]);
  expect(world.places.map((p) => [p.country, p.region, p.key, p.utcOffsetHours])).toEqual([
    ['freeland', 'centre', 'freeland/centre/capital', 6],
    ['freeland', 'north', 'freeland/north/hilltown', 5],
    ['bigland', 'only', 'bigland/only/chief', 6],
  ]);
});

test('parameters, variants and sources do not keep the order of the file', () => {
  const spec = good();
  expect(Object.keys(spec.parameters)).toEqual(['mobilise.seenWeight', 'strike.restDays']);
  expect(Object.keys(spec.sources)).toEqual(['census', 'paper']);
  expect(spec.sources['census']).toEqual({ title: 'Census', address: 'https://example.org/census', date: '2021' });
});

test('a scenario may leave the form of a mechanism open', () => {
  const forms = (text: string) => load(inlineText.replace('{ mobilise: threshold }', text)).spec!.variants;
  expect(forms('{ mobilise: threshold }')).toEqual({ mobilise: ['threshold'] });
  expect(forms('{ mobilise: [logistic, threshold] }')).toEqual({ mobilise: ['logistic', 'threshold'] });
  expect(forms('{ mobilise: any }')).toEqual({ mobilise: ['threshold', 'logistic'] });
});

test('a scenario without arms has one, in which nothing is done', () => {
  const text = inlineText.slice(0, inlineText.indexOf('arms:')) + inlineText.slice(inlineText.indexOf('sources:\n  paper'));
  expect(load(text).spec!.arms).toEqual([{ id: 'as-it-was', title: 'As it was', do: [] }]);
});

test('numbers without a source are noted, not refused', () => {
  const { notes } = load(inlineText);
  expect(notes.map((n) => [n.code, n.path])).toEqual([
    ['QUANTITY_UNSOURCED', 'world.countries[1].forces.police'],
    ['QUANTITY_UNSOURCED', 'world.countries[1].forces.interior'],
    ['QUANTITY_UNSOURCED', 'world.countries[1].forces.army'],
  ]);
});

test('a world in a folder is read from its files', () => {
  const { spec, issues } = loadScenario(readerOf(folderFiles()), folderPath, vocabulary);
  expect(formatIssues(issues)).toBe('');
  expect(spec!.world.id).toBe('tiny-world');
  expect(spec!.world.regions.map((r) => r.name)).toEqual(['Centre', 'North, the', 'Only']);
  expect(spec!.world.places.map((p) => [p.key, p.kind, p.utcOffsetHours, p.capacity, p.uncoupled])).toEqual([
    ['freeland/centre/capital', 'town', 6, 0, false],
    ['freeland/north/hilltown', 'town', 5, 0, false],
    ['freeland/north/rural', 'rural', 5, 0, false],
    ['bigland/only/chief', 'town', 3, 64, true],
  ]);
  expect(spec!.world.places[3]!.strikeableShare01).toBe(0.2);
  expect(spec!.world.places[0]!.strikeableShare01).toBeNaN();
  expect(spec!.world.indicators[0]).toMatchObject({ unit: 'index [0,1]', value: 0.3 });
});

test('a world beside the scenario file is found before one beside its folder', () => {
  const files = Object.fromEntries(Object.entries(folderFiles()).map(([path, text]) => [path.replace('scenarios/worlds/', 'scenarios/tiny/worlds/'), text]));
  expect(loadScenario(readerOf(files), folderPath, vocabulary).issues).toEqual([]);
});

test('links, indicators, alliances and regions may be left out of a folder', () => {
  const files = folderFiles();
  for (const name of ['links.csv', 'indicators.csv', 'alliances.yaml', 'regions.csv']) delete files[`scenarios/worlds/tiny-world/${name}`];
  files[folderPath] = files[folderPath]!.replace(', in: pact', '');
  expect(loadScenario(readerOf(files), folderPath, vocabulary).issues).toEqual([]);
});

test('the hash ignores comments, key order and layout, and nothing else', () => {
  const { hash } = good();
  const commented = `# hello\n${inlineText.replace('focus: freeland', 'focus:    "freeland" # the small one')}`;
  expect(load(commented).spec!.hash).toBe(hash);
  const focusLast = `${inlineText.replace('focus: freeland\n', '')}focus: freeland\n`;
  expect(load(focusLast).spec!.hash).toBe(hash);
  expect(load(inlineText.replace('days: 10', 'days: 11')).spec!.hash).not.toBe(hash);
});

test('the hash of a folder covers every file and ignores column order', () => {
  const files = folderFiles();
  const hashOf = (changes: Record<string, string>) => loadScenario(readerOf({ ...files, ...changes }), folderPath, vocabulary).spec!.hash;
  const links = 'scenarios/worlds/tiny-world/links.csv';
  expect(hashOf({ [links]: 'to,from,mode,hours,source\nfreeland/north/hilltown,freeland/centre/capital,road,3,census\n' })).toBe(hashOf({}));
  for (const [path, from, to] of [
    [links, ',3,', ',4,'],
    ['scenarios/worlds/tiny-world/places.csv', ',64,', ',65,'],
    ['scenarios/worlds/tiny-world/sources.yaml', 'title: Census', 'title: Census of 2021'],
  ] as const) {
    expect(hashOf({ [path]: changed(files[path]!, from, to).text }), path).not.toBe(hashOf({}));
  }
});

test('parseScenario throws one error with all issues', () => {
  const reader = readerOf({ [inlinePath]: inlineText.replace('focus: freeland', 'focus: freland').replace('days: 10', 'days: 0') });
  const attempt = () => parseScenario(reader, inlinePath, vocabulary);
  expect(attempt).toThrow(ScenarioError);
  try {
    attempt();
  } catch (error) {
    expect((error as ScenarioError).issues.map((i) => i.code)).toEqual(['SCHEMA_RANGE', 'NAME_UNKNOWN']);
    expect((error as ScenarioError).message).toContain('did you mean freeland?');
  }
});

test('a scenario without a single issue is the only one that gives a spec', () => {
  expect(load(inlineText.replace('focus: freeland', 'focus: freland')).spec).toBeUndefined();
});
