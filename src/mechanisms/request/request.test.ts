import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';

const values = { 'request.labelFromNarrative': 0.8, 'request.bareLabel01': 0.3 };
const alliance = (setting: Setting = {}) => new OneMechanism('request', { ...setting, values });

describe('a request', () => {
  it('is never made by the patron', () => {
    const one = alliance({ do: lever('request.asked', 'now', 'land-2') });
    one.now.country.asked01[2] = 1;
    expect(one.hour().alliance.client[0]).toBe(-1);
  });

  it('stands in the row of its turn: each member asks once, one an hour', () => {
    const one = alliance();
    one.now.country.asked01.set([0, 1, 0]);
    one.hours(1);
    one.now.country.asked01[0] = 1;
    one.hours(5);
    expect([[...one.now.alliance.client], [...one.now.alliance.askedHour]]).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(one.logged('help requested').length).toBe(2);
  });

  it('names an outside cause that is the more credible the more the official story is believed', () => {
    const label = (story: number) => {
      const one = alliance();
      one.now.country.asked01[0] = 1;
      one.now.country.narrative01[0] = story;
      return one.hour().alliance.externalLabel01[0];
    };
    expect(label(0)).toBeCloseTo(0.3, 12);
    expect(label(0.5)).toBeCloseTo(0.7, 12);
    expect(label(1)).toBe(1);
  });

  it('is the more credible the more towns are lost, in full from two', () => {
    const label = (lost: number) => {
      const one = new OneMechanism('request', { values: { ...values, 'request.labelFromSeizures': 0.4 } });
      one.now.country.asked01[0] = 1;
      one.now.country.placesLost[0] = lost;
      return one.hour().alliance.externalLabel01[0];
    };
    expect([label(0), label(1), label(2), label(9)].map((x) => Math.round(x! * 100) / 100)).toEqual([0.3, 0.5, 0.7, 0.7]);
  });

  it('may be forbidden or ordered by the analyst', () => {
    const forbidden = alliance({ do: lever('request.asked', 'forbidden', 'land-0') });
    forbidden.now.country.asked01[0] = 1;
    expect(forbidden.hour().alliance.client[0]).toBe(-1);
    const ordered = alliance({ do: [{ atHour: 6, set: 'request.asked', to: 'now', in: 'land-0' }] }).hours(9);
    expect([ordered.now.alliance.client[0], ordered.now.alliance.askedHour[0], ordered.now.country.asked01[0]]).toEqual([0, 6, 1]);
  });
});
