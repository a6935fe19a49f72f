import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelParameters } from '../../mechanisms/registry.ts';
import { readCountryYears } from './country-years.ts';
import { isCampaign } from './record.ts';
import { memberOf, movableParameters, scoresOf, type Population } from './population.ts';

const table = (file: string) => readFileSync(new URL(`../../../scenarios/worlds/country-years/${file}`, import.meta.url), 'utf8');
const countries = readCountryYears(table('country-years.csv'), table('responses.csv'));
const population = (shifts: Readonly<Record<string, number>> = {}, width = 1): Population => ({
  countries,
  seed: 5,
  moved: Object.fromEntries(Object.entries(shifts).map(([id, shift]) => [id, { shift, width }])),
});

/** Members small enough for a test: few moves, whatever comes of them. */
const members = [0, 2, 4, 5, 8, 9, 10, 11];

describe('[EX9] members of a population', () => {
  it('are functions of seed, weights and number', () => {
    expect(memberOf(population(), 2, 'uprisings')).toEqual(memberOf(population(), 2, 'uprisings'));
  });

  it('are the same countries under other weights, and what is moved moves what comes of them', () => {
    // all that moves people at the end of its range that moves them least
    const still = {
      'mobilise.threshold': 6,
      'mobilise.riskWeight': 6,
      'mobilise.seenWeight': -6,
      'people.hardshipMean': -6,
      'people.stock01': -6,
      'shock.strength': -6,
    };
    const quiet = members.map((n) => memberOf(population(still), n, 'uprisings'));
    const plain = members.map((n) => memberOf(population(), n, 'uprisings'));
    expect(quiet.map(({ course }) => [course!.number, course!.residents, course!.isAided])).toEqual(
      plain.map(({ course }) => [course!.number, course!.residents, course!.isAided]),
    );
    const outings = (all: typeof plain) => all.reduce((sum, { course }) => sum + course!.moves, 0);
    expect(outings(quiet)).toBeLessThan(outings(plain));
    expect(quiet.filter(({ course, isUnprovoked }) => isCampaign(course!) || isUnprovoked)).toEqual([]);
  });

  it('have a world without help only where there is a patron', () => {
    const pairs = members.slice(0, 4).map((n) => memberOf(population({ 'mobilise.threshold': 4 }), n, 'pairs'));
    expect(pairs.map(({ course, alone }) => [course!.isAided, alone !== undefined])).toEqual(pairs.map(({ course }) => [course!.isAided, course!.isAided]));
  });

  it('asked only whether a picket grows have no course', () => {
    expect(memberOf(population(), 2, 'quiet').course).toBeUndefined();
  });
});

describe('scores of parameters', () => {
  it('are standard normal, moved by the shift and narrowed by the width', () => {
    const scores = Array.from({ length: 400 }, (_, n) => scoresOf(population(), n));
    const j = movableParameters.findIndex(({ id }) => id === 'mobilise.threshold');
    const column = scores.map((z) => z[j]!);
    const mean = column.reduce((a, b) => a + b, 0) / 400;
    expect(Math.abs(mean)).toBeLessThan(0.2);
    expect(Math.abs(Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / 400) - 1)).toBeLessThan(0.15);
    const moved = scoresOf(population({ 'mobilise.threshold': 0.7 }), 9);
    expect(moved[j]! - scores[9]![j]!).toBeCloseTo(0.7, 12);
    expect(scoresOf(population({ 'mobilise.threshold': 0.7 }, 0.5), 9)[j]!).toBeCloseTo(0.7 + scores[9]![j]! / 2, 12);
    expect([...moved].filter((x, i) => i !== j && x !== scores[9]![i])).toEqual([]);
  });

  it('belong to the default forms only', () => {
    expect(movableParameters.length).toBeLessThan(modelParameters.length);
    expect(movableParameters.map(({ id }) => id)).not.toContain('mobilise.kuranThreshold');
  });
});
