/** What the verbs of many runs look like: help, JSON, narrow and dumb terminals, slips. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readParquet } from '../../src/host/node/store-parquet.ts';
import { built, inFolder, main, unrest } from '../e2e/program.ts';
import { minutes, plan } from './started.ts';

const verbs = ['plan', 'exec', 'resume', 'pause', 'status', 'report'];
const escape = '\u001b';

describe('help', () => {
  it.each(verbs)('of %s names its options', async (verb) => {
    const { code, out, err } = await unrest([verb, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: unrest ${verb}`);
    expect(out).toContain('--json');
    expect((await unrest(['--help'])).out).toMatch(new RegExp(`^ {2}${verb} `, 'm'));
  });
});

describe('a slip ends with 2, nothing on standard output and a hint', () => {
  it.each([
    [['plan', 'nosuch'], /no scenario "nosuch"/],
    [['plan', 'minimal', '--set', 'police.riskFloor01'], /--set is "police\.riskFloor01"; it must look like --set/],
    [['plan', 'minimal', '--set', 'police.riskFloor01=low'], /it must look like/],
    [['plan', 'minimal', '--set', 'police.riskFloor01=0.1,0.2'], /it takes one value, "--vary" takes several/],
    [['plan', 'minimal', '--set', 'police.riskFloor01=0.1', '--set', 'police.riskFloor01=0.2'], /given twice/],
    [['plan', 'minimal', '--vary', 'police.riskFlor01=0.1'], /did you mean "police\.riskFloor01"/],
    [['plan', 'minimal', '--vary', 'police.riskFloor01=0.1,,0.2'], /it must look like/],
    [['plan', 'minimal', '--replicates', '0'], /--replicates is "0"/],
    ...['exec', 'resume', 'pause', 'status', 'report'].map((verb): [string[], RegExp] => [
      [verb, 'nosuch'],
      /nosuch is no run folder: there is no such folder/,
    ]),
  ])('%j', async (words, said) => {
    const { code, out, err } = await unrest(words);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('a plan with everything', () => {
  it(
    'is run, counted and put into columns as it was asked for',
    () =>
      inFolder(async (base) => {
        const folder = await plan(
          join(base, 'r'),
          1,
          '--replicates',
          '2',
          '--set',
          'police.calmRisk01=0.25',
          '--set',
          'mobilise.threshold=0.43',
          '--vary',
          'police.riskFloor01=0.05,0.2',
          '--arms',
          'no-intervention',
        );
        const { code, out } = await unrest(['exec', folder]);
        expect({ code, said: out.includes('finished: 6 cells, 0 failed') }).toEqual({ code: 0, said: true });
        const rows = await readParquet(join(folder, 'results.parquet'));
        expect(rows.map(({ cell, row, replicate, setting, arm }) => [cell, row, replicate, setting, arm])).toEqual(
          ['', 'police.riskFloor01=0.05', 'police.riskFloor01=0.2'].flatMap((setting, s) => [0, 1].map((k) => [2 * s + k, 0, k, setting, 'no-intervention'])),
        );
        expect(rows.map((row) => row['police.riskFloor01']).slice(2)).toEqual([0.05, 0.05, 0.2, 0.2]);
        expect(new Set(rows.map((row) => row['police.calmRisk01']))).toEqual(new Set([0.25]));
        expect(new Set(rows.map((row) => row['digest'])).size).toBeGreaterThan(2);
        const report = await unrest(['report', folder, '--setting', '2', '--json']);
        expect(JSON.parse(report.out)).toMatchObject({ setting: 'police.riskFloor01=0.2', cells: 2, failed: 0, planned: 2 });
        expect((await unrest(['report', folder, '--setting', '3'])).err).toContain('this plan has settings 0 to 2');
      }),
    4 * minutes,
  );
});

describe('a narrow terminal', () => {
  it.each([40, 72])('of %i columns gets lines that fit, unless a path or command has to stay whole', (columns) =>
    inFolder(async (cwd) => {
      const start = { cwd, env: { COLUMNS: String(columns) } };
      const said: string[] = [];
      for (const words of [
        ['plan', 'minimal', '--pairs', '4', '--out', 'o'],
        ['status', 'o'],
        ['exec', 'o'],
        ['status', 'o'],
        ['report', 'o'],
      ]) {
        const { code, out, err } = await unrest(words, start);
        expect(code).toBe(0);
        said.push(...`${out}${err}`.split('\n'));
      }
      expect(said.join('\n')).not.toContain(escape);
      const long = said.filter((line) => [...line].length > columns && line.trim().includes(' '));
      expect(long).toEqual([]);
    }),
  );
});

const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

describe.skipIf(!hasScript)('a real terminal (skipped where there is no "script" to make one)', () => {
  const inTerminal = (folder: string, term: string) => {
    const command = `stty cols 80; '${process.execPath}' '${main}' exec '${folder}' --threads 1`;
    const env: NodeJS.ProcessEnv = { ...process.env, TERM: term, NO_COLOR: '1' };
    for (const name of ['FORCE_COLOR', 'NODE_OPTIONS', 'COLUMNS']) delete env[name];
    return spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8', env });
  };

  it(
    'that is dumb is sent no signs it cannot read; another one gets a bar',
    () =>
      inFolder(async (base) => {
        await built();
        const [dumb, able] = [await plan(join(base, 'a'), 3), await plan(join(base, 'b'), 3)];
        const plain = inTerminal(dumb, 'dumb');
        expect(plain.status).toBe(0);
        expect(plain.stdout).toContain('finished: 3 cells');
        expect(plain.stdout).not.toContain(escape);
        const painted = inTerminal(able, 'xterm');
        expect(painted.stdout).toContain('3/3 cells');
        // colours stay off
        // oxlint-disable-next-line no-control-regex
        expect(painted.stdout).not.toMatch(/\u001b\[[0-9;]*m/);
      }),
    4 * minutes,
  );
});
