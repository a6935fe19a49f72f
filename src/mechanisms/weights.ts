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

/** The first is what a scenario gets that names none. */
export const weightsKnown: readonly Weights[] = [prior];

/** @throws RangeError when there are no weights of that name */
export function weightsNamed(id: string): Weights {
  const found = weightsKnown.find((one) => one.id === id);
  if (!found) throw new RangeError(`there are no weights "${id}"; there are ${weightsKnown.map((one) => one.id).join(', ')}`);
  return found;
}
