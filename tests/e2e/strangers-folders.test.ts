/** Run folders from strangers: are they what they say, what was in a cell, and how to take them elsewhere. */
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellDigest } from '../../src/experiment/design-digest.ts';
import { resultOf, type DoneLine } from '../../src/host/node/store-cells.ts';
import { entryOf, lineOf } from '../../src/host/node/store-journal.ts';
import { writeResults, type Manifest } from '../../src/host/node/store-manifest.ts';
import { readPlan } from '../../src/host/node/store-plan.ts';
import { parseCsv } from '../../src/scenario/csv-file.ts';
import { changedMinimal } from './changed-minimal.ts';
import { inFolder, jsonLines, unrest } from './program.ts';

let home: string;
/** three pairs of `minimal`, finished */
let good: string;
/** two pairs of a world that cannot be built */
let failing: string;
/** what their failures said to type */
let replays: string[][];

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'unrest-folders-'));
  good = join(home, 'good');
  failing = join(home, 'failing');
  mkdirSync(join(home, 'too-small'));
  writeFileSync(join(home, 'too-small/scenario.yaml'), changedMinimal([{ from: 'population: 6000,', to: 'population: 6000, capacity: 64,' }]).text);
  expect((await unrest(['plan', 'minimal', '--pairs', '3', '--seed', '4', '--out', good])).code).toBe(0);
  expect((await unrest(['exec', good, '--threads', '1'])).code).toBe(0);
  expect((await unrest(['plan', 'too-small', '--pairs', '2', '--out', failing], { cwd: home })).code).toBe(0);
  const failed = await unrest(['exec', failing, '--threads', '1'], { env: { COLUMNS: '500' } });
  expect(failed.code).toBe(1);
  replays = [...failed.err.matchAll(/^ *replay: unrest (.*)$/gm)].map((m) => m[1]!.split(' '));
}, 240_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A copy to spoil. */
const spoiled = (use: (folder: string) => Promise<void>) =>
  inFolder(async (place) => {
    const folder = join(place, 'run');
    cpSync(good, folder, { recursive: true });
    await use(folder);
  });

