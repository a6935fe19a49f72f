/** Regions, places and the links between them: keys made whole, sums compared with the census. */
import { quoted, type Path } from '../base/issue.ts';
import { checkSource, type QuantityContext } from './quantity.ts';
import type { LinkSpec, PlaceSpec, RegionSpec } from './types.ts';
import { isMapping, type Entry } from './validate.ts';
import type { WorldParts } from './world-files.ts';
import type { RawLink, RawPlace, RawRegion } from './world-schema.ts';

/** All names a reference may use, those of broken entries included, so that one mistake is reported once. */
export interface Names {
  readonly countries: ReadonlySet<string>;
  readonly regions: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly alliances: ReadonlySet<string>;
  /** false when a file was unreadable or an entry has no name: then no reference can be called unknown */
  readonly isComplete: boolean;
}

/** Stands for a part of a key that was left out; no key can hold it. */
const unnamed = '?';

/** Names in the unchecked data of a world. */
export function namesOf(parts: WorldParts): Names {
  const keys = (rows: readonly unknown[], make: (row: Record<string, unknown>) => string) => new Set(rows.filter(isMapping).map(make));
  const places = keys(parts.places.raw, placeKey);
  return {
    countries: keys(parts.countries.raw, (row) => written(row, 'key')),
    regions: parts.regions.raw.length > 0 ? keys(parts.regions.raw, regionKey) : new Set([...places].map((key) => key.split('/').slice(0, 2).join('/'))),
    places,
    alliances: keys(parts.alliances.raw, (row) => written(row, 'key')),
    isComplete:
      parts.isReadable &&
      isNamed(parts.countries.raw) &&
      isNamed(parts.regions.raw) &&
      isNamed(parts.alliances.raw) &&
      isNamed(parts.places.raw) &&
      [...places].every((key) => !key.includes(unnamed) && key.split('/').length === 3),
  };
}

function isNamed(rows: readonly unknown[]): boolean {
  return rows.every((row) => isMapping(row) && typeof row['key'] === 'string');
}

function placeKey(row: Readonly<Record<string, unknown>>): string {
  const key = written(row, 'key');
  if (key.includes('/')) return key;
  const region = written(row, 'region');
  const country = row['country'] === undefined && region.includes('/') ? region.split('/')[0] : written(row, 'country');
  return `${country}/${lastPart(region)}/${key}`;
}

function regionKey(row: Readonly<Record<string, unknown>>): string {
  const key = written(row, 'key');
  return key.includes('/') ? key : `${written(row, 'country')}/${key}`;
}

function written(row: Readonly<Record<string, unknown>>, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : unnamed;
}

