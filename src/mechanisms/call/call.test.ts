import { describe, expect, it } from 'vitest';
import { OneMechanism, saturday, sunday, workday, type Setting } from '../../../tests/support/one-mechanism.ts';
import { exp } from '../../base/maths.ts';

/** A country whose own movement has been seen everywhere, with an open network. */
function seen(
  v: number,
  { discipline = 0, values = {}, small = {} }: { discipline?: number; values?: Setting['values']; small?: Setting['small'] } = {},
): OneMechanism {
  const one = new OneMechanism('call', {
    small: { latent: { discipline01: discipline }, ...small },
    values: { 'call.perSeen': 3, 'call.reach01': 0.4, 'call.word01': 0.2, 'call.dayOffPull': 2, 'call.hours': 4, ...values },
  });
  one.now.place.seenAtHome01.fill(v);
  one.now.country.connectivity01.fill(1);
  return one;
}

/** Share reached in the four hours of a call that reaches so many in each. */
const inAll = (perHour: number) => 1 - (1 - perHour) ** 4;

const chancesOf = (one: OneMechanism) => one.logged('gathering called').map((event) => event.because['chance']);

describe('a gathering', () => {
  it('is called with chance 1-exp(-kV), place by place', () => {
    const villages = 300;
    const one = seen(0.2, { small: { residents: [Array.from({ length: villages }, () => 100)] } }).atClock(0, 17, workday);
    one.hour();
    const chance = 1 - exp(-3 * 0.2);
    for (const stated of chancesOf(one)) expect(stated).toBeCloseTo(chance, 12);
    expect(one.logged('gathering called').length / villages).toBeGreaterThan(chance - 0.11);
    expect(one.logged('gathering called').length / villages).toBeLessThan(chance + 0.11);
  });

  it('is not called where the movement was seen abroad only', () => {
    const one = seen(0, { values: { 'call.perSeen': 1e6 } });
    one.now.place.seen01.fill(1);
    one.hours(7 * 24);
    expect(one.logged()).toEqual([]);
  });

  it('of a wholly disciplined movement waits for the day off', () => {
    const called = (day: (weekday: number) => boolean, clock: number) => {
      const one = seen(1, { discipline: 1, values: { 'call.perSeen': 1e6, 'call.waitForDayOff01': 1 } }).atClock(0, clock, day);
      one.hour();
      return one.logged('gathering called').length > 0;
    };
    expect([called(workday, 17), called(saturday, 13), called(sunday, 13)]).toEqual([false, true, true]);
  });

  it('reaches a share of the town in proportion to what was seen, more on the day off', () => {
    const reach = (day: (weekday: number) => boolean, clock: number) => {
      const one = seen(0.5, { values: { 'call.perSeen': 1e6 } }).atClock(0, clock, day);
      return one.hour().place.callReach01[0];
    };
    expect(inAll(reach(workday, 17))).toBeCloseTo(0.4 * 0.5, 12);
    expect(inAll(reach(sunday, 13))).toBeCloseTo(0.4 * 2 * 0.5, 12);
  });

  it('travels by word of mouth alone when the network is shut', () => {
    const one = seen(1, { values: { 'call.perSeen': 50 } }).atClock(0, 17, workday);
    one.now.country.connectivity01[0] = 0;
    one.hour();
    expect(inAll(one.next.place.callReach01[0])).toBeCloseTo(0.4 * 0.2, 12);
    expect(chancesOf(one)[0]).toBeCloseTo(1 - exp(-50 * 0.2), 12);
  });

  it('against sending troops is called in the seat of the sender by those who side with the people there', () => {
    const places = (sent: number, sympathy: number) => {
      const one = seen(0, { values: { 'call.perSeen': 1e6, 'call.againstSending': 0.1 } }).atClock(0, 17, workday);
      one.now.country.sentPeople[0] = sent;
      one.now.country.sympathy01[0] = sympathy;
      one.hour();
      return one.logged('gathering called').map((event) => event.place);
    };
    const seat = seen(0).world.countries.seat[0];
    expect(places(300, 0.5)).toEqual([seat]);
    expect([places(0, 0.5), places(300, 0)]).toEqual([[], []]);
  });

  it('is passed on by those who were at the last, network or not', () => {
    const chance = (crowd: number) => {
      const one = seen(1, { values: { 'call.perSeen': 50, 'call.tell': 2, 'people.stock01': 0.1 } }).atClock(0, 17, workday);
      one.now.country.connectivity01[0] = 0;
      one.now.place.company[0] = crowd * one.world.places.weighedResidents[0]!;
      one.hour();
      return chancesOf(one)[0];
    };
    expect(chance(0.05)).toBeCloseTo(1 - exp(-50 * (1 - 0.8 * exp(-1))), 12);
    expect(chance(0.05)).toBeGreaterThan(chance(0)!);
  });

  it('leaves a memory of its crowd, which halves in its days and no smaller crowd cuts short', () => {
    const one = seen(0, { values: { 'call.memoryDays': 2 } });
    one.now.place.crowd[0] = 1000;
    expect(one.hours(1).now.place.company[0]).toBe(1000);
    one.now.place.crowd[0] = 10;
    expect(one.hours(48).now.place.company[0]).toBeCloseTo(500, 6);
  });

  it('calls people in for its hours and then reaches nobody', () => {
    const one = seen(1, { values: { 'call.perSeen': 1e6 } })
      .atClock(0, 17, workday)
      .hours(1);
    one.now.place.seenAtHome01.fill(0);
    const left = Array.from({ length: 5 }, () => {
      const before = one.now.place.callReach01[0];
      one.hours(1);
      return before > 0;
    });
    expect(left).toEqual([true, true, true, true, false]);
  });
});

describe('a call to go home', () => {
  const homeCall = (discipline: number, conceded: number, crowd: number) => {
    const one = seen(0.5, { discipline, values: { 'call.home01': 0.25 } }).atClock(0, 20);
    one.now.country.conceded[0] = conceded;
    one.now.place.crowd[0] = crowd;
    return one.hour().place.homeCall01[0];
  };

  it('needs a concession, discipline, and somebody to call home', () => {
    expect(homeCall(1, 1, 500)).toBe(0.25);
    expect(homeCall(1, 0, 500)).toBe(0);
    expect(homeCall(0, 1, 500)).toBe(0);
    expect(homeCall(1, 1, 0)).toBe(0);
  });

  it('lasts one hour', () => {
    const one = new OneMechanism('call');
    one.now.place.homeCall01[0] = 0.3;
    expect(one.hours(1).now.place.homeCall01[0]).toBe(0);
  });
});
