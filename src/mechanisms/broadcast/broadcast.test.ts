import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';

const values = {
  'broadcast.narrativePerHour': 0.06,
  'broadcast.narrativeFromThreat01': 0.2,
  'broadcast.narrativeHalfLifeDays': 5,
  'broadcast.narrativeLegitimacy': 0.04,
  'broadcast.outrageLegitimacy': 0.1,
  'broadcast.concessionLegitimacy': 0.02,
  'broadcast.defeatLegitimacy': 0.03,
  'broadcast.adjustDays': 2,
  'broadcast.shutdownDepth01': 0.9,
};

const media = (setting: Setting = {}) =>
  new OneMechanism('broadcast', { ...setting, small: { latent: { stateMedia01: 0.5, legitimacy01: 0.6, connectivity01: 0.8 } }, values });

describe('the network', () => {
  it('carries its normal share, and what a shutdown leaves of it', () => {
    const one = media();
    one.now.country.shutdown01[0] = 1;
    const { connectivity01 } = one.hour().country;
    expect(connectivity01[0]).toBeCloseTo(0.8 * 0.1, 12);
    expect(connectivity01[1]).toBe(0.8);
  });
});

describe('the official story', () => {
  it('takes hold only above its threat, as fast as the state owns the media', () => {
    const one = media();
    one.now.country.threat01.set([0.2, 0.21, 0.21]);
    one.now.country.narrative01[2] = 1;
    const { narrative01 } = one.hour().country;
    expect(narrative01[0]).toBe(0);
    expect(narrative01[1]).toBeCloseTo(0.06 * 0.5, 12);
    expect(narrative01[2]).toBeLessThanOrEqual(1);
  });

  it('halves in its half-life when nobody tells it any more', () => {
    const one = media();
    one.now.country.narrative01[0] = 0.8;
    expect(one.hours(5 * 24).now.country.narrative01[0]).toBeCloseTo(0.4, 12);
  });

  it('is not told where state media are silent', () => {
    const one = media({ do: lever('broadcast.narrative', 'silent', 'land-0') });
    one.now.country.threat01.fill(0.9);
    one.hour();
    expect(one.next.country.narrative01[0]).toBe(0);
    expect(one.next.country.narrative01[1]).toBeGreaterThan(0);
  });
});

describe('the standing of the government', () => {
  it('goes half the way to what outrage, concessions and lost towns make of it in its half-life', () => {
    const one = media();
    one.now.country.legitimacy01[0] = one.now.country.legitimacyBase01[0] = 0.5;
    one.now.place.outrage01.fill(0.4);
    one.now.country.conceded[0] = 2;
    one.now.country.placesLost[0] = 1;
    const target = 0.5 - 0.1 * 0.4 + 0.02 * 2 - 0.03 * 1;
    expect(one.hours(48).now.country.legitimacy01[0]).toBeCloseTo((0.5 + target) / 2, 12);
  });

  it('gains by the official story', () => {
    const one = media();
    one.now.country.narrative01[0] = 1;
    one.hour();
    expect(one.next.country.legitimacy01[0]).toBeGreaterThan(0.6);
    expect(one.next.country.legitimacy01[1]).toBeCloseTo(0.6, 12);
  });

  it('suffers from outrage by the number of people who live with it', () => {
    const loss = (place: number) => {
      const one = media();
      one.now.place.outrage01[place] = 1;
      return 0.6 - one.hour().country.legitimacy01[0];
    };
    expect(loss(0) / loss(1)).toBeCloseTo(50_000 / 20_000, 6);
  });

  it('counts three concessions and five lost towns at most, and stays between 0 and .95', () => {
    const after = (conceded: number, lost: number, base: number) => {
      const one = media();
      one.now.country.conceded[0] = conceded;
      one.now.country.placesLost[0] = lost;
      one.now.country.legitimacyBase01[0] = base;
      return one.hours(1000).now.country.legitimacy01[0];
    };
    expect(after(9, 0, 0.5)).toBe(after(3, 0, 0.5));
    expect(after(0, 9, 0.5)).toBe(after(0, 5, 0.5));
    expect([after(0, 9, 0), after(9, 0, 1)]).toEqual([0, 0.95]);
  });
});
