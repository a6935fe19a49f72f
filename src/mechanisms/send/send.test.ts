import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import { Task, UnitKind } from '../../world/forces.ts';

const values = { 'alliance.pact.firstLandingHours': 8, 'alliance.pact.liftPeoplePerDay': 24 * 40, 'send.calmHours': 48, 'send.seatShare01': 0.5 };
/** Land 2 promises 450 people in three units, land 1 a hundred, the client's own contribution does not count. */
const contributions = Object.fromEntries([50, 100, 450].map((value, c) => [`land-${c}`, { value, unit: 'people', assumption: 'test' }]));

/** Help for land 0 in danger was granted at hour 0; land 2 consented. */
function granted(setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('send', { ...setting, small: { alliance: { contributions } }, values: { ...values, ...setting.values } });
  one.now.alliance.client[0] = 0;
  one.now.alliance.askedHour[0] = 0;
  one.now.alliance.decision[0] = 1;
  one.now.alliance.decidedHour[0] = 0;
  one.now.member.consent[2] = 2;
  one.now.country.threat01[0] = 0.8;
  return one;
}

/** People of contingents, wherever they stand. */
const people = (one: OneMechanism) =>
  one.units.strength.reduce((sum, strength, u) => sum + (one.world.units.kind[u] === UnitKind.contingent ? strength : 0), 0);
const foreign = (one: OneMechanism) => one.now.country.foreignPeople[0];

describe('a contingent', () => {
  it('lands from the hours of the first landing on, as many an hour as lift allows', () => {
    const one = granted();
    expect(foreign(one.hours(8))).toBe(0);
    expect(foreign(one.hours(1))).toBeCloseTo(40, 9);
    expect(foreign(one.hours(3))).toBeCloseTo(160, 9);
    expect(one.now.alliance.landedHour[0]).toBe(8);
    expect(one.logged('first foreign troops land').map((event) => event.because['hoursSinceRequest'])).toEqual([8]);
  });

  it('is of consenting members only, and never more than they promised', () => {
    const one = granted().hours(100);
    expect([foreign(one), one.now.member.landed[0], one.now.member.landed[1], one.now.member.landed[2]]).toEqual(
      [450, 0, 0, 450].map((n) => expect.closeTo(n, 6)),
    );
    one.now.member.consent[1] = 2;
    one.hours(20);
    expect([foreign(one), one.now.country.sentPeople[1], one.now.country.sentPeople[2]]).toEqual([550, 100, 450].map((n) => expect.closeTo(n, 6)));
  });

  it('guards the seat or the chief city, and everybody who landed stands somewhere', () => {
    const one = granted();
    for (let day = 0; day < 10; day++) {
      one.hours(3);
      expect(people(one)).toBeCloseTo(foreign(one), 6);
    }
    const posted = one.unitsOf(2, [UnitKind.contingent]);
    for (const u of posted) expect([one.world.countries.seat[0], one.world.countries.chiefCity[0]]).toContain(one.units.place[u]);
    for (const u of posted) expect(one.units.task[u]).toBe(Task.guard);
  });

  it('does not land where the analyst forbids it, for the alliance or the client', () => {
    for (const where of ['pact', 'land-0']) expect(foreign(granted({ do: lever('send.intervention', 'forbidden', where) }).hours(60))).toBe(0);
  });
});

