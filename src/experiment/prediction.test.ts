import { describe, expect, it } from 'vitest';
import { quantity, smallScenario } from '../../tests/support/worlds.ts';
import { mechanisms, modelParameters } from '../mechanisms/registry.ts';
import type { Observation } from '../scenario/record.ts';
import { baselines, predict, structuralIdeas, wholeModel } from './prediction.ts';

const scenario = smallScenario({
  residents: [[20_000, 5000]],
  hours: 72,
  latent: { legitimacy01: 0.1, lowestFear01: 0.02 },
  events: [{ atHour: 8, kind: 'price' as const, grievance01: quantity(0.5), reach01: quantity(0.9, 'share'), hours: 12, everyDays: 1, where: ['land-0'] }],
});
const arm = { id: 'a', title: '', do: [] };
const observations: Observation[] = [24, 48].map((atHour) => ({
  id: `turnout-${atHour}`,
  quantity: 'turnoutDay',
  country: scenario.focus,
  atHour,
  value: 1,
  low: 1,
  high: 1,
  kind: 'outcome',
  errorModel: { dist: 'exact' },
}));

describe('alternatives', () => {
  it('name mechanisms and parameters that exist, and values that take a part out', () => {
    const ids = new Set(modelParameters.map((p) => p.id));
    for (const { off = [], values = {} } of [...structuralIdeas, ...baselines]) {
      for (const id of off)
        expect(
          mechanisms.some((m) => m.id === id),
          id,
        ).toBe(true);
      for (const id of Object.keys(values)) expect(ids.has(id), id).toBe(true);
    }
    expect(new Set([wholeModel, ...structuralIdeas, ...baselines].map((a) => a.id)).size).toBe(1 + structuralIdeas.length + baselines.length);
  });
});

describe('a prediction', () => {
  it('is a function of scenario, seed, draw and alternative alone', () => {
    expect(predict(scenario, observations, arm, 1, 3, wholeModel)).toEqual(predict(scenario, observations, arm, 1, 3, wholeModel));
  });

  it('differs with a part out', () => {
    const whole = Array.from({ length: 6 }, (_, d) => predict(scenario, observations, arm, 1, d, wholeModel).answers);
    const without = Array.from({ length: 6 }, (_, d) => predict(scenario, observations, arm, 1, d, { id: 'x', title: '', off: ['mobilise'] }).answers);
    expect(without.flat().every((x) => x === 0)).toBe(true);
    expect(whole.flat().some((x) => x > 0)).toBe(true);
  });
});
