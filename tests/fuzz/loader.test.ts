/** Thousands of broken files: the loader answers with a scenario, or with issues that have a line and a column, and with nothing else. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import { vocabulary as engineWords } from '../../src/mechanisms/registry.ts';
import { claimsSchema } from '../../src/scenario/claims-schema.ts';
import type { FileReader } from '../../src/scenario/files.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { loadClaims } from '../../src/scenario/load-claims.ts';
import { loadRecord } from '../../src/scenario/load-record.ts';
import { recordSchema } from '../../src/scenario/record-schema.ts';
import { scenarioSchema } from '../../src/scenario/schema.ts';
import type { ScenarioSpec } from '../../src/scenario/types.ts';
import type { Vocabulary } from '../../src/scenario/vocabulary.ts';
import { folderFiles, folderPath, inlinePath, inlineText, readerOf, vocabulary } from '../scenario/tiny.ts';
import { brokenBytes, brokenTable, mutation } from './mutations.ts';
import { shapedLike } from './shaped.ts';
import { expectSound } from './sound.ts';

const root = join(import.meta.dirname, '../..');
const words: Vocabulary = engineWords();
/** The same cases every time; `FUZZ=20 npx vitest run tests/fuzz` tries twenty times as many. */
const seed = 20220105;
const effort = Number(process.env['FUZZ'] ?? 1);
vi.setConfig({ testTimeout: 120_000 * effort });

/** All text files of a folder of the package, as the loader names them. */
function filesBelow(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => /\.(yaml|csv)$/.test(entry.name))
      .map((entry) => [`${folder}/${entry.name}`, readFileSync(join(root, folder, entry.name), 'utf8')]),
  );
}

const minimalPath = 'scenarios/minimal/scenario.yaml';
const minimal = filesBelow('scenarios/minimal')[minimalPath]!;
const csto = filesBelow('scenarios/worlds/csto-2022');
const kazakhstan = { ...csto, ...filesBelow('scenarios/kazakhstan-2022') };
const kazakhstanPath = 'scenarios/kazakhstan-2022/scenario.yaml';
const recordPath = 'scenarios/kazakhstan-2022/record.yaml';

const claimsPath = 'scenarios/kazakhstan-2022/claims.yaml';

const soundScenario = (reader: FileReader, path: string, known = words) => {
  const loaded = loadScenario(reader, path, known);
  return expectSound(loaded, loaded.spec, reader);
};

/** Runs a property and asks that the cases reached both sides: good files that pass, broken ones that do not. */
function holds(numRuns: number, property: (passed: { yes: number; no: number }) => fc.IProperty<unknown>) {
  const passed = { yes: 0, no: 0 };
  fc.assert(property(passed), { numRuns: numRuns * effort, seed });
  expect(passed.no).toBeGreaterThan(0);
  return passed;
}

const count = (passed: { yes: number; no: number }, isGood: boolean) => void (isGood ? passed.yes++ : passed.no++);

describe('a scenario', () => {
  test('[SC8] with lines and values deleted, doubled, moved and swapped', () => {
    const passed = holds(600, (passed) =>
      fc.property(mutation, (mutate) => count(passed, soundScenario(readerOf({ [minimalPath]: mutate(minimal) }), minimalPath))),
    );
    expect(passed.yes).toBeGreaterThan(0);
  });

  test('with bytes that do not belong there', () => {
    const bytes = new TextEncoder().encode(minimal);
    holds(300, (passed) => fc.property(brokenBytes, (spoil) => count(passed, soundScenario(readerOf({ [minimalPath]: spoil(bytes) }), minimalPath))));
  });

  test('of the shape the language asks for, with anything in it', () => {
    const tree = shapedLike(scenarioSchema);
    holds(600, (passed) =>
      fc.property(tree, fc.boolean(), (data, isFlow) => {
        const text = stringify(data, { collectionStyle: isFlow ? 'flow' : 'any', aliasDuplicateObjects: false });
        count(passed, soundScenario(readerOf({ [inlinePath]: text }), inlinePath, vocabulary));
      }),
    );
  });

  test('of a page with one value replaced by a random tree', () => {
    const lines = inlineText.split('\n');
    holds(300, (passed) =>
      fc.property(fc.nat(lines.length - 1), fc.jsonValue({ maxDepth: 3 }), (at, value) => {
        const text = lines.map((line, i) => (i === at ? line.replace(/: .*$/, () => `: ${JSON.stringify(value)}`) : line)).join('\n');
        count(passed, soundScenario(readerOf({ [inlinePath]: text }), inlinePath, vocabulary));
      }),
    );
  });

  test('of six states, with slips in any of its files', () => {
    const names = Object.keys(kazakhstan).filter((name) => name !== recordPath && name !== claimsPath);
    holds(20, (passed) =>
      fc.property(fc.constantFrom(...names), mutation, brokenTable, (name, mutate, spoil) => {
        const text = name.endsWith('.csv') ? spoil(kazakhstan[name]!) : mutate(kazakhstan[name]!);
        count(passed, soundScenario(readerOf({ ...kazakhstan, [name]: text }), kazakhstanPath));
      }),
    );
  });
});

