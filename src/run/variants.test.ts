import { expect, test } from 'vitest';
import type { Parameter } from '../base/parameter.ts';
import { mechanisms } from '../mechanisms/registry.ts';
import { isInPlay, variantsOf } from './variants.ts';

const seeds = Array.from({ length: 400 }, (_, seed) => seed);
const drawn = (variants: Record<string, readonly string[]>, mechanism: string) => seeds.map((seed) => variantsOf({ variants }, seed)[mechanism]!);

test('without a choice every mechanism takes its first form', () => {
  const first = mechanisms.filter((m) => m.variants).map((m) => [m.id, m.variants![0]]);
  expect(Object.entries(variantsOf({ variants: {} }, 5))).toEqual(first);
});

test('one form is taken whatever the seed', () => {
  expect(new Set(drawn({ mobilise: ['other'] }, 'mobilise'))).toEqual(new Set(['other']));
});

test('of several forms each seed draws one, about evenly, and the same one again', () => {
  const forms = drawn({ mobilise: ['a', 'b', 'c'] }, 'mobilise');
  for (const form of ['a', 'b', 'c']) {
    const count = forms.filter((f) => f === form).length;
    // 400/3 = 133; five standard deviations are 47
    expect(count).toBeGreaterThan(86);
    expect(count).toBeLessThan(180);
  }
  expect(drawn({ mobilise: ['a', 'b', 'c'] }, 'mobilise')).toEqual(forms);
});

test('a form that is left open elsewhere changes nothing here', () => {
  expect(drawn({ mobilise: ['a', 'b'], spread: ['x', 'y'] }, 'mobilise')).toEqual(drawn({ mobilise: ['a', 'b'] }, 'mobilise'));
});

test('parameters of a form are in play where a pair may draw it', () => {
  const parameter: Parameter = { id: 'mobilise.slope', unit: '1', value: 1, prior: { dist: 'uniform', low: 0, high: 2 }, meaning: 'a test', variant: 'other' };
  expect(isInPlay({ variants: {} }, parameter)).toBe(false);
  expect(isInPlay({ variants: { mobilise: ['threshold', 'other'] } }, parameter)).toBe(true);
  expect(isInPlay({ variants: {} }, { ...parameter, variant: mechanisms.find((m) => m.id === 'mobilise')!.variants![0]! })).toBe(true);
});
