/** Finished run folders to look at and copies of them to spoil. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { DoneLine } from '../../src/host/node/store-cells.ts';
import { entryOf, lineOf } from '../../src/host/node/store-journal.ts';
import type { Manifest } from '../../src/host/node/store-manifest.ts';
import { changedMinimal } from './changed-minimal.ts';
import { inFolder, unrest } from './program.ts';

export interface RunFolders {
  readonly home: string;
  /** three pairs of `minimal`, finished */
  readonly good: string;
  /** two pairs of a world that cannot be built */
  readonly failing: string;
  /** what their failures said to type */
  readonly replays: readonly string[][];
}

/** Both folders; delete `home` afterwards. */
export async function runFolders(): Promise<RunFolders> {
  const home = mkdtempSync(join(tmpdir(), 'unrest-folders-'));
  const good = join(home, 'good');
  const failing = join(home, 'failing');
  mkdirSync(join(home, 'too-small'));
  writeFileSync(join(home, 'too-small/scenario.yaml'), changedMinimal([{ from: 'population: 6000,', to: 'population: 6000, capacity: 64,' }]).text);
  expect((await unrest(['plan', 'minimal', '--pairs', '3', '--seed', '4', '--out', good])).code).toBe(0);
  expect((await unrest(['exec', good, '--threads', '1'])).code).toBe(0);
  expect((await unrest(['plan', 'too-small', '--pairs', '2', '--out', failing], { cwd: home })).code).toBe(0);
  const failed = await unrest(['exec', failing, '--threads', '1'], { env: { COLUMNS: '500' } });
  expect(failed.code).toBe(1);
  const replays = [...failed.err.matchAll(/^ *replay: unrest (.*)$/gm)].map((m) => m[1]!.split(' '));
  return { home, good, failing, replays };
}

/** A copy of a folder to spoil, in a place of its own. */
export function spoiled(folder: string, use: (copy: string) => Promise<void>): Promise<void> {
  return inFolder(async (place) => {
    const copy = join(place, 'run');
    cpSync(folder, copy, { recursive: true });
    await use(copy);
  });
}

/** Every file and folder below a folder with its size. */
export function inventory(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(folder, name)).size}`);
}

export function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
}

/** Turn one bit in the middle of a file. */
export function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
}

/** Change what a journal says about cell 0; checksums are made to fit. */
export function forge(folder: string, change: (line: DoneLine) => DoneLine): void {
  const path = join(folder, 'journal.jsonl');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map(entryOf) as (DoneLine | { kind: string; cell?: number })[];
  const forged = lines.map((line) => (line.kind === 'done' && line.cell === 0 ? change(line as DoneLine) : line));
  writeFileSync(path, forged.map(lineOf).join(''));
}
