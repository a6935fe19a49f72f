/**
 * Chains with constant rates against exp(Qt), in the real run.
 *
 * Two chains of two states the engine can be given. Within a day: idle -> not idle at rate a, where
 * nobody sets out twice between two dawns (PE11, PE14), with the length of outings beside it. Over days:
 * free <-> away, looked at after each dawn, because away from home people come back at dawn at the
 * earliest. Whoever is free is called at dawn with probability p, is out for an hour and comes back at
 * the next dawn or, with q = exp(-1/24r), hours after it. Seen from dawn to dawn this is a two-state
 * chain with P = [[1-pq, pq], [1-q^24, q^24]], and p and r can be chosen so that P = exp(Q).
 */
import { describe, expect, test } from 'vitest';
import { Status } from '../../src/world/people/people.ts';
import { firstDawn, ScriptedTown } from '../support/scripted-town.ts';
import { mean, pearsonTest } from '../support/statistics.ts';
import { census, everybody } from './census.ts';

/** Level of each test: chance of a false alarm, should the luck of the fixed seeds ever change. */
const level = 1e-4;

/** exp(Qt) of a two-state chain that begins in the first: chance of the second, rates away and back per unit. */
const second01 = (away: number, back: number, t: number): number => (away / (away + back)) * (1 - Math.exp(-(away + back) * t));

describe('[PE17] within a day', () => {
  const residents = 4000;
  /** summed over seeds: [hour] people idle, out, home again */
  function counted(hazard: number, stayHours: number, hours: number, seeds: number): number[][] {
    const counts = Array.from({ length: hours }, () => [0, 0, 0]);
    for (let seed = 1; seed <= seeds; seed++) {
      const one = new ScriptedTown({ residents, seed, hours: 40, values: { 'mobilise.stayHours': stayHours } });
      while (one.hour < firstDawn) one.step();
      const people = everybody(one.world);
      for (let h = 0; h < hours; h++) {
        const statuses = census(one.step(hazard).engine, people);
        for (const status of statuses) counts[h]![status === Status.idle ? 0 : status === Status.out ? 1 : 2]!++;
      }
    }
    return counts;
  }

  /**
   * Idle is exactly exp(-at). Whoever sets out in an hour is out at its end, and e^-m of those out are
   * still out an hour later: the hours of the engine, by hand.
   */
  function hourly(hazard: number, stayHours: number, hours: number): number[][] {
    const stay = Math.exp(-1 / stayHours);
    let out = 0;
    return Array.from({ length: hours }, (_, h) => {
      out = out * stay + Math.exp(-hazard * h) - Math.exp(-hazard * (h + 1));
      return [Math.exp(-hazard * (h + 1)), out, 1 - Math.exp(-hazard * (h + 1)) - out];
    });
  }

  test.each([
    { hazard: 0.02, stayHours: 6 },
    { hazard: 0.1, stayHours: 3 },
    { hazard: 0.5, stayHours: 1 },
    { hazard: 2, stayHours: 12 },
  ])('at $hazard an hour out and outings of $stayHours h, 20 seeds: idle, out, home again', ({ hazard, stayHours }) => {
    const counts = counted(hazard, stayHours, 20, 20);
    const due = hourly(hazard, stayHours, 20);
    for (const h of [0, 1, 2, 5, 10, 19]) {
      const expected = due[h]!.map((share) => share * residents * 20);
      if (expected[0]! > 10)
        expect(pearsonTest([counts[h]![0]!, counts[h]![1]! + counts[h]![2]!], [expected[0]!, expected[1]! + expected[2]!]), `idle, hour ${h}`).toBeGreaterThan(
          level,
        );
      if (expected.filter((e) => e > 10).length > 1) expect(pearsonTest(counts[h]!, expected), `hour ${h}`).toBeGreaterThan(level);
    }
  });

  /** Second state of exp(Qt) for idle -> out -> home at rates a and m. */
  const outOfEquations = (a: number, m: number, t: number): number => (a * (Math.exp(-m * t) - Math.exp(-a * t))) / (a - m);

  test('the three states are exp(Qt) up to the frozen hour, whose bias halves when the rates are halved', () => {
    const [a, m] = [0.02, 0.05];
    const bias = (slower: number, t: number): number => hourly(a / slower, slower / m, slower * t)[slower * t - 1]![1]! - outOfEquations(a, m, t);
    for (const t of [4, 10, 23]) {
      // whoever sets out counts as out for that whole hour: a little too many are out
      expect(bias(1, t)).toBeGreaterThan(0);
      expect(Math.abs(bias(32, t) / bias(64, t) - 2)).toBeLessThan(0.02);
    }
    const counts = counted(a, 1 / m, 23, 5);
    for (const t of [4, 10, 23]) {
      const out = outOfEquations(a, m, t);
      const error = Math.sqrt((out * (1 - out)) / (5 * residents));
      expect(Math.abs(counts[t - 1]![1]! / (5 * residents) - out - bias(1, t))).toBeLessThan(4 * error);
    }
  });
});

interface Away {
  /** [day] people away, day 0 = first dawn */
  readonly away: number[];
  /** [visits] people who went away so often */
  readonly visits: Float64Array;
  /** [days] people found away at so many dawns */
  readonly occupied: Float64Array;
}

const days = 12;

