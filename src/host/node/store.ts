/**
 * A run folder: the plan, the inputs it was made from, the journal of what was run, and the results.
 *
 *   plan.json         what is to be run, for people and programs
 *   inputs/           the scenario, its world and its record as they were when the plan was made
 *   journal.jsonl     one line for each cell that was run, each with its checksum
 *   lock.json         while a process runs the plan
 *   results.parquet, turnout.parquet, manifest.json   when everything is run
 *
 * docs/runs.md tells the whole.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** The files of a run folder by what they hold. */
export const storeFiles = {
  plan: 'plan.json',
  inputs: 'inputs',
  journal: 'journal.jsonl',
  lock: 'lock.json',
  pause: 'pause.request',
  results: 'results.parquet',
  turnout: 'turnout.parquet',
  manifest: 'manifest.json',
} as const;

/** Path of one of the files. */
export function storePath(folder: string, file: keyof typeof storeFiles): string {
  return join(folder, storeFiles[file]);
}

/** The computer would not do it: exit code 3, with words of our own. */
export class StoreRefusal extends Error {
  readonly code: string;

  constructor(message: string, cause: unknown) {
    super(message, { cause });
    this.code = (cause as NodeJS.ErrnoException | undefined)?.code ?? 'EIO';
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of this disk is used up',
  EROFS: 'the folder is read-only',
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted',
  ENOTDIR: 'a file is where a folder should be',
  EEXIST: 'a file is where a folder should be',
};

/** What the computer refused, in words. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code !== undefined && reasons[code]) || message;
}

/** Write all bytes, in as many pieces as the system takes. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at);
}

/** Make a rename or a new file outlast a power cut; systems that cannot do this for folders are left alone. */
export function syncFolder(folder: string): void {
  let file: number | undefined;
  try {
    file = openSync(folder, 'r');
    fsyncSync(file);
  } catch {
    // Windows opens no folders: there the rename itself has to do
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/**
 * Write a file whole or not at all, and for good: beside first, to the disk, then renamed.
 * @throws StoreRefusal naming the file and the reason; nothing is left behind
 */
export function writeForGood(path: string, content: string | Uint8Array): void {
  const draft = `${path}.part-${process.pid}`;
  let file: number | undefined;
  try {
    mkdirSync(dirname(path), { recursive: true });
    file = openSync(draft, 'w');
    writeAll(file, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    fsyncSync(file);
    closeSync(file);
    file = undefined;
    renameSync(draft, path);
    syncFolder(dirname(path));
  } catch (error) {
    if (file !== undefined) closeSync(file);
    try {
      rmSync(draft, { force: true });
    } catch {
      // the folder itself may be the trouble, which the message names
    }
    throw new StoreRefusal(`${path} cannot be written: ${reasonOf(error)}`, error);
  }
}

/** Paths of all files below `inputs`, with `/`, sorted. */
export function inputFiles(folder: string): string[] {
  const root = storePath(folder, 'inputs');
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Text of a file of the folder, or nothing when it is not there. */
export function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
