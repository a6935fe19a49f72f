/** [EX11] Why of a run folder: the folder's own cell explained, and whether it is the history that was kept. */
import { mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellDigest } from '../../src/experiment/design-digest.ts';
import type { Explanation } from '../../src/mechanisms/contract.ts';
import { readCells, resultOf, type DoneLine } from '../../src/host/node/store-cells.ts';
import { planHash, readPlan } from '../../src/host/node/store-plan.ts';
import { changedMinimal } from './changed-minimal.ts';
import { inFolder, jsonLines, unrest } from './program.ts';
import { flip, forge, inventory, runFolders, spoiled, type RunFolders } from './run-folders.ts';

let folders: RunFolders;

beforeAll(async () => {
  folders = await runFolders();
}, 240_000);

afterAll(() => rmSync(folders.home, { recursive: true, force: true }));

const subject = ['--government', 'hillland', '--at', 'day 4 04:00'];
/** Room for lines that are not broken. */
const wide = { env: { COLUMNS: '400' } };

interface Answer {
  readonly pair: number;
  readonly cell: number;
  readonly arm: string;
  readonly setting: string;
  readonly isAsKept: boolean;
  readonly digest: string;
  readonly hour: number;
  readonly seed: number;
  readonly variants: Readonly<Record<string, string>>;
  readonly explanations: readonly Explanation[];
  readonly log: readonly unknown[];
  readonly notes: readonly string[];
  readonly differences: readonly { readonly what: string }[];
  readonly choice?: { readonly run: number; readonly others: readonly number[]; readonly parting?: { readonly hour: number } };
  readonly failure?: string;
  readonly replay?: string;
}

async function asked(folder: string, ...words: readonly string[]): Promise<Answer & { readonly code: number | null }> {
  const { code, out } = await unrest(['why', folder, ...subject, ...words, '--json']);
  return { ...jsonLines<Answer>(out)[0]!, code };
}

const keptOf = (folder: string) => readCells(folder, readPlan(folder)).done;

