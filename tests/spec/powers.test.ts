/** Rules about governments, forces and the alliance: one mechanism on fields set by hand. */
import { expect, test } from 'vitest';
import { Stance, UnitKind } from '../../src/world/forces.ts';
import { hourAt, OneHour, type Setting } from './one-hour.ts';

const threeLands = { residents: [[50_000, 20_000], [30_000], [80_000, 10_000]] };

/** A request by country 0 at hour 0 stands before its alliance. */
function asked(setting: Setting = {}): OneHour {
  const one = new OneHour({ ...setting, small: { ...threeLands, ...setting.small } });
  one.now.alliance.client[0] = 0;
  one.now.alliance.askedHour[0] = 0;
  one.now.alliance.externalLabel01[0] = 0.8;
  return one;
}

function granted(setting: Setting = {}): OneHour {
  const one = asked(setting);
  one.now.alliance.decision[0] = 1;
  one.now.alliance.decidedHour[0] = 0;
  return one;
}

test('[MC-obey-1] a unit refuses only before a crowd of at least 100, and one that changed sides stays there', () => {
  const one = new OneHour({
    small: { latent: { loyalty01: 0.01, cohesion01: 0.1 } },
    values: { 'obey.perHour': 5, 'obey.ratioWeight': 3, 'obey.returnHours': 0.1 },
  });
  one.now.country.threat01[0] = 1;
  one.now.country.turnout[0] = 99;
  one.now.place.crowdStrength[0] = 99;
  one.go('obey', 50);
  expect(one.state.units.stance.every((s) => s === Stance.obeys)).toBe(true);
  one.now.place.crowdStrength[0] = 50_000;
  one.go('obey', 50);
  const { stance } = one.state.units;
  const refused = stance.filter((s) => s !== Stance.obeys).length;
  expect(refused).toBeGreaterThan(0);
  const turned = stance.findIndex((s) => s !== Stance.obeys);
  stance[turned] = Stance.changedSides;
  one.now.place.crowdStrength[0] = 0;
  one.go('obey', 200);
  expect(stance[turned]).toBe(Stance.changedSides);
  expect(stance.some((s) => s === Stance.aside)).toBe(false);
});

test('[MC-obey-2] unshaken units cannot refuse', () => {
  const one = new OneHour({
    small: { latent: { loyalty01: 0.01 } },
    values: { 'obey.perHour': 5, 'obey.ratioWeight': 3 },
    do: [{ atHour: 0, set: 'obey.loyalty', to: 'unshaken' }],
  });
  one.now.country.threat01[0] = 1;
  one.now.place.crowdStrength[0] = 50_000;
  one.go('obey', 50);
  expect(one.state.units.stance.every((s) => s === Stance.obeys)).toBe(true);
});

test('[MC-govern-1] a quiet country is no danger and no step is taken', () => {
  const one = new OneHour().go('govern', 100);
  expect([...one.now.country.threat01, ...one.now.country.rung]).toEqual([0, 0, 0, 0]);
});

test('[MC-govern-2] under full threat the ladder is climbed; a step the analyst forbids is not taken; calm lifts the measures', () => {
  const one = new OneHour({ values: { 'govern.calmDays': 2 }, do: [{ atHour: 0, set: 'govern.shutdown', to: 'never', in: 'land-0' }] });
  one.now.country.turnout[0] = 60_000;
  one.go('govern', 12);
  const { country } = one.now;
  expect([country.emergency01[0], country.moving01[0], country.fire01[0], country.asked01[0], country.shutdown01[0]]).toEqual([1, 1, 1, 1, 0]);
  expect(country.callUp01[0]).toBeGreaterThan(0);
  expect(country.conceded[0]).toBeLessThanOrEqual(3);
  country.turnout[0] = 0;
  one.go('govern', 60);
  expect([country.emergency01[0], country.moving01[0], country.fire01[0], country.callUp01[0]]).toEqual([0, 0, 0, 0]);
});

test('[MC-govern-3] a fallen group has no measures', () => {
  const one = new OneHour();
  const { country } = one.now;
  for (const field of ['emergency01', 'shutdown01', 'moving01', 'fire01'] as const) country[field][0] = 1;
  country.groupOut[0] = 5;
  country.turnout[0] = 60_000;
  one.go('govern', 6);
  expect([country.emergency01[0], country.shutdown01[0], country.moving01[0], country.fire01[0], country.rung[0]]).toEqual([0, 0, 0, 0, 0]);
});

test('[MC-deploy-1] strength in a place is the obeying people there by readiness and worth; who stands aside counts aside', () => {
  const one = new OneHour({ values: { 'deploy.shift01': 0.3, 'deploy.reserve01': 0 } });
  one.now.country.turnout[0] = 1;
  one.act('deploy', 1);
  const police = [0, 1, 2].map((i) =>
    [...one.world.units.kind].reduce(
      (sum, kind, u) => sum + (kind === UnitKind.police && one.state.units.place[u] === i ? one.state.units.strength[u]! : 0),
      0,
    ),
  );
  for (let i = 0; i < 3; i++) expect(one.next.place.force[i]).toBeCloseTo(0.3 * police[i]!, 9);
  one.state.units.stance.fill(Stance.aside);
  one.act('deploy', 2);
  expect([one.next.place.force[0], one.next.place.unitsAside01[0]]).toEqual([0, 1]);
});

