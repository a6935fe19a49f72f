import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';

const values = {
  'fire.deadPerOfficerHour': 0.01,
  'fire.orderedDays01': 1,
  'fire.unorderedDays01': 1,
  'fire.lethalRecord': 0,
  'fire.calmCrowd01': 0.05,
  'fire.injuredPerDead': 8,
  'fire.securityInjuredPerDead': 20,
  'fire.fearHalfDead': 2,
  'fire.outrageHalfDead': 4,
  'fire.farOutrage01': 0.5,
  'fire.securityDeadPerArmed': 0,
};

interface Street {
  readonly crowd?: number;
  readonly force?: number;
  readonly violence?: number;
  readonly allowed?: boolean;
}

/** People on the square of town 0, counted as so strong, before forces. */
function street({ crowd = 1000, force = 100, violence = 1, allowed = true }: Street, setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('fire', { ...setting, values: { ...values, ...setting.values } });
  if (crowd > 0) one.gather(0, 1);
  one.now.place.crowd[0] = one.now.place.crowdStrength[0] = crowd;
  one.now.place.force[0] = force;
  one.now.place.violence01[0] = violence;
  one.now.country.fire01[0] = allowed ? 1 : 0;
  one.hour();
  return one;
}

const deadIn = (one: OneMechanism) => one.next.place.dead[0];

describe('lethal force', () => {
  it('kills nobody without a crowd, without forces, or without order and violence', () => {
    for (const harmless of [{ crowd: 0 }, { force: 0 }, { allowed: false, violence: 0 }]) {
      expect(street(harmless, { values: { 'fire.deadPerOfficerHour': 1 } }).logged()).toEqual([]);
    }
  });

  it('kills at its rate by the smaller of strength and crowd', () => {
    expect(deadIn(street({ crowd: 1000, force: 300 }))).toBe(3);
    expect(deadIn(street({ crowd: 200, force: 300 }))).toBe(2);
  });

  it('is as deadly without an order once they shoot, and small against a calm crowd', () => {
    const often = { values: { 'fire.deadPerOfficerHour': 0.2 } };
    expect(deadIn(street({}, often))).toBe(20);
    expect(deadIn(street({ allowed: false }, often))).toBe(20);
    expect(deadIn(street({ violence: 0 }, often))).toBe(1);
  });

  it('[MC-fire-2] is used on the share of days that orders and the record give, whole days at a time', () => {
    const days = 300;
    const lethalDays = (allowed: boolean, latent: Setting['small'] = {}) => {
      // so few are hit that the crowd lasts all days
      const rate = {
        'fire.deadPerOfficerHour': 0.01,
        'fire.injuredPerDead': 0,
        'fire.orderedDays01': 0.6,
        'fire.unorderedDays01': 0.2,
        'fire.lethalRecord': 1,
      };
      const one = new OneMechanism('fire', { small: latent, values: { ...values, ...rate } });
      one.gather(0, 1);
      one.now.place.crowd[0] = one.now.place.crowdStrength[0] = 1000;
      one.now.place.force[0] = 100;
      one.now.place.violence01[0] = 1;
      one.now.country.fire01[0] = allowed ? 1 : 0;
      let lethal = 0;
      for (let day = 0; day < days; day++) {
        const before = one.logged('lethal force').length;
        one.hour(24 * day + 14);
        const atTwo = one.logged('lethal force').length - before;
        one.hour(24 * day + 20);
        expect(one.logged('lethal force').length - before).toBe(2 * atTwo);
        lethal += atTwo;
      }
      return lethal / days;
    };
    const average = { latent: { lethalReadiness01: 0.46 } };
    expect(Math.abs(lethalDays(true, average) - 0.6)).toBeLessThan(0.09);
    expect(Math.abs(lethalDays(false, average) - 0.2)).toBeLessThan(0.07);
    expect(Math.abs(lethalDays(true, { latent: { lethalReadiness01: 0.23 } }) - 0.3)).toBeLessThan(0.08);
  });

  it('is counted once in town and country, takes those hit off the square, and says why', () => {
    const before = street({ force: 0 }).people.present[0];
    const one = street({ force: 300 });
    const { place, country } = one.next;
    expect([place.dead[0], place.injured[0], country.dead[0], country.injured[0]]).toEqual([3, 24, 3, 24]);
    expect(one.people.present[0]).toBe(before - 27);
    expect(one.logged('lethal force')[0]!.because).toMatchObject({ allowed: 1, violence01: 1, force: 300, killed: 3, injured: 24 });
  });

  it('cannot kill more people than are there', () => {
    const one = street({ crowd: 1e6, force: 1e6 }, { values: { 'fire.deadPerOfficerHour': 1 } });
    expect(one.people.present[0]).toBe(0);
    expect(deadIn(one)).toBeLessThan(6100);
    expect(one.next.place.injured[0]).toBe(0);
  });

  it('does not happen where the analyst rules it out', () => {
    const one = street({ force: 300 }, { do: lever('fire.lethal', 'none'), values: { 'fire.securityDeadPerArmed': 1 } });
    expect([deadIn(one), one.next.place.securityDead[0], one.next.place.fear01[0]]).toEqual([0, 0, 0]);
  });
});

it('the dead frighten and outrage their town by their share of it, and outrage the country as far as the network carries', () => {
  const one = street({ force: 100 });
  const { place } = one.next;
  expect(place.fear01[0]).toBeCloseTo(1 - 0.5 ** (2 / 2), 12);
  expect(place.outrage01[0]).toBeCloseTo(1 - 0.5 ** (2 / 4), 12);
  const network = one.now.country.connectivity01[0];
  expect(place.outrage01[1]).toBeCloseTo(1 - 0.5 ** ((0.5 * network * 1) / 4), 12);
  expect([place.fear01[1], place.outrage01[3]]).toEqual([0, 0]);
});

it('forces lose people to a violent crowd, who count among the dead of the country', () => {
  const lost = { values: { 'fire.deadPerOfficerHour': 0, 'fire.securityDeadPerArmed': 0.01 } };
  const one = street({ crowd: 1000, force: 100 }, lost);
  expect([one.next.place.securityDead[0], one.next.country.dead[0], one.next.place.dead[0]]).toEqual([3, 3, 0]);
  expect([one.next.place.injured[0], one.next.country.injured[0]]).toEqual([60, 60]);
  expect(street({ crowd: 1000, force: 100, violence: 0 }, lost).next.place.securityDead[0]).toBe(0);
});
