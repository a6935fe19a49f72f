/** Look at the real step between its rows: something is done beside every mechanism of the registry. */
import type { Mechanism, RunState } from '../../src/mechanisms/contract.ts';
import { mechanisms } from '../../src/mechanisms/registry.ts';

/** What is done when a mechanism is bound to a run: gets its hour, returns the hour with something beside it. */
export type Beside = (mechanism: Mechanism, run: RunState, act: () => void) => () => void;

/**
 * Runs begun inside `during` have `beside` around each mechanism: same registry, same order, same step
 * of `src/run/step.ts`. The registry is as it was afterwards; the runs keep what they were bound to.
 */
export function besideMechanisms<T>(beside: Beside, during: () => T): T {
  const registry = mechanisms as Mechanism[];
  const plain = [...registry];
  plain.forEach((mechanism, i) => {
    registry[i] = { ...mechanism, prepare: (run) => beside(mechanism, run, mechanism.prepare(run)) };
  });
  try {
    return during();
  } finally {
    plain.forEach((mechanism, i) => (registry[i] = mechanism));
  }
}
