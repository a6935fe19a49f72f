/** What Siegel's model is held to: closed forms of its equations, and the orderings its abstract and an earlier draft state. */
import { target, type Target } from '../contract.ts';
import { difference, estimate, signOf, written, type Estimate } from '../estimate.ts';
import type { Network } from '../watts/cascade.ts';
import { cliqueShare01, completeShare01, periodsToJoin, ringShare01, spreadOfTheJump, treePeople, treeShare01, type Motivation } from './closed-forms.ts';
import { atRandom, complete, hierarchy, opinionLeaders, smallWorld, villages } from './networks.ts';
import { motivations, participation01, Society } from './participation.ts';

export const people = 1000;

/** ASSUMPTION: below, just above and well above the spread of 0.2413 at which a complete network tips. */
export const weak: Motivation = { mean: 0.6, spread: 0.175 };
const between: Motivation = { mean: 0.6, spread: 0.2 };
export const middle: Motivation = { mean: 0.6, spread: 0.25 };
export const strong: Motivation = { mean: 0.6, spread: 0.3 };

/** Whole numbers from 1 on: seeds that nobody chose. */
export const seedsFrom1 = (many: number): number[] => Array.from({ length: many }, (_, i) => i + 1);

type Make = (seed: number) => Network;

/** The share acting in the end, for each seed. */
export function shares(seeds: readonly number[], { mean, spread }: Motivation, make: Make): number[] {
  return seeds.map((seed) => {
    const network = make(seed);
    return participation01(network, motivations(seed, network.people, mean, spread));
  });
}

/** Simulated societies against what can be worked out without them. */
export function closedFormTargets(seeds: readonly number[]): Target[] {
  const everybody = complete(people);
  const held = (what: string, motivation: Motivation, expected: number, make: Make) => {
    const { mean, error } = estimate(shares(seeds, motivation, make));
    return target({ what, basis: 'equations', published: expected, obtained: mean, tolerance: 3 * error });
  };
  return [
    target({
      what: 'spread of motivations at which a complete network tips, mean 0.6',
      basis: 'equations',
      published: 0.24134555,
      obtained: spreadOfTheJump(0.6),
      tolerance: 1e-8,
    }),
    held('share acting, complete network, weak', weak, completeShare01(weak), () => everybody),
    held('share acting, complete network, strong', strong, completeShare01(strong), () => everybody),
    ...[2, 5, 10, 25, 50].map((size) =>
      held(`share acting, villages of ${size} without far ties, middle`, middle, cliqueShare01(middle, size), (seed) => villages(seed, people, size, 0)),
    ),
    ...[weak, middle, strong].map((motivation) =>
      held(`share acting, ring of single neighbours, spread ${motivation.spread}`, motivation, ringShare01(motivation), (seed) =>
        smallWorld(seed, people, 1, 0),
      ),
    ),
    ...(
      [
        [3, 7],
        [10, 4],
        [31, 3],
      ] as const
    ).map(([below, levels]) =>
      held(`share acting, hierarchy of ${below} under each, ${levels} ranks, middle`, middle, treeShare01(middle, below, levels), (seed) =>
        hierarchy(seed, treePeople(below, levels), below, 0),
      ),
    ),
    ...inertiaTargets(),
  ];
}

