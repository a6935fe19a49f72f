/** The published forms of the patron's decision, by the name a scenario chooses them with; the first is the default. */
import type { RunState } from '../contract.ts';
import type { Case, Judgement } from './case.ts';
import { readinessForm } from './readiness.ts';
import { utilityForm } from './utility.ts';

export const forms: Readonly<Record<string, (run: RunState) => (one: Case) => Judgement>> = {
  readiness: readinessForm,
  expectedUtility: utilityForm,
};

/** The decision in the form the run takes. */
export function formOf(run: RunState): (one: Case) => Judgement {
  return forms[run.variant('decide')]!(run);
}
