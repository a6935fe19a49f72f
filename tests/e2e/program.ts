/** The built program, started the way a person starts it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, readdirSync, rmSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const main = join(root, 'dist/cli/main.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Start {
  /** the Node to run it under; default: the one that runs the tests */
  readonly node?: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** called with every piece of output: to stop the program when it is well under way */
  readonly onOutput?: (text: string, kill: (signal: NodeJS.Signals) => void) => void;
  /** stop it after this long, sending this */
  readonly interrupt?: { readonly afterMs: number; readonly signal: NodeJS.Signals };
}

/** Run `unrest …` to its end. */
export async function unrest(words: readonly string[], start: Start = {}): Promise<Ended> {
  await built();
  return new Promise((done, fail) => {
    const env: NodeJS.ProcessEnv = { ...process.env, ...start.env };
    // vitest colours its own output; the program is asked about its own
    for (const name of ['FORCE_COLOR', 'NODE_OPTIONS', 'COLUMNS']) if (!(name in (start.env ?? {}))) delete env[name];
    const child = spawn(start.node ?? process.execPath, [main, ...words], { cwd: start.cwd ?? root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let err = '';
    const heard = (text: string) => start.onOutput?.(text, (signal) => child.kill(signal));
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      heard(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
      heard(text);
    });
    const { interrupt } = start;
    const timer = interrupt && setTimeout(() => child.kill(interrupt.signal), interrupt.afterMs);
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ code, signal, out, err });
    });
  });
}

/** A folder of its own, gone after `use`. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'unrest-')));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lines of JSON. */
export function jsonLines<T>(text: string): T[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

let building: Promise<void> | undefined;

/** dist/, no older than src/. `npm test` has built it already; test files that start side by side build it once. */
export function built(): Promise<void> {
  building ??= build();
  return building;
}

async function build(): Promise<void> {
  if (isFresh()) return;
  const lock = join(root, '.cache/build.lock');
  mkdirSync(dirname(lock), { recursive: true });
  while (!taken(lock)) await wait(200);
  try {
    if (isFresh()) return;
    const { status, stdout, stderr } = spawnSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: root, encoding: 'utf8', timeout: 300_000 });
    if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
  } finally {
    rmdirSync(lock);
  }
}

function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    // whoever held it that long was stopped
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - made > 300_000) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isFresh(): boolean {
  const target = statSync(main, { throwIfNoEntry: false });
  return target !== undefined && target.mtimeMs >= newest(join(root, 'src'));
}

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}
