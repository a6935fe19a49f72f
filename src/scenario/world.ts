/** A world from its parts: every reference followed, every sum taken. */
import { quoted } from '../base/issue.ts';
import type { Clock } from './clock.ts';
import { checkSums, namesOf, resolveLinks, resolvePlaces, resolveRegions, type Names } from './geography.ts';
import type { QuantityContext } from './quantity.ts';
import type { Located, Report } from './report.ts';
import { resolveAlliances, resolveCountries, resolveIndicators } from './states.ts';
import type { Source, WorldSpec } from './types.ts';
import type { Entry } from './validate.ts';
import { requireSome, type WorldParts } from './world-files.ts';

type RawSource = { readonly title: string; readonly address: string; readonly date?: string | number | undefined; readonly note?: string | undefined };

/** The world, and the names other parts of the scenario may refer to. */
export function resolveWorld(
  parts: WorldParts,
  scenario: Located,
  clock: Clock | undefined,
  context: QuantityContext,
): { readonly world: WorldSpec; readonly names: Names } {
  const names = namesOf(parts);
  requireSome(parts.countries, 'countries', scenario, context.report);
  requireSome(parts.places, 'places', scenario, context.report);
  const countries = resolveCountries(parts, names, context);
  const regions = resolveRegions(parts, names, (clock?.offsetMinutes ?? 0) / 60, context);
  const places = resolvePlaces(parts, regions, names, context);
  const censuses = new Map(countries.filter((country) => !Number.isNaN(country.population.value)).map((country) => [country.key, country.population.value]));
  if (canBeHeld(parts, context.report)) checkSums(parts, regions, places, censuses, context);
  const world: WorldSpec = {
    id: parts.id,
    countries,
    regions,
    places,
    links: resolveLinks(parts, names, context),
    indicators: resolveIndicators(parts, names, context),
    alliances: resolveAlliances(parts, names, context),
    sources: resolveSources(parts.sources, context.report),
  };
  return { world, names };
}

/** People of one world: slots are numbered in 31 bits. */
export const maxPeople = 1_000_000_000;
/** Places of one world: the table of travel times holds each pair, 800 MB for this many. */
export const maxPlaces = 10_000;

/** Whether the engine can hold a world; if not, the place with which it becomes too large is reported. */
function canBeHeld(parts: WorldParts, report: Report): boolean {
  let people = 0;
  for (const [i, { where, path, value }] of parts.places.valid.entries()) {
    people += Math.max(value.population, value.capacity);
    if (people <= maxPeople && i < maxPlaces) continue;
    const [received, expected] = i < maxPlaces ? [`${people} people or slots`, `${maxPeople}`] : [`${parts.places.raw.length} places`, `${maxPlaces}`];
    report.error('WORLD_SIZE', where, [...path, 'population'], { what: 'the world up to here', received, expected });
    return false;
  }
  return true;
}

/** Declared sources; each must say where to find it. */
export function resolveSources(entries: ReadonlyMap<string, Entry<RawSource>>, report: Report): Readonly<Record<string, Source>> {
  const result: Record<string, Source> = {};
  for (const [name, { where, path, value }] of entries) {
    if (value.address.trim() === '') report.error('SOURCE_ADDRESS', where, [...path, 'address'], { received: quoted(name) });
    result[name] = {
      title: value.title,
      address: value.address,
      ...(value.date === undefined ? {} : { date: String(value.date) }),
      ...(value.note === undefined ? {} : { note: value.note }),
    };
  }
  return result;
}

/** One name, one source: a key declared twice would make every reference to it ambiguous. */
export function mergedSources(
  own: Readonly<Record<string, Source>>,
  inherited: Readonly<Record<string, Source>>,
  from: string,
  file: Located,
  report: Report,
): Readonly<Record<string, Source>> {
  for (const name of Object.keys(own)) {
    if (Object.hasOwn(inherited, name))
      report.error('NAME_DUPLICATE', file, ['sources', name], { what: 'sources', received: quoted(name), expected: from }, 'key');
  }
  return Object.fromEntries(Object.entries({ ...inherited, ...own }).sort(([a], [b]) => (a < b ? -1 : 1)));
}
