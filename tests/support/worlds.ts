/** Small worlds made in code: for laws, oracle and levers, without a file. */
import { drawKey, uniform01 } from '../../src/base/random.ts';
import type { ParameterValues } from '../../src/base/parameter.ts';
import { defaultParameters } from '../../src/base/parameter.ts';
import { modelParameters, scenarioParameters } from '../../src/mechanisms/registry.ts';
import type { AllianceSpec, CountrySpec, OutsideEvent, PlaceSpec, Quantity, ScenarioSpec } from '../../src/scenario/types.ts';

export const quantity = (value: number, unit = '1'): Quantity => ({ value, unit, assumption: 'test' });

export interface SmallWorld {
  /** [country][place] residents; the first place of a country is its seat */
  readonly residents: readonly (readonly number[])[];
  readonly hours: number;
  readonly events?: readonly Partial<OutsideEvent>[];
  readonly police?: number;
  readonly army?: number;
  readonly uncoupled?: readonly string[];
  readonly capacity?: Readonly<Record<string, number>>;
  readonly latent?: Readonly<Record<string, number>>;
  readonly alliance?: Partial<AllianceSpec> | null;
  readonly mustRatify?: boolean;
  readonly off?: readonly string[];
  readonly placesPerRegion?: number;
  readonly variants?: Readonly<Record<string, readonly string[]>>;
}

export const countryKey = (c: number) => `land-${c}`;
export const placeKey = (c: number, p: number, perRegion = 3) => `${countryKey(c)}/region-${Math.floor(p / perRegion)}/town-${p}`;

/** A checked scenario from a few numbers. Country 0 is the focus, the last country is the patron. */
export function smallScenario(small: SmallWorld): ScenarioSpec {
  const perRegion = small.placesPerRegion ?? 3;
  const countries: CountrySpec[] = small.residents.map((places, c) => ({
    key: countryKey(c),
    name: `Land ${c}`,
    iso2: `L${c}`,
    iso3: `LA${c}`,
    population: quantity(
      places.reduce((a, b) => a + b, 0),
      'people',
    ),
    headOffice: 'President',
    rulingGroup: 'ruling group',
    seatPlace: placeKey(c, 0, perRegion),
    chiefCity: placeKey(c, Math.min(1, places.length - 1), perRegion),
    languages: ['common'],
    neighbours: small.residents.map((_, o) => countryKey(o)).filter((k) => k !== countryKey(c)),
    parliament: { name: 'Assembly', seats: 90, quorumShare01: 0.5, majorityShare01: 0.5, mustRatify: small.mustRatify ?? c % 2 === 1 },
    forces: {
      police: quantity(small.police ?? 12, 'people'),
      interior: quantity(Math.round((small.army ?? 10) / 2), 'people'),
      army: quantity(small.army ?? 10, 'people'),
    },
    strikeableShare01: quantity(0.2, 'share'),
  }));
  const places: PlaceSpec[] = small.residents.flatMap((list, c) =>
    list.map((population, p) => ({
      country: countryKey(c),
      region: `region-${Math.floor(p / perRegion)}`,
      key: placeKey(c, p, perRegion),
      name: `Town ${c}.${p}`,
      latitude: 45 + c * 2 + p * 0.2,
      longitude: 60 + c * 3 + ((p * 7) % 5) * 0.3,
      population,
      kind: p % 5 === 4 ? ('rural' as const) : ('town' as const),
      utcOffsetHours: 5 + (c % 2),
      strikeableShare01: p === 1 ? 0.4 : Number.NaN,
      uncoupled: (small.uncoupled ?? []).includes(placeKey(c, p, perRegion)),
      capacity: small.capacity?.[placeKey(c, p, perRegion)] ?? 0,
      source: 'test',
    })),
  );
  const patron = countryKey(countries.length - 1);
  const alliances: AllianceSpec[] =
    small.alliance === null || countries.length < 2
      ? []
      : [
          {
            key: 'pact',
            name: 'Pact',
            patron,
            members: countries.map((c) => c.key),
            article: 'Article 4',
            needsExternalCause: true,
            liftPeoplePerDay: quantity(50, 'people/day'),
            contingentMax: quantity(60, 'people'),
            firstLandingHours: quantity(10, 'h'),
            contributions: Object.fromEntries(countries.map((c) => [c.key, quantity(15, 'people')])),
            ...small.alliance,
          },
        ];
  const events: OutsideEvent[] = (small.events ?? []).map((e, i) => ({
    id: `event-${i}`,
    kind: 'price',
    atHour: 10,
    where: [placeKey(0, 0, perRegion)],
    group: 'all',
    grievance01: quantity(0.2),
    reach01: quantity(0.4, 'share'),
    hours: 5,
    everyDays: 0,
    ...e,
  }));
  return {
    name: 'small',
    title: 'Small',
    question: '?',
    about: '',
    from: '2022-01-02T00:00+06:00',
    fromEpochMs: Date.UTC(2022, 0, 1, 18),
    hours: small.hours,
    indicatorYear: 2020,
    focus: countryKey(0),
    events,
    latent: Object.entries(small.latent ?? {}).flatMap(([name, value]) => countries.map((c) => ({ country: c.key, name, quantity: quantity(value) }))),
    parameters: {},
    weights: 'prior',
    variants: small.variants ?? {},
    mechanismsOff: small.off ?? [],
    arms: [],
    sources: {},
    hash: 'test',
    world: { id: 'small', countries, regions: [], places, links: [], indicators: [], alliances, sources: {} },
  };
}

/** Parameters at their values, with the scenario's own and any changes. */
export function valuesFor(scenario: ScenarioSpec, changes: Readonly<Record<string, number>> = {}): ParameterValues {
  return { ...defaultParameters([...modelParameters, ...scenarioParameters(scenario)]), ...changes };
}

/** Deterministic numbers for making worlds: u(n) in [0,1). */
export function dice(seed: number, purpose: string): (n: number) => number {
  const key = drawKey(seed, purpose, 'test worlds');
  return (n) => uniform01(key, n, 0);
}
