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

/** The first is what a scenario gets that names none. */
export const weightsKnown: readonly Weights[] = [prior];

/** @throws RangeError when there are no weights of that name */
export function weightsNamed(id: string): Weights {
  const found = weightsKnown.find((one) => one.id === id);
  if (!found) throw new RangeError(`there are no weights "${id}"; there are ${weightsKnown.map((one) => one.id).join(', ')}`);
  return found;
}
