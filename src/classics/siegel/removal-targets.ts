/** Who withstands a state that takes people away: the orderings an earlier draft expects and the literature ascribes to the paper on repression. */
import { target, type Target } from '../contract.ts';
import { difference, estimate, signOf, written, type Estimate } from '../estimate.ts';
import type { Network } from '../watts/cascade.ts';
import { hierarchy, opinionLeaders, smallWorld } from './networks.ts';
import { motivations, participation01 } from './participation.ts';
import { underRemoval01, type Aim } from './removal.ts';
import { strong } from './targets.ts';

const people = 500;
const mostRemoved = 25;
const awayPeriods = 10;
const periods = 100;
const inertia01 = 0.5;

type Kind = 'small world' | 'opinion leaders' | 'hierarchy';

const make: Readonly<Record<Kind, (seed: number) => Network>> = {
  'small world': (seed) => smallWorld(seed, people, 5, 0.1),
  'opinion leaders': (seed) => opinionLeaders(seed, people, 2.5, 2),
  hierarchy: (seed) => hierarchy(seed, people, 10, 0.5),
};

/** The settings as words, for the table of parameters. */
export const removalSetting = `${people} people, spread ${strong.spread}, λ ${inertia01}, away for ${awayPeriods} periods, looked at after ${periods}; small world of ten ties with a tenth rewired, leaders with two ties at least, ten under each superior`;

/** Societies of one kind with all seeds, and what is left of their participation under removal. */
class Kept {
  private readonly worlds: readonly { readonly seed: number; readonly network: Network; readonly motivation: Float64Array; readonly without: number }[];

  constructor(seeds: readonly number[], kind: Kind) {
    this.worlds = seeds.map((seed) => {
      const network = make[kind](seed);
      const motivation = motivations(seed, people, strong.mean, strong.spread);
      return { seed, network, motivation, without: participation01(network, motivation) };
    });
  }

  without(): number[] {
    return this.worlds.map((world) => world.without);
  }

  /** Shares of the participation without removal that are left. */
  left01(aim: Aim, perPeriod: number): number[] {
    return this.worlds.map(
      ({ seed, network, motivation, without }) => underRemoval01(seed, network, motivation, inertia01, { aim, perPeriod, awayPeriods }, periods) / without,
    );
  }
}

/** Opinion leaders, a hierarchy and a small world under the same removal. */
export function removalTargets(seeds: readonly number[]): Target[] {
  const [world, leaders, tree] = (['small world', 'opinion leaders', 'hierarchy'] as const).map((kind) => new Kept(seeds, kind)) as [Kept, Kept, Kept];
  const each = 2;
  const atRandom = [world, leaders, tree].map((kept) => kept.left01('at random', each));
  const aimed = [world, leaders, tree].map((kept) => kept.left01('most ties first', each));
  const gaps = atRandom.map((left, kind) => left.map((share, i) => share - aimed[kind]![i]!));
  const learned = estimate(leaders.without().map((without, i) => without * (1 - aimed[1]![i]!) - (each * awayPeriods) / people));
  const stable = estimate(atRandom[1]!);
  const few = [1, 2, 3].map((perPeriod) => [leaders, tree, world].map((kept) => estimate(kept.left01('most ties first', perPeriod)).mean));
  const sign = (what: string, basis: Target['basis'], published: number, found: Estimate) =>
    target({ what, basis, published, obtained: signOf(found), measured: written(found) });
  return [
    sign('opinion leaders, 2 taken a period: sign of aimed less random, share left', 'read', -1, difference(atRandom[1]!, aimed[1]!)),
    target({
      what: 'opinion leaders, 2 taken a period at random: share left ("fairly stable")',
      basis: 'read',
      published: 1,
      obtained: stable.mean,
      // ASSUMPTION: three quarters left still count as stable
      tolerance: 0.25,
      measured: `${written(stable)}; small world ${written(estimate(atRandom[0]!))}`,
    }),
    sign('opinion leaders lose more by aim than the small world: sign', 'read', 1, difference(gaps[0]!, gaps[1]!)),
    sign('opinion leaders, aimed: sign of what is lost beyond everybody who can be away', 'read', 1, learned),
    sign('the hierarchy loses more by aim than the small world: sign', 'quoted', 1, difference(gaps[0]!, gaps[2]!)),
    target({
      what: 'aimed, 1, 2 and 3 taken a period: at how many of them less is left of leaders than of the hierarchy, and less of that than of the small world',
      basis: 'quoted',
      published: few.length,
      obtained: few.filter(([first, second, third]) => first! < second! && second! < third!).length,
      measured: few.map((left) => left.map((share) => share.toFixed(2)).join(', ')).join('; '),
    }),
    target({
      what: `small world, aimed, ${mostRemoved} taken a period: share left (recalled: it does not fall)`,
      basis: 'quoted',
      published: 1,
      obtained: estimate(world.left01('most ties first', mostRemoved)).mean,
      tolerance: 0.25,
      knownMiss:
        'so many taken away end every rising here, whoever is taken; how long people stay away, and from when on, was not read, and with a shorter absence the fall begins at more people taken',
    }),
  ];
}
