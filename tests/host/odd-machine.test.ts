/** Threads that die, disks that are full, folders that cannot be written, clocks that jump. */
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { durationText, remainingSeconds, spreadOf } from '../../src/experiment/design-progress.ts';
import type { Thread } from '../../src/host/node/executor.ts';
import { runFolder } from '../../src/host/node/executor-folder.ts';
import { statusOf as statusHere } from '../../src/host/node/executor-status.ts';
import { StoreRefusal } from '../../src/host/node/store.ts';
import { inFolder, unrest } from '../e2e/program.ts';
import { finish, journalLines, minutes, odd, plan, statusOf } from './started.ts';

const cells = 4;
let digest = '';

beforeAll(async () => {
  await inFolder(async (base) => {
    digest = (await finish('exec', await plan(join(base, 'r'), cells), '--threads', '1')).digest;
  });
}, 4 * minutes);

describe('a thread that dies', () => {
  it(
    'once costs nothing: its cell is tried again',
    () =>
      inFolder(async (base) => {
        const folder = await plan(join(base, 'r'), cells);
        const died = join(base, 'died');
        const { code, out } = await unrest(['exec', folder, '--threads', '2'], { env: odd({ DIE_AT: '1', DIED: died }) });
        expect(existsSync(died)).toBe(true);
        expect(code).toBe(0);
        expect(out).toContain(`digest ${digest}`);
      }),
    4 * minutes,
  );

  it(
    'twice makes its cell a failure and no other; a better day mends it',
    () =>
      inFolder(async (base) => {
        const folder = await plan(join(base, 'r'), cells);
        const { code, out, err } = await unrest(['exec', folder, '--threads', '1'], { env: odd({ DIE_AT: '1' }) });
        expect(code).toBe(1);
        expect(out).toContain(`finished: ${cells} cells, 1 failed`);
        expect(err).toMatch(/cell 1 failed: the thread that ran it died 2 times: it ended with code 9/);
        expect(await statusOf(folder)).toMatchObject({ state: 'finished', done: cells - 1, failed: 1 });
        expect(await finish('resume', folder, '--failed')).toMatchObject({ code: 0, ran: 1, failed: 0, digest });
      }),
    4 * minutes,
  );

  it(
    'of hunger for memory takes only its cell with it',
    () =>
      inFolder(async (base) => {
        const folder = await plan(join(base, 'r'), cells);
        const { code, err } = await unrest(['exec', folder, '--threads', '1'], {
          env: { ...odd({ HUNGER_AT: '2' }), NODE_OPTIONS: `${odd({})['NODE_OPTIONS']} --max-old-space-size=96` },
        });
        expect(err).toMatch(/cell 2 failed: the thread that ran it died 2 times: .*memory/);
        expect(code).toBe(1);
        expect(await statusOf(folder)).toMatchObject({ done: cells - 1, failed: 1 });
      }),
    4 * minutes,
  );

  it('before it has loaded anything is a fault of the machine, not of a cell', () =>
    inFolder(async (base) => {
      const folder = await plan(join(base, 'r'), cells);
      const dead = () => threadThat((thread) => setImmediate(() => thread.emit('exit', 7)));
      await expect(runFolder({ folder, threads: 2, startThread: dead })).rejects.toThrow(/no worker thread can be started: it ended with code 7[^]*0 are kept/);
      await expect(runFolder({ folder, threads: 2, startThread: dead })).rejects.toBeInstanceOf(StoreRefusal);
      expect(statusHere(folder)).toMatchObject({ state: 'interrupted', done: 0, failed: 0, remaining: cells });
    }));
});

/** A thread of the test's own making. */
function threadThat(begin: (thread: EventEmitter) => void, hear: (thread: EventEmitter, cell: number) => void = () => {}): Thread {
  const thread = new EventEmitter() as EventEmitter & { postMessage: (cell: number) => void; terminate: () => Promise<number> };
  thread.postMessage = (cell) => hear(thread, cell);
  thread.terminate = () => Promise.resolve(0);
  begin(thread);
  return thread;
}

