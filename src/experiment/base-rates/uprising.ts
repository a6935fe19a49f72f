/**
 * A population of uprisings: number n is one country-year with an invented map, one or two causes, a first
 * call, and a patron or none. Everything is drawn from stated ranges, keyed by number, and none of it looks
 * at what came of any real campaign.
 */
import { exp, ln, power } from '../../base/maths.ts';
import { drawKey, uniform01 } from '../../base/random.ts';
import type { CountryYear } from './country-years.ts';

/** Days of a run: three before the first call, sixty after the thousandth participant, and some to get there. */
export const runDays = 70;

export interface Town {
  readonly key: string;
  readonly residents: number;
  readonly region: number;
  /** degrees on an invented map */
  readonly latitude: number;
  readonly longitude: number;
}

/** A call to one square: day of the run (1 = the first), local hour, share of residents it reaches, how often. */
export interface Summons {
  readonly town: number;
  readonly day: number;
  readonly reach01: number;
  readonly everyDays: number;
}

export interface Cause {
  readonly day: number;
  readonly kind: 'price' | 'election' | 'death';
  readonly grievance01: number;
  /** -1 = the whole country */
  readonly region: number;
}

export interface Uprising {
  readonly number: number;
  readonly country: CountryYear;
  readonly towns: readonly Town[];
  /** [region] residents outside the towns */
  readonly villages: readonly number[];
  readonly police: number;
  readonly interior: number;
  readonly army: number;
  readonly strikeable01: number;
  readonly causes: readonly Cause[];
  readonly summons: readonly Summons[];
  /** whether a patron stands by the government, and how many it would send */
  readonly isAided: boolean;
  readonly contingent: number;
}

/** Classes of the size of a cause, from the weakest: what scenarios say of theirs. ASSUMPTION. */
export const causeClasses = [
  { name: 'weak', low: 0.05, high: 0.1 },
  { name: 'middle', low: 0.1, high: 0.2 },
  { name: 'strong', low: 0.2, high: 0.4 },
] as const;

const regions = 6;
const towns = 14;

/** How much likelier a campaign begins in a larger country. @source Chenoweth & Ulfelder 2017, doi:10.1177/0022002715576574: coefficient of log population, .347 */
const onsetByResidents = 0.347;

/** Share of campaigns whose government had help from outside. @source NAVCO 1.2: 95 of 269 campaigns for another government */
const aided01 = 0.35;

/**
 * Uprising number `n` of the population of a seed.
 * @random decisions "country", "map", "forces", "cause", "call", "aid"; subject "uprising", member = n
 */
export function drawUprising(countries: readonly CountryYear[], seed: number, n: number): Uprising {
  const luck = (decision: string) => {
    const key = drawKey(seed, 'uprising', decision);
    let count = 0;
    return {
      even: (low: number, high: number) => low + (high - low) * uniform01(key, n, count++),
      isBelow: (share: number) => uniform01(key, n, count++) < share,
    };
  };
  const country = countryFor(countries, luck('country').even(0, 1));
  const map = luck('map');
  // ASSUMPTION: how towns share a country, by rank and size (Zipf); between a country of villages and one of cities
  const urban = country.residents * map.even(0.35, 0.8);
  const capital = urban * map.even(0.2, 0.45);
  const second = capital * map.even(0.25, 0.7);
  const breadth = map.even(2, 8);
  const placed: Town[] = [];
  let left = urban - capital;
  for (let i = 0; i < towns; i++) {
    const residents = Math.round(i === 0 ? capital : Math.min(left * 0.6, (2 * second) / (i + 1)));
    if (i > 0) left -= residents;
    placed.push({
      key: `town-${i + 1}`,
      residents,
      region: i % regions,
      latitude: 30 + map.even(0, breadth),
      longitude: 20 + map.even(0, breadth),
    });
  }
  const outside = country.residents - placed.reduce((sum, town) => sum + town.residents, 0);
  const villages = Array.from({ length: regions }, (_, r) => Math.floor(outside / regions) + (r < outside % regions ? 1 : 0));
  const forces = luck('forces');
  const scaled = (low: number, high: number) => exp(forces.even(ln(low), ln(high)));
  // ASSUMPTION: 150 to 500 police per 100,000 and 1.5 to 8 soldiers per 1,000 residents hold most states
  const police = Math.round((country.residents * scaled(150, 500)) / 100_000);
  const army = Math.round((country.residents * scaled(1.5, 8)) / 1000);
  const interior = Math.round(army * forces.even(0.1, 0.4));
  const cause = luck('cause');
  const size = (low: number, high: number) => exp(cause.even(ln(low), ln(high)));
  // ASSUMPTION: causes as in the scenarios that come with the program: a step of .05 to .4 on the scale of hardship, felt in all the land or in one region
  const causes: Cause[] = [
    {
      day: 3,
      kind: cause.isBelow(0.5) ? 'price' : 'election',
      grievance01: size(causeClasses[0].low, causeClasses[2].high),
      region: cause.isBelow(0.75) ? -1 : Math.floor(cause.even(0, regions)),
    },
  ];
  if (cause.isBelow(0.4)) causes.push({ day: 3 + Math.ceil(cause.even(1, 21)), kind: 'death', grievance01: size(0.02, 0.15), region: -1 });
  const call = luck('call');
  const reach = (isOpen: boolean) => (isOpen ? exp(call.even(ln(0.02), ln(0.3))) : exp(call.even(ln(0.002), ln(0.05))));
  const first = causes[0]!.region;
  const where = first >= 0 ? first : call.isBelow(0.7) ? 0 : Math.floor(call.even(0, towns));
  const isOpen = call.isBelow(0.6);
  const rhythm = call.even(0, 1);
  // ASSUMPTION: reach by the classes of the scenarios (messenger groups, activists' picket); half of movements announce a weekly day, some every evening
  const summons: Summons[] = [{ town: where, day: 4, reach01: reach(isOpen), everyDays: rhythm < 0.5 ? 7 : rhythm < 0.65 ? 1 : 0 }];
  if (first < 0 && call.isBelow(0.5)) for (const town of [1, 2, 3]) summons.push({ town, day: 4, reach01: reach(false), everyDays: rhythm < 0.5 ? 7 : 0 });
  const aid = luck('aid');
  return {
    number: n,
    country,
    towns: placed,
    villages,
    police,
    interior,
    army,
    strikeable01: forces.even(0.05, 0.2),
    causes,
    summons,
    isAided: aid.isBelow(aided01),
    contingent: Math.round((country.residents / 1000) * exp(aid.even(ln(0.05), ln(0.5)))),
  };
}

/** The country-year at a share of all onsets. */
function countryFor(countries: readonly CountryYear[], share: number): CountryYear {
  const weights = countries.map(({ residents }) => power(residents, onsetByResidents));
  let left = share * weights.reduce((a, b) => a + b, 0);
  const found = countries.findIndex((_, i) => (left -= weights[i]!) < 0);
  return countries[found < 0 ? countries.length - 1 : found]!;
}
