import { describe, expect, it } from 'vitest';
import { OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import { Stance } from '../../world/forces.ts';
import { cutoff } from './signal.ts';

const values = {
  'obey.ratioHalf': 10,
  'obey.tiesWeight': 0.15,
  'obey.lethalWeight': 0.12,
  'obey.violenceBond': 0.1,
  'obey.refusalCost01': 0.35,
  'obey.signalNoise': 0.08,
  'obey.publicWeight01': 0.5,
};

/** Land 0 in danger, its units of one loyalty before crowds of `ratio` a head, in the signal form. */
function faced(loyalty: number, belief: number, ratio: number, setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('obey', {
    ...setting,
    small: { police: 24_000, ...setting.small },
    values: { ...values, ...setting.values },
    variants: { obey: ['signal'] },
  });
  one.world.units.loyalty01.fill(loyalty);
  one.now.country.threat01[0] = 1;
  one.now.country.belief01[0] = belief;
  one.now.place.crowdStrength.fill(100 * ratio);
  one.now.place.force.fill(100);
  return one;
}

const refused = (one: OneMechanism) => one.unitsOf(0).filter((u) => one.units.stance[u] !== Stance.obeys).length / one.unitsOf(0).length;

/** Share of a unit's signals below its cutoff, by hand: logistic noise around what is believed and seen. */
function shareByHand(loyalty: number, belief: number, ratio: number, noise = 0.08): number {
  const spread = noise * 0.5;
  const cost = 0.35 + 0.6 * loyalty - 0.15;
  const x = 1 - cost - spread * Math.log(cost / (1 - cost));
  const mean = 0.5 * belief + 0.5 * (10 / (10 + ratio));
  return 1 / (1 + Math.exp(-(x - mean) / spread));
}

describe('the signal form', () => {
  it.each([
    [0.5, 0.5, 10],
    [0.5, 0.3, 20],
    [0.3, 0.4, 15],
    [0.8, 0.4, 30],
  ])('loyalty %s, belief %s, %s to one: the share that refuses is that of signals below the cutoff', (loyalty, belief, ratio) => {
    const one = faced(loyalty, belief, ratio);
    one.hour();
    // about 200 units: three standard deviations are .11 at the worst
    expect(one.unitsOf(0).length).toBeGreaterThan(150);
    expect(Math.abs(refused(one) - shareByHand(loyalty, belief, ratio))).toBeLessThan(0.11);
  });

  it('decides at once and for good while nothing changes: waiting shakes nobody', () => {
    const one = faced(0.5, 0.5, 10);
    one.hour();
    const first = refused(one);
    expect(first).toBeGreaterThan(0.02);
    expect(first).toBeLessThan(0.98);
    for (let hour = 1; hour < 20; hour++) one.hour(hour);
    expect(refused(one)).toBe(first);
  });

  it('does not go to and fro: who would refuse again stays aside, whatever the hours', () => {
    const one = faced(0.2, 0.2, 10, { values: { 'obey.returnHours': 1 } });
    one.hour();
    const first = refused(one);
    expect(first).toBeGreaterThan(0.9);
    // more police than people in the street, so that return is open to all; belief has not changed
    one.now.place.crowdStrength.fill(150);
    one.now.place.force.fill(300);
    for (let hour = 1; hour < 30; hour++) one.hour(hour);
    const times = one.logged('unit').filter((event) => !event.kind.includes('returns')).length;
    expect(times / one.unitsOf(0).length).toBeLessThan(1.5);
    one.now.country.belief01[0] = 1;
    for (let hour = 30; hour < 60; hour++) one.hour(hour);
    expect(refused(one)).toBeLessThan(first);
  });

  it('others who stand aside are a signal: where a third has gone, more go', () => {
    const share = (aside: number) => {
      const one = faced(0.5, 0.5, 10);
      one.now.place.unitsAside01.fill(aside);
      one.hour();
      return refused(one);
    };
    expect(share(1 / 3)).toBeGreaterThan(share(0) + 0.1);
  });

  it('an order to fire and ties at home make refusing cheaper, violence of the crowd dearer', () => {
    const share = (change: (one: OneMechanism) => void) => {
      const one = faced(0.5, 0.5, 10);
      change(one);
      one.hour();
      return refused(one);
    };
    const asItIs = share(() => {});
    expect(share((one) => one.now.country.fire01.fill(1))).toBeGreaterThan(asItIs);
    expect(share((one) => one.now.place.violence01.fill(1))).toBeLessThan(asItIs);
  });

  it('the cutoff falls as refusing grows dearer, and noise tears it apart around one half', () => {
    const costs = [0.1, 0.3, 0.5, 0.7, 0.9];
    const cut = costs.map((p) => cutoff(p, 0.05));
    expect([...cut].sort((a, b) => b - a)).toEqual(cut);
    expect(cutoff(0.5, 0.3)).toBeCloseTo(0.5, 12);
    // literature 4.6 with the normal replaced by the logistic: theta* = 1 - p, x* = theta* - s ln(p/(1 - p))
    expect(cutoff(0.7, 0.05)).toBeCloseTo(0.3 - 0.05 * Math.log(0.7 / 0.3), 12);
  });
});