test('[MC-deploy-2] units move only when ordered to, and never with reinforcement switched off', () => {
  const moved = (moving: number, moves: Setting['do'] = []): number => {
    const one = new OneHour({ small: { army: 2000 }, values: { 'deploy.mobile01': 1 }, do: moves });
    one.now.country.moving01[0] = moving;
    one.now.country.turnout[0] = 20_000;
    one.now.place.crowd[1] = one.now.place.crowdStrength[1] = 20_000;
    return one.go('deploy', 80).logged('unit arrives');
  };
  expect(moved(1)).toBeGreaterThan(0);
  expect(moved(0)).toBe(0);
  expect(moved(1, [{ atHour: 0, set: 'deploy.reinforcement', to: 'none' }])).toBe(0);
});

test('[MC-request-1] a member lays one request before its alliance in a run, one is laid in an hour, and the patron lays none', () => {
  const one = new OneHour({ small: threeLands });
  one.now.country.asked01[2] = 1;
  one.act('request');
  expect(one.next.alliance.client[0]).toBe(-1);
  one.now.country.asked01.fill(1);
  one.go('request', 1);
  expect([...one.now.alliance.client]).toEqual([0, -1]);
  one.go('request', 5);
  expect([...one.now.alliance.client]).toEqual([0, 1]);
  expect([...one.now.alliance.askedHour]).toEqual([0, 1]);
  expect(one.logged('help requested')).toBe(2);
});

test('[MC-request-2] a forbidden request is not made, one ordered now is made now', () => {
  const forbidden = new OneHour({ do: [{ atHour: 0, set: 'request.asked', to: 'forbidden', in: 'land-0' }] });
  forbidden.now.country.asked01[0] = 1;
  expect(forbidden.act('request').next.alliance.client[0]).toBe(-1);
  const ordered = new OneHour({ do: [{ atHour: 6, set: 'request.asked', to: 'now', in: 'land-0' }] });
  expect(ordered.act('request', 5).next.alliance.client[0]).toBe(-1);
  expect(ordered.act('request', 6).next.alliance.askedHour[0]).toBe(6);
});

test('[MC-decide-1] the patron answers once, not before his hours are over, and a fallen patron refuses', () => {
  const one = asked({ values: { 'decide.hours': 5, 'decide.base': 50 } });
  expect(one.act('decide', 4).next.alliance.decision[0]).toBe(0);
  one.go('decide', 3, 5);
  expect([one.now.alliance.decision[0], one.now.alliance.decidedHour[0], one.logged('help granted')]).toEqual([1, 5, 1]);
  const fallen = asked({ values: { 'decide.base': 50 }, do: [{ atHour: 0, set: 'decide.patron', to: 'grants' }] });
  fallen.now.country.groupOut[2] = 1;
  expect(fallen.act('decide', 20).next.alliance.decision[0]).toBe(2);
});

test("[MC-decide-2] the analyst may give the patron's answer", () => {
  for (const [to, decision] of [
    ['grants', 1],
    ['refuses', 2],
  ] as const)
    expect(asked({ do: [{ atHour: 0, set: 'decide.patron', to }] }).act('decide', 20).next.alliance.decision[0]).toBe(decision);
});

test('[MC-ratify-1] the patron consents at once, a government after its hours, a parliament only in a session at 11:00 or 16:00', () => {
  const one = granted({ small: { ...threeLands, mustRatify: false }, values: { 'ratify.governmentHours': 6 } });
  one.go('ratify', 6);
  expect([one.now.member.consent[2], one.now.member.consent[1]]).toEqual([2, 1]);
  one.go('ratify', 1);
  expect(one.now.member.consent[1]).toBe(2);
  const voting = granted({ values: { 'ratify.attendance01': 1, 'ratify.favour01': 1 } });
  const session = Math.min(...[11, 16].map((clock) => hourAt(voting.world, voting.world.countries.seat[1]!, clock)));
  voting.go('ratify', session);
  expect(voting.now.member.consent[1]).toBe(session === 0 ? 0 : 1);
  voting.go('ratify', 1);
  expect(voting.now.member.consent[1]).toBe(2);
});

test('[MC-ratify-2] without a quorum there is no vote, and after too many sessions that is a refusal', () => {
  const one = granted({ values: { 'ratify.sessionsMost': 3 }, do: [{ atHour: 0, set: 'ratify.parliament', to: 'no-quorum', in: 'land-1' }] });
  one.go('ratify', 72);
  expect([one.logged('no quorum'), one.logged('parliament refuses'), one.now.member.consent[1]]).toEqual([3, 1, 3]);
});

