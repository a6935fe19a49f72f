import type { ScenarioSpec } from '../scenario/types.ts';

/** An hour of the run as local date and time of the focus country. */
export function hourText(scenario: ScenarioSpec, hour: number): string {
  const offset = /([+-])(\d\d):(\d\d)$/.exec(scenario.from);
  const minutes = offset ? (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  const local = new Date(scenario.fromEpochMs + hour * 3_600_000 + minutes * 60_000);
  return local.toISOString().slice(0, 16).replace('T', ' ');
}
