/** From a checked scenario to a world: places, people, ties, units, latents. */
import type { Parameter, ParameterValues } from '../base/parameter.ts';
import { nameHash } from '../base/random.ts';
import type { CountrySpec, ScenarioSpec } from '../scenario/types.ts';
import { unitFacts } from './garrison.ts';
import { travelTable } from './geography.ts';
import { hardshipClasses } from './hardship.ts';
import { latentParameters, latentsOf, type LatentName, type Latents } from './latent.ts';
import { Residents, slotsFor } from './people/layout.ts';
import { Settlement } from './people/settlement.ts';
import { Ties, type TieDensity } from './people/ties.ts';
import { hasSite, siteKinds, siteWeights } from './sites.ts';
import type { CountryFacts, PlaceFacts, World } from './world.ts';

export const worldParameters: readonly Parameter[] = [
  ...latentParameters,
  {
    id: 'people.hardshipMean',
    unit: '1',
    value: 0.5,
    prior: { dist: 'uniform', low: 0.48, high: 0.52 },
    meaning: 'mean hardship of those who can be moved',
    assumption: 'prototype .4 for everybody; those who can be moved are worse off',
  },
  {
    id: 'people.hardshipSpread',
    unit: '1',
    value: 0.13,
    prior: { dist: 'uniform', low: 0.11, high: 0.15 },
    meaning: 'standard deviation of hardship (Beta) of those who can be moved',
    assumption: 'prototype .18-.22 for everybody; narrower in the stock, or any spark sets a quiet country alight (docs/prior-predictive.md)',
  },
  {
    id: 'people.stock01',
    unit: 'share',
    value: 0.07,
    prior: { dist: 'logUniform', low: 0.03, high: 0.16 },
    meaning: 'share of residents who can be moved at all',
    source:
      'Bonnasse-Gahot et al. 2018, doi:10.1038/s41598-017-18093-4: a stock, not the whole town; NAVCO 1.2: 18 of 389 campaigns peaked above 3.5 %; the share is an ASSUMPTION',
  },
  {
    id: 'ties.region',
    unit: 'ties',
    value: 2.5,
    prior: { dist: 'uniform', low: 1, high: 4 },
    meaning: 'ties a person to people elsewhere in the region',
    assumption: 'order of magnitude',
  },
  {
    id: 'ties.country',
    unit: 'ties',
    value: 1.3,
    prior: { dist: 'uniform', low: 0.5, high: 2 },
    meaning: 'ties a person to people anywhere in the country',
    assumption: 'order of magnitude',
  },
  {
    id: 'ties.border',
    unit: 'ties',
    value: 0.2,
    prior: { dist: 'uniform', low: 0.05, high: 0.4 },
    meaning: 'ties a person across borders of the alliance',
    assumption: 'order of magnitude',
  },
  {
    id: 'ties.hubs',
    unit: '1',
    value: 0,
    prior: { dist: 'uniform', low: 0, high: 10 },
    meaning: 'how unequally far ties are spread: the most popular keep 1 + hubs possible ties for each one of the least (0 = all alike)',
    assumption: 'real acquaintance has a long tail; whose it is in these states nobody has counted, so from none to marked (docs/ties.md)',
  },
];

/** Parameter name of a latent fact the scenario sets by hand. */
export function handSetId(hand: { readonly country: string; readonly name: string }): string {
  return `latent.${hand.country}.${hand.name}`;
}

/**
 * Build the world of one run.
 * @param seed keys vacancies, ties, unit loyalties; the same for all arms of a pair
 * @throws RangeError when a place cannot hold its residents
 * @cost about 0.2 s for the six CSTO states (450 places)
 */
