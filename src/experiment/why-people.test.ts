import { describe, expect, test } from 'vitest';
import { quantity, smallScenario, valuesFor } from '../../tests/support/worlds.ts';
import { Run } from '../run/run.ts';
import { buildWorld } from '../world/build.ts';
import { Onlooker } from '../world/people/onlooker.ts';
import { Status } from '../world/people/people.ts';
import type { Explanation } from '../mechanisms/contract.ts';
import { sumOf } from '../mechanisms/tipping.ts';
import { formOf, newMood } from '../mechanisms/mobilise/forms.ts';
import { newReach, reachOf } from '../mechanisms/mobilise/reach.ts';
import { explainPerson, explainPlace } from '../mechanisms/mobilise/why.ts';

const arm = { id: 'as-it-was', title: 'As it was', do: [] };
const uprising = { atHour: 6, where: ['land-0'], grievance01: quantity(0.25), reach01: quantity(0.5, 'share'), hours: 5, everyDays: 1 };
const strike = { ...uprising, atHour: 30, group: 'workers' as const, reach01: quantity(0.6, 'share') };

/** Two hundred people in two lands, bold enough for something to happen in every form. */
function begun(form: string): Run {
  const scenario = smallScenario({
    residents: [
      [90, 40],
      [60, 20],
    ],
    hours: 60,
    police: 8,
    events: [uprising, strike],
    variants: { mobilise: [form] },
  });
  const bold = {
    'people.stock01': 0.8,
    'mobilise.tieReach': 0.3,
    'mobilise.joinPerHour': 0.8,
    'ties.border': 2,
    'police.toleratedCrowd': 5,
    'mobilise.travelShare01': 0,
  };
  const values = valuesFor(scenario, { ...bold, 'mobilise.kuranThreshold': 0.2, 'mobilise.epsteinThreshold': 0.2, 'mobilise.reputationWeight': 0.5 });
  return new Run(buildWorld(scenario, 4, values), values, arm);
}

const said = (explanations: readonly Explanation[], rule: string) => explanations.find((one) => one.rule.startsWith(`mobilise: ${rule}`));

describe.each(['threshold', 'epstein', 'kuran'])('in the form of %s', (form) => {
  const seen = { setOut: 0, unwilling: 0, unreached: 0, rung: 0, standing: 0, quietHours: 0, turns: 0 };
  const run = begun(form);
  const { world, state } = run;
  const untouched = begun(form).until().history().digest;
  while (state.hour < world.hours) {
    const people = new Onlooker(world.settlement, world.hours, state.people.save(), state.hour);
    const told = world.places.keys.map((_, i) =>
      Array.from({ length: world.settlement.residents[i]!.capacity }, (__, index) => explainPerson(state, i, index)),
    );
    const places = world.places.keys.map((_, i) => explainPlace(state, i));
    const actual = world.places.keys.map((_, i) => whoGoes(run, people, i));
    const before = [...state.people.outings];
    const taken = () => ['detained', 'dead', 'injured'].map((field) => state.now.country[field as 'dead'].join()).join();
    const [known, hour] = [taken(), state.hour];
    run.until(hour + 1);
    told.forEach((everybody, i) => {
      const setOut = everybody.flatMap((one, index) => (said(one, 'go out')?.answer.startsWith('sets out') ? [index] : []));
      expect(setOut, `hour ${hour}, place ${i}`).toEqual([...actual[i]!].sort((a, b) => a - b));
      expect(said(places[i]!, 'set out')!.total.value).toBe(setOut.length);
      // police and fire of the hour come before; without them what was told is what happens
      if (known === taken()) {
        seen.quietHours++;
        expect(state.people.outings[i]! - before[i]!).toBe(setOut.length);
      }
      for (const one of everybody) judge(one);
    });
  }

  function judge(person: readonly Explanation[]): void {
    const rule = said(person, 'go out');
    if (!rule || rule.terms.length === 0) return;
    const willing = rule.answer.startsWith('sets out') || rule.answer.endsWith('would be willing') || rule.answer.includes(': willing');
    expect(rule.total.value > rule.threshold.value, rule.answer).toBe(willing);
    if (rule.answer.startsWith('sets out')) seen.setOut++;
    else if (rule.answer.includes('not willing')) seen.unwilling++;
    else if (rule.answer.includes('nothing reaches')) seen.unreached++;
    if (rule.answer.includes('; would')) seen.standing++;
    if (rule.answer.endsWith('by a tie')) seen.rung++;
    for (const turn of rule.tipping) {
      const term = rule.terms.find(({ name }) => name === turn.what);
      if (!term) continue;
      expect(sumOf(rule.terms) + term.weight! * (turn.turnsAt - term.value)).toBeCloseTo(rule.threshold.value, 9);
      seen.turns++;
    }
  }

  test('an explanation says of everybody and every hour what the engine does', () => {
    expect(seen.quietHours).toBeGreaterThan(40);
    for (const [what, times] of Object.entries(seen)) expect([what, times > 5]).toEqual([what, true]);
  });

  test('explaining changes nothing', () => {
    expect(run.history().digest).toBe(untouched);
  });
});

/** Who sets out of a place when the engine itself is asked. */
function whoGoes({ state, world }: Run, people: Onlooker, i: number): Set<number> {
  const [form, mood, reach] = [formOf(state), newMood(world.hardships), newReach()];
  reachOf(state)(i, reach);
  form.feel(i, reach.tied, mood);
  return people.whoSetsOut(i, mood, form.rule, reach.othersPerHour, reach.tiePerHour, reach.workersPerHour);
}

test('legitimacy and own fear turn the answer where the explanation says', () => {
  const run = begun('threshold').until(20);
  const { state, world } = run;
  let turned = 0;
  for (let index = 0; index < world.settlement.residents[0]!.movable; index++) {
    const rule = said(explainPerson(state, 0, index), 'go out');
    const turn = rule?.tipping.find(({ what }) => what === 'legitimacy of the government');
    if (!turn || turn.turnsAt < 0.002 || turn.turnsAt > 0.998) continue;
    const was = state.now.country.legitimacy01[0]!;
    const overAt = (legitimacy: number) => {
      state.now.country.legitimacy01[0] = legitimacy;
      const now = said(explainPerson(state, 0, index), 'go out')!;
      state.now.country.legitimacy01[0] = was;
      return now.total.value > now.threshold.value;
    };
    expect([overAt(turn.turnsAt - 0.001), overAt(turn.turnsAt + 0.001)]).toEqual([true, false]);
    turned++;
  }
  expect(turned).toBeGreaterThan(10);
});

test('a place counts its people as the engine keeps them', () => {
  const run = begun('threshold').until(34);
  const { state, world } = run;
  const [, street] = explainPlace(state, 0);
  const heads = (name: string) => street!.terms.find((term) => term.name === name)!.value;
  const people = new Onlooker(world.settlement, world.hours, state.people.save(), state.hour);
  const all = Array.from({ length: world.settlement.residents[0]!.movable }, (_, index) => people.person(0, index, 0)).filter((who) => who.isResident);
  const number = (status: Status) => all.filter((who) => who.status === status).length;
  expect(heads('residents out')).toBe(number(Status.out));
  expect(heads('residents resting')).toBe(number(Status.resting));
  expect(heads('residents in custody')).toBe(number(Status.detained));
  expect(heads('residents out') + heads('residents resting')).toBeGreaterThan(0);
});
