/** One cell of a run folder again, as a whole history. */
import { summarise, type RunSummary } from '../../experiment/summary.ts';
import type { History } from '../../run/recorder.ts';
import { runArms } from '../../run/run.ts';
import { buildWorld } from '../../world/build.ts';
import type { World } from '../../world/world.ts';
import { readCells } from './store-cells.ts';
import { storedCell, type StoredCell } from './store-cell.ts';
import { prepareStored, readPlan } from './store-plan.ts';

/** What a folder kept about a cell. */
export type Kept = { readonly kind: 'digest'; readonly digest: string } | { readonly kind: 'failure'; readonly message: string } | { readonly kind: 'nothing' };

export interface Replay extends StoredCell {
  readonly title: string;
  readonly kept: Kept;
  /** or why it broke */
  readonly ran: { readonly history: History; readonly summary: RunSummary; readonly world: World } | { readonly failure: string };
}

/**
 * Run a cell again in this process.
 * @param armId default: the plan's first
 * @throws RangeError when there is no such folder, cell or arm
 */
export function replayCell(folder: string, number: number, armId?: string): Replay {
  const plan = readPlan(folder);
  const prepared = prepareStored(folder, plan);
  const stored = storedCell(folder, plan, prepared, number, armId);
  const { scenario, cell, values, arm, armIndex } = stored;
  const { done, failed } = readCells(folder, plan);
  const digest = done.get(number)?.arms[armIndex]?.digest;
  const message = failed.get(number)?.message;
  const kept: Kept = digest !== undefined ? { kind: 'digest', digest } : message !== undefined ? { kind: 'failure', message } : { kind: 'nothing' };
  const said = { ...stored, title: plan.title, kept };
  try {
    const world = buildWorld(scenario, cell.seed, values);
    // all arms: what breaks only in another one is shown too
    const histories = runArms(world, values, prepared.arms);
    return { ...said, ran: { history: histories[armIndex]!, summary: summarise(histories[armIndex]!, world, arm.id, prepared.clockHour), world } };
  } catch (error) {
    return { ...said, ran: { failure: error instanceof Error ? error.message : String(error) } };
  }
}
