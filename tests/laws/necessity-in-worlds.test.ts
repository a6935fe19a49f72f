/** Events whose necessity is known by construction, asked of the whole engine in pairs of worlds. */
import { beforeAll, describe, expect, test } from 'vitest';
import { boundsByLot, causationBounds, forgetPairing } from '../../src/claims/bounds.ts';
import { causationIn, causationOfSetCause, causePairs, countPairs, pairsIn } from '../../src/claims/necessity.ts';
import { runWith, seedOf, valuesOf, type PairResult } from '../../src/experiment/pairs.ts';
import { valuesOf as column } from '../../src/report/outcomes.ts';
import type { Arm } from '../../src/scenario/types.ts';
import { quantity, smallScenario } from '../support/worlds.ts';

/** The same people of land 0 are called by two waves; a third calls a town of land 1 that is cut off from everything. */
const call = { kind: 'price' as const, grievance01: quantity(0.3), reach01: quantity(0.9, 'share'), hours: 12, everyDays: 1 };
const scenario = smallScenario({
  residents: [
    [8000, 3000],
    [5000, 1500],
  ],
  hours: 60,
  police: 4,
  army: 4,
  alliance: null,
  uncoupled: ['land-1/region-0/town-1'],
  events: [
    { ...call, wave: 'first', atHour: 8, where: ['land-0'] },
    { ...call, wave: 'second', atHour: 8, where: ['land-0'] },
    { ...call, wave: 'cut off', atHour: 8, where: ['land-1/region-0/town-1'] },
  ],
  latent: { legitimacy01: 0.1, discipline01: 0.3, loyalty01: 0.2, lowestFear01: 0.02 },
});

const waves = ['first', 'second', 'cut off'] as const;
type Wave = (typeof waves)[number];
const armOf = (id: string, ...happen: Wave[]): Arm => ({
  id,
  title: id,
  do: happen.map((wave) => ({ atHour: 0, set: 'shock.wave', to: 'happens', in: wave })),
});
const arms = [
  armOf('none'),
  armOf('one', 'first'),
  armOf('both', 'first', 'second'),
  armOf('cut off', 'cut off'),
  armOf('one and cut off', 'first', 'cut off'),
  armOf('other', 'second'),
];
const pairs = 20;
let results: readonly PairResult[];

/** [pair] 1 when the quantity passed the mark in that arm. */
function happened(arm: string, quantity: string, mark = 1): number[] {
  const runs = results.map((result) => result.arms.find((one) => one.arm === arm)!);
  return column(runs, quantity).map((value) => (value >= mark ? 1 : 0));
}

/** [pair] 1 when the largest crowd was odd in number: any other luck throws that coin anew. */
function odd(arm: string): number[] {
  const runs = results.map((result) => result.arms.find((one) => one.arm === arm)!);
  return column(runs, 'peakTurnout').map((value) => value % 2);
}

beforeAll(() => {
  results = Array.from({ length: pairs }, (_, pair) =>
    runWith({ scenario, arms, observations: [], pair, seed: seedOf(3, pair), values: valuesOf(scenario, 3, pair), clockHour: 0 }),
  );
});

/** A crowd that some of the worlds with one call see and others do not. */
const large = ['peakTurnout', 500] as const;
const anybody = ['peakTurnout', 1] as const;

/** Probabilities of causation of what the first arm has and the second has not. */
function causeOf(withCause: string, without: string, [quantity, mark]: readonly [string, number]) {
  const counted = countPairs(happened(withCause, quantity, mark), happened(without, quantity, mark));
  expect(pairsIn(counted)).toBe(pairs);
  return { counted, ...causationOfSetCause(counted) };
}

describe('in worlds of the engine', () => {
  test('what only one event can bring about has that event as its necessary cause', () => {
    const { counted, necessity, sufficiency, both } = causeOf('one', 'none', large);
    expect(counted.both).toBe(0);
    expect(counted.onlyFirst).toBeGreaterThan(4);
    expect(counted.neither).toBeGreaterThan(4);
    expect(necessity).toBe(1);
    // and the event suffices as often as it does it at all
    expect([sufficiency, both]).toEqual([counted.onlyFirst / pairs, counted.onlyFirst / pairs]);
    expect(boundsByLot({ withCause: both, without: 0 }).necessity).toEqual({ low: 1, high: 1 });
  });

  test('what happens in a place cut off is necessary for nothing and suffices for nothing', () => {
    const { counted, necessity, sufficiency, both } = causeOf('one and cut off', 'one', large);
    expect(counted.both).toBeGreaterThan(4);
    expect(counted.neither).toBeGreaterThan(4);
    expect([necessity, sufficiency, both]).toEqual([0, 0, 0]);
    expect(causeOf('cut off', 'none', anybody).sufficiency).toBe(0);
    // the call was made: its worlds differ from those without it in what is written down
    for (const { arms: runs } of results) expect(runs[3]!.digest).not.toBe(runs[0]!.digest);
  });

  test('and does not touch what hangs on luck alone: an odd number of people at the peak', () => {
    const counted = countPairs(odd('one and cut off'), odd('one'));
    expect([counted.onlyFirst, counted.onlySecond]).toEqual([0, 0]);
    expect(counted.both).toBeGreaterThan(3);
    expect(counted.neither).toBeGreaterThan(3);
    expect(causationOfSetCause(counted)).toEqual({ necessity: 0, sufficiency: 0, both: 0 });
  });

  test('where two calls do the same, neither is necessary, and the two together are', () => {
    expect(causeOf('both', 'other', anybody).necessity).toBe(0);
    expect(causeOf('both', 'one', anybody).necessity).toBe(0);
    expect(causeOf('both', 'none', anybody).necessity).toBe(1);
    expect(causeOf('both', 'none', anybody).sufficiency).toBe(1);
  });

  test('worlds of strangers put side by side blame what did nothing', () => {
    const without = happened('one', ...large);
    const strangers = [...without.slice(1), without[0]!];
    expect(causationOfSetCause(countPairs(happened('one and cut off', ...large), strangers)).necessity).toBeGreaterThan(0.2);
  });

  test('a cause that came by lot in half of the worlds is counted there, and lies inside the bounds', () => {
    const lot = results.map((_, pair) => pair % 2);
    const found = causePairs(happened('one', ...large), happened('none', ...large), lot);
    expect(pairsIn(found.present)).toBe(pairs / 2);
    const { necessity, sufficiency } = causationIn(found);
    expect(necessity).toBe(1);
    const { experiment, seen } = forgetPairing(found);
    const bounds = causationBounds(experiment, seen);
    expect(bounds.necessity).toEqual({ low: 1, high: 1 });
    expect(sufficiency).toBeGreaterThanOrEqual(bounds.sufficiency.low - 1e-9);
    expect(sufficiency).toBeLessThanOrEqual(bounds.sufficiency.high + 1e-9);
  });
});
