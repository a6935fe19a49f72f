#!/usr/bin/env node
/**
 * Is one version faster than another? Usage, after `npm run build`:
 *
 *   node bench/compare.mjs A1.jsonl A2.jsonl B.jsonl     three files saved with `unrest bench --save FILE`; A1 and A2 of one commit
 *   node bench/compare.mjs COMMIT_A COMMIT_B [names...]  measures A, B, A in three rounds, side by side in fresh checkouts, then compares
 *
 * A difference counts only outside the band two measurements of A against itself show.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRows } from '../dist/host/node/bench-results.js';
import { verdicts } from '../dist/host/node/bench-verdicts.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const words = process.argv.slice(2);
const rounds = 3;

/** The commit's files, built, in a folder of its own. */
function checkout(commit, folder) {
  mkdirSync(folder);
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  execFileSync('npx', ['tsc', '-p', 'tsconfig.build.json'], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
}

function measure(folder, names, file) {
  execFileSync(process.execPath, [join(folder, 'dist/cli/main.js'), 'bench', ...names, '--save', file], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** All measurements of a commit carry its name: the checkouts are no git repositories. */
const of = (commit, file) => loadRows(file).map((row) => ({ ...row, commit }));

function measuredSideBySide(a, b, names) {
  const work = mkdtempSync(join(tmpdir(), 'unrest-bench-'));
  try {
    checkout(a, join(work, 'a'));
    checkout(b, join(work, 'b'));
    const files = { a1: join(work, 'a1.jsonl'), a2: join(work, 'a2.jsonl'), b: join(work, 'b.jsonl') };
    for (let round = 0; round < rounds; round++) {
      measure(join(work, 'a'), names, files.a1);
      measure(join(work, 'b'), names, files.b);
      measure(join(work, 'a'), names, files.a2);
    }
    return [of(a, files.a1), of(a, files.a2), of(b, files.b)];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

if (words.length < 2) {
  process.stderr.write('give two commits, or three files A1 A2 B; A1 and A2 are of one commit\n');
  process.exit(2);
}
const files = words.slice(0, 3).filter((word) => word.endsWith('.jsonl') && existsSync(word));
const [a1, a2, b] = files.length === 3 ? files.map(loadRows) : measuredSideBySide(words[0], words[1], words.slice(2));
for (const { row, ratio, band, verdict } of verdicts(a1, a2, b)) {
  process.stdout.write(`${verdict.padEnd(20)} B/A ${ratio.toFixed(3)}, noise ${(1 / band).toFixed(3)} to ${band.toFixed(3)}   ${row}\n`);
}
