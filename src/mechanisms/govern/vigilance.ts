/**
 * Authorities learn: a town lost, a fall or unrest seen in another member state makes a government
 * take its first steps earlier at home.
 * @source Beissinger 2007 (elite learning: later regimes learn and the wave dies); Gleditsch & Rivera
 *   2017 (diffusion is among neighbours); form and size ASSUMPTION
 */
import { clamp, remaining } from '../../base/maths.ts';
import type { CountryField } from '../../world/fields.ts';
import type { RunState } from '../contract.ts';

/** Steps that prepare force without using it: the ones a warned government takes sooner. */
const sooner: ReadonlySet<CountryField> = new Set(['callUp01', 'emergency01', 'shutdown01', 'moving01']);

/** What the government of `c` has to be alarmed at in other countries, by closeness; a lost town counts like a fall, in full. */
function alarmAbroad(run: RunState, c: number): number {
  const { now, world } = run;
  const { count, affinity01 } = world.countries;
  if (run.lever('govern.learning', world.countries.keys[c]!) === 'none') return 0;
  let alarm = 0;
  for (let o = 0; o < count; o++)
    if (o !== c) alarm += affinity01[c * count + o]! * Math.max(now.country.visible01[o]!, now.country.placesLost[o]! > 0 ? 1 : 0);
  return clamp(alarm, 0, 1);
}

/** Alarm fades by its half-life and is never below what is to be seen now. */
export function learner(run: RunState): (c: number) => void {
  const keep = remaining(1, run.value('govern.vigilanceDays') * 24);
  return (c) => {
    run.next.country.vigilance01[c] = Math.max(run.now.country.vigilance01[c]! * keep, alarmAbroad(run, c));
  };
}

/** Whether alarm abroad brings a step forward. */
export const eased = (field: CountryField): boolean => sooner.has(field);

/** How much lower a step stands for a government that has been warned. */
export function easeOf(run: RunState, c: number, field: CountryField): number {
  return eased(field) ? run.value('govern.vigilance') * run.now.country.vigilance01[c]! : 0;
}
