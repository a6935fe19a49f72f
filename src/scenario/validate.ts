/** From plain data to typed data, piece by piece, so that one bad entry hides nothing about the others. */
import { z } from 'zod';
import { quoted, type IssueFacts, type Path } from '../base/issue.ts';
import type { Columns } from './csv-file.ts';
import type { Located, Report } from './report.ts';

/** A checked value and where it was written. */
export interface Entry<T> {
  readonly where: Located;
  readonly path: Path;
  readonly value: T;
}

/** The checked entries of a list; `raw` holds the unchecked ones too, so that references to them still count. */
export interface Entries<T> {
  readonly valid: readonly Entry<T>[];
  readonly raw: readonly unknown[];
  /** false when an entry or the whole list could not be used */
  readonly isComplete: boolean;
}

type Schema<T> = z.ZodType<T>;
type ZodIssue = z.core.$ZodIssue;

/** The value at a path of plain data; own properties only. */
export function valueAt(data: unknown, path: Path): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

export function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Check one value; nothing when it is wrong, which the report then says. */
export function checkValue<T>(schema: Schema<T>, where: Located, path: Path, report: Report): T | undefined {
  const result = schema.safeParse(valueAt(where.data, path));
  if (result.success) return result.data;
  for (const issue of result.error.issues) reportIssue(issue, schema, where, path, report);
  return undefined;
}

/** Check one key of a mapping whose keys `checkKeys` has looked at: an absent one takes its default and is not reported again. */
export function checkField<T>(schema: Schema<T>, where: Located, path: Path, report: Report): T | undefined {
  if (valueAt(where.data, path) !== undefined) return checkValue(schema, where, path, report);
  const absent = schema.safeParse(undefined);
  return absent.success ? absent.data : undefined;
}

/** Check each entry of a list by itself; an absent list is an empty one. */
export function checkList<T>(schema: Schema<T>, where: Located, path: Path, report: Report): Entries<T> {
  const raw = valueAt(where.data, path);
  if (raw === undefined) return { valid: [], raw: [], isComplete: true };
  if (!Array.isArray(raw)) {
    report.error('SCHEMA_TYPE', where, path, { expected: 'a list', received: shown(raw) });
    return { valid: [], raw: [], isComplete: false };
  }
  const valid: Entry<T>[] = [];
  raw.forEach((_, i) => {
    const value = checkValue(schema, where, [...path, i], report);
    if (value !== undefined) valid.push({ where, path: [...path, i], value });
  });
  return { valid, raw, isComplete: valid.length === raw.length };
}

/** Check each entry of a mapping by itself, keys too; sorted by key, so that the order in a file cannot matter. */
export function checkRecord<T>(
  schema: z.ZodRecord<z.core.$ZodRecordKey, Schema<T>>,
  where: Located,
  path: Path,
  report: Report,
): ReadonlyMap<string, Entry<T>> {
  const raw = valueAt(where.data, path);
  const result = new Map<string, Entry<T>>();
  if (raw === undefined) return result;
  if (!isMapping(raw)) {
    report.error('SCHEMA_TYPE', where, path, { expected: 'a mapping', received: shown(raw) });
    return result;
  }
  for (const name of Object.keys(raw).sort()) {
    const keyResult = (schema.keyType as unknown as Schema<string>).safeParse(name);
    if (!keyResult.success)
      for (const issue of keyResult.error.issues)
        report.error('SCHEMA_FORMAT', where, [...path, name], { received: quoted(name), expected: issue.message }, 'key');
    const value = checkValue(schema.valueType, where, [...path, name], report);
    if (keyResult.success && value !== undefined) result.set(name, { where, path: [...path, name], value });
  }
  return result;
}

/** Unknown and missing keys of a mapping whose values are checked one by one. */
export function checkKeys(schema: z.ZodObject, where: Located, path: Path, report: Report): boolean {
  const raw = valueAt(where.data, path);
  if (!isMapping(raw)) {
    report.error('SCHEMA_TYPE', where, path, { expected: 'a mapping', received: shown(raw) });
    return false;
  }
  const known = Object.keys(schema.shape);
  for (const name of Object.keys(raw))
    if (!known.includes(name)) report.error('SCHEMA_UNKNOWN', where, [...path, name], { what: 'key', received: quoted(name), known }, 'key');
  for (const name of known)
    if (!Object.hasOwn(raw, name) && isRequired(schema.shape[name]!))
      report.error('SCHEMA_MISSING', where, [...path, name], { what: `the key "${name}"`, expected: name });
  return true;
}

function isRequired(schema: z.core.$ZodType): boolean {
  return !(schema as Schema<unknown>).safeParse(undefined).success;
}

