/** How a government sees the danger: six terms that add up, each seen from the palace. */
import { exp } from '../../base/maths.ts';
import type { RunState, Term } from '../contract.ts';
import { sumOf } from '../tipping.ts';

/** The terms of the danger, by the fields of the frozen hour; none in a quiet country. */
export function threatTerms(run: RunState, c: number): Term[] {
  const { now, world } = run;
  if (now.country.turnout[c] === 0 && now.country.placesLost[c] === 0 && now.country.strikePressure01[c]! < 0.001) return [];
  const residents = Math.max(1, world.countries.residents[c]!);
  let aside = 0;
  let crowded = 0;
  let lost = 0;
  for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++) {
    if (now.place.control[i] === 2) lost += Math.sqrt(world.places.residents[i]! / residents);
    if (world.places.uncoupled[i] || now.place.crowd[i]! < 100) continue;
    crowded++;
    aside += now.place.unitsAside01[i]!;
  }
  let chief = 0;
  for (const i of [world.countries.seat[c]!, world.countries.chiefCity[c]!])
    chief = Math.max(chief, now.place.crowd[i]! / Math.max(1, world.places.residents[i]!) / 0.01, now.place.control[i] === 2 ? 1 : 0);
  const term = (name: string, value: number, unit: string, weight: string, range?: readonly [number, number]): Term => ({
    name,
    value,
    unit,
    weight: run.value(`govern.${weight}`),
    ...(range ? { range } : {}),
  });
  return [
    term('people in the street', (now.country.turnout[c]! * 1000) / residents, 'per thousand residents', 'turnoutWeight', [0, 1000]),
    term(
      'regions with gatherings, weighed by turnout',
      (now.country.regionsOut[c]! / Math.max(1, world.countries.regions[c]!)) * Math.min(1, (now.country.turnout[c]! * 5000) / residents),
      'share',
      'regionsWeight',
      [0, 1],
    ),
    term('towns lost, square root of their share of residents', lost, '1', 'placesWeight'),
    term('crowds at the seat or the chief city, 1 % of residents = 1', Math.min(2, chief), '1', 'seatWeight', [0, 2]),
    term('strike pressure', now.country.strikePressure01[c]!, '1', 'strikeWeight', [0, 1]),
    term('units aside in crowded places', crowded > 0 ? aside / Math.max(5, crowded) : 0, 'share', 'asideWeight', [0, 1]),
  ];
}

/** The danger as one index in [0,1). */
export function threatOf(terms: readonly Term[]): number {
  return terms.length === 0 ? 0 : 1 - exp(-sumOf(terms));
}
