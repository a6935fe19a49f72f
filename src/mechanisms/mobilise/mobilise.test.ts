import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, sunday, workday, type Setting } from '../../../tests/support/one-mechanism.ts';
import { exp, ln } from '../../base/maths.ts';

/** Everybody who can be moved is willing unless a test says otherwise. */
const values = {
  'mobilise.threshold': -10,
  'mobilise.joinPerHour': 0.25,
  'mobilise.exposure': 4,
  'mobilise.tieReach': 0.1,
  'mobilise.night01': 0.25,
  'mobilise.workHours01': 0.6,
  'mobilise.curfewObeyed01': 0.4,
  'mobilise.travelShare01': 0,
  'people.stock01': 0.12,
};

const square = (setting: Setting = {}) => new OneMechanism('mobilise', { ...setting, values: { ...values, ...setting.values } });

/** At noon on a Sunday, an hour without a reason to stay in. */
const sundayNoon = (setting: Setting = {}) => square(setting).atClock(0, 12, sunday);

/** People of a town who can be moved. */
function stockOf(one: OneMechanism, place: number): number {
  const town = one.world.settlement.residents[place];
  return Array.from({ length: town.movable }, (_, slot) => town.isResident(slot)).filter(Boolean).length;
}

/** The hazard of setting out that an hour showed, from the share of town 0 that set out. */
function hazardOf(one: OneMechanism): number {
  return -ln(1 - one.hour().place.outings[0] / stockOf(one, 0));
}

