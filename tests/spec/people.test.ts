/** Rules about people: who exists, who is asked, what luck and time do to them. */
import { expect, test } from 'vitest';
import { IntList } from '../../src/base/growable.ts';
import { drawKey, draw32 } from '../../src/base/random.ts';
import { buildWorld } from '../../src/world/build.ts';
import { collectMarks } from '../../src/world/people/clocks.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import { capacityFor, fearOf, Residents, segmentCount } from '../../src/world/people/layout.ts';
import { smallestDraws } from '../../src/world/people/lottery.ts';
import type { Mood, OutingRule, WillingRule } from '../../src/world/people/people.ts';
import { dawnHour } from '../../src/world/people/settlement.ts';
import { farLevels } from '../../src/world/people/ties.ts';
import type { World } from '../../src/world/world.ts';
import { smallScenario, valuesFor, type SmallWorld } from '../support/worlds.ts';

const everybody: WillingRule = () => true;
const nobody: WillingRule = () => false;

function worldOf(small: Partial<SmallWorld> = {}, seed = 5): World {
  const scenario = smallScenario({
    residents: [
      [4000, 900, 300],
      [2000, 500],
    ],
    hours: 200,
    ...small,
  });
  return buildWorld(scenario, seed, valuesFor(scenario));
}

const moodOf = (world: World): Mood => ({
  hardships: world.hardships,
  grievanceOthers01: 0,
  grievanceWorkers01: 0,
  openness01: 1,
  tieWeight: 0,
  push: 0,
  risk: 0,
  reputation: 0,
  lowestFear01: 0.1,
});

function outingOf(world: World, rule: Partial<OutingRule> = {}): OutingRule {
  const none = new Int32Array(world.places.count);
  return { stayHours: 2, tiredShare01: 0, restDays: 1, spentShare01: 0, travelShare01: 0, destinations: none.slice().fill(-1), travelHours: none, ...rule };
}

/** An engine driven by hand: an hour with one question to one place. */
function driven(world: World, rule: Partial<OutingRule> = {}) {
  const engine = new PeopleEngine(world.settlement, world.hours);
  const mood = moodOf(world);
  const outing = outingOf(world, rule);
  return {
    engine,
    hour(hour: number, willing: WillingRule, reach: number, place = 0): number {
      engine.beginHour(hour);
      engine.ask(place, mood, willing, reach, 0);
      engine.settle(outing);
      return engine.counts.joined;
    },
  };
}

/** Movable residents with a mark in (before, after] of the axis of that day. */
function marked(world: World, place: number, hour: number, before: number, after: number): number {
  const home = world.settlement.residents[place]!;
  const out = new IntList();
  collectMarks(home.reachKey, world.settlement.dayOf(place, hour), before, after, 0, home.movable, out);
  return new Set(Array.from(out.items.subarray(0, out.length)).filter((index) => home.isResident(index))).size;
}

test('[PE1] a place has exactly as many people as residents; the other slots are vacant', () => {
  for (const residents of [1, 2, 5, 47, 1000, 4321]) {
    const home = new Residents(9, `place ${residents}`, residents, 0.2, 0, 0.12);
    let people = 0;
    for (let i = 0; i < home.capacity; i++) if (home.isResident(i)) people++;
    expect(people).toBe(residents);
    expect(home.capacity).toBeGreaterThan(residents);
    const { rows, columns } = capacityFor(residents);
    expect(home.capacity).toBe(rows * columns);
  }
});

test('[PE2] one more resident in the same slots moves nobody', () => {
  const before = new Residents(9, 'place', 800, 0.2, 1000, 0.3);
  const after = new Residents(9, 'place', 801, 0.2, 1000, 0.3);
  expect(after.movable).toBe(before.movable);
  let changed = 0;
  for (let i = 0; i < before.capacity; i++) {
    if (i < before.movable) expect(after.segmentOf(i)).toBe(before.segmentOf(i));
    if (before.isResident(i) !== after.isResident(i)) {
      expect(after.isResident(i)).toBe(true);
      changed++;
    }
  }
  expect(changed).toBe(1);
});

