/** Forces by stance, read from the log: nobody is lost and nobody counted twice. */
import { describe, expect, test } from 'vitest';
import { forceSeries, forcesOf } from '../../src/experiment/force-series.ts';
import { summarise } from '../../src/experiment/summary.ts';
import type { RunEvent } from '../../src/mechanisms/contract.ts';
import type { Changes, History } from '../../src/run/recorder.ts';
import { runArms } from '../../src/run/run.ts';
import { buildWorld } from '../../src/world/build.ts';
import { UnitKind } from '../../src/world/forces.ts';
import { smallScenario, valuesFor } from '../support/worlds.ts';

const scenario = smallScenario({ residents: [[3000, 1500], [800], [3000]], hours: 48, police: 600, army: 400 });
const values = valuesFor(scenario);
const world = buildWorld(scenario, 5, values);
const [quiet] = runArms(world, values, [{ id: 'a', title: 'a', do: [] }]) as [History];

const unitOf = (kind: number) => {
  for (let u = world.countries.firstUnit[0]!; u < world.countries.endUnit[0]!; u++) if (world.units.kind[u] === kind) return u;
  throw new Error(`no unit of kind ${kind} in the small world`);
};
const entry = (hour: number, kind: string, unit: number, country = 0): RunEvent => ({ hour, kind, by: 'obey', country, place: 0, because: { unit } });
const column = (name: (typeof forceSeries)[number]) => forceSeries.indexOf(name);

function withLog(events: readonly RunEvent[], foreign: Changes = { hours: [], rows: [], values: [] }): Float32Array[] {
  return forcesOf({ ...quiet, events, country: { ...quiet.country, foreignPeople: foreign } }, world, 0);
}

describe('forces of a country', () => {
  const full = withLog([]);
  const total = (series: readonly Float32Array[], hour: number) => series.slice(0, 5).reduce((sum, one) => sum + one[hour]!, 0);
  const police = unitOf(UnitKind.police);
  const army = unitOf(UnitKind.army);
  const people = world.units.people;

  test('start as the world has them', () => {
    expect(full).toHaveLength(forceSeries.length);
    expect(full[column('police')]![0]).toBeGreaterThan(0);
    expect(total(full, 0)).toBe(total(full, 47));
    expect(full[column('aside')]![47]).toBe(0);
  });

  test('stand aside, come back, change sides, at the hour the log says', () => {
    const series = withLog([entry(10, 'unit stands aside', police), entry(12, 'unit changes sides', army), entry(20, 'unit returns to duty', police)]);
    expect(series[column('aside')]!.slice(9, 21)).toEqual(Float32Array.from([0, ...Array.from({ length: 10 }, () => people[police]!), 0]));
    expect(series[column('police')]![9]! - series[column('police')]![10]!).toBe(people[police]);
    expect(series[column('police')]![20]).toBe(full[column('police')]![20]);
    expect(series[column('changedSides')]![11]).toBe(0);
    expect(series[column('changedSides')]![47]).toBe(people[army]);
    for (let h = 0; h < 48; h++) expect(total(series, h), `hour ${h}`).toBe(total(full, h));
  });

  test('are not moved by other countries or other mechanisms', () => {
    expect(withLog([entry(3, 'unit stands aside', police, 1), { ...entry(4, 'unit stands aside', police), by: 'deploy' }])).toEqual(full);
  });

  test('stand beside the foreign troops that are in the country', () => {
    const series = withLog([], { hours: [5, 30], rows: [0, 0], values: [2000, 0] });
    expect([4, 5, 29, 30].map((h) => series[column('foreign')]![h])).toEqual([0, 2000, 2000, 0]);
  });
});

test('a summary says of every day the furthest a place slipped, and lost is the last step of it', () => {
  const control: Changes = { hours: [3, 6, 30, 40], rows: [0, 0, 0, 0], values: [1, 0, 2, 1] };
  const summary = summarise({ ...quiet, place: { ...quiet.place, control } }, world, 'a', 0);
  expect([...summary.dailyControl[0]!]).toEqual([1, 2]);
  expect([...summary.dailyLost[0]!]).toEqual([0, 1]);
  expect([...summary.dailyControl[1]!]).toEqual([0, 0]);
  expect(summary.quantities['placesEverLost']).toBe(1);
});