describe('nobody starts alone', () => {
  it('without a call, people seen or ties that are out, however willing', () => {
    expect([...square().hours(48).now.place.outings]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('but a call brings out the share it reaches', () => {
    const one = sundayNoon();
    one.now.place.callReach01[0] = 0.8;
    expect(Math.abs(hazardOf(one) / -ln(1 - 0.8) - 1)).toBeLessThan(0.12);
    expect([...one.next.place.outings.subarray(1)]).toEqual([0, 0, 0, 0, 0]);
  });

  it('and a call to workers alone brings out workers alone', () => {
    const outings = (all: number, workers: number) => {
      const one = sundayNoon();
      one.now.place.callReach01[0] = all;
      one.now.place.workersCallReach01[0] = workers;
      return one.hour().place.outings[0];
    };
    // a fifth of town 0 works in strikeable trades
    const workers = 0.2 * stockOf(square(), 0);
    expect(Math.abs(outings(0, 0.5) / (workers * 0.5) - 1)).toBeLessThan(0.15);
    expect(outings(0.8, 0)).toBeGreaterThan(3 * outings(0, 0.8));
    expect(outings(0.5, 0.8)).toBeGreaterThan(outings(0.5, 0));
  });

  it('but a crowd brings out those who see it, the more of those who could come it is', () => {
    const one = sundayNoon();
    one.now.place.crowd[0] = 1500;
    const seen = 1 - exp((-4 * 1500) / (50_000 * 0.12));
    expect(Math.abs(hazardOf(one) / (0.25 * seen) - 1)).toBeLessThan(0.12);
  });

  it('but ties who are out bring others, unless ties are silent', () => {
    const brought = (moves: Setting['do'] = []) => {
      const one = sundayNoon({ do: moves });
      const before = one.gather(0, 0.5);
      one.now.place.crowd[0] = 0;
      return one.hour().place.outings[0] - before;
    };
    expect(brought()).toBeGreaterThan(30);
    expect(brought(lever('mobilise.ties', 'silent'))).toBe(0);
  });
});

it('fewer of those who only see a crowd set out at night and in working hours; fewer of all in a curfew, and when the cause has won', () => {
  const hazard = (clock: number, day: (weekday: number) => boolean, change: (one: OneMechanism) => void = () => {}) => {
    const one = square().atClock(0, clock, day);
    one.now.place.crowd[0] = 1e9;
    change(one);
    return hazardOf(one) / 0.25;
  };
  expect(Math.abs(hazard(12, sunday) - 1)).toBeLessThan(0.1);
  expect(Math.abs(hazard(12, workday) - 0.6)).toBeLessThan(0.08);
  expect(Math.abs(hazard(23, workday) - 0.25)).toBeLessThan(0.05);
  expect(Math.abs(hazard(12, sunday, (one) => one.now.place.curfew01.fill(1)) - 0.6)).toBeLessThan(0.08);
  expect(Math.abs(hazard(12, sunday, (one) => one.now.country.headOut.fill(9)) - 0.1)).toBeLessThan(0.03);
});

it('risk keeps the fearful in, and what has been seen brings some of them out again', () => {
  const out = (risk: number, seen: number) => {
    const one = sundayNoon({ values: { 'mobilise.threshold': 0.3, 'mobilise.riskWeight': 0.6 } });
    one.now.place.callReach01[0] = 1;
    one.now.place.risk01[0] = risk;
    one.now.place.seen01[0] = seen;
    return one.hour().place.outings[0];
  };
  expect(out(0, 0)).toBeGreaterThan(out(1, 0));
  expect(out(1, 1)).toBeGreaterThan(out(1, 0));
  expect(out(1e6, 1)).toBe(0);
});

it('troops sent against people one sides with bring some out', () => {
  const out = (sent: number, sympathy: number) => {
    const one = sundayNoon({ values: { 'mobilise.threshold': 0.4, 'mobilise.sendingWeight': 0.2 } });
    one.now.place.callReach01[0] = 0.9;
    one.now.country.sentPeople[0] = sent;
    one.now.country.sympathy01[0] = sympathy;
    return one.hour().place.outings[0]!;
  };
  expect(out(300, 1)).toBeGreaterThan(out(0, 1));
  expect(out(300, 0)).toBe(out(0, 0));
});

describe('those who set out', () => {
  const setOut = (crowds: readonly number[], longest: number) => {
    const one = sundayNoon({ values: { 'mobilise.travelShare01': 1, 'mobilise.travelHours': longest, 'mobilise.stayHours': 1000 } });
    one.now.country.turnout[0] = 1;
    one.now.place.callReach01[0] = 1;
    const start = one.state.hour;
    const hours = Math.ceil(one.world.travelHours[1]);
    const present = Array.from({ length: hours + 1 }, () => {
      one.now.place.crowd.set(crowds);
      return [...one.hours(1).people.present].slice(0, 2);
    });
    expect(one.state.hour).toBe(start + hours + 1);
    return { setting: present[0]!, arrived: present[hours]!, hours };
  };

  it('may travel to a larger gathering and are on the road so long', () => {
    const { setting, arrived, hours } = setOut([10, 10_000], 6);
    expect(hours).toBeGreaterThan(0);
    expect(setting[0]).toBe(0);
    expect(arrived[1]).toBeGreaterThan(setting[1]! + 500);
  });

  it('travel neither to a smaller gathering nor for longer than they would', () => {
    expect(setOut([10_000, 10], 6).setting[0]).toBeGreaterThan(500);
    expect(setOut([10, 10_000], 0.1).setting[0]).toBeGreaterThan(500);
  });

  it('are kept out of a closed square, and fewer of its own town see it', () => {
    const closed = (change: (one: OneMechanism) => void) => {
      const one = sundayNoon({ values: { 'mobilise.travelShare01': 1, 'mobilise.travelHours': 6, 'mobilise.stayHours': 1000 } });
      one.now.country.turnout[0] = 1;
      one.now.place.crowd.set([10, 3000]);
      one.now.place.callReach01[0] = 1;
      change(one);
      const { outings } = one.hour().place;
      // who does not travel stands in his own square at once
      return { stayed: one.people.present[0], ofTheTown: outings[1] };
    };
    const [open, kept] = [closed(() => {}), closed((one) => one.now.place.cordon01.fill(0.5, 1, 2))];
    expect(open.stayed).toBe(0);
    expect(kept.stayed).toBeGreaterThan(500);
    expect(Math.abs(ln(1 - kept.ofTheTown / stockOf(square(), 1)) / ln(1 - open.ofTheTown / stockOf(square(), 1)) - 0.5)).toBeLessThan(0.1);
  });

  it('come once only when spent, and again on other days when not', () => {
    const outings = (spent: number) => {
      const one = square({ values: { 'mobilise.spentShare01': spent, 'mobilise.tiredShare01': 0, 'mobilise.stayHours': 1 } });
      one.now.place.callReach01[2] = 1;
      one.hours(96);
      return one.people.outings[2] / one.people.everOut[2];
    };
    expect(outings(1)).toBe(1);
    expect(outings(0)).toBeGreaterThan(2);
  });
});

it('a call to go home empties the square by the share that hears it', () => {
  const one = sundayNoon({ do: lever('mobilise.ties', 'silent') });
  const before = one.gather(0, 0.5);
  one.now.place.crowd[0] = 0;
  one.now.place.homeCall01[0] = 0.3;
  expect(Math.abs(one.hour().place.crowd[0] / before - 0.7)).toBeLessThan(0.05);
});
