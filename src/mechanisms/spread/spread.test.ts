import { describe, expect, it } from 'vitest';
import { lever, OneMechanism, type Setting } from '../../../tests/support/one-mechanism.ts';
import { exp } from '../../base/maths.ts';

const values = {
  'spread.seenHalfLifeHours': 24,
  'spread.visibleHalfSize': 500,
  'spread.attentionScaling': 0.5,
  'spread.farWeight': 0.1,
  'spread.nationalHalfPlaces': 2,
  'spread.borderWeight': 0.05,
};

const view = (setting: Setting = {}) => new OneMechanism('spread', { ...setting, values: { ...values, ...setting.values } });
const cities = { residents: [[500_000, 125_000, 100], [30_000]] };

describe('what is seen of a crowd', () => {
  it('is half of all there is to see at the half size, which grows with the root of the town, from twenty people in a village', () => {
    const one = view({ small: cities });
    one.now.place.crowd.set([500, 250, 20]);
    const { place } = one.hour();
    expect(place.seen01[2]).toBeCloseTo(0.5, 3);
    expect(place.seen01[0]).toBeCloseTo(0.5, 3);
    expect(place.seen01[1]).toBeCloseTo(0.5, 3);
    expect(place.seenAtHome01[1]).toBe(place.seen01[1]);
  });

  it('is learnt of within the hour', () => {
    const one = view({ small: cities });
    one.now.place.crowd[0] = 1e12;
    expect(one.hour().place.seen01[0]).toBeCloseTo(1, 8);
  });

  it('is remembered with its half-life, and a smaller crowd takes nothing from the memory of a larger', () => {
    const one = view({ small: cities });
    one.now.place.seen01[0] = one.now.place.seenAtHome01[0] = 0.8;
    one.now.place.crowd[0] = 50;
    expect(one.hours(24).now.place.seenAtHome01[0]).toBeCloseTo(0.4, 12);
    one.now.place.crowd[0] = 1500;
    expect(one.hour().place.seenAtHome01[0]).toBeGreaterThanOrEqual(0.75);
  });

  it('makes the country half aware when so many places are full of it, and is heard of elsewhere by the network', () => {
    const one = view();
    one.now.place.crowd.set([1e12, 1e12]);
    expect(one.hour().country.visible01[0]).toBeCloseTo(0.5, 9);
    one.now.place.crowd.fill(0);
    one.now.country.visible01[0] = 0.5;
    one.now.country.connectivity01[0] = 0.8;
    const { place } = one.hour();
    expect(place.seen01[2]).toBeCloseTo(0.8 * 0.1 * 0.5, 12);
    expect(place.seenAtHome01[3]).toBe(0);
  });
});

it('turnout counts everybody out, and a region counts from thirty people in one place', () => {
  const one = view({ small: { placesPerRegion: 1 } });
  one.now.place.crowd.set([29, 30, 1000, 0, 10, 10]);
  const { country } = one.hour();
  expect([...country.turnout]).toEqual([1059, 0, 20]);
  expect([...country.regionsOut]).toEqual([2, 0, 0]);
});

describe('news from abroad', () => {
  const abroad = (moves: Setting['do'] = []) => {
    const one = view({ small: { latent: { stateMedia01: 0.5 } }, do: moves });
    one.now.country.visible01[0] = 0.6;
    one.now.country.connectivity01.fill(1);
    one.hour();
    return one.next;
  };

  it('wins sympathy that state media dampen, gives courage, and shows no movement at home', () => {
    const { country, place } = abroad();
    expect(country.sympathy01[1]).toBeCloseTo(0.6 * 0.75, 12);
    expect(place.seen01[3]).toBeCloseTo(0.05 * 0.45, 12);
    expect(place.seenAtHome01[3]).toBe(0);
  });

  it('does not pass closed borders', () => {
    const { country, place } = abroad(lever('spread.borders', 'closed', 'land-1'));
    expect([country.sympathy01[1], place.seen01[3]]).toEqual([0, 0]);
    expect(country.sympathy01[2]).toBeGreaterThan(0);
  });

  it('of a fallen head is plain to everybody in the hour after, and fades', () => {
    const one = view();
    one.now.country.headOut[0] = 7;
    expect([...one.hour(8).country.visible01]).toEqual([1, 0, 0]);
    expect(one.hour(9).country.visible01[0]).toBeLessThan(1);
  });
});

it('an uncoupled place is seen by nobody, sees nothing new and only forgets', () => {
  const one = view({ small: { uncoupled: ['land-0/region-0/town-0'] } });
  one.now.place.crowd[0] = 1e6;
  one.now.place.seen01[0] = 0.8;
  one.now.country.visible01[0] = 1;
  const { country, place } = one.hour();
  expect(country.turnout[0]).toBe(0);
  expect(country.visible01[0]).toBeLessThan(1);
  expect(place.seen01[0]).toBeCloseTo(0.8 * exp(-0.6931471805599453 / 24), 12);
});

it('outrage, fear and violence halve in their own half-lives', () => {
  const one = view({ values: { 'spread.outrageHalfLifeDays': 4, 'spread.fearHalfLifeDays': 1, 'spread.violenceHalfLifeHours': 8 } });
  for (const field of ['outrage01', 'fear01', 'violence01'] as const) one.now.place[field][0] = 0.8;
  one.hours(8);
  expect(one.now.place.violence01[0]).toBeCloseTo(0.4, 12);
  one.hours(16);
  expect(one.now.place.fear01[0]).toBeCloseTo(0.4, 12);
  one.hours(72);
  expect(one.now.place.outrage01[0]).toBeCloseTo(0.4, 12);
});

describe('what crosses a border', () => {
  const sympathy = (change: (one: OneMechanism) => void, values: Setting['values'] = {}) => {
    const one = view({ small: { latent: { stateMedia01: 0.5 } }, values: { 'spread.footage01': 0.6, 'spread.storyAbroad01': 0.4, ...values } });
    one.now.country.visible01[0] = 0.6;
    one.now.country.connectivity01.set(one.world.countries.latents.map((latents) => latents.connectivity01));
    change(one);
    return one.hour().country.sympathy01[1]!;
  };
  const open = sympathy(() => {});

  it('needs the network of the country it happens in, in part', () => {
    const shut = (one: OneMechanism) => (one.now.country.connectivity01[0] = 0);
    expect(sympathy(shut)).toBeCloseTo(open * (1 - 0.6), 12);
    expect(sympathy(shut, { 'spread.footage01': 0 })).toBe(open);
  });

  it('meets the story of that government where listeners have state media', () => {
    const told = (one: OneMechanism) => (one.now.country.narrative01[0] = 1);
    expect(sympathy(told)).toBeCloseTo(open * (1 - 0.4 * 0.5), 12);
    expect(sympathy(told, { 'spread.storyAbroad01': 0 })).toBe(open);
  });

  it('shows a lost town even when its square is empty', () => {
    const one = view();
    one.now.place.control[0] = 2;
    expect(one.hour().country.visible01[0]).toBeGreaterThan(0.2);
  });
});
