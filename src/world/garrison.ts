/** Units of 50 to 300 people, stationed where the country lives. */
import { clamp } from '../base/maths.ts';
import { drawKey, uniform01 } from '../base/random.ts';
import type { ScenarioSpec } from '../scenario/types.ts';
import { UnitKind, unitKindNames, type UnitFacts } from './forces.ts';
import type { CountryFacts, PlaceFacts } from './world.ts';

/** People in a unit by kind; larger in countries with very many, up to 300. */
const unitPeople = [120, 200, 250] as const;
const mostUnitsPerKind = 1200;

/** All units of all countries, with the range of unit numbers of each country. @random decision "loyalty", three draws a unit */
export function unitFacts(
  scenario: ScenarioSpec,
  seed: number,
  countries: CountryFacts,
  places: PlaceFacts,
  placeIndex: ReadonlyMap<string, number>,
): { facts: UnitFacts; first: Int32Array; end: Int32Array } {
  const keys: string[] = [];
  const country: number[] = [];
  const kind: number[] = [];
  const home: number[] = [];
  const people: number[] = [];
  const alliances: number[] = [];
  const first = new Int32Array(countries.count);
  const end = new Int32Array(countries.count);
  scenario.world.countries.forEach((spec, c) => {
    first[c] = keys.length;
    const totals = [spec.forces.police.value, spec.forces.interior.value, spec.forces.army.value];
    totals.forEach((total, k) => {
      const size = clamp(total / mostUnitsPerKind, unitPeople[k]!, 300);
      const posts = postings(places, countries, c, k, Math.round(total / size));
      posts.forEach((place, i) => {
        keys.push(`${spec.key}/${unitKindNames[k]!}/${i + 1}`);
        country.push(c);
        kind.push(k);
        home.push(place);
        people.push(total / posts.length);
        alliances.push(-1);
      });
    });
    for (const [a, alliance] of scenario.world.alliances.entries()) {
      const contribution = alliance.contributions[spec.key]?.value ?? 0;
      const count = Math.ceil(contribution / 150);
      for (let i = 0; i < count; i++) {
        keys.push(`${spec.key}/contingent ${alliance.key}/${i + 1}`);
        country.push(c);
        kind.push(UnitKind.contingent);
        home.push(placeIndex.get(spec.seatPlace)!);
        people.push(contribution / count);
        alliances.push(a);
      }
    }
    end[c] = keys.length;
  });
  const loyalty = keys.map((key, u) => {
    // a unit's own loyalty scatters around its country's: the mean of three draws, spread .25
    const k = drawKey(seed, key, 'loyalty');
    const scatter = (uniform01(k, 0, 0) + uniform01(k, 1, 0) + uniform01(k, 2, 0)) / 3 - 0.5;
    return clamp(countries.latents[country[u]!]!.loyalty01 + scatter, 0.01, 0.99);
  });
  return {
    facts: {
      count: keys.length,
      keys,
      country: Int32Array.from(country),
      kind: Uint8Array.from(kind),
      home: Int32Array.from(home),
      people: Float64Array.from(people),
      loyalty01: Float64Array.from(loyalty),
      alliance: Int32Array.from(alliances),
    },
    first,
    end,
  };
}

/**
 * Where `units` units of a kind are stationed: police follow people, interior troops sit in regional
 * capitals by size, the army in the ten largest towns. Largest remainders, so the result is exact.
 */
function postings(places: PlaceFacts, countries: CountryFacts, c: number, kind: number, units: number): number[] {
  const candidates: number[] = [];
  for (let i = countries.firstPlace[c]!; i < countries.endPlace[c]!; i++) {
    if (places.residents[i]! <= 0) continue;
    if (kind === UnitKind.police || (kind === UnitKind.interior ? places.isRegionalCapital[i] : !places.isRural[i])) candidates.push(i);
  }
  candidates.sort((a, b) => places.residents[b]! - places.residents[a]! || a - b);
  const chosen = kind === UnitKind.army ? candidates.slice(0, 10) : candidates;
  const total = chosen.reduce((sum, i) => sum + places.residents[i]!, 0);
  const shares = chosen.map((i) => ({ i, exact: (units * places.residents[i]!) / total }));
  const counts = shares.map((s) => Math.floor(s.exact));
  let left = units - counts.reduce((a, b) => a + b, 0);
  const order = shares.map((s, j) => ({ j, rest: s.exact - counts[j]! })).sort((a, b) => b.rest - a.rest || a.j - b.j);
  for (const { j } of order) if (left-- > 0) counts[j]!++;
  return shares.flatMap((s, j) => new Array<number>(counts[j]!).fill(s.i));
}
