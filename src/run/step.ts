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
  { id: 'freeze', does: 'all decisions of the hour will read the fields as they are now', reads: ['all fields'], writes: ['all fields'], draws: [] },
  { id: 'return', does: 'people come back from rest, custody and hospital; travellers arrive', reads: ['people'], writes: ['people'], draws: [] },
];

const after: readonly StepRow[] = [{ id: 'commit', does: 'what was written becomes what is', reads: ['all fields'], writes: ['all fields'], draws: [] }];

/** The rows of a step in order; mechanisms the scenario switches off are left out. */
export function stepTable(off: readonly string[] = []): StepRow[] {
  return [...before, ...mechanisms.filter((m) => !off.includes(m.id)), ...after];
}

/** Bind the table to a state; the function returned runs one hour. */
export function prepareStep(state: State): () => void {
  const off = state.world.scenario.mechanismsOff;
  copyFields(state.now, state.next);
  const acts = mechanisms.filter((m) => !off.includes(m.id)).map((m) => m.prepare(state));
  copyFields(state.now, state.next);
  return () => {
    copyFields(state.now, state.next);
    state.people.beginHour(state.hour);
    for (const act of acts) act();
    copyFields(state.next, state.now);
    state.hour++;
  };
}
