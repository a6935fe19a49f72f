/** The JSON Schemas in the repository are the ones the code makes; `npm run schema` (tools) rewrites them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { claimsJsonSchema, recordJsonSchema, scenarioJsonSchema, schemaText } from '../../src/scenario/json-schema.ts';

const folder = new URL('../../scenarios/schema/', import.meta.url);

for (const [name, make] of [
  ['scenario', scenarioJsonSchema],
  ['record', recordJsonSchema],
  ['claims', claimsJsonSchema],
] as const) {
  test(`scenarios/schema/${name}.schema.json is up to date`, () => {
    const file = new URL(`${name}.schema.json`, folder);
    const text = schemaText(make());
    // UPDATE_SCHEMA=1 npx vitest run tests/scenario/schema-file.test.ts
    if (process.env['UPDATE_SCHEMA']) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
}
