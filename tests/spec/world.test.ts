/** Rules about what exists before anything happens. */
import { expect, test } from 'vitest';
import { State } from '../../src/run/state.ts';
import type { ScenarioSpec } from '../../src/scenario/types.ts';
import { buildWorld, clashingNames } from '../../src/world/build.ts';
import { allianceFields, countryFields, memberFields, placeFields } from '../../src/world/fields.ts';
import { UnitKind } from '../../src/world/forces.ts';
import { distanceKm } from '../../src/world/geography.ts';
import { hardshipClasses } from '../../src/world/hardship.ts';
import { latentsOf, latentNames } from '../../src/world/latent.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import { smallScenario, valuesFor } from '../support/worlds.ts';

const scenario = smallScenario({ residents: [[50_000, 20_000, 3000, 2000, 700], [80_000, 10_000], [4000]], hours: 100, police: 4321, army: 987 });
const values = valuesFor(scenario);
const world = buildWorld(scenario, 3, values);

test('[WD1] residents of countries are the sum of their places, and every resident exists', () => {
  for (let c = 0; c < world.countries.count; c++) {
    let people = 0;
    for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++) {
      const home = world.settlement.residents[i]!;
      for (let slot = 0; slot < home.capacity; slot++) if (home.isResident(slot)) people++;
    }
    expect(people).toBe(world.countries.residents[c]);
  }
});

test('[WD1] residents of uncoupled places exist and are not counted with their country', () => {
  const apart = scenario.world.places[2]!;
  const places = scenario.world.places.map((p) => ({ ...p, uncoupled: p === apart }));
  const { countries, settlement } = buildWorld({ ...scenario, world: { ...scenario.world, places } }, 3, values);
  expect(countries.residents[0]).toBe(world.countries.residents[0]! - apart.population);
  expect(settlement.residents[2]!.residents).toBe(apart.population);
});

test('[WD2] units of a country add up to its forces; contingents have nobody until they land', () => {
  const state = new State(world, values, { id: 'a', title: '', do: [] }, () => new PeopleEngine(world.settlement, world.hours));
  scenario.world.countries.forEach((spec, c) => {
    const sums = [0, 0, 0, 0];
    for (let u = world.countries.firstUnit[c]!; u < world.countries.endUnit[c]!; u++) sums[world.units.kind[u]!]! += state.units.strength[u]!;
    expect(sums[UnitKind.police]).toBeCloseTo(spec.forces.police.value, 6);
    expect(sums[UnitKind.interior]).toBeCloseTo(spec.forces.interior.value, 6);
    expect(sums[UnitKind.army]).toBeCloseTo(spec.forces.army.value, 6);
    expect(sums[UnitKind.contingent]).toBe(0);
  });
});

test('[WD3] travel takes the hours of a link where there is one, in both directions, else great circle x 1.3 at 60 km/h', () => {
  const linked: ScenarioSpec = {
    ...scenario,
    world: { ...scenario.world, links: [{ from: scenario.world.places[0]!.key, to: scenario.world.places[2]!.key, hours: 7, mode: 'road', source: 'test' }] },
  };
  const { travelHours, places } = buildWorld(linked, 3, values);
  const hours = (a: number, b: number) => travelHours[a * places.count + b]!;
  expect([hours(0, 2), hours(2, 0)]).toEqual([7, 7]);
  const km = distanceKm(places.latitude[0]!, places.longitude[0]!, places.latitude[1]!, places.longitude[1]!);
  expect(hours(0, 1)).toBeCloseTo((km * 1.3) / 60, 5);
  // Almaty to Astana by the haversine formula: 974 km
  expect(Math.abs(distanceKm(43.25, 76.92, 51.18, 71.45) - 974)).toBeLessThan(3);
});

test('[WD4] a rural remainder has no buildings to lose; a town has an administration and police', () => {
  for (let i = 0; i < world.places.count; i++) {
    expect(world.places.siteWeight[i]! > 0).toBe(world.places.isRural[i] === 0);
    if (world.places.isRural[i] === 0) expect([...world.places.sites.subarray(i * 5, i * 5 + 3)]).toEqual([1, 1, 1]);
  }
});

test('[WD5] latents come from one mapping for every country; a value set by hand replaces the mapped one', () => {
  const [first, second] = world.countries.latents;
  expect(first).toEqual(second);
  expect(first).toEqual(latentsOf([], 'any', 2020, (id) => values[id]!));
  const hand = { ...scenario, latent: [{ country: 'land-1', name: 'legitimacy01', quantity: { value: 0.77, unit: '1', assumption: 'test' } }] };
  const { latents } = buildWorld(hand, 3, values).countries;
  expect(latents[1]!.legitimacy01).toBe(0.77);
  expect({ ...latents[1], legitimacy01: 0 }).toEqual({ ...first, legitimacy01: 0 });
  for (const name of latentNames) expect(first![name] >= 0 && first![name] <= 1, name).toBe(true);
});

test("[WD6] the latest indicator not after the scenario's year counts; later years are never read", () => {
  const row = (year: number, value: number) => ({ country: 'land-0', year, indicator: 'ruleOfLaw01', value, unit: '1', source: 'test' });
  const of = (rows: ReturnType<typeof row>[], year: number) => latentsOf(rows, 'land-0', year, (id) => values[id]!).legitimacy01;
  expect(of([row(2018, 0.2), row(2020, 0.6), row(2022, 0.9)], 2021)).toBe(of([row(2020, 0.6)], 2021));
  expect(of([row(2020, 0.6), row(2022, 0.1)], 2021)).toBe(of([row(2020, 0.6), row(2022, 0.9)], 2021));
});

test('[WD7] hardship is bounded, falls from class to class and has the mean asked for', () => {
  const classes = hardshipClasses(0.4, 0.2);
  expect(classes.length).toBe(64);
  classes.forEach((h, k) => {
    expect(h > 0 && h < 1).toBe(true);
    if (k > 0) expect(h).toBeLessThan(classes[k - 1]!);
  });
});

test('[WD8] names whose fingerprints clash are found', () => {
  expect(clashingNames(['a', 'b', 'a'])).toBeUndefined();
  expect(clashingNames([...world.places.keys, ...world.units.keys, ...world.countries.keys])).toBeUndefined();
});

test('[WD9] every column has a unit and a meaning', () => {
  for (const notes of [placeFields, countryFields, allianceFields, memberFields]) {
    for (const [name, { unit, meaning }] of Object.entries(notes)) {
      expect(unit, name).not.toBe('');
      expect(meaning.length, name).toBeGreaterThan(3);
    }
  }
});

test('[WD10] the same scenario, seed and parameters build the same world', () => {
  const again = buildWorld(scenario, 3, values);
  expect(again.units).toEqual(world.units);
  expect(again.travelHours).toEqual(world.travelHours);
  const other = buildWorld(scenario, 4, values);
  expect(other.units.loyalty01).not.toEqual(world.units.loyalty01);
});
