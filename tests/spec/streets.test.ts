/** Rules about the streets: one mechanism for one hour on fields set by hand. */
import { expect, test } from 'vitest';
import { Run } from '../../src/run/run.ts';
import { buildWorld } from '../../src/world/build.ts';
import { quantity, smallScenario, valuesFor } from '../support/worlds.ts';
import { hourAt, OneHour, twoLands } from './one-hour.ts';

const town = 'land-0/region-0/town-0';
const workday = (weekday: number): boolean => weekday > 0 && weekday < 6;

test('[MC-shock-1] grievance halves in its half-life', () => {
  const one = new OneHour({ values: { 'shock.halfLifeDays': 2 } });
  one.now.place.grievanceOthers01[0] = 0.4;
  one.go('shock', 48, 100);
  expect(one.now.place.grievanceOthers01[0]).toBeCloseTo(0.2, 10);
});

test('[MC-shock-2] an event acts at its hour and every so many days, on its places and its group; its reach is shared out over its hours; a call home only calls home', () => {
  const one = new OneHour({
    small: {
      events: [
        { atHour: 10, where: ['land-0'], group: 'workers', grievance01: quantity(0.2), reach01: quantity(0.4, 'share'), everyDays: 1 },
        { atHour: 10, where: [town], kind: 'callHome', grievance01: quantity(0.9), reach01: quantity(0.3, 'share') },
      ],
    },
    values: { 'shock.strength': 1, 'shock.passedOn01': 0, 'call.tell': 0 },
  });
  const places = one.next.place;
  one.act('shock', 9);
  expect(places.grievanceWorkers01[0]).toBe(0);
  one.act('shock', 10);
  expect([places.grievanceWorkers01[0], places.grievanceWorkers01[2], places.grievanceWorkers01[3], places.grievanceOthers01[0]]).toEqual([0.2, 0.2, 0, 0]);
  expect([places.workersCallHours[0], places.homeCall01[0], places.homeCall01[1]]).toEqual([5, 0.3, 0]);
  expect((1 - places.workersCallReach01[0]!) ** 5).toBeCloseTo(1 - 0.4, 12);
  one.act('shock', 34);
  expect([places.grievanceWorkers01[0], places.homeCall01[0]]).toEqual([0.2, 0]);
});

test('[MC-call-1] gatherings are called where the movement was seen, at 11:00 and 17:00 on working days and 13:00 on days off, in the morning by those who wait for nothing', () => {
  const one = new OneHour({ small: { latent: { discipline01: 0.05 } }, values: { 'call.perSeen': 1e6 } });
  one.now.place.seen01[0] = one.now.place.seenAtHome01[0] = 0.5;
  one.go('call', 7 * 24, 0);
  const called = one.state.events.filter((e) => e.kind === 'gathering called');
  expect(new Set(called.map((e) => e.place))).toEqual(new Set([0]));
  expect(called.length).toBe(12);
  for (const { hour } of called) {
    const dayOff = !workday((one.world.firstWeekday[0]! + one.world.settlement.localDay(0, hour)) % 7);
    expect(dayOff ? [13] : [11, 17]).toContain(one.world.settlement.localHour(0, hour));
  }
  const patient = new OneHour({ small: { latent: { discipline01: 1 } }, values: { 'call.perSeen': 1e6, 'call.waitForDayOff01': 0 } });
  patient.now.place.seen01[0] = patient.now.place.seenAtHome01[0] = 0.5;
  patient.go('call', 7 * 24, 0);
  expect(patient.state.events.filter((e) => patient.world.settlement.localHour(0, e.hour) === 11)).toEqual([]);
});

test('[MC-call-2] a call lasts its hours and then reaches nobody', () => {
  const one = new OneHour();
  one.now.place.callReach01[0] = 0.5;
  one.now.place.callHours[0] = 3;
  one.go('call', 2, 2);
  expect([one.now.place.callReach01[0], one.now.place.callHours[0]]).toEqual([0.5, 1]);
  one.go('call', 1);
  expect([one.now.place.callReach01[0], one.now.place.callHours[0]]).toEqual([0, 0]);
});

test('[MC-broadcast-1] a shutdown takes its share of the traffic, and no more', () => {
  const one = new OneHour({ values: { 'broadcast.shutdownDepth01': 0.9 } });
  one.now.country.shutdown01[0] = 1;
  one.act('broadcast');
  const normal = one.world.countries.latents[0]!.connectivity01;
  expect(one.next.country.connectivity01[0]).toBeCloseTo(normal * 0.1, 12);
  expect(one.next.country.connectivity01[1]).toBe(normal);
});

test('[MC-broadcast-2] the official story is told only under threat and fades otherwise; nothing else moves a quiet country', () => {
  const one = new OneHour({ values: { 'broadcast.narrativeHalfLifeDays': 1 } });
  one.now.country.narrative01[0] = 0.5;
  one.now.country.threat01[1] = 0.9;
  one.act('broadcast');
  expect(one.next.country.narrative01[0]).toBeLessThan(0.5);
  expect(one.next.country.narrative01[1]).toBeGreaterThan(0);
  const quiet = new OneHour().go('broadcast', 200);
  expect(quiet.now.country.legitimacy01[0]).toBeCloseTo(quiet.world.countries.latents[0]!.legitimacy01, 12);
});