function inertiaTargets(): Target[] {
  const pair: Network = { people: 2, from: new Int32Array([0, 1, 2]), ties: new Int32Array([1, 0]) };
  const waits = (
    [
      [0.3, 0.9],
      [0.1, 0.5],
    ] as const
  ).map(([motivation, inertia01]) => {
    const society = new Society(pair, new Float64Array([2, motivation]), inertia01);
    while (society.acting < 2 && society.period < 1000) society.step();
    return target({
      what: `periods until somebody with b = ${motivation} joins the one acquaintance, λ = ${inertia01}`,
      unit: 'periods',
      basis: 'equations',
      published: periodsToJoin(motivation, inertia01),
      obtained: society.period - 1,
    });
  });
  let differ = 0;
  let stops = 0;
  for (const seed of seedsFrom1(5)) {
    for (const network of [
      smallWorld(seed, people, 5, 0.1),
      villages(seed, people, 25, 1),
      opinionLeaders(seed, people, 2.5, 2),
      hierarchy(seed, people, 10, 0.5),
    ]) {
      const motivation = motivations(seed, people, middle.mean, middle.spread);
      const ends = [0, 0.5, 0.9].map((inertia01) => {
        const society = new Society(network, motivation, inertia01);
        society.settle();
        stops += society.stops;
        return society.isActing;
      });
      for (let person = 0; person < people; person++) if (ends.some((end) => end[person] !== ends[0]![person])) differ++;
    }
  }
  return [
    ...waits,
    target({ what: 'people whose end depends on λ (0, 0.5, 0.9), four networks, 5 seeds', unit: 'people', basis: 'equations', published: 0, obtained: differ }),
    target({ what: 'times somebody stopped again, the same runs', unit: 'times', basis: 'equations', published: 0, obtained: stops }),
  ];
}

/** Both signs, one of them, or neither, over several differences. */
function signsTaken(what: string, basis: Target['basis'], differences: readonly (readonly [string, Estimate])[]): Target {
  const signs = new Set(differences.map(([, found]) => signOf(found)).filter((sign) => sign !== 0));
  return target({ what, basis, published: 2, obtained: signs.size, measured: differences.map(([name, found]) => `${name}: ${written(found)}`).join('; ') });
}

/**
 * What the abstract states as an order; an effect that depends on structure or motivation is shown when it takes both signs.
 * @param more seeds for differences of a hundredth
 */
export function orderingTargets(seeds: readonly number[], more: readonly number[]): Target[] {
  const change = (motivation: Motivation, without: Make, withIt: Make, over = seeds) =>
    difference(shares(over, motivation, without), shares(over, motivation, withIt));
  const everybody = complete(people);
  const moreTies = change(
    weak,
    (seed) => smallWorld(seed, people, 1, 0.1),
    (seed) => smallWorld(seed, people, 10, 0.1),
  );
  const far = (motivation: Motivation) =>
    change(
      motivation,
      (seed) => villages(seed, people, 5, 0),
      (seed) => villages(seed, people, 5, 10),
    );
  const size = (motivation: Motivation) =>
    change(
      motivation,
      (seed) => villages(seed, people, 5, 0),
      () => everybody,
    );
  const leaders = (motivation: Motivation, fewest: number) => {
    const made = new Map(more.map((seed) => [seed, opinionLeaders(seed, people, 2.5, fewest)]));
    return change(
      motivation,
      (seed) => atRandom(seed, people, made.get(seed)!.ties.length / people),
      (seed) => made.get(seed)!,
      more,
    );
  };
  return [
    target({
      what: 'more ties (2 to 20) in a small world, weak: sign of the change in participation',
      basis: 'read',
      published: -1,
      obtained: signOf(moreTies),
      measured: written(moreTies),
    }),
    signsTaken('signs that ten far ties a person take over motivations, villages of five', 'read', [
      ['weak', far(weak)],
      ['strong', far(strong)],
    ]),
    signsTaken('signs that weak ties take over structures, one motivation (spread 0.2)', 'read', [
      [
        'one far tie, villages of five',
        change(
          between,
          (seed) => villages(seed, people, 5, 0),
          (seed) => villages(seed, people, 5, 1),
          more,
        ),
      ],
      [
        'a tenth rewired, small world of ten ties',
        change(
          between,
          (seed) => smallWorld(seed, people, 5, 0),
          (seed) => smallWorld(seed, people, 5, 0.1),
          more,
        ),
      ],
    ]),
    signsTaken('signs that size takes over motivations, everybody knowing everybody among 5 or among 1000', 'read', [
      ['weak', size(weak)],
      ['strong', size(strong)],
    ]),
    signsTaken('signs that leaders take against as many ties at random, over structures and motivations', 'read', [
      ['two ties at least, weak', leaders(weak, 2)],
      ['one tie at least, strong', leaders(strong, 1)],
    ]),
  ];
}