describe('capacity', () => {
  const both = (setting: Setting = {}) => {
    const one = granted(setting);
    // land 1 asked after land 0 and was helped as well
    one.now.alliance.client[1] = 1;
    one.now.alliance.askedHour[1] = 0;
    one.now.alliance.decision[1] = 1;
    one.now.alliance.decidedHour[1] = 0;
    one.now.member.consent[3 + 2] = 2;
    one.now.country.threat01[1] = 0.8;
    return one;
  };

  it('of aircraft is shared by all clients: the first to ask is served first', () => {
    const one = both().hours(10);
    expect([...one.now.country.foreignPeople]).toEqual([80, 0, 0].map((n) => expect.closeTo(n, 6)));
  });

  it('of troops is there once: a unit at work in one client does not land in another', () => {
    const one = both();
    for (let hour = 0; hour < 60; hour++) {
      one.hours(1);
      expect(people(one)).toBeCloseTo(one.now.country.foreignPeople[0] + one.now.country.foreignPeople[1], 6);
      expect(people(one)).toBeLessThanOrEqual(450 + 1e-6);
      for (const u of one.unitsOf(2, [UnitKind.contingent])) expect(one.units.strength[u]).toBeLessThanOrEqual(one.world.units.people[u] + 1e-9);
    }
    expect([...one.now.country.foreignPeople]).toEqual([450, 0, 0].map((n) => expect.closeTo(n, 6)));
  });

  it('is free again for the next client when the first has let it go', () => {
    const one = both().hours(60);
    one.now.country.threat01[0] = 0.05;
    one.hours(40);
    expect([...one.now.country.foreignPeople]).toEqual([0, 450, 0].map((n) => expect.closeTo(n, 6)));
  });

  it('of one alliance is not that of another: each unit is promised once', () => {
    const scenario = both().world.scenario;
    const [pact] = scenario.world.alliances;
    const second = { ...pact!, key: 'league', name: 'League', members: ['land-1', 'land-2'], contributions: { 'land-2': pact!.contributions['land-1']! } };
    const two = new OneMechanism('send', { small: { alliance: { contributions } }, values, alliances: [pact!, second] });
    const rows = two.state.requests.map((row) => [row.alliance.key, row.of, row.nth]);
    expect(rows).toEqual([
      ['pact', 0, 0],
      ['pact', 0, 1],
      ['league', 1, 0],
    ]);
    two.now.alliance.client[2] = 1;
    two.now.alliance.decision[2] = 1;
    two.now.alliance.decidedHour[2] = 0;
    two.now.member.consent[2 * 3 + 2] = 2;
    two.now.country.threat01[1] = 0.8;
    two.hours(60);
    // land 2 promised a hundred to the league; its 450 for the pact stay at home
    expect([...two.now.country.foreignPeople]).toEqual([0, 100, 0].map((n) => expect.closeTo(n, 6)));
    for (const u of two.unitsOf(2, [UnitKind.contingent])) if (two.world.units.alliance[u] === 0) expect(two.units.strength[u]).toBe(0);
  });

  it('of a member with unrest at home is smaller by the share it keeps there', () => {
    const sent = (hold: number, threat: number) => {
      const one = granted({ values: { 'send.homeHold01': hold } });
      one.now.country.threat01[2] = threat;
      return foreign(one.hours(60));
    };
    expect([sent(0.5, 0), sent(0.5, 0.8), sent(1, 1), sent(0, 1)]).toEqual([450, 270, 0, 450].map((n) => expect.closeTo(n, 6)));
  });
});

describe('withdrawal', () => {
  it('begins when it is calm and the hours are over, and takes everybody home', () => {
    const one = granted().hours(30);
    one.now.country.threat01[0] = 0.05;
    one.hours(27);
    expect(foreign(one)).toBeCloseTo(450, 6);
    one.hours(1);
    expect(one.logged('contingent begins to leave').map((event) => event.hour)).toEqual([57]);
    one.hours(1);
    expect(foreign(one)).toBeCloseTo(410, 6);
    one.hours(11);
    expect([foreign(one), people(one), one.now.country.sentPeople[2], one.now.alliance.committed01[0]]).toEqual([0, 0, 0, 0].map((n) => expect.closeTo(n, 6)));
    for (const u of one.unitsOf(2, [UnitKind.contingent])) expect(one.units.place[u]).toBe(one.world.units.home[u]);
  });

  it('does not begin in danger, but at once when the group they came for is out', () => {
    const one = granted().hours(200);
    expect(one.logged('contingent begins')).toEqual([]);
    one.now.country.groupOut[0] = 150;
    one.hours(1);
    expect(one.now.alliance.withdrawnHour[0]).toBe(200);
  });
});
