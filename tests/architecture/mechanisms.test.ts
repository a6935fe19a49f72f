/** What every mechanism and every parameter must be. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { levers, mechanisms, modelParameters } from '../../src/mechanisms/registry.ts';
import { smallScenario, valuesFor } from '../support/worlds.ts';
import { filesIn, isTest, root, textOf } from './sources.ts';

const twice = (ids: readonly string[]): string[] => ids.filter((id, i) => ids.indexOf(id) !== i);

describe('mechanisms', () => {
  it('have one folder each, with a file of the same name, and no folder is left over', () => {
    const folders = readdirSync(join(root, 'src/mechanisms'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual(mechanisms.map((m) => m.id).sort());
    for (const { id } of mechanisms) expect(existsSync(join(root, `src/mechanisms/${id}/${id}.ts`)), id).toBe(true);
  });

  it('fit on 400 lines a folder, and 150 more for each further published form; tests and explanations aside', () => {
    const counts = (path: string) => !isTest(path) && !path.endsWith('/explain.ts');
    const lines = (id: string) => filesIn(`src/mechanisms/${id}`, counts).reduce((sum, path) => sum + textOf(path).split('\n').length, 0);
    expect(mechanisms.filter((m) => lines(m.id) > 400 + 150 * ((m.variants?.length ?? 1) - 1)).map((m) => m.id)).toEqual([]);
  });

  it('have ids, parameters and levers of their own', () => {
    expect(twice(mechanisms.map((m) => m.id))).toEqual([]);
    expect(twice(modelParameters.map((p) => p.id))).toEqual([]);
    expect(twice(levers.map((l) => l.id))).toEqual([]);
    const strangers = mechanisms.flatMap((m) => [...m.parameters, ...m.levers].filter((x) => !x.id.startsWith(`${m.id}.`)).map((x) => `${m.id}: ${x.id}`));
    expect(strangers).toEqual([]);
  });

  it('say in one line what they do and what they rest on', () => {
    for (const m of mechanisms) {
      expect(m.does.length, m.id).toBeGreaterThan(10);
      expect(m.base.length, m.id).toBeGreaterThan(5);
      expect(m.does + m.base, m.id).not.toContain('\n');
    }
  });
});

describe.each(modelParameters.map((p) => [p.id, p] as const))('parameter %s', (_, p) => {
  it('has a name, a unit, a meaning, a source or an assumption, and a value inside its prior', () => {
    expect(p.id).toMatch(/^[a-z]+\.[a-zA-Z0-9]+$/);
    expect(p.unit).not.toBe('');
    expect(p.meaning.length).toBeGreaterThan(5);
    expect((p.source ?? '') + (p.assumption ?? '')).not.toBe('');
    expect(p.prior.low).toBeLessThan(p.prior.high);
    expect(p.value).toBeGreaterThanOrEqual(p.prior.low);
    expect(p.value).toBeLessThanOrEqual(p.prior.high);
    if (p.prior.dist === 'logUniform') expect(p.prior.low).toBeGreaterThan(0);
    // a name that ends in 01 is a share or an index
    if (p.id.endsWith('01')) {
      expect(p.prior.low).toBeGreaterThanOrEqual(0);
      expect(p.prior.high).toBeLessThanOrEqual(1);
    }
  });
});

describe.each(levers.map((l) => [l.id, l] as const))('lever %s', (_, lever) => {
  it('has a meaning and a choice', () => {
    expect(lever.meaning.length).toBeGreaterThan(5);
    expect(lever.values.length).toBeGreaterThan(1);
    expect(twice(lever.values)).toEqual([]);
  });
});

it('every parameter of the model has a value in a run', () => {
  const values = valuesFor(smallScenario({ residents: [[100], [100]], hours: 24 }));
  expect(modelParameters.filter((p) => !Number.isFinite(values[p.id])).map((p) => p.id)).toEqual([]);
});
