/** Running a row: every setting with the same seeds, and what came of it. */
import { defaultParameters, type Parameter, type ParameterValues } from '../../base/parameter.ts';
import { mechanisms, modelParameters } from '../../mechanisms/registry.ts';
import { Run } from '../../run/run.ts';
import type { HandSetLatent, ScenarioSpec } from '../../scenario/types.ts';
import { buildWorld } from '../../world/build.ts';
import { parametersOf, seedOf } from '../pairs.ts';
import { judge, type Judged, type Outcomes } from './judge.ts';
import type { Row, RowValue, Setting } from './row.ts';
import { Seen } from './seen.ts';
import { scenarioOf } from './world.ts';

export interface RowResult {
  readonly row: Row;
  readonly seeds: number;
  readonly outcomes: Outcomes;
  readonly judged: readonly Judged[];
  readonly shows: boolean;
}

export interface RowOrder {
  /** runs of every setting */
  readonly seeds: number;
  readonly baseSeed?: number;
  /** take the row's own mechanism away: the row must then not show */
  readonly takenAway?: boolean;
}

/** The scenario of a row as text: what `unrest run` would read, with what all its settings share. */
export function rowText(row: Row): string {
  const latent = Object.entries(row.latent ?? {}).map(([id, value]) => {
    const [country, name] = id.split('.') as [string, string];
    return `  - { country: ${country}, name: ${name}, value: ${value}, unit: '1', assumption: invented }`;
  });
  const values = Object.entries(row.values ?? {}).map(([id, value]) => {
    const { unit } = parameterOf(row, id);
    return `  ${id}: { value: ${numberOf(row, id, value)}, unit: ${unit === '1' ? "'1'" : unit}, assumption: chosen so that the row is seen }`;
  });
  const off = mechanisms.map((m) => m.id).filter((id) => !row.mechanisms.includes(id));
  const part = (name: string, lines: readonly string[]) => (lines.length > 0 ? `${name}:\n${lines.join('\n')}\n` : '');
  return `${row.scenario.trimEnd()}\n${part('latent', latent)}${part('parameters', values)}mechanisms: { off: [${off.join(', ')}] }\n`;
}

/**
 * Run a row and judge it.
 * @throws RangeError below 2 seeds: luck could not be told from the cause
 * @cost settings x seeds small worlds, about 0.05 s each
 */
export function runRow(row: Row, order: RowOrder): RowResult {
  if (order.seeds < 2) throw new RangeError(`--seeds is ${order.seeds}; a row needs at least 2 runs of each setting`);
  const base = scenarioOf(rowText(row), `${row.id.toLowerCase()}.yaml`);
  const outcomes: Record<string, Record<string, number[]>> = {};
  for (const setting of row.settings) {
    const taken = order.takenAway ? row.takenAway : undefined;
    const scenario = settingScenario(base, setting, taken?.off ?? []);
    const values = settingValues(scenario, row, setting, taken?.values ?? {});
    const measured = Object.fromEntries(row.measures.map((m) => [m.id, [] as number[]]));
    for (let k = 0; k < order.seeds; k++) {
      const world = buildWorld(scenario, seedOf(order.baseSeed ?? 1, k), values);
      const arm = { id: setting.id, title: setting.words, do: setting.do ?? [] };
      const seen = new Seen(new Run(world, values, arm).until().history(), world);
      for (const measure of row.measures) measured[measure.id]!.push(measure.of(seen));
    }
    outcomes[setting.id] = measured;
  }
  const judged = judge(row, outcomes);
  return { row, seeds: order.seeds, outcomes, judged, shows: judged.every((one) => one.isMet) };
}

function settingScenario(base: ScenarioSpec, setting: Setting, taken: readonly string[]): ScenarioSpec {
  const own = Object.entries(setting.latent ?? {}).map(([id, value]) => {
    const [country, name] = id.split('.') as [string, string];
    return { country, name, quantity: { value, unit: '1', assumption: 'invented' } };
  });
  const isOwn = (hand: HandSetLatent) => own.some(({ country, name }) => country === hand.country && name === hand.name);
  return {
    ...base,
    latent: [...base.latent.filter((hand) => !isOwn(hand)), ...own],
    events: base.events.filter((event) => !setting.without?.includes(event.id)),
    mechanismsOff: [...base.mechanismsOff, ...(setting.off ?? []), ...taken],
  };
}

function settingValues(scenario: ScenarioSpec, row: Row, setting: Setting, taken: Readonly<Record<string, RowValue>>): ParameterValues {
  const changes = Object.entries({ ...setting.values, ...taken }).map(([id, value]) => [id, numberOf(row, id, value)] as const);
  return { ...defaultParameters(parametersOf(scenario)), ...Object.fromEntries(changes) };
}

function parameterOf(row: Row, id: string): Parameter {
  const parameter = modelParameters.find((p) => p.id === id);
  if (!parameter) throw new RangeError(`row ${row.id}: there is no parameter "${id}"`);
  return parameter;
}

/** An end of a prior as the number it is. */
function numberOf(row: Row, id: string, value: RowValue): number {
  const { prior } = parameterOf(row, id);
  return value === 'low' || value === 'high' ? prior[value] : value;
}
