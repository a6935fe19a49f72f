import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, saturday, workday, type Setting } from '../../../tests/support/one-mechanism.ts';
import { exp } from '../../base/maths.ts';
import { threatOf, threatTerms } from '../govern/threat.ts';

/** Every worker who hears of it strikes; four in ten of town 1 work in strikeable trades, two in ten elsewhere. */
const values = { 'strike.threshold': -10, 'strike.reach': 2, 'strike.fullShare01': 0.2, 'strike.pressureDays': 2, 'people.stock01': 0.12 };

function morning(setting: Setting = {}, clock = 8, day: (weekday: number) => boolean = workday): OneMechanism {
  const one = new OneMechanism('strike', { ...setting, values: { ...values, ...setting.values } }).atClock(0, clock, day);
  one.now.place.seen01.fill(1);
  return one;
}

const movable = (residents: number, share: number) => residents * share * 0.12;

describe('a strike', () => {
  it('begins at eight on working days only', () => {
    const strikers = (clock: number, day: (weekday: number) => boolean) => morning({}, clock, day).hour().place.strikers[0];
    expect(strikers(8, workday)).toBeGreaterThan(0);
    expect([strikers(8, saturday), strikers(7, workday), strikers(9, workday)]).toEqual([0, 0, 0]);
  });

  it('is of those workers of strikeable trades who have heard of the movement', () => {
    const one = morning();
    one.now.place.seen01[0] = 0.25;
    const { strikers } = one.hour().place;
    expect(Math.abs(strikers[1] / (movable(20_000, 0.4) * (1 - exp(-2))) - 1)).toBeLessThan(0.1);
    expect(Math.abs(strikers[0] / (movable(50_000, 0.2) * (1 - exp(-0.5))) - 1)).toBeLessThan(0.1);
  });

  it('is kept down by risk, and brought on by grievance of workers', () => {
    const strikers = (risk: number, grievance: number) => {
      const one = morning({ values: { 'strike.threshold': 0.6, 'strike.riskShare01': 0.5, 'mobilise.riskWeight': 0.6, 'mobilise.seenWeight': 0.28 } });
      one.now.country.legitimacy01.fill(0.3);
      one.now.place.risk01.fill(risk);
      one.now.place.grievanceWorkers01.fill(grievance);
      one.now.place.grievanceOthers01.fill(0);
      return one.hour().place.strikers[1];
    };
    expect(strikers(0, 0)).toBeGreaterThan(strikers(1, 0));
    expect(strikers(1, 0.3)).toBeGreaterThan(strikers(1, 0));
  });

  it('is called for: workers who heard a call since the last working morning stop work on the next, once', () => {
    const one = morning({}, 17);
    one.now.place.seen01.fill(0);
    one.now.place.workersCallReach01[1] = 0.5;
    one.hours(1);
    one.now.place.workersCallReach01[1] = 0;
    one.hours(14);
    expect(one.state.localHour(1)).toBe(8);
    expect(one.now.place.strikers[1]).toBe(0);
    const { strikers } = one.hours(1).now.place;
    expect(Math.abs(strikers[1] / (movable(20_000, 0.4) * 0.5) - 1)).toBeLessThan(0.1);
    expect(strikers[0]).toBe(0);
    expect(one.hours(24).now.place.strikers[1]).toBe(0);
  });

  it('goes on over days off', () => {
    const one = morning({}, 8, (weekday) => weekday === 5).hours(1);
    const friday = one.now.place.strikers[0];
    expect(friday).toBeGreaterThan(0);
    one.now.place.seen01.fill(0);
    expect(one.hours(48).now.place.strikers[0]).toBe(friday);
    expect(one.hours(24).now.place.strikers[0]).toBe(0);
  });

  it('does not happen where the analyst forbids it', () => {
    const one = morning({ do: lever('strike.allowed', 'none', 'land-0') });
    one.now.place.strikers.fill(70);
    const { strikers } = one.hour().place;
    expect([strikers[0], strikers[1]]).toEqual([0, 0]);
  });

  it('is told of from five hundred strikers, once', () => {
    const one = morning();
    one.now.place.seen01.fill(0).fill(1, 1, 3);
    one.hours(48);
    expect(one.logged('strike').map((event) => [event.place, event.because['strikers']! >= 500])).toEqual([[1, true]]);
  });
});

describe('pressure on the government', () => {
  it('is danger in its eyes with nobody in the street, more the more strike and the longer', () => {
    const threats = (strikers: number) => {
      const one = morning({}, 9);
      one.now.place.seen01.fill(0);
      return [1, 2, 3].map(() => {
        for (let hour = 0; hour < 24; hour++) {
          one.now.place.strikers.fill(strikers, 0, 1);
          one.hours(1);
        }
        return threatOf(threatTerms(one.state, 0));
      });
    };
    const [few, many] = [threats(40), threats(160)];
    for (const days of [few, many]) expect(days).toEqual([...days].sort((a, b) => a - b));
    for (const day of [0, 1, 2]) expect(many[day]!).toBeGreaterThan(2 * few[day]!);
    expect(few[0]!).toBeGreaterThan(0.005);
    expect(few[2]!).toBeGreaterThan(1.5 * few[0]!);
  });

  const pressed = (strikers: number) => {
    const one = morning({}, 9);
    one.now.place.seen01.fill(0);
    one.now.place.strikers[0] = strikers;
    one.now.country.strikePressure01[0] = 0.2;
    return one;
  };
  const workers = movable(50_000, 0.2) + movable(20_000, 0.4) + movable(6_000, 0.2);

  it('goes half the way in its half-life to the share on strike, and is full at the full share', () => {
    const half = pressed(0.1 * workers);
    const all = pressed(workers);
    for (let hour = 0; hour < 48; hour++) {
      for (const one of [half, all]) {
        const { strikePressure01 } = one.hour(9).country;
        one.now.country.strikePressure01.set(strikePressure01);
      }
    }
    expect(half.now.country.strikePressure01[0]).toBeCloseTo((0.2 + 0.5) / 2, 10);
    expect(all.now.country.strikePressure01[0]).toBeCloseTo((0.2 + 1) / 2, 10);
  });
});
