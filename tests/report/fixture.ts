/** A made-up comparison with the shape of a real one: 24 pairs, two arms, seeded. */
import { readFileSync } from 'node:fs';
import { forceSeries } from '../../src/experiment/force-series.ts';
import type { RunSummary } from '../../src/experiment/summary.ts';
import { fallMeanings } from '../../src/experiment/summary.ts';
import { horizonsDays } from '../../src/scenario/claims.ts';
import type { ComparedPlace, Comparison, RecordRow } from '../../src/report/comparison.ts';
import type { WorldShapes } from '../../src/view/geography.ts';
import { spreadOf } from '../../src/view/statistics.ts';
import { dice, quantity, smallScenario } from '../support/worlds.ts';

export const shapes = JSON.parse(readFileSync(new URL('../../node_modules/world-atlas/countries-50m.json', import.meta.url), 'utf8')) as WorldShapes;

const towns: readonly (readonly [string, number, number, number, boolean?])[] = [
  ['Almaty', 43.25, 76.92, 2_030_285],
  ['Nur-Sultan', 51.18, 71.45, 1_234_042],
  ['Shymkent', 42.3, 69.6, 1_112_478],
  ['Aktobe', 50.28, 57.21, 540_493],
  ['Karaganda', 49.8, 73.1, 497_777],
  ['Taraz', 42.9, 71.37, 418_368],
  ['Atyrau', 47.12, 51.88, 306_548],
  ['Aktau', 43.65, 51.16, 251_855],
  ['Taldykorgan', 45.02, 78.37, 165_325],
  ['Zhanaozen', 43.34, 52.86, 75_604],
  ['Almaty region, small towns and villages', 44.2, 77.7, 1_621_067, true],
  ['Kaskelen', 43.2, 76.62, 79_482],
];
export const fixturePlaces: readonly ComparedPlace[] = towns.map(([name, latitude, longitude, residents, isRural]) => ({
  key: `kazakhstan/x/${name.toLowerCase()}`,
  name,
  latitude,
  longitude,
  residents,
  isRural: isRural ?? false,
}));

const hours = 33 * 24;
const clockHour = 96;

export function fixture(places: readonly ComparedPlace[] = fixturePlaces, pairs = 24): Comparison {
  const luck = dice(7, 'report fixture');
  const decided = Array.from({ length: pairs }, (_, i) => run(i, 'as-decided', places, luck, pairs));
  const without = Array.from({ length: pairs }, (_, i) => run(i, 'none', places, luck, pairs));
  const small = smallScenario({ residents: [[1000, 500], [800], [3000]], hours });
  const scenario = {
    ...small,
    name: 'kazakhstan-2022',
    title: 'Kazakhstan, January 2022: with and without the contingent',
    question:
      'The authors hold that without outside intervention the protests would most likely have ended the regime within days or weeks. How well does that stand up, and what does it hang on?',
    about: 'A commentary of 6 January 2022 on the uprising in Kazakhstan, put to the model.',
    focus: 'land-0',
    hash: 'b7c1f0e2a4d35968b7c1f0e2a4d35968',
    arms: [
      { id: 'as-decided', title: 'as the alliance decides', do: [] },
      { id: 'none', title: 'no foreign troops are sent', do: [{ atHour: 0, set: 'decide.help', to: 'refused', in: 'pact' }] },
    ],
    events: [
      {
        id: 'gas-price',
        kind: 'price' as const,
        atHour: 0,
        where: ['kazakhstan/mangystau'],
        group: 'all' as const,
        grievance01: { value: 0.25, unit: '1', range: [0.1, 0.4] as const, assumption: 'size of the blow is our guess' },
        reach01: { value: 0.3, unit: 'share', range: [0.1, 0.5] as const, source: 'chronicle' },
        hours: 6,
        everyDays: 0,
        source: 'chronicle',
      },
    ],
    variants: { mobilise: ['threshold', 'logistic'] },
    parameters: { 'fire.allowed01': { ...quantity(0.4), range: [0.2, 0.6] as const } },
    sources: {
      chronicle: { title: 'Chronicle of January (an agency)', address: 'https://example.org/chronicle', date: '2022-01-15' },
      memory: { title: 'From memory', address: 'not online' },
    },
  };
  return {
    scenario,
    engineVersion: '0.1.0',
    seed: 20220102,
    pairs,
    failed: 1,
    heading: 'uncalibrated: prior draws',
    clockHour,
    arms: [
      { id: 'as-decided', title: 'as the alliance decides', runs: decided },
      { id: 'none', title: 'no foreign troops are sent', runs: without },
    ],
    divergences: decided.map((one) =>
      Number.isNaN(one.quantities['decisionHour']!)
        ? { hour: -1 }
        : {
            hour: one.quantities['decisionHour']!,
            ...(one.quantities['granted'] === 1
              ? {
                  left: { what: 'help granted', by: 'decide', where: 'Kazakhstan' },
                  right: { what: 'help refused', by: 'decide', where: 'Kazakhstan' },
                }
              : { left: { what: 'member consents', by: 'ratify', where: 'Belarus' } }),
          },
    ),
    record: records(decided),
    places,
    parameters: [
      {
        id: 'fall.headPerHour',
        unit: 'per h',
        low: 0.0015,
        high: 0.02,
        meaning: 'hourly hazard that the head is dropped at full threat, with a divided elite and no belief',
        assumption: 'days to weeks',
      },
      { id: 'mobilise.seenWeight', unit: '1', low: 0.2, high: 2.5, meaning: 'weight of people seen', source: 'chronicle' },
      {
        id: 'police.detainPerOfficer',
        unit: 'people/day',
        low: 0.05,
        high: 0.5,
        meaning: 'arrests one officer can make in a day',
        source: 'chronicle',
        assumption: 'the width of the range',
      },
    ],
    variants: [
      { mechanism: 'mobilise', form: 'threshold', pairs: 15 },
      { mechanism: 'obey', form: 'pressure', pairs },
    ],
    command: 'unrest compare kazakhstan-2022 --pairs 24 --seed 20220102',
  };
}

