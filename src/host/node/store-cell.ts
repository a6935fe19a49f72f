/** One cell of a run folder: all it takes to run it again. */
import type { ParameterValues } from '../../base/parameter.ts';
import { cellAt, scenarioOfCell, settingsOf, valuesOfCell, type Cell } from '../../experiment/design.ts';
import type { Arm, ScenarioSpec } from '../../scenario/types.ts';
import type { PreparedComparison } from './comparison.ts';
import { settingText } from './store-parquet.ts';
import { designOf, planParameters, type Plan } from './store-plan.ts';

export interface StoredCell {
  readonly cell: Cell;
  /** what the cell's setting varies: `id=value`, empty when nothing */
  readonly setting: string;
  /** with the published forms of its row */
  readonly scenario: ScenarioSpec;
  readonly values: ParameterValues;
  readonly arm: Arm;
  /** number of the arm in the plan */
  readonly armIndex: number;
}

/**
 * A cell as the plan of its folder makes it.
 * @param armId default: the plan's first
 * @throws RangeError when the plan has no such cell or arm
 */
export function storedCell(folder: string, plan: Plan, prepared: PreparedComparison, number: number, armId?: string): StoredCell {
  const design = designOf(plan);
  const cell = cellAt(design, number);
  const armIndex = armId === undefined ? 0 : prepared.arms.findIndex((arm) => arm.id === armId);
  const arm = prepared.arms[armIndex];
  if (!arm) throw new RangeError(`no arm "${armId}" in ${folder}; it has ${plan.arms.join(', ')}`);
  return {
    cell,
    setting: settingText(settingsOf(design)[cell.setting]!),
    scenario: scenarioOfCell(prepared.scenario, design, cell),
    values: valuesOfCell(design, planParameters(prepared), cell),
    arm,
    armIndex,
  };
}
