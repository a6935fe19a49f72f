/** Plans, and what becomes of them when they are stopped in every way: nothing is lost, nothing is different. */
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryOf } from '../../src/host/node/store-journal.ts';
import type { DoneLine } from '../../src/host/node/store-cells.ts';
import { changedMinimal } from '../e2e/changed-minimal.ts';
import { inFolder, jsonLines, root, unrest } from '../e2e/program.ts';
import { finish, journalLines, minutes, plan, start, statusOf, untilDone } from './started.ts';

const cells = 8;
const whole = join(root, '.cache', `runs-${process.pid}`);
let digest = '';

beforeAll(async () => {
  rmSync(whole, { recursive: true, force: true });
  digest = (await finish('exec', await plan(whole, cells), '--threads', '1')).digest;
}, 4 * minutes);

afterAll(() => rmSync(whole, { recursive: true, force: true }));

const manifestOf = (folder: string) => {
  const { files, ...rest } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as { files: Record<string, unknown> };
  return { ...rest, files: Object.fromEntries(Object.entries(files).filter(([name]) => name !== 'journal.jsonl')) };
};

describe('a plan that nobody disturbs', () => {
  it('[EX5] has a digest and files that do not depend on threads', () =>
    inFolder(async (folder) => {
      const two = await plan(join(folder, 'two'), cells);
      const ended = await finish('exec', two, '--threads', '2');
      expect(ended).toMatchObject({ code: 0, ending: 'finished', done: cells, failed: 0, remaining: 0, digest });
      expect(manifestOf(two)).toEqual(manifestOf(whole));
      expect(readdirSync(two).sort()).toEqual(['inputs', 'journal.jsonl', 'manifest.json', 'plan.json', 'results.parquet', 'turnout.parquet']);
    }));

  it('holds what compare says of the same seed, and gives the same report', () =>
    inFolder(async (folder) => {
      const { out } = await unrest(['compare', 'minimal', '--pairs', String(cells), '--json', '--out', folder]);
      const compared = jsonLines<{ pair: number; seed: number; arms: { digest: string }[] }>(out);
      const kept = journalLines(whole, 'done').map((line) => entryOf(line) as DoneLine);
      kept.sort((a, b) => a.cell - b.cell);
      expect(kept.map(({ cell, seed, arms }) => [cell, seed, ...arms.map((arm) => arm.digest)])).toEqual(
        compared.map(({ pair, seed, arms }) => [pair, seed, ...arms.map((arm) => arm.digest)]),
      );
      const { code } = await unrest(['report', whole, '--out', join(folder, 'stored.html')]);
      expect(code).toBe(0);
      const [stored, made] = ['stored.html', 'report.html'].map((name) => readFileSync(join(folder, name), 'utf8'));
      expect(stored === made).toBe(true);
    }));

  it('is not run again, and cannot be resumed or paused', async () => {
    const before = readFileSync(join(whole, 'journal.jsonl'));
    expect(await finish('exec', whole)).toMatchObject({ code: 0, ran: 0, digest });
    for (const [verb, said] of [
      ['resume', /nothing to resume in .*: all 8 cells are there/],
      ['pause', /nothing runs in /],
    ] as const) {
      const { code, out, err } = await unrest([verb, whole]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(said);
    }
    expect(readFileSync(join(whole, 'journal.jsonl'))).toEqual(before);
    expect(await statusOf(whole)).toMatchObject({ state: 'finished', done: cells, remaining: 0, digest });
  });

  it('that is planned twice is the same plan; another one does not fit into its folder', () =>
    inFolder(async (folder) => {
      const first = await unrest(['plan', 'minimal', '--pairs', '3', '--json'], { cwd: folder });
      const again = await unrest(['plan', 'minimal', '--pairs', '3', '--json'], { cwd: folder });
      const [one, two] = [first, again].map(({ out }) => JSON.parse(out) as { folder: string; wasThere: boolean; runs: number });
      expect(one).toMatchObject({ wasThere: false, runs: 6 });
      expect(two).toEqual({ ...one, wasThere: true });
      expect(one!.folder).toMatch(/^out.minimal-[0-9a-f]{8}$/);
      const other = await unrest(['plan', 'minimal', '--pairs', '4', '--out', one!.folder], { cwd: folder });
      expect(other.code).toBe(2);
      expect(other.err).toContain('holds the plan of another question');
      expect((await unrest(['resume', one!.folder], { cwd: folder })).err).toMatch(/nothing to resume in .*: no cell was run yet/);
      expect((await unrest(['report', one!.folder], { cwd: folder })).err).toContain('has no results of this setting yet');
    }));
});

describe('a run that is stopped', () => {
  it(
    'with kill -9 keeps what was on the disk, even with a line torn, and ends with the same digest',
    () =>
      inFolder(async (base) => {
        const folder = await plan(join(base, 'r'), cells);
        const running = start(['exec', folder, '--threads', '2'], { HOLD_FROM: '3' });
        await untilDone(folder, 3, running);
        expect(await statusOf(folder)).toMatchObject({ state: 'running', done: 3, remaining: cells - 3, measuredCells: 3, holder: { pid: running.child.pid } });
        const second = await unrest(['exec', folder]);
        expect(second).toMatchObject({ code: 2, out: '' });
        expect(second.err).toMatch(new RegExp(`is being run by process ${running.child.pid} `));
        running.child.kill('SIGKILL');
        expect((await running.ended).signal).toBe('SIGKILL');
        expect(existsSync(join(folder, 'lock.json'))).toBe(true);
        appendFileSync(join(folder, 'journal.jsonl'), '{"sum":"0123');
        expect(await statusOf(folder)).toMatchObject({ state: 'interrupted', done: 3, remaining: cells - 3 });
        expect((await unrest(['pause', folder])).err).toMatch(/nothing runs in .*was killed/);
        const kept = journalLines(folder, 'done');
        const ended = await finish('resume', folder);
        expect(ended).toMatchObject({ code: 0, ending: 'finished', ran: cells - 3, digest });
        expect(ended.err).toMatch(/its lock was taken over/);
        expect(ended.err).toMatch(/ended in the middle of a line \(12 bytes\)/);
        expect(journalLines(folder, 'done').slice(0, 3)).toEqual(kept);
        expect(manifestOf(folder)).toEqual(manifestOf(whole));
        expect(existsSync(join(folder, 'lock.json'))).toBe(false);
      }),
    4 * minutes,
  );

  it(
    'with Ctrl-C says what is kept and how to go on, and ends with 130',
    () =>
      inFolder(async (base) => {
        const folder = await plan(join(base, 'r'), cells);
        const running = start(['exec', folder, '--threads', '1'], { HOLD_FROM: '2' });
        await untilDone(folder, 2, running);
        running.child.kill('SIGINT');
        const { code, out } = await running.ended;
        expect(code).toBe(130);
        expect(out).toContain(`stopped: 2 of ${cells} cells are kept, ${cells - 2} remain\n`);
        expect(out).toContain(`go on with: unrest resume ${folder}\n`);
        expect(await statusOf(folder)).toMatchObject({ state: 'stopped', done: 2 });
        expect(await finish('resume', folder)).toMatchObject({ code: 0, ran: cells - 2, digest });
      }),
    4 * minutes,
  );

  it(
    'by a request to pause finishes the cells in flight first',
    () =>
      inFolder(async (base) => {
        // many more cells than can pass before the request is seen
        const folder = await plan(join(base, 'r'), 400);
        const release = join(base, 'go');
        const running = start(['exec', folder, '--threads', '2', '--json'], { HOLD_FROM: '2', RELEASE: release });
        await untilDone(folder, 2, running);
        const asked = await unrest(['pause', folder, '--json']);
        expect(asked.code).toBe(0);
        expect((JSON.parse(asked.out) as { asked: { pid: number } }).asked.pid).toBe(running.child.pid);
        writeFileSync(release, '');
        const { code, out } = await running.ended;
        expect(code).toBe(130);
        const ended = JSON.parse(out) as { ending: string; done: number; remaining: number };
        expect(ended.ending).toBe('paused');
        // both cells in flight were finished and kept
        expect(ended.done).toBeGreaterThanOrEqual(4);
        expect(ended.remaining).toBeGreaterThan(0);
        expect(await statusOf(folder)).toMatchObject({ state: 'paused', done: ended.done });
        expect(existsSync(join(folder, 'pause.request'))).toBe(false);
      }),
    4 * minutes,
  );
});

describe('a folder', () => {
  it('is its own scenario: what is changed outside afterwards does not reach it', () =>
    inFolder(async (base) => {
      const own = join(base, 'own');
      mkdirSync(own);
      cpSync(join(root, 'scenarios/minimal/scenario.yaml'), join(own, 'scenario.yaml'));
      const folder = join(base, 'r');
      expect((await unrest(['plan', own, '--pairs', String(cells), '--out', folder])).code).toBe(0);
      writeFileSync(join(own, 'scenario.yaml'), 'name: gone');
      expect((await finish('exec', folder)).digest).toBe(digest);
    }));

  it('[EX6] keeps failures as rows with a message and a command, and ends with 1', () =>
    inFolder(async (base) => {
      // fewer places to stand than people: the world cannot be built
      const { text } = changedMinimal([{ from: 'population: 6000,', to: 'population: 6000, capacity: 64,' }]);
      const own = join(base, 'too-small');
      mkdirSync(own);
      writeFileSync(join(own, 'scenario.yaml'), text);
      const folder = join(base, 'r');
      expect((await unrest(['plan', own, '--pairs', '2', '--out', folder])).code).toBe(0);
      const { code, out, err } = await unrest(['exec', folder]);
      expect(code).toBe(1);
      expect(out).toContain('finished: 2 cells, 2 failed');
      expect(err).toMatch(/cell 0 failed: [^]*capacity[^]*replay: unrest replay \S+ --cell 0/);
      expect(await finish('exec', folder)).toMatchObject({ code: 1, ran: 0, failed: 2 });
      expect((await unrest(['resume', folder])).err).toMatch(/2 of them failed; "--failed" runs those\s+again/);
      expect(await finish('resume', folder, '--failed')).toMatchObject({ code: 1, ran: 2, failed: 2 });
      expect(journalLines(folder, 'failed')).toHaveLength(4);
    }));
});
