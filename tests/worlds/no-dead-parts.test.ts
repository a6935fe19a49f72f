/** Every parameter, every mechanism and every value of every lever changes something a reader would ask about. */
import { expect, test } from 'vitest';
import type { Parameter } from '../../src/base/parameter.ts';
import type { ScenarioSpec } from '../../src/scenario/types.ts';
import { levers, mechanisms, modelParameters } from '../../src/mechanisms/registry.ts';
import { firstHeadline, type Parting } from './headline.ts';
import { lookFirst, stresses, type Stress } from './stress.ts';

/** Parts that move no headline quantity but one a reader sees beside them. */
const movesOnly: Readonly<Record<string, string>> = { 'fire.securityInjuredPerDead': 'injured' };

/** The stress worlds in the order in which a part is looked for. */
function inOrder(id: string): readonly Stress[] {
  const first = lookFirst[id] ?? lookFirst[id.split('.')[0]!];
  return [...stresses.filter((s) => s.name === first), ...stresses.filter((s) => s.name !== first)];
}

function shows(id: string, look: (stress: Stress, seed: number) => Parting | undefined): boolean {
  return inOrder(id).some((stress) => stress.seeds.some((seed) => look(stress, seed) !== undefined));
}

const scenariosInForm = new Map<string, ScenarioSpec>();

/** The stress world with a mechanism in one of its published forms: where that form's parameters live. */
function inForm(stress: Stress, mechanism: string, form: string | undefined): Stress {
  if (form === undefined) return stress;
  const key = `${stress.name} ${mechanism} ${form}`;
  // kept, so that its worlds are built once
  const scenario = scenariosInForm.get(key) ?? { ...stress.scenario, variants: { ...stress.scenario.variants, [mechanism]: [form] } };
  scenariosInForm.set(key, scenario);
  return { ...stress, scenario };
}

function moved(parameter: Parameter, quantities: 'headline' | 'secondary'): (stress: Stress, seed: number) => Parting | undefined {
  const at = (stress: Stress, value: number): Stress => ({ ...stress, changes: { ...stress.changes, [parameter.id]: value } });
  return (stress, seed) => {
    const lived = inForm(stress, parameter.id.split('.')[0]!, parameter.variant);
    return firstHeadline(seed, at(lived, parameter.prior.low), at(lived, parameter.prior.high), quantities);
  };
}

test('every parameter, moved from the low to the high end of its prior, changes a headline quantity', { timeout: 900_000 }, () => {
  const dead = modelParameters.filter((p) => !(p.id in movesOnly) && !shows(p.id, moved(p, 'headline'))).map((p) => p.id);
  expect(dead).toEqual([]);
  expect(modelParameters.length).toBeGreaterThan(150);
});

test('what moves nothing but the number of injured is named, and does move it', () => {
  for (const [id] of Object.entries(movesOnly)) {
    const parameter = modelParameters.find((p) => p.id === id)!;
    expect(shows(id, moved(parameter, 'secondary')), id).toBe(true);
  }
});

test('every published form changes a headline quantity against the default of its mechanism', () => {
  const dead: string[] = [];
  for (const { id, variants = [] } of mechanisms)
    for (const form of variants.slice(1))
      if (!shows(`${id}.${form}`, (stress, seed) => firstHeadline(seed, inForm(stress, id, variants[0]), inForm(stress, id, form))))
        dead.push(`${id}: ${form}`);
  expect(dead).toEqual([]);
});

test('a parameter of a form is declared by a mechanism that has the form', () => {
  const strangers = mechanisms.flatMap((m) => m.parameters.filter((p) => p.variant !== undefined && !(m.variants ?? []).includes(p.variant)));
  expect(strangers.map((p) => p.id)).toEqual([]);
});

test('every mechanism, switched off, changes a headline quantity', () => {
  const dead = mechanisms.filter(
    ({ id }) => !shows(id, (stress, seed) => firstHeadline(seed, stress, { ...stress, scenario: { ...stress.scenario, mechanismsOff: [id] } })),
  );
  expect(dead.map((m) => m.id)).toEqual([]);
});

test('every value of every lever changes a headline quantity', { timeout: 900_000 }, () => {
  const dead: string[] = [];
  for (const lever of levers) {
    for (const value of lever.values.slice(1)) {
      const found = shows(lever.id, (stress, seed) =>
        firstHeadline(seed, stress, { ...stress, moves: [{ atHour: 0, set: lever.id, to: value }, ...(stress.moves ?? [])] }),
      );
      if (!found) dead.push(`${lever.id} = ${value}`);
    }
  }
  expect(dead).toEqual([]);
});

test('a run that changes nothing parts from itself nowhere: the comparison can fail', () => {
  for (const stress of stresses.slice(0, 3)) expect(firstHeadline(stress.seeds[0]!, stress, { ...stress })).toBeUndefined();
});
