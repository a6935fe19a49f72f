/** Who knows whom, asked of everybody in hundreds of random worlds. */
import { expect, test } from 'vitest';
import { nearSquare, Permutation } from '../../src/base/permutation.ts';
import { drawKey, threefry, uniform01, words } from '../../src/base/random.ts';
import { buildWorld } from '../../src/world/build.ts';
import { travelTable } from '../../src/world/geography.ts';
import { farLevels, nearLevels, type FarLevel } from '../../src/world/people/ties.ts';
import type { World } from '../../src/world/world.ts';
import { acquaint } from '../oracle/acquaintances.ts';
import { everybodyOf } from '../oracle/person.ts';
import { dice, smallScenario, valuesFor } from '../support/worlds.ts';
import { randomWorld } from './random-world.ts';

const worldCount = 400;

function tiesWorld(seed: number): { world: World; values: Readonly<Record<string, number>> } {
  const { scenario, values } = randomWorld(seed);
  return { world: buildWorld(scenario, seed, values), values };
}

/** [person] numbers of everybody `Ties.of` names for him. */
function askEverybody(world: World): number[][] {
  const { ties, offsets, residents, people } = world.settlement;
  const buffer = new Int32Array(64);
  const lists: number[][] = [];
  for (let place = 0; place < residents.length; place++) {
    for (let slot = 0; slot < residents[place]!.capacity; slot++) {
      const n = ties.of(place, slot, buffer);
      lists[offsets[place]! + slot] = Array.from(buffer.subarray(0, n));
    }
  }
  expect(lists.length).toBe(people);
  return lists;
}

const ascending = (list: readonly number[]) => [...list].sort((a, b) => a - b);

test('in every world everybody has the ties of the forward walk; ties are mutual, never with oneself, fewer than 32', () => {
  const met = {
    uncoupled: 0,
    'single-place country': 0,
    'place of 1': 0,
    'place of 2': 0,
    'place of 7': 0,
    'capacity not a square': 0,
    'last group not full': 0,
    'tied twice': 0,
    'tie abroad': 0,
  };
  for (let seed = 1; seed <= worldCount; seed++) {
    const { world } = tiesWorld(seed);
    const everybody = everybodyOf(world);
    acquaint(everybody, world);
    const lists = askEverybody(world);
    const times = new Map<string, number>();
    for (const { number, home, country, friends } of everybody) {
      const list = lists[number]!;
      if (list.length >= 32 || list.includes(number)) expect.fail(`seed ${seed}: person ${number} has ${list.length} ties or one with himself`);
      if (String(ascending(list)) !== String(ascending(friends.map((f) => f.number))))
        expect.fail(`seed ${seed}: ties of person ${number} differ from the forward walk`);
      for (const other of list) times.set(`${number} ${other}`, (times.get(`${number} ${other}`) ?? 0) + 1);
      if (world.places.uncoupled[home] === 1) expect(list).toEqual([]);
      if (new Set(list).size < list.length) met['tied twice']++;
      if (friends.some((f) => f.country !== country)) met['tie abroad']++;
    }
    for (const [pair, n] of times) {
      const [a, b] = pair.split(' ');
      if (times.get(`${b} ${a}`) !== n) expect.fail(`seed ${seed}: ${a} names ${b} ${n} times, ${b} names ${a} ${times.get(`${b} ${a}`) ?? 0} times`);
    }
    count(world, met);
  }
  for (const [what, times] of Object.entries(met)) expect([what, times >= 20]).toEqual([what, true]);
});

function count(world: World, met: Record<string, number>): void {
  for (const { residents, capacity } of world.settlement.residents) {
    if ([1, 2, 7].includes(residents)) met[`place of ${residents}`]!++;
    if (Math.sqrt(capacity) % 1 !== 0) met['capacity not a square']!++;
    if (capacity % nearLevels[0]!.groupSize !== 0) met['last group not full']!++;
  }
  met['uncoupled']! += world.places.uncoupled.filter((u) => u === 1).length;
  const placesOf = (c: number) => world.countries.endPlace[c]! - world.countries.firstPlace[c]!;
  for (let c = 0; c < world.countries.count; c++) if (placesOf(c) === 1) met['single-place country']!++;
}

