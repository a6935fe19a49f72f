/** Files a run of the rebuilt models leaves behind. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../../classics/contract.ts';
import { standalone } from '../../view/chart.ts';

/** Write `<id>.json` with the targets and `<id>.svg` with the picture into a folder, made when missing. @returns the paths */
export function saveOutcome(folder: string, id: string, { targets, figure }: Outcome): string[] {
  mkdirSync(folder, { recursive: true });
  const files = [{ path: join(folder, `${id}.json`), text: `${JSON.stringify(targets, null, 2)}\n` }];
  if (figure) files.push({ path: join(folder, `${id}.svg`), text: `${standalone(figure)}\n` });
  for (const { path, text } of files) writeFileSync(path, text);
  return files.map(({ path }) => path);
}
