/** The language as JSON Schema, for editors that complete and underline while one types. */
import { z } from 'zod';
import { claimsSchema } from './claims-schema.ts';
import { recordSchema } from './record-schema.ts';
import { scenarioSchema } from './schema.ts';

/** JSON Schema (draft 2020-12) of `scenario.yaml`. */
export function scenarioJsonSchema(): Record<string, unknown> {
  return { title: 'Unrest scenario', ...z.toJSONSchema(scenarioSchema, { io: 'input' }) };
}

/** JSON Schema (draft 2020-12) of `record.yaml`. */
export function recordJsonSchema(): Record<string, unknown> {
  return { title: 'Unrest record', ...z.toJSONSchema(recordSchema, { io: 'input' }) };
}

/** JSON Schema (draft 2020-12) of `claims.yaml`. */
export function claimsJsonSchema(): Record<string, unknown> {
  return { title: 'Unrest claims', ...z.toJSONSchema(claimsSchema, { io: 'input' }) };
}

/** A schema as the text of its file. */
export function schemaText(schema: Record<string, unknown>): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