export function buildWorld(scenario: ScenarioSpec, seed: number, values: ParameterValues): World {
  const { world } = scenario;
  const placeIndex = new Map(world.places.map((p, i) => [p.key, i]));
  const countryIndex = new Map(world.countries.map((c, i) => [c.key, i]));
  const regionKeys = [...new Set(world.places.map((p) => `${p.country}/${p.region}`))];
  const regionIndex = new Map(regionKeys.map((k, i) => [k, i]));
  const places = placeFacts(scenario, countryIndex, regionIndex);
  const { hours: travelHours, km } = travelTable(places.latitude, places.longitude, world.links, placeIndex);
  const countries = countryFacts(scenario, places, placeIndex, countryIndex, values);
  const units = unitFacts(scenario, seed, countries, places, placeIndex);
  const bounded = { ...countries, firstUnit: units.first, endUnit: units.end };
  const residents = world.places.map((p, i) => new Residents(seed, p.key, p.population, places.strikeableShare01[i]!, p.capacity, values['people.stock01']!));
  const offsets = new Int32Array(residents.length + 1);
  residents.forEach((r, i) => (offsets[i + 1] = offsets[i]! + r.capacity));
  const density: TieDensity = { region: values['ties.region']!, country: values['ties.country']!, border: values['ties.border']!, hubs: values['ties.hubs']! };
  const tiePlaces = world.places.map((p, i) => ({ country: places.country[i]!, region: places.region[i]!, uncoupled: p.uncoupled }));
  const ties = new Ties(
    seed,
    residents,
    tiePlaces,
    offsets,
    density,
    (a, b) => km[a * places.count + b]!,
    (a, b) => countries.affinity01[a * countries.count + b]!,
  );
  const localStart = Int32Array.from(world.places, (p) => (((Math.floor(scenario.fromEpochMs / 3_600_000) + p.utcOffsetHours) % 24) + 24) % 24);
  const firstWeekday = Int32Array.from(world.places, (p) => (((Math.floor((scenario.fromEpochMs / 3_600_000 + p.utcOffsetHours) / 24) + 4) % 7) + 7) % 7);
  return {
    scenario,
    seed,
    hours: scenario.hours,
    places,
    countries: bounded,
    units: units.facts,
    settlement: new Settlement(residents, ties, offsets, places.country, localStart),
    travelHours,
    hardships: hardshipClasses(values['people.hardshipMean']!, values['people.hardshipSpread']!),
    placeIndex,
    countryIndex,
    regionCount: regionKeys.length,
    regionNames: regionKeys,
    firstWeekday,
  };
}

function placeFacts(scenario: ScenarioSpec, countryIndex: ReadonlyMap<string, number>, regionIndex: ReadonlyMap<string, number>): PlaceFacts {
  const rows = scenario.world.places;
  const largest = new Map<string, number>();
  rows.forEach((p, i) => {
    const region = `${p.country}/${p.region}`;
    const best = largest.get(region);
    if (p.kind === 'town' && (best === undefined || rows[best]!.population < p.population)) largest.set(region, i);
  });
  const isRegionalCapital = Uint8Array.from(rows, (p, i) => (largest.get(`${p.country}/${p.region}`) === i ? 1 : 0));
  const sites = new Uint8Array(rows.length * siteKinds.length);
  const siteWeight = new Float64Array(rows.length);
  rows.forEach((p, i) => {
    for (let k = 0; k < siteKinds.length; k++) {
      if (!hasSite(k, p.population, isRegionalCapital[i] === 1, p.kind === 'rural')) continue;
      sites[i * siteKinds.length + k] = 1;
      siteWeight[i]! += siteWeights[k]!;
    }
  });
  const countryShare = new Map(scenario.world.countries.map((c) => [c.key, c.strikeableShare01.value]));
  return {
    count: rows.length,
    keys: rows.map((p) => p.key),
    names: rows.map((p) => p.name),
    country: Int32Array.from(rows, (p) => countryIndex.get(p.country)!),
    region: Int32Array.from(rows, (p) => regionIndex.get(`${p.country}/${p.region}`)!),
    residents: Float64Array.from(rows, (p) => p.population),
    weighedResidents: Float64Array.from(rows, (p) => slotsFor(p.population, p.capacity) / 1.03),
    latitude: Float64Array.from(rows, (p) => p.latitude),
    longitude: Float64Array.from(rows, (p) => p.longitude),
    isRural: Uint8Array.from(rows, (p) => (p.kind === 'rural' ? 1 : 0)),
    isRegionalCapital,
    uncoupled: Uint8Array.from(rows, (p) => (p.uncoupled ? 1 : 0)),
    sites,
    siteWeight,
    strikeableShare01: Float64Array.from(rows, (p) => (Number.isNaN(p.strikeableShare01) ? countryShare.get(p.country)! : p.strikeableShare01)),
  };
}

