import { describe, expect, test } from 'vitest';
import { formatIssues, ScenarioError } from '../../src/base/issue.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { loadRecord, parseRecord } from '../../src/scenario/load-record.ts';
import { changed, inlinePath, inlineText, readerOf, vocabulary } from './tiny.ts';

const spec = parseScenario(readerOf({ [inlinePath]: inlineText }), inlinePath, vocabulary);
const path = 'scenarios/minimal/record.yaml';
const text = `observations:
  - { id: crowd, quantity: turnoutDay, place: freeland/north/hilltown, at: day 2, value: 200, low: 100, high: 300, errorModel: { dist: factor, low: 1, high: 3 }, source: bulletin }
  - { id: request, quantity: requestHour, value: 2022-01-03T06:30+06:00, low: day 2 00:00, high: 40, errorModel: { dist: hours, low: -2, high: 2 }, kind: input, source: paper, note: announced }
  - { id: stayed, quantity: headOut, country: freeland, value: false, errorModel: { dist: binary }, source: census }
sources:
  bulletin: { title: Bulletin, address: 'https://example.org/bulletin' }
`;
const load = (record: string) => loadRecord(readerOf({ [path]: record }), path, spec);

test('observations are on the clock of the scenario', () => {
  const { record, issues, notes } = load(text);
  expect(formatIssues(issues)).toBe('');
  expect(notes).toEqual([]);
  expect(record!.observations).toEqual([
    {
      id: 'crowd',
      quantity: 'turnoutDay',
      country: 'freeland',
      place: 'freeland/north/hilltown',
      atHour: 24,
      value: 200,
      low: 100,
      high: 300,
      kind: 'outcome',
      errorModel: { dist: 'factor', low: 1, high: 3 },
      source: 'bulletin',
    },
    {
      id: 'request',
      quantity: 'requestHour',
      country: 'freeland',
      atHour: 30,
      value: 30.5,
      low: 24,
      high: 40,
      kind: 'input',
      errorModel: { dist: 'hours', low: -2, high: 2 },
      source: 'paper',
      note: 'announced',
    },
    {
      id: 'stayed',
      quantity: 'headOut',
      country: 'freeland',
      atHour: 239,
      value: 0,
      low: 0,
      high: 0,
      kind: 'outcome',
      errorModel: { dist: 'binary' },
      source: 'census',
    },
  ]);
  expect(Object.keys(record!.sources)).toEqual(['bulletin', 'census', 'paper']);
  expect(record!.hash).toMatch(/^[0-9a-f]{64}$/);
});

describe('one mistake in a record', () => {
  for (const [name, from, to, code, words] of [
    ['a quantity nobody observes', 'quantity: turnoutDay', 'quantity: ¦turnout', 'SCHEMA_CHOICE', 'turnoutDay'],
    ['an unknown place', 'place: freeland/north/hilltown', 'place: ¦freeland/north/hiltown', 'NAME_UNKNOWN', 'did you mean freeland/north/hilltown?'],
    ['an unknown country', 'country: freeland', 'country: ¦freland', 'NAME_UNKNOWN', 'did you mean freeland?'],
    ['an unknown source', 'source: bulletin', 'source: ¦buletin', 'SOURCE_UNKNOWN', 'did you mean bulletin?'],
    ['a place abroad', 'turnoutDay, place', 'turnoutDay, country: bigland, place', 'WORLD_KEY', 'does not agree with the country bigland'],
    ['a time after the run', 'at: day 2,', 'at: ¦day 11,', 'CLOCK_RANGE', 'after it ends'],
    ['a count that is a time', 'value: 200', 'value: ¦day 2', 'SCHEMA_TYPE', 'expected a number, got "day 2"'],
    ['a negative count', 'value: 200, low: 100', 'value: 200, low: ¦-1', 'SCHEMA_RANGE', 'at least 0'],
    ['bounds beside the value', 'low: 100, high: 300', 'low: ¦250, high: 300', 'QUANTITY_SPREAD', 'around the value'],
    ['yes and no as a number', 'value: false', 'value: ¦2', 'SCHEMA_TYPE', 'expected true or false, got 2'],
    ['an error model that does not fit', 'dist: hours', 'dist: ¦factor', 'RECORD_MODEL', 'the error model of requestHour must be hours or exact, is factor'],
    [
      'an error model without bounds',
      '{ dist: factor, low: 1, high: 3 }',
      '¦{ dist: factor, low: 3, high: 1 }',
      'RECORD_MODEL',
      'low above 0 and not above high',
    ],
    ['bounds nobody needs', '{ dist: binary }', '{ dist: binary, low: ¦0 }', 'RECORD_MODEL', 'left out'],
    ['two observations of one id', 'id: request', 'id: ¦crowd', 'NAME_DUPLICATE', 'the first is in line 2'],
    ['an unknown key', 'kind: input', '¦knd: input', 'SCHEMA_UNKNOWN', 'did you mean kind?'],
    ['a source without an address', "'https://example.org/bulletin'", "¦''", 'SOURCE_ADDRESS', 'has no address'],
  ] as const) {
    test(name, () => {
      const wrong = changed(text, from, to);
      const { issues, record } = load(wrong.text);
      expect(
        issues.map((i) => i.code),
        formatIssues(issues),
      ).toEqual([code]);
      expect(formatIssues(issues)).toContain(words);
      if (to.includes('¦')) expect([issues[0]!.line, issues[0]!.column]).toEqual([wrong.line, wrong.column]);
      expect(record).toBeUndefined();
    });
  }

  test('a count without a time', () => {
    const { issues } = load(text.replace('at: day 2, ', ''));
    expect(issues.map((i) => `${i.line}:${i.column} ${i.code} ${i.path}`)).toEqual(['2:5 SCHEMA_MISSING observations[0].at']);
  });
});

test('a record without the key observations, an empty one and a missing file are told', () => {
  expect(load('sources: {}').issues.map((i) => i.code)).toEqual(['SCHEMA_MISSING']);
  expect(load('').issues.map((i) => i.code)).toEqual(['SCHEMA_TYPE']);
  expect(loadRecord(readerOf({}), path, spec).issues.map((i) => i.code)).toEqual(['FILE_MISSING']);
  expect(() => parseRecord(readerOf({}), path, spec)).toThrow(ScenarioError);
});