test('[MC-spread-1] what was seen never fades faster than its half-life, and a crowd is learnt of within the hour', () => {
  const one = new OneHour({ values: { 'spread.seenHalfLifeHours': 24, 'spread.visibleHalfSize': 500, 'spread.farWeight': 0 } });
  one.now.place.seen01[0] = 0.8;
  one.now.place.crowd[1] = 1e12;
  one.go('spread', 1);
  expect(one.now.place.seen01[1]).toBeCloseTo(1, 6);
  one.now.place.crowd[1] = 0;
  one.go('spread', 23);
  expect(one.now.place.seen01[0]).toBeGreaterThanOrEqual(0.4 - 1e-12);
});

test('[MC-spread-2] an uncoupled place sees nothing and is seen by nobody', () => {
  const one = new OneHour({ small: { uncoupled: [town] } });
  one.now.place.crowd[0] = 10_000;
  one.act('spread');
  expect([...one.next.place.seen01].every((v) => v === 0)).toBe(true);
  expect(one.next.country.turnout[0]).toBe(0);
});

test('[MC-spread-3] closed borders let nothing through', () => {
  const open = new OneHour();
  const closed = new OneHour({ do: [{ atHour: 0, set: 'spread.borders', to: 'closed', in: 'land-1' }] });
  for (const one of [open, closed]) {
    one.now.country.visible01[0] = 1;
    one.act('spread');
  }
  expect(open.next.country.sympathy01[1]).toBeGreaterThan(0);
  expect(closed.next.country.sympathy01[1]).toBe(0);
});

test('[MC-police-1] risk falls with the crowd, steeply around the critical ratio, down to a floor', () => {
  const one = new OneHour({ values: { 'police.criticalRatio': 0.06, 'police.stepExponent': 8 } });
  const riskAt = (ratio: number): number => {
    one.now.place.force[0] = 100;
    one.now.place.crowd[0] = one.now.place.crowdStrength[0] = 100 / ratio;
    return one.act('police', 40).next.place.risk01[0]!;
  };
  const [crowded, below, above, sparse] = [riskAt(0.001), riskAt(0.04), riskAt(0.09), riskAt(1)];
  expect(crowded).toBeLessThan(below);
  expect(below).toBeLessThan(above);
  expect(above).toBeLessThanOrEqual(sparse);
  expect((above - below) / (sparse - crowded)).toBeGreaterThan(0.8);
  expect(crowded / sparse).toBeCloseTo(one.state.value('police.riskFloor01'), 3);
});

test('[MC-police-2] a small calm gathering is left alone', () => {
  const scenario = smallScenario({
    ...twoLands,
    hours: 60,
    events: [{ atHour: 8, where: [town], reach01: quantity(0.9, 'share'), grievance01: quantity(0.5), everyDays: 1 }],
  });
  const detained = (tolerated: number): number => {
    const values = valuesFor(scenario, {
      'police.toleratedCrowd': tolerated,
      'police.intervention': 50,
      'police.detainedPerOfficerHour': 0.1,
      'seize.smallestCrowd': 1e9,
      'govern.emergency': 1.5,
    });
    return new Run(buildWorld(scenario, 3, values), values, { id: 'a', title: '', do: [] }).until().history().place.detained.values.length;
  };
  expect(detained(1e9)).toBe(0);
  expect(detained(1)).toBeGreaterThan(0);
});

test('[MC-police-3] a curfew holds from 23:00 to 07:00 while an emergency is in force', () => {
  const one = new OneHour();
  one.now.country.emergency01[0] = 1;
  for (let hour = 0; hour < 24; hour++) {
    one.act('police', hour);
    const clock = one.world.settlement.localHour(0, hour);
    expect(one.next.place.curfew01[0]).toBe(clock >= 23 || clock < 7 ? 1 : 0);
    expect(one.next.place.curfew01[3]).toBe(0);
  }
});

test('[MC-fire-1] without an order and without violence nobody is killed; the lever ends lethal force', () => {
  const kill = (fire: number, violence: number, moves: OneHour['state']['world']['scenario']['arms'][number]['do'] = []): number => {
    const one = new OneHour({
      small: { events: [{ atHour: 8, where: [town], reach01: quantity(0.9, 'share'), grievance01: quantity(0.9) }] },
      values: { 'fire.deadPerOfficerHour': 1, 'mobilise.threshold': -1 },
      do: moves,
    });
    one.go('shock', 1, 8);
    one.now.place.risk01.fill(0);
    one.go('mobilise', 4, 8);
    expect(one.now.place.crowd[0]).toBeGreaterThan(5);
    one.now.place.crowdStrength[0] = one.now.place.crowd[0]!;
    one.now.place.force[0] = 100;
    one.now.country.fire01[0] = fire;
    one.now.place.violence01[0] = violence;
    return one.act('fire', 12).next.place.dead[0]!;
  };
  expect(kill(0, 0)).toBe(0);
  expect(kill(1, 1)).toBeGreaterThan(0);
  expect(kill(1, 1, [{ atHour: 0, set: 'fire.lethal', to: 'none' }])).toBe(0);
});