test('near groups hold every slot of a place once', () => {
  for (let seed = 1; seed <= 100; seed++) {
    const { world } = tiesWorld(seed);
    world.settlement.residents.forEach(({ capacity }, place) => {
      for (let level = 0; level < nearLevels.length; level++) {
        const slots = [...world.settlement.ties.nearGroups(level, place)].flat();
        expect(ascending(slots)).toEqual(Array.from({ length: capacity }, (_, s) => s));
      }
    });
  }
});

test('between any two places there are as many far ties as gravity says', () => {
  for (let seed = 1; seed <= worldCount; seed++) {
    const { world, values } = tiesWorld(seed);
    for (const level of farLevels) {
      const found = new Map<string, number>();
      for (const [a, , b] of world.settlement.ties.forwardFarTies(level)) found.set(`${a} ${b}`, (found.get(`${a} ${b}`) ?? 0) + 1);
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(gravity(world, level, values[`ties.${level}`]!)));
    }
  }
});

/** Expected ties by pair of places, written from the description: pull = slots x slots / (km + 20)^1.5, six ends a slot at most. */
function gravity(world: World, level: FarLevel, density: number): Map<string, number> {
  const { places, countries, settlement, scenario } = world;
  const { km } = travelTable(places.latitude, places.longitude, scenario.world.links, world.placeIndex);
  const slots = settlement.residents.map((r) => r.capacity);
  const coupled = slots.map((_, p) => p).filter((p) => places.uncoupled[p] === 0);
  const pulls: { a: number; b: number; pull: number }[] = [];
  for (const a of coupled) {
    for (const b of coupled) {
      if (b < a) continue;
      const abroad = places.country[a] !== places.country[b];
      if ((level === 'border') !== abroad || (level === 'region' && places.region[a] !== places.region[b])) continue;
      const affinity = abroad ? countries.affinity01[places.country[a]! * countries.count + places.country[b]!]! : 1;
      const reach = km[a * places.count + b]! + 20;
      pulls.push({ a, b, pull: (affinity * (slots[a]! * slots[b]!)) / (reach * Math.sqrt(reach)) });
    }
  }
  // in the engine's order of adding, so that the last bit is the same
  let ends = 0;
  for (const { a, b, pull } of pulls) ends += a === b ? pull : 2 * pull;
  const wanted = density * coupled.reduce((sum, p) => sum + slots[p]!, 0);
  const room = slots.map((s) => 6 * s);
  const ties = new Map<string, number>();
  for (const { a, b, pull } of pulls) {
    if (pull === 0) continue;
    const luck = uniform01(drawKey(world.seed, `${places.keys[a]!}|${places.keys[b]!}`, `ties ${level}`), 0, 0);
    const most = a === b ? Math.floor(room[a]! / 2) : Math.min(room[a]!, room[b]!);
    const n = Math.min(most, Math.floor(((wanted / ends) * pull) / (a === b ? 2 : 1) + luck));
    if (n <= 0) continue;
    room[a]! -= n;
    room[b]! -= n;
    ties.set(`${a} ${b}`, n);
  }
  return ties;
}

test('shuffles invert and reach every slot, for all sizes from 4 to 2,000', () => {
  for (let atLeast = 1; atLeast <= 2000; atLeast++) {
    const shuffle = new Permutation(nearSquare(atLeast), atLeast, 'some place', 'some purpose');
    expect(shuffle.size).toBeGreaterThanOrEqual(Math.max(4, atLeast));
    const reached = new Uint8Array(shuffle.size);
    for (let x = 0; x < shuffle.size; x++) {
      const y = shuffle.forward(x);
      reached[y] = 1;
      if (shuffle.inverse(y) !== x) expect.fail(`size ${shuffle.size}: inverse(forward(${x})) is ${shuffle.inverse(y)}`);
    }
    expect(reached.every((r) => r === 1)).toBe(true);
  }
});

