import { describe, expect, it } from 'vitest';
import { lever, OneMechanism } from '../../../tests/support/one-mechanism.ts';
import { quantity } from '../../../tests/support/worlds.ts';

const town = 'land-0/region-0/town-0';
const price = { atHour: 10, where: [town], grievance01: quantity(0.2), reach01: quantity(0, 'share') };

/** A call that reaches two in five over five hours. */
const called = { small: { events: [{ ...price, reach01: quantity(0.4, 'share'), hours: 5 }] } };

describe('an outside event', () => {
  it('adds its grievance times the common strength in its hour, in its places and nowhere else', () => {
    const one = new OneMechanism('shock', { small: { events: [price] }, values: { 'shock.strength': 0.5 } });
    expect(Math.max(...one.hour(9).place.grievanceOthers01)).toBe(0);
    const { place } = one.hour(10);
    expect([...place.grievanceOthers01]).toEqual([0.1, 0, 0, 0, 0, 0]);
    expect([...place.grievanceWorkers01]).toEqual([...place.grievanceOthers01]);
    expect(Math.max(...one.hour(11).place.grievanceOthers01)).toBe(0);
  });

  it('may concern workers only, and a whole country by its key', () => {
    const one = new OneMechanism('shock', { small: { events: [{ ...price, where: ['land-0'], group: 'workers' }] }, values: { 'shock.strength': 1 } });
    const { place } = one.hour(10);
    expect([...place.grievanceWorkers01]).toEqual([0.2, 0.2, 0.2, 0, 0, 0]);
    expect(Math.max(...place.grievanceOthers01)).toBe(0);
  });

  it('comes again every so many days, and once only when it does not repeat', () => {
    const hoursOf = (everyDays: number) =>
      new OneMechanism('shock', { small: { events: [{ ...price, everyDays }] } })
        .hours(120)
        .logged('event: event-0')
        .map((event) => event.hour);
    expect(hoursOf(2)).toEqual([10, 58, 106]);
    expect(hoursOf(0)).toEqual([10]);
  });

  it('with a reach calls a gathering, and never cuts a longer or louder call short', () => {
    const one = new OneMechanism('shock', { ...called, values: { 'shock.passedOn01': 0.5, 'call.tell': 0 } });
    one.hour(10);
    expect(1 - (1 - one.next.place.callReach01[0]) ** 5).toBeCloseTo(0.4, 12);
    expect(one.next.place.callHours[0]).toBe(5);
    one.now.place.callReach01[0] = 0.7;
    one.now.place.callHours[0] = 9;
    one.hour(10);
    expect([one.next.place.callReach01[0], one.next.place.callHours[0]]).toEqual([0.7, 9]);
  });

  it('for workers calls workers alone, for its hours and then nobody', () => {
    const one = new OneMechanism('shock', { small: { events: [{ ...price, group: 'workers', reach01: quantity(0.4, 'share'), hours: 3 }] } });
    const { place } = one.hours(11).now;
    expect([place.callReach01[0], place.callHours[0], place.workersCallHours[0]]).toEqual([0, 0, 3]);
    const hourly = 1 - 0.6 ** (1 / 3);
    const left = Array.from({ length: 4 }, () => {
      const before = one.now.place.workersCallReach01[0];
      one.hours(1);
      return before;
    });
    expect(left).toEqual([expect.closeTo(hourly, 12), expect.closeTo(hourly, 12), expect.closeTo(hourly, 12), 0]);
  });

  it('is heard further where the movement was seen and the network is up, and where people remember a crowd', () => {
    const reach = (change: (one: OneMechanism) => void) => {
      const one = new OneMechanism('shock', { ...called, values: { 'shock.passedOn01': 0.5, 'call.tell': 2, 'people.stock01': 0.1 } });
      change(one);
      one.hour(10);
      return 1 - (1 - one.next.place.callReach01[0]) ** 5;
    };
    const seen = (connectivity01: number) =>
      reach((one) => {
        one.now.place.seenAtHome01[0] = 0.8;
        one.now.country.connectivity01[0] = connectivity01;
      });
    expect(seen(1)).toBeCloseTo(1 - 0.6 * (1 - 0.5 * 0.8), 12);
    expect(seen(0)).toBeCloseTo(0.4, 12);
    const told = reach((one) => (one.now.place.company[0] = 0.01 * one.world.places.weighedResidents[0]!));
    expect(told).toBeCloseTo(1 - 0.6 * Math.exp(-2 * 0.1), 9);
  });

  it('that calls people home does nothing else', () => {
    const one = new OneMechanism('shock', { small: { events: [{ ...price, kind: 'callHome', reach01: quantity(0.3, 'share') }] } });
    const { place } = one.hour(10);
    expect([place.homeCall01[0], place.homeCall01[1]]).toEqual([0.3, 0]);
    expect([place.grievanceOthers01[0], place.grievanceWorkers01[0], place.callReach01[0], place.callHours[0]]).toEqual([0, 0, 0, 0]);
  });

  it('does not happen in a country where the analyst switched events off', () => {
    const one = new OneMechanism('shock', {
      small: { events: [{ ...price, where: ['land-0', 'land-1'] }] },
      values: { 'shock.strength': 1 },
      do: lever('shock.events', 'none', 'land-0'),
    });
    expect([...one.hour(10).place.grievanceOthers01]).toEqual([0, 0, 0, 0.2, 0, 0]);
  });
});

