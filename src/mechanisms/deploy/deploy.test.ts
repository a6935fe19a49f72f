import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import { Stance, Task, UnitKind } from '../../world/forces.ts';

const values = {
  'deploy.shift01': 0.3,
  'deploy.reserve01': 0.1,
  'deploy.interiorWorth': 1.5,
  'deploy.armyWorth': 2,
  'deploy.orderHours': 10,
  'deploy.mobile01': 1,
  'deploy.tirePerHour': 0.01,
  'deploy.restPerHour': 0.05,
  'deploy.tiredLoss01': 0.4,
  'deploy.guardWorth01': 0.25,
};

/** Land 0 has people in the street, so its forces are watched hour by hour. */
function forces(setting: Setting = {}): OneMechanism {
  const one = new OneMechanism('deploy', { ...setting, values: { ...values, ...setting.values } });
  one.now.country.turnout[0] = 1;
  return one;
}

/** People of the units of a kind that stand in a place. */
function peopleIn(one: OneMechanism, place: number, kind: number): number {
  return one.unitsOf(0, [kind]).reduce((sum, u) => sum + (one.units.place[u] === place ? one.units.strength[u] : 0), 0);
}

describe('strength in a place', () => {
  it('is the police on shift and the reserve of the garrisons, by what each is worth', () => {
    const one = forces();
    one.hour();
    for (const place of [0, 1, 2]) {
      const [police, interior, army] = [UnitKind.police, UnitKind.interior, UnitKind.army].map((kind) => peopleIn(one, place, kind));
      expect(one.next.place.force[place]).toBeCloseTo(0.3 * police! + 0.1 * 1.5 * interior! + 0.1 * 2 * army!, 9);
    }
    expect(one.next.place.force[0]).toBeGreaterThan(0);
  });

  it('grows with a call-up to all police at most, and shrinks with fatigue', () => {
    const one = forces({ small: { army: 0 } });
    const police = peopleIn(one, 0, UnitKind.police);
    one.now.country.callUp01[0] = 0.25;
    expect(one.hour().place.force[0]).toBeCloseTo(0.55 * police, 9);
    one.now.country.callUp01[0] = 5;
    expect(one.hour().place.force[0]).toBeCloseTo(police, 9);
    one.now.place.crowd[0] = 100;
    one.units.fatigue01.fill(1);
    expect(one.hour().place.force[0]).toBeCloseTo(0.6 * police, 9);
  });

  it('leaves out those who stand aside, who count as a share of all there', () => {
    const one = forces({ small: { army: 0 } });
    const police = peopleIn(one, 0, UnitKind.police);
    const unit = one.unitsOf(0).find((u) => one.units.place[u] === 0)!;
    one.units.stance[unit] = Stance.aside;
    const { place } = one.hour();
    expect(place.unitsAside01[0]).toBeCloseTo(one.units.strength[unit] / police, 12);
    expect(place.force[0]).toBeCloseTo(0.3 * (police - one.units.strength[unit]), 9);
    one.units.stance.fill(Stance.changedSides);
    expect([one.hour().place.force[0], one.next.place.unitsAside01[0]]).toEqual([0, 1]);
  });

  it('adds foreign troops where they stand at what guards are worth, and freed people by crowd', () => {
    const one = forces({ small: { army: 0 } });
    const before = [...one.hour().place.force];
    const guard = one.unitsOf(2, [UnitKind.contingent])[0]!;
    one.units.place[guard] = 1;
    one.units.strength[guard] = 80;
    one.now.country.foreignPeople[0] = 80;
    one.now.country.freedPeople[0] = 60;
    one.now.place.crowd.set([30, 0, 10]);
    const after = one.hour().place.force;
    expect([0, 1, 2].map((i) => Number((after[i] - before[i]!).toFixed(6)))).toEqual([45, 20, 15]);
  });
});

it('units tire before a crowd of a hundred and recover without one', () => {
  const one = forces();
  const inTown = one.unitsOf(0).find((u) => one.units.place[u] === 0)!;
  one.now.place.crowd[0] = 100;
  one.hours(20);
  expect(one.units.fatigue01[inTown]).toBeCloseTo(0.2, 12);
  one.now.place.crowd[0] = 99;
  one.hours(3);
  expect(one.units.fatigue01[inTown]).toBeCloseTo(0.05, 12);
  expect(one.hours(3).units.fatigue01[inTown]).toBe(0);
});

describe('an order to move', () => {
  const ordered = (setting: Setting = {}, strength: readonly number[] = [0, 900, 5000]) => {
    const one = forces({ small: { army: 4000 }, ...setting });
    one.now.country.moving01[0] = 1;
    one.now.place.crowd.set(strength);
    one.now.place.crowdStrength.set(strength);
    one.now.place.force.fill(0);
    return one;
  };

  it('sends mobile troops, never police, to the place in greatest need first, and no more than the need', () => {
    const one = ordered();
    one.hour();
    const log = one.logged('unit ordered');
    expect(log[0]!.place).toBe(2);
    expect(log.filter((event) => event.place === 2).at(-1)!.because['need']).toBeLessThanOrEqual(0);
    expect(log.filter((event) => event.place === 2).at(-2)!.because['need']).toBeGreaterThan(0);
    expect(log.at(-1)!.place).toBe(1);
    for (const { because } of log) expect(one.world.units.kind[because['unit']!]).not.toBe(UnitKind.police);
  });

  it('lets a column arrive after its delay and the road, and act at full worth there', () => {
    const one = ordered({}, [0, 900, 0]);
    one.hour();
    const order = one.logged('unit ordered')[0]!;
    const { unit, delay, road } = order.because as { unit: number; delay: number; road: number };
    expect(delay).toBeGreaterThanOrEqual(5);
    expect(delay).toBeLessThan(15);
    const arrival = Math.max(1, Math.round(delay + road));
    one.now.country.moving01[0] = 0;
    const from = one.units.place[unit];
    one.state.hour = 1;
    one.hours(arrival - 1);
    expect([one.units.place[unit], one.units.task[unit]]).toEqual([from, Task.travelling]);
    const force = one.hours(1).now.place.force[1];
    expect([one.units.place[unit], one.units.task[unit]]).toEqual([1, Task.retake]);
    expect(force).toBeGreaterThanOrEqual(one.units.strength[unit]);
    expect(one.logged('unit arrives').some((event) => event.because['unit'] === unit && event.hour === arrival)).toBe(true);
  });

  it('moves nobody where there is no need, nobody mobile, or no reinforcement', () => {
    const sent = (one: OneMechanism) => {
      one.hours(12);
      return one.logged('unit ordered').length;
    };
    expect(sent(ordered({}, [0, 199, 0]))).toBe(0);
    expect(sent(ordered({ values: { 'deploy.mobile01': 0 } }))).toBe(0);
    expect(sent(ordered({ do: lever('deploy.reinforcement', 'none', 'land-0') }))).toBe(0);
    expect(sent(ordered())).toBeGreaterThan(0);
  });
});
