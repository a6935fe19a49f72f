/**
 * Checks the tables of the world csto-2022: sums, keys, coordinates, sources.
 *
 *   node tools/geography/check.ts        (Node 22.18 or later, or through any TypeScript runner)
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { readTable, type Row } from './table.ts';

const world = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'scenarios', 'worlds', 'csto-2022');
/** south, north, west, east (east over 180 for Chukotka) */
const BOX: Readonly<Record<string, readonly [number, number, number, number]>> = {
  kazakhstan: [40.5, 55.5, 46.4, 87.4],
  russia: [41.1, 82, 19.6, 191],
  belarus: [51.2, 56.2, 23.1, 32.8],
  armenia: [38.8, 41.4, 43.4, 46.7],
  kyrgyzstan: [39.1, 43.3, 69.2, 80.3],
  tajikistan: [36.6, 41.1, 67.3, 75.2],
};
const faults: string[] = [];
const fault = (text: string): void => void faults.push(text);
const yaml = (name: string): any => parse(readFileSync(join(world, name), 'utf8'));

const countries: any[] = yaml('countries.yaml').countries;
const alliances: any[] = yaml('alliances.yaml').alliances;
const sources: Record<string, { title?: string; address?: string }> = yaml('sources.yaml').sources;
const regions = readTable(join(world, 'regions.csv'));
const places = readTable(join(world, 'places.csv'));
const links = readTable(join(world, 'links.csv'));
const indicators = readTable(join(world, 'indicators.csv'));

const used = new Set<string>();
const uses = (key: string | undefined, where: string): void => {
  if (key === undefined || key === '') return fault(`${where}: no source`);
  used.add(key);
  if (!(key in sources)) fault(`${where}: source ${key} is not declared`);
};
for (const [key, s] of Object.entries(sources)) {
  if (!s.title || !/^https?:\/\/\S+$/.test(s.address ?? '')) fault(`source ${key}: title or address`);
}
const quantity = (q: any, where: string): void => {
  if (typeof q?.value !== 'number' || typeof q.unit !== 'string') return fault(`${where}: value or unit`);
  if ((q.source === undefined) === (q.assumption === undefined)) fault(`${where}: exactly one of source and assumption`);
  if (q.source !== undefined) uses(q.source, where);
  for (const [, key] of String(q.assumption ?? '').matchAll(/\(([a-z]+[-\w]*\d*)\)/g)) if (key in sources) used.add(key);
  if (q.range && !(q.range[0] <= q.value && q.value <= q.range[1])) fault(`${where}: value outside its range`);
};

const unique = (keys: readonly string[], what: string): void => {
  const seen = new Set<string>();
  for (const key of keys) {
    if (seen.has(key)) fault(`${what}: ${key} twice`);
    seen.add(key);
  }
};
unique(
  countries.map((c) => c.key),
  'country',
);
unique(
  regions.map((r) => `${r.country}/${r.key}`),
  'region',
);
unique(
  regions.map((r) => r.iso),
  'iso',
);
unique(
  places.map((p) => p.key),
  'place',
);
unique(
  places.map((p) => `${p.country} ${p.latitude} ${p.longitude} ${p.kind}`),
  'coordinates',
);
unique(
  indicators.map((r) => `${r.country} ${r.year} ${r.indicator}`),
  'indicator',
);

const placeKeys = new Set(places.map((p) => p.key));
const regionKeys = new Set(regions.map((r) => `${r.country}/${r.key}`));
const sum = (rows: readonly Row[]): number => rows.reduce((s, r) => s + Number(r.population), 0);
for (const c of countries) {
  const here = places.filter((p) => p.country === c.key);
  const total = sum(regions.filter((r) => r.country === c.key));
  if (total !== c.population.value) fault(`${c.key}: regions sum to ${total}, not ${c.population.value}`);
  if (sum(here) !== total) fault(`${c.key}: places sum to ${sum(here)}, not ${total}`);
  for (const key of [c.seatPlace, c.chiefCity]) if (!placeKeys.has(key)) fault(`${c.key}: no place ${key}`);
  for (const key of c.neighbours) if (!countries.some((o) => o.key === key && o.neighbours.includes(c.key))) fault(`${c.key}: neighbour ${key}`);
  quantity(c.population, `${c.key} population`);
  quantity(c.strikeableShare01, `${c.key} strikeableShare01`);
  for (const force of ['police', 'interior', 'army']) quantity(c.forces[force], `${c.key} ${force}`);
  uses(c.parliament.source, `${c.key} parliament`);
  const rural = here.filter((p) => p.kind === 'rural').length;
  process.stdout.write(
    `${c.key}: ${total} people, ${regions.filter((r) => r.country === c.key).length} regions, ${here.length - rural} towns, ${rural} rural rows\n`,
  );
}
for (const r of regions) {
  const path = `${r.country}/${r.key}`;
  const here = places.filter((p) => `${p.country}/${p.region}` === path);
  if (here.length === 0) fault(`${path}: no places`);
  if (sum(here) !== Number(r.population)) fault(`${path}: places do not sum to the region`);
  uses(r.source, path);
}
for (const p of places) {
  const box = BOX[p.country];
  const east = Number(p.longitude) < -160 ? Number(p.longitude) + 360 : Number(p.longitude);
  const north = Number(p.latitude);
  if (!(north >= box[0] && north <= box[1] && east >= box[2] && east <= box[3])) fault(`${p.key}: ${p.latitude}, ${p.longitude}`);
  if (!/^[a-z0-9-]+\/[a-z0-9-]+\/[a-z0-9-]+$/.test(p.key) || !p.key.startsWith(`${p.country}/${p.region}/`)) fault(`${p.key}: key`);
  if (!regionKeys.has(`${p.country}/${p.region}`)) fault(`${p.key}: region`);
  if (!(Number(p.population) > 0) || !Number.isInteger(Number(p.population))) fault(`${p.key}: population`);
  if ((p.kind === 'rural') !== p.key.endsWith('/rural')) fault(`${p.key}: kind`);
  if (p.strikeableShare01 !== '' && !(Number(p.strikeableShare01) > 0 && Number(p.strikeableShare01) < 1)) fault(`${p.key}: strikeableShare01`);
  uses(p.source, p.key);
}
for (const l of links) {
  for (const key of [l.from, l.to]) if (!placeKeys.has(key)) fault(`link: no place ${key}`);
  if (!(Number(l.hours) > 0)) fault(`link ${l.from} ${l.to}: hours`);
  uses(l.source, `link ${l.from}`);
}
for (const r of indicators) {
  const value = Number(r.value);
  if (r.value === '' || !Number.isFinite(value)) fault(`${r.country} ${r.indicator}: value`);
  if (r.indicator.endsWith('01') && !(value >= 0 && value <= 1)) fault(`${r.country} ${r.indicator}: outside [0, 1]`);
  uses(r.source, `${r.country} ${r.indicator}`);
}
for (const a of alliances) {
  for (const q of ['liftPeoplePerDay', 'contingentMax', 'firstLandingHours']) quantity(a[q], `${a.key} ${q}`);
  for (const [key, q] of Object.entries(a.contributions)) {
    if (!a.members.includes(key)) fault(`${a.key}: ${key} is no member`);
    quantity(q, `${a.key} ${key}`);
  }
}
const idle = Object.keys(sources).filter((key) => !used.has(key));
if (idle.length > 0) process.stdout.write(`declared, named only in words or not at all: ${idle.join(', ')}\n`);
for (const f of faults) process.stderr.write(`${f}\n`);
process.stdout.write(faults.length === 0 ? 'all checks passed\n' : `${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
