import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { vocabulary } from '../mechanisms/registry.ts';
import { loadScenario } from '../scenario/load.ts';
import { parametersOf, runWith, seedOf, valuesOf } from './pairs.ts';

const path = 'scenarios/minimal/scenario.yaml';

/** The minimal scenario with a choice of published forms. */
function minimal(variants: string) {
  const text = `${readFileSync(path, 'utf8')}\nvariants: ${variants}\n`;
  const { spec, issues } = loadScenario({ read: (asked) => (asked === path ? new TextEncoder().encode(text) : undefined) }, path, vocabulary());
  expect(issues).toEqual([]);
  return spec!;
}

const pairs = (variants: string, count: number) => {
  const scenario = minimal(variants);
  return Array.from({ length: count }, (_, pair) =>
    runWith({ scenario, arms: scenario.arms.slice(0, 2), observations: [], pair, seed: seedOf(1, pair), values: valuesOf(scenario, 1, pair), clockHour: 96 }),
  );
};

test('[EX7] where the form is left open each pair draws one, says which, and runs all its arms in it', () => {
  const results = pairs('{ decide: any, obey: [pressure, signal] }', 12);
  for (const mechanism of ['decide', 'obey']) expect(new Set(results.map((pair) => pair.variants[mechanism])).size).toBe(2);
  for (const { variants, arms } of results) {
    // the two forms log their decision in other words
    const words = arms.map((arm) => arm.decisions.find((d) => d.by === 'decide')?.because ?? {}).filter((because) => Object.keys(because).length > 0);
    for (const because of words) expect('utility' in because).toBe(variants['decide'] === 'expectedUtility');
  }
  expect(pairs('{ decide: any, obey: [pressure, signal] }', 12)).toEqual(results);
});

test('a pair that draws a form is the pair of a scenario that has chosen it', () => {
  const open = pairs('{ decide: any }', 6);
  const chosen = { readiness: pairs('{ decide: readiness }', 6), expectedUtility: pairs('{ decide: expectedUtility }', 6) };
  for (const [p, { variants, arms }] of open.entries()) {
    const same = chosen[variants['decide'] as keyof typeof chosen][p]!;
    expect(arms.map((arm) => arm.digest)).toEqual(same.arms.map((arm) => arm.digest));
  }
  expect(chosen.readiness.some((pair, p) => pair.arms[0]!.digest !== chosen.expectedUtility[p]!.arms[0]!.digest)).toBe(true);
});

test('parameters of a form are those of a scenario that may draw it', () => {
  const ids = (variants: string) => parametersOf(minimal(variants)).map((p) => p.id);
  expect(ids('{}')).not.toContain('decide.misjudged01');
  expect(ids('{}')).toContain('decide.base');
  expect(ids('{ decide: expectedUtility }')).not.toContain('decide.base');
  expect(ids('{ decide: any }')).toEqual(expect.arrayContaining(['decide.base', 'decide.misjudged01']));
});
