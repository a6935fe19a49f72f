/** Countries, their alliances and their indicators, checked against the places they name. */
import { quoted, type Path } from '../base/issue.ts';
import { reportTwice, type Names } from './geography.ts';
import { checkSource, resolveQuantity, type QuantityContext, type QuantityField } from './quantity.ts';
import type { Located } from './report.ts';
import type { RawQuantity } from './schema-parts.ts';
import type { AllianceSpec, CountrySpec, IndicatorRow, Quantity } from './types.ts';
import type { Entry } from './validate.ts';
import type { WorldParts } from './world-files.ts';
import type { RawAlliance, RawCountry, RawIndicator } from './world-schema.ts';

/** Units are counted one by one; no state has had this many under arms. */
const people: QuantityField = { unit: 'people', low: 0, high: 20_000_000 };

/** Stands in for a quantity that was refused; the issue in the report keeps the scenario from being used. */
const refused: Quantity = { value: Number.NaN, unit: '1' };

/** Countries with whole quantities; seats and chief cities must be places of theirs. */
export function resolveCountries(parts: WorldParts, names: Names, context: QuantityContext): readonly CountrySpec[] {
  const seen = new Map<string, Entry<RawCountry>>();
  return parts.countries.valid.map((entry) => {
    const { where, path, value } = entry;
    const quantity = (inner: Path, raw: RawQuantity, field: QuantityField) => resolveQuantity(context, where, [...path, ...inner], raw, field) ?? refused;
    reportTwice(seen, value.key, entry, 'key', 'countries', context);
    for (const field of ['seatPlace', 'chiefCity'] as const) checkPlaceOf(value.key, value[field], where, [...path, field], names, context);
    value.neighbours.forEach((neighbour, i) => {
      if (!names.isComplete || names.countries.has(neighbour)) return;
      context.report.note('NAME_UNKNOWN', where, [...path, 'neighbours', i], { what: 'country', received: quoted(neighbour), known: names.countries });
    });
    const { source, ...parliament } = value.parliament;
    checkSource(context, where, [...path, 'parliament'], value.parliament);
    return {
      key: value.key,
      name: value.name,
      iso2: value.iso2 ?? '',
      iso3: value.iso3 ?? '',
      population: quantity(['population'], value.population, { unit: 'people', low: 1 }),
      headOffice: value.headOffice,
      rulingGroup: value.rulingGroup,
      seatPlace: value.seatPlace,
      chiefCity: value.chiefCity ?? value.seatPlace,
      languages: value.languages,
      neighbours: value.neighbours,
      parliament: source === undefined ? parliament : { ...parliament, source },
      forces: {
        police: quantity(['forces', 'police'], value.forces.police, people),
        interior: quantity(['forces', 'interior'], value.forces.interior, people),
        army: quantity(['forces', 'army'], value.forces.army, people),
      },
      strikeableShare01: quantity(['strikeableShare01'], value.strikeableShare01, { unit: 'share', low: 0, high: 1 }),
    };
  });
}

function checkPlaceOf(country: string, place: string | undefined, where: Located, path: Path, names: Names, context: QuantityContext): void {
  if (place === undefined || !names.isComplete || (names.places.has(place) && place.startsWith(`${country}/`))) return;
  context.report.error('NAME_UNKNOWN', where, path, { what: `place of ${country}`, received: quoted(place), known: ownPlaces(country, names) });
}

function* ownPlaces(country: string, names: Names): Iterable<string> {
  for (const key of names.places) if (key.startsWith(`${country}/`)) yield key;
}

/** Alliances whose patron, members and contributors exist. */
export function resolveAlliances(parts: WorldParts, names: Names, context: QuantityContext): readonly AllianceSpec[] {
  const seen = new Map<string, Entry<RawAlliance>>();
  return parts.alliances.valid.map((entry) => {
    const { where, path, value } = entry;
    const quantity = (inner: Path, raw: RawQuantity, unit: string) => resolveQuantity(context, where, [...path, ...inner], raw, { unit, low: 0 }) ?? refused;
    const checkCountry = (name: string, inner: Path, what: string, known: ReadonlySet<string>, part?: 'key') => {
      if (!names.isComplete || known.has(name)) return;
      context.report.error('NAME_UNKNOWN', where, [...path, ...inner], { what, received: quoted(name), known }, part);
    };
    reportTwice(seen, value.key, entry, 'key', 'alliances', context);
    checkCountry(value.patron, ['patron'], 'country', names.countries);
    value.members.forEach((member, i) => checkCountry(member, ['members', i], 'country', names.countries));
    const contributors = Object.keys(value.contributions).sort();
    for (const name of contributors) checkCountry(name, ['contributions', name], 'member', new Set([...value.members, value.patron]), 'key');
    return {
      key: value.key,
      name: value.name,
      patron: value.patron,
      members: value.members,
      article: value.article,
      needsExternalCause: value.needsExternalCause,
      liftPeoplePerDay: quantity(['liftPeoplePerDay'], value.liftPeoplePerDay, 'people/day'),
      contingentMax: quantity(['contingentMax'], value.contingentMax, 'people'),
      firstLandingHours: quantity(['firstLandingHours'], value.firstLandingHours, 'h'),
      contributions: Object.fromEntries(contributors.map((name) => [name, quantity(['contributions', name], value.contributions[name]!, 'people')])),
    };
  });
}

/** Indicators of countries that exist, one value for each country, year and name. */
export function resolveIndicators(parts: WorldParts, names: Names, context: QuantityContext): readonly IndicatorRow[] {
  const seen = new Map<string, Entry<RawIndicator>>();
  return parts.indicators.valid.map((entry) => {
    const { where, path, value } = entry;
    if (names.isComplete && !names.countries.has(value.country))
      context.report.error('NAME_UNKNOWN', where, [...path, 'country'], { what: 'country', received: quoted(value.country), known: names.countries });
    reportTwice(seen, `${value.country} ${value.year} ${value.indicator}`, entry, 'indicator', 'rows', context);
    checkSource(context, where, path, value);
    return { country: value.country, year: value.year, indicator: value.indicator, value: value.value, unit: value.unit, source: value.source ?? '' };
  });
}
