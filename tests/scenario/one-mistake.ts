/** How the tables of mistakes are tried: one passage of a good file changed, one issue expected at `¦`. */
import { expect } from 'vitest';
import { formatIssues } from '../../src/base/issue.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { changed, readerOf, vocabulary } from './tiny.ts';

export type Case = readonly [name: string, from: string, to: string, code: string, words: string];

export function expectOne(files: Record<string, string>, entry: string, file: string, [, from, to, code, words]: Case) {
  const { text, line, column } = changed(files[file]!, from, to);
  const { issues, spec } = loadScenario(readerOf({ ...files, [file]: text }), entry, vocabulary);
  expect(
    issues.map((i) => `${i.file}:${i.line}:${i.column} ${i.code}`),
    formatIssues(issues),
  ).toEqual([`${file}:${line}:${column} ${code}`]);
  expect(formatIssues(issues)).toContain(words);
  expect(spec).toBeUndefined();
}
