import { describe, expect, it } from 'vitest';
import { OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import { siteKinds } from '../../world/sites.ts';

/** Every building is attacked in every hour; a guard holds off ten people. */
const values = {
  'seize.crowdPerGuard': 10,
  'seize.perHour': 10,
  'seize.smallestCrowd': 100,
  'seize.guardShare01': 0.25,
  'seize.organisedLabour01': 0,
  'seize.outragePush': 2,
  'seize.violencePerAttack': 0.5,
  'seize.weaponsPerStore': 500,
  'seize.armsWorth': 4,
  'seize.lostShare01': 0.6,
};

function town(crowd: number, setting: Setting = {}, discipline = 0): OneMechanism {
  const one = new OneMechanism('seize', { small: { latent: { discipline01: discipline } }, ...setting, values: { ...values, ...setting.values } });
  one.now.place.crowd[0] = crowd;
  return one;
}

/** Town 0, a regional capital without airport: administration .45, police .2, arms store .1, broadcaster .1. */
const held = (one: OneMechanism) => siteKinds.filter((_, k) => one.state.sitesHeld[k] === 1);

describe('a building', () => {
  it('is stormed only by a crowd that is large enough, strong enough for its guards and not disciplined', () => {
    const seized = (crowd: number, discipline = 0) => {
      const one = town(crowd, {}, discipline);
      one.hour();
      return [one.logged('seized').length, one.logged('attack repelled').length];
    };
    expect(seized(99)).toEqual([0, 0]);
    expect(seized(100)).toEqual([0, 4]);
    expect(seized(350)).toEqual([3, 1]);
    expect(seized(400)).toEqual([4, 0]);
    expect(seized(1e6, 1)).toEqual([0, 0]);
  });

  it('is guarded by part of the strength in town according to its weight, and not by those who stand aside', () => {
    const guardsOf = (force: number, aside: number) => {
      const one = town(350);
      one.now.place.force[0] = force;
      one.now.place.unitsAside01[0] = aside;
      one.hour();
      return one.logged().find((event) => event.kind.endsWith('administration'))!.because['guards'];
    };
    expect(guardsOf(0, 0)).toBe(30);
    expect(guardsOf(340, 0)).toBeCloseTo(30 + (0.25 * 340 * 0.45) / 0.85, 9);
    expect(guardsOf(0, 0.5)).toBe(15);
  });

  it('is attacked with a chance that discipline and organised labour lower and outrage raises, and the log says on what terms', () => {
    const one = town(350, { values: { 'seize.perHour': 0.5, 'seize.organisedLabour01': 0.5, 'seize.disciplineExponent': 2 } }, 0.4);
    one.now.place.outrage01[0] = 0.25;
    one.now.place.arms[0] = 10;
    one.hours(20);
    const { because } = one.logged('seized')[0]!;
    expect(because['hazard']).toBeCloseTo(0.5 * (0.6 * (1 - 0.5 * (0.2 / 0.25))) ** 2 * (1 + 2 * 0.25), 12);
    expect(because['draw']).toBeLessThan(because['hazard']!);
    expect(because['needed']).toBeCloseTo(10 * because['guards']!, 12);
    expect(because['crowdStrength']).toBeGreaterThanOrEqual(because['needed']!);
  });

  it('is attacked no more once the ruling group is out', () => {
    const one = town(1e6);
    one.now.country.groupOut[0] = 1;
    one.hour();
    expect(held(one)).toEqual([]);
  });
});

it('every attack is violent, taken or repelled', () => {
  expect(town(350).hour().place.violence01[0]).toBeCloseTo(1 - 0.5 ** 4, 12);
  expect(town(99).hour().place.violence01[0]).toBe(0);
});

it('police stations and arms stores arm a crowd by the size of the town, and nobody counts for more than one weapon', () => {
  const one = town(1000).hours(1);
  expect(one.now.place.arms[0]).toBe(100);
  expect(one.now.place.crowdStrength[0]).toBe(1000);
  expect(one.hour().place.crowdStrength[0]).toBe(1000 + 4 * 100);
  one.now.place.crowd[0] = 30;
  expect(one.hour().place.crowdStrength[0]).toBe(30 + 4 * 30);
});

describe('a town', () => {
  it('is contested with one building, and lost from the share of weight that counts as loss', () => {
    const one = town(0);
    const controlWith = (...kinds: number[]) => {
      one.state.sitesHeld.fill(0);
      for (const k of kinds) one.state.sitesHeld[k] = 1;
      const { place } = one.hour();
      return [place.control[0], Number(place.sitesLost01[0].toFixed(6))];
    };
    expect(controlWith()).toEqual([0, 0]);
    expect(controlWith(0)).toEqual([1, Number((0.45 / 0.85).toFixed(6))]);
    expect(controlWith(0, 2)).toEqual([2, Number((0.55 / 0.85).toFixed(6))]);
  });

  it('in the hands of the crowd counts its hours, and the seat its own; won back, they begin anew', () => {
    const one = town(1000).hours(5);
    expect([one.now.place.controlHours[0], one.now.country.seatLostHours[0], one.now.country.placesLost[0]]).toEqual([5, 5, 1]);
    expect(one.logged('place lost').map((event) => event.hour)).toEqual([0]);
    one.now.place.crowd[0] = 0;
    one.state.sitesHeld.fill(0);
    one.hours(1);
    expect([one.now.place.controlHours[0], one.now.country.seatLostHours[0], one.now.country.placesLost[0]]).toEqual([0, 0, 0]);
    expect(one.logged('place retaken').length).toBe(1);
  });
});
