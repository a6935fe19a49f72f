/** Three uprisings at once against one patron's finite capacity (S15): everything of the alliance together, to the end of the run. */
import { expect, test } from 'vitest';
import { Run } from '../../src/run/run.ts';
import type { DoEntry, ScenarioSpec } from '../../src/scenario/types.ts';
import { buildWorld } from '../../src/world/build.ts';
import { UnitKind } from '../../src/world/forces.ts';
import { countryKey, quantity, smallScenario, valuesFor } from '../support/worlds.ts';

const patron = 3;
const promised = 600;
const liftPerDay = 240;
const firstAt = 40;

/** Lands 0, 1 and 2 rise; land 3 is the patron, quiet unless it rises as well. */
function world(patronRises: boolean): ScenarioSpec {
  const risen = [0, 1, 2, ...(patronRises ? [patron] : [])];
  return smallScenario({
    residents: [
      [12_000, 6000],
      [12_000, 6000],
      [12_000, 6000],
      [20_000, 8000],
    ],
    hours: 200,
    police: 300,
    army: 300,
    mustRatify: false,
    events: risen.map((c) => ({ atHour: 8, where: [countryKey(c)], grievance01: quantity(0.2), reach01: quantity(0.3, 'share'), hours: 10, everyDays: 1 })),
    latent: { cohesion01: 0.9, loyalty01: 0.9 },
    alliance: {
      contributions: { [countryKey(patron)]: quantity(promised, 'people') },
      contingentMax: quantity(promised, 'people'),
      liftPeoplePerDay: quantity(liftPerDay, 'people/day'),
    },
  });
}

const asks = (...lands: readonly number[]): DoEntry[] => [
  { atHour: 0, set: 'request.asked', to: 'forbidden' },
  ...lands.map((c) => ({ atHour: firstAt, set: 'request.asked', to: 'now', in: countryKey(c) })),
];
const grants: DoEntry = { atHour: 0, set: 'decide.patron', to: 'grants' };

function run(moves: readonly DoEntry[], patronRises = false, changes: Record<string, number> = {}, each: (run: Run) => void = () => {}): Run {
  const scenario = world(patronRises);
  // nobody falls, so that all three need help to the end
  const values = valuesFor(scenario, { 'fall.headPerHour': 0.000001, 'fall.loyalShare01': 0, 'send.calmHours': 190, ...changes });
  const made = new Run(buildWorld(scenario, 4, values), values, { id: 'fires', title: 'fires', do: moves });
  while (made.state.hour < scenario.hours) each(made.until(made.state.hour + 1));
  return made;
}

const foreign = ({ state }: Run) => [...state.now.country.foreignPeople];

test('three clients ask one after the other, and the patron knows at each what he has promised', () => {
  const decided = run(asks(0, 1, 2), false, { 'decide.base': 50 }).state.events.filter((event) => event.by === 'decide');
  expect(decided.map((event) => event.country)).toEqual([0, 1, 2]);
  expect(decided.map((event) => event.hour - decided[0]!.hour)).toEqual([0, 1, 2]);
  const weights = decided.map((event) => event.because['overstretch']!);
  expect(weights[0]).toBeCloseTo(0, 12);
  expect(weights[1]).toBeLessThan(-1);
  // one contingent is all there is: a second promise cannot use up more than everything
  expect(weights[2]).toBe(weights[1]);
});

test('a promise elsewhere turns an answer that would have been yes', () => {
  const answers = (...lands: readonly number[]) =>
    run(asks(...lands), false, { 'decide.base': 0.5, 'decide.overstretch': 5, 'decide.need': 0 })
      .state.events.filter((event) => event.by === 'decide')
      .map((event) => [event.country, event.kind]);
  expect(answers(0)).toEqual([[0, 'help granted']]);
  expect(answers(0, 1)[1]).toEqual([1, 'help refused']);
});

test('all clients together never get more troops than there are, or faster than they can be flown', () => {
  let before = 0;
  const three = run([grants, ...asks(0, 1, 2)], false, {}, (one) => {
    const { state } = one;
    const total = foreign(one).reduce((a, b) => a + b, 0);
    expect(total).toBeLessThanOrEqual(promised + 1e-6);
    expect(total - before).toBeLessThanOrEqual(liftPerDay / 24 + 1e-6);
    let standing = 0;
    for (let u = 0; u < state.world.units.count; u++) if (state.world.units.kind[u] === UnitKind.contingent) standing += state.units.strength[u]!;
    expect(standing).toBeCloseTo(total, 6);
    before = total;
  });
  const alone = run([grants, ...asks(2)]);
  expect(foreign(alone)[2]).toBeCloseTo(promised, 6);
  expect(foreign(three)[0]).toBeGreaterThan(0);
  expect(foreign(three)[2]!).toBeLessThan(foreign(alone)[2]!);
});

test('a patron with an uprising of his own sends less', () => {
  const quiet = foreign(run([grants, ...asks(0)]))[0]!;
  const burning = run([grants, ...asks(0)], true, { 'send.homeHold01': 1 });
  expect(burning.state.now.country.threat01[patron]).toBeGreaterThan(0);
  expect(Math.max(...foreign(burning))).toBeLessThan(quiet - 1);
});

test('members stop expecting a patron who is busy elsewhere', () => {
  const expected = (moves: readonly DoEntry[]) => run(moves).state.now.country.expectation01[1]!;
  // land 1 never asks; land 0 has the whole contingent
  expect(expected([grants, ...asks(0)])).toBeLessThan(0.1);
  expect(expected(asks())).toBeGreaterThan(0.25);
});
