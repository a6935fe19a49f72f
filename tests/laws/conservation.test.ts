/** Laws of counting: nobody is lost, doubled or raised from the dead; units keep their people; fields keep their range. */
import { describe, expect, test } from 'vitest';
import { drawParameters } from '../../src/base/parameter.ts';
import { modelParameters, scenarioParameters } from '../../src/mechanisms/registry.ts';
import { Run } from '../../src/run/run.ts';
import { buildWorld } from '../../src/world/build.ts';
import { copyFields, newFields, type FieldSet } from '../../src/world/fields.ts';
import { Task, UnitKind } from '../../src/world/forces.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import { Status } from '../../src/world/people/people.ts';
import { dice, quantity, smallScenario } from '../support/worlds.ts';
import { census, everybody } from './census.ts';
import { inRange } from './ranges.ts';

const seeds = [1, 2, 3, 4, 5, 6];

/** A random world within the priors, with enough going on. */
function begun(seed: number): Run {
  const u = dice(seed, 'conservation');
  const scenario = smallScenario({
    residents: [
      [6000, 4000, 2000, 1500, 1000],
      [3000, 1000],
      [5000, 1000],
    ],
    hours: 216,
    police: 40 + 120 * u(0),
    army: 60 + 200 * u(1),
    mustRatify: seed % 2 === 0,
    events: [
      { atHour: 8, grievance01: quantity(0.15 + 0.3 * u(2)), reach01: quantity(0.4, 'share'), hours: 6, everyDays: 2, where: ['land-0'] },
      { atHour: 30, grievance01: quantity(0.2), reach01: quantity(0.3, 'share'), hours: 6, everyDays: 0, where: ['land-1'] },
      { kind: 'callHome', atHour: 60, reach01: quantity(0.5, 'share'), where: ['land-0'] },
    ],
    latent: { legitimacy01: 0.1 + 0.2 * u(3), loyalty01: 0.3 + 0.5 * u(4), lethalReadiness01: 0.9 },
  });
  const prior = drawParameters([...modelParameters, ...scenarioParameters(scenario)], seed, 0);
  // small towns, so small sizes: what it takes to storm, to fire and to be left alone
  const values = {
    ...prior,
    'people.stock01': 0.5,
    'seize.smallestCrowd': 80,
    'police.toleratedCrowd': 20,
    'fire.deadPerOfficerHour': 0.02,
    'fire.calmCrowd01': 0.3,
    'send.calmHours': 48,
    'mobilise.travelShare01': 0.1,
    'police.detainedPerOfficerHour': 0.03,
  };
  const grants = seed % 3 === 0 ? 'as-decided' : 'grants';
  return new Run(buildWorld(scenario, seed, values), values, {
    id: 'a',
    title: 'a',
    do: [
      { atHour: 0, set: 'decide.patron', to: grants },
      { atHour: 26, set: 'request.asked', to: 'now', in: 'land-0' },
    ],
  });
}

const met = { detained: 0, released: 0, dead: 0, injured: 0, travellers: 0, landed: 0, withdrawn: 0, spent: 0 };

