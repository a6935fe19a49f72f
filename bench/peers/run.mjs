#!/usr/bin/env node
/**
 * The same work in Unrest, in C++ and in other people's frames. Usage:
 *
 *   node bench/peers/run.mjs [--quick] [--only statistics,timing,own-ground] [--results FILE] [--engines a,b] [--rounds 2-5]
 *   node bench/peers/run.mjs --render      writes docs/peers.md from the newest results in bench/results
 *   node bench/peers/run.mjs --check       fails when docs/peers.md is not what the results render
 *
 * Installs what is missing, compares statistics, times who passed, and writes rows and page. `--quick` shows that it works.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { docking, engines, environment, isThere, neighbourhoods, root, sides } from './engines.mjs';
import { install } from './install.mjs';
import { ownGroundStatistics, ownGroundTimes } from './own-ground/measure.mjs';
import { page } from './render.mjs';
import { statisticsOf } from './statistics.mjs';

const words = process.argv.slice(2);
const has = (flag) => words.includes(flag);
const valueOf = (flag) => (has(flag) ? words[words.indexOf(flag) + 1] : undefined);
const results = join(root, 'bench', 'results');
const pagePath = join(root, 'docs', 'peers.md');
const quick = has('--quick');

const load = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

function newest() {
  const file = readdirSync(results)
    .filter((name) => /^peers-.*\.jsonl$/.test(name))
    .sort()
    .at(-1);
  if (!file) throw new Error(`no peers-*.jsonl in ${results}: run node bench/peers/run.mjs`);
  return join(results, file);
}

const rendered = (file) => page(load(file), `bench/results/${file.split('/').at(-1)}`);

if (has('--check')) {
  if (rendered(newest()) === readFileSync(pagePath, 'utf8')) process.exit(0);
  process.stderr.write('docs/peers.md is not what the newest results render: run node bench/peers/run.mjs --render\n');
  process.exit(1);
}
if (has('--render')) {
  writeFileSync(pagePath, rendered(newest()));
  process.exit(0);
}

const day = new Date().toISOString().slice(0, 10);
const file = valueOf('--results') ?? (quick ? join(root, 'out', 'peers', 'quick.jsonl') : join(results, `peers-${day}.jsonl`));
const only = valueOf('--only')?.split(',') ?? ['statistics', 'timing', 'own-ground'];

function save(row) {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, `${JSON.stringify({ ...row, load: Number(loadavg()[0].toFixed(1)) })}\n`);
  process.stderr.write(`${JSON.stringify(row).slice(0, 200)}\n`);
}

function measured(engine, job) {
  const { command, words: given } = engine.start(job);
  return JSON.parse(execFileSync(command, given, { encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'inherit'] }));
}

const short = (x) => Number(x.toPrecision(6));

const chosen = valueOf('--engines')?.split(',');
const isMeant = (engine) => isThere(engine) && (chosen?.includes(engine.id) ?? true);

function compareStatistics() {
  for (const neighbourhood of neighbourhoods) {
    for (const engine of engines.filter(isMeant)) {
      const count = quick ? 3 : engine.seeds;
      const runs = Array.from({ length: count }, (_, i) => measured(engine, { ...docking, neighbourhood, seed: i + 1 }));
      const samples = { active01: runs.map((run) => short(run.active01)), jailed01: runs.map((run) => short(run.jailed01)) };
      save({ kind: 'statistics', engine: engine.id, neighbourhood, ...docking, ...samples, version: runs[0].version });
    }
  }
}

/** Round robin: every engine has its turn before any has its second. Who fails the statistics has none. */
function time() {
  const passed = new Set(
    statisticsOf(load(file))
      .filter((row) => row.same)
      .map((row) => `${row.engine} ${row.neighbourhood}`),
  );
  const [first, last] = valueOf('--rounds')?.split('-').map(Number) ?? [1, quick ? 1 : 7];
  for (let round = first; round <= last; round++) {
    for (const side of quick ? sides.slice(0, 1) : sides) {
      for (const neighbourhood of neighbourhoods) {
        for (const engine of engines.filter(isMeant)) {
          const [warm, ticks, rounds] = engine.jobs[neighbourhood][side] ?? [0, 0, 0];
          if (round > rounds || !passed.has(`${engine.id} ${neighbourhood}`)) continue;
          const { active01: _active, jailed01: _jailed, ...run } = measured(engine, { side, warm, ticks, neighbourhood, seed: round });
          save({ kind: 'timing', engine: engine.id, neighbourhood, side, warm, round, ...run, wallS: short(run.wallS), cpuS: short(run.cpuS) });
        }
      }
    }
  }
}

const git = (...given) => execFileSync('git', given, { cwd: root, encoding: 'utf8' }).trim();

install();
if (only.includes('statistics')) {
  const compiler = execFileSync('g++', ['--version'], { encoding: 'utf8' }).split('\n')[0];
  save({
    kind: 'machine',
    date: day,
    commit: git('rev-parse', '--short', 'HEAD'),
    machine: `${cpus()[0].model} x ${cpus().length}`,
    node: process.version,
    compiler,
  });
  compareStatistics();
}
if (only.includes('timing')) time();
if (only.includes('own-ground')) {
  ownGroundStatistics(quick, save);
  ownGroundTimes(quick, save);
}
if (!quick) writeFileSync(pagePath, rendered(file));
