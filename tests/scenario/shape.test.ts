/** Mistakes of form: keys, types, choices, YAML; `¦` marks the expected line and column. */
import { describe, expect, test } from 'vitest';
import { formatIssues } from '../../src/base/issue.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { expectOne, type Case } from './one-mistake.ts';
import { changed, inlinePath, inlineText, readerOf, vocabulary } from './tiny.ts';

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
  ['a latitude off the globe', 'latitude: 51,', 'latitude: ¦91,', 'SCHEMA_RANGE', 'must be at most 90, is 91'],
  ['a longitude off the globe', 'longitude: 61,', 'longitude: ¦-181,', 'SCHEMA_RANGE', 'must be at least -180, is -181'],
  [
    'a place without its region',
    '{ country: freeland, region: north, key: hilltown, name',
    '¦{ country: freeland, key: hilltown, name',
    'SCHEMA_MISSING',
    'or write the whole key',
  ],
  ['a key given twice', 'focus: freeland', 'focus: freeland\n¦focus: bigland', 'YAML_DUPLICATE', 'the key "focus" was already given in line'],
  ['a reserved key', 'focus: freeland', 'focus: freeland\n¦__proto__: { polluted: true }', 'YAML_KEY', '"__proto__" cannot be a key'],
  ['a reserved key among parameters', 'parameters:\n', 'parameters:\n  ¦constructor: 1\n', 'YAML_KEY', '"constructor" cannot be a key'],
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
  ['a world with a NUL', inlineText.slice(inlineText.indexOf('world:\n'), inlineText.indexOf('clock:')), 'world: ¦"a\\0b"\n', 'TEXT_CONTROL', 'U+0000'],
  ['a world named like a device', inlineText.slice(inlineText.indexOf('world:\n'), inlineText.indexOf('clock:')), 'world: ¦nul\n', 'FILE_NAME', 'a device'],
  ['a scenario named like a device', 'name: minimal', 'name: ¦com1', 'FILE_NAME', 'a device'],
  ['a key of 101 letters', 'id: fuel', `id: ¦${'a'.repeat(101)}`, 'SCHEMA_RANGE', 'a length at most 100'],
  ['a control character', 'title: With help', 'title: ¦"With \\e[2Jhelp"', 'TEXT_CONTROL', 'U+001B'],
  ['a mark that turns the writing round', 'title: With help', 'title: ¦With \u202ehelp', 'TEXT_CONTROL', 'U+202E'],
  ['half a letter', 'title: With help', 'title: ¦"With \\ud800help"', 'TEXT_CONTROL', 'U+D800'],
  ['a control character in a key', 'variants: {', 'variants: { ¦"mob\\x07": x,', 'TEXT_CONTROL', 'U+0007'],
  ['a number beyond all numbers', 'value: 1500, unit', 'value: ¦1e999, unit', 'SCHEMA_TYPE', 'expected a number, got Infinity'],
  ['a number that its unit blows up', 'value: 100, unit: people', 'value: ¦1e308, unit: million people', 'QUANTITY_RANGE', 'is Infinity'],
  ['more troops than people', 'police: { value: 10,', 'police: { value: ¦30000000,', 'QUANTITY_RANGE', 'between 0 and 20000000 people'],
  ['more people than a world can hold', 'population: 500, utc', 'capacity: 5, population: ¦2000000000, utc', 'WORLD_SIZE', 'more than the 1000000000 allowed'],
  ['a tag that would make an object', 'focus: freeland', 'focus: ¦!!js/function freeland', 'YAML_SYNTAX', 'Unresolved tag'],
  ['a merge key', 'focus: freeland', 'focus: freeland\n¦<<: { name: other }', 'SCHEMA_UNKNOWN', 'unknown key "<<"'],
];

/** Cases whose issue stands on the mapping around a missing key: line and column of that mapping. */
const unmarked: Readonly<Record<string, readonly [number, number]>> = {
  'a missing key': [53, 5],
  'a missing key at the top': [1, 1],
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
