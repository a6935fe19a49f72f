/** The run folder as files: what goes in comes out again, and what was damaged is seen. */
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cellAt, countCells, pairOf, valuesOfCell, type Design } from '../../src/experiment/design.ts';
import { cellDigest } from '../../src/experiment/design-digest.ts';
import { sideText, type PartingSide } from '../../src/experiment/divergence.ts';
import { runWith } from '../../src/experiment/pairs.ts';
import { prepareComparison, type PreparedComparison } from '../../src/host/node/comparison.ts';
import { doneLine, readCells, resultOf, type FailedLine } from '../../src/host/node/store-cells.ts';
import { entryOf, Journal, lineOf, readJournal } from '../../src/host/node/store-journal.ts';
import { lockState, takeLock, type LockHolder } from '../../src/host/node/store-lock.ts';
import { readManifest, writeResults } from '../../src/host/node/store-manifest.ts';
import { readParquet } from '../../src/host/node/store-parquet.ts';
import { makePlan, planParameters, readPlan, writePlan, type Plan } from '../../src/host/node/store-plan.ts';
import { readResults } from '../../src/host/node/store-results.ts';
import { storePath } from '../../src/host/node/store.ts';
import { inFolder, root } from '../e2e/program.ts';

const scenarioText = readFileSync(join(root, 'scenarios/minimal/scenario.yaml'));
const design: Design = { seed: 3, first: 0, rows: 2, replicates: 2, set: {}, vary: [] };

/** A folder with a plan and cells run by hand. */
function planned(folder: string): { plan: Plan; prepared: PreparedComparison } {
  const prepared = prepareComparison({ scenario: 'minimal', armIds: [] });
  const plan = makePlan(prepared, design, 'scenario.yaml', 'unrest plan minimal');
  writePlan(folder, plan, new Map([['scenario.yaml', scenarioText]]));
  return { plan, prepared };
}

function runCell(prepared: PreparedComparison, number: number) {
  const cell = cellAt(design, number);
  const values = valuesOfCell(design, planParameters(prepared), cell);
  const result = runWith({ ...prepared, pair: pairOf(design, number), seed: cell.seed, values });
  return { cell, values, result };
}

/** Journal of the given cells; the last one fails. */
function journalOf(folder: string, prepared: PreparedComparison, cells: readonly number[]) {
  const path = storePath(folder, 'journal');
  const journal = new Journal(
    path,
    readJournal(path, () => {}),
  );
  const ran = cells.map((number) => runCell(prepared, number));
  for (const { cell, values, result } of ran) journal.append(doneLine(cell, values, result, 0.25));
  const last: FailedLine = {
    kind: 'failed',
    ...cellAt(design, countCells(design) - 1),
    seconds: 1,
    message: 'no room',
    replay: 'unrest replay',
    crashed: false,
  };
  journal.append(last);
  journal.close();
  return ran;
}

describe('a line of the journal', () => {
  it('comes back, with numbers JSON does not know as text', () => {
    const line = lineOf({ kind: 'x', a: Number.NaN, b: 0.1 });
    expect(line.endsWith('\n')).toBe(true);
    expect(entryOf(line.trimEnd())).toEqual({ kind: 'x', a: 'NaN', b: 0.1 });
  });

  it('is refused after any change', () => {
    const line = lineOf({ kind: 'x', words: 'done', n: 12 }).trimEnd();
    for (let i = 0; i < line.length; i++) expect(entryOf(`${line.slice(0, i)}${line[i] === '7' ? '8' : '7'}${line.slice(i + 1)}`)).toBeUndefined();
    for (let i = 0; i < line.length; i++) expect(entryOf(line.slice(0, i))).toBeUndefined();
  });
});

