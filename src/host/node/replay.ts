/** One cell of a run folder again, as a whole history. */
import type { ParameterValues } from '../../base/parameter.ts';
import { cellAt, scenarioOfCell, settingsOf, valuesOfCell, type Cell } from '../../experiment/design.ts';
import { summarise, type RunSummary } from '../../experiment/summary.ts';
import type { History } from '../../run/recorder.ts';
import { runArms } from '../../run/run.ts';
import type { Arm } from '../../scenario/types.ts';
import { buildWorld } from '../../world/build.ts';
import type { World } from '../../world/world.ts';
import { readCells } from './store-cells.ts';
import { settingText } from './store-parquet.ts';
import { designOf, planParameters, prepareStored, readPlan } from './store-plan.ts';

/** What a folder kept about a cell. */
export type Kept = { readonly kind: 'digest'; readonly digest: string } | { readonly kind: 'failure'; readonly message: string } | { readonly kind: 'nothing' };

export interface Replay {
  readonly title: string;
  readonly cell: Cell;
  /** what the cell's setting varies: `id=value`, empty when nothing */
  readonly setting: string;
  readonly arm: Arm;
  readonly values: ParameterValues;
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
  const design = designOf(plan);
  const cell = cellAt(design, number);
  const index = armId === undefined ? 0 : prepared.arms.findIndex((arm) => arm.id === armId);
  const arm = prepared.arms[index];
  if (!arm) throw new RangeError(`no arm "${armId}" in ${folder}; it has ${plan.arms.join(', ')}`);
  const values = valuesOfCell(design, planParameters(prepared), cell);
  const { done, failed } = readCells(folder, plan);
  const digest = done.get(number)?.arms[index]?.digest;
  const message = failed.get(number)?.message;
  const kept: Kept = digest !== undefined ? { kind: 'digest', digest } : message !== undefined ? { kind: 'failure', message } : { kind: 'nothing' };
  const said = { title: plan.title, cell, setting: settingText(settingsOf(design)[cell.setting]!), arm, values, kept };
  try {
    const world = buildWorld(scenarioOfCell(prepared.scenario, design, cell), cell.seed, values);
    // all arms: what breaks only in another one is shown too
    const histories = runArms(world, values, prepared.arms);
    return { ...said, ran: { history: histories[index]!, summary: summarise(histories[index]!, world, arm.id, prepared.clockHour), world } };
  } catch (error) {
    return { ...said, ran: { failure: error instanceof Error ? error.message : String(error) } };
  }
}
