/** Results of a run folder as `compare` makes them in memory, so that one report serves both. */
import type { PairFailure, PairResult } from '../../experiment/pairs.ts';
import { pairOf } from '../../experiment/design.ts';
import type { PreparedComparison } from './comparison.ts';
import { readCells, resultOf, type JournalContents } from './store-cells.ts';
import { designOf, prepareStored, readPlan, type Plan } from './store-plan.ts';

export interface StoredResults {
  readonly plan: Plan;
  readonly prepared: PreparedComparison;
  /** sorted by cell */
  readonly results: readonly PairResult[];
  readonly failures: readonly PairFailure[];
  readonly journal: JournalContents;
}

/**
 * Everything a folder holds so far, finished or not.
 * @param setting only cells of this setting; default all
 * @throws RangeError when it is no run folder, or was changed
 */
export function readResults(folder: string, setting?: number): StoredResults {
  const plan = readPlan(folder);
  const prepared = prepareStored(folder, plan);
  const journal = readCells(folder, plan);
  const wanted = <T extends { cell: number; setting: number }>(lines: ReadonlyMap<number, T>) =>
    [...lines.values()].filter((line) => setting === undefined || line.setting === setting).sort((a, b) => a.cell - b.cell);
  return {
    plan,
    prepared,
    journal,
    results: wanted(journal.done).map((line) => resultOf(line, plan).result),
    failures: wanted(journal.failed).map(({ cell, seed, message, replay }) => ({ pair: pairOf(designOf(plan), cell), seed, message, replay })),
  };
}
