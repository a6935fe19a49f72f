import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Torus } from '../grid/torus.ts';
import { CivilViolence, cop, nobody } from './civil-violence.ts';
import { createCivilViolence, type CivilViolenceRun } from './kernel.ts';
import { publishedRun, type CivilViolenceParameters } from './parameters.ts';
import { RiskRanks, dares, risks01 } from './settlement.ts';

const run2 = publishedRun(2, 'floored');

/** Sites of all who stand on the torus, by kind: 0 quiet, 1 active, 2 cop; jailed (3) stand nowhere. */
function standing(run: CivilViolenceRun, side: number): { site: number; kind: number }[] {
  const records = run.records();
  return Array.from({ length: records.length / 2 }, (_, i) => {
    const [place, nature] = [records[2 * i]!, records[2 * i + 1]!];
    return { site: (place >>> 16) * side + (place & 0xffff), kind: nature & 3 };
  });
}

const model = fc.record({
  rule: fc.constantFrom('literal', 'floored', 'rounded', 'netlogo' as const),
  neighbourhood: fc.constantFrom('disc', 'moore', 'diamond' as const),
  side: fc.constantFrom(24, 40, 72),
  vision: fc.constantFrom(1, 1.7, 4, 7, 7.5),
  agentDensity: fc.constantFrom(0.3, 0.7, 0.95),
  copDensity: fc.constantFrom(0, 0.04, 0.05),
  legitimacy01: fc.constantFrom(0.5, 0.82),
  longestJailTicks: fc.constantFrom(1, 30, Infinity),
  agentsMove: fc.boolean(),
});