function run(pair: number, arm: string, places: readonly ComparedPlace[], luck: (n: number) => number, pairs: number): RunSummary {
  const u = (k: number) => luck(pair * 1000 + k);
  const size = 10 ** (2.6 + 2.6 * u(0));
  const start = 30 + 50 * u(1);
  const half = 25 + 110 * u(2) * u(3);
  const isBig = size > 6000;
  const helped = arm === 'as-decided' && isBig && u(4) > 0.25;
  const parted = clockHour + 3 * u(5);
  const turnout = Float32Array.from({ length: hours }, (_, h) => {
    const daily = 0.35 + 0.65 * Math.max(0, Math.sin(((h - 8) / 24) * 2 * Math.PI));
    const wave = h < start ? 0 : ((h - start) / 24) * Math.exp(1 - (h - start) / half) * (24 / half);
    return Math.round(size * wave * daily * (h > parted && isBig && !helped ? 1.35 : 1));
  });
  const days = hours / 24;
  const lostFrom = (p: number) => isBig && u(50 + p) < 0.45 && luck(40_000 + p) < 0.6;
  const dailyCrowd = places.map((place, p) =>
    Float32Array.from({ length: days }, (_, d) =>
      Math.round(Math.max(...turnout.slice(d * 24, d * 24 + 24)) * (place.residents / 19_000_000) * (place.isRural ? 0.1 : 3 * u(200 + p))),
    ),
  );
  const dailyLost = places.map((place, p) =>
    Uint8Array.from({ length: days }, (_, d) =>
      !place.isRural && lostFrom(p) && d >= 3 && d < (helped ? 5 : 6 + 8 * u(300 + p))
        ? 1
        : !helped && isBig && !place.isRural && u(400 + p) < 0.08 && d > 4 && d < 7
          ? 1
          : 0,
    ),
  );
  const dailyControl = dailyLost.map((lost, p) => lost.map((one, d) => (one === 1 ? 2 : isBig && !places[p]!.isRural && d === 3 && u(700 + p) < 0.5 ? 1 : 0)));
  const asks = isBig && u(6) > 0.15;
  const fallsAt = isBig && u(7) < (helped ? 0.12 : 0.3) ? clockHour + 400 * u(8) : Number.NaN;
  const quantities: Record<string, number> = {
    peakTurnout: Math.max(...turnout),
    placesEverLost: dailyLost.filter((one) => one.some((x) => x === 1)).length,
    detained: Math.round(size * 0.12 * (1 + u(9))),
    dead: Math.round(size * 0.002 * u(10) * (helped ? 0.8 : 1)),
    requestHour: asks ? 72 + 48 * u(11) : Number.NaN,
    decisionHour: asks ? parted : Number.NaN,
    granted: helped && asks ? 1 : 0,
    firstLandingHour: asks && helped ? parted + 8 + 20 * u(12) : Number.NaN,
  };
  for (const meaning of fallMeanings)
    for (const d of horizonsDays)
      quantities[`${meaning}Within${d}`] = meaning !== 'seat' && fallsAt < clockHour + d * 24 && (meaning === 'head' || u(13) < 0.4) ? 1 : 0;
  const strength: Record<string, number> = { police: 75_000, interior: 20_000, army: 39_000, aside: 0, changedSides: 0, foreign: 0 };
  const forces = forceSeries.map((name) =>
    Float32Array.from({ length: hours }, (_, h) => {
      const aside = isBig && h > start + 60 && h < start + 160 ? Math.round(900 * u(14)) : 0;
      if (name === 'police') return strength[name]! - aside;
      if (name === 'aside') return aside;
      if (name === 'foreign') return helped && asks && h > parted + 12 && h < parted + 240 ? 2030 : 0;
      return strength[name]!;
    }),
  );
  const decision = (hour: number, kind: string, by: string, country = 'land-0') => ({ hour, kind, by, country, place: '', because: {} });
  return {
    arm,
    digest: `${(pair * 7919 + (arm === 'none' ? 13 : 0)).toString(16).padStart(8, '0')}${pairs}`,
    quantities,
    turnout,
    outOnDay: turnout,
    placesLost: new Float32Array(hours),
    dailyCrowd,
    dailyLost,
    dailyControl,
    forces,
    decisions: [
      decision(0, 'event: gas-price', 'shock'),
      ...(isBig ? [decision(start + 40, 'state of emergency', 'govern'), decision(start + 60, 'network shut down', 'govern')] : []),
      ...(asks
        ? [decision(quantities['requestHour']!, 'help requested from Pact', 'request'), decision(parted, helped ? 'help granted' : 'help refused', 'decide')]
        : []),
      ...(helped && asks
        ? [decision(parted + 20, 'parliament consents', 'ratify', 'land-1'), decision(quantities['firstLandingHour']!, 'first foreign troops land', 'send')]
        : []),
      ...(Number.isNaN(fallsAt) ? [] : [decision(fallsAt, 'head of government out', 'fall')]),
    ],
  };
}

