import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';

const values = { 'police.cordonRatio': 0.2, 'police.intervention': 50, 'police.cordonShare01': 0.6, 'police.toleratedCrowd': 50, 'police.dispersalRatio': 0.6 };

/** A crowd of a hundred violent people, or so many and so calm, in town 0. */
function square(force: number, crowd = 100, setting: Setting = {}, violence = 0.5): OneMechanism {
  const one = new OneMechanism('police', { ...setting, values: { ...values, ...setting.values } }).atClock(0, 12);
  one.now.place.crowd[0] = one.now.place.crowdStrength[0] = crowd;
  one.now.place.force[0] = force;
  one.now.place.violence01[0] = violence;
  return one;
}

const closed = (one: OneMechanism): number => one.hour().place.cordon01[0];

describe('a square is closed', () => {
  it('where police are more than the ratio a head of crowd, looted arms counted', () => {
    expect([closed(square(21)), closed(square(20))]).toEqual([0.6, 0]);
    const armed = square(30);
    armed.now.place.crowdStrength[0] = 200;
    expect(closed(armed)).toBe(0);
  });

  it('not around nobody, nor around few who are calm', () => {
    expect(closed(square(30, 0))).toBe(0);
    expect(closed(square(30, 40, {}, 0))).toBe(0);
    expect(closed(square(30, 60, {}, 0))).toBe(0.6);
    expect(closed(square(30, 40))).toBe(0.6);
  });

  it('whether or not police detain, and never where the analyst forbids it', () => {
    expect(closed(square(30, 100, { do: lever('police.detention', 'none') }))).toBe(0.6);
    expect(closed(square(30, 100, { do: lever('police.cordon', 'none', 'land-0') }))).toBe(0);
    expect(closed(square(30, 100, { do: lever('police.cordon', 'none', 'land-1') }))).toBe(0.6);
  });

  it('until the crowd has gone, and is told of once', () => {
    const one = square(30).hours(1);
    one.now.place.crowd[0] = one.now.place.crowdStrength[0] = 100;
    one.hours(2);
    expect(one.now.place.cordon01[0]).toBe(0.6);
    one.now.place.crowd[0] = 0;
    expect(closed(one)).toBe(0);
    expect(one.logged('square closed').map((event) => event.place)).toEqual([0]);
  });
});