describe('[EX11] why of a run folder', () => {
  it('answers for the cell as "why" of the scenario answers for the pair, says that it is the history that was kept, and writes nothing', async () => {
    const before = inventory(folders.good);
    const { code, out, err } = await unrest(['why', folders.good, ...subject, '--pair', '1'], wide);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`as kept: this history has the digest in the journal, ${keptOf(folders.good).get(1)!.arms[0]!.digest}\n`);
    expect(out).toMatch(/^pair 1 of .*; seed 4000013; cell 1, row 1, replicate 0$/m);
    expect(out).toMatch(/^govern: state of emergency, the government of Hillland/m);
    expect(inventory(folders.good)).toEqual(before);
    const { hour, seed, variants, explanations, log } = await asked(folders.good, '--pair', '1');
    const scenario = jsonLines<Answer>((await unrest(['why', 'minimal', '--seed', '4', '--pair', '1', ...subject, '--json'])).out)[0]!;
    expect({ hour, seed, variants, explanations, log }).toEqual({
      hour: scenario.hour,
      seed: scenario.seed,
      variants: scenario.variants,
      explanations: scenario.explanations,
      log: scenario.log,
    });
  });

  it('takes the arm that is named', async () => {
    const kept = keptOf(folders.good).get(2)!.arms;
    const answers = await Promise.all(kept.map(({ arm }) => asked(folders.good, '--pair', '2', '--arm', arm)));
    expect(answers.map(({ arm, digest, isAsKept, code }) => ({ arm, digest, isAsKept, code }))).toEqual(
      kept.map(({ arm, digest }) => ({ arm, digest, isAsKept: true, code: 0 })),
    );
  });

  it('knows replicates and settings, whose parameters and forms are those of the cell', () =>
    inFolder(async (place) => {
      const folder = join(place, 'varied');
      await unrest(['plan', 'minimal', '--first', '3', '--pairs', '1', '--replicates', '2', '--vary', 'people.stock01=0.07,0.1', '--out', folder]);
      expect((await unrest(['exec', folder, '--threads', '1'])).code).toBe(0);
      const kept = keptOf(folder);
      // one row has three settings of two replicates: row 3 begins with pair 18
      const answers = await Promise.all([18, 19, 20, 23].map((pair) => asked(folder, '--pair', String(pair))));
      expect(answers.map(({ cell, setting, isAsKept }) => ({ cell, setting, isAsKept }))).toEqual([
        { cell: 0, setting: '', isAsKept: true },
        { cell: 1, setting: '', isAsKept: true },
        { cell: 2, setting: 'people.stock01=0.07', isAsKept: true },
        { cell: 5, setting: 'people.stock01=0.1', isAsKept: true },
      ]);
      for (const { cell, digest, seed, variants } of answers) {
        expect(digest).toBe(kept.get(cell)!.arms[0]!.digest);
        expect({ seed, variants }).toEqual({ seed: kept.get(cell)!.seed, variants: kept.get(cell)!.variants });
      }
      expect((await unrest(['why', folder, ...subject, '--pair', '17'])).err).toContain('it has the pairs 18 to 23');
    }));

  it('needs nothing but the folder: what became of the scenario does not matter', () =>
    inFolder(async (place) => {
      mkdirSync(join(place, 'mine'));
      const path = join(place, 'mine/scenario.yaml');
      writeFileSync(path, changedMinimal([{ from: 'population: 6000,', to: 'population: 6000, capacity: 7168,' }]).text);
      const folder = join(place, 'run');
      expect((await unrest(['plan', 'mine', '--pairs', '1', '--out', folder], { cwd: place })).code).toBe(0);
      expect((await unrest(['exec', folder, '--threads', '1'])).code).toBe(0);
      unlinkSync(path);
      const { code, isAsKept } = await asked(folder, '--pair', '0');
      expect({ code, isAsKept }).toEqual({ code: 0, isAsKept: true });
    }));

  it('without a pair takes the first in which the arms part, and says so', () =>
    inFolder(async (place) => {
      const folder = join(place, 'run');
      await unrest(['plan', 'minimal', '--pairs', '4', '--out', folder]);
      expect((await unrest(['exec', folder, '--threads', '2'])).code).toBe(0);
      const parted = [...keptOf(folder).values()]
        .filter(({ divergence }) => divergence.hour >= 0)
        .map(({ cell }) => cell)
        .sort((a, b) => a - b);
      expect(parted.length).toBeGreaterThan(1);
      expect(parted[0]).toBeGreaterThan(0);
      const { code, pair, choice } = await asked(folder);
      expect({ code, pair, choice }).toMatchObject({ code: 0, pair: parted[0], choice: { run: 4, others: parted.slice(1) } });
      expect(choice!.parting).toEqual(keptOf(folder).get(parted[0]!)!.divergence);
      const { out } = await unrest(['why', folder, ...subject], wide);
      expect(out).toContain(
        `no --pair was given: of 4 pairs that were run, pair ${parted[0]!} is the first in which as-it-was and no-intervention part; so they do in ${parted.slice(1).join(', ')}\n`,
      );
      expect(out).toMatch(/^first difference, 2030-03-\d\d \d\d:00: as-it-was: .+; no-intervention: .+$/m);
    }));

  it('without a pair and without arms that part takes the first that ended', () =>
    inFolder(async (place) => {
      const folder = join(place, 'run');
      await unrest(['plan', 'minimal', '--pairs', '1', '--arms', 'as-it-was', '--out', folder]);
      expect((await unrest(['exec', folder, '--threads', '1'])).code).toBe(0);
      const { out, code } = await unrest(['why', folder, ...subject], wide);
      expect(out).toContain('no --pair was given: of 1 pairs that were run, pair 0 is the first that ended\n');
      expect(code).toBe(0);
    }));

  it('of a pair that failed gives the reason and the command that shows it again', async () => {
    const { code, out, err } = await unrest(['why', folders.failing, ...subject, '--pair', '1'], { ...wide, cwd: folders.home });
    expect(err).toMatch(/^pair 1 of .* failed, so there is nothing to explain: .*capacity/m);
    expect(err).toContain(`replay: unrest ${folders.replays[1]!.join(' ')}`);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    const unasked = await unrest(['why', folders.failing, ...subject], wide);
    expect(unasked.err).toContain('no --pair was given, and all 2 pairs that were run failed; pair 0 is the first');
    expect(unasked.code).toBe(1);
    const { pair, failure, replay, code: ended } = await asked(folders.failing, '--pair', '1');
    expect({ pair, ended }).toEqual({ pair: 1, ended: 1 });
    expect(failure).toContain('capacity');
    expect(replay).toBe(`unrest ${folders.replays[1]!.join(' ')}`);
  });
});