describe('the kernel of civil violence', () => {
  it('[CL2] compiled and plain leave the same bytes, in any setting', () => {
    fc.assert(
      fc.property(model, fc.nat(1e6), (drawn, seed) => {
        const parameters: CivilViolenceParameters = { ...run2, ...drawn };
        const [fast, plain] = [createCivilViolence(parameters, seed), createCivilViolence(parameters, seed, { engine: 'plain' })];
        for (let t = 0; t < 12; t++) {
          fast.step();
          plain.step();
        }
        expect(fast.records()).toEqual(plain.records());
        const counts = (run: CivilViolenceRun) => [run.tick, run.activeCount, run.jailedCount, run.agentCount, run.copCount];
        expect(counts(fast)).toEqual(counts(plain));
      }),
      { numRuns: 15 },
    );
  });

  it('[CL2] compiled and plain leave the same bytes where turns are drawn in buckets', () => {
    const parameters = { ...run2, side: 96 };
    const [fast, plain] = [createCivilViolence(parameters, 5), createCivilViolence(parameters, 5, { engine: 'plain' })];
    for (let t = 0; t < 40; t++) {
      fast.step();
      plain.step();
    }
    expect(fast.agentCount + fast.copCount).toBeGreaterThan(4096);
    expect(fast.jailedCount).toBeGreaterThan(100);
    expect(fast.records()).toEqual(plain.records());
  });

  it.each(['wasm', 'plain'] as const)('[CL3] keeps everybody, two never on one site, and counts them (%s)', (engine) => {
    const run = createCivilViolence(run2, 7, { engine });
    for (let t = 0; t < 60; t++) {
      run.step();
      const people = standing(run, run2.side);
      const of = (kind: number) => people.filter((one) => one.kind === kind).length;
      expect([people.length, of(1), of(2), of(3)]).toEqual([1184, run.activeCount, 64, run.jailedCount]);
      const free = people.filter((one) => one.kind !== 3);
      expect(new Set(free.map((one) => one.site)).size).toBe(free.length);
    }
    expect(run.jailedCount).toBeGreaterThan(0);
  });

  it.each((['wasm', 'plain'] as const).flatMap((engine) => (['disc', 'moore', 'diamond'] as const).map((neighbourhood) => [engine, neighbourhood] as const)))(
    '[CL4] what a site sees is what a count of its view says (%s, %s)',
    (engine, neighbourhood) => {
      const parameters: CivilViolenceParameters = { ...run2, neighbourhood, vision: 3, copDensity: 0.05 };
      const run = createCivilViolence(parameters, 11, { engine });
      for (let t = 0; t < 25; t++) run.step();
      const torus = new Torus(40, 40);
      const near = torus.view(neighbourhood, 3);
      const people = standing(run, 40);
      const at = (kind: number) => new Set(people.filter((one) => one.kind === kind).map((one) => one.site));
      const [actives, cops] = [at(1), at(2)];
      expect(actives.size).toBeGreaterThan(5);
      for (let site = 0; site < 1600; site++) {
        const seen = Array.from({ length: near.size }, (_, i) => torus.seen(site, near, i));
        const counted = { actives: seen.filter((other) => actives.has(other)).length, cops: seen.filter((other) => cops.has(other)).length };
        expect({ site, ...run.around(site) }).toEqual({ site, ...counted });
      }
    },
  );

  it('[CL5] every order of turns is as likely as every other', () => {
    // cops alone, so that the records are the order; three of them give six orders
    const seen = new Map<string, number>();
    const run = createCivilViolence({ ...run2, side: 16, agentDensity: 0, copDensity: 3 / 256 }, 1);
    let before = run.records();
    const ticks = 6000;
    for (let t = 0; t < ticks; t++) {
      run.step();
      before = run.records();
      const places = [before[0]!, before[2]!, before[4]!];
      const order = places.map((place) => places.filter((other) => other < place).length).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    // chi squared with 5 degrees of freedom: 20.5 is passed once in a thousand
    const chi2 = [...seen.values()].reduce((sum, n) => sum + ((n - ticks / 6) * (n - ticks / 6)) / (ticks / 6), 0);
    expect(seen.size).toBe(6);
    expect(chi2).toBeLessThan(20.5);
  });

  it('[CL5] a free site in view is drawn as often as any other', () => {
    // one agent who can go to each of 148 sites
    const run = createCivilViolence({ ...run2, side: 24, agentDensity: 1 / 576, copDensity: 0 }, 3);
    const steps = new Map<string, number>();
    let from = run.records()[0]!;
    const moves = 40_000;
    for (let t = 0; t < moves; t++) {
      run.step();
      const to = run.records()[0]!;
      const wrapped = (d: number) => ((((d + 12) % 24) + 24) % 24) - 12;
      const step = `${wrapped((to >>> 16) - (from >>> 16))},${wrapped((to & 0xffff) - (from & 0xffff))}`;
      steps.set(step, (steps.get(step) ?? 0) + 1);
      from = to;
    }
    const each = moves / 148;
    const chi2 = [...steps.values()].reduce((sum, n) => sum + ((n - each) * (n - each)) / each, 0);
    expect(steps.size).toBe(148);
    // 147 degrees of freedom: 205 is passed once in a thousand
    expect(chi2).toBeLessThan(205);
  });

  it('reads risk by its rank as by its number', () => {
    for (const rule of ['literal', 'floored', 'rounded'] as const) {
      const parameters = publishedRun(2, rule);
      const ranks = new RiskRanks(parameters, 148);
      const table = risks01(parameters, 148);
      let misread = 0;
      let dared = 0;
      for (let n = 0; n < 200; n++) {
        const [grievance, aversion] = [((n * 37) % 101) / 500, ((n * 53) % 103) / 103];
        const daring = ranks.daring(grievance, aversion, 0.1);
        for (let actives = 1; actives < 20; actives++) {
          for (let cops = 0; cops < 20; cops++) {
            const isDared = dares(grievance, aversion, table[actives * 149 + cops]!, 0.1);
            if (ranks.ranks[actives * 149 + cops]! < daring !== isDared) misread++;
            if (isDared) dared++;
          }
        }
      }
      expect(misread).toBe(0);
      expect(dared).toBeGreaterThan(1000);
    }
  });

  it('refuses what it cannot hold', () => {
    expect(() => createCivilViolence({ ...run2, side: 41 }, 1)).toThrow(/multiple of 8/);
    expect(() => createCivilViolence({ ...run2, vision: 9, neighbourhood: 'diamond' }, 1)).toThrow(/at most 8/);
    expect(() => createCivilViolence({ ...run2, agentDensity: 0.99 }, 1)).toThrow(/do not fit on 1600 sites/);
    expect(() => createCivilViolence({ ...run2, longestJailTicks: 0 }, 1)).toThrow(/longest jail term of 0/);
  });
});

describe('civil violence in plain words', () => {
  it('posts and withdraws cops, and those who look see it', () => {
    const society = new CivilViolence(run2, 2);
    for (const wanted of [64, 10, 90, 0]) {
      society.setCops(wanted);
      society.step();
      expect(society.copCount).toBe(wanted);
      expect(society.label.filter((label) => label === cop)).toHaveLength(wanted);
      expect(society.copsSeen.reduce((sum, seen) => sum + seen, 0)).toBe(wanted * 148);
    }
    expect(() => society.setCops(1000)).toThrow(/no site is free/);
    expect(society.label.includes(nobody)).toBe(false);
  });
});