describe('a journal', () => {
  it('loses a torn last line and nothing else', () =>
    inFolder(async (folder) => {
      const { plan, prepared } = planned(folder);
      journalOf(folder, prepared, [0, 1]);
      const path = storePath(folder, 'journal');
      const whole = readFileSync(path);
      truncateSync(path, whole.length - 10);
      const torn = readCells(folder, plan);
      expect([...torn.done.keys()]).toEqual([0, 1]);
      expect(torn.failed.size).toBe(0);
      expect(torn.tornBytes).toBeGreaterThan(0);
      new Journal(path, torn).close();
      expect(readFileSync(path)).toEqual(whole.subarray(0, torn.wholeBytes));
    }));

  it('shows damage in the middle and keeps the rest', () =>
    inFolder(async (folder) => {
      const { plan, prepared } = planned(folder);
      journalOf(folder, prepared, [0, 1, 2]);
      const path = storePath(folder, 'journal');
      const lines = readFileSync(path, 'utf8').split('\n');
      lines[1] = lines[1]!.replace('"replicate":1', '"replicate":0');
      writeFileSync(path, lines.join('\n'));
      const found = readCells(folder, plan);
      expect(found.damaged).toEqual([2]);
      expect([...found.done.keys()]).toEqual([0, 2]);
    }));

  it('believes no sound line of another plan', () =>
    inFolder(async (folder) => {
      const { plan, prepared } = planned(folder);
      journalOf(folder, prepared, [0]);
      const { cell, values, result } = runCell(prepared, 1);
      appendFileSync(storePath(folder, 'journal'), lineOf(doneLine({ ...cell, seed: cell.seed + 1 }, values, result, 1)));
      expect(readCells(folder, plan).damaged).toEqual([3]);
    }));
});

describe('results', () => {
  it('come back as they were run, to the last bit', () =>
    inFolder(async (folder) => {
      const { plan, prepared } = planned(folder);
      const ran = journalOf(folder, prepared, [2, 0, 1]);
      const { results, failures } = readResults(folder);
      expect(results).toEqual([ran[1]!.result, ran[2]!.result, ran[0]!.result]);
      expect(failures).toMatchObject([{ pair: 3, message: 'no room' }]);
      const { done } = readCells(folder, plan);
      for (const { cell, values, result } of ran) {
        const back = resultOf(done.get(cell.cell)!, plan);
        expect(back).toEqual({ cell, values, result });
        expect(cellDigest(back.cell, back.values, back.result)).toBe(done.get(cell.cell)!.digest);
      }
    }));

  it('are written as Parquet with what a table of results needs', () =>
    inFolder(async (folder) => {
      const { plan, prepared } = planned(folder);
      const ran = journalOf(folder, prepared, [1, 0, 2]);
      const manifest = writeResults(folder, plan);
      expect(readManifest(folder)).toEqual(manifest);
      expect(manifest).toMatchObject({ cells: 4, failures: 1, planHash: plan.hash });
      const rows = await readParquet(storePath(folder, 'results'));
      expect(rows.map(({ cell, arm }) => [cell, arm])).toEqual([0, 1, 2, 3].flatMap((cell) => plan.arms.map((arm) => [cell, arm])));
      const first = ran.find(({ cell }) => cell.cell === 0)!;
      const [a, b] = first.result.arms;
      expect(rows[0]).toMatchObject({
        row: 0,
        replicate: 0,
        seed: BigInt(first.cell.seed),
        digest: a!.digest,
        peakTurnout: a!.quantities['peakTurnout'],
        failure: null,
      });
      expect(rows[1]).toMatchObject({
        digest: b!.digest,
        detained: b!.quantities['detained'],
        ...first.values,
        variant_mobilise: first.result.variants['mobilise'],
      });
      const text = (side: PartingSide | undefined) => (side ? sideText(side) : null);
      const parted = ran.map(({ cell, result }) => ({ cell: cell.cell, ...result.divergence })).find(({ hour }) => hour >= 0)!;
      expect(rows[2 * parted.cell]).toMatchObject({ partingHour: parted.hour, partingFirst: text(parted.left), partingSecond: text(parted.right) });
      expect(rows.at(-1)).toMatchObject({ cell: 3, peakTurnout: null, partingFirst: null, partingSecond: null, failure: 'no room' });
      const hours = await readParquet(storePath(folder, 'turnout'));
      expect(hours).toHaveLength(3 * plan.arms.length * prepared.scenario.hours);
      expect(hours.slice(0, prepared.scenario.hours).map(({ turnout }) => turnout as number)).toEqual([...a!.turnout]);
    }));

  it('have one digest, in whatever order cells were run', () =>
    inFolder(async (one) =>
      inFolder(async (two) => {
        const [a, b] = [planned(one), planned(two)];
        journalOf(one, a.prepared, [0, 1, 2]);
        journalOf(two, b.prepared, [2, 1, 0, 1]);
        const [x, y] = [writeResults(one, a.plan), writeResults(two, b.plan)];
        expect(y.digest).toBe(x.digest);
        expect(y.files['results.parquet']).toEqual(x.files['results.parquet']);
        expect(y.files['turnout.parquet']).toEqual(x.files['turnout.parquet']);
      }),
    ));
});

