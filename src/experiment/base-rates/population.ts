/** A population of uprisings under one distribution of weights: each member a pure function of seed and number. */
import { parameterAt, type Moved, type ParameterValues } from '../../base/parameter.ts';
import { normalQuantile } from '../../base/normal.ts';
import { drawKey, uniform01 } from '../../base/random.ts';
import { modelParameters } from '../../mechanisms/registry.ts';
import { isInPlay } from '../../run/variants.ts';
import type { ScenarioSpec } from '../../scenario/types.ts';
import { seedOf, valuesOf } from '../pairs.ts';
import type { CountryYear } from './country-years.ts';
import { beginsUnprovoked, courseOf, type Course } from './course.ts';
import { drawUprising } from './uprising.ts';
import { arms, uprisingScenario } from './uprising-scenario.ts';

export interface Population {
  readonly countries: readonly CountryYear[];
  readonly seed: number;
  /** mean and width of each parameter's normal score; those not named stand as the prior has them */
  readonly moved: Readonly<Record<string, Moved>>;
  /** moves after which a run is given up; absent = three million */
  readonly giveUpAfter?: number | undefined;
}

/** What one number of a population gave. */
export interface Member {
  /** absent where only the quiet twin was run */
  readonly course?: Course;
  /** the same without the patron's help, where there is a patron */
  readonly alone?: Course;
  /** whether a routine picket became a campaign where nothing was the matter */
  readonly isUnprovoked: boolean;
}

/** What only states decide that a population does not have: its patron lives by a lever, and nobody else sends or looks on. */
const idle = (id: string) =>
  ['request', 'decide', 'ratify'].includes(id.split('.')[0]!) ||
  ['spread.borderWeight', 'spread.footage01', 'spread.storyAbroad01', 'call.againstSending', 'mobilise.sendingWeight', 'ties.border'].includes(id) ||
  id.startsWith('govern.vigilance');

/** Parameters a fit may move: those the default forms read and a population can tell something of. */
export const movableParameters = modelParameters.filter((parameter) => isInPlay({ variants: {} }, parameter) && !idle(parameter.id));

/** Normal scores of the parameters of member n, in the order of `movableParameters`, under the weights they were drawn with. */
export function scoresOf({ seed, moved }: Pick<Population, 'seed' | 'moved'>, n: number): Float64Array {
  return Float64Array.from(movableParameters, ({ id }) => {
    const { shift, width } = moved[id] ?? { shift: 0, width: 1 };
    return shift + width * normalQuantile(Math.max(2 ** -33, shareOf(seed, id, n)));
  });
}

function shareOf(seed: number, id: string, n: number): number {
  return uniform01(drawKey(seed, id, 'prior'), 0, n);
}

/** What is run of a member: its uprising and its quiet twin, also the world without the patron's help, or the twin alone (cheap, for the rate of campaigns out of nothing). */
export const scopes = ['pairs', 'uprisings', 'quiet'] as const;
export type Scope = (typeof scopes)[number];

/** Member n: the same people, causes and luck whatever the weights. */
export function memberOf(population: Population, n: number, scope: Scope): Member {
  const { seed } = population;
  const uprising = drawUprising(population.countries, seed, n);
  const quiet = uprisingScenario(uprising, true);
  const luck = seedOf(seed, n);
  const isUnprovoked = beginsUnprovoked(quiet, valuesUnder(population, quiet, n), luck);
  if (scope === 'quiet') return { isUnprovoked };
  const scenario = uprisingScenario(uprising);
  const { grievance01, region } = uprising.causes[0]!;
  const known = { number: n, isAided: uprising.isAided, cause01: grievance01, isNational: region < 0 };
  const run = (armId: string) =>
    courseOf(
      scenario,
      scenario.arms.find(({ id }) => id === armId)!,
      valuesUnder(population, scenario, n),
      luck,
      known,
      population.giveUpAfter,
    );
  return {
    course: run(arms.asItIs),
    ...(scope === 'pairs' && uprising.isAided && { alone: run(arms.alone) }),
    isUnprovoked,
  };
}

function valuesUnder({ seed, moved }: Population, scenario: ScenarioSpec, n: number): ParameterValues {
  const values: Record<string, number> = { ...valuesOf({ ...scenario, weights: 'prior' }, seed, n) };
  for (const { id, prior } of movableParameters) if (moved[id]) values[id] = parameterAt({ prior, moved: moved[id] }, shareOf(seed, id, n));
  return values;
}