test('[MC-send-1] nobody lands before the first landing, without consent, or beyond lift and promise', () => {
  const one = granted({ values: { 'alliance.pact.firstLandingHours': 8, 'alliance.pact.liftPeoplePerDay': 96 } });
  one.now.country.threat01[0] = 0.8;
  one.now.member.consent[2] = 2;
  one.go('send', 8);
  expect(one.now.country.foreignPeople[0]).toBe(0);
  one.go('send', 1);
  expect(one.now.country.foreignPeople[0]).toBe(4);
  one.go('send', 100);
  expect(one.now.country.foreignPeople[0]).toBe(15);
  expect([one.now.member.landed[1], one.now.country.sentPeople[2]]).toEqual([0, 15]);
});

test('[MC-send-2] with intervention forbidden nobody lands', () => {
  for (const where of ['pact', 'land-0']) {
    const one = granted({ do: [{ atHour: 0, set: 'send.intervention', to: 'forbidden', in: where }] });
    one.now.member.consent.fill(2);
    one.now.country.threat01[0] = 0.8;
    expect(one.go('send', 100).now.country.foreignPeople[0]).toBe(0);
  }
});

test('[MC-send-3] the contingent leaves after calm, and everybody who came goes', () => {
  const one = granted({ values: { 'alliance.pact.firstLandingHours': 1, 'alliance.pact.liftPeoplePerDay': 120, 'send.calmHours': 48 } });
  one.now.member.consent.fill(2);
  one.now.country.threat01[0] = 0.05;
  one.go('send', 40);
  expect(one.now.country.foreignPeople[0]).toBe(30);
  one.go('send', 60);
  expect([one.now.country.foreignPeople[0], one.logged('contingent begins to leave')]).toEqual([0, 1]);
  expect(one.now.alliance.withdrawnHour[0]).toBeGreaterThan(48);
});

test('[MC-support-1] the signal of the decision lasts a day and is off where intervention is forbidden; its range includes zero', () => {
  const gained = (moves: Setting['do'] = []): number => {
    const one = granted({ values: { 'support.signalToUnits': 0.24 }, do: moves });
    const before = one.now.country.belief01[0]!;
    one.go('support', 100, 1);
    return one.now.country.belief01[0]! - before;
  };
  expect(gained()).toBeCloseTo(0.24, 9);
  expect(gained([{ atHour: 0, set: 'support.signal', to: 'off' }])).toBe(0);
  expect(gained([{ atHour: 0, set: 'send.intervention', to: 'forbidden', in: 'pact' }])).toBe(0);
});

test('[MC-support-2] foreign troops free own people and are resented, more where they are many', () => {
  const one = new OneHour({ values: { 'support.freedPerForeign': 0.5 } });
  one.now.country.foreignPeople[0] = 40;
  one.act('support');
  expect([one.next.country.freedPeople[0], one.next.country.freedPeople[1]]).toEqual([20, 0]);
  expect(one.next.country.resentment01[0]).toBeGreaterThan(0);
  expect(one.next.country.resentment01[1]).toBe(0);
});

test('[MC-fall-1] the seat counts as lost after 72 hours in the hands of the crowd', () => {
  const one = new OneHour();
  one.now.country.seatLostHours[0] = 71;
  expect(one.act('fall', 90).next.country.seatLost[0]).toBe(0);
  one.now.country.seatLostHours[0] = 72;
  expect(one.act('fall', 91).next.country.seatLost[0]).toBe(91);
});

test('[MC-fall-2] below its floor of threat nobody falls; with too little loyal strength head and group do', () => {
  const fallen = (threat: number, loyal: boolean): number[] => {
    const one = new OneHour({ values: { 'fall.headPerHour': 0.000001 } });
    one.now.country.threat01[0] = threat;
    if (!loyal) one.state.units.stance.fill(Stance.aside);
    one.act('fall', 50);
    return [one.next.country.headOut[0]!, one.next.country.groupOut[0]!];
  };
  expect(fallen(0.2, false)).toEqual([0, 0]);
  expect(fallen(0.9, true)).toEqual([0, 0]);
  expect(fallen(0.9, false)).toEqual([50, 50]);
});

test('[MC-fall-3] a united elite drops nobody; a divided one does, and the head may go alone', () => {
  const heads = (moves: Setting['do'] = []) => {
    const one = new OneHour({ small: { latent: { cohesion01: 0.05 } }, values: { 'fall.headPerHour': 1, 'fall.groupShare01': 0 }, do: moves });
    one.now.country.threat01[0] = 1;
    one.now.country.belief01[0] = 0;
    return one.go('fall', 10).now.country;
  };
  const divided = heads();
  expect(divided.headOut[0]).toBeGreaterThan(0);
  expect(divided.groupOut[0]).toBe(0);
  expect(heads([{ atHour: 0, set: 'fall.elite', to: 'united' }]).headOut[0]).toBe(0);
});