test('tables of a world with cells, rows, quotes and line ends changed', () => {
  const files = folderFiles();
  const tables = Object.keys(files).filter((name) => name.endsWith('.csv'));
  const passed = holds(800, (passed) =>
    fc.property(fc.constantFrom(...tables), brokenTable, (name, spoil) =>
      count(passed, soundScenario(readerOf({ ...files, [name]: spoil(files[name]!) }), folderPath, vocabulary)),
    ),
  );
  expect(passed.yes).toBeGreaterThan(0);
});

describe('a record', () => {
  let spec: ScenarioSpec;
  beforeAll(() => {
    spec = loadScenario(readerOf(kazakhstan), kazakhstanPath, words).spec!;
  });
  const soundRecord = (content: string | Uint8Array) => {
    const reader = readerOf({ [recordPath]: content });
    const loaded = loadRecord(reader, recordPath, spec);
    return expectSound(loaded, loaded.record, reader);
  };

  test('with lines and values deleted, doubled, moved and swapped', () => {
    const passed = holds(150, (passed) => fc.property(mutation, (mutate) => count(passed, soundRecord(mutate(kazakhstan[recordPath]!)))));
    expect(passed.yes).toBeGreaterThan(0);
  });

  test('with bytes that do not belong there', () => {
    const bytes = new TextEncoder().encode(kazakhstan[recordPath]);
    holds(100, (passed) => fc.property(brokenBytes, (spoil) => count(passed, soundRecord(spoil(bytes)))));
  });

  test('of the shape the language asks for, with anything in it', () => {
    holds(400, (passed) => fc.property(shapedLike(recordSchema), (data) => count(passed, soundRecord(stringify(data, { aliasDuplicateObjects: false })))));
  });
});

describe('claims', () => {
  let spec: ScenarioSpec;
  beforeAll(() => {
    spec = loadScenario(readerOf(kazakhstan), kazakhstanPath, words).spec!;
  });
  const soundClaims = (content: string | Uint8Array) => {
    const reader = readerOf({ [claimsPath]: content });
    const loaded = loadClaims(reader, claimsPath, spec, 96);
    return expectSound(loaded, loaded.claims, reader);
  };

  test('[SC8] with lines and values deleted, doubled, moved and swapped', () => {
    const passed = holds(300, (passed) => fc.property(mutation, (mutate) => count(passed, soundClaims(mutate(kazakhstan[claimsPath]!)))));
    expect(passed.yes).toBeGreaterThan(0);
  });

  test('with bytes that do not belong there', () => {
    const bytes = new TextEncoder().encode(kazakhstan[claimsPath]);
    holds(200, (passed) => fc.property(brokenBytes, (spoil) => count(passed, soundClaims(spoil(bytes)))));
  });

  test('of the shape the language asks for, with anything in it', () => {
    holds(600, (passed) => fc.property(shapedLike(claimsSchema), (data) => count(passed, soundClaims(stringify(data, { aliasDuplicateObjects: false })))));
  });
});
