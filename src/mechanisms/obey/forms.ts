/** The published forms of the refusal rule, by the name a scenario chooses them with; the first is the default. */
import type { RunState } from '../contract.ts';
import { pressureForm } from './pressure.ts';
import type { RefusalRule } from './refusal.ts';
import { signalForm } from './signal.ts';

export const forms: Readonly<Record<string, (run: RunState) => RefusalRule>> = { pressure: pressureForm, signal: signalForm };

/** The refusal rule in the form the run takes. */
export function formOf(run: RunState): RefusalRule {
  return forms[run.variant('obey')]!(run);
}
