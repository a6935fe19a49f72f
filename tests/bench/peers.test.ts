/** docs/peers.md is made from the committed rows; nothing is timed here. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = resolve(fileURLToPath(new URL('.', import.meta.url)), '../..');
const check = (folder: string) => spawnSync(process.execPath, [join(folder, 'bench/peers/run.mjs'), '--check'], { encoding: 'utf8' });

it('shows the page of other systems as its rows render it', () => {
  const { status, stderr } = check(root);
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

it('finds a figure that was changed by hand, and an engine whose statistics are off', () => {
  const copy = mkdtempSync(join(tmpdir(), 'unrest-peers-'));
  try {
    for (const part of ['bench/peers', 'bench/results', 'docs/peers.md']) cpSync(join(root, part), join(copy, part), { recursive: true });
    const page = join(copy, 'docs/peers.md');
    const asMade = readFileSync(page, 'utf8');
    writeFileSync(
      page,
      asMade.replace(/(\d) M \|/, (_all, digit: string) => `${(Number(digit) + 1) % 10} M |`),
    );
    expect(check(copy)).toMatchObject({ status: 1, stderr: expect.stringContaining('--render') as string });

    const name = readdirSync(join(copy, 'bench/results'))
      .filter((file) => file.startsWith('peers-'))
      .sort()
      .at(-1)!;
    const rows = join(copy, 'bench/results', name);
    type Row = { kind: string; engine?: string; active01: number[] };
    const changed = readFileSync(rows, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Row)
      .map((row) => (row.kind === 'statistics' && row.engine === 'cpp-tuned' ? { ...row, active01: row.active01.map((x) => x * 1.5) } : row));
    writeFileSync(rows, changed.map((row) => `${JSON.stringify(row)}\n`).join(''));
    expect(spawnSync(process.execPath, [join(copy, 'bench/peers/run.mjs'), '--render']).status).toBe(0);
    const verdict = /Failing: .*C\+\+, tuned \(disc[^)]*\)[^)]*\), .*C\+\+, tuned \(Moore/;
    expect(asMade).not.toMatch(verdict);
    expect(readFileSync(page, 'utf8')).toMatch(verdict);
  } finally {
    rmSync(copy, { recursive: true });
  }
});
