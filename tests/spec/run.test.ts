/** Rules about one history and about arms of one world. */
import { expect, test } from 'vitest';
import { firstDivergence } from '../../src/experiment/divergence.ts';
import { fallMeanings, summarise } from '../../src/experiment/summary.ts';
import { claimedQuantities, horizonsDays } from '../../src/scenario/claims.ts';
import { levers, mechanisms } from '../../src/mechanisms/registry.ts';
import { Recorder, unroll, type History } from '../../src/run/recorder.ts';
import { Run, runArms } from '../../src/run/run.ts';
import { State } from '../../src/run/state.ts';
import { stepTable } from '../../src/run/step.ts';
import type { Arm, DoEntry } from '../../src/scenario/types.ts';
import { buildWorld } from '../../src/world/build.ts';
import { newFields } from '../../src/world/fields.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import { quantity, smallScenario, valuesFor, type SmallWorld } from '../support/worlds.ts';

const small: SmallWorld = {
  residents: [
    [30_000, 9000, 2000],
    [20_000, 3000],
  ],
  hours: 120,
  police: 150,
  army: 100,
  latent: { legitimacy01: 0.1 },
  events: [{ atHour: 10, grievance01: quantity(0.5), reach01: quantity(0.8, 'share'), hours: 10, everyDays: 1, where: ['land-0'] }],
};
const scenario = smallScenario(small);
const values = valuesFor(scenario, { 'mobilise.threshold': 0.3 });
const world = buildWorld(scenario, 21, values);
const arm = (id: string, ...moves: DoEntry[]): Arm => ({ id, title: id, do: moves });
const names = (country: number, place: number) => `${country}/${place}`;
const base = new Run(world, values, arm('as it was')).until();
const silent: DoEntry = { atHour: 41, set: 'police.detention', to: 'none' };

test('[RU1] an hour is: freeze, returns, the mechanisms in the order of the registry, commit', () => {
  const rows = stepTable();
  expect(rows.map((row) => row.id)).toEqual(['freeze', 'return', ...mechanisms.map((m) => m.id), 'commit']);
  expect(stepTable(['fire', 'send']).map((row) => row.id)).toEqual(rows.map((row) => row.id).filter((id) => id !== 'fire' && id !== 'send'));
});

test('[RU2] scenario, seed, parameters and arm decide every byte; another seed is another history', () => {
  expect(base.history().moves.joined).toBeGreaterThan(50);
  const again = new Run(buildWorld(smallScenario(small), 21, values), values, arm('as it was')).until();
  expect(again.history().digest).toBe(base.history().digest);
  const other = new Run(buildWorld(scenario, 22, values), values, arm('as it was')).until();
  expect(other.history().digest).not.toBe(base.history().digest);
});

test('[RU3] a run saved between two hours and gone on with has the bytes of a run that never stopped', () => {
  for (const hour of [0, 1, 37, 119]) {
    const begun = new Run(world, values, arm('as it was')).until(hour);
    const saved = begun.save();
    begun.until();
    expect(begun.history().digest).toBe(base.history().digest);
    expect(new Run(world, values, arm('as it was'), { from: saved }).until().history().digest).toBe(base.history().digest);
  }
});

test('[RU4] doing nothing changes nothing; a do: at hour t leaves everything before t equal', () => {
  const [nothing, default_, changed] = runArms(world, values, [arm('nothing'), arm('default', { ...silent, to: 'as-decided' }), arm('no detention', silent)]);
  expect(nothing!.digest).toBe(base.history().digest);
  expect(default_!.digest).toBe(base.history().digest);
  const parted = firstDivergence(nothing!, changed!, names);
  expect(parted.hour).toBeGreaterThanOrEqual(silent.atHour);
  expect(changed!.digest).toBe(new Run(world, values, arm('no detention', silent)).until().history().digest);
});

