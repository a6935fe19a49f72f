import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';

const values = {
  'police.criticalRatio': 0.1,
  'police.stepExponent': 8,
  'police.riskFloor01': 0.2,
  'police.calmRisk01': 0.5,
  'police.emergencyRisk01': 1,
  'police.rememberedCompany01': 0,
  'police.promisedCompany01': 0,
  'police.arrestRecord': 1,
  'police.fearWeight': 0.6,
  'police.detainedPerOfficerHour': 0.5,
  'police.halfRatio': 2,
  // police act against calm crowds on every day: 1 / .02, the least share of arrests there is
  'police.intervention': 50,
  'police.toleratedCrowd': 60,
  'police.dispersalPerHour': 0,
  'police.outragePerDetained': 0.4,
  'police.curfewHarshness': 2,
};

/** A crowd against strength in town 0, at noon. */
function facing(crowd: number, force: number, setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('police', { ...setting, values: { ...values, ...setting.values } }).atClock(0, 12);
  one.now.place.crowd[0] = one.now.place.crowdStrength[0] = crowd;
  one.now.place.force[0] = force;
  return one;
}

/** The same with real people on the square, stated as so many a head of a strength of 100; none is tolerated. */
function square(ratio: number, setting: Setting = {}): OneMechanism {
  const one = facing(0, 100, { ...setting, values: { 'police.toleratedCrowd': 0, ...setting.values } });
  one.gather(0, 5);
  one.now.place.crowd[0] = one.now.place.crowdStrength[0] = 100 * ratio;
  return one;
}

describe('the danger of being out', () => {
  const risk = (crowd: number, force: number) => {
    const one = facing(crowd, force);
    one.now.country.emergency01[0] = 1;
    return one.hour().place.risk01[0];
  };

  it('is half way up the step at the critical ratio, and rises with the power of the ratio', () => {
    expect(risk(1000, 100)).toBeCloseTo(0.2 + 0.8 * 0.5, 12);
    expect(risk(1000, 200)).toBeCloseTo(0.2 + 0.8 * (256 / 257), 12);
    expect(risk(1000, 50)).toBeCloseTo(0.2 + 0.8 * (1 / 257), 12);
  });

  it('is full for a few before many officers, and never below its floor', () => {
    expect(risk(10, 1000)).toBeCloseTo(1, 9);
    expect(risk(1e6, 100)).toBeCloseTo(0.2, 12);
    expect(risk(1000, 0)).toBeCloseTo(0.2, 12);
  });

  it('is felt only in part while all is calm, and more after force', () => {
    const one = facing(1000, 100);
    expect(one.hour().place.risk01[0]).toBeCloseTo(0.5 * 0.6, 12);
    expect(one.next.place.risk01[1]).toBe(0.5);
    one.now.place.fear01[0] = 0.5;
    expect(one.hour().place.risk01[0]).toBeCloseTo(0.5 * 0.6 + 0.6 * 0.5, 12);
    one.now.place.violence01[0] = 0.05;
    expect(one.hour().place.risk01[0]).toBeCloseTo(0.6 + 0.6 * 0.5, 12);
  });

  it('is felt more in an emergency by as much as it frightens by itself', () => {
    const felt = (emergencyRisk01: number) => {
      const one = facing(1000, 100, { values: { 'police.emergencyRisk01': emergencyRisk01 } });
      one.now.country.emergency01[0] = 1;
      return one.hour().place.risk01[0];
    };
    expect(felt(0)).toBeCloseTo(0.5 * 0.6, 12);
    expect(felt(0.4)).toBeCloseTo((0.5 + 0.5 * 0.4) * 0.6, 12);
  });

  it('is judged by whoever is called by the company he expects: remembered here, or promised where the movement was seen', () => {
    const risk = (change: (one: OneMechanism) => void, values: Setting['values'] = {}) => {
      const one = facing(100, 1000, { values });
      change(one);
      return one.hour().place.risk01[0]!;
    };
    const alone = risk(() => {});
    const called = (one: OneMechanism) => {
      one.now.place.callReach01[0] = 0.5;
      one.now.place.callHours[0] = 1;
    };
    const remembering = (one: OneMechanism) => (one.now.place.company[0] = 20_000);
    expect(risk(remembering, { 'police.rememberedCompany01': 0.5 })).toBe(alone);
    const both = (one: OneMechanism) => {
      called(one);
      remembering(one);
    };
    expect(risk(both, { 'police.rememberedCompany01': 0.5 })).toBeCloseTo(0.5 * 0.6, 12);
    expect(risk(both, { 'police.rememberedCompany01': 0 })).toBe(alone);
    const seen = (one: OneMechanism) => {
      called(one);
      one.now.place.seen01[0] = 1;
    };
    expect(risk(seen, { 'police.promisedCompany01': 0.8, 'people.stock01': 1 })).toBeLessThan(alone - 0.05);
    expect(risk(seen, { 'police.promisedCompany01': 0 })).toBe(alone);
  });

  it('is known in the first hour of a crowd too, whose arms nobody has counted yet', () => {
    const one = facing(1000, 100);
    one.now.place.crowdStrength[0] = 0;
    expect(one.hour().place.risk01[0]).toBeCloseTo(0.5 * 0.6, 12);
  });
});