function records(runs: readonly RunSummary[]): RecordRow[] {
  const source = { title: 'Chronicle of January (an agency)', address: 'https://example.org/chronicle' };
  const row = (
    id: string,
    label: string,
    kind: string,
    name: string,
    hour: number,
    value: number,
    low: number,
    high: number,
    values: readonly number[],
  ): RecordRow => {
    const s = spreadOf(values);
    const model = {
      median: s.median,
      p25: s.p25,
      p75: s.p75,
      p05: s.p05,
      p95: s.p95,
      shareDefined: s.count / values.length,
      values: values.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b),
    };
    return {
      id,
      label,
      quantity: name,
      at: label.includes('Mangystau') || label.includes('Almaty') ? 'kazakhstan/mangystau' : '2022-01-05T18:00+06:00',
      hour,
      value,
      low,
      high,
      kind,
      source,
      model,
      in50: value >= s.p25 && value <= s.p75,
      in90: value >= s.p05 && value <= s.p95,
    };
  };
  const at = (hour: number) => runs.map((one) => one.turnout[hour]!);
  const of = (name: string) => runs.map((one) => one.quantities[name]!);
  return [
    row('out-2', 'people out, Mangystau', 'official count', 'turnoutDay', 18, 700, 350, 3500, at(18)),
    row('out-4', 'people out, whole country', 'official count', 'turnoutDay', 66, 36_831, 18_000, 150_000, at(66)),
    row('out-5', 'people out, whole country', 'official count', 'turnoutDay', 90, 50_000, 25_000, 200_000, at(90)),
    row('dead', 'dead, final count', 'official count', 'dead', Number.NaN, 238, 219, 300, of('dead')),
    row('almaty', 'people out, Almaty', 'official count', 'turnoutDay', 66, 5000, 5000, 40_000, at(66)),
    row('detained', 'detained by 11 January', 'press', 'detained', 232, 9900, 8000, 12_000, of('detained')),
    row('request', 'help requested', 'broadcast', 'requestHour', 96.65, 96.65, 95, 97, of('requestHour')),
    row('landing', 'main units of the contingent landed', 'broadcast', 'firstLandingHour', 115, 115, 104, 116, of('firstLandingHour')),
    row(
      'seat',
      'seat of government lost to the crowd',
      'absence in all reports',
      'seatLost',
      Number.NaN,
      0,
      0,
      0,
      runs.map(() => 0),
    ),
    row('vote', 'parliament votes', 'press', 'parliamentVoteHour', 120, 120, 118, 124, [Number.NaN]),
  ];
}
