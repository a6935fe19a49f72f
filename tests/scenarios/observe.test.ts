/** What a run says to a record that asks for the network and for strikes. */
import { expect, it } from 'vitest';
import { observe } from '../../src/experiment/observe.ts';
import { Run } from '../../src/run/run.ts';
import { unroll } from '../../src/run/recorder.ts';
import type { Observation, ObservedQuantity } from '../../src/scenario/record.ts';
import { buildWorld } from '../../src/world/build.ts';
import { quantity, smallScenario, valuesFor } from '../support/worlds.ts';

const scenario = smallScenario({
  residents: [[6000, 4000], [3000]],
  hours: 96,
  police: 60,
  army: 60,
  events: [{ atHour: 30, grievance01: quantity(0.6), reach01: quantity(0.9, 'share'), hours: 12, everyDays: 1, where: ['land-0'] }],
});
const parameters = valuesFor(scenario, { 'mobilise.threshold': 0.2, 'people.stock01': 0.6 });
const world = buildWorld(scenario, 1, parameters);
const history = new Run(world, parameters, { id: 'one', title: 'one', do: [{ atHour: 12, set: 'govern.shutdown', to: 'now', in: 'land-0' }] })
  .until()
  .history();
const ask = (what: ObservedQuantity, atHour: number, place?: string): number => {
  const observation: Observation = {
    id: 'one',
    quantity: what,
    country: 'land-0',
    atHour,
    value: 1,
    low: 1,
    high: 1,
    kind: 'outcome',
    errorModel: { dist: 'binary' },
  };
  return observe(place === undefined ? observation : { ...observation, place }, history, world);
};

it('the network is shut in the hours in which the government holds it shut', () => {
  const shut = unroll(history.country.shutdown01, 0, history.hours);
  expect(ask('networkShut', 10)).toBe(0);
  expect(ask('networkShut', 20)).toBe(1);
  for (let hour = 0; hour < history.hours; hour++) expect(ask('networkShut', hour), `hour ${hour}`).toBe(shut[hour]! > 0 ? 1 : 0);
});

it('a strike day is one on which thirty workers of a place struck at some hour', () => {
  const most = (place: number, day: number) => Math.max(...unroll(history.place.strikers, place, history.hours).subarray(24 * day, 24 * day + 24));
  expect(most(0, 0)).toBe(0);
  const days = [0, 1, 2, 3];
  const here = days.map((day) => [0, 1].map((place) => (most(place, day) >= 30 ? 1 : 0)));
  expect(here.flat()).toContain(1);
  for (const day of days) {
    expect(ask('strikeDay', 24 * day + 5)).toBe(Math.max(...here[day]!));
    [0, 1].forEach((place) => expect(ask('strikeDay', 24 * day, world.places.keys[place])).toBe(here[day]![place]));
  }
});