describe('a clock on the wall that jumps', () => {
  it('moves no duration and no estimate', () =>
    inFolder(async (base) => {
      const folder = await plan(join(base, 'r'), 10);
      let seconds = 1000;
      let year = 2030;
      const clock = { seconds: () => seconds, wallTime: () => `${(year -= 5)}-01-01T00:00:00.000Z` };
      const stop = new AbortController();
      // every cell takes two seconds more than the one before; the sixth never ends
      const thread = () =>
        threadThat(
          (t) => setImmediate(() => t.emit('message', { ready: true })),
          (t, cell) => {
            if (cell === 5) return stop.abort();
            seconds += 1 + 2 * cell;
            setImmediate(() => t.emit('message', { cell, message: 'of no interest here' }));
          },
        );
      const ended = await runFolder({ folder, threads: 1, clock, startThread: thread, stop: stop.signal });
      expect(ended).toMatchObject({ ending: 'stopped', failed: 5, remaining: 5 });
      const begun = journalLines(folder, 'begun')[0]!;
      const end = journalLines(folder, 'ended')[0]!;
      expect(begun).toContain('"at":"2020-');
      expect(end).toContain('"at":"2015-');
      const { secondsPerCell, secondsLeft } = statusHere(folder);
      expect(secondsPerCell).toEqual({ median: 5, low: 1, high: 9 });
      expect(secondsLeft).toEqual({ from: 25, to: 45 });
    }));

  it('has no say where times are reckoned', () => {
    expect(spreadOf([])).toBeUndefined();
    expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, low: 1, high: 4 });
    expect(remainingSeconds([1, 2], 5, 1)).toBeUndefined();
    expect(remainingSeconds([1, 2], 0, 1)).toEqual({ from: 0, to: 0 });
    expect(remainingSeconds([1, 2, 6], 5, 2)).toEqual({ from: 6, to: 18 });
    expect([0.04, 90, 600, 10_000, 200_000].map(durationText)).toEqual(['0 s', '90 s', '10 min', '3 h', '2 days']);
  });
});

const run = (command: string, ...words: string[]) => spawnSync(command, words, { encoding: 'utf8' });

/** Mounting needs rights that not every machine gives. */
function canMount(): boolean {
  if (process.platform !== 'linux') return false;
  const probe = join('/tmp', `unrest-mount-${process.pid}`);
  mkdirSync(probe, { recursive: true });
  const mounted = run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe).status === 0;
  if (mounted) run('umount', probe);
  run('rmdir', probe);
  return mounted;
}

describe.skipIf(!canMount())('on a disk of its own (skipped where nobody may mount one)', () => {
  const mounted = async (folder: string, words: readonly string[], use: () => Promise<void>) => {
    mkdirSync(folder, { recursive: true });
    expect(run('mount', ...words, folder)).toMatchObject({ status: 0 });
    try {
      await use();
    } finally {
      run('umount', '-l', folder);
    }
  };

  it(
    'that is full the run ends with 3 and says so; what was kept can be read and gone on with',
    () =>
      inFolder(async (base) => {
        const disk = join(base, 'disk');
        await mounted(disk, ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs'], async () => {
          const folder = await plan(join(disk, 'r'), cells);
          // leave room for the lock and about two cells
          const free = Number(run('df', '--output=avail', '-B1', disk).stdout.split('\n')[1]);
          writeFileSync(join(disk, 'ballast'), Buffer.alloc(free - 20_000));
          const full = await unrest(['exec', folder, '--threads', '1']);
          expect(full.code).toBe(3);
          expect(full.err.replace(/\s+/g, ' ')).toMatch(/the disk is full\. Of 4 cells \d are kept\. When that is mended: unrest resume/);
          expect(full.err).not.toMatch(/\n\s+at .*:\d+:\d+/);
          const status = await statusOf(folder);
          expect(status.damagedLines).toBe(0);
          expect(status.done + status.remaining).toBe(cells);
          expect(full.err).toContain(`Of 4 cells ${status.done} are kept`);
          expect(existsSync(join(folder, 'manifest.json'))).toBe(false);
          expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([]);
          run('rm', join(disk, 'ballast'));
          expect(await finish('resume', folder)).toMatchObject({ code: 0, digest });
        });
      }),
    4 * minutes,
  );

  it('that is read-only nothing is begun, and the folder can still be looked at', () =>
    inFolder(async (base) => {
      const folder = await plan(join(base, 'r'), cells);
      await mounted(folder, ['--bind', folder], async () => {
        expect(run('mount', '-o', 'remount,ro,bind', folder)).toMatchObject({ status: 0 });
        const { code, err, out } = await unrest(['exec', folder]);
        expect({ code, out }).toEqual({ code: 3, out: '' });
        expect(err).toMatch(/lock\.json cannot be written: the folder is read-only/);
        expect(await statusOf(folder)).toMatchObject({ state: 'planned', remaining: cells });
      });
    }));
});

describe('a place that cannot be a folder', () => {
  it('is said before anything is begun, and ends with 3', () =>
    inFolder(async (base) => {
      writeFileSync(join(base, 'file'), '');
      const { code, err, out } = await unrest(['plan', 'minimal', '--out', join(base, 'file', 'below')]);
      expect({ code, out }).toEqual({ code: 3, out: '' });
      expect(err).toMatch(/cannot be written: a file is where a folder should be/);
    }));
});