describe.each(seeds)('world %i', (seed) => {
  const run = begun(seed);
  const { world, state } = run;
  const engine = state.people as PeopleEngine;
  const found = { people: new Set<string>(), units: new Set<string>(), fields: new Set<string>() };
  const people = everybody(world);
  const everOut = new Uint8Array(world.settlement.people);
  const last: FieldSet = newFields(world.places.count, world.countries.count, state.requests.length);
  let before = census(engine, people);
  let released = 0;

  test('runs its weeks', () => {
    expect(people.length).toBe(sum(world.places.residents));
    for (let hour = 0; hour < world.hours; hour++) {
      run.until(hour + 1);
      countPeople(hour);
      countUnits(hour);
      watchFields(hour);
    }
    expect(run.history().moves.joined).toBeGreaterThan(500);
  });

  test('everybody has exactly one status every hour; the counts are those of a census', () => {
    expect([...found.people]).toEqual([]);
    expect(sum(engine.outings)).toBe(run.history().moves.joined);
    for (let p = 0; p < world.places.count; p++) {
      const seen = sum(everOut.subarray(world.settlement.offsets[p]!, world.settlement.offsets[p + 1]!));
      // whoever set out is out at the end of that hour
      expect(engine.everOut[p]).toBe(seen);
      expect(engine.outings[p]).toBeGreaterThanOrEqual(seen);
    }
  });

  test('units keep their people; contingents abroad are those who landed and have not left', () => {
    expect([...found.units]).toEqual([]);
  });

  test('no field leaves its range, and what counts up never counts down', () => {
    expect([...found.fields]).toEqual([]);
  });

  function countPeople(hour: number): void {
    const after = census(engine, people);
    const tally = new Float64Array(8);
    for (let i = 0; i < after.length; i++) {
      const [was, is] = [before[i]!, after[i]!];
      tally[is]!++;
      if (is === Status.out) everOut[people[i]!] = 1;
      if (was !== is && !steps[was]!.includes(is)) found.people.add(`from status ${was} to ${is}`);
    }
    before = after;
    const { country, place } = state.now;
    const wrong = (what: string, left: number, right: number) => left !== right && found.people.add(`hour ${hour}: ${what}, ${left} against ${right}`);
    // present are those who are out and have arrived; the others are on their way
    const present = sum(engine.present);
    wrong('arrived', sum((engine as unknown as { out: { length: number }[] }).out.map((list) => list.length)), present);
    if (present > tally[Status.out]!) wrong('present', present, tally[Status.out]!);
    wrong('crowd', sum(place.crowd), present);
    released += engine.counts.released;
    wrong('detained by place', sum(place.detained), sum(country.detained));
    wrong('in custody', tally[Status.detained]!, sum(country.detained) - released);
    wrong('dead', tally[Status.dead]!, sum(place.dead));
    wrong('dead and fallen', sum(country.dead), sum(place.dead) + sum(place.securityDead));
    met.travellers = Math.max(met.travellers, tally[Status.out]! - present);
    met.detained = Math.max(met.detained, tally[Status.detained]!);
    met.released = Math.max(met.released, released);
    met.dead = Math.max(met.dead, tally[Status.dead]!);
    met.injured = Math.max(met.injured, tally[Status.injured]!);
    met.spent = Math.max(met.spent, tally[Status.spent]!);
  }

  function countUnits(hour: number): void {
    const { units, now } = state;
    const abroad = new Float64Array(world.countries.count);
    const sent = new Float64Array(world.countries.count);
    for (let u = 0; u < world.units.count; u++) {
      const strength = units.strength[u]!;
      const full = world.units.people[u]!;
      const where = world.places.country[units.place[u]!]!;
      if (!(strength >= 0 && strength <= full && units.fatigue01[u]! >= 0 && units.fatigue01[u]! <= 1)) found.units.add(`hour ${hour}: unit ${u} out of range`);
      if (world.units.kind[u] === UnitKind.contingent) {
        if (strength === 0) continue;
        abroad[where]! += strength;
        sent[world.units.country[u]!]! += strength;
        if (units.task[u] !== Task.guard) found.units.add(`hour ${hour}: contingent ${u} does not guard`);
      } else if (strength !== full || where !== world.units.country[u]) found.units.add(`hour ${hour}: unit ${u} lost people or its country`);
    }
    const wrong = (what: string, left: number, right: number) =>
      Math.abs(left - right) > 1e-6 && found.units.add(`hour ${hour}: ${what}, ${left} against ${right}`);
    for (let c = 0; c < world.countries.count; c++) {
      wrong('foreign troops', now.country.foreignPeople[c]!, abroad[c]!);
      wrong('troops sent', now.country.sentPeople[c]!, sent[c]!);
    }
    const landed = sum(now.member.landed);
    for (let row = 0; row < state.requests.length; row++) {
      const ofRow = sum(now.member.landed.subarray(row * world.countries.count, (row + 1) * world.countries.count));
      wrong('landed by member', now.alliance.landedPeople[row]!, ofRow);
      if (ofRow > now.alliance.promisedPeople[row]! + 1e-6) wrong('landed beyond promise', ofRow, now.alliance.promisedPeople[row]!);
    }
    const leaving = now.alliance.withdrawnHour.some((at) => at >= 0);
    if (!leaving) wrong('landed and still here', sum(abroad), landed);
    met.landed = Math.max(met.landed, sum(abroad));
    if (leaving && landed > 0 && sum(abroad) === 0) met.withdrawn++;
  }

  function watchFields(hour: number): void {
    for (const part of ['place', 'country', 'alliance', 'member'] as const) {
      for (const [field, column] of Object.entries(state.now[part]) as [string, Float64Array][]) {
        const old = (last[part] as Record<string, Float64Array>)[field]!;
        for (let row = 0; row < column.length; row++) {
          if (!inRange(field, column[row]!)) found.fields.add(`${part}.${field} out of range`);
          if (hour > 0 && counters.has(`${part}.${field}`) && column[row]! < old[row]!) found.fields.add(`${part}.${field} falls`);
        }
      }
    }
    copyFields(state.now, last);
  }
});

/** [status] what somebody may be at the end of the next hour. Who sets out cannot go home, or be taken, within the same hour. */
const steps: readonly (readonly number[])[] = [
  [Status.out],
  [Status.resting, Status.spent, Status.detained, Status.injured, Status.dead],
  [Status.idle, Status.out],
  [],
  [Status.idle, Status.out],
  [Status.idle, Status.out],
  [],
];

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total;
}

const counters = new Set([
  'place.outings',
  'place.detained',
  'place.dead',
  'place.securityDead',
  'place.injured',
  'country.detained',
  'country.dead',
  'country.injured',
  'country.conceded',
  'country.rung',
  'country.headOut',
  'country.groupOut',
  'country.seatLost',
  'alliance.landedPeople',
  'member.landed',
  'member.sessions',
]);
test('all of this happened in these worlds', () => {
  for (const [what, times] of Object.entries(met)) expect(times, what).toBeGreaterThan(0);
});
