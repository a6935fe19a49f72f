/** From a scenario and a design to a run folder. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkDesign, type Design } from '../../experiment/design.ts';
import { parametersOf } from '../../experiment/pairs.ts';
import { noScenario, prepareFrom } from './comparison.ts';
import { findScenario } from './files.ts';
import { storePath } from './store.ts';
import { makePlan, readPlan, writePlan, type Plan } from './store-plan.ts';

export interface PlanOrder {
  readonly scenario: string;
  readonly armIds: readonly string[];
  readonly design: Design;
  /** absent: out/<scenario>-<first digits of the plan's hash> */
  readonly folder: string | undefined;
  /** what was typed */
  readonly command: string;
}

export interface Planned {
  readonly folder: string;
  readonly plan: Plan;
  /** the same plan was there already and is left as it is */
  readonly wasThere: boolean;
}

const shortDigits = 8;

/**
 * Make the folder, with copies of everything the runs will read: whoever changes the scenario afterwards
 * changes nothing here.
 * @throws RangeError when scenario, arms, parameters or folder are wrong
 * @throws ScenarioError with all issues of the files
 * @throws StoreRefusal when the folder cannot be written
 */
export function planFolder(order: PlanOrder): Planned {
  const found = findScenario(order.scenario);
  if (!found) throw new RangeError(noScenario(order.scenario));
  const inputs = new Map<string, Uint8Array>();
  const reader = {
    refusal: (path: string) => found.reader.refusal?.(path),
    read(path: string) {
      const bytes = found.reader.read(path);
      if (bytes) inputs.set(path, bytes);
      return bytes;
    },
  };
  const prepared = prepareFrom({ reader, path: found.path }, order.armIds);
  checkDesign(order.design, parametersOf(prepared.scenario));
  const plan = makePlan(prepared, order.design, found.path, order.command);
  const folder = order.folder ?? join('out', `${prepared.scenario.name}-${plan.hash.slice(0, shortDigits)}`);
  if (existsSync(storePath(folder, 'plan'))) {
    if (readPlan(folder).hash === plan.hash) return { folder, plan, wasThere: true };
    throw new RangeError(`${folder} holds the plan of another question; choose another --out`);
  }
  writePlan(folder, plan, inputs);
  return { folder, plan, wasThere: false };
}