describe('[MC-shock-3] an event of a wave', () => {
  const waved = { ...price, wave: 'later', everyDays: 1 };
  const hoursOf = (moves: Parameters<typeof lever>[], atHour = 0) =>
    new OneMechanism('shock', { small: { events: [waved] }, do: moves.flatMap((move) => lever(...move)).map((move) => ({ ...move, atHour })) })
      .hours(72)
      .logged('event: event-0')
      .map((event) => event.hour);

  it('does not happen unless its wave, or every wave, is turned on', () => {
    expect(hoursOf([])).toEqual([]);
    expect(hoursOf([['shock.wave', 'happens', 'another']])).toEqual([]);
    expect(hoursOf([['shock.wave', 'happens', 'later']])).toEqual([10, 34, 58]);
    expect(hoursOf([['shock.wave', 'happens']])).toEqual([10, 34, 58]);
  });

  it('turned on in between happens from its next turn', () => {
    expect(hoursOf([['shock.wave', 'happens', 'later']], 11)).toEqual([34, 58]);
    expect(hoursOf([['shock.wave', 'happens', 'later']], 10)).toEqual([10, 34, 58]);
  });

  it('still obeys the country whose events are switched off', () => {
    expect(
      hoursOf([
        ['shock.wave', 'happens'],
        ['shock.events', 'none', 'land-0'],
      ]),
    ).toEqual([]);
  });

  it('is asked for at its hour and at no other, so that arms share the hours before', () => {
    const one = new OneMechanism('shock', { small: { events: [{ ...waved, everyDays: 0 }] } });
    const asked: number[] = [];
    const { lever: answer } = one.state;
    one.state.lever = (id, where) => {
      if (id === 'shock.wave') asked.push(one.state.hour);
      return answer.call(one.state, id, where);
    };
    one.hours(48);
    expect(asked).toEqual([10]);
  });
});

it('a grievance nobody renews halves in its half-life, of workers and of others', () => {
  const one = new OneMechanism('shock', { values: { 'shock.halfLifeDays': 3 } });
  one.now.place.grievanceOthers01[0] = 0.4;
  one.now.place.grievanceWorkers01[1] = 0.6;
  one.hours(72);
  expect(one.now.place.grievanceOthers01[0]).toBeCloseTo(0.2, 12);
  expect(one.now.place.grievanceWorkers01[1]).toBeCloseTo(0.3, 12);
});
