/**
 * Waiting times of the real run by Kolmogorov-Smirnov. Hazard that has passed over somebody when he
 * sets out is a unit exponential, whatever the hazards were: constant, changing every hour, stopping
 * at night, or begun anew at dawn (ADR 0003).
 *
 * The run tells the hour, not the moment. Within the hour the place on the law is drawn evenly
 * (Brockwell 2007, doi:10.1016/j.spl.2007.02.008): then the sample is even on [0,1] exactly when hours
 * have the chances exp(-A) - exp(-B), and who never went adds the rest of the law. All p-values at 1e-4.
 */
import { describe, expect, test } from 'vitest';
import { drawKey } from '../../src/base/random.ts';
import { nextMark } from '../../src/world/people/clocks.ts';
import { Status } from '../../src/world/people/people.ts';
import { loadMutant, occurrences, type MutantModel } from '../exactness/mutants.ts';
import { firstDawn, ScriptedTown } from '../support/scripted-town.ts';
import { kolmogorovTest, mean, pearsonTest } from '../support/statistics.ts';
import { dice } from '../support/worlds.ts';
import { everybody, statusOf } from './census.ts';

const level = 1e-4;
const even = (x: number): number => x;

interface Setting {
  /** [hour since the first dawn] hazard of that hour */
  readonly hazards: readonly number[];
  readonly residents: number;
  readonly seed: number;
  /** true hazards of the town over those the law is told */
  readonly planted?: number;
  readonly model?: MutantModel;
  /** 0 = outings last an hour and people can go again after the next dawn; 1 = once and for all */
  readonly spentShare01?: number;
}

interface Wait {
  readonly person: number;
  /** hour since the first dawn in which he set out, -1 = never within his stretch */
  readonly hour: number;
}

/** For each day, who set out in which hour, for all who stood free at its dawn. */
function days({ hazards, residents, seed, planted = 1, model, spentShare01 = 1 }: Setting): Wait[][] {
  const one = new ScriptedTown({
    residents,
    seed,
    hours: firstDawn + hazards.length + 1,
    values: { 'mobilise.stayHours': 1e-6, 'mobilise.spentShare01': spentShare01 },
    ...(model ? { model } : {}),
  });
  while (one.hour < firstDawn) one.step();
  const found: Wait[][] = [];
  let free = everybody(one.world);
  for (let dawn = 0; dawn < hazards.length; dawn += 24) {
    const waits: Wait[] = [];
    const waiting = new Set(free);
    for (let h = dawn; h < Math.min(dawn + 24, hazards.length); h++) {
      one.step(hazards[h]! * planted);
      for (const person of waiting) {
        if (statusOf(one.engine, person) !== Status.out) continue;
        waits.push({ person, hour: h });
        waiting.delete(person);
      }
    }
    for (const person of waiting) waits.push({ person, hour: -1 });
    found.push(waits);
    // whoever was out an hour before dawn goes in at dawn and stands free a day later
    free = free.filter((person) => (spentShare01 === 0 ? statusOf(one.engine, person) !== Status.out : waiting.has(person)));
  }
  return found;
}

/** Places on the law of the hazard passed since `since`, drawn evenly within the hour. */
function placesOnLaw(waits: readonly Wait[], hazards: readonly number[], since: number, seed: number): Float64Array {
  const u = dice(seed, 'place within the hour');
  const passed = [0];
  for (let h = since; h < hazards.length; h++) passed.push(passed.at(-1)! + hazards[h]!);
  return Float64Array.from(waits, ({ person, hour }) => {
    const [low, high] = hour < 0 ? [1 - Math.exp(-passed.at(-1)!), 1] : [1 - Math.exp(-passed[hour - since]!), 1 - Math.exp(-passed[hour - since + 1]!)];
    return low + (high - low) * u(person);
  });
}

const people = 60_000;
const constant = Array.from({ length: 20 }, () => 0.15);

/** Hazards that are large, small or nothing from one hour to the next. */
function changing(hours: number, seed: number): number[] {
  const u = dice(seed, 'hazards of hours');
  return Array.from({ length: hours }, (_, h) => (u(3 * h) < 0.25 ? 0 : u(3 * h + 1) < 0.15 ? 1 : 0.08) * u(3 * h + 2));
}

describe('one day', () => {
  test.each([
    ['a constant hazard', 1, constant],
    ['another seed', 2, constant],
    ['a slow one', 3, Array.from({ length: 23 }, () => 0.01)],
    ['a fast one', 4, [1.5, 1.5, 1.5, 1.5]],
    ['hazards that change every hour', 5, changing(23, 5)],
    ['others', 6, changing(23, 6)],
    ['and others', 7, changing(23, 7)],
  ] as const)('of %s', (_, seed, hazards) => {
    const [waits] = days({ hazards, residents: people, seed });
    expect(waits!.length).toBe(people);
    expect(kolmogorovTest(placesOnLaw(waits!, hazards, 0, seed), even)).toBeGreaterThan(level);
  });

  test('a clock a twentieth too fast is caught, and one a twentieth too slow', () => {
    for (const planted of [1.05, 0.95]) {
      for (const hazards of [constant, changing(23, 5)]) {
        const [waits] = days({ hazards, residents: people, seed: 8, planted });
        expect(kolmogorovTest(placesOnLaw(waits!, hazards, 0, 8), even)).toBeLessThan(level);
      }
    }
  });
});

