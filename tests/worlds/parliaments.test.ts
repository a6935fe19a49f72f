/** What a parliament does changes who is sent (S12): the levers of ratify, to the troops on the ground. */
import { expect, test } from 'vitest';
import { Run } from '../../src/run/run.ts';
import type { DoEntry } from '../../src/scenario/types.ts';
import { buildWorld } from '../../src/world/build.ts';
import { countryKey, quantity, smallScenario, valuesFor } from '../support/worlds.ts';

const scenario = smallScenario({
  residents: [
    [12_000, 6000],
    [6000, 3000],
    [20_000, 8000],
  ],
  hours: 240,
  police: 300,
  army: 300,
  mustRatify: true,
  events: [{ atHour: 8, where: [countryKey(0)], grievance01: quantity(0.2), reach01: quantity(0.3, 'share'), hours: 10, everyDays: 1 }],
  alliance: {
    contributions: { [countryKey(1)]: quantity(150, 'people'), [countryKey(2)]: quantity(450, 'people') },
    contingentMax: quantity(600, 'people'),
    liftPeoplePerDay: quantity(1200, 'people/day'),
  },
});

/** Troops of each member at work in land 0 at the end, and what its parliament is on record for. */
function sent(parliament?: string) {
  const moves: DoEntry[] = [
    { atHour: 0, set: 'decide.patron', to: 'grants' },
    { atHour: 0, set: 'request.asked', to: 'forbidden' },
    { atHour: 30, set: 'request.asked', to: 'now', in: countryKey(0) },
    ...(parliament === undefined ? [] : [{ atHour: 0, set: 'ratify.parliament', to: parliament, in: countryKey(1) }]),
  ];
  const values = valuesFor(scenario, { 'send.calmHours': 190, 'ratify.attendance01': 0.85, 'ratify.favour01': 0.98, 'ratify.sessionsMost': 3 });
  const { state } = new Run(buildWorld(scenario, 4, values), values, { id: 'parliament', title: 'parliament', do: moves }).until();
  return {
    people: [...state.now.country.sentPeople].map((people) => Math.round(people)),
    log: state.events.filter((event) => event.by === 'ratify' && event.country === 1).map((event) => event.kind),
  };
}

test('left to itself this parliament consents and its contingent goes with the patron’s', () => {
  const { people, log } = sent();
  expect(people).toEqual([0, 150, 450]);
  expect(log).toEqual(['parliament consents']);
});

test('a parliament that refuses keeps its own at home, not those of others', () => {
  const { people, log } = sent('refuses');
  expect(people).toEqual([0, 0, 450]);
  expect(log).toEqual(['parliament refuses']);
});

test('a quorum that fails for good is a refusal after the last session', () => {
  const { people, log } = sent('no-quorum');
  expect(people).toEqual([0, 0, 450]);
  expect(log).toEqual(['no quorum', 'no quorum', 'no quorum', 'parliament refuses']);
});

test('a parliament that is made to consent sends', () => {
  expect(sent('consents').people).toEqual([0, 150, 450]);
});
