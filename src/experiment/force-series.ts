/** The forces of one country hour by hour, read from the log of a finished run. */
import { unroll, type History } from '../run/recorder.ts';
import { UnitKind } from '../world/forces.ts';
import type { World } from '../world/world.ts';

/** Order of `RunSummary.forces`: own units that obey by kind, own units that do not, foreign troops in the country. */
export const forceSeries = ['police', 'interior', 'army', 'aside', 'changedSides', 'foreign'] as const;
export type ForceSeries = (typeof forceSeries)[number];

const own = [UnitKind.police, UnitKind.interior, UnitKind.army] as const;

/**
 * Strength of a country's forces by stance.
 * A unit counts with its full strength: the model loses no member of a unit from its strength.
 *
 * @param c number of the country
 * @returns [series][hour] people, in the order of `forceSeries`
 * @cost one pass over the log and one over the units
 */
export function forcesOf(history: History, world: World, c: number): Float32Array[] {
  const { units, countries } = world;
  const { hours } = history;
  const series = forceSeries.map(() => new Float32Array(hours));
  const add = (row: number, from: number, people: number) => {
    const column = series[row]!;
    for (let h = from; h < hours; h++) column[h]! += people;
  };
  for (let u = countries.firstUnit[c]!; u < countries.endUnit[c]!; u++) {
    const row = own.indexOf(units.kind[u] as (typeof own)[number]);
    if (row >= 0) add(row, 0, units.people[u]!);
  }
  const aside = forceSeries.indexOf('aside');
  const rows: Readonly<Record<string, number>> = { 'unit stands aside': aside, 'unit changes sides': aside + 1, 'unit returns to duty': -1 };
  const stands = new Map<number, number>();
  for (const event of history.events) {
    if (event.by !== 'obey' || event.country !== c) continue;
    const to = rows[event.kind];
    const unit = event.because['unit'];
    if (to === undefined || unit === undefined) continue;
    const home = own.indexOf(units.kind[unit] as (typeof own)[number]);
    if (home < 0) continue;
    const before = stands.get(unit) ?? home;
    const after = to < 0 ? home : to;
    add(before, event.hour, -units.people[unit]!);
    add(after, event.hour, units.people[unit]!);
    stands.set(unit, after);
  }
  series[forceSeries.indexOf('foreign')]!.set(unroll(history.country.foreignPeople, c, hours));
  return series;
}