/** The four rounds as the description has them: quotients, fractions and remainders, nothing clever. */
function plainShuffle(x: number, rows: number, columns: number, keys: readonly number[]): number {
  const stir = (value: number, key: number) => {
    let h = Math.imul(value ^ key, 0x7feb352d);
    h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
    return ((h ^ (h >>> 16)) >>> 0) / 2 ** 32;
  };
  let left = Math.floor(x / columns);
  let right = x % columns;
  keys.forEach((key, round) => {
    if (round % 2 === 0) left = (left + Math.floor(stir(right, key) * rows)) % rows;
    else right = (right + Math.floor(stir(left, key) * columns)) % columns;
  });
  return left * columns + right;
}

test('shuffles are the four rounds of their description, to the largest size a person number allows', () => {
  for (const atLeast of [1, 5, 977, 103_001, 2_060_001, 2_147_000_000]) {
    const rectangle = nearSquare(atLeast);
    const shuffle = new Permutation(rectangle, 9, 'metropolis', 'some purpose');
    const { key0, key1 } = drawKey(9, 'metropolis', 'some purpose');
    const keys = [0, 1].flatMap((block) => (threefry(key0, key1, block, 0), [words[0]!, words[1]!]));
    const u = dice(atLeast, 'slots');
    for (let n = 0; n < 5000; n++) {
      const x = n < 2 ? n * (shuffle.size - 1) : Math.floor(u(n) * shuffle.size);
      const y = plainShuffle(x, rectangle.rows, rectangle.columns, keys);
      if (shuffle.forward(x) !== y || shuffle.inverse(y) !== x) expect.fail(`size ${shuffle.size}: ${x} goes to ${shuffle.forward(x)} instead of ${y}`);
    }
  }
});

test('a shuffle refuses sides whose products would not fit', () => {
  for (const [rows, columns] of [
    [65_537, 2],
    [2, 70_000],
    [0, 5],
    [2.5, 4],
  ] as const)
    expect(() => new Permutation({ rows, columns }, 1, 'strip', 'some purpose')).toThrow(/sides of 1 to 65536/);
});

test('shuffles invert for towns and metropolises', () => {
  for (const atLeast of [10_007, 103_001, 2_060_001, 21_000_000]) {
    const shuffle = new Permutation(nearSquare(atLeast), 9, 'metropolis', 'some purpose');
    const u = dice(atLeast, 'slots');
    for (let n = 0; n < 20_000; n++) {
      const x = n < 2 ? n * (shuffle.size - 1) : Math.floor(u(n) * shuffle.size);
      const y = shuffle.forward(x);
      if (y < 0 || y >= shuffle.size || shuffle.inverse(y) !== x)
        expect.fail(`size ${shuffle.size}: ${x} goes to ${y}, which comes from ${shuffle.inverse(y)}`);
    }
  }
});

// fails while ties of a place with itself join end t with end t + width: where the width is a multiple of
// the capacity (a metropolis at the limit of six ends) everybody is tied to himself, beyond one capacity
// every pair is tied again. Turn into a plain test when `Ties` is mended.
test('a metropolis beside villages keeps the ties that gravity gives it within itself', () => {
  const scenario = smallScenario({ residents: [[20_000, 100, 100, 100, 100, 100]], hours: 24, placesPerRegion: 1 });
  const values = valuesFor(scenario, { 'ties.region': 8 });
  const { settlement } = buildWorld(scenario, 1, values);
  let within = 0;
  const pairs = new Set<number>();
  for (const [a, slotA, b, slotB] of settlement.ties.forwardFarTies('region')) {
    if (a !== 0 || b !== 0) continue;
    within++;
    if (slotA !== slotB) pairs.add(Math.min(slotA, slotB) * settlement.people + Math.max(slotA, slotB));
  }
  expect(within).toBe(3 * settlement.residents[0]!.capacity);
  expect(pairs.size / within).toBeGreaterThan(0.98);
});

test('one more resident in the same slots moves no tie', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { scenario, values } = randomWorld(seed);
    const places = scenario.world.places.map((p) => ({ ...p, capacity: Math.ceil(p.population * 1.2) + 2 }));
    const more = places.map((p, i) => (i === 0 ? { ...p, population: p.population + 1 } : p));
    const world = (list: typeof places) => buildWorld({ ...scenario, world: { ...scenario.world, places: list } }, seed, values);
    expect(askEverybody(world(more))).toEqual(askEverybody(world(places)));
  }
});
