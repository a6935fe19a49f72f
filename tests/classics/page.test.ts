/** docs/classics.md is what a run says. UPDATE_DOCS=1 writes it anew instead of complaining. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failures, target, type Outcome } from '../../src/classics/contract.ts';
import { chosenClassics, classicOf, classics } from '../../src/classics/registry.ts';
import { outcomeLines, page } from '../../src/classics/text.ts';
import { inFolder, jsonLines, root, unrest } from '../e2e/program.ts';

const runs = classics.map((classic) => ({ classic, outcome: classic.run(false) }));

describe('docs/classics.md', () => {
  it('is what a run says', () => {
    const file = join(root, 'docs/classics.md');
    const text = page(runs);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(file, text);
    else expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('a rebuilt model', () => {
  it.each(runs.map(({ classic, outcome }) => [classic.id, classic, outcome] as const))('%s has a picture, in words and as a table', (_, classic, outcome) => {
    expect(outcome.figure!.alt.length).toBeGreaterThan(40);
    expect(outcome.figure!.table.rows.length).toBeGreaterThan(5);
    expect(outcome.figure!.svg).not.toMatch(/NaN|undefined/);
    expect(classic.doi).toMatch(/^10\.\d{4,}\//);
  });

  it('that misses a number says so, and a known miss by its reason', () => {
    const miss = target({ what: 'rioters', basis: 'quoted', published: 100, obtained: 99 });
    const known = target({ what: 'jump', basis: 'quoted', published: 12, obtained: 13, knownMiss: 'coarse people' });
    const outcome: Outcome = { targets: [miss, known] };
    expect(failures(outcome.targets)).toEqual([miss]);
    const text = outcomeLines(classics[0]!, outcome).join('\n');
    expect(text).toContain('FAILS: rioters: published 100, obtained 99');
    expect(text).toContain('known not to reproduce: jump: published 12, obtained 13; coarse people');
    expect(text).toContain('0 of 2 reproduce.');
    expect(text).not.toContain('measured:');
  });

  it('that is held to a sign shows the difference behind it', () => {
    const order = target({ what: 'more ties: sign', basis: 'read', published: -1, obtained: -1, measured: '-0.021 ± 0.004, 20 seeds' });
    expect(outcomeLines(classics[0]!, { targets: [order] }).join('\n')).toContain('measured: more ties: sign: -0.021 ± 0.004, 20 seeds');
  });

  it('is found by its name only', () => {
    expect(() => classicOf('kuren')).toThrow(/did you mean kuran\?/);
    expect(() => chosenClassics(undefined, false)).toThrow(/neither a name nor --all/);
    expect(() => chosenClassics('kuran', true)).toThrow(/both a name and --all/);
    expect(chosenClassics(undefined, true)).toBe(classics);
  });
});

describe('unrest classics', () => {
  it('lists, runs and saves: another process gets the same numbers', { timeout: 600_000 }, async () => {
    const list = await unrest(['classics', 'list']);
    expect(list.code).toBe(0);
    for (const { id, doi } of classics) expect(list.out).toMatch(new RegExp(`^${id} [^]*doi:${doi.replaceAll('.', '\\.')}`, 'm'));
    await inFolder(async (folder) => {
      const { code, out } = await unrest(['classics', 'run', '--all', '--json', '--out', folder]);
      expect(code).toBe(0);
      expect(jsonLines<{ id: string; targets: unknown }>(out).map(({ id, targets }) => ({ id, targets }))).toEqual(
        runs.map(({ classic, outcome }) => ({ id: classic.id, targets: JSON.parse(JSON.stringify(outcome.targets)) as unknown })),
      );
      for (const { id } of classics) expect([existsSync(join(folder, `${id}.json`)), existsSync(join(folder, `${id}.svg`))]).toEqual([true, true]);
    });
  });

  it('ends with 2 at an unknown name', async () => {
    const { code, out, err } = await unrest(['classics', 'run', 'granoveter']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/did you mean granovetter\?/);
  });
});