test('[PE3] movable slots run by class, inside a class workers first, inside a segment by rising fear', () => {
  for (const [residents, stock] of [
    [5000, 0.12],
    [37, 0.5],
    [3, 1],
  ] as const) {
    const home = new Residents(2, `place ${residents}`, residents, 0.25, 0, stock);
    let slot = 0;
    for (let s = 0; s < segmentCount; s++) {
      expect(home.segmentStart(s)).toBe(slot);
      for (; slot < home.segmentEnd(s); slot++) expect(home.segmentOf(slot)).toBe(s);
    }
    expect(slot).toBe(home.movable);
  }
  expect(fearOf(10, 10, 20, 0.1)).toBeCloseTo(0.1 + 0.9 * 0.05, 12);
  for (let i = 11; i < 20; i++) expect(fearOf(i, 10, 20, 0.1)).toBeGreaterThan(fearOf(i - 1, 10, 20, 0.1));
});

test('[PE4] a place too small for its residents is refused', () => {
  expect(() => new Residents(1, 'place', 2000, 0.2, 100, 0.1)).toThrow(/raise capacity/);
});

test('[PE5] a tie is a tie from both ends, and nobody is tied to himself', () => {
  const world = worldOf({
    residents: [
      [600, 90, 40],
      [300, 20],
    ],
  });
  const { settlement } = world;
  const counts = new Map<string, number>();
  const buffer = new Int32Array(64);
  for (let place = 0; place < world.places.count; place++) {
    for (let i = 0; i < settlement.residents[place]!.capacity; i++) {
      const one = settlement.offsets[place]! + i;
      const n = settlement.ties.of(place, i, buffer);
      for (let t = 0; t < n; t++) {
        expect(buffer[t]).not.toBe(one);
        const pair = `${one} ${buffer[t]}`;
        counts.set(pair, (counts.get(pair) ?? 0) + 1);
      }
    }
  }
  expect(counts.size).toBeGreaterThan(5000);
  for (const [pair, n] of counts) expect(counts.get(pair.split(' ').reverse().join(' '))).toBe(n);
  expect([...settlement.ties.forwardFarTies(farLevels[2])].length).toBeGreaterThan(0);
});

test('[PE6] people of an uncoupled place know nobody, and nobody knows them', () => {
  const world = worldOf({
    residents: [
      [400, 90, 40],
      [200, 20],
    ],
    uncoupled: ['land-0/region-0/town-1'],
  });
  const { settlement } = world;
  const buffer = new Int32Array(64);
  for (let place = 0; place < world.places.count; place++) {
    for (let i = 0; i < settlement.residents[place]!.capacity; i++) {
      const n = settlement.ties.of(place, i, buffer);
      if (place === 1) expect(n).toBe(0);
      for (let t = 0; t < n; t++) expect(settlement.placeOf(buffer[t]!)).not.toBe(1);
    }
  }
});

test("[PE7] whoever is willing and free goes at the first mark his place's clock passes", () => {
  const world = worldOf();
  const { hour, engine } = driven(world, { stayHours: 1000 });
  const expected = marked(world, 0, 0, 0, 0.7);
  expect(expected).toBeGreaterThan(50);
  expect(hour(0, everybody, 0.7)).toBe(expected);
  expect(engine.present[0]).toBe(expected);
});

test('[PE8] marks that pass while somebody is unwilling are lost; no budget is kept', () => {
  const world = worldOf();
  const { hour } = driven(world);
  expect(hour(0, nobody, 0.6)).toBe(0);
  expect(hour(1, everybody, 0.1)).toBe(marked(world, 0, 1, 0.6, 0.7));
});

test('[PE9] the wait of the willing is exponential: the share out after a hazard x is 1 - exp(-x)', () => {
  const world = worldOf({ residents: [[300_000], [1000]] });
  const { hour } = driven(world);
  const home = world.settlement.residents[0]!;
  let people = 0;
  for (let i = 0; i < home.movable; i++) if (home.isResident(i)) people++;
  const share = hour(0, everybody, 0.5) / people;
  expect(Math.abs(share - (1 - Math.exp(-0.5)))).toBeLessThan(0.015);
});

