/** The scenario `minimal` with passages changed, for scenarios that are wrong on purpose. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './program.ts';

export interface Change {
  readonly from: string;
  /** `¦` marks where a fault is expected and is taken out */
  readonly to: string;
}

export interface Mark {
  readonly line: number;
  readonly column: number;
}

/** Text, and line and column (from 1) of the mark of every change. */
export function changedMinimal(changes: readonly Change[]): { text: string; marks: Mark[] } {
  let text = readFileSync(join(root, 'scenarios/minimal/scenario.yaml'), 'utf8');
  for (const { from, to } of changes) {
    if (!text.includes(from)) throw new Error(`scenarios/minimal/scenario.yaml no longer holds "${from}"`);
    text = text.replace(from, () => to);
  }
  const clean = text.replaceAll('¦', '');
  const marks = changes
    .filter(({ to }) => to.includes('¦'))
    .map(({ to }) => {
      const at = clean.indexOf(to.replace('¦', '')) + to.indexOf('¦');
      const before = clean.slice(0, at).split('\n');
      return { line: before.length, column: before.at(-1)!.length + 1 };
    });
  return { text: clean, marks };
}
