/**
 * One hour of the whole system, as a table of contents. `unrest show --step` prints this list;
 * nothing happens in a run that is not a row of it.
 */
import { mechanisms } from '../mechanisms/registry.ts';
import { copyFields } from '../world/fields.ts';
import type { State } from './state.ts';

export interface StepRow {
  readonly id: string;
  readonly does: string;
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  readonly draws: readonly string[];
}

const before: readonly StepRow[] = [
  { id: 'freeze', does: 'all decisions of the hour will read the fields as the last commit left them', reads: ['all fields'], writes: [], draws: [] },
  { id: 'return', does: 'people come back from rest, custody and hospital; travellers arrive', reads: ['people'], writes: ['people'], draws: [] },
];

const after: readonly StepRow[] = [{ id: 'commit', does: 'what was written becomes what is', reads: ['all fields'], writes: ['all fields'], draws: [] }];

/** The rows of a step in order; mechanisms the scenario switches off are left out. */
export function stepTable(off: readonly string[] = []): StepRow[] {
  return [...before, ...mechanisms.filter((m) => !off.includes(m.id)), ...after];
}

/**
 * Bind the table to a state; the function returned runs one hour.
 *
 * Every hour must begin with `next` equal to `now`. The copy below sees to that before the first
 * hour (or the first after a saved point), the commit afterwards: mechanisms may not write `now`
 * (`tests/architecture/declared.test.ts`), and whatever they did, both are equal after the copy.
 */
export function prepareStep(state: State): () => void {
  const off = state.world.scenario.mechanismsOff;
  copyFields(state.now, state.next);
  const acts = mechanisms.filter((m) => !off.includes(m.id)).map((m) => m.prepare(state));
  copyFields(state.now, state.next);
  return () => {
    state.people.beginHour(state.hour);
    for (const act of acts) act();
    copyFields(state.next, state.now);
    state.hour++;
  };
}