test("[PE10] a day turns at 04:00 local time, and every day's axis begins anew: yesterday does not reshuffle today", () => {
  const world = worldOf();
  const { settlement } = world;
  const dawn = Array.from({ length: 30 }, (_, h) => h).find((h) => h > 0 && settlement.localHour(0, h) === dawnHour)!;
  expect(dawnHour).toBe(4);
  expect(settlement.dayOf(0, dawn)).toBe(settlement.dayOf(0, dawn - 1) + 1);
  const quiet = driven(world);
  const busy = driven(world);
  for (let h = 0; h < dawn; h++) {
    quiet.hour(h, nobody, 0);
    busy.hour(h, nobody, 0.3);
  }
  const expected = marked(world, 0, dawn, 0, 0.4);
  expect(expected).toBeGreaterThan(20);
  expect(quiet.hour(dawn, everybody, 0.4)).toBe(expected);
  expect(busy.hour(dawn, everybody, 0.4)).toBe(expected);
});

test('[PE11] who went home does not set out again before the next dawn', () => {
  const world = worldOf();
  const { hour, engine } = driven(world, { stayHours: 0 });
  const home = world.settlement.residents[0]!;
  const dawn = Array.from({ length: 60 }, (_, h) => h).filter((h) => world.settlement.localHour(0, h) === dawnHour)[1]!;
  let begun = 0;
  for (let h = dawn - 20; h < dawn; h++) begun += hour(h, everybody, 3);
  expect(begun).toBe(engine.everOut[0]);
  expect(begun).toBeLessThanOrEqual(home.movable);
  expect(engine.present[0]).toBeLessThan(home.movable / 20);
  expect(hour(dawn, everybody, 3)).toBeGreaterThan(begun / 2);
});

test('[PE12] taken are those with the smallest draws: the order of a list does not matter, and one more takes one more', () => {
  const key = drawKey(4, 'place', 'detain');
  const draw = (person: number) => draw32(key, person, 7);
  const people = Array.from({ length: 500 }, (_, i) => i * 3);
  const listOf = (items: number[]) => {
    const list = new IntList();
    for (const item of items) list.push(item);
    return list;
  };
  const taken = (items: number[], k: number) => smallestDraws(listOf(items), k, draw).map((position) => items[position]!);
  const backwards = [...people].reverse();
  for (const k of [0, 1, 17, 499, 500, 600]) {
    expect(taken(backwards, k)).toEqual(taken(people, k));
    expect(taken(people, k + 1).slice(0, k)).toEqual(taken(people, k));
  }
});

test('[PE13] the dead and the spent do not come back', () => {
  const world = worldOf();
  const dying = driven(world, { stayHours: 1000 });
  const spent = driven(world, { stayHours: 0, spentShare01: 1 });
  let dead = 0;
  for (let h = 0; h < 100; h++) {
    spent.hour(h, everybody, 5);
    dying.hour(h, everybody, 5);
    dead += dying.engine.hit(0, 10_000, 0, 1).dead;
    expect(dying.engine.present[0]).toBe(0);
  }
  expect(dead).toBeGreaterThan(100);
  expect(dying.engine.everOut[0]).toBe(dead);
  expect(dying.engine.outings[0]).toBe(dead);
  expect(spent.engine.outings[0]).toBe(spent.engine.everOut[0]);
});

test('[PE14] detained people return when their term is over, and not before the next dawn', () => {
  const world = worldOf();
  const { engine, hour } = driven(world, { stayHours: 1000 });
  const out = hour(0, everybody, 1);
  engine.beginHour(1);
  expect(engine.detain(0, out, 0)).toBe(out);
  expect(engine.present[0]).toBe(0);
  const dawn = 1 + world.settlement.hoursToDawn(0, 1);
  for (let h = 2; h < dawn; h++) {
    engine.beginHour(h);
    expect(engine.counts.released).toBe(0);
  }
  engine.beginHour(dawn);
  expect(engine.counts.released).toBe(out);
});

test('[PE15] nobody is asked who cannot be moved', () => {
  const world = worldOf({ residents: [[3000], [500]] });
  const { hour, engine } = driven(world);
  for (let h = 0; h < 60; h++) hour(h, everybody, 10);
  const home = world.settlement.residents[0]!;
  expect(engine.everOut[0]).toBeGreaterThan(0);
  expect(engine.everOut[0]).toBeLessThanOrEqual(home.movable);
  expect(home.movable).toBeLessThan(home.residents);
});
