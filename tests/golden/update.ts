/**
 * The digests that stay the same from version to version, or change with a line in the change log.
 * Rewrite them with `UPDATE=1 npx vitest run tests/e2e/same-bytes.test.ts`.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = join(dirname(fileURLToPath(import.meta.url)), 'digests.json');

/** By what was asked of the program: `digest minimal --seed 1`. */
export type Golden = Readonly<Record<string, string>>;

export const isUpdate = process.env['UPDATE'] === '1';

export const howToUpdate =
  'The numbers changed. If that is meant, rewrite tests/golden/digests.json with "UPDATE=1 npx vitest run tests/e2e/same-bytes.test.ts" and say what changed and why under "Numbers changed" in CHANGELOG.md; if it is not meant, it is a fault.';

export function readGolden(): Golden {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Golden) : {};
}

/** @returns what a person has to do now, or nothing when all was equal already */
export function writeGolden(found: Golden): string | undefined {
  const before = readGolden();
  const changed = [...new Set([...Object.keys(before), ...Object.keys(found)])].filter((key) => before[key] !== found[key]);
  if (changed.length === 0) return undefined;
  const sorted = Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
  return `${changed.length} golden digests rewritten (${changed.join('; ')}). Now fill "Numbers changed" in CHANGELOG.md: what changed and why.`;
}