describe('what why of a run folder refuses, with 2', () => {
  it.each<[string, (folder: string) => void, readonly string[], RegExp]>([
    ['a pair outside the plan', () => {}, ['--pair', '3'], /there is no pair 3 in .*; it has the pairs 0 to 2/],
    ['an arm outside the plan', () => {}, ['--pair', '0', '--arm', 'nope'], /no arm "nope" in .*; it has as-it-was, no-intervention/],
    ['a seed', () => {}, ['--pair', '0', '--seed', '4'], /--seed is for scenarios/],
    ['two subjects', () => {}, ['--pair', '0', '--unit', '1'], /exactly one of --government, --member, --unit/],
    ['a subject that is not there', () => {}, ['--pair', '0', '--at', 'day 99'], /--at is "day 99"/],
    ['a folder without a plan', (f) => unlinkSync(join(f, 'plan.json')), [], /is no run folder: it has no plan\.json/],
    [
      'a plan changed by hand',
      (f) => writeFileSync(join(f, 'plan.json'), readFileSync(join(f, 'plan.json'), 'utf8').replace('"seed": 4', '"seed": 5')),
      [],
      /plan\.json was changed after it was made/,
    ],
    [
      'inputs changed by hand',
      (f) => {
        const path = join(f, 'inputs/scenarios/minimal/scenario.yaml');
        writeFileSync(path, readFileSync(path, 'utf8').replace('hours: 5', 'hours: 6'));
      },
      [],
      /the scenario or its world in .*inputs was changed after the plan was made/,
    ],
    [
      'a folder in which nothing was run',
      (f) => unlinkSync(join(f, 'journal.jsonl')),
      [],
      /nothing is run in .* yet: 0 of 3 pairs are run; "unrest exec .*" runs what is missing/,
    ],
    ['a pair that is not run', (f) => unlinkSync(join(f, 'journal.jsonl')), ['--pair', '1'], /pair 1 of .* has no result: 0 of 3 pairs are run; "unrest exec/],
    [
      'a line that is no result',
      (f) => forge(f, ({ arms: _, ...line }) => line as DoneLine),
      ['--pair', '0'],
      /the line of pair 0 cannot be read: .*; "unrest verify .*" says what else is/,
    ],
  ])('%s', (_, spoil, words, says) =>
    spoiled(folders.good, async (folder) => {
      spoil(folder);
      const { code, out, err } = await unrest(['why', folder, ...subject, ...words]);
      expect(err).toMatch(says);
      expect({ code, out }).toEqual({ code: 2, out: '' });
    }),
  );

  it('a damaged line, which counts as not run and is named', () =>
    spoiled(folders.good, async (folder) => {
      flip(join(folder, 'journal.jsonl'));
      const missing = [0, 1, 2].find((cell) => !keptOf(folder).has(cell))!;
      const { code, err } = await unrest(['why', folder, ...subject, '--pair', String(missing)]);
      expect(err).toMatch(/has no result: 2 of 3 pairs are run; journal\.jsonl is damaged in line \d+, and the cells of such lines count as not run;/);
      expect(code).toBe(2);
    }));

  it('what is neither a scenario nor a run folder', async () => {
    const { code, err } = await unrest(['why', '/nowhere', ...subject]);
    expect(err).toMatch(/no scenario "\/nowhere"[^]*and no run folder, for it has no plan\.json/);
    expect(code).toBe(2);
  });
});

describe('a cell that is not what was kept ends with 1 and says what is not', () => {
  /** A line whose own digest fits what it says. */
  const consistent = (folder: string, line: DoneLine): DoneLine => {
    const { cell, values, result } = resultOf(line, readPlan(folder));
    return { ...line, digest: cellDigest(cell, values, result) };
  };
  const otherHistory = (line: DoneLine): DoneLine => ({ ...line, arms: line.arms.map((arm) => ({ ...arm, digest: '0'.repeat(64) })) });
  const otherParameter = (line: DoneLine): DoneLine => ({ ...line, parameters: line.parameters.map((value, i) => (i === 0 ? Number(value) * 2 : value)) });
  const otherForms = (line: DoneLine): DoneLine => ({ ...line, variants: { ...line.variants, obey: 'nothing' } });
  const otherPeak = (line: DoneLine): DoneLine => ({
    ...line,
    arms: line.arms.map((arm) => ({ ...arm, quantities: { ...arm.quantities, peakTurnout: 1 } })),
  });

  it.each<[string, (line: DoneLine) => DoneLine, RegExp]>([
    ['the digest of the history', otherHistory, /^NOT as kept: the digest of the history: 0{64} -> [0-9a-f]{64}$/m],
    ['a parameter', otherParameter, /^NOT as kept: the parameter [\w.]+: [\d.e-]+ -> [\d.e-]+$/m],
    ['a published form', otherForms, /^NOT as kept: the published forms: .*"obey":"nothing".* -> /m],
  ])('%s', (what, change, says) =>
    spoiled(folders.good, async (folder) => {
      forge(folder, (line) => consistent(folder, change(line)));
      const { code, out, err } = await unrest(['why', folder, ...subject, '--pair', '0'], wide);
      expect(out).toMatch(says);
      expect(out).toContain('What follows is about the history as it runs here, not about the one that was kept.');
      expect(out).not.toContain('as kept: this history');
      expect({ code, err }).toEqual({ code: 1, err: '' });
      const { isAsKept, differences, code: ended } = await asked(folder, '--pair', '0');
      expect({ isAsKept, ended }).toEqual({ isAsKept: false, ended: 1 });
      expect(differences).toHaveLength(1);
      expect(differences[0]!.what.startsWith(what.replace(/^a /, 'the '))).toBe(true);
    }),
  );

  it('a line that was changed after its digest was made', () =>
    spoiled(folders.good, async (folder) => {
      forge(folder, otherPeak);
      const { code, out } = await unrest(['why', folder, ...subject, '--pair', '0'], wide);
      expect(out).toMatch(/^NOT as kept: the line of the journal: [0-9a-f]{64} -> [0-9a-f]{64}$/m);
      expect(code).toBe(1);
    }));

  it('another version of the engine is named; the digest decides whether the answer holds', () =>
    spoiled(folders.good, async (folder) => {
      const path = join(folder, 'plan.json');
      const { hash: _, ...plan } = { ...readPlan(folder), engineVersion: '0.0.9' };
      writeFileSync(path, JSON.stringify({ ...plan, hash: planHash(plan) }));
      const same = await unrest(['why', folder, ...subject, '--pair', '0'], wide);
      expect(same.out).toMatch(/^note: .* was planned for version 0\.0\.9 of the engine, this is \d/m);
      expect(same.out).toContain('as kept: this history has the digest in the journal');
      expect(same.code).toBe(0);
      forge(folder, (line) => consistent(folder, otherHistory(line)));
      const other = await asked(folder, '--pair', '0');
      expect(other.notes).toHaveLength(1);
      expect({ code: other.code, isAsKept: other.isAsKept }).toEqual({ code: 1, isAsKept: false });
      rmSync(join(folder, 'inputs/scenarios/minimal/scenario.yaml'));
      const none = await unrest(['why', folder, ...subject, '--pair', '0']);
      expect(none.err).toMatch(/version 0\.0\.9 of the engine, this is .*, which cannot use its inputs: /);
      expect(none.code).toBe(2);
    }));
});
