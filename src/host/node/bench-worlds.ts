/** Worlds to measure on: countries cut out of a scenario's world, larger, smaller or with more movable people. */
import { defaultParameters, type ParameterValues } from '../../base/parameter.ts';
import { parametersOf } from '../../experiment/pairs.ts';
import type { ScenarioSpec } from '../../scenario/types.ts';
import { buildWorld } from '../../world/build.ts';
import type { World } from '../../world/world.ts';

export interface BenchWorld {
  readonly scenario: ScenarioSpec;
  readonly values: ParameterValues;
  readonly world: World;
  readonly buildMs: number;
}

/** A scenario with some of its countries only; events and alliances that need the others are left out. */
export function onlyCountries(scenario: ScenarioSpec, keys: readonly string[]): ScenarioSpec {
  const { world } = scenario;
  const kept = new Set(keys);
  const countryOf = (where: string) => where.split('/')[0]!;
  return {
    ...scenario,
    focus: kept.has(scenario.focus) ? scenario.focus : keys[0]!,
    events: scenario.events.map((e) => ({ ...e, where: e.where.filter((w) => kept.has(countryOf(w))) })).filter((e) => e.where.length > 0),
    latent: scenario.latent.filter((l) => kept.has(l.country)),
    world: {
      ...world,
      countries: world.countries.filter((c) => kept.has(c.key)),
      regions: world.regions.filter((r) => kept.has(r.country)),
      places: world.places.filter((p) => kept.has(p.country)),
      links: world.links.filter((l) => kept.has(countryOf(l.from)) && kept.has(countryOf(l.to))),
      indicators: world.indicators.filter((i) => kept.has(i.country)),
      alliances: world.alliances.filter((a) => a.members.every((m) => kept.has(m))),
    },
  };
}

/** The same places with `factor` times as many residents (slots follow). */
export function scaledPopulation(scenario: ScenarioSpec, factor: number): ScenarioSpec {
  const places = scenario.world.places.map((p) => ({ ...p, population: Math.max(1, Math.round(p.population * factor)), capacity: 0 }));
  return { ...scenario, world: { ...scenario.world, places } };
}

/** Build with stated parameter values, some of them changed. */
export function benchWorld(scenario: ScenarioSpec, changes: Readonly<Record<string, number>> = {}): BenchWorld {
  const values = { ...defaultParameters(parametersOf(scenario)), ...changes };
  const from = performance.now();
  const world = buildWorld(scenario, 1, values);
  return { scenario, values, world, buildMs: performance.now() - from };
}

/** Numbers of places that some gathering of the scenario's events calls to, 1 = called. */
export function calledPlaces(world: World): Uint8Array {
  const called = new Uint8Array(world.places.count);
  for (const event of world.scenario.events) {
    if (event.reach01.value <= 0) continue;
    for (const where of event.where) world.places.keys.forEach((key, i) => (called[i]! |= key === where || key.startsWith(`${where}/`) ? 1 : 0));
  }
  return called;
}

/** Slots of persons spread evenly over the whole population: person numbers, every `people / count`-th. */
export function spreadOfPeople(world: World, count: number, movableOnly: boolean): Int32Array {
  const { settlement } = world;
  const chosen = new Int32Array(count);
  for (let n = 0; n < count; n++) {
    // a multiplicative hop walks all residents out of order, as joiners come
    const person = Math.floor(((n * 0.6180339887498949) % 1) * settlement.people);
    const place = settlement.placeOf(person);
    const base = settlement.offsets[place]!;
    const { movable } = settlement.residents[place]!;
    chosen[n] = movableOnly && movable > 0 ? base + ((person - base) % movable) : person;
  }
  return chosen;
}

/** Mean ties of a person, over a sample. */
export function meanTies(world: World, sample = 20_000): number {
  const { settlement } = world;
  const buffer = new Int32Array(64);
  let ties = 0;
  for (const person of spreadOfPeople(world, sample, false)) {
    const place = settlement.placeOf(person);
    ties += settlement.ties.of(place, person - settlement.offsets[place]!, buffer);
  }
  return ties / sample;
}
