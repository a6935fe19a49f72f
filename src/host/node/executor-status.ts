/** Where a run folder stands: counted and measured, from its files alone. */
import { availableParallelism } from 'node:os';
import { remainingSeconds, spreadOf, type Spread } from '../../experiment/design-progress.ts';
import { isFinished, missingCells } from './executor-folder.ts';
import { readCells } from './store-cells.ts';
import { lockState, type LockHolder } from './store-lock.ts';
import { digestOfCells } from './store-manifest.ts';
import { readPlan } from './store-plan.ts';

export interface FolderStatus {
  readonly name: string;
  readonly title: string;
  readonly planHash: string;
  readonly cells: number;
  readonly arms: readonly string[];
  readonly done: number;
  readonly failed: number;
  readonly remaining: number;
  /** `interrupted`: a process began and is gone; `elsewhere`: another computer holds the folder */
  readonly state: 'planned' | 'running' | 'elsewhere' | 'interrupted' | 'paused' | 'stopped' | 'unfinished' | 'finished';
  readonly holder: LockHolder | undefined;
  /** threads of the last process, else of this computer: what the remaining time is reckoned with */
  readonly threads: number;
  /** seconds a cell took */
  readonly secondsPerCell: Spread | undefined;
  readonly measuredCells: number;
  /** seconds until all is run; absent while too little is measured */
  readonly secondsLeft: { readonly from: number; readonly to: number } | undefined;
  /** lines of the journal that cannot be believed; their cells count as remaining */
  readonly damagedLines: number;
  readonly digest: string | undefined;
}

/** @throws RangeError when it is no run folder */
export function statusOf(folder: string): FolderStatus {
  const plan = readPlan(folder);
  // the lock first: a process that ends in between has then written all it will
  const lock = lockState(folder);
  const contents = readCells(folder, plan);
  const remaining = missingCells(plan, contents).length;
  const isDone = isFinished(folder, plan, contents);
  const last = contents.runs.at(-1);
  const threads = contents.runs.findLast((run) => run.kind === 'begun')?.threads ?? availableParallelism();
  const seconds = [...contents.done.values(), ...contents.failed.values()].map((line) => line.seconds);
  const stopped = last?.how === 'paused' || last?.how === 'stopped' ? last.how : undefined;
  const state =
    lock?.state === 'running'
      ? 'running'
      : lock?.state === 'unknown'
        ? 'elsewhere'
        : isDone
          ? 'finished'
          : last === undefined
            ? 'planned'
            : (stopped ?? (last.kind === 'begun' ? 'interrupted' : 'unfinished'));
  return {
    name: plan.name,
    title: plan.title,
    planHash: plan.hash,
    cells: plan.cells,
    arms: plan.arms,
    done: contents.done.size,
    failed: contents.failed.size,
    remaining,
    state,
    holder: lock && lock.state !== 'gone' ? lock.holder : undefined,
    threads,
    secondsPerCell: spreadOf(seconds),
    measuredCells: seconds.length,
    secondsLeft: remainingSeconds(seconds, remaining, threads),
    damagedLines: contents.damaged.length,
    digest: remaining === 0 ? digestOfCells(plan, contents) : undefined,
  };
}
