import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../scenario/load.ts';
import { vocabulary } from '../../mechanisms/registry.ts';
import { readCountryYears } from './country-years.ts';
import { drawUprising } from './uprising.ts';
import { arms, uprisingScenario, uprisingText } from './uprising-scenario.ts';

const table = (file: string) => readFileSync(new URL(`../../../scenarios/worlds/country-years/${file}`, import.meta.url), 'utf8');
const countries = readCountryYears(table('country-years.csv'), table('responses.csv'));
const numbers = Array.from({ length: 60 }, (_, n) => n);
const population = numbers.map((n) => drawUprising(countries, 3, n));

describe('the tables of country-years', () => {
  it('have every indicator the mapping reads, in its range', () => {
    expect(countries.length).toBeGreaterThan(500);
    for (const { indicators, residents } of countries) {
      expect(residents).toBeGreaterThanOrEqual(1_000_000);
      for (const [name, value] of Object.entries(indicators)) if (name.endsWith('01')) expect(value >= 0 && value <= 1, name).toBe(true);
      expect(Object.keys(indicators)).toEqual(
        expect.arrayContaining(['polyarchy01', 'ruleOfLaw01', 'medianAgeYears', 'headTenureYears', 'responseArrest01', 'protesterViolence01']),
      );
    }
  });

  it('draw a short record towards the mean of all and leave a long one nearly alone', () => {
    const head = 'iso3,year,residents,polyarchy01,medianAgeYears';
    const rows = ['AAA', 'BBB', 'CCC'].map((iso3) => `${iso3},1990,1000000,0.2,20`).join('\n');
    const record = 'iso3,protests,arrests,beatings,killings,shootings,accommodations,violent\nAAA,1000,500,0,0,0,0,0\nBBB,10,0,0,0,0,0,0\n';
    const [a, b, c] = readCountryYears(`${head}\n${rows}\n`, record).map(({ indicators }) => indicators['responseArrest01']!);
    const mean = 500 / 1010;
    expect([a, b, c].map((x) => Number(x!.toFixed(6)))).toEqual([(500 + 30 * mean) / 1030, (30 * mean) / 40, mean].map((x) => Number(x.toFixed(6))));
  });

  it('are refused with file and line when they are broken', () => {
    const responses = 'iso3,protests,arrests,beatings,killings,shootings,accommodations,violent\n';
    expect(() => readCountryYears('iso3,year,residents\nAAA,1990\n', responses)).toThrow(/country-years.csv, line 2 has 2 cells, its head 3/);
    expect(() => readCountryYears('iso3,year,residents\nAAA,1990,many\n', responses)).toThrow(/line 2: residents is "many", not a number/);
    expect(() => readCountryYears('iso3,year\nAAA,1990\n', responses)).toThrow(/no column residents/);
  });
});

describe('uprisings', () => {
  it('are functions of seed and number', () => {
    expect(drawUprising(countries, 3, 11)).toEqual(population[11]);
    expect(drawUprising(countries, 4, 11)).not.toEqual(population[11]);
  });

  it('give every resident a home, and towns fall off in size', () => {
    for (const { country, towns, villages } of population) {
      const all = [...towns.map(({ residents }) => residents), ...villages].reduce((a, b) => a + b, 0);
      expect(all).toBe(country.residents);
      expect(Math.min(...villages, ...towns.map(({ residents }) => residents))).toBeGreaterThan(0);
      expect(towns[0]!.residents).toBe(Math.max(...towns.map(({ residents }) => residents)));
    }
  });

  it('differ in all that is drawn', () => {
    const of = (pick: (u: (typeof population)[number]) => unknown) => new Set(population.map((u) => JSON.stringify(pick(u)))).size;
    expect(of((u) => u.country.iso3)).toBeGreaterThan(25);
    expect(of((u) => u.causes)).toBe(population.length);
    expect(of((u) => u.isAided)).toBe(2);
    expect(of((u) => u.summons.length)).toBe(2);
    expect(of((u) => u.summons[0]!.everyDays)).toBe(3);
    expect(of((u) => u.causes.length)).toBe(2);
  });

  it('are scenarios a reader can run: whole, without a note on numbers from nowhere', () => {
    for (const n of [0, 7, 23]) {
      const text = uprisingText(population[n]!);
      const read = parseScenario({ read: () => new TextEncoder().encode(text) }, 'any.yaml', vocabulary());
      expect(read).toEqual(uprisingScenario(population[n]!));
      expect(read.arms.map(({ id }) => id)).toEqual(population[n]!.isAided ? [arms.asItIs, arms.alone] : [arms.asItIs]);
    }
  });

  it('have a quiet twin without causes', () => {
    const quiet = uprisingScenario(population[5]!, true);
    expect(quiet.events.map(({ id, grievance01 }) => [id, grievance01.value])).toEqual([['picket', 0]]);
    expect(quiet.world).toEqual(uprisingScenario(population[5]!).world);
  });
});
