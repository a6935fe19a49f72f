import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { estimate } from '../estimate.ts';
import type { Network } from '../watts/cascade.ts';
import { cliqueShare01, completeShare01, ringShare01, treeShare01 } from './closed-forms.ts';
import { atRandom, complete, hierarchy, opinionLeaders, smallWorld, villages } from './networks.ts';
import { motivations, participation01, Society } from './participation.ts';
import { underRemoval01, type Aim } from './removal.ts';
import { siegel } from './siegel.ts';
import { seedsFrom1, shares } from './targets.ts';

const middle = { mean: 0.6, spread: 0.25 };

const degrees = ({ people, from }: Network) => Array.from({ length: people }, (_, i) => from[i + 1]! - from[i]!);

/** Somebody who counts oneself among the acquaintances: a fault. */
class SelfSeeing extends Society {
  protected override actingAround01(person: number): number {
    const ties = this.ties(person);
    return (super.actingAround01(person) * ties + this.isActing[person]!) / (ties + 1);
  }
}

describe('siegel', () => {
  everyTargetIsHeld(siegel);

  it('closed forms agree with every combination of small groups, added up apart from this program', () => {
    expect([2, 3, 4, 5].map((size) => cliqueShare01(middle, size))).toEqual(
      [0.106146401866, 0.14197621157, 0.162286020088, 0.17634583786].map((x) => expect.closeTo(x, 11)),
    );
    expect(treeShare01(middle, 2, 3)).toBeCloseTo(0.15199128614625743, 12);
    expect(treeShare01(middle, 2, 2)).toBeCloseTo(0.13126880378105596, 12);
    expect(treeShare01(middle, 3, 2)).toBeCloseTo(0.13399178940418893, 12);
  });

  it('a clique without end is the complete network, and two on a string are a clique of two', () => {
    expect(cliqueShare01({ mean: 0.6, spread: 0.175 }, 50)).toBeCloseTo(completeShare01({ mean: 0.6, spread: 0.175 }), 2);
    expect(treeShare01(middle, 1, 2)).toBeCloseTo(cliqueShare01(middle, 2), 12);
    expect(treeShare01(middle, 1, 3000)).toBeCloseTo(ringShare01(middle), 3);
  });

  it('notices people who count themselves among their acquaintances', () => {
    const ends = (Kind: typeof Society) =>
      estimate(seedsFrom1(20).map((seed) => new Kind(villages(seed, 1000, 5, 0), motivations(seed, 1000, middle.mean, middle.spread), 0).settle() / 1000));
    const apart = (Kind: typeof Society) => {
      const { mean, error } = ends(Kind);
      return Math.abs(mean - cliqueShare01(middle, 5)) / error;
    };
    expect(apart(Society)).toBeLessThan(3);
    expect(apart(SelfSeeing)).toBeGreaterThan(3);
  });

  it('notices motivations that vary a fifth more than they should', () => {
    const { mean, error } = estimate(shares(seedsFrom1(20), { mean: 0.6, spread: 0.3 }, (seed) => smallWorld(seed, 1000, 1, 0)));
    expect(Math.abs(mean - ringShare01(middle)) / error).toBeGreaterThan(3);
  });

  it('in any network nobody stops, and the same people act in the end whatever the inertia', () => {
    const network = fc
      .tuple(fc.nat(1e6), fc.integer({ min: 5, max: 40 }), fc.double({ min: 0, max: 6, noNaN: true }))
      .map(([seed, people, ties]) => atRandom(seed, people, Math.min(ties, people / 4)));
    fc.assert(
      fc.property(network, fc.nat(1e6), fc.constantFrom(0.3, 0.5, 0.9), (made, seed, inertia01) => {
        const motivation = motivations(seed, made.people, 0.6, 0.4);
        const [plain, slow] = [new Society(made, motivation, 0), new Society(made, motivation, inertia01)];
        plain.settle();
        slow.settle();
        expect([...slow.isActing]).toEqual([...plain.isActing]);
        expect(plain.stops + slow.stops).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a network', () => {
  const made = {
    smallWorld: smallWorld(1, 300, 4, 0.2),
    villages: villages(1, 300, 10, 2),
    leaders: opinionLeaders(1, 300, 2.5, 2),
    hierarchy: hierarchy(1, 300, 10, 0.5),
    atRandom: atRandom(1, 300, 5),
    complete: complete(30),
  };

  it.each(Object.entries(made))('%s ties both ways, nobody twice, nobody to oneself', (_, network) => {
    for (let person = 0; person < network.people; person++) {
      const ties = [...network.ties.subarray(network.from[person]!, network.from[person + 1]!)];
      expect(new Set(ties).size).toBe(ties.length);
      expect(ties).not.toContain(person);
      for (const other of ties) expect(network.ties.subarray(network.from[other]!, network.from[other + 1]!)).toContain(person);
    }
  });

  it('has the ties it was asked for', () => {
    expect(made.smallWorld.ties).toHaveLength(2 * 4 * 300);
    expect(made.villages.ties).toHaveLength(300 * 9 + 300 * 2);
    expect(hierarchy(1, 300, 10, 0).ties).toHaveLength(2 * 299);
    expect(made.atRandom.ties).toHaveLength(1500);
    expect(new Set(degrees(complete(30)))).toEqual(new Set([29]));
    const leaders = degrees(opinionLeaders(3, 1000, 2.5, 2)).toSorted((a, b) => b - a);
    expect(leaders[0]! / leaders[500]!).toBeGreaterThan(15);
  });
});

describe('removal', () => {
  // one leader whom nine follow
  const star = hierarchy(1, 10, 9, 0);
  const motivation = new Float64Array([2, ...Array.from({ length: 9 }, () => 0.5)]);
  const left = (aim: Aim, perPeriod: number, periods = 12) => underRemoval01(1, star, motivation, 0, { aim, perPeriod, awayPeriods: 10 }, periods);

  it('of nobody changes nothing', () => {
    expect(left('most ties first', 0)).toBe(participation01(star, motivation));
  });

  it('takes the leader first, and the followers stay at home until the leader is back', () => {
    expect(left('most ties first', 1, 2)).toBe(0);
    expect(left('most ties first', 1, 11)).toBe(0);
    expect(left('most ties first', 1, 12)).toBe(0.1);
  });

  it('the order of those who withstand it stays when people are away for one period only', () => {
    const kept = (network: (seed: number) => Network) =>
      estimate(
        seedsFrom1(8).map((seed) => {
          const made = network(seed);
          const b = motivations(seed, 500, 0.6, 0.3);
          return underRemoval01(seed, made, b, 0.5, { aim: 'most ties first', perPeriod: 8, awayPeriods: 1 }, 100) / participation01(made, b);
        }),
      ).mean;
    const [leaders, tree, world] = [
      kept((s) => opinionLeaders(s, 500, 2.5, 2)),
      kept((s) => hierarchy(s, 500, 10, 0.5)),
      kept((s) => smallWorld(s, 500, 5, 0.1)),
    ];
    expect(leaders).toBeLessThan(tree);
    expect(tree).toBeLessThan(world);
  });

  it('at random takes a leader as often as anybody else', () => {
    // seven act at first, the leader among them; the three others follow unless the leader was taken
    const mostly = new Float64Array([2, 2, 2, 2, 2, 2, 2, 0.5, 0.5, 0.5]);
    const shares = (aim: Aim) => seedsFrom1(400).map((seed) => underRemoval01(seed, star, mostly, 0, { aim, perPeriod: 1, awayPeriods: 10 }, 2));
    const { mean, error } = estimate(shares('at random'));
    expect(Math.abs(mean - (0.6 + 6 * 0.9) / 7) / error).toBeLessThan(3);
    expect(new Set(shares('most ties first'))).toEqual(new Set([0.6]));
  });
});
