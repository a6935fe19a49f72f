/** Measurements as JSON lines: one file per day and Node version, one line per row, with the machine they hold for. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import type { BenchmarkRow } from './bench-measure.ts';
import { packageFolder } from './files.ts';

export interface SavedRow extends BenchmarkRow {
  readonly date: string;
  readonly commit: string;
  readonly node: string;
  readonly machine: string;
  /** processes waiting for a processor over the last minute; above the number of cores the times are inflated */
  readonly load: number;
}

function commitNow(): string {
  try {
    const git = (...words: string[]) => execFileSync('git', words, { cwd: packageFolder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain', 'src') === '' ? '' : '+');
  } catch {
    return 'unknown';
  }
}

export function withMachine(row: BenchmarkRow): SavedRow {
  const processors = cpus();
  return {
    ...row,
    date: new Date().toISOString(),
    commit: commitNow(),
    node: process.version,
    machine: `${processors[0]?.model ?? 'unknown'} x ${processors.length}`,
    load: loadavg()[0]!,
  };
}

/** @returns the file the rows were appended to */
export function saveRows(
  rows: readonly SavedRow[],
  file = join(packageFolder, 'bench', 'results', `${new Date().toISOString().slice(0, 10)}-node${process.versions.node.split('.')[0]}.jsonl`),
): string {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return file;
}

export function loadRows(file: string): SavedRow[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SavedRow);
}
