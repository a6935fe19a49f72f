/**
 * Distributions that model parameters are drawn from. `prior` takes every range as it stands; a frozen fit
 * moves the middle of some and narrows them, and leaves their ends. A frozen fit is never changed: a better one gets a new name.
 */

import type { Moved } from '../base/parameter.ts';

export interface Weights {
  readonly id: string;
  readonly title: string;
  /** by parameter: mean and standard deviation of its normal score; others have 0 and 1 */
  readonly moved: Readonly<Record<string, Moved>>;
}

const prior: Weights = { id: 'prior', title: 'priors as they stand, nothing fitted', moved: {} };

/** Fitted to base rates of campaigns and protests, without a look at any single case: docs/base-rates.md, docs/adr/0015. */
const universal1: Weights = {
  id: 'universal-1',
  title: 'fitted to base rates of many campaigns, not to any case',
  moved: {
    'latent.legitimacyBase': { shift: 0.2, width: 0.51 },
    'people.stock01': { shift: 0.12, width: 0.88 },
    'spread.visibleHalfSize': { shift: 0.75, width: 0.97 },
    'spread.attentionScaling': { shift: -0.13, width: 1 },
    'police.calmRisk01': { shift: 0.62, width: 1 },
    'fire.deadPerOfficerHour': { shift: -0.59, width: 0.95 },
    'seize.perHour': { shift: 0.16, width: 0.94 },
    'seize.smallestCrowd': { shift: -0.08, width: 0.89 },
    'obey.perHour': { shift: 0.07, width: 0.91 },
    'obey.tiesWeight': { shift: -0.44, width: 0.75 },
    'obey.lethalWeight': { shift: -0.01, width: 0.97 },
    'mobilise.riskWeight': { shift: 0.47, width: 0.51 },
  },
};

/** The first is what a scenario gets that names none. */
export const weightsKnown: readonly Weights[] = [universal1, prior];

/** @throws RangeError when there are no weights of that name */
export function weightsNamed(id: string): Weights {
  const found = weightsKnown.find((one) => one.id === id);
  if (!found) throw new RangeError(`there are no weights "${id}"; there are ${weightsKnown.map((one) => one.id).join(', ')}`);
  return found;
}