const inventory = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(folder, name)).size}`);

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
}

/** Change what a journal says about cell 0; checksums are made to fit. */
function forge(folder: string, change: (line: DoneLine) => DoneLine): void {
  const path = join(folder, 'journal.jsonl');
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n').map(entryOf) as (DoneLine | { kind: string; cell?: number })[];
  const forged = lines.map((line) => (line.kind === 'done' && line.cell === 0 ? change(line as DoneLine) : line));
  writeFileSync(path, forged.map(lineOf).join(''));
}

/** One more person in the street at the peak, told so by the first arm. */
const onePersonMore = (line: DoneLine): DoneLine => ({
  ...line,
  arms: line.arms.map((arm, a) => (a > 0 ? arm : { ...arm, quantities: { ...arm.quantities, peakTurnout: Number(arm.quantities['peakTurnout']) + 1 } })),
});

describe('verify', () => {
  it('finds a folder as it was kept, and changes nothing in it', async () => {
    const before = inventory(good);
    const { code, out, err } = await unrest(['verify', good, '--cells', 'all', '--threads', '2']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('5 files compared, 3 of 3 cells run again: all as it was kept');
    expect(out).toContain(`digest ${manifestOf(good).digest}`);
    expect(inventory(good)).toEqual(before);
    const [json] = jsonLines<{ again: number[]; differences: unknown[] }>((await unrest(['verify', good, '--cells', '2', '--json'])).out);
    expect(json).toMatchObject({ again: [0, 2], differences: [] });
  });

  it('finds failures as they were kept', async () => {
    const { code, out } = await unrest(['verify', failing, '--cells', 'all', '--threads', '1']);
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
    ['a manifest that is none', (f) => writeFileSync(join(f, 'manifest.json'), '{}'), /^manifest\.json +a manifest -> /m],
  ])('tells of %s', (_, spoil, says) =>
    spoiled(async (folder) => {
      spoil(folder);
      const before = inventory(folder);
      const { code, out, err } = await unrest(['verify', folder, '--threads', '1'], { env: { COLUMNS: '200' } });
      expect(out).toMatch(says);
      expect({ code, err }).toEqual({ code: 1, err: '' });
      expect(inventory(folder)).toEqual(before);
    }),
  );

  it('sees through a forgery whose every fingerprint fits, by running the cell again', () =>
    spoiled(async (folder) => {
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
    spoiled(async (folder) => {
      const manifest = manifestOf(folder);
      const files = { ...manifest.files, '../../../etc/passwd': { bytes: 1, sha256: 'x' }, '/etc/passwd': { bytes: 1, sha256: 'x' } };
      writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
      const { code, out } = await unrest(['verify', folder, '--cells', '0']);
      expect(out.match(/not read: the name leads out/g)).toHaveLength(2);
      expect(code).toBe(1);
      expect((await unrest(['export', folder, '--as', 'ro-crate'])).code).toBe(2);
    }));

  it('compares what there is of a folder that is not finished', () =>
    spoiled(async (folder) => {
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
    const { code, out, err } = await unrest(['replay', good, '1']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('as kept: the same bytes');
    const run = await unrest(['run', 'minimal', '--seed', '4', '--draw', '1']);
    const history = /\n\n([^]*\ndigest [0-9a-f]{64})\n/.exec(run.out)![1]!;
    expect(out).toContain(history);
  });

  it('tells another arm, and the same as JSON', async () => {
    const answers = await Promise.all(
      [[], ['--arm', 'no-intervention']].map(async (more) => {
        const { code, out } = await unrest(['replay', good, '--cell', '2', '--json', ...more]);
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
    expect(replays).toHaveLength(2);
    const { code, out, err } = await unrest(replays[1]!);
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
    const { code, out, err } = await unrest(['replay', good, ...words]);
    expect(err).toMatch(says);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });

  it('notices that a cell is no longer what was kept', () =>
    spoiled(async (folder) => {
      forge(folder, (line) => ({ ...line, arms: line.arms.map((arm) => ({ ...arm, digest: '0'.repeat(64) })) }));
      const { code, out } = await unrest(['replay', folder, '0']);
      expect(out).toContain(`NOT as kept: there the digest is ${'0'.repeat(64)}`);
      expect(code).toBe(1);
    }));
});

describe('export', () => {
  const rowsOf = async (path: string) => {
    const bytes = readFileSync(path);
    return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
  };

  it('writes tables as CSV that hold what the Parquet files hold', () =>
    inFolder(async (place) => {
      const out = join(place, 'a/csv');
      const { code, err } = await unrest(['export', good, '--as', 'csv', '--out', out]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(readdirSync(out).sort()).toEqual(['manifest.json', 'results.csv', 'turnout.csv']);
      for (const table of ['results', 'turnout']) {
        const text = readFileSync(join(out, `${table}.csv`), 'utf8');
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const [header, ...rows] = parseCsv(text).rows.map((row) => row.map((cell) => cell.text));
        const kept = await rowsOf(join(good, `${table}.parquet`));
        expect(rows).toHaveLength(kept.length);
        expect(header).toEqual(Object.keys(kept[0]!));
        for (const [i, row] of rows.entries())
          for (const [c, name] of header!.entries()) {
            const value: unknown = kept[i]![name];
            const read = row[c]!;
            const isSame =
              value === null || value === undefined ? read === '' : typeof value === 'number' ? Object.is(Number(read), value) : read === String(value);
            if (!isSame) expect.unreachable(`${table}.csv row ${i} ${name}: ${read} is not ${String(value)}`);
          }
      }
    }));

  it('copies tables as Parquet, byte for byte', () =>
    inFolder(async (place) => {
      const { code } = await unrest(['export', good, '--as', 'parquet', '--out', join(place, 'p')]);
      expect(code).toBe(0);
      for (const name of ['results.parquet', 'turnout.parquet', 'manifest.json'])
        expect(readFileSync(join(place, 'p', name)).equals(readFileSync(join(good, name))), name).toBe(true);
      expect((await rowsOf(join(place, 'p/results.parquet'))).map((row) => `${row['cell']} ${row['arm']}`)).toEqual(
        [0, 1, 2].flatMap((cell) => [`${cell} as-it-was`, `${cell} no-intervention`]),
      );
    }));

  it('describes everything for an archive as an RO-Crate', () =>
    inFolder(async (place) => {
      const crate = join(place, 'crate');
      expect((await unrest(['export', good, '--as', 'ro-crate', '--out', crate])).code).toBe(0);
      type Entity = Record<string, unknown> & { '@id': string; '@type': string };
      const { '@context': context, '@graph': graph } = JSON.parse(readFileSync(join(crate, 'ro-crate-metadata.json'), 'utf8')) as {
        '@context': unknown[];
        '@graph': Entity[];
      };
      expect(context[0]).toBe('https://w3id.org/ro/crate/1.2/context');
      const byId = new Map(graph.map((entity) => [entity['@id'], entity]));
      expect(byId.size).toBe(graph.length);
      expect(byId.get('ro-crate-metadata.json')).toMatchObject({ conformsTo: { '@id': 'https://w3id.org/ro/crate/1.2' }, about: { '@id': './' } });
      const dataset = byId.get('./')!;
      for (const property of ['name', 'description', 'datePublished', 'license']) expect(dataset[property], property).toBeTruthy();
      expect(dataset['datePublished']).toMatch(/^\d{4}-\d\d-\d\d$/);
      // every reference leads somewhere
      const references = [...JSON.stringify(graph).matchAll(/\{"@id":"([^"]*)"\}/g)].map((m) => m[1]!);
      expect(references.filter((id) => !byId.has(id) && !/^http:\/\/schema\.org|^https:\/\/w3id\.org/.test(id))).toEqual([]);
      // every file is listed and is what the list says
      const files = readdirSync(crate, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(crate.length + 1))
        .filter((path) => path !== 'ro-crate-metadata.json')
        .sort();
      expect(files).toEqual(
        expect.arrayContaining([
          'CITATION.cff',
          'LICENSE',
          'plan.json',
          'manifest.json',
          'journal.jsonl',
          'results.parquet',
          'inputs/scenarios/minimal/scenario.yaml',
        ]),
      );
      expect((dataset['hasPart'] as Entity[]).map((part) => part['@id']).sort()).toEqual(files);
      for (const path of files) {
        const bytes = readFileSync(join(crate, path));
        expect(byId.get(path)).toMatchObject({ '@type': 'File', contentSize: String(bytes.length), sha256: createHash('sha256').update(bytes).digest('hex') });
      }
      // what came out of the archive is a run folder again
      expect((await unrest(['verify', crate, '--cells', '1', '--threads', '1'])).code).toBe(0);
      expect((await unrest(['export', good, '--as', 'ro-crate', '--out', join(place, 'again')])).code).toBe(0);
      expect(readFileSync(join(place, 'again/ro-crate-metadata.json'), 'utf8')).toBe(readFileSync(join(crate, 'ro-crate-metadata.json'), 'utf8'));
    }));

  it('replaces an earlier export only when told to, and never anything else', () =>
    spoiled(async (folder) => {
      const first = await unrest(['export', folder, '--as', 'csv']);
      expect(first.code).toBe(0);
      const out = `${folder}-csv`;
      writeFileSync(join(out, 'results.csv'), 'old');
      const again = await unrest(['export', folder, '--as', 'csv']);
      expect(again.code).toBe(2);
      expect(again.err).toContain('--force replaces an earlier export');
      expect(readFileSync(join(out, 'results.csv'), 'utf8')).toBe('old');
      expect((await unrest(['export', folder, '--as', 'csv', '--force'])).code).toBe(0);
      expect(readFileSync(join(out, 'results.csv'), 'utf8')).toMatch(/^cell,row/);
      writeFileSync(join(out, 'my-notes.txt'), 'mine');
      const strange = await unrest(['export', folder, '--as', 'csv', '--force']);
      expect(strange.code).toBe(2);
      expect(strange.err).toContain('is no earlier export (it holds "my-notes.txt")');
      expect(readFileSync(join(out, 'my-notes.txt'), 'utf8')).toBe('mine');
      for (const self of [folder, join(folder, '..')]) expect((await unrest(['export', folder, '--as', 'csv', '--out', self, '--force'])).code).toBe(2);
      expect(readdirSync(join(folder, '..')).sort()).toEqual(['run', 'run-csv']);
    }));

  it('takes neither a folder that is not finished nor one that was changed, and leaves nothing behind', () =>
    spoiled(async (folder) => {
      flip(join(folder, 'results.parquet'));
      const changed = await unrest(['export', folder, '--as', 'csv']);
      expect(changed.err).toContain('is no longer what was run (results.parquet');
      unlinkSync(join(folder, 'manifest.json'));
      const unfinished = await unrest(['export', folder, '--as', 'csv']);
      expect(unfinished.err).toContain('is not finished');
      expect([changed.code, unfinished.code]).toEqual([2, 2]);
      expect(readdirSync(join(folder, '..'))).toEqual(['run']);
    }));
});
