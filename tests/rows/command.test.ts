/** The command: table, page, figures, worlds to run, and an exit code that names what does not show. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { unrest } from '../e2e/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'unrest-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('unrest rows', () => {
  it('writes a page, a figure and a world that "unrest run" reads', async () => {
    const ended = await unrest(['rows', 'S12', '--out', folder]);
    expect(ended.code).toBe(0);
    expect(ended.out).toMatch(/^S12 +shows +A parliament in the way\n/);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page).toContain('All 1 rows show.');
    expect(page).toContain("default-src 'none'");
    expect(readFileSync(join(folder, 's12.svg'), 'utf8')).toMatch(/^<svg xmlns/);
    const run = await unrest(['run', join(folder, 's12')]);
    expect(run.code).toBe(0);
    expect(run.out).toContain('help requested');
  });

  it('ends with 1 and names the row when a row shows too little: the channels of S9 are small beside the band of four runs', async () => {
    const ended = await unrest(['rows', 'S9', 'S12', '--seeds', '4', '--json', '--out', folder]);
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('S9');
    const lines = ended.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { row: string; shows: boolean; settings: { runs: Record<string, number[]> }[] });
    expect(lines.map((line) => line.row)).toEqual(['S9', 'S12']);
    expect(lines[0]!.shows).toBe(false);
    expect(Object.values(lines[0]!.settings[0]!.runs)[0]).toHaveLength(4);
  });

  it('refuses a row that is none', async () => {
    const ended = await unrest(['rows', 'S99']);
    expect(ended.code).toBe(2);
    expect(ended.err).toContain('there is no row "S99"');
  });
});
