/** Rules about what is asked: scenario files, tried on the `minimal` scenario with one thing changed. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parametersOf, valuesOf } from '../../src/experiment/pairs.ts';
import { modelParameters, vocabulary } from '../../src/mechanisms/registry.ts';
import { weightsKnown } from '../../src/mechanisms/weights.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const path = 'scenarios/minimal/scenario.yaml';
const minimal = readFileSync(path, 'utf8');

/** The minimal scenario with each `from` replaced by its `to`. */
function loaded(...changes: readonly (readonly [from: string, to: string])[]) {
  let text = minimal;
  for (const [from, to] of changes) {
    expect(text, `the minimal scenario has "${from}"`).toContain(from);
    text = text.replace(from, to);
  }
  return loadScenario({ read: (asked) => (asked === path ? new TextEncoder().encode(text) : undefined) }, path, vocabulary());
}

test('[SC1] everything that is wrong is said at once, each with file, line and column', () => {
  const { spec, issues } = loaded(['focus: hillland', 'focus: hilland'], ['population: 8000', 'population: 8001'], ['hours: 5', 'hours: five']);
  expect(spec).toBeUndefined();
  expect(issues.length).toBeGreaterThanOrEqual(3);
  const line = minimal.split('\n').findIndex((text) => text.startsWith('focus:')) + 1;
  expect(issues.map((issue) => [issue.file, issue.line, issue.column])).toContainEqual([path, line, 8]);
});

test('[SC2] an unknown name is an issue with the nearest known one', () => {
  const wrong = loaded(['set: send.intervention', 'set: send.intervension']).issues;
  expect(wrong.map((issue) => issue.hint ?? '').join(' ')).toContain('send.intervention');
  expect(loaded(['indicatorYear:', 'indicatorYaer:']).issues.some((issue) => issue.hint?.includes('indicatorYear'))).toBe(true);
});

test('[SC3] a number without a source or an assumption is pointed out', () => {
  const { spec, issues, notes } = loaded(['range: [0.2, 0.4], assumption: bread costs half as much again', 'range: [0.2, 0.4]']);
  expect([...issues, ...notes].some((issue) => issue.code === 'QUANTITY_UNSOURCED')).toBe(true);
  expect(spec === undefined).toBe(issues.length > 0);
});

test('[SC4] places sum to the population of their country', () => {
  expect(loaded().issues).toEqual([]);
  expect(loaded(['population: 8000', 'population: 7999']).issues.map((issue) => issue.code)).toContain('WORLD_SUM');
});

test('[SC5] the hash of a scenario is that of its content: comments do not count, numbers do', () => {
  const { hash } = loaded().spec!;
  expect(loaded(['unrest: 1', '# nothing new\nunrest: 1']).spec!.hash).toBe(hash);
  expect(loaded(['hours: 5', 'hours: 6']).spec!.hash).not.toBe(hash);
});

test('[SC6] a number of the file that has a range is drawn like a parameter; one without is taken as it is', () => {
  const spec = loaded(['range: [0.1, 0.5], assumption: word of a small town', 'assumption: word of a small town']).spec!;
  const drawn = [0, 1, 2, 3].map((pair) => valuesOf(spec, 1, pair));
  expect(new Set(drawn.map((values) => values['event.bread.grievance01'])).size).toBe(4);
  for (const values of drawn) expect(values['event.square.reach01']).toBe(0.3);
  expect(new Set(parametersOf(spec).map((p) => p.id)).size).toBe(parametersOf(spec).length);
});

test('[SC7] a number may be written in any unit of its kind; another kind is an issue', () => {
  const days = loaded(['firstLandingHours: { value: 12, unit: h, range: [6, 24]', 'firstLandingHours: { value: 0.5, unit: day, range: [0.25, 1]']).spec!;
  expect(days.world.alliances[0]!.firstLandingHours.value).toBe(12);
  expect(loaded(['firstLandingHours: { value: 12, unit: h', 'firstLandingHours: { value: 12, unit: km']).issues.map((issue) => issue.code)).toContain(
    'UNIT_WRONG',
  );
});

test('[SC9] a scenario takes its parameters from the weights it names, else from the newest; what it states itself is not moved', () => {
  expect(loaded().spec!.weights).toBe(weightsKnown[0]!.id);
  expect(loaded(['focus: hillland', 'focus: hillland\nweights: prior']).spec!.weights).toBe('prior');
  const wrong = loaded(['focus: hillland', 'focus: hillland\nweights: prier']).issues;
  expect(wrong.map(({ code, hint }) => [code, hint])).toEqual([['NAME_UNKNOWN', 'did you mean prior?']]);
  const moved = Object.keys(weightsKnown[0]!.moved).find((id) => modelParameters.some((p) => p.id === id && p.variant === undefined));
  if (moved === undefined) return;
  const movedOf = (...changes: (readonly [string, string])[]) => parametersOf(loaded(...changes).spec!).find(({ id }) => id === moved)!.moved;
  expect(movedOf()).toEqual(weightsKnown[0]!.moved[moved]);
  expect(movedOf(['focus: hillland', 'focus: hillland\nweights: prior'])).toBeUndefined();
  const { prior, unit } = modelParameters.find(({ id }) => id === moved)!;
  const stated = `focus: hillland\nparameters: { ${moved}: { value: ${(prior.low + prior.high) / 2}, unit: '${unit}', assumption: ours } }`;
  expect(movedOf(['focus: hillland', stated])).toBeUndefined();
});