test('[MC-seize-1] a building falls only to a crowd large enough for its guards; who holds the weight holds the place', () => {
  const attack = (crowd: number) => {
    const one = new OneHour({ small: { latent: { discipline01: 0.05 } }, values: { 'seize.perHour': 50, 'seize.smallestCrowd': 20 } });
    one.now.place.crowd[0] = crowd;
    return one.act('seize');
  };
  const weak = attack(30);
  expect([weak.logged('attack repelled') > 0, weak.logged('seized'), weak.next.place.control[0]]).toEqual([true, 0, 0]);
  const strong = attack(1e6);
  expect(strong.logged('seized')).toBeGreaterThan(2);
  expect([strong.next.place.sitesLost01[0], strong.next.place.control[0], strong.next.country.placesLost[0]]).toEqual([1, 2, 1]);
  expect(strong.next.place.arms[0]).toBeGreaterThan(0);
});

test('[MC-seize-2] a wholly disciplined movement storms nothing', () => {
  const one = new OneHour({ small: { latent: { discipline01: 1 } }, values: { 'seize.perHour': 50 } });
  one.now.place.crowd[0] = 1e5;
  one.go('seize', 24);
  expect([one.logged('seized'), one.logged('attack'), one.now.place.violence01[0]]).toEqual([0, 0, 0]);
});

test('[MC-retake-1] buildings come back only to forces strong enough for the crowd that is left', () => {
  const clear = (force: number): number => {
    const one = new OneHour({ values: { 'retake.perHour': 1, 'retake.forcePerCrowd': 0.5 } });
    one.state.sitesHeld[0] = 1;
    one.now.place.sitesLost01[0] = 0.5;
    one.now.place.crowdStrength[0] = 100;
    one.now.place.force[0] = force;
    one.act('retake');
    return one.state.sitesHeld[0]!;
  };
  expect([clear(0), clear(49.9), clear(50)]).toEqual([1, 1, 0]);
});

test('[MC-mobilise-1] nobody starts alone: without a call, people seen or ties that are out nobody goes, however willing', () => {
  const one = new OneHour({ values: { 'mobilise.threshold': -10 } });
  one.go('mobilise', 72);
  expect(one.state.people.present.every((n) => n === 0)).toBe(true);
  one.now.place.callReach01[0] = 0.9;
  one.go('mobilise', 3);
  expect(one.now.place.crowd[0]).toBeGreaterThan(100);
  expect([one.now.place.crowd[3], one.now.place.crowd[4]].every((n) => n! < one.now.place.crowd[0]!)).toBe(true);
});

test('[MC-mobilise-2] the rule: hardship times openness and what moves against threshold and fear times risk', () => {
  const out = (change: Readonly<Record<string, number>>): number => {
    const one = new OneHour({ values: { 'mobilise.threshold': 0.35, 'people.stock01': 1 } });
    one.now.place.callReach01[0] = 0.9;
    for (const [name, value] of Object.entries(change)) {
      const [part, field] = name.split('.') as ['place' | 'country', string];
      (one.now[part] as Record<string, Float64Array>)[field]![0] = value;
    }
    one.now.country.legitimacy01[0] = change['country.legitimacy01'] ?? 0.3;
    return one.go('mobilise', 2, 12).now.place.outings[0]!;
  };
  const plain = out({});
  for (const pull of ['place.seen01', 'place.outrage01', 'country.resentment01', 'place.grievanceOthers01'])
    expect(out({ [pull]: 0.5 }), pull).toBeGreaterThan(plain);
  for (const [brake, value] of [
    ['country.legitimacy01', 0.6],
    ['country.expectation01', 1],
    ['place.risk01', 3],
  ] as const)
    expect(out({ [brake]: value }), brake).toBeLessThan(plain);
});

test('[MC-strike-1] workers are asked at 08:00 on working days only; pressure moves with its half-life', () => {
  const strikers = (hour: (one: OneHour) => number): number => {
    const one = new OneHour({ values: { 'strike.threshold': -10 } });
    one.now.place.seen01.fill(1);
    return one.act('strike', hour(one)).next.place.strikers[1]!;
  };
  expect(strikers((one) => hourAt(one.world, 1, 8, workday))).toBeGreaterThan(0);
  expect(strikers((one) => hourAt(one.world, 1, 8, (day) => day === 0))).toBe(0);
  expect(strikers((one) => hourAt(one.world, 1, 9, workday))).toBe(0);
  const one = new OneHour({ values: { 'strike.pressureDays': 1 } });
  one.now.country.strikePressure01[0] = 1;
  one.go('strike', 24, hourAt(one.world, 0, 9));
  expect(one.now.country.strikePressure01[0]).toBeCloseTo(0.5, 10);
});
