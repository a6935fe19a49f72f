/** What every answer of the loader must be, whatever it was given. */
import { expect } from 'vitest';
import { formatIssues, issueCodes, type Issue } from '../../src/base/issue.ts';
import type { FileReader } from '../../src/scenario/files.ts';

/**
 * Either a result or issues; every issue with words, a known code, and a line and column that exist in its file.
 * @returns whether there was a result
 */
export function expectSound(answer: { readonly issues: readonly Issue[]; readonly notes: readonly Issue[] }, result: unknown, reader: FileReader): boolean {
  expect(result === undefined).toBe(answer.issues.length > 0);
  const texts = new Map<string, readonly string[]>();
  for (const issue of [...answer.issues, ...answer.notes]) {
    if (!texts.has(issue.file)) texts.set(issue.file, new TextDecoder().decode(reader.read(issue.file)).split('\n'));
    const lines = texts.get(issue.file)!;
    const line = lines[issue.line - 1];
    if (line === undefined || issue.column < 1 || issue.column > line.length + 1)
      expect.unreachable(`${issue.file}:${issue.line}:${issue.column} is nowhere in the file (${issue.code}: ${issue.message})`);
    if (!issueCodes.includes(issue.code)) expect.unreachable(`unknown code ${issue.code}`);
  }
  const shown = formatIssues(answer.issues, (file) => texts.get(file)?.join('\n'));
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/.test(shown))
    expect.unreachable(`a message steers the terminal: ${JSON.stringify(shown)}`);
  expect(shown.length).toBeLessThan(600 * answer.issues.length + 1);
  return result !== undefined;
}