describe('[PE9] days on end', () => {
  const hazards = changing(96, 11).map((hazard) => 0.4 * hazard);

  test('the wait since a dawn begins anew for all who stand free there', () => {
    // once and for all: those still waiting at later dawns are those whom no earlier mark found
    const found = days({ hazards, residents: people, seed: 12 });
    expect(found).toHaveLength(4);
    found.forEach((waits, day) => {
      expect(waits.length).toBeGreaterThan(500);
      const today = hazards.slice(0, 24 * (day + 1));
      expect(kolmogorovTest(placesOnLaw(waits, today, 24 * day, 100 + day), even), `day ${day}`).toBeGreaterThan(level);
    });
    // and over all days the hazard passed since the first dawn is a unit exponential
    const whole = [...found.flat().filter((w) => w.hour >= 0), ...found.at(-1)!.filter((w) => w.hour < 0)];
    expect(whole.length).toBe(people);
    expect(kolmogorovTest(placesOnLaw(whole, hazards, 0, 99), even)).toBeGreaterThan(level);
  });

  test('what somebody waited yesterday says nothing of today', () => {
    const again = Array.from({ length: 48 }, (_, h) => (h % 24 < 20 ? 0.12 : 0));
    const [first, second] = days({ hazards: again, residents: people, seed: 13, spentShare01: 0 });
    expect(second!.length).toBe(people);
    const byPerson = new Map(first!.map((w) => [w.person, w.hour]));
    // quarter days of yesterday beside quarter days of today
    const quarter = (hour: number): number => (hour < 0 ? 4 : Math.floor((hour % 24) / 6));
    const table = new Float64Array(25);
    for (const w of second!) table[5 * quarter(byPerson.get(w.person)!) + quarter(w.hour)]!++;
    const shares = [0, 6, 12, 18].map((h) => Math.exp(-0.12 * Math.min(h, 20)) - Math.exp(-0.12 * Math.min(h + 6, 20)));
    shares.push(Math.exp(-0.12 * 20));
    const due = Float64Array.from(table, (_, cell) => people * shares[Math.floor(cell / 5)]! * shares[cell % 5]!);
    expect(pearsonTest(table, due)).toBeGreaterThan(level);
  });

  test('the moments of marks themselves, to the last digit: unit exponential from any moment of any day', () => {
    for (const [day, after] of [
      [1, 0],
      [2, 0],
      [2, 1.37],
      [9, 12.345],
    ] as const) {
      const key = drawKey(14, 'town', 'reach');
      const waits = Float64Array.from({ length: 20_000 }, (_, person) => nextMark(key, person, day, after, after + 60) - after);
      expect(kolmogorovTest(waits, (x) => 1 - Math.exp(-x))).toBeGreaterThan(level);
      // four standard errors
      expect(Math.abs(mean(waits) - 1)).toBeLessThan(4 / Math.sqrt(20_000));
    }
  });
});

describe('engines with a planted fault', () => {
  const faults = [
    {
      name: 'law-clock-too-fast',
      meaning: 'the clock of a place runs a twentieth too fast',
      file: 'engine.ts',
      find: 'othersBefore + othersHazard, longestDailyAxis',
      replace: 'othersBefore + 1.05 * othersHazard, longestDailyAxis',
    },
    {
      name: 'law-same-marks-every-day',
      meaning: 'the marks of a day are those of yesterday',
      file: 'clocks.ts',
      find: 'return ((day << 20) ^ (cell << 4) ^ serial) | 0;',
      replace: 'return ((0 * day) ^ (cell << 4) ^ serial) | 0;',
    },
  ];
  test('are caught: the clock by its first day, marks that do not change by the second', async () => {
    const hazards = changing(48, 15);
    const p = (waits: Wait[], day: number): number => kolmogorovTest(placesOnLaw(waits, hazards.slice(0, 24 * (day + 1)), 24 * day, 16), even);
    for (const fault of faults) expect(occurrences(fault)).toBe(1);
    const [fast, same] = await Promise.all(faults.map((fault) => loadMutant(fault.name, fault)));
    expect(p(days({ hazards, residents: people, seed: 17, model: fast! })[0]!, 0)).toBeLessThan(level);
    const stale = days({ hazards, residents: people, seed: 17, model: same! });
    expect(p(stale[0]!, 0)).toBeGreaterThan(level);
    expect(p(stale[1]!, 1)).toBeLessThan(level);
    // the sound copy passes where they fail
    const sound = days({ hazards, residents: people, seed: 17, model: await loadMutant('law-sound') });
    expect(p(sound[0]!, 0)).toBeGreaterThan(level);
    expect(p(sound[1]!, 1)).toBeGreaterThan(level);
  });
});
