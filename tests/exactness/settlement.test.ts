/** Who lives where: vacancies, classes, segments, and the clocks of places. */
import { expect, test } from 'vitest';
import { drawKey, uniform01 } from '../../src/base/random.ts';
import { buildWorld } from '../../src/world/build.ts';
import { capacityFor, classCount, fearOf, Residents, segmentCount } from '../../src/world/people/layout.ts';
import { dawnHour } from '../../src/world/people/settlement.ts';
import { everybodyOf } from '../oracle/person.ts';
import { dice } from '../support/worlds.ts';
import { randomWorld } from './random-world.ts';

/** Places of all sizes, trades and stocks, with what they were made of. */
function* somePlaces(): Generator<{ seed: number; key: string; residents: number; workers01: number; capacity: number; stock01: number; place: Residents }> {
  for (let seed = 1; seed <= 300; seed++) {
    const u = dice(seed, 'settlement');
    const residents = seed <= 10 ? seed : Math.floor(10 ** (1 + 3.5 * u(0)));
    const workers01 = seed % 7 === 0 ? 0 : seed % 11 === 0 ? 1 : u(1);
    const stock01 = seed % 5 === 0 ? 1 : u(2);
    const capacity = seed % 3 === 0 ? 0 : Math.ceil(residents * (1 + u(3))) + 1;
    const key = `country/region/place-${seed}`;
    yield { seed, key, residents, workers01, capacity, stock01, place: new Residents(seed, key, residents, workers01, capacity, stock01) };
  }
}

test('one more resident moves nobody: a single slot turns from vacant to lived in', () => {
  for (const { seed, key, residents, workers01, stock01, place } of somePlaces()) {
    if (place.capacity === residents) continue;
    const grown = new Residents(seed, key, residents + 1, workers01, place.capacity, stock01);
    expect(grown.capacity).toBe(place.capacity);
    let lived = 0;
    let changed = 0;
    for (let slot = 0; slot < place.capacity; slot++) {
      if (place.isResident(slot)) lived++;
      if (place.isResident(slot) === grown.isResident(slot)) continue;
      changed++;
      expect(grown.isResident(slot)).toBe(true);
    }
    expect([lived, changed]).toEqual([residents, 1]);
    for (let s = 0; s < segmentCount; s++) expect(grown.segmentStart(s)).toBe(place.segmentStart(s));
  }
});

test('a place has three per cent of spare slots and at least one', () => {
  for (const residents of [1, 2, 7, 33, 100, 9_999, 2_000_000]) {
    const { rows, columns } = capacityFor(residents);
    expect(rows * columns).toBeGreaterThanOrEqual(Math.ceil(residents * 1.03) + 1);
    expect(columns - rows).toBeLessThanOrEqual(1);
  }
  expect(() => new Residents(1, 'too/small/place', 100, 0.2, 50, 1)).toThrow(RangeError);
});

test('classes cover the movable slots in order, segments divide them without gap or overlap', () => {
  for (const { seed, key, stock01, place } of somePlaces()) {
    const share = place.capacity * stock01 + uniform01(drawKey(seed, key, 'layout'), 2, 0);
    expect(place.movable).toBe(Math.min(place.capacity, Math.floor(share)));
    expect(place.classStart(0)).toBe(0);
    expect(place.classStart(classCount)).toBe(place.movable);
    let next = 0;
    for (let s = 0; s < segmentCount; s++) {
      const [start, end] = [place.segmentStart(s), place.segmentEnd(s)];
      if (start >= end) continue;
      expect(start).toBe(next);
      next = end;
      for (const slot of [start, (start + end) >> 1, end - 1]) expect(place.segmentOf(slot)).toBe(s);
    }
    expect(next).toBe(place.movable);
    for (let k = 0; k < classCount; k++) expect(place.classStart(k + 1)).toBeGreaterThanOrEqual(place.classStart(k));
  }
});

test('strikeable trades have their share of movable people, within one person a class', () => {
  for (const { workers01, place } of somePlaces()) {
    let workers = 0;
    let classes = 0;
    for (let s = 0; s < segmentCount; s += 2) {
      workers += Math.max(0, place.segmentEnd(s) - place.segmentStart(s));
      if (place.classStart((s >> 1) + 1) > place.classStart(s >> 1)) classes++;
    }
    expect(Math.abs(workers - place.movable * workers01)).toBeLessThanOrEqual(classes);
  }
});

test('fear rises inside a segment, above the lowest and below one', () => {
  for (const members of [1, 2, 3, 64, 1000, 100_003]) {
    for (const lowest01 of [0, 0.004, 0.3, 0.5]) {
      let before = lowest01;
      const step = Math.max(1, Math.floor(members / 500));
      for (let n = 0; n < members; n += step) {
        const fear = fearOf(70 + n, 70, 70 + members, lowest01);
        expect(fear).toBeGreaterThan(before);
        before = fear;
      }
      expect(before).toBeLessThan(1);
    }
  }
});

test('everybody stands where the walk through the classes puts him', () => {
  for (let seed = 1; seed <= 120; seed++) {
    const { scenario, values } = randomWorld(seed);
    const world = buildWorld(scenario, seed, values);
    const { residents, offsets, people } = world.settlement;
    const everybody = everybodyOf(world);
    expect(everybody.length).toBe(people);
    for (const { number, home, slot, isMovable, hardshipClass, isWorker, fearRank01 } of everybody) {
      expect([world.settlement.placeOf(number), offsets[home]! + slot]).toEqual([home, number]);
      expect(isMovable).toBe(slot < residents[home]!.movable);
      if (!isMovable) continue;
      const s = residents[home]!.segmentOf(slot);
      expect(s).toBe(2 * hardshipClass + (isWorker ? 0 : 1));
      expect(fearOf(slot, residents[home]!.segmentStart(s), residents[home]!.segmentEnd(s), 0)).toBe(fearRank01);
    }
  }
});

test('local hours, days and dawns are those of a clock on the wall', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const { scenario, values } = randomWorld(seed);
    const { settlement } = buildWorld(scenario, seed, values);
    scenario.world.places.forEach(({ utcOffsetHours }, place) => {
      let clock = new Date(scenario.fromEpochMs + utcOffsetHours * 3_600_000).getUTCHours();
      let midnights = 0;
      let dawns = clock >= dawnHour ? 1 : 0;
      for (let hour = 0; hour < 100; hour++) {
        let toDawn = 1;
        while ((clock + toDawn) % 24 !== dawnHour) toDawn++;
        expect(settlement.localHour(place, hour)).toBe(clock);
        expect(settlement.localDay(place, hour)).toBe(midnights);
        expect(settlement.dayOf(place, hour)).toBe(dawns);
        expect(settlement.dayBegins(place, hour)).toBe(clock === dawnHour);
        expect(settlement.hoursToDawn(place, hour)).toBe(toDawn);
        clock = (clock + 1) % 24;
        if (clock === 0) midnights++;
        if (clock === dawnHour) dawns++;
      }
    });
  }
});
