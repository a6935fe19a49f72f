/** Named interventions: each moves what it says from its hour on, in a world in which there is something to move, and nothing before. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firstDivergence } from '../../src/experiment/divergence.ts';
import { interventions } from '../../src/mechanisms/interventions.ts';
import { levers } from '../../src/mechanisms/registry.ts';
import { Run, runArms } from '../../src/run/run.ts';
import { unroll, type History } from '../../src/run/recorder.ts';
import type { Arm, DoEntry, ScenarioSpec } from '../../src/scenario/types.ts';
import { buildWorld } from '../../src/world/build.ts';
import { quantity, smallScenario, valuesFor, type SmallWorld } from '../support/worlds.ts';

/** An uprising that a nervous government answers with everything it has; it asks, and its patron grants. */
const small: SmallWorld = {
  residents: [
    [5000, 2500, 800],
    [3000, 800],
    [5000, 1500],
  ],
  hours: 192,
  police: 100,
  army: 150,
  events: [
    { atHour: 26, grievance01: quantity(0.5), reach01: quantity(0.9, 'share'), hours: 12, everyDays: 1, where: ['land-0'] },
    { atHour: 80, grievance01: quantity(0.5), reach01: quantity(0.9, 'share'), hours: 12, where: ['land-1'], wave: 'more' },
  ],
  latent: { legitimacy01: 0.1, discipline01: 0.4, lowestFear01: 0.02, concedeReadiness01: 0.2, lethalReadiness01: 0.6 },
  alliance: { liftPeoplePerDay: quantity(600, 'people/day'), contributions: { 'land-1': quantity(60, 'people'), 'land-2': quantity(200, 'people') } },
};
const values = { 'mobilise.threshold': 0.2, 'people.stock01': 0.3, 'fire.deadPerOfficerHour': 0.004, 'fall.headPerHour': 0, 'fall.loyalShare01': 0 };
const asksAt60: DoEntry = { atHour: 60, set: 'request.asked', to: 'now', in: 'land-0' };
const granted: DoEntry = { atHour: 0, set: 'decide.patron', to: 'grants' };
const never: DoEntry = { atHour: 0, set: 'request.asked', to: 'forbidden' };
const closed: DoEntry = { atHour: 0, set: 'spread.borders', to: 'closed' };
const base: readonly DoEntry[] = [closed, granted, never, asksAt60];

const scenario: ScenarioSpec = smallScenario(small);
const parameters = valuesFor(scenario, values);
const world = buildWorld(scenario, 3, parameters);
const arm = (...moves: DoEntry[]): Arm => ({ id: 'one', title: 'one', do: [...base, ...moves].toSorted((a, b) => a.atHour - b.atHour) });
const as = new Run(world, parameters, arm()).until().history();

/** The entries of a library entry as `resolveArms` makes them, from an hour of ours. */
const used = (id: string, atHour: number): DoEntry[] => {
  const { sets, where } = interventions.find((one) => one.id === id)!;
  return sets.map(({ lever, to }) => ({ atHour, set: lever, to, ...(where === 'focus' ? { in: 'land-0' } : {}) }));
};
/** Hours in which something was logged, in any land or in the first. */
const logged = (history: History, kind: string, by?: string): number[] =>
  history.events.filter((event) => event.kind.startsWith(kind) && (by === undefined || event.by === by)).map((event) => event.hour);
const atHome = (history: History, kind: string, by?: string): number[] =>
  logged({ ...history, events: history.events.filter((event) => event.country === 0) }, kind, by);

/** What each says: so with it from the first hour, not so without. */
const says: Readonly<Record<string, (history: History) => boolean>> = {
  'no-intervention': (h) => logged(h, 'help granted').length > 0 && logged(h, 'first foreign troops land').length === 0,
  'parliament-refuses': (h) => logged(h, 'parliament refuses').length > 0 && logged(h, 'no quorum').length === 0,
  'quorum-fails': (h) => logged(h, 'no quorum').length >= 2 && logged(h, 'parliament consents').length === 0,
  'no-shutdown': (h) => atHome(h, 'network shutdown').length === 0,
  'no-lethal-force': (h) => atHome(h, 'lethal force', 'fire').length === 0,
  'concession-on-day-1': (h) => atHome(h, 'concession')[0] === 18,
  'request-a-day-earlier': (h) => logged(h, 'help requested')[0] === 36,
  'signal-off': (h) => beliefMoves(h) < beliefMoves(as),
  'more-uprisings': (h) => logged(h, 'event: event-1').length === 1,
};

