/**
 * One pair of an ensemble: one draw of the parameters, one seed, all arms with the same luck.
 * A pure function of scenario, seed and values: running it twice gives the same bytes. Which seeds and
 * values belong together is said by `design.ts`.
 */
import { defaultParameters, drawParameters, type Parameter, type ParameterValues } from '../base/parameter.ts';
import { modelParameters, scenarioParameters } from '../mechanisms/registry.ts';
import { weightsNamed } from '../mechanisms/weights.ts';
import { runArms } from '../run/run.ts';
import { isInPlay, variantsOf } from '../run/variants.ts';
import type { Observation } from '../scenario/record.ts';
import type { Arm, ScenarioSpec } from '../scenario/types.ts';
import { buildWorld } from '../world/build.ts';
import { firstDivergence, type Parting } from './divergence.ts';
import { observe } from './observe.ts';
import { summarise, type RunSummary } from './summary.ts';

export interface PairRequest {
  readonly scenario: ScenarioSpec;
  readonly arms: readonly Arm[];
  readonly observations: readonly Observation[];
  readonly pair: number;
  readonly seed: number;
  readonly values: ParameterValues;
  /** hour from which the 7/14/28 days of "fall" count */
  readonly clockHour: number;
}

export interface PairResult {
  readonly pair: number;
  readonly seed: number;
  /** the published form of each mechanism that has several, the same in all arms */
  readonly variants: Readonly<Record<string, string>>;
  readonly arms: readonly RunSummary[];
  /** where the first two arms part, and what each has there */
  readonly divergence: Parting;
  /** first arm's answer to each observation, by id */
  readonly observed: Readonly<Record<string, number>>;
}

/** A run that broke: data, with a command that replays it. */
export interface PairFailure {
  readonly pair: number;
  readonly seed: number;
  readonly message: string;
  readonly replay: string;
}

/** All parameters a run of the scenario may read: the model's under the scenario's weights, with the scenario's own ranges where it states them. */
export function parametersOf(scenario: ScenarioSpec): Parameter[] {
  const weights = weightsNamed(scenario.weights);
  const model = modelParameters
    .filter((parameter) => isInPlay(scenario, parameter))
    .map((parameter) => {
      const stated = scenario.parameters[parameter.id];
      if (!stated) {
        const moved = weights.moved[parameter.id];
        return moved === undefined ? parameter : { ...parameter, moved };
      }
      const prior = stated.prior ?? { dist: 'uniform' as const, low: stated.range?.[0] ?? stated.value, high: stated.range?.[1] ?? stated.value };
      return { ...parameter, value: stated.value, prior };
    });
  return [...model, ...scenarioParameters(scenario)];
}

/** The seed of pair number `pair`: base and pair side by side, so that neighbouring bases share no run. */
export function seedOf(baseSeed: number, pair: number): number {
  return baseSeed * 1_000_003 + pair;
}

/** Parameter values of a pair: a prior draw, or the stated values where `drawn` is false. */
export function valuesOf(scenario: ScenarioSpec, baseSeed: number, pair: number, drawn = true): ParameterValues {
  const parameters = parametersOf(scenario);
  return drawn ? drawParameters(parameters, baseSeed, pair) : defaultParameters(parameters);
}

/** All arms under one seed and one set of parameter values. @throws what a mechanism or the world throws */
export function runWith({ scenario, arms, observations, clockHour, pair, seed, values }: PairRequest): PairResult {
  const world = buildWorld(scenario, seed, values);
  const histories = runArms(world, values, arms);
  const name = (country: number, place: number) => (place >= 0 ? world.places.names[place]! : country >= 0 ? world.countries.names[country]! : 'everywhere');
  const { hour, left, right } = histories.length > 1 ? firstDivergence(histories[0]!, histories[1]!, name) : { hour: -1 };
  return {
    pair,
    seed,
    variants: variantsOf(scenario, seed),
    arms: histories.map((history, a) => summarise(history, world, arms[a]!.id, clockHour)),
    divergence: { hour, ...(left && { left }), ...(right && { right }) },
    observed: Object.fromEntries(observations.map((o) => [o.id, observe(o, histories[0]!, world)])),
  };
}