function countryFacts(
  scenario: ScenarioSpec,
  places: PlaceFacts,
  placeIndex: ReadonlyMap<string, number>,
  countryIndex: ReadonlyMap<string, number>,
  values: ParameterValues,
): CountryFacts {
  const specs = scenario.world.countries;
  const n = specs.length;
  const firstPlace = new Int32Array(n).fill(places.count);
  const endPlace = new Int32Array(n);
  const residents = new Float64Array(n);
  const regionSets = specs.map(() => new Set<number>());
  for (let i = 0; i < places.count; i++) {
    const c = places.country[i]!;
    firstPlace[c] = Math.min(firstPlace[c]!, i);
    endPlace[c] = Math.max(endPlace[c]!, i + 1);
    // nobody hears of an uncoupled place, so nothing in the country is weighed against those who live there
    if (places.uncoupled[i] === 0) residents[c]! += places.residents[i]!;
    regionSets[c]!.add(places.region[i]!);
  }
  const affinity01 = new Float64Array(n * n);
  specs.forEach((a, i) => specs.forEach((b, j) => (affinity01[i * n + j] = i === j ? 1 : affinityOf(a, b))));
  const patron = new Int32Array(n).fill(-1);
  for (const alliance of scenario.world.alliances) {
    const chief = countryIndex.get(alliance.patron)!;
    for (const member of alliance.members) if (member !== alliance.patron) patron[countryIndex.get(member)!] = chief;
  }
  const latents = specs.map((c) => {
    const mapped: Latents = latentsOf(scenario.world.indicators, c.key, scenario.indicatorYear, (id) => values[id]!);
    for (const hand of scenario.latent) if (hand.country === c.key) mapped[hand.name as LatentName] = values[handSetId(hand)] ?? hand.quantity.value;
    return mapped;
  });
  return {
    count: n,
    keys: specs.map((c) => c.key),
    names: specs.map((c) => c.name),
    residents,
    regions: Float64Array.from(regionSets, (s) => s.size),
    seat: Int32Array.from(specs, (c) => placeIndex.get(c.seatPlace)!),
    chiefCity: Int32Array.from(specs, (c) => placeIndex.get(c.chiefCity)!),
    firstPlace,
    endPlace,
    firstUnit: new Int32Array(n),
    endUnit: new Int32Array(n),
    latents,
    affinity01,
    patron,
  };
}

/** Half for a common border, half for a common language: diffusion is neighbourly (Gleditsch & Rivera 2017). */
function affinityOf(a: CountrySpec, b: CountrySpec): number {
  const borders = a.neighbours.includes(b.key) || b.neighbours.includes(a.key) ? 0.5 : 0;
  const speak = a.languages.some((language) => b.languages.includes(language)) ? 0.5 : 0;
  return borders + speak;
}

/** Names are hashed into keys; two equal hashes would share their luck. @returns the clashing pair, if any */
export function clashingNames(names: readonly string[]): readonly [string, string] | undefined {
  const seen = new Map<number, string>();
  for (const name of names) {
    const hash = nameHash(name);
    const other = seen.get(hash);
    if (other !== undefined && other !== name) return [other, name];
    seen.set(hash, name);
  }
  return undefined;
}
