/** plan.json: what is to be run. Made once, never changed; its hash names everything that decides results. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Parameter } from '../../base/parameter.ts';
import { engineVersion } from '../../base/version.ts';
import { countCells, type Design } from '../../experiment/design.ts';
import { parametersOf } from '../../experiment/pairs.ts';
import { contentHash } from '../../scenario/hash.ts';
import { prepareFrom, type PreparedComparison } from './comparison.ts';
import { readerOf, type ScenarioPlace } from './files.ts';
import { readIfThere, storeFiles, storePath, writeForGood } from './store.ts';

const number = z.number();
const whole = z.int().min(0);
const values = z.record(z.string(), number);
const prior = z.discriminatedUnion('dist', [
  z.object({ dist: z.literal('uniform'), low: number, high: number }),
  z.object({ dist: z.literal('logUniform'), low: number, high: number }),
  z.object({ dist: z.literal('triangular'), low: number, mode: number, high: number }),
]);

const planSchema = z.object({
  unrest: z.literal('plan'),
  format: z.literal(1),
  /** name and title of the scenario */
  name: z.string(),
  title: z.string(),
  /** what to type to make this plan again */
  command: z.string(),
  /** path of the scenario below the folder */
  scenario: z.string(),
  scenarioHash: z.string(),
  /** of the record the runs are asked about; null = the scenario has none */
  recordHash: z.string().nullable(),
  engineVersion: z.string(),
  arms: z.array(z.string()).min(1),
  /** hour from which 7, 14 and 28 days count */
  clockHour: whole,
  seed: whole,
  first: whole,
  rows: z.int().min(1),
  replicates: z.int().min(1),
  set: values,
  vary: z.array(z.object({ id: z.string(), values: z.array(number).min(1) })),
  cells: z.int().min(1),
  /** distribution the model's parameters are drawn from */
  weights: z.string(),
  /** everything that is drawn, with the priors it is drawn from and how far the weights move them; the journal lists values in this order */
  parameters: z.array(z.object({ id: z.string(), unit: z.string(), value: number, prior, moved: z.object({ shift: number, width: number }).optional() })),
  hash: z.string(),
});

export type Plan = z.output<typeof planSchema>;

/** What decides the results, and nothing else: words and places of files do not count. */
export function planHash(plan: Omit<Plan, 'hash'>): string {
  const { scenarioHash, recordHash, engineVersion: engine, arms, clockHour, weights, seed, first, rows, replicates, set, vary } = plan;
  return contentHash({ format: plan.format, scenarioHash, recordHash, engine, arms, clockHour, weights, seed, first, rows, replicates, set, vary });
}

export function designOf({ seed, first, rows, replicates, set, vary }: Plan): Design {
  return { seed, first, rows, replicates, set, vary };
}

/** Hash of a record as it was understood; null without one. */
function hashOfRecord(prepared: PreparedComparison): string | null {
  return prepared.record === undefined ? null : contentHash(prepared.record);
}

/** A plan for a scenario that is loaded. `scenario` is the path of its file below `inputs`. */
export function makePlan(prepared: PreparedComparison, design: Design, scenario: string, command: string): Plan {
  const open: Omit<Plan, 'hash'> = {
    unrest: 'plan',
    format: 1,
    name: prepared.scenario.name,
    title: prepared.scenario.title,
    command,
    scenario: `${storeFiles.inputs}/${scenario}`,
    scenarioHash: prepared.scenario.hash,
    recordHash: hashOfRecord(prepared),
    engineVersion,
    arms: prepared.arms.map((arm) => arm.id),
    clockHour: prepared.clockHour,
    ...design,
    set: { ...design.set },
    vary: design.vary.map((v) => ({ id: v.id, values: [...v.values] })),
    cells: countCells(design),
    weights: prepared.scenario.weights,
    parameters: parametersOf(prepared.scenario).map(({ id, unit, value, prior: p, moved }) => ({ id, unit, value, prior: p, ...(moved && { moved }) })),
  };
  return { ...open, hash: planHash(open) };
}

/** Put plan and inputs into the folder, the plan last: a folder with a plan is whole. @throws StoreRefusal */
export function writePlan(folder: string, plan: Plan, inputs: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of inputs) writeForGood(join(storePath(folder, 'inputs'), path), bytes);
  writeForGood(storePath(folder, 'plan'), `${JSON.stringify(plan, null, 2)}\n`);
}

/**
 * The plan of a folder.
 * @throws RangeError when there is none, when it is not one of ours, or when it was changed by hand
 */
export function readPlan(folder: string): Plan {
  const path = storePath(folder, 'plan');
  const text = readIfThere(path);
  if (text === undefined)
    throw new RangeError(
      `${folder} is no run folder: ${existsSync(folder) ? 'it has no plan.json' : 'there is no such folder'}; "unrest plan SCENARIO" makes one`,
    );
  const parsed = planSchema.safeParse(jsonOf(text));
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new RangeError(`${path} cannot be read as a plan: ${issue.path.join('.') || 'the file'}: ${issue.message}`);
  }
  const plan = parsed.data;
  if (planHash(plan) !== plan.hash || plan.cells !== countCells(designOf(plan)))
    throw new RangeError(`${path} was changed after it was made: its hash no longer fits. Make a new plan for another question: ${plan.command}`);
  return plan;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Where the copied scenario of a folder lies. */
export function scenarioOf(folder: string, plan: Plan): ScenarioPlace {
  const root = storePath(folder, 'inputs');
  const path = plan.scenario.slice(storeFiles.inputs.length + 1);
  return { reader: readerOf(root), path, folder: root };
}

/** What is to be said of a folder that was planned for another version of the engine; nothing when it is this one. */
export function otherVersion(folder: string, plan: Plan): string | undefined {
  return plan.engineVersion === engineVersion ? undefined : `${folder} was planned for version ${plan.engineVersion} of the engine, this is ${engineVersion}`;
}

/**
 * Scenario, record and arms of a folder, from its own copies.
 * @throws RangeError when they are no longer those of the plan, or belong to another version of the engine
 */
export function prepareStored(folder: string, plan: Plan): PreparedComparison {
  const other = otherVersion(folder, plan);
  if (other !== undefined) throw new RangeError(`${other}: their runs do not mix. Make a new plan: ${plan.command}`);
  return prepareInputs(folder, plan);
}

/** As `prepareStored`, for those who compare what they run with what was kept: any version of the engine will do. */
export function prepareInputs(folder: string, plan: Plan): PreparedComparison {
  const prepared = prepareFrom(scenarioOf(folder, plan), plan.arms);
  const changed =
    prepared.scenario.hash !== plan.scenarioHash ? 'the scenario or its world' : hashOfRecord(prepared) !== plan.recordHash ? 'the record' : undefined;
  if (changed !== undefined)
    throw new RangeError(`${changed} in ${storePath(folder, 'inputs')} was changed after the plan was made; put it back, or make a new plan: ${plan.command}`);
  return { ...prepared, clockHour: plan.clockHour };
}

/** The drawn parameters of a plan as the engine wants them. */
export function planParameters(prepared: PreparedComparison): Parameter[] {
  return parametersOf(prepared.scenario);
}
