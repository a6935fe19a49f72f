/** Laws of waiting and of being asked: personal clocks, monotone answers, the k smallest draws. */
import { describe, expect, test } from 'vitest';
import { IntList } from '../../src/base/growable.ts';
import { drawKey, draw32 } from '../../src/base/random.ts';
import { buildWorld } from '../../src/world/build.ts';
import { collectMarks, tieRings } from '../../src/world/people/clocks.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import { Status, thresholdRule, type Mood, type OutingRule, type WillingRule } from '../../src/world/people/people.ts';
import type { World } from '../../src/world/world.ts';
import { dice, smallScenario, valuesFor } from '../support/worlds.ts';
import { statusOf } from './census.ts';

/** Distance of a sample from the unit exponential cut off at `end` (Kolmogorov-Smirnov). */
function distance(waits: readonly number[], end: number): number {
  const sorted = [...waits].sort((a, b) => a - b);
  const whole = 1 - Math.exp(-end);
  let worst = 0;
  sorted.forEach((wait, i) => {
    const share = (1 - Math.exp(-wait)) / whole;
    worst = Math.max(worst, Math.abs(share - i / sorted.length), Math.abs(share - (i + 1) / sorted.length));
  });
  return worst;
}

/** Asymptotic critical distance at one in a thousand. */
const critical = (n: number) => 1.949 / Math.sqrt(n);

/** Per person: the axis position, counted from `from`, of the first step of the clock that holds a mark of his. */
function waitsOn(clock: readonly number[], day: number, seed: number, people: number, from = 0): (number | undefined)[] {
  const key = drawKey(seed, 'town', 'reach');
  const waits: (number | undefined)[] = Array.from({ length: people });
  for (let step = 1; step < clock.length; step++) {
    const before = Math.max(clock[step - 1]!, from);
    if (clock[step]! <= before) continue;
    const out = new IntList();
    collectMarks(key, day, before, clock[step]!, 0, people, out);
    for (const index of out.items.subarray(0, out.length)) waits[index] ??= clock[step]! - from;
  }
  return waits;
}

const even = Array.from({ length: 4001 }, (_, i) => i * 0.002);

/** A clock that stands still at night, creeps by day and jumps at calls. */
function uneven(seed: number): number[] {
  const u = dice(seed, 'hazards');
  const clock = [0];
  for (let i = 0; clock.at(-1)! < 8; i++) clock.push(clock.at(-1)! + (u(3 * i) < 0.3 ? 0 : u(3 * i + 1) < 0.05 ? 0.02 : 0.004 * u(3 * i + 2)));
  return clock;
}

describe('waits are unit exponential in the clock of the place', () => {
  const people = 4000;
  test.each([1, 2, 3])('under an even hazard (seed %i)', (seed) => {
    const waits = waitsOn(even, seed, seed, people);
    const found = waits.filter((w) => w !== undefined);
    expect(distance(found, 8)).toBeLessThan(critical(found.length));
    // those without a mark in eight units are e^-8 of all
    expect(people - found.length).toBeLessThan(12);
  });

  test.each([4, 5, 6])('under a hazard that changes, stops and jumps (seed %i)', (seed) => {
    const clock = uneven(seed);
    const found = waitsOn(clock, 2, seed, people).filter((w) => w !== undefined);
    expect(distance(found, clock.at(-1)!)).toBeLessThan(critical(found.length) + 0.02);
  });

  test.each([7, 8, 9])('counted from when willingness came back, whatever passed before (seed %i)', (seed) => {
    // willing until 0.5, unwilling until 1.3: those who had a mark while unwilling wait no shorter or longer than others
    const first = waitsOn(even, 1, seed, people);
    const later = waitsOn(even, 1, seed, people, 1.3);
    const free = Array.from({ length: people }, (_, i) => i).filter((i) => (first[i] ?? 9) > 0.5);
    const missed = free.filter((i) => (first[i] ?? 9) <= 1.3);
    for (const group of [free, missed, free.filter((i) => !missed.includes(i))]) {
      const waits = group.map((i) => later[i]).filter((w) => w !== undefined);
      expect(waits.length).toBeGreaterThan(500);
      expect(distance(waits, 8 - 1.3)).toBeLessThan(critical(waits.length));
    }
  });

  test.each([1, 2, 5, 16])('and of somebody with %i active ties, at that many times the rate', (ties) => {
    const key = drawKey(11, 'town', 'reach by ties');
    const step = 0.004;
    const waits: number[] = [];
    for (let person = 0; person < 3000; person++) {
      for (let i = 0; i < 2000; i++) {
        if (!tieRings(key, person, 3, (i * step) / ties, ((i + 1) * step) / ties, ties)) continue;
        waits.push((i + 0.5) * step);
        break;
      }
    }
    expect(distance(waits, 8)).toBeLessThan(critical(waits.length) + 0.002);
  });

  test('the test can fail: waits that keep an old budget are seen at once', () => {
    const first = waitsOn(even, 1, 7, people);
    const kept = first.map((w) => Math.max(0, (w ?? 8) - 1.3)).filter((w) => w < 6.7);
    expect(distance(kept, 6.7)).toBeGreaterThan(3 * critical(kept.length));
  });
});

const scenario = smallScenario({ residents: [[6000, 2000], [3000]], hours: 100 });
const values = valuesFor(scenario, { 'people.stock01': 0.5 });
const world = buildWorld(scenario, 17, values);
const outing: OutingRule = {
  stayHours: 6,
  tiredShare01: 0.2,
  restDays: 1,
  spentShare01: 0.1,
  travelShare01: 0,
  destinations: new Int32Array(world.places.count).fill(-1),
  travelHours: new Int32Array(world.places.count),
};
const calm: Mood = {
  hardships: world.hardships,
  grievanceOthers01: 0.1,
  grievanceWorkers01: 0.15,
  openness01: 0.8,
  tieWeight: 0.05,
  push: -0.3,
  risk: 0.4,
  reputation: 0,
  lowestFear01: 0.1,
};

