import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import { exp } from '../../base/maths.ts';
import { Stance, UnitKind } from '../../world/forces.ts';

const values = {
  'obey.perHour': 0.5,
  'obey.ratioWeight': 0.55,
  'obey.ratioHalf': 10,
  'obey.othersWeight': 0.5,
  'obey.tiesWeight': 0.15,
  'obey.lethalWeight': 0.12,
  'obey.violenceBond': 0.1,
  'obey.beliefWeight': 0.35,
  'obey.returnHours': 10,
  'obey.beliefHours': 8,
  'obey.placesLostDoubt': 0.06,
  'obey.patronBelief': 0.2,
  'obey.cohesionLoss': 0.02,
};

/** Land 0 in danger: a hundred to one in every town; its units are wholly loyal or not at all. */
function faced(loyalty: number, belief: number, setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('obey', { ...setting, small: { police: 24_000, ...setting.small }, values: { ...values, ...setting.values } });
  one.world.units.loyalty01.fill(loyalty);
  one.now.country.threat01[0] = 1;
  one.now.country.belief01[0] = belief;
  one.now.place.crowdStrength.fill(10_000);
  one.now.place.force.fill(100);
  return one;
}

/** The same hour again and again, on the same fields. */
function wait(one: OneMechanism, hours: number): OneMechanism {
  for (let hour = 0; hour < hours; hour++) one.hour(hour);
  return one;
}

const refused = (one: OneMechanism, country = 0) => one.unitsOf(country).filter((u) => one.units.stance[u] !== Stance.obeys).length;

describe('a unit', () => {
  it('that is outnumbered and does not believe refuses; a loyal one that believes never does', () => {
    const lost = wait(faced(0, 0), 60);
    expect(refused(lost)).toBe(lost.unitsOf(0).length);
    expect(refused(wait(faced(1, 1), 60))).toBe(0);
    expect(refused(lost, 1)).toBe(0);
  });

  it('is pressed by numbers, by others aside, by ties at home and the order to fire, and held by violence and belief', () => {
    const one = faced(0.2, 0.3);
    one.now.place.unitsAside01.fill(0.2);
    one.now.place.violence01.fill(0.5);
    one.now.country.fire01[0] = 1;
    one.hour();
    const pressure = 0.55 * (100 / 110) + 0.5 * 0.2 + 0.15 + 0.12 - 0.1 * 0.5 - 0.35 * (0.3 - 0.5);
    const log = one.logged('unit');
    for (const { because } of log) expect([because['pressure'], because['loyalty']]).toEqual([expect.closeTo(pressure, 12), expect.closeTo(0.12, 12)]);
    const share = 1 - exp(-0.5 * (pressure - 0.12));
    expect(Math.abs(log.length / one.unitsOf(0).length - share)).toBeLessThan(0.13);
  });

  it('of a contingent never refuses', () => {
    const one = faced(0, 0);
    const contingents = one.unitsOf(0, [UnitKind.contingent]);
    expect(contingents.length).toBeGreaterThan(0);
    for (const u of contingents) one.units.strength[u] = 15;
    wait(one, 60);
    for (const u of contingents) expect(one.units.stance[u]).toBe(Stance.obeys);
  });

  it('that does not refuse whatever happens is what "unshaken" means', () => {
    expect(refused(wait(faced(0, 0, { do: lever('obey.loyalty', 'unshaken', 'land-0') }), 60))).toBe(0);
  });

  it('changes sides only where the elite is divided', () => {
    const sides = (cohesion: number) => {
      const one = faced(0, 0, { values: { 'obey.sideShare01': 0.5 } });
      one.now.country.cohesion01[0] = cohesion;
      wait(one, 60);
      return one.unitsOf(0).filter((u) => one.units.stance[u] === Stance.changedSides).length / one.unitsOf(0).length;
    };
    expect([sides(0), sides(1)]).toEqual([1, 0]);
  });

  it('that stood aside returns once the crowd is weaker, half of them in the half-life; one that changed sides stays', () => {
    const after = (stance: number, crowd: number) => {
      const one = faced(0, 0);
      one.now.place.crowdStrength.fill(crowd);
      one.units.stance.fill(stance);
      return refused(wait(one, 10)) / one.unitsOf(0).length;
    };
    expect(Math.abs(after(Stance.aside, 0) - 0.5)).toBeLessThan(0.15);
    expect(after(Stance.aside, 10_000)).toBe(1);
    expect(after(Stance.changedSides, 0)).toBe(1);
  });
});

it('belief goes half the way in its half-life to what cohesion, danger, the patron and lost towns leave of it', () => {
  const one = new OneMechanism('obey', { small: { latent: { cohesion01: 0.8 } }, values });
  one.now.country.threat01[0] = 0.4;
  one.now.country.expectation01[0] = 0.5;
  one.now.country.placesLost[0] = 2;
  const target = 0.8 * (1 - 0.2) + 0.2 * 0.5 - 0.06 * 2;
  one.now.country.belief01.fill(0.8);
  one.now.country.expectation01[1] = 0;
  one.hours(8);
  expect(one.now.country.belief01[0]).toBeCloseTo((0.8 + target) / 2, 12);
  expect(one.now.country.belief01[1]).toBeCloseTo(0.8, 12);
});

it('cohesion wears off under danger nobody believes to pass, and comes back', () => {
  const one = new OneMechanism('obey', { small: { latent: { cohesion01: 0.6 } }, values });
  one.now.country.threat01.set([0.5, 0, 0.5]);
  one.now.country.belief01.set([0.25, 0.25, 1]);
  one.now.country.cohesion01.set([0.6, 0.4, 0.6]);
  const { cohesion01 } = one.hour().country;
  expect(cohesion01[0]).toBeCloseTo(0.6 - 0.02 * 0.5 * 0.75 * 0.6, 12);
  expect(cohesion01[1]).toBeGreaterThan(0.4);
  expect(cohesion01[2]).toBeCloseTo(0.6, 12);
});
