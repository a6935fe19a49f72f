/** The program while it runs: tests look into its folder and stop it at a moment they know. */
import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { entryOf } from '../../src/host/node/store-journal.ts';
import { main, root, unrest, type Ended } from '../e2e/program.ts';

export const minutes = 60_000;

/** Environment that loads odd-threads.mjs with these wishes. */
export function odd(wishes: Readonly<Record<string, string>>): Record<string, string> {
  return { NODE_OPTIONS: `--import=${pathToFileURL(join(root, 'tests/host/odd-threads.mjs')).href}`, ...wishes };
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Start `unrest …` and do not wait for its end; it must be built. */
export function start(words: readonly string[], wishes: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [main, ...words], { cwd: root, env: { ...process.env, ...odd(wishes) }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return { child, ended: new Promise((done) => child.on('close', (code, signal) => done({ code, signal, out, err }))) };
}

/** Lines of a kind in the journal of a folder, as they stand there. */
export function journalLines(folder: string, kind: string): string[] {
  let text: string;
  try {
    text = readFileSync(join(folder, 'journal.jsonl'), 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').filter((line) => (entryOf(line) as { kind: string } | undefined)?.kind === kind);
}

/** Wait until so many cells are on the disk; ends early when the program does. */
export async function untilDone(folder: string, cells: number, { child }: Started): Promise<void> {
  while (journalLines(folder, 'done').length < cells && child.exitCode === null && child.signalCode === null) await wait(20);
}

export interface Status {
  readonly state: string;
  readonly cells: number;
  readonly done: number;
  readonly failed: number;
  readonly remaining: number;
  readonly measuredCells: number;
  readonly damagedLines: number;
  readonly digest?: string;
  readonly holder?: { readonly pid: number };
  readonly secondsPerCell?: { readonly median: number; readonly low: number; readonly high: number };
  readonly secondsLeft?: { readonly from: number; readonly to: number };
}

export async function statusOf(folder: string): Promise<Status> {
  const { out, err, code } = await unrest(['status', folder, '--json']);
  if (code !== 0) throw new Error(err);
  return JSON.parse(out) as Status;
}

/** A folder with a plan of so many cells of the smallest scenario. */
export async function plan(folder: string, pairs: number, ...more: readonly string[]): Promise<string> {
  const { code, err } = await unrest(['plan', 'minimal', '--pairs', String(pairs), '--out', folder, ...more]);
  if (code !== 0) throw new Error(err);
  return folder;
}

/** Run a folder to its end and tell what `--json` says of it. */
export async function finish(verb: 'exec' | 'resume', folder: string, ...more: readonly string[]) {
  const { code, out, err } = await unrest([verb, folder, '--json', ...more]);
  if (out === '') throw new Error(err);
  return { code, err, ...(JSON.parse(out) as { ending: string; ran: number; done: number; failed: number; remaining: number; digest: string }) };
}
