/** What the riot wave is held to: closed relations of its equations, and what the paper and its authors' summary say of its shape. */
import { ln } from '../../base/maths.ts';
import { target, type Target } from '../contract.ts';
import { estimate, signOf, written } from '../estimate.ts';
import { firstGrowthPerDay, frontSpeed, leadingInfluence, left01, stocksLeft } from './closed-forms.ts';
import { outbreak, run, type Country } from './model.ts';
import { exponentialOfDistance, newsAlone, plane, powerOfDistance, row, type Plane, type Reach } from './towns.ts';
import { rankCorrelation, waveOf, type Wave } from './wave.ts';

/** ASSUMPTION: inside the range the literature recalls. */
export const leavePerDay = 0.3;
/** ASSUMPTION: people whom one active person draws in at first, all towns together. */
export const drawnIn = 2.5;
/** ASSUMPTION: share of the first town's stock that begins. */
export const begins01 = 0.05;
export const sideKm = 80;
export const stepDays = 0.25;
const farKm = 30;

/** A way in which distance counts, and how long its riots are followed. */
export interface Kind {
  readonly name: string;
  readonly reach: Reach;
  readonly days: number;
}

export const nearby: Kind = { name: 'nearby towns, exp(−d/8 km)', reach: exponentialOfDistance(8), days: 150 };
export const recalled: Kind = { name: '(1 + d/8 km)^−0.67 and the news, 0.1', reach: powerOfDistance(8, 0.67, 0.1), days: 80 };
export const news: Kind = { name: 'the news alone', reach: newsAlone, days: 80 };

/** A country with what went through it. */
export interface History {
  readonly plane: Plane;
  readonly active: Float64Array;
  readonly wave: Wave;
}

/** One riot on each invented plane. */
export function histories(seeds: readonly number[], towns: number, { reach, days }: Kind): History[] {
  return seeds.map((seed) => {
    const found = plane(seed, towns, sideKm, reach, drawnIn, leavePerDay);
    const active = new Float64Array(towns);
    active[found.start] = begins01 * found.country.stock[found.start]!;
    return { plane: found, active, wave: waveOf(found.country, active, days, stepDays) };
  });
}

function single(growth: number): Country {
  return { towns: 1, weights: new Float64Array([1]), stock: new Float64Array([100]), joinPerDay: (growth * leavePerDay) / 100, leavePerDay };
}

/** One town: share left and height worked out apart from this program for a hundredth active at first. */
const alone = [
  [1.5, 0.401296, 0.073023],
  [2, 0.19653, 0.163426],
  [3, 0.057394, 0.310463],
] as const;

/** One town alone: the end, the height, no take-off, rise and fall. */
export function oneTownTargets(): Target[] {
  const active01 = 0.01;
  const found = alone.flatMap(([growth, left, peak]) => {
    const country = single(growth);
    const wave = waveOf(country, [100 * active01], 400, 0.02);
    const stockAtPeak = heldAtPeak(country, 100 * active01);
    return [
      target({ what: `one town, R = ${growth}: share of the stock left`, basis: 'equations', published: left, obtained: wave.left[0]! / 100, tolerance: 2e-6 }),
      target({
        what: `one town, R = ${growth}: most active, share of the stock`,
        basis: 'equations',
        published: peak,
        obtained: wave.mostActive[0]! / 100,
        tolerance: 2e-6,
      }),
      target({
        what: `one town, R = ${growth}: share of the stock left at the peak (1/R)`,
        basis: 'equations',
        published: 1 / growth,
        obtained: stockAtPeak,
        tolerance: 5e-3,
      }),
    ];
  });
  const below = waveOf(single(0.95), [1], 100, 0.02);
  const fall = ratesOf(single(2), 1);
  const left = left01({ R: 2, active01 });
  return [
    ...found,
    target({ what: 'one town, R = 0.95: most active over active at first (no take-off)', basis: 'equations', published: 1, obtained: below.mostActive[0]! }),
    target({
      what: 'one town, R = 2: fall at the end over rise at the start, per day',
      basis: 'equations',
      published: (1 - 2 * left) / (2 * 0.999 - 1),
      obtained: fall,
      tolerance: 2e-3,
    }),
  ];
}

function heldAtPeak(country: Country, active: number): number {
  const riot = outbreak(country, [active]);
  let best = [0, 0];
  run(country, riot, 200, 0.02, () => {
    if (riot[0]! > best[0]!) best = [riot[0]!, riot[1]! / country.stock[0]!];
  });
  return best[1]!;
}

