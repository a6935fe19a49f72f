/** Run folders from strangers: are they what they say, and what was in a cell. */
import { appendFileSync, readFileSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellDigest } from '../../src/experiment/design-digest.ts';
import { resultOf, type DoneLine } from '../../src/host/node/store-cells.ts';
import { writeResults } from '../../src/host/node/store-manifest.ts';
import { readPlan } from '../../src/host/node/store-plan.ts';
import { inFolder, jsonLines, unrest } from './program.ts';
import { flip, forge, inventory, manifestOf, runFolders, spoiled, type RunFolders } from './run-folders.ts';

let folders: RunFolders;

beforeAll(async () => {
  folders = await runFolders();
}, 240_000);

afterAll(() => rmSync(folders.home, { recursive: true, force: true }));

/** One more person in the street at the peak, told so by the first arm. */
const onePersonMore = (line: DoneLine): DoneLine => ({
  ...line,
  arms: line.arms.map((arm, a) => (a > 0 ? arm : { ...arm, quantities: { ...arm.quantities, peakTurnout: Number(arm.quantities['peakTurnout']) + 1 } })),
});

describe('verify', () => {
  it('finds a folder as it was kept, and changes nothing in it', async () => {
    const before = inventory(folders.good);
    const { code, out, err } = await unrest(['verify', folders.good, '--cells', 'all', '--threads', '2']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('5 files compared, 3 of 3 cells run again: all as it was kept');
    expect(out).toContain(`digest ${manifestOf(folders.good).digest}`);
    expect(inventory(folders.good)).toEqual(before);
    const [json] = jsonLines<{ again: number[]; differences: unknown[] }>((await unrest(['verify', folders.good, '--cells', '2', '--json'])).out);
    expect(json).toMatchObject({ again: [0, 2], differences: [] });
  });

  it('finds failures as they were kept', async () => {
    const { code, out } = await unrest(['verify', folders.failing, '--cells', 'all', '--threads', '1']);
    expect(out).toContain('2 of 2 cells run again: all as it was kept');
    expect(code).toBe(0);
  });

  it.each<[string, (folder: string) => void, RegExp]>([
    ['a bit of the results', (f) => flip(join(f, 'results.parquet')), /^results\.parquet +\d+ bytes, sha256 [0-9a-f]+… -> \d+ bytes, sha256/m],
    ['a bit of the turnout', (f) => flip(join(f, 'turnout.parquet')), /^turnout\.parquet +.*the bytes the journal gives -> other bytes/m],
    ['a missing table', (f) => unlinkSync(join(f, 'turnout.parquet')), /^turnout\.parquet .* -> missing/m],
    ['a table that is a link', (f) => (unlinkSync(join(f, 'results.parquet')), symlinkSync('/etc/passwd', join(f, 'results.parquet'))), /-> no plain file/],
    [
      'a word of the plan',
      (f) => writeFileSync(join(f, 'plan.json'), readFileSync(join(f, 'plan.json'), 'utf8').replace('"seed": 4', '"seed": 5')),
      /^cells +can be run again -> .*plan\.json was changed after it was made/m,
    ],
    [
      'a number of the scenario',
      (f) => {
        const path = join(f, 'inputs/scenarios/minimal/scenario.yaml');
        writeFileSync(path, readFileSync(path, 'utf8').replace('hours: 5', 'hours: 6'));
      },
      /^inputs\/scenarios\/minimal\/scenario\.yaml [^]*was changed after the plan was made/m,
    ],
    ['a file too many', (f) => writeFileSync(join(f, 'inputs/record.yaml'), ''), /^inputs\/record\.yaml +not listed -> there/m],
    ['half a line in the journal', (f) => appendFileSync(join(f, 'journal.jsonl'), '{"sum":'), /^journal\.jsonl +whole lines -> 7 bytes of half a line/m],
    ['a bit of the journal', (f) => flip(join(f, 'journal.jsonl')), /^journal\.jsonl line \d+ +its checksum -> another: damaged/m],
    ['a forged line', (f) => forge(f, onePersonMore), /^journal\.jsonl cell 0 +[0-9a-f]{16}… -> [0-9a-f]{16}…/m],
    ['a line that is no result', (f) => forge(f, (line) => ({ ...line, arms: [] })), /^journal\.jsonl cell 0 +[0-9a-f]{16}… -> /m],
    ['a line in pieces', (f) => forge(f, ({ arms: _, ...line }) => line as DoneLine), /^journal\.jsonl cell 0 +.* -> cannot be read/m],
    ['a manifest that is none', (f) => writeFileSync(join(f, 'manifest.json'), '{}'), /^manifest\.json +a manifest -> /m],
  ])('tells of %s', (_, spoil, says) =>
    spoiled(folders.good, async (folder) => {
      spoil(folder);
      const before = inventory(folder);
      const { code, out, err } = await unrest(['verify', folder, '--threads', '1'], { env: { COLUMNS: '200' } });
      expect(out).toMatch(says);
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(inventory(folder)).toEqual(before);
    }),
  );

  it('sees through a forgery whose every fingerprint fits, by running the cell again', () =>
    spoiled(folders.good, async (folder) => {
      const plan = readPlan(folder);
      forge(folder, (line) => {
        const more = onePersonMore(line);
        const { cell, values, result } = resultOf(more, plan);
        return { ...more, digest: cellDigest(cell, values, result) };
      });
      writeResults(folder, plan);
      expect((await unrest(['verify', folder, '--cells', '0'])).code).toBe(0);
      const { code, out } = await unrest(['verify', folder, '--cells', 'all', '--threads', '1']);
      expect(out).toMatch(/^cell 0, as-it-was +.*; peakTurnout \d+ → \d+/m);
      expect(out).toContain('; 1 difference');
      expect(code).toBe(1);
    }));

  it('does not follow names that lead out of the folder', () =>
    spoiled(folders.good, async (folder) => {
      const manifest = manifestOf(folder);
      const files = { ...manifest.files, '../../../etc/passwd': { bytes: 1, sha256: 'x' }, '/etc/passwd': { bytes: 1, sha256: 'x' } };
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
      const { code, out } = await unrest(['verify', folder, '--cells', '0']);
      expect(out.match(/not read: the name leads out/g)).toHaveLength(2);
      expect(code).toBe(1);
      expect((await unrest(['export', folder, '--as', 'ro-crate'])).code).toBe(2);
    }));

  it('compares what there is of a folder that is not finished', () =>
    spoiled(folders.good, async (folder) => {
      for (const name of ['manifest.json', 'results.parquet', 'turnout.parquet']) unlinkSync(join(folder, name));
      const { code, out } = await unrest(['verify', folder, '--cells', '1', '--threads', '1']);
      expect(out).toMatch(/note: the folder is not finished[^]*0 files compared, 1 of 3 cells run again: all as it was kept/);
      expect(code).toBe(0);
    }));

  it.each([
    [['verify', '/nowhere'], /is no run folder/],
    [['verify', '/nowhere', '--cells', 'some'], /--cells is "some"/],
    [['replay', '/nowhere', '0'], /is no run folder/],
    [['export', '/nowhere', '--as', 'csv'], /is no run folder/],
    [['export', '/nowhere'], /required option '--as <form>'/],
    [['export', '/nowhere', '--as', 'xlsx'], /Allowed choices are csv, parquet, ro-crate/],
  ])('%j ends with 2', async (words, says) => {
    const { code, out, err } = await unrest(words);
    expect(err).toMatch(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('replay', () => {
  it('tells a cell as "run" tells the history, with the digest that was kept', async () => {
    const { code, out, err } = await unrest(['replay', folders.good, '1']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('as kept: the same bytes');
    const run = await unrest(['run', 'minimal', '--seed', '4', '--draw', '1']);
    const history = /\n\n([^]*\ndigest [0-9a-f]{64})\n/.exec(run.out)![1]!;
    expect(out).toContain(history);
  });

  it('tells replicates and settings too', () =>
    inFolder(async (place) => {
      const folder = join(place, 'varied');
      await unrest([
        'plan',
        'minimal',
        '--pairs',
        '1',
        '--replicates',
        '2',
        '--set',
        'mobilise.threshold=0.43',
        '--vary',
        'people.stock01=0.15',
        '--out',
        folder,
      ]);
      expect((await unrest(['exec', folder, '--threads', '1'])).code).toBe(0);
      const told = await Promise.all(['0', '1', '2', '3'].map(async (cell) => (await unrest(['replay', folder, cell])).out));
      expect(told.map((out) => /cell \d, row \d, replicate \d.*$/m.exec(out)![0])).toEqual([
        'cell 0, row 0, replicate 0',
        'cell 1, row 0, replicate 1',
        'cell 2, row 0, replicate 0, people.stock01=0.15',
        'cell 3, row 0, replicate 1, people.stock01=0.15',
      ]);
      for (const out of told) expect(out).toContain('as kept: the same bytes');
      expect(new Set(told.map((out) => /^digest .*$/m.exec(out)![0])).size).toBe(4);
    }));

  it('tells another arm, and the same as JSON', async () => {
    const answers = await Promise.all(
      [[], ['--arm', 'no-intervention']].map(async (more) => {
        const { code, out } = await unrest(['replay', folders.good, '--cell', '2', '--json', ...more]);
        expect(code).toBe(0);
        return jsonLines<{ arm: string; digest: string; isAsKept: boolean }>(out)[0]!;
      }),
    );
    expect(answers.map(({ arm, isAsKept }) => [arm, isAsKept])).toEqual([
      ['as-it-was', true],
      ['no-intervention', true],
    ]);
  });

  it('shows a failure again, by the command that the failure printed', async () => {
    expect(folders.replays).toHaveLength(2);
    const { code, out, err } = await unrest(folders.replays[1]!);
    expect(err).toMatch(/cell 1 failed: .*capacity/);
    expect(out).toContain('as kept: it failed in the same way');
    expect(code).toBe(1);
  });

  it.each([
    [['3'], /there is no cell 3; the cells of this plan are 0 to 2/],
    [[], /name one cell/],
    [['0', '--cell', '1'], /name one cell/],
    [['x'], /cell is "x"/],
    [['0', '--arm', 'nope'], /no arm "nope"/],
  ])('%j is refused', async (words, says) => {
    const { code, out, err } = await unrest(['replay', folders.good, ...words]);
    expect(err).toMatch(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('notices that a cell is no longer what was kept', () =>
    spoiled(folders.good, async (folder) => {
      forge(folder, (line) => ({ ...line, arms: line.arms.map((arm) => ({ ...arm, digest: '0'.repeat(64) })) }));
      const { code, out } = await unrest(['replay', folder, '0']);
      expect(out).toContain(`NOT as kept: there the digest is ${'0'.repeat(64)}`);
      expect(code).toBe(1);
    }));
});