test('[RU5] the record keeps changes only, rounded to four decimals; counts are whole', () => {
  const fields = newFields(world.places.count, world.countries.count, 1);
  const recorder = new Recorder(world);
  const counts = { joined: 1, left: 0, returned: 0, released: 0, crossBorderRings: 0 };
  fields.place.fear01[0] = 0.123449;
  recorder.hour(0, fields, counts);
  fields.place.fear01[0] = 0.123351;
  recorder.hour(1, fields, counts);
  fields.place.fear01[0] = 0.5;
  recorder.hour(2, fields, counts);
  const { fear01 } = recorder.finish(4, new Int32Array(1), []).place;
  expect(fear01).toEqual({ hours: [0, 2], rows: [0, 0], values: [0.1234, 0.5] });
  expect([...unroll(fear01, 0, 4)]).toEqual([0.1234, 0.1234, 0.5, 0.5]);
  for (const value of base.history().place.crowd.values) expect(Number.isInteger(value)).toBe(true);
});

test('[RU6] the digest covers everything a history holds', () => {
  const history = base.history();
  const changed = (change: (h: History) => void): string => {
    const recorder = new Recorder(world);
    const copy = structuredClone(history) as History & { moves: { joined: number } };
    change(copy);
    Object.assign(recorder, { place: copy.place, country: copy.country, moves: copy.moves });
    return recorder.finish(copy.hours, copy.everOut, copy.events).digest;
  };
  expect(changed(() => {})).toBe(history.digest);
  const last = history.place.crowd.values.length - 1;
  for (const change of [
    (h: History) => h.place.crowd.values[last]!++,
    (h: History) => h.country.legitimacy01.hours[0]!++,
    (h: History) => h.everOut[0]!++,
    (h: History) => ((h.moves as { left: number }).left += 1),
    (h: History) => (h.events as unknown[]).pop(),
  ])
    expect(changed(change)).not.toBe(history.digest);
});

test('[RU7] before hour 0 it is quiet: standing and cohesion as mapped, nobody out, risk 1, nobody asked', () => {
  const { now } = new State(world, values, arm('a'), () => new PeopleEngine(world.settlement, world.hours));
  const { latents } = world.countries;
  latents.forEach((l, c) => expect([now.country.legitimacy01[c], now.country.cohesion01[c]]).toEqual([l.legitimacy01, l.cohesion01]));
  latents.forEach((l, c) => {
    const hope = world.countries.patron[c]! >= 0 ? values['decide.priorExpectation01']! : 0;
    expect([now.country.expectation01[c], now.country.belief01[c]]).toEqual([hope, Math.min(1, l.cohesion01 + values['obey.patronBelief']! * hope)]);
  });
  expect([...now.place.crowd].every((x) => x === 0) && [...now.place.risk01].every((x) => x === 1)).toBe(true);
  expect([now.alliance.client[0], now.alliance.decidedHour[0], now.alliance.withdrawnHour[0]]).toEqual([-1, -1, -1]);
});

test('[RU8] a lever holds from its hour on, in its country or everywhere, until another entry moves it', () => {
  const state = new State(
    world,
    values,
    arm('a', { atHour: 5, set: 'fire.lethal', to: 'none', in: 'land-1' }, { atHour: 9, set: 'fire.lethal', to: 'as-decided' }),
    () => new PeopleEngine(world.settlement, world.hours),
  );
  const at = (hour: number, where: string) => ((state.hour = hour), state.lever('fire.lethal', where));
  expect([at(4, 'land-1'), at(5, 'land-1'), at(5, 'land-0'), at(8, 'land-1'), at(9, 'land-1')]).toEqual([
    'as-decided',
    'none',
    'as-decided',
    'none',
    'as-decided',
  ]);
  for (const lever of levers) expect(state.lever(lever.id, 'land-0')).toBe(lever.values[0]);
});