/** Rate of fall in the last day over rate of rise in the first tenth of a day. */
function ratesOf(country: Country, active: number): number {
  const riot = outbreak(country, [active]);
  const course: number[] = [];
  run(country, riot, 300, 0.01, () => course.push(riot[0]!));
  const rise = ln(course[10]! / course[0]!) / 0.1;
  const fall = ln(course.at(-101)! / course.at(-1)!) / 1;
  return fall / rise;
}

/** Several towns: relations that must hold for any weights. */
export function manyTownTargets({ name }: Kind, made: readonly History[]): Target[] {
  const relations = made.map(({ plane: { country }, active }) => stocksLeft(country, active));
  const apart = made.flatMap(({ plane: { country }, wave }, i) => Array.from(relations[i]!, (left, k) => Math.abs(left - wave.left[k]!) / country.stock[k]!));
  const share = (left: (i: number) => Float64Array) =>
    made.reduce((mean, { plane: { country } }, i) => mean + sum(left(i)) / sum(country.stock) / made.length, 0);
  const { country } = made[0]!.plane;
  const riot = outbreak(
    country,
    leadingInfluence(country).mix.map((part) => 1e-6 * part),
  );
  const before = riot[0]!;
  run(country, riot, 1, 0.01);
  return [
    target({
      what: `${name}: share of all stock that is never used, nobody repressing`,
      basis: 'equations',
      published: share((i) => relations[i]!),
      obtained: share((i) => made[i]!.wave.left),
      tolerance: 1e-4,
    }),
    target({
      what: `${name}: largest difference of a town from the final relation, share of its stock`,
      basis: 'equations',
      published: 0,
      obtained: Math.max(...apart),
      tolerance: 1e-4,
    }),
    target({
      what: `${name}: growth at first, per day`,
      basis: 'equations',
      published: firstGrowthPerDay(country),
      obtained: ln(riot[0]! / before),
      tolerance: 1e-6,
    }),
  ];
}

const sum = (list: Float64Array) => list.reduce((total, value) => total + value, 0);

/** Does the height of the riot come later farther from the start? */
export function travelTarget({ name }: Kind, basis: Target['basis'], published: number, made: readonly History[]): Target {
  const others = (list: readonly number[], start: number) => list.filter((_, k) => k !== start);
  const found = estimate(made.map(({ plane: { start, kmFromStart }, wave }) => rankCorrelation(others(wave.peakDay, start), others(kmFromStart, start))));
  const late = estimate(
    made.map(({ plane: { start, kmFromStart }, wave: { peakDay } }) => estimate(peakDay.filter((_, k) => kmFromStart[k]! > farKm)).mean - peakDay[start]!),
  );
  return target({
    what: `${name}: sign of the rank correlation of peak day and distance from the start`,
    basis,
    published,
    obtained: signOf(found),
    measured: `${written(found)}; towns beyond ${farKm} km peak ${written(late)}, days after the first`,
  });
}

/** Do towns take longer to calm down than to rise? */
export function shapeTarget({ name }: Kind, made: readonly History[]): Target {
  const found = estimate(made.map(({ wave: { riseDays, fallDays } }) => fallDays.reduce((mean, fall, k) => mean + (fall - riseDays[k]!) / fallDays.length, 0)));
  return target({
    what: `${name}: sign of days from peak to half less days from half to peak`,
    basis: 'read',
    published: 1,
    obtained: signOf(found),
    measured: `${written(found)}, days`,
  });
}

/** The front in a row of equal towns against the speed its equations select, with the slow approach to it. */
export function frontTarget(towns: number): Target {
  const made = row(towns, 4, 5, drawnIn, leavePerDay);
  const { kmPerDay, perKm } = frontSpeed(made.row);
  const riot = outbreak(
    made.country,
    Float64Array.from({ length: towns }, (_, k) => (k === 0 ? 5 : 0)),
  );
  const passed = new Float64Array(towns).fill(Infinity);
  run(made.country, riot, (1.05 * towns * made.row.apartKm) / kmPerDay, 0.1, (day) => {
    for (let k = 0; k < towns; k++) if (passed[k] === Infinity && riot[k]! > 1) passed[k] = day;
  });
  const [from, to] = [Math.floor(0.4 * towns), Math.floor(0.9 * towns)];
  const took = passed[to]! - passed[from]!;
  return target({
    what: 'row of equal towns, exp(−d/5 km): speed of the front',
    unit: 'km a day',
    basis: 'equations',
    published: kmPerDay - (1.5 / perKm) * (ln(passed[to]! / passed[from]!) / took),
    obtained: ((to - from) * made.row.apartKm) / took,
    // the next term of the approach falls with the 3/2 power of time
    tolerance: 0.01 * kmPerDay,
  });
}