/** Everybody, seen after each dawn, over `seeds` towns; `called` off by a factor plants a fault. */
function dawns(away: number, back: number, residents: number, seeds: number, fault = 1): Away {
  const a = second01(away, back, 1);
  const b = second01(back, away, 1);
  const q = (1 - b) ** (1 / 24);
  const called = (fault * a) / q;
  const found: Away = { away: Array.from({ length: days + 1 }, () => 0), visits: new Float64Array(days + 1), occupied: new Float64Array(days + 1) };
  for (let seed = 1; seed <= seeds; seed++) {
    const one = new ScriptedTown({
      residents,
      seed,
      hours: firstDawn + 24 * days + 2,
      // outings of exactly one hour, each followed by a rest
      values: { 'mobilise.stayHours': 1e-6, 'mobilise.tiredShare01': 1, 'mobilise.restDays': -1 / Math.log(q) / 24 },
    });
    const people = everybody(one.world);
    let before = new Uint8Array(people.length);
    const visits = new Uint8Array(people.length);
    const occupied = new Uint8Array(people.length);
    while (one.hour < firstDawn) one.step();
    for (let day = 0; day < days; day++) {
      one.step(-Math.log(1 - called));
      // to the last hour before the next dawn, then over it: returns come first, before anybody is called.
      // The run's own step does the same again and finds nobody left to return
      while (one.hour < firstDawn + 24 * (day + 1)) one.step();
      one.engine.beginHour(one.hour);
      const now = census(one.engine, people).map((status) => (status === Status.idle ? 0 : 1));
      for (let i = 0; i < now.length; i++) {
        found.away[day + 1]! += now[i]!;
        occupied[i]! += now[i]!;
        if (before[i] === 0 && now[i] === 1) visits[i]!++;
      }
      before = now;
    }
    for (let i = 0; i < people.length; i++) {
      found.visits[visits[i]!]!++;
      found.occupied[occupied[i]!]!++;
    }
  }
  return found;
}

/** Exact law of how often (`visits`) and on how many dawns (`occupied`) somebody is away, by counting through the chain. */
function exactCounts(a: number, b: number): { visits: Float64Array; occupied: Float64Array } {
  const count = (perVisit: boolean): Float64Array => {
    let [free, gone] = [new Float64Array(days + 1), new Float64Array(days + 1)];
    free[0] = 1;
    for (let day = 0; day < days; day++) {
      const [freeNext, goneNext] = [new Float64Array(days + 1), new Float64Array(days + 1)];
      for (let n = 0; n <= days; n++) {
        freeNext[n]! += free[n]! * (1 - a) + gone[n]! * b;
        if (n < days) goneNext[n + 1]! += free[n]! * a;
        const stays = perVisit ? n : n + 1;
        if (stays <= days) goneNext[stays]! += gone[n]! * (1 - b);
      }
      [free, gone] = [freeNext, goneNext];
    }
    return free.map((share, n) => share + gone[n]!);
  };
  return { visits: count(true), occupied: count(false) };
}

describe.each([
  { away: 0.3, back: 0.5 },
  { away: 0.1, back: 1.2 },
  { away: 0.6, back: 0.15 },
])('from dawn to dawn, away at $away and back at $back a day, 30 towns of 500', ({ away, back }) => {
  const [residents, seeds] = [500, 30];
  const all = residents * seeds;
  const found = dawns(away, back, residents, seeds);

  test('the distribution after t days is exp(Qt)', () => {
    for (let t = 1; t <= days; t++) {
      const due = all * second01(away, back, t);
      expect(pearsonTest([found.away[t]!, all - found.away[t]!], [due, all - due]), `day ${t}`).toBeGreaterThan(level);
    }
  });

  test('so are the numbers of visits and of days away, with mean and variance', () => {
    const exact = exactCounts(second01(away, back, 1), second01(back, away, 1));
    for (const what of ['visits', 'occupied'] as const) {
      const due = exact[what].map((share) => share * all);
      expect(pearsonTest(found[what], due), what).toBeGreaterThan(level);
      const [seenMean, seenVariance] = moments(found[what]);
      const [dueMean, dueVariance, fourth] = moments(exact[what]);
      expect(Math.abs(seenMean - dueMean)).toBeLessThan(4 * Math.sqrt(dueVariance / all));
      expect(Math.abs(seenVariance - dueVariance)).toBeLessThan(4 * Math.sqrt((fourth - dueVariance ** 2) / all));
    }
    // occupation by the integral of exp(Qt), as a sum over dawns
    expect(moments(exact.occupied)[0]).toBeCloseTo(mean(Array.from({ length: days }, (_, d) => second01(away, back, d + 1))) * days, 10);
  });
});

test('the test can fail: a twentieth too many called are seen', () => {
  const all = 30 * 500;
  const found = dawns(0.3, 0.5, 500, 30, 1.05);
  const due = exactCounts(second01(0.3, 0.5, 1), second01(0.5, 0.3, 1)).visits.map((share) => share * all);
  expect(pearsonTest(found.visits, due)).toBeLessThan(level);
});

/** Mean, variance and fourth central moment of a distribution or of counts over 0, 1, 2 ... */
function moments(weights: Float64Array): [number, number, number] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const average = (of: (n: number) => number): number => weights.reduce((sum, w, n) => sum + w * of(n), 0) / total;
  const middle = average((n) => n);
  return [middle, average((n) => (n - middle) ** 2), average((n) => (n - middle) ** 4)];
}
