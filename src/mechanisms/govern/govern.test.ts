import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import { exp, ln } from '../../base/maths.ts';

/** A government of average record without scatter, that sits every hour and fears strikes alone. */
const values = {
  'govern.everyHours': 1,
  'govern.spread01': 0,
  'govern.turnoutWeight': 0,
  'govern.regionsWeight': 0,
  'govern.placesWeight': 0,
  'govern.seatWeight': 0,
  'govern.strikeWeight': 1,
  'govern.asideWeight': 0,
  'govern.callUp': 0.15,
  'govern.concede': 0.25,
  'govern.move': 0.4,
  'govern.emergency': 0.45,
  'govern.shutdown': 0.5,
  'govern.fire': 0.6,
  'govern.ask': 0.7,
  'govern.calmDays': 2,
  'govern.callUpShare01': 0.2,
  'govern.callUpHours': 40,
};
const latent = { concedeReadiness01: 0.3, lethalReadiness01: 0.46, stateMedia01: 0 };
const measures = ['callUp01', 'conceded', 'moving01', 'emergency01', 'shutdown01', 'fire01', 'asked01'] as const;

/** The cabinet of land 0 under a given danger. */
function cabinet(threat: number, setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('govern', { ...setting, small: { latent, ...setting.small }, values: { ...values, ...setting.values } });
  one.now.country.strikePressure01[0] = -ln(1 - threat);
  return one;
}

const taken = (one: OneMechanism, country = 0) => measures.filter((field) => one.next.country[field][country] > 0);

describe('danger', () => {
  it('is nothing where nobody is out, and adds up turnout, regions, seat, strikes and units aside', () => {
    const danger = (change: (one: OneMechanism) => void) => {
      const weights = {
        'govern.turnoutWeight': 0.02,
        'govern.regionsWeight': 0.3,
        'govern.seatWeight': 0.4,
        'govern.strikeWeight': 0.5,
        'govern.asideWeight': 0.8,
      };
      const one = cabinet(0, { values: weights });
      change(one);
      return one.hour().country.threat01[0];
    };
    expect(danger(() => {})).toBe(0);
    const sum = danger(({ now }) => {
      now.country.turnout[0] = 760;
      now.country.regionsOut[0] = 1;
      now.country.strikePressure01[0] = 0.2;
      now.place.crowd[0] = 250;
      now.place.unitsAside01[0] = 0.5;
    });
    expect(sum).toBeCloseTo(1 - exp(-(0.02 * 10 + 0.3 + 0.4 * 0.5 + 0.5 * 0.2 + (0.8 * 0.5) / 5)), 12);
  });

  it('grows with every town lost', () => {
    const lost = (...places: number[]) => {
      const one = cabinet(0, { values: { 'govern.placesWeight': 0.5 } });
      for (const place of places) one.now.place.control[place] = 2;
      one.now.country.placesLost[0] = places.length;
      return one.hour().country.threat01[0];
    };
    expect(lost(2)).toBeGreaterThan(0);
    expect(lost(1, 2)).toBeGreaterThan(lost(2));
    expect(lost(0, 1, 2)).toBeGreaterThan(lost(1, 2));
  });
});

describe('the ladder', () => {
  it('is climbed step by step as the danger passes each threshold', () => {
    const climbed = [0.14, 0.2, 0.3, 0.42, 0.47, 0.55, 0.65, 0.75].map((threat) => {
      const one = cabinet(threat);
      one.hour();
      expect(one.next.country.rung[0]).toBe(taken(one).length);
      return taken(one);
    });
    expect(climbed).toEqual(climbed.map((_, steps) => measures.slice(0, steps)));
  });

  it('stands where the record puts it: quicker to concede or to fire', () => {
    const records = { 'govern.concedeRecord': 0.5, 'govern.fireRecord': 1 };
    const one = cabinet(0.5, {
      small: { latent: { concedeReadiness01: 0, lethalReadiness01: 0.66, stateMedia01: 0 } },
      values: { ...records, 'govern.concede': 0.36 },
    });
    one.hour();
    expect([one.next.country.conceded[0], one.next.country.fire01[0]]).toEqual([0, 1]);
  });

  it('lets at most three concessions be made, each dearer than the last', () => {
    const concessions = (threat: number) => cabinet(threat).hours(20).now.country.conceded[0];
    expect([0.26, 0.41, 0.56, 0.99].map(concessions)).toEqual([1, 2, 3, 3]);
  });

  it('is looked at only in a sitting', () => {
    const one = cabinet(0.99, { values: { 'govern.everyHours': 4 } });
    const steps = Array.from({ length: 9 }, (_, hour) => one.hour(hour).country.rung[0] > 0);
    expect(steps).toEqual([true, false, false, false, true, false, false, false, true]);
  });

  it('has steps the analyst may forbid or order', () => {
    const never = cabinet(0.99, {
      do: ['govern.concession', 'govern.emergency', 'govern.shutdown', 'govern.fire'].flatMap((set) => lever(set, 'never', 'land-0')),
    });
    never.hour();
    expect(taken(never)).toEqual(['callUp01', 'moving01', 'asked01']);
    const ordered = cabinet(0, { do: ['govern.concession', 'govern.shutdown'].flatMap((set) => lever(set, 'now', 'land-0')) });
    ordered.hour();
    expect([taken(ordered), taken(ordered, 1)]).toEqual([['conceded', 'shutdown01'], []]);
    const mute = cabinet(0.99, { do: lever('request.asked', 'forbidden') });
    mute.hour();
    expect(taken(mute)).not.toContain('asked01');
  });
});

describe('measures', () => {
  it('of a call-up fill the shift in their hours, and no further', () => {
    const one = cabinet(0.2).hours(20);
    expect(one.now.country.callUp01[0]).toBeCloseTo(0.1, 12);
    expect(one.hours(40).now.country.callUp01[0]).toBe(0.2);
  });

  it('are lifted after days of calm, not before, and end with the ruling group', () => {
    const one = cabinet(0.99).hours(1);
    one.now.country.strikePressure01[0] = 0;
    const lifted = (hours: number) => {
      one.hours(hours);
      return ['moving01', 'emergency01', 'shutdown01', 'fire01'].every((field) => one.now.country[field as 'fire01'][0] === 0);
    };
    expect([lifted(48), lifted(1)]).toEqual([false, true]);
    expect(one.logged('measures lifted').length).toBe(1);
    const fallen = cabinet(0.99).hours(1);
    fallen.now.country.groupOut[0] = 1;
    fallen.hours(1);
    expect(fallen.now.country.fire01[0] + fallen.now.country.emergency01[0] + fallen.now.country.shutdown01[0]).toBe(0);
  });
});