function lastPart(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** Regions as written, or made from the places when the world has none. */
export function resolveRegions(parts: WorldParts, names: Names, utcOffsetHours: number, context: QuantityContext): readonly RegionSpec[] {
  const { report } = context;
  if (parts.regions.raw.length === 0) return derivedRegions(parts, utcOffsetHours);
  const seen = new Map<string, Entry<RawRegion>>();
  const regions: RegionSpec[] = [];
  for (const entry of parts.regions.valid) {
    const { where, path, value } = entry;
    const key = regionKey(value);
    if (key.split('/').length !== 2 || !key.startsWith(`${value.country}/`))
      report.error('WORLD_KEY', where, [...path, 'key'], { received: quoted(value.key), expected: `the country ${value.country}` });
    if (names.isComplete && !names.countries.has(value.country))
      report.error('NAME_UNKNOWN', where, [...path, 'country'], { what: 'country', received: quoted(value.country), known: names.countries });
    reportTwice(seen, key, entry, 'key', 'regions', context);
    checkSource(context, where, path, value);
    regions.push({
      country: value.country,
      key: lastPart(value.key),
      name: value.name,
      iso: value.iso ?? '',
      population: value.population,
      utcOffsetHours: value.utcOffsetHours,
      source: value.source ?? '',
    });
  }
  return regions;
}

function derivedRegions(parts: WorldParts, utcOffsetHours: number): readonly RegionSpec[] {
  const regions = new Map<string, RegionSpec>();
  for (const { value } of parts.places.valid) {
    const [country = '', key = ''] = placeKey(value).split('/');
    const before = regions.get(`${country}/${key}`);
    const population = (before?.population ?? 0) + value.population;
    regions.set(
      `${country}/${key}`,
      before
        ? { ...before, population }
        : { country, key, name: key, iso: '', population, utcOffsetHours: value.utcOffsetHours ?? utcOffsetHours, source: value.source ?? '' },
    );
  }
  return [...regions.values()];
}

/** Places with whole keys, grouped by country and region in the order those are declared. */
export function resolvePlaces(parts: WorldParts, regions: readonly RegionSpec[], names: Names, context: QuantityContext): readonly PlaceSpec[] {
  const byKey = new Map(regions.map((region, i) => [`${region.country}/${region.key}`, { region, rank: i }]));
  const seenKeys = new Map<string, Entry<RawPlace>>();
  const seenNames = new Map<string, Entry<RawPlace>>();
  const places: { place: PlaceSpec; rank: number }[] = [];
  for (const entry of parts.places.valid) {
    const { where, path, value } = entry;
    const key = placeKey(value);
    if (!placeKeyAgrees(key, entry, context)) continue;
    const [country = '', regionShort = '', short] = key.split('/');
    const regionFull = `${country}/${regionShort}`;
    const known = byKey.get(regionFull);
    if (names.isComplete && !names.countries.has(country))
      context.report.error('NAME_UNKNOWN', where, [...path, 'country' in value ? 'country' : 'key'], {
        what: 'country',
        received: quoted(country),
        known: names.countries,
      });
    else if (names.isComplete && !names.regions.has(regionFull))
      context.report.error('NAME_UNKNOWN', where, [...path, 'region' in value ? 'region' : 'key'], {
        what: 'region',
        received: quoted(regionFull),
        known: names.regions,
      });
    reportTwice(seenKeys, key, entry, 'key', 'places', context);
    reportTwice(seenNames, `${regionFull} ${value.name}`, entry, 'name', 'places of one region', context, value.name);
    checkSource(context, where, path, value);
    const place: PlaceSpec = {
      country,
      region: regionShort,
      key,
      name: value.name,
      latitude: value.latitude,
      longitude: value.longitude,
      population: value.population,
      kind: value.kind ?? (short === 'rural' ? 'rural' : 'town'),
      utcOffsetHours: value.utcOffsetHours ?? known?.region.utcOffsetHours ?? 0,
      strikeableShare01: value.strikeableShare01 ?? Number.NaN,
      uncoupled: value.uncoupled,
      capacity: value.capacity,
      source: value.source ?? '',
    };
    places.push({ place, rank: known?.rank ?? 0 });
  }
  const countryRank = new Map(parts.countries.valid.map((entry, i) => [entry.value.key, i]));
  const rankOf = (place: PlaceSpec) => countryRank.get(place.country) ?? 0;
  return places.sort((a, b) => rankOf(a.place) - rankOf(b.place) || a.rank - b.rank).map(({ place }) => place);
}

function placeKeyAgrees(key: string, entry: Entry<RawPlace>, context: QuantityContext): boolean {
  const { where, path, value } = entry;
  const [country, region] = key.split('/');
  if (!value.key.includes('/') && key.includes(unnamed)) {
    context.report.error('SCHEMA_MISSING', where, [...path, 'region'], {
      what: value.region === undefined ? 'the key "region"' : 'the key "country"',
      expected: 'country and region',
      hint: 'or write the whole key: <country>/<region>/<place>',
    });
    return false;
  }
  if (key.split('/').length !== 3) {
    context.report.error('SCHEMA_FORMAT', where, [...path, 'key'], {
      received: quoted(value.key),
      expected: 'a place key: <country>/<region>/<place>, or its last part beside country and region',
    });
    return false;
  }
  const agrees =
    (value.country ?? country) === country &&
    (value.region === undefined || lastPart(value.region) === region) &&
    (!value.region?.includes('/') || value.region === `${country}/${region}`);
  if (!agrees)
    context.report.error('WORLD_KEY', where, [...path, 'key'], {
      received: quoted(value.key),
      expected: `the country and region beside it (${value.country ?? country}/${lastPart(value.region ?? region!)})`,
    });
  return agrees;
}

/** Links between places that exist. */
export function resolveLinks(parts: WorldParts, names: Names, context: QuantityContext): readonly LinkSpec[] {
  const seen = new Map<string, Entry<RawLink>>();
  return parts.links.valid.map((entry) => {
    const { where, path, value } = entry;
    for (const end of ['from', 'to'] as const) {
      if (!names.isComplete || names.places.has(value[end])) continue;
      context.report.error('NAME_UNKNOWN', where, [...path, end], { what: 'place', received: quoted(value[end]), known: names.places });
    }
    if (value.from === value.to) context.report.error('LINK_SELF', where, [...path, 'to'], { received: quoted(value.to) });
    reportTwice(seen, `${value.from} to ${value.to} by ${value.mode}`, entry, 'from', 'links', context);
    checkSource(context, where, path, value);
    return { from: value.from, to: value.to, hours: value.hours, mode: value.mode, source: value.source ?? '' };
  });
}

/** Places must sum to their region, regions to the census of their country. */
export function checkSums(
  parts: WorldParts,
  regions: readonly RegionSpec[],
  places: readonly PlaceSpec[],
  censuses: ReadonlyMap<string, number>,
  context: QuantityContext,
): void {
  if (places.length < parts.places.raw.length || !parts.places.isComplete || !parts.regions.isComplete) return;
  const ofRegion = sums(places, (place) => `${place.country}/${place.region}`);
  const ofCountry = sums(regions, (region) => region.country);
  for (const { where, path, value } of parts.regions.valid) {
    const inside = ofRegion.get(`${value.country}/${lastPart(value.key)}`) ?? 0;
    if (inside !== value.population) report(where, [...path, 'population'], `the places of ${value.country}/${lastPart(value.key)}`, inside, value.population);
  }
  for (const { where, path, value } of parts.countries.valid) {
    const census = censuses.get(value.key);
    if (census === undefined) continue;
    const inside = ofCountry.get(value.key) ?? 0;
    const inner = typeof value.population === 'number' ? ['population'] : ['population', 'value'];
    if (inside !== census) report(where, [...path, ...inner], `the regions of ${value.key}`, inside, census);
  }
  function report(where: Entry<unknown>['where'], path: Path, what: string, inside: number, given: number) {
    context.report.error('WORLD_SUM', where, path, {
      what,
      received: String(inside),
      expected: String(given),
      hint: `${Math.abs(inside - given)} people too ${inside > given ? 'many' : 'few'}`,
    });
  }
}

function sums<T extends { readonly population: number }>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const row of rows) totals.set(keyOf(row), (totals.get(keyOf(row)) ?? 0) + row.population);
  return totals;
}

/** Report the second of two entries that share a name. */
export function reportTwice<T>(
  seen: Map<string, Entry<T>>,
  name: string,
  entry: Entry<T>,
  field: string,
  what: string,
  context: QuantityContext,
  shownName = name,
): void {
  const first = seen.get(name);
  if (!first) seen.set(name, entry);
  else
    context.report.error('NAME_DUPLICATE', entry.where, [...entry.path, field], {
      what,
      received: quoted(shownName),
      expected: `line ${first.where.spot([...first.path, field]).line}`,
    });
}