/** What a table of such rows may hold. */
export function columnsOf(row: z.ZodObject): Columns {
  const known = Object.keys(row.shape);
  const typed = (type: string) => new Set(known.filter((name) => unwrapped(row.shape[name]!).def.type === type));
  return { known, required: known.filter((name) => isRequired(row.shape[name]!)), numbers: typed('number'), flags: typed('boolean') };
}

function unwrapped(schema: z.core.$ZodType): z.ZodType {
  let inner = schema as z.ZodType;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap() as z.ZodType;
  return inner;
}

function reportIssue(issue: ZodIssue, schema: Schema<unknown>, where: Located, base: Path, report: Report): void {
  const inner = issue.path as (string | number)[];
  const path = [...base, ...inner];
  const value = valueAt(where.data, path);
  const received = shown(value);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, inner, valueAt(where.data, base));
    for (const name of issue.keys) report.error('SCHEMA_UNKNOWN', where, [...path, name], { what: 'key', received: quoted(name), known }, 'key');
    return;
  }
  if (value === undefined && inner.length > 0) {
    const last = inner[inner.length - 1]!;
    report.error('SCHEMA_MISSING', where, path, { what: typeof last === 'number' ? `entry ${last + 1}` : `the key "${last}"`, expected: String(last) });
    return;
  }
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find((errors) => !errors.some((e) => e.path.length === 0 && e.code === 'invalid_type'));
    if (branch) for (const nested of branch) reportIssue({ ...nested, path: [...inner, ...nested.path] } as ZodIssue, schema, where, base, report);
    else report.error('SCHEMA_TYPE', where, path, { expected: issue.errors.map((errors) => expectedType(errors[0]!)).join(' or '), received });
    return;
  }
  if (issue.code === 'invalid_key' || issue.code === 'invalid_element') {
    report.error('SCHEMA_FORMAT', where, path, { received: quoted(inner[inner.length - 1]), expected: issue.issues[0]?.message ?? 'a key' }, 'key');
    return;
  }
  const [code, facts] = wordsFor(issue, received, value);
  report.error(code, where, path, facts);
}

function wordsFor(issue: ZodIssue, received: string, value: unknown): ['SCHEMA_TYPE' | 'SCHEMA_RANGE' | 'SCHEMA_CHOICE' | 'SCHEMA_FORMAT', IssueFacts] {
  switch (issue.code) {
    case 'invalid_type':
      return ['SCHEMA_TYPE', { expected: expectedType(issue), received }];
    case 'invalid_value': {
      const choices = issue.values.map(String);
      return ['SCHEMA_CHOICE', { expected: choices.join(', '), received, known: typeof value === 'string' ? choices : [] }];
    }
    case 'too_small':
      return ['SCHEMA_RANGE', { expected: `${size(issue.origin)}${issue.inclusive === false ? 'above' : 'at least'} ${issue.minimum}`, received }];
    case 'too_big':
      return ['SCHEMA_RANGE', { expected: `${size(issue.origin)}${issue.inclusive === false ? 'below' : 'at most'} ${issue.maximum}`, received }];
    case 'not_multiple_of':
      return ['SCHEMA_RANGE', { expected: `a multiple of ${issue.divisor}`, received }];
    default:
      return ['SCHEMA_FORMAT', { expected: issue.message, received }];
  }
}

function size(origin: string): string {
  return origin === 'array' ? 'a list of ' : origin === 'string' ? 'text of a length ' : '';
}

const typeWords: Readonly<Record<string, string>> = {
  number: 'a number',
  int: 'a whole number',
  string: 'text',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of two',
  object: 'a mapping',
  record: 'a mapping',
};

function expectedType(issue: ZodIssue): string {
  return issue.code === 'invalid_type' ? (typeWords[issue.expected] ?? issue.expected) : issue.message;
}

function shown(value: unknown): string {
  return value === null ? 'nothing' : quoted(value);
}

/** Keys allowed in the mapping at a path, for "did you mean". */
function knownKeys(schema: Schema<unknown>, path: Path, data: unknown): readonly string[] {
  let at: z.core.$ZodType = schema;
  for (let i = 0; i <= path.length; i++) {
    let here = unwrapped(at);
    if (here instanceof z.ZodUnion) {
      const here2 = valueAt(data, path.slice(0, i));
      const fits = (type: string) => (type === 'array') === Array.isArray(here2) && ['array', 'object', 'record'].includes(type);
      here = here.options.map(unwrapped).find((option) => fits(option.def.type)) ?? here;
    }
    if (i === path.length) return here instanceof z.ZodObject ? Object.keys(here.shape) : [];
    if (here instanceof z.ZodObject && Object.hasOwn(here.shape, path[i]!)) at = here.shape[path[i]!]!;
    else if (here instanceof z.ZodArray) at = here.element as z.core.$ZodType;
    else if (here instanceof z.ZodRecord) at = here.valueType as z.core.$ZodType;
    else return [];
  }
  return [];
}
