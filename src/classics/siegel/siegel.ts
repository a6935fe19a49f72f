import type { Classic } from '../contract.ts';
import { curves } from '../figure.ts';
import { estimate } from '../estimate.ts';
import { completeShare01, type Motivation } from './closed-forms.ts';
import { smallWorld } from './networks.ts';
import { removalSetting, removalTargets } from './removal-targets.ts';
import { closedFormTargets, middle, orderingTargets, people, seedsFrom1, shares, strong, weak } from './targets.ts';

interface Size {
  readonly seeds: number;
  /** for differences of a hundredth */
  readonly moreSeeds: number;
}
const quick: Size = { seeds: 20, moreSeeds: 200 };
const full: Size = { seeds: 400, moreSeeds: 1000 };
const drawnRadii = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20];

/** Siegel's networks: the same motivations act or stay at home by who is tied to whom. */
export const siegel: Classic = {
  id: 'siegel',
  title: 'Social networks and collective action',
  citation: 'D. A. Siegel, American Journal of Political Science 53(1) (2009) 122-138; repression: Journal of Politics 73(4) (2011)',
  doi: '10.1111/j.1540-5907.2008.00361.x',
  model:
    "Everybody has a net motivation b, normal, and is held back by the share of acquaintances who stay away: c' = λ c − (1 − λ)(1 − share acting), c = −1 at first; a person acts while b + c > 0. At rest this is b > 1 − share acting. Four kinds of network. The equation is second hand and agrees with a public replication (github.com/nickeubank/coordination_model). That replication found societies that flicker for ever when all decide at once; from a start with nobody acting this cannot happen, as the table shows. Under repression, up to a number of participants are taken away each period, at random or those with the most ties first; what the draft says of this is what its author expects, the page with the results was not read.",
  parameters: [
    {
      name: 'people N',
      value: `${people}; ${quick.seeds} seeds and ${quick.moreSeeds} for small differences, ${full.seeds} and ${full.moreSeeds} with --full`,
    },
    {
      name: 'motivations b, mean and spread (ASSUMPTION: on either side of where a complete network tips)',
      value: `${weak.mean} and ${weak.spread} (weak), ${middle.spread} (middle), ${strong.spread} (strong)`,
    },
    { name: 'small world (ASSUMPTION)', value: 'a ring, 1 to 20 neighbours on either side, a tenth of the ties rewired at random' },
    { name: 'villages (ASSUMPTION)', value: 'cliques of 2 to 50, and 0 to 10 far ties a person' },
    { name: 'opinion leaders (ASSUMPTION)', value: 'numbers of ties fall with the power 2.5 from one or two on; tied at random' },
    { name: 'hierarchy (ASSUMPTION)', value: '3, 10 or 31 under each; under removal half of those under one superior are tied' },
    {
      name: 'reading of the abstract (ASSUMPTION)',
      value:
        'an effect that depends on structure or motivation is shown when it takes both signs; where to look was found by looking, and --full repeats it with seeds not looked at',
    },
    { name: 'removal (limit 0 to 25 and 500 people from the draft; the rest ASSUMPTION)', value: removalSetting },
  ],
  notTried: [
    { what: "the paper's figures and its classes of motivation", why: 'only the abstract was read; no value of a curve is known' },
    { what: 'motivations that depend on rank or ties (followers, leaders who are for or against)', why: 'how the paper ties them together was not read' },
    { what: 'anger or fear as an answer to repression (2011)', why: 'the rule was not read; the draft leaves it for later work' },
  ],
  run: (isFull) => {
    const size = isFull ? full : quick;
    const seeds = seedsFrom1(size.seeds);
    return { targets: [...closedFormTargets(seeds), ...orderingTargets(seeds, seedsFrom1(size.moreSeeds)), ...removalTargets(seeds)], figure: figure(seeds) };
  },
};

function figure(seeds: readonly number[]) {
  const line = (name: string, motivation: Motivation) => ({
    name: `${name}, spread ${motivation.spread}; everybody tied to everybody ${completeShare01(motivation).toFixed(2)}`,
    points: drawnRadii.map((radius) => [2 * radius, estimate(shares(seeds, motivation, (seed) => smallWorld(seed, people, radius, 0.1))).mean] as const),
  });
  const lines = [line('strong', strong), line('middle', middle), line('weak', weak)];
  const [high, , low] = lines.map(({ points }) => [points[0]![1], points.at(-1)![1]] as const);
  const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)}%`;
  return curves(
    {
      id: 'siegel',
      title: `More ties raise participation from ${percent(high![0])} to ${percent(high![1])} when motivation varies much, and lower it from ${percent(low![0])} to ${percent(low![1])} when it varies little`,
      alt: `Share of people acting in the end against the number of ties in a small world, means over ${seeds.length} seeds. With strongly varying motivations it rises to nearly everybody, in the middle it rises later, with weakly varying ones it falls.`,
      note: `Means over ${seeds.length} societies of ${people}. The same people with the same motivations stand behind all points of a line.`,
    },
    { label: 'ties a person', low: 0, high: 40 },
    { label: 'share acting in the end (square root scale)', low: 0, high: 1, kind: 'sqrt', ticks: [0, 0.01, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1] },
    lines,
  );
}