describe('detention', () => {
  it('takes so many an officer and hour, and half as many at the half ratio', () => {
    expect(square(1e-6).hour().place.detained[0]).toBe(50);
    expect(square(2).hour().place.detained[0]).toBe(25);
  });

  it('follows the record of arrests', () => {
    const taken = (arrestReadiness01: number, arrestRecord: number) =>
      square(1e-6, { small: { latent: { arrestReadiness01 } }, values: { 'police.arrestRecord': arrestRecord } }).hour().place.detained[0];
    expect(taken(0.28, 1)).toBe(100);
    expect(taken(0.28, 0)).toBe(50);
  });

  it('settles fractions by luck that is right in the mean', () => {
    const one = square(1e-6, { values: { 'police.detainedPerOfficerHour': 0.003 } });
    const taken = one.hours(400).now.place.detained[0];
    expect(Math.abs(taken - 120)).toBeLessThan(40);
  });

  it('counts in town and country, empties the square, and outrages the town by its share of residents', () => {
    const one = square(1e-6);
    const out = one.people.present[0];
    const { place, country } = one.hour();
    expect([place.detained[0], country.detained[0], one.people.present[0]]).toEqual([50, 50, out - 50]);
    expect(place.outrage01[0]).toBeCloseTo(0.4 * ((50 * 1000) / 50_000), 12);
    one.now.place.outrage01[0] = 0.5;
    expect(one.hour().place.outrage01[0]).toBeCloseTo(0.5 + 0.4 * 0.5, 12);
  });

  it('leaves a small calm gathering alone, but not after violence and not in a curfew', () => {
    const detained = (crowd: number, violence: number, emergency: number) => {
      const one = square(2, { values: { 'police.toleratedCrowd': 60 } }).atClock(0, 23);
      one.now.place.crowd[0] = crowd;
      one.now.place.violence01[0] = violence;
      one.now.country.emergency01[0] = emergency;
      return one.hour().place.detained[0];
    };
    expect([detained(60, 0, 0), detained(61, 0, 0), detained(60, 0.05, 0), detained(60, 0, 1)]).toEqual([0, 25, 25, 50]);
  });

  it('[MC-police-4] is left out on days on which police leave a calm crowd alone, more of them where arrests are rare', () => {
    const daysOf = (arrestReadiness01: number, violence: number) => {
      const one = square(2, {
        small: { latent: { arrestReadiness01 } },
        values: { 'police.intervention': 2, 'police.detainedPerOfficerHour': 0.02, 'police.arrestRecord': 0 },
      });
      let days = 0;
      for (let day = 0; day < 300; day++) {
        one.now.place.violence01[0] = violence;
        if (one.hour(24 * day + 15).place.detained[0]! > 0) days++;
      }
      return days / 300;
    };
    expect(Math.abs(daysOf(0.14, 0) - 0.28)).toBeLessThan(0.08);
    expect(Math.abs(daysOf(0.4, 0) - 0.8)).toBeLessThan(0.08);
    expect(daysOf(0.14, 0.05)).toBe(1);
  });

  it('does not happen where the analyst forbids it', () => {
    const one = square(1e-6, { do: lever('police.detention', 'none', 'land-0') });
    one.hour();
    expect([one.next.place.detained[0], one.next.place.outrage01[0]]).toEqual([0, 0]);
  });
});

it('a curfew holds from 23:00 to 07:00 in a state of emergency', () => {
  const one = new OneMechanism('police');
  one.now.country.emergency01[0] = 1;
  const hours = Array.from({ length: 24 }, (_, clock) => clock).filter((clock) => one.atClock(0, clock).hour().place.curfew01[0] === 1);
  expect(hours).toEqual([0, 1, 2, 3, 4, 5, 6, 23]);
  expect(one.atClock(3, 3).hour().place.curfew01[3]).toBe(0);
});

it('a square is cleared by part each hour where strength a head is above the dispersal ratio', () => {
  const left = (ratio: number) => {
    const one = square(1 / ratio, { values: { 'police.dispersalPerHour': 0.3, 'police.dispersalRatio': 0.25, 'police.detainedPerOfficerHour': 0 } });
    const out = one.people.present[0];
    one.hour();
    return one.goHome()[0] / out;
  };
  expect(left(0.25)).toBe(1);
  expect(Math.abs(left(0.26) - 0.7)).toBeLessThan(0.03);
});