describe('a plan', () => {
  it('that was changed by hand is refused', () =>
    inFolder(async (folder) => {
      planned(folder);
      const path = storePath(folder, 'plan');
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace('"seed": 3', '"seed": 4'));
      expect(() => readPlan(folder)).toThrow(/changed after it was made/);
      writeFileSync(path, text.replace('"rows": 2', '"rows": "2"'));
      expect(() => readPlan(folder)).toThrow(/cannot be read as a plan: rows/);
      writeFileSync(path, '{');
      expect(() => readPlan(folder)).toThrow(/cannot be read as a plan/);
    }));

  it('whose inputs were changed is refused', () =>
    inFolder(async (folder) => {
      planned(folder);
      writeFileSync(join(storePath(folder, 'inputs'), 'scenario.yaml'), scenarioText.toString().replace('days: 14', 'days: 13'));
      expect(() => readResults(folder)).toThrow(/was changed after the plan was made/);
    }));

  it('that is none is said', () =>
    inFolder(async (folder) => {
      expect(() => readPlan(folder)).toThrow(/is no run folder: it has no plan\.json/);
      expect(() => readPlan(join(folder, 'nosuch'))).toThrow(/there is no such folder/);
    }));
});

describe('a lock', () => {
  const lockedBy = (folder: string, holder: LockHolder | string) =>
    writeFileSync(storePath(folder, 'lock'), typeof holder === 'string' ? holder : JSON.stringify(holder));
  const me = (folder: string) => JSON.parse(readFileSync(storePath(folder, 'lock'), 'utf8')) as LockHolder;

  it('keeps others out until it is given back', () =>
    inFolder(async (folder) => {
      const lock = takeLock(folder, 'noon');
      expect(lockState(folder)).toEqual({ state: 'running', holder: me(folder) });
      expect(() => takeLock(folder, 'later')).toThrow(new RegExp(`is being run by process ${process.pid} since noon`));
      lock.release();
      expect(existsSync(storePath(folder, 'lock'))).toBe(false);
    }));

  const leftBehind: [string, LockHolder | string][] = [
    ['of a process that is gone', { pid: 2 ** 22 + 1, host: hostname(), born: '', at: '' }],
    ['cut short while it was written', '{"pid":'],
    ...(process.platform === 'linux'
      ? [
          ['of a number that was given to another process since', { pid: process.pid, host: hostname(), born: 'another boot 17', at: '' }] satisfies [
            string,
            LockHolder,
          ],
        ]
      : []),
  ];

  it.each(leftBehind)('%s is taken over', (_, holder) =>
    inFolder(async (folder) => {
      lockedBy(folder, holder);
      expect(lockState(folder)?.state).toBe('gone');
      const lock = takeLock(folder, 'noon');
      expect(lock.tookOver).toBeDefined();
      expect(me(folder)).toMatchObject({ pid: process.pid, at: 'noon' });
      lock.release();
    }),
  );

  it('of another computer is left alone, with words', () =>
    inFolder(async (folder) => {
      lockedBy(folder, { pid: 7, host: 'elsewhere.example', born: '', at: 'noon' });
      expect(lockState(folder)?.state).toBe('unknown');
      expect(() => takeLock(folder, 'later')).toThrow(/process 7 on the computer elsewhere\.example[^]*delete/);
      expect(me(folder).pid).toBe(7);
    }));

  it('that was taken by somebody else meanwhile is not given back', () =>
    inFolder(async (folder) => {
      const lock = takeLock(folder, 'noon');
      lockedBy(folder, { pid: 7, host: 'elsewhere.example', born: '', at: 'noon' });
      lock.release();
      expect(me(folder).pid).toBe(7);
    }));
});
