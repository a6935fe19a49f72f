/** `node bench/compare.mjs A1 A2 B`: a difference that A shows against itself is not called one. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { built, root } from '../e2e/program.ts';

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unrest-compare-'));
  await built();
});
afterAll(() => rmSync(folder, { recursive: true }));

function compared(a1: readonly number[], a2: readonly number[], b: readonly number[], commits: readonly string[] = ['a', 'a', 'b']) {
  const files = [a1, a2, b].map((samplesMs, i) => {
    const file = join(folder, `${i}.jsonl`);
    const row = { name: 'kazakhstan', what: 'scripted evenings', moves: 10, samplesMs, commit: commits[i], node: 'v20.20.2', machine: 'two cores' };
    writeFileSync(file, `${JSON.stringify(row)}\n`);
    return file;
  });
  return spawnSync(process.execPath, [join(root, 'bench/compare.mjs'), ...files], { encoding: 'utf8' });
}

it('refuses to call a difference inside the noise of A against A', () => {
  // B is 10 % slower than A, and A was 12 % slower than itself
  const { stdout, status } = compared([100, 101, 102], [112, 113, 114], [117, 118, 119]);
  expect(stdout).toMatch(/^no difference shown {2,}B\/A 1\.103, noise 0\.894 to 1\.119 {3}kazakhstan: scripted evenings\n$/);
  expect(status).toBe(0);
});

it('calls the same difference where A agrees with itself', () => {
  expect(compared([106, 107, 108], [106, 107, 108], [117, 118, 119]).stdout).toMatch(/^slower {2,}B\/A 1\.103, noise 0\.971 to 1\.030 /);
  expect(compared([117, 118, 119], [117, 118, 119], [106, 107, 108]).stdout).toMatch(/^faster /);
});

it('does not take two commits for one', () => {
  const { stderr, status } = compared([100], [100], [120], ['a', 'c', 'b']);
  expect(stderr).toMatch(/two measurements of one commit/);
  expect(status).not.toBe(0);
});
