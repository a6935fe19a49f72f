/** One process at a time runs a plan. The lock names it, so that a lock left behind by a killed one is known as such. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { readIfThere, reasonOf, StoreRefusal, storePath, writeAll } from './store.ts';

export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** when this process number was given out, where the system tells: numbers are used again */
  readonly born: string;
  /** wall clock, for people */
  readonly at: string;
}

export interface LockState {
  readonly holder: LockHolder;
  /** `unknown`: it runs, or ran, on another computer */
  readonly state: 'running' | 'gone' | 'unknown';
}

/** Who holds the folder, or nothing. */
export function lockState(folder: string): LockState | undefined {
  const text = readIfThere(storePath(folder, 'lock'));
  return text === undefined ? undefined : stateOf(text);
}

function stateOf(text: string): LockState {
  const holder = holderOf(text);
  if (holder.host !== hostname()) return { holder, state: holder.host === '' ? 'gone' : 'unknown' };
  const born = birthOf(holder.pid);
  return { holder, state: born === undefined || (holder.born !== '' && born !== '' && born !== holder.born) ? 'gone' : 'running' };
}

/** A lock that was cut short while it was written belongs to nobody. */
function holderOf(text: string): LockHolder {
  try {
    const { pid, host, born, at } = JSON.parse(text) as LockHolder;
    return { pid: Number(pid), host: String(host), born: String(born), at: String(at) };
  } catch {
    return { pid: 0, host: '', born: '', at: '' };
  }
}

/** When a process was started: boot and clock tick on Linux, '' where it lives and the system does not say, nothing where it is gone. */
function birthOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there and belongs to somebody else
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // the name in parentheses may hold anything; fields are counted after it
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // Z, X: dead, and only not yet taken away
    return ['Z', 'X'].includes(fields[0]!) ? undefined : `${boot} ${fields[19]}`;
  } catch {
    return '';
  }
}

export interface Lock {
  /** the holder of a lock that was left behind and taken over */
  readonly tookOver: LockHolder | undefined;
  release(): void;
}

/**
 * Take the folder for this process.
 * @param wallTime for people
 * @throws RangeError when another process holds it
 * @throws StoreRefusal when the lock cannot be written
 */
export function takeLock(folder: string, wallTime: string): Lock {
  const path = storePath(folder, 'lock');
  const own: LockHolder = { pid: process.pid, host: hostname(), born: birthOf(process.pid) ?? '', at: wallTime };
  const text = `${JSON.stringify(own)}\n`;
  let tookOver: LockHolder | undefined;
  while (!created(path, text)) {
    const found = readIfThere(path);
    if (found === undefined) continue;
    const { holder, state } = stateOf(found);
    if (state === 'running')
      throw new RangeError(
        `${folder} is being run by process ${holder.pid} since ${holder.at}; "unrest status ${folder}" watches it, "unrest pause ${folder}" stops it`,
      );
    if (state === 'unknown')
      throw new RangeError(
        `${folder} is held by process ${holder.pid} on the computer ${holder.host} since ${holder.at}. Whether it still runs cannot be seen from here; if it does not, delete ${path}`,
      );
    takeAway(path, found);
    tookOver = holder;
  }
  return {
    tookOver,
    release() {
      if (readIfThere(path) === text) rmSync(path, { force: true });
    },
  };
}

/** Make the lock if there is none; two processes cannot both succeed. */
function created(path: string, text: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new StoreRefusal(`${path} cannot be written: ${reasonOf(error)}`, error);
  }
  try {
    writeAll(file, new TextEncoder().encode(text));
    fsyncSync(file);
    closeSync(file);
    return true;
  } catch (error) {
    closeSync(file);
    rmSync(path, { force: true });
    throw new StoreRefusal(`${path} cannot be written: ${reasonOf(error)}`, error);
  }
}

/** Remove a lock left behind, but never one that somebody took in between. */
function takeAway(path: string, seen: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return; // another process was quicker
  }
  if (readIfThere(aside) === seen) rmSync(aside, { force: true });
  else renameSync(aside, path);
}
