/** Results taken elsewhere: CSV, Parquet, RO-Crate; whole, true to the run folder, and over nothing of anybody's. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/scenario/csv-file.ts';
import { inFolder, unrest } from './program.ts';
import { flip, runFolders, spoiled, type RunFolders } from './run-folders.ts';

let folders: RunFolders;

beforeAll(async () => {
  folders = await runFolders();
}, 240_000);

afterAll(() => rmSync(folders.home, { recursive: true, force: true }));

describe('export', () => {
  const rowsOf = async (path: string) => {
    const bytes = readFileSync(path);
    return parquetReadObjects({ file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) });
  };

  it('writes tables as CSV that hold what the Parquet files hold', () =>
    inFolder(async (place) => {
      const out = join(place, 'a/csv');
      const { code, err } = await unrest(['export', folders.good, '--as', 'csv', '--out', out]);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(readdirSync(out).sort()).toEqual(['manifest.json', 'results.csv', 'turnout.csv']);
      for (const table of ['results', 'turnout']) {
        const text = readFileSync(join(out, `${table}.csv`), 'utf8');
        expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        const [header, ...rows] = parseCsv(text).rows.map((row) => row.map((cell) => cell.text));
        const kept = await rowsOf(join(folders.good, `${table}.parquet`));
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
      const { code } = await unrest(['export', folders.good, '--as', 'parquet', '--out', join(place, 'p')]);
      expect(code).toBe(0);
      for (const name of ['results.parquet', 'turnout.parquet', 'manifest.json'])
        expect(readFileSync(join(place, 'p', name)).equals(readFileSync(join(folders.good, name))), name).toBe(true);
      expect((await rowsOf(join(place, 'p/results.parquet'))).map((row) => `${row['cell']} ${row['arm']}`)).toEqual(
        [0, 1, 2].flatMap((cell) => [`${cell} as-it-was`, `${cell} no-intervention`]),
      );
    }));

  it('describes everything for an archive as an RO-Crate', () =>
    inFolder(async (place) => {
      const crate = join(place, 'crate');
      expect((await unrest(['export', folders.good, '--as', 'ro-crate', '--out', crate])).code).toBe(0);
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
      expect((await unrest(['export', folders.good, '--as', 'ro-crate', '--out', join(place, 'again')])).code).toBe(0);
      expect(readFileSync(join(place, 'again/ro-crate-metadata.json'), 'utf8')).toBe(readFileSync(join(crate, 'ro-crate-metadata.json'), 'utf8'));
    }));

  it('replaces an earlier export only when told to, and never anything else', () =>
    spoiled(folders.good, async (folder) => {
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
    spoiled(folders.good, async (folder) => {
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