/** What the client's units believe a day after help was granted, against the hour of the answer. */
function beliefMoves(history: History): number {
  const belief = unroll(history.country.belief01, 0, history.hours);
  const granted = logged(history, 'help granted')[0]!;
  return belief[granted + 12]! - belief[granted]!;
}

const hourOf = (id: string, from = 0): number => {
  const { hoursBefore, from: own } = interventions.find((one) => one.id === id)!;
  return hoursBefore !== undefined ? 60 - hoursBefore : own === undefined ? from : 18;
};

describe.each(interventions.map((one) => [one.id, one] as const))('%s', (id, { sets, meaning, where, from }) => {
  it('moves levers that exist to values they take', () => {
    for (const { lever, to } of sets) expect(levers.find((one) => one.id === lever)?.values.slice(1), lever).toContain(to);
    expect(meaning.length).toBeGreaterThan(20);
    expect([where, from]).toEqual([expect.stringMatching(/^(focus|everywhere)$/), from]);
  });

  it('changes what it says, in a world in which it is otherwise', () => {
    const history = new Run(world, parameters, arm(...used(id, hourOf(id)))).until().history();
    expect(says[id]!(history)).toBe(true);
    if (id !== 'signal-off') expect(says[id]!(as)).toBe(false);
    expect(history.digest).not.toBe(as.digest);
  });

  it('changes nothing before its hour, and run beside another arm gives the history it has alone', () => {
    const others = [47, 75].map((hour) => ({ hour, arm: arm(...used(id, hour)) }));
    const alone = others.map((other) => new Run(world, parameters, other.arm).until().history());
    others.forEach(({ hour }, i) => {
      const parts = firstDivergence(as, alone[i]!, String).hour;
      if (parts >= 0) expect(parts, `from hour ${hour}`).toBeGreaterThanOrEqual(hour);
    });
    const together = runArms(world, parameters, [arm(), ...others.map((other) => other.arm)]);
    expect(together.map(({ digest }) => digest)).toEqual([as, ...alone].map(({ digest }) => digest));
  });
});

it('every intervention has its test', () => {
  expect(Object.keys(says).toSorted()).toEqual(interventions.map(({ id }) => id).toSorted());
});

it('every intervention stands in the table of docs/scenario.md with its levers, its place and its hour', () => {
  const page = readFileSync(new URL('../../docs/scenario.md', import.meta.url), 'utf8');
  const rows = page.split('\n').filter((row) => interventions.some(({ id }) => row.startsWith(`| \`${id}\` |`)));
  const cells = rows.map((row) => row.split('|').map((cell) => cell.trim()));
  expect(cells.map((row) => [row[1], row[3], row[4], row[5]])).toEqual(
    interventions.map(({ id, sets, where, from, hoursBefore }) => [
      `\`${id}\``,
      sets.map(({ lever, to }) => `\`${lever}\` = \`${to}\``).join(', '),
      where === 'focus' ? 'focus' : sets[0]!.lever === 'shock.wave' ? 'all waves' : 'everywhere',
      hoursBefore === undefined ? (from ?? 'the first hour') : `${hoursBefore} h before \`than\``,
    ]),
  );
});

it('a wave is asked for when it is due: arms that differ in it part at that hour and not at their first', () => {
  const waved = arm({ atHour: 0, set: 'shock.wave', to: 'happens', in: 'more' });
  const run = new Run(world, parameters, arm(), { watch: [waved] }).until(120);
  expect(run.state.partsAtHour).toBe(80);
  expect(firstDivergence(as, new Run(world, parameters, waved).until().history(), String).hour).toBe(80);
});