test('[RU9] a mechanism switched off does nothing, and takes no draw from another', () => {
  const without = smallScenario({ ...small, off: ['police', 'call', 'fire', 'seize'] });
  const history = new Run(buildWorld(without, 21, values), values, arm('a')).until().history();
  expect(history.place.detained.values).toEqual([]);
  expect(history.events.filter((e) => ['police', 'call', 'fire', 'seize'].includes(e.by))).toEqual([]);
  // the ladder's thresholds, the units' loyalties, the first outings are the same luck
  const firstOut = (h: History) => h.place.crowd.hours[0];
  expect(firstOut(history)).toBe(firstOut(base.history()));
});

test('[RU10] a value nobody declared is an error, not a zero', () => {
  const state = new State(world, values, arm('a'), () => new PeopleEngine(world.settlement, world.hours));
  expect(() => state.value('police.nonsense')).toThrow(/police\.nonsense/);
});

test('[RU11] every number of a history is finite', () => {
  const { place, country, events } = base.history();
  const broken = [...Object.entries(place), ...Object.entries(country)]
    .filter(([, changes]) => !changes.values.every((v) => Number.isFinite(v)))
    .map(([field]) => field);
  expect(broken).toEqual([]);
  expect(events.filter((event) => !Object.values(event.because).every((v) => Number.isFinite(v))).map((event) => event.kind)).toEqual([]);
});

test('[EX1] where two histories part is the first hour with a difference in a recorded column or in the log', () => {
  const [left, right] = runArms(world, values, [arm('nothing'), arm('no detention', silent)]);
  const parted = firstDivergence(left!, right!, names);
  for (const field of ['crowd', 'detained', 'outrage01'] as const) {
    for (let i = 0; i < world.places.count; i++)
      expect(unroll(left!.place[field], i, 120).slice(0, parted.hour)).toEqual(unroll(right!.place[field], i, 120).slice(0, parted.hour));
  }
  const during = (history: History) => history.events.filter((event) => event.hour === parted.hour).map((event) => JSON.stringify(event));
  const logsDiffer = JSON.stringify(during(left!)) !== JSON.stringify(during(right!));
  expect(parted.left ?? parted.right).toBeDefined();
  expect((parted.left ?? parted.right)!.by !== undefined).toBe(logsDiffer);
  expect(parted.fields.length > 0 || logsDiffer).toBe(true);
  const swapped = firstDivergence(right!, left!, names);
  expect([swapped.hour, swapped.left, swapped.right]).toEqual([parted.hour, parted.right, parted.left]);
  expect(firstDivergence(left!, left!, names)).toEqual({ hour: -1, fields: [] });
});

test('[EX2] three meanings of falling, each within 7, 14 and 28 days of the clock; what did not happen has no hour', () => {
  const history = base.history();
  const fallen: History = { ...history, country: { ...history.country, headOut: { hours: [100], rows: [0], values: [100] } } };
  const { quantities } = summarise(fallen, world, 'a', 0);
  expect([quantities['headOutHour'], quantities['headWithin7'], quantities['headWithin28']]).toEqual([100, 1, 1]);
  const late = summarise(fallen, world, 'a', -80).quantities;
  expect([late['headWithin7'], late['headWithin14']]).toEqual([0, 1]);
  for (const meaning of fallMeanings) for (const days of horizonsDays) expect([0, 1]).toContain(quantities[`${meaning}Within${days}`]);
  expect(quantities['groupOutHour']).toBeNaN();
  expect(quantities['groupWithin28']).toBe(0);
});

test('what claims may ask for is what a run says in numbers, and nothing less', () => {
  const falls = { headOut: 'head', groupOut: 'group', seatLost: 'seat' } as const;
  const said = Object.keys(claimedQuantities).flatMap((name) =>
    name in falls
      ? [`${falls[name as keyof typeof falls]}OutHour`, ...horizonsDays.map((days) => `${falls[name as keyof typeof falls]}Within${days}`)]
      : [name],
  );
  expect(said.toSorted()).toEqual(Object.keys(summarise(base.history(), world, 'a', 0).quantities).toSorted());
});
