/**
 * Distributions that model parameters are drawn from. `prior` takes every range as it stands; a frozen fit
 * moves the middle of some, never their ends. A frozen fit is never changed: a better one gets a new name.
 */

export interface Weights {
  readonly id: string;
  readonly title: string;
  /** by parameter: shift of its normal score, in standard deviations */
  readonly shift: Readonly<Record<string, number>>;
}

const prior: Weights = { id: 'prior', title: 'priors as they stand, nothing fitted', shift: {} };

/** Fitted to base rates of campaigns and protests, without a look at any single case: docs/base-rates.md, docs/adr/0015. */
const universal1: Weights = {
  id: 'universal-1',
  title: 'fitted to base rates of many campaigns, not to any case',
  shift: {
    'latent.legitimacyBase': -0.49,
    'people.stock01': -0.2,
    'call.tell': 0.36,
    'spread.visibleHalfSize': 1.17,
    'police.calmRisk01': 1.14,
    'seize.perHour': -0.35,
    'seize.smallestCrowd': -0.75,
    'obey.perHour': 0.2,
    'obey.lethalWeight': 0.34,
    'mobilise.riskWeight': 0.42,
    'mobilise.outrageWeight': 0.1,
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
