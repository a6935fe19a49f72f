import { describe, expect, test } from 'vitest';
import { OneMechanism } from '../../tests/support/one-mechanism.ts';
import { quantity, smallScenario, valuesFor } from '../../tests/support/worlds.ts';
import { stresses } from '../../tests/worlds/stress.ts';
import type { Explanation, Subject } from '../mechanisms/contract.ts';
import { mechanisms } from '../mechanisms/registry.ts';
import { Run } from '../run/run.ts';
import type { ScenarioSpec } from '../scenario/types.ts';
import { buildWorld } from '../world/build.ts';
import { seedOf, valuesOf } from './pairs.ts';
import { hourOf, why } from './why.ts';

const logCommand = 'unrest run somewhere';
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

  test.each(['pressure', 'signal'])('units, %s form: who refuses or returns in the hour is who the explanation says', (form) => {
    const spec: ScenarioSpec = {
      ...smallScenario({
        residents: [
          [50_000, 20_000, 6000],
          [9000, 3000],
        ],
        hours: 120,
        police: 6000,
        army: 1000,
        events: [{ atHour: 8, where: ['land-0'], grievance01: quantity(0.3), reach01: quantity(0.4, 'share'), hours: 8, everyDays: 2 }],
        latent: { loyalty01: 0.3, cohesion01: 0.5 },
      }),
      variants: { obey: [form] },
    };
    const units = Array.from({ length: 30 }, (_, row): Subject => ({ of: 'unit', row }));
    const met = { refused: 0, returned: 0, obeyed: 0 };
    for (const { hour, told, events } of hoursOf(spec, units, { 'fall.headPerHour': 0.000001, 'fall.loyalShare01': 0 }))
      for (const { subject, said } of told) {
        const logged = events
          .filter((e) => e.by === 'obey' && e.because['unit'] === subject.row)
          .map((e) => e.kind.replace('unit ', '').replace(' to duty', ''));
        const answers = ['stands aside', 'changes sides', 'returns'];
        const answered = said.filter((e) => e.rule !== 'obey: stand aside or change sides' && answers.includes(e.answer)).map((e) => e.answer);
        expect(answered, `unit ${subject.row} at ${hour}`).toEqual(logged);
        if (logged.includes('returns')) met.returned++;
        else if (logged.length > 0) met.refused++;
        else if (said.some((e) => e.answer === 'obeys')) met.obeyed++;
      }
    expect(met.refused).toBeGreaterThan(3);
    expect(met.returned + met.obeyed).toBeGreaterThan(3);
  });

  test.each(['pressure', 'signal'])('units, %s form: the crowd that is said to turn the answer does', (form) => {
    const one = new OneMechanism('obey', { small: { police: 6000 }, variants: { obey: [form] }, values: { 'obey.perHour': 20 } });
    one.now.country.threat01[0] = 1;
    one.now.country.belief01[0] = 0.45;
    one.now.place.force.fill(200);
    const [mechanism] = mechanisms.filter((m) => m.id === 'obey');
    const told = (u: number, crowd: number) => {
      one.now.place.crowdStrength.fill(crowd);
      return mechanism!.explain!(one.state, { of: 'unit', row: u })[0]!;
    };
    let turned = 0;
    for (let u = 0; u < 30; u++) {
      const was = told(u, 400);
      const turn = was.tipping.find((t) => t.what.startsWith('crowd here'));
      if (!turn) continue;
      expect(told(u, turn.turnsAt).answer.startsWith('obeys')).toBe(!was.answer.startsWith('obeys'));
      expect(told(u, turn.turnsAt - 0.01 * Math.sign(turn.turnsAt - 400)).answer).toBe(was.answer);
      turned++;
    }
    expect(turned).toBeGreaterThan(10);
  });

  test.each(['readiness', 'expectedUtility'])('patron and members, %s form: answers of the hour are those of the explanation', (form) => {
    const met = new Map<string, number>();
    for (const seed of [1, 4])
      for (const { hour, told, events } of hoursOf(
        { ...scenario, hours: 130, variants: { decide: [form] } },
        [
          { of: 'government', row: 0 },
          { of: 'member', row: 1 },
        ],
        {},
        seed,
      )) {
        const decided = events.find((e) => e.by === 'decide')?.kind.replace('help ', '');
        const answer = told[0]!.said.find((e) => e.rule.startsWith('decide: '))?.answer;
        expect(['granted', 'refused'].includes(answer ?? '') ? answer : undefined, `patron at ${hour}`).toBe(decided);
        const voted = events.find((e) => e.by === 'ratify' && e.country === 1)?.kind.replace('parliament ', '');
        const vote = told[1]!.said.find((e) => e.rule === 'ratify: vote')?.answer.replace(/, and that was.*/, '');
        expect(['consents', 'no quorum', 'vote fails'].includes(vote ?? '') ? vote : undefined, `parliament at ${hour}`).toBe(voted);
        for (const kind of [decided, voted]) if (kind !== undefined) met.set(kind, (met.get(kind) ?? 0) + 1);
      }
    expect(met.size).toBeGreaterThan(1);
  });

  test('a turning point of a request, put in place of what was, is where the answer turns', () => {
    let checked = 0;
    for (const { told } of hoursOf({ ...scenario, hours: 120 }, [{ of: 'government', row: 0 }], {}, 4))
      for (const one of told[0]!.said.filter((e) => e.rule.startsWith('decide: '))) {
        const draw = one.tipping.find((turn) => turn.what === "the patron's draw");
        if (!draw) continue;
        // in the readiness form the draw is the threshold itself
        expect(draw.turnsAt).toBeCloseTo(one.total.value, 6);
        checked++;
      }
    expect(checked).toBeGreaterThan(0);
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
  const ask = (subject: Parameters<typeof why>[0]['subject'], at?: string) =>
    why({ scenario, arm, seed: 3, values: valuesOf(scenario, 3, 0, false), subject, logCommand, ...(at === undefined ? {} : { at }) });

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

  test('run to the end it names the history it is about, which asking does not change', () => {
    const asked = { scenario, arm, seed: 3, values: valuesOf(scenario, 3, 0, false), subject: { government: 'land-0' }, logCommand, toTheEnd: true };
    const { digest } = new Run(buildWorld(scenario, 3, asked.values), asked.values, arm).until().history();
    expect(why(asked).digest).toBe(digest);
    expect(why({ ...asked, at: 'day 2 18:00' }).digest).toBe(digest);
    expect(ask({ government: 'land-0' })).not.toHaveProperty('digest');
  });

  test('a refusal names the command that tells what happened', () => {
    expect(() => ask({ member: 'land-2' })).toThrow(/decided nothing that is on record[^]*name an hour with --at[^]*"unrest run somewhere"/);
  });

  test('a name that is not there is answered with the nearest one', () => {
    expect(() => ask({ government: 'land-9' })).toThrow(/--government is "land-9", no country of this world \(did you mean "land-\d"\?\)/);
    expect(() => ask({ unit: '99999' })).toThrow(/units are numbered 0 to/);
    expect(() => ask({})).toThrow(/exactly one of --government, --member, --unit/);
    expect(() => ask({ government: 'land-0', unit: '1' })).toThrow(/got 2/);
  });

  test('a place is asked about by key or name, a person by number', () => {
    const at = 'day 2 18:00';
    const place = ask({ place: 'Town 0.1' }, at);
    expect(place).toEqual(ask({ place: 'land-0/region-0/town-1' }, at));
    expect(place.explanations.map((one) => one.rule)).toContain('mobilise: set out');
    const person = ask({ person: 'town 0.1:17' }, at).explanations[0]!;
    expect(person.subject).toMatch(/^person 17 of Town 0\.1 \(hardship class/);
    expect(ask({ person: 'town 0.1:39000' }, at).explanations[0]!.answer).toBe('never goes out, whatever happens');
    expect(() => ask({ person: 'Town 0.1' }, at)).toThrow(/write a place and a number in it/);
    expect(() => ask({ person: 'Town 0.1:99999999' }, at)).toThrow(/has the numbers 0 to \d+, those who can be moved 0 to \d+/);
    expect(() => ask({ place: 'Town 0.99' }, at)).toThrow(/--place is "Town 0\.99", no place of this world \(did you mean/);
  });

  test('a pair is the pair of a comparison: parameters from its row, luck from its seed', () => {
    const of = (pair: number) =>
      why({ scenario, arm, seed: seedOf(1, pair), values: valuesOf(scenario, 1, pair), at: 'day 2 18:00', subject: { government: 'land-0' }, logCommand });
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
