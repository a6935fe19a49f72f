import { describe, expect, test } from 'vitest';
import { valuesFor } from '../../tests/support/worlds.ts';
import { stresses } from '../../tests/worlds/stress.ts';
import type { Explanation, Subject } from '../mechanisms/contract.ts';
import { mechanisms } from '../mechanisms/registry.ts';
import { Run } from '../run/run.ts';
import type { ScenarioSpec } from '../scenario/types.ts';
import { buildWorld } from '../world/build.ts';
import { hourOf, why } from './why.ts';

const arm = { id: 'as-it-was', title: 'As it was', do: [] };
/** A firm government under siege, a patron, and a member whose parliament must agree. */
const { scenario } = stresses.find((stress) => stress.name === 'parliament')!;

/** What every mechanism says of a subject in each hour, and what the log says of that hour. */
function* hoursOf(spec: ScenarioSpec, subjects: readonly Subject[], changes: Record<string, number> = {}, seed = 1) {
  const values = valuesFor(spec, changes);
  const run = new Run(buildWorld(spec, seed, values), values, arm);
  while (run.state.hour < spec.hours) {
    const told = subjects.map((subject) => ({ subject, said: mechanisms.flatMap((m) => m.explain?.(run.state, subject) ?? []) }));
    const { hour } = run.state;
    const known = run.state.events.length;
    run.until(hour + 1);
    yield { hour, told, events: run.state.events.slice(known) };
  }
}

describe('an explanation tells what the rule does', () => {
  test('governments: a step is in the log of the hour exactly when the explanation says it is taken', () => {
    let taken = 0;
    for (const { told, events } of hoursOf(
      scenario,
      [0, 1, 2].map((row) => ({ of: 'government', row })),
    ))
      for (const { subject, said } of told)
        for (const one of said.filter((e) => e.rule.startsWith('govern: '))) {
          const logged = events.some((e) => e.by === 'govern' && e.country === subject.row && `govern: ${e.kind}` === one.rule);
          expect(one.answer === 'taken', `${one.rule} at ${one.hour}`).toBe(logged);
          if (logged) taken++;
        }
    expect(taken).toBeGreaterThan(3);
  });

  test('each turning point, put in place of what was, makes the total meet the threshold', () => {
    const linear = (one: Explanation) => -Math.log(1 - one.threshold.value);
    let checked = 0;
    for (const { told } of hoursOf(scenario, [{ of: 'government', row: 0 }]))
      for (const one of told[0]!.said.filter((e) => e.rule.startsWith('govern: ')))
        for (const turn of one.tipping) {
          const term = one.terms.find((t) => t.name === turn.what);
          if (!term) continue;
          const sum = one.terms.reduce((total, t) => total + t.weight! * (t === term ? turn.turnsAt : t.value), 0);
          expect(sum).toBeCloseTo(linear(one), 9);
          checked++;
        }
    expect(checked).toBeGreaterThan(50);
  });
});

describe('why', () => {
  const ask = (subject: Parameters<typeof why>[0]['subject'], at?: string) => why({ scenario, arm, seed: 3, subject, ...(at === undefined ? {} : { at }) });

  test('runs the arm up to the hour that was asked for', () => {
    const answer = ask({ government: 'LA0' }, '2022-01-03T18:00');
    expect(answer.hour).toBe(42);
    expect(answer.explanations.map((one) => one.rule)).toContain('govern: help asked for');
    expect(answer.log.every((event) => event.hour <= 42)).toBe(true);
    expect(ask({ government: 'Land 0' }, 'day 2 18:00')).toEqual(answer);
  });

  test('without an hour it takes the first decision on record', () => {
    const answer = ask({ government: 'land-0' });
    expect(answer.log.some((event) => event.hour === answer.hour)).toBe(true);
    expect(answer.explanations.some((one) => one.answer === 'taken')).toBe(true);
  });

  test('a name that is not there is answered with the nearest one', () => {
    expect(() => ask({ government: 'land-9' })).toThrow(/--government is "land-9", no country of this world \(did you mean "land-\d"\?\)/);
    expect(() => ask({ unit: '99999' })).toThrow(/units are numbered 0 to/);
    expect(() => ask({})).toThrow(/exactly one of --government, --member, --unit/);
    expect(() => ask({ government: 'land-0', unit: '1' })).toThrow(/got 2/);
  });

  test('a pair is the pair of a comparison: parameters from its row, luck from its seed', () => {
    const of = (pair: number) => why({ scenario, arm, seed: 1, pair, at: 'day 2 18:00', subject: { government: 'land-0' } });
    expect(of(3).seed).toBe(1_000_006);
    expect(of(3)).toEqual(of(3));
    expect(of(3).explanations[0]!.threshold.value).not.toBe(of(4).explanations[0]!.threshold.value);
  });
});

test('moments are read as scenarios write them, and on the local clock without an offset', () => {
  expect(hourOf('2022-01-05T18:00+06:00', scenario)).toBe(90);
  expect(hourOf('2022-01-05T18:00', scenario)).toBe(90);
  expect(hourOf('2022-01-05 18:00', scenario)).toBe(90);
  expect(hourOf('2022-01-05T12:00Z', scenario)).toBe(90);
  expect(hourOf('day 4 18:30', scenario)).toBe(90);
  expect(() => hourOf('2022-01-01T00:00', scenario)).toThrow(/outside the run/);
  expect(() => hourOf('yesterday', scenario)).toThrow(/write it like/);
});