function hour(engine: PeopleEngine, at: number, mood: Mood, rule: WillingRule, reach: number, ties: number): void {
  engine.beginHour(at);
  for (let p = 0; p < world.places.count; p++) engine.ask(p, mood, rule, reach, ties);
  engine.settle(outing);
}

/** Who is out after one more hour in this mood, from the same evening. */
function outAfter(seed: number, mood: Mood, reach = 0.3, ties = 0.05, keep: World = world): Set<number> {
  const engine = new PeopleEngine(keep.settlement, keep.hours);
  const u = dice(seed, 'evening');
  for (let at = 10; at < 16; at++) hour(engine, at, { ...calm, push: -0.35 + 0.1 * u(at) }, thresholdRule, 0.15, 0.02);
  const before = engine.save();
  const twin = new PeopleEngine(keep.settlement, keep.hours, before);
  hour(twin, 16, mood, thresholdRule, reach, ties);
  const out = new Set<number>();
  for (let person = 0; person < keep.settlement.people; person++) if (statusOf(twin, person) === Status.out) out.add(person);
  return out;
}

function isWithin(smaller: ReadonlySet<number>, larger: ReadonlySet<number>): boolean {
  return [...smaller].every((person) => larger.has(person));
}

/** What is raised, and which way people answer. */
const raised: readonly (readonly [string, 'fewer' | 'more', (mood: Mood, by: number) => Mood])[] = [
  ['risk', 'fewer', (m, by) => ({ ...m, risk: m.risk + by })],
  ['fear of the boldest', 'fewer', (m, by) => ({ ...m, lowestFear01: m.lowestFear01 + by })],
  ['of the movement seen', 'more', (m, by) => ({ ...m, push: m.push + by })],
  ['weight of ties', 'more', (m, by) => ({ ...m, tieWeight: m.tieWeight + by })],
  ['grievance', 'more', (m, by) => ({ ...m, grievanceOthers01: m.grievanceOthers01 + by, grievanceWorkers01: m.grievanceWorkers01 + by })],
  ['openness', 'more', (m, by) => ({ ...m, openness01: m.openness01 + by })],
];

describe('within an hour at frozen fields', () => {
  test.each(raised)('more %s: %s people, and no other ones', (_, way, more) => {
    let changed = 0;
    for (let seed = 0; seed < 4; seed++) {
      let last = outAfter(seed, calm);
      for (const by of [0.02, 0.08, 0.2]) {
        const next = outAfter(seed, more(calm, by));
        expect(way === 'fewer' ? isWithin(next, last) : isWithin(last, next)).toBe(true);
        if (next.size !== last.size) changed++;
        last = next;
      }
    }
    expect(changed).toBeGreaterThan(4);
  });

  test('more reach, and more rings of ties, take the same people and more', () => {
    for (let seed = 0; seed < 4; seed++) {
      const [few, more, ringing] = [outAfter(seed, calm, 0.1), outAfter(seed, calm, 0.6), outAfter(seed, calm, 0.1, 0.8)];
      expect(isWithin(few!, more!) && isWithin(few!, ringing!)).toBe(true);
      expect(more!.size).toBeGreaterThan(few!.size);
      expect(ringing!.size).toBeGreaterThan(few!.size);
    }
  });
});

describe('luck of the street', () => {
  const everybody: WillingRule = () => true;
  const drawn = (key: 'detainKey' | 'hitKey', person: number, at: number) => {
    const home = world.settlement.placeOf(person);
    return draw32(world.settlement.residents[home]![key], person - world.settlement.offsets[home]!, world.settlement.dayOf(home, at));
  };
  const crowd = (): PeopleEngine => {
    const engine = new PeopleEngine(world.settlement, world.hours);
    for (let at = 10; at < 13; at++) hour(engine, at, calm, everybody, 0.4, 0);
    return engine;
  };
  const haveStatus = (engine: PeopleEngine, status: number) =>
    Array.from({ length: world.settlement.people }, (_, person) => person).filter(
      (person) => statusOf(engine, person) === status && world.settlement.placeOf(person) === 0,
    );

  test.each([1, 7, 60, 1_000_000])('custody takes the %i smallest draws among those present', (number) => {
    const engine = crowd();
    const present = haveStatus(engine, Status.out);
    const byLuck = [...present].sort((a, b) => drawn('detainKey', a, 13) - drawn('detainKey', b, 13) || a - b);
    engine.beginHour(13);
    const taken = engine.detain(0, number, 5);
    expect(taken).toBe(Math.min(number, present.length));
    expect(new Set(haveStatus(engine, Status.detained))).toEqual(new Set(byLuck.slice(0, taken)));
  });

  test('fire hits the smallest draws, the smallest of them mortally', () => {
    const engine = crowd();
    const byLuck = haveStatus(engine, Status.out).sort((a, b) => drawn('hitKey', a, 13) - drawn('hitKey', b, 13) || a - b);
    engine.beginHour(13);
    expect(engine.hit(0, 3, 20, 10)).toEqual({ dead: 3, injured: 20 });
    expect(new Set(haveStatus(engine, Status.dead))).toEqual(new Set(byLuck.slice(0, 3)));
    expect(new Set(haveStatus(engine, Status.injured))).toEqual(new Set(byLuck.slice(3, 23)));
  });
});
