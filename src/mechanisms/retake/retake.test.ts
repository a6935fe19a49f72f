import { expect, it } from 'vitest';
import { OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';

const values = { 'retake.forcePerCrowd': 0.5, 'retake.perHour': 1, 'retake.armsBack01': 0.3, 'retake.violence': 0.2 };

/** The crowd holds three buildings of town 0. */
function lost(force: number, crowd: number, setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('retake', { ...setting, values: { ...values, ...setting.values } });
  one.state.sitesHeld.set([1, 1, 1]);
  one.now.place.sitesLost01[0] = 0.75;
  one.now.place.force[0] = force;
  one.now.place.crowdStrength[0] = crowd;
  return one;
}

const stillHeld = (one: OneMechanism) => one.state.sitesHeld.reduce((sum, site) => sum + site, 0);

it('buildings come back only to forces that are there and strong enough for the crowd', () => {
  const after = (force: number, crowd: number) => {
    const one = lost(force, crowd);
    one.hour();
    return stillHeld(one);
  };
  expect([after(49, 100), after(50, 100), after(0, 0), after(1, 0)]).toEqual([3, 0, 3, 0]);
});

it('each building is cleared with its hourly chance', () => {
  const one = lost(100, 10, { values: { 'retake.perHour': 0.2 } });
  for (let hour = 0; hour < 400; hour++) {
    one.state.sitesHeld.set([1, 1, 1]);
    one.hour(hour);
  }
  expect(Math.abs(one.logged('cleared').length - 240)).toBeLessThan(60);
});

it('with each building part of the looted weapons comes back', () => {
  const one = lost(100, 10);
  one.now.place.arms[0] = 100;
  expect(one.hour().place.arms[0]).toBe(Math.floor(Math.floor(100 * 0.7) * 0.7 * 0.7));
});

it('clearing is violent only where somebody is left', () => {
  expect(lost(100, 10).hour().place.violence01[0]).toBeCloseTo(1 - 0.8 ** 3, 12);
  expect(lost(100, 0).hour().place.violence01[0]).toBe(0);
});

it('nobody clears for a ruling group that is out, nor a building lost in this very hour', () => {
  const fallen = lost(100, 10);
  fallen.now.country.groupOut[0] = 1;
  fallen.hour();
  const fresh = lost(100, 10);
  fresh.now.place.sitesLost01[0] = 0;
  fresh.hour();
  expect([stillHeld(fallen), stillHeld(fresh)]).toEqual([3, 3]);
});

it('the log says with what strength against what crowd', () => {
  const one = lost(100, 60);
  one.hour();
  expect(one.logged('cleared').map((event) => event.kind)).toEqual(['cleared: administration', 'cleared: police', 'cleared: armsStore']);
  expect(one.logged('cleared')[0]!.because).toMatchObject({ force: 100, crowdStrength: 60, needed: 30 });
});
