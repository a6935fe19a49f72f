/** docs/scenario.md: its example is a scenario, and no key, quantity, unit or code is left out. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatIssues, issueCodes } from '../../src/base/issue.ts';
import { unitNames } from '../../src/base/units.ts';
import { claimedQuantities, claimKinds } from '../../src/scenario/claims.ts';
import { claimQuerySchema, claimSchema, claimsSchema } from '../../src/scenario/claims-schema.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { observables } from '../../src/scenario/record.ts';
import { observationSchema } from '../../src/scenario/record-schema.ts';
import { eventKinds, eventSchema, scenarioSchema } from '../../src/scenario/schema.ts';
import { sourcedQuantity } from '../../src/scenario/schema-parts.ts';
import { allianceSchema, countrySchema, indicatorSchema, linkSchema, placeSchema, regionSchema, worldSchema } from '../../src/scenario/world-schema.ts';
import { readerOf, vocabulary } from './tiny.ts';

const page = readFileSync(new URL('../../docs/scenario.md', import.meta.url), 'utf8');

test('the example is a whole scenario without a single remark about its numbers', () => {
  const example = /```yaml\n([\s\S]*?)```/.exec(page)![1]!;
  const { spec, issues, notes } = loadScenario(readerOf({ 'example.yaml': example }), 'example.yaml', vocabulary);
  expect(formatIssues(issues)).toBe('');
  expect(notes.map((note) => note.code)).toEqual(['WORLD_EMPTY']);
  expect(spec!.events[0]!.atHour).toBe(41);
});

test('every key of the language is named', () => {
  const keys = [
    scenarioSchema,
    eventSchema,
    sourcedQuantity,
    worldSchema,
    countrySchema,
    regionSchema,
    placeSchema,
    linkSchema,
    indicatorSchema,
    allianceSchema,
    observationSchema,
    claimsSchema,
    claimSchema,
    claimQuerySchema,
  ];
  const named = new Set(page.match(/[A-Za-z]\w*/g));
  expect(keys.flatMap((schema) => Object.keys(schema.shape)).filter((key) => !named.has(key))).toEqual([]);
});

test('every kind of event, quantity, unit and code is named', () => {
  const words = [...eventKinds, ...Object.keys(observables), ...Object.keys(claimedQuantities), ...claimKinds, ...unitNames, ...issueCodes];
  expect(words.filter((word) => !page.includes(`\`${word}\``))).toEqual([]);
});
