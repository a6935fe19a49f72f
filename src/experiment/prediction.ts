/**
 * What prior draws say to a record, with the whole model and with parts of it off. Nothing is fitted:
 * an alternative is the same draws with one thing taken out.
 */
import { Run } from '../run/run.ts';
import type { Observation } from '../scenario/record.ts';
import type { Arm, ScenarioSpec } from '../scenario/types.ts';
import { buildWorld } from '../world/build.ts';
import { observe } from './observe.ts';
import { seedOf, valuesOf } from './pairs.ts';

/** The same draws with one thing changed: other weights, a mechanism off, or parameters at the value that takes a part out. */
export interface Alternative {
  readonly id: string;
  readonly title: string;
  /** name of the distribution parameters are drawn from; absent = the scenario's */
  readonly weights?: string;
  readonly off?: readonly string[];
  readonly values?: Readonly<Record<string, number>>;
}

export const wholeModel: Alternative = { id: 'whole', title: 'the whole model' };

/** The ranges as they stand, nothing fitted. */
export const unfitted: Alternative = { id: 'prior', title: 'priors as they stand, nothing fitted to base rates', weights: 'prior' };

/** Parts added against the misses of the first version (ADR 0013), each with the values that take it out again. */
export const structuralIdeas: readonly Alternative[] = [
  { id: 'no-company', title: 'without expected company', values: { 'police.rememberedCompany01': 0, 'police.promisedCompany01': 0 } },
  { id: 'no-word', title: 'without word of mouth from the last gathering', values: { 'call.tell': 0 } },
  { id: 'no-passing-on', title: 'calls not passed on where the movement was seen', values: { 'shock.passedOn01': 0 } },
  { id: 'full-emergency', title: 'an emergency frightens wholly, everywhere', values: { 'police.emergencyRisk01': 1 } },
  { id: 'no-record', title: 'arrests not by the record', values: { 'police.arrestRecord': 0 } },
  { id: 'plain-discipline', title: 'storming in proportion to the lack of discipline', values: { 'seize.disciplineExponent': 1 } },
];

/** Mechanisms whose absence is a baseline. */
export const baselines: readonly Alternative[] = ['call', 'spread', 'fire', 'obey', 'strike', 'broadcast'].map((id) => ({
  id: `no-${id}`,
  title: `${id} off`,
  off: [id],
}));

/** Moves after which a run is given up: what it had not reached by then counts as not foretold. */
export const mostMoves = 3_000_000;

export interface Prediction {
  readonly draw: number;
  /** one number an observation; NaN = did not happen, or the run was given up before */
  readonly answers: readonly number[];
  readonly givenUpAtHour: number;
}

/** One prior draw of one alternative, asked for every observation. @random as a pair of that number */
export function predict(
  scenario: ScenarioSpec,
  observations: readonly Observation[],
  arm: Arm,
  baseSeed: number,
  draw: number,
  alternative: Alternative,
): Prediction {
  const mechanismsOff = [...new Set([...scenario.mechanismsOff, ...(alternative.off ?? [])])];
  const asked: ScenarioSpec = { ...scenario, mechanismsOff, weights: alternative.weights ?? scenario.weights };
  const values = { ...valuesOf(asked, baseSeed, draw), ...alternative.values };
  const seed = seedOf(baseSeed, draw);
  const world = buildWorld(asked, seed, values);
  const run = new Run(world, values, arm);
  let givenUpAtHour = -1;
  for (let hour = 6; givenUpAtHour < 0; hour = Math.min(world.hours, hour + 6)) {
    run.until(hour);
    if (hour === world.hours) break;
    if (run.moves > mostMoves) givenUpAtHour = hour;
  }
  const history = run.history();
  const reached = (o: Observation) => givenUpAtHour < 0 || o.atHour < givenUpAtHour;
  return { draw, answers: observations.map((o) => (reached(o) ? observe(o, history, world) : Number.NaN)), givenUpAtHour };
}
