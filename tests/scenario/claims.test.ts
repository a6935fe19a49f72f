import { describe, expect, test } from 'vitest';
import { formatIssues, ScenarioError } from '../../src/base/issue.ts';
import { loadClaims, parseClaims } from '../../src/scenario/load-claims.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import { changed, inlinePath, inlineText, readerOf, vocabulary } from './tiny.ts';

/** A run of ten days, so that a horizon of 7 days after its clock fits and one of 14 does not. */
const spec = parseScenario(readerOf({ [inlinePath]: inlineText }), inlinePath, vocabulary);
const clockHour = 48;
const path = 'scenarios/minimal/claims.yaml';
const text = `scenario: minimal
by: the authors
source: essay
claims:
  - { id: S1, kind: counterfactual, statement: Alone it would have fallen., paragraph: 3, queries: [{ quantity: headOut, arm: alone, against: as-it-was, withinDays: [7] }] }
  - { id: S2, kind: course, statement: Many were detained., by: a paper, source: paper, note: counted, queries: [{ quantity: detained, arm: as-it-was }] }
  - { id: S3, kind: hope, statement: They hope. }
sources:
  essay: { title: Essay, address: 'https://example.org/essay' }
`;
const load = (claims: string) => loadClaims(readerOf({ [path]: claims }), path, spec, clockHour);

test('claims are read with holder, source and questions', () => {
  const { claims, issues, notes } = load(text);
  expect(formatIssues([...issues, ...notes])).toBe('');
  expect(claims!.claims).toEqual([
    {
      id: 'S1',
      kind: 'counterfactual',
      statement: 'Alone it would have fallen.',
      by: 'the authors',
      source: 'essay',
      paragraph: 3,
      queries: [{ quantity: 'headOut', arm: 'alone', against: 'as-it-was', withinDays: [7] }],
    },
    {
      id: 'S2',
      kind: 'course',
      statement: 'Many were detained.',
      by: 'a paper',
      source: 'paper',
      note: 'counted',
      queries: [{ quantity: 'detained', arm: 'as-it-was', withinDays: [] }],
    },
    { id: 'S3', kind: 'hope', statement: 'They hope.', by: 'the authors', source: 'essay', queries: [] },
  ]);
  expect(Object.keys(claims!.sources)).toEqual(['census', 'essay', 'paper']);
  expect(claims!.hash).toMatch(/^[0-9a-f]{64}$/);
});

describe('[SC10] one mistake in claims', () => {
  for (const [name, from, to, code, words] of [
    ['a claim nobody holds', 'by: the authors\n', '', 'CLAIM_UNATTRIBUTED', 'the claim "S1" does not say who holds it; give it "by", or once for all claims'],
    ['a claim that stands nowhere', 'source: essay\n', '', 'CLAIM_UNATTRIBUTED', 'the claim "S1" does not say where it stands'],
    ['a source nobody declared', 'source: paper', 'source: ¦papr', 'SOURCE_UNKNOWN', 'did you mean paper?'],
    ['a source of all that nobody declared', 'source: essay', 'source: ¦esay', 'SOURCE_UNKNOWN', 'did you mean essay?'],
    ['a source without an address', "'https://example.org/essay'", "¦''", 'SOURCE_ADDRESS', 'has no address'],
    ['two claims of one id', 'id: S3', 'id: ¦S1', 'NAME_DUPLICATE', 'two claims are called "S1"; the first is in line 5'],
    ['an id that is none', 'id: S3', 'id: ¦3S', 'SCHEMA_FORMAT', 'a letter first'],
    ['an arm that is not there', 'arm: alone', 'arm: ¦alon', 'NAME_UNKNOWN', 'unknown arm "alon"; did you mean alone?'],
    ['an arm that is not there, to set against', 'against: as-it-was', 'against: ¦as-it-is', 'NAME_UNKNOWN', 'did you mean as-it-was?'],
    ['an arm against itself', 'against: as-it-was', 'against: ¦alone', 'CLAIM_QUERY', 'must be another arm, is "alone"'],
    ['a quantity that is not there', 'quantity: detained', 'quantity: ¦detaned', 'SCHEMA_CHOICE', 'did you mean detained?'],
    ['a horizon that is not there', 'withinDays: [7]', 'withinDays: [¦8]', 'SCHEMA_CHOICE', '8 is not one of 7, 14, 28'],
    ['a horizon beyond the run', 'withinDays: [7]', 'withinDays: [7, ¦14]', 'CLAIM_QUERY', 'must be at most 8, the days of the run after its clock, is 14'],
    ['a horizon given twice', 'withinDays: [7]', 'withinDays: [7, ¦7]', 'CLAIM_QUERY', 'given once'],
    ['a fall without a horizon', ', withinDays: [7]', '', 'SCHEMA_MISSING', 'the key "withinDays", which headOut needs, is missing'],
    ['a horizon of something that is no fall', 'quantity: headOut', 'quantity: peakTurnout', 'CLAIM_QUERY', 'withinDays of peakTurnout must be left out'],
    ['no horizons at all', 'withinDays: [7]', 'withinDays: ¦[]', 'SCHEMA_RANGE', 'a list of at least 1'],
    ['an unknown key', 'scenario: minimal', 'scenario: minimal\n¦verdict: true', 'SCHEMA_UNKNOWN', 'unknown key "verdict"'],
    ['an unknown key of a claim', 'note: counted', '¦notes: counted', 'SCHEMA_UNKNOWN', 'did you mean note?'],
    ['an unknown key of a query', 'against: as-it-was', '¦agaist: as-it-was', 'SCHEMA_UNKNOWN', 'did you mean against?'],
    ['a claim that claims nothing', 'statement: They hope.', "statement: ¦''", 'SCHEMA_RANGE', 'text of a length at least 1'],
    ['a kind that is none', 'kind: hope', 'kind: ¦hopes', 'SCHEMA_CHOICE', 'did you mean hope?'],
    ['claims of another scenario', 'scenario: minimal', 'scenario: ¦quiet', 'WORLD_KEY', 'does not agree with the scenario beside it, minimal'],
    ['another version of the language', 'scenario: minimal', 'unrest: ¦2\nscenario: minimal', 'SCHEMA_VERSION', 'the file says 2'],
  ] as const) {
    test(name, () => {
      const wrong = changed(text, from, to);
      const { issues, claims } = load(wrong.text);
      expect([...new Set(issues.map((i) => i.code))], formatIssues(issues)).toEqual([code]);
      expect(formatIssues(issues)).toContain(words);
      if (to.includes('¦')) expect(issues.map((i) => [i.line, i.column])).toEqual([[wrong.line, wrong.column]]);
      expect(claims).toBeUndefined();
    });
  }

  test('everything that is wrong is told at once, in reading order', () => {
    const wrong = text.replace('arm: alone', 'arm: nobody').replace('kind: course', 'kind: cours').replace('They hope.', "''");
    expect(load(wrong).issues.map((i) => `${i.line} ${i.code}`)).toEqual(['5 NAME_UNKNOWN', '6 SCHEMA_CHOICE', '7 SCHEMA_RANGE']);
  });
});

test('claims without the key claims, an empty file and a missing one are told', () => {
  expect(load('sources: {}').issues.map((i) => i.code)).toEqual(['SCHEMA_MISSING']);
  expect(load('').issues.map((i) => i.code)).toEqual(['SCHEMA_TYPE']);
  expect(loadClaims(readerOf({}), path, spec, clockHour).issues.map((i) => i.code)).toEqual(['FILE_MISSING']);
  expect(() => parseClaims(readerOf({}), path, spec, clockHour)).toThrow(ScenarioError);
});
