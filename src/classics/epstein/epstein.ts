import type { Classic } from '../contract.ts';
import { curves } from '../figure.ts';
import { groupTargets } from './group-targets.ts';
import { activesOver } from './outbursts.ts';
import { publishedRun, type ArrestRule } from './parameters.ts';
import { replicationTicks, revoltTargets, run2Targets, seeds } from './targets.ts';

const quickTicks = 1000;
const groupTicks = { quick: 1000, full: 15_000 };
const drawnTicks = 200;

/** Epstein's civil violence: outbursts of rebellion that depend on how one reads one ratio (model I), and two groups (model II). */
export const epstein: Classic = {
  id: 'epstein',
  title: 'Civil violence: outbursts, and two groups, on a torus',
  citation: 'J. M. Epstein, PNAS 99 suppl. 3 (2002) 7243-7250',
  doi: '10.1073/pnas.092080199',
  model:
    'An agent rebels when grievance H(1 − L) less R × P exceeds T; P = 1 − exp(−k C/A) from the cops C and the actives A in view, oneself among them. A cop arrests one active in view. Everybody moves to a free site in view, then acts, one after the other in an order drawn each tick. In model II there are two groups; to be active is to kill one of the other group in view, agents have a child on a free site beside them with chance 0.05 a tick and die at an age drawn up to 200. With the ratio as printed there are no outbursts; with its whole part, as NetLogo takes it, there are. The paper itself was not read: its rules, its table of runs and its numbers come from the specification of a replication (github.com/ndouglas/SugarScape), and the other numbers from that replication and from a second one in C++, made for this project and not part of it.',
  parameters: [
    { name: 'torus, agents, T, k', value: '40 × 40, 0.7 of the sites, 0.1, 2.3' },
    { name: 'run 2: vision, L, longest term, cops', value: '7 (disc of 148 sites), 0.82, 30 ticks, 0.04 of the sites' },
    { name: 'runs 3 and 4: L', value: '0.9, from tick 77 less 0.01 a tick down to 0.2, or 0.7 at once; for life, cops 0.074' },
    { name: 'run 5: L, cops (pace of withdrawal: ASSUMPTION)', value: '0.8; 0.074 of the sites, from tick 50 one a tick fewer' },
    {
      name: 'readings of C/A',
      value:
        "literal; floored; rounded (ties to even, as Mesa's example); NetLogo's rules (floored, an active agent counts itself twice, a cop steps onto the site it cleared)",
    },
    { name: 'outburst', value: 'more than 50 actives, until fewer than 50' },
    { name: 'terms (ASSUMPTION)', value: 'whole ticks from 1 on, all equally likely' },
    { name: 'return from jail (ASSUMPTION)', value: 'to the site of the arrest, or a free one in view of it, or a tick later' },
    { name: 'model II: vision, longest term', value: '1.7 (eight sites), 15 ticks; floored' },
    { name: 'runs 6, 7 and 8: L, cops', value: '0.9 and none; 0.8 and none; 0.8 and 0.04 of the sites' },
    { name: 'safe havens (ASSUMPTION: how many cops)', value: 'run 7, at tick 50 cops on 0.04 of the sites' },
    { name: 'groups, ages (ASSUMPTION)', value: 'either group with the same chance; everybody new at the start, whole ages of death from 1 to 200' },
    { name: 'children (ASSUMPTION)', value: "one of the eight sites beside, in an order drawn each tick; the parent's hardship, a risk aversion of their own" },
    {
      name: 'runs',
      value: `${seeds.length} seeds; run 2 floored ${replicationTicks} ticks, its other readings ${quickTicks}, ${replicationTicks} with --full; model II at most ${groupTicks.quick} and ${groupTicks.full}; tolerance three standard errors of the difference of two means`,
    },
  ],
  notTried: [
    { what: 'run 1 (vision 1.7, nobody moves)', why: 'the replication gives a range of actives (33 to 62) and not of what; ours has means of 36 to 67' },
    { what: 'run 5 with the literal ratio (one seed in 20 tips in a replication)', why: 'it hangs on the pace of withdrawal, which is not known' },
    { what: 'time to genocide over densities of cops from 0 to 0.1 by 0.002', why: '2,500 runs of up to 15,000 ticks; two densities are held to the order' },
    { what: 'model II after cops are withdrawn again', why: 'the numbers of the figure were not read' },
    { what: 'the tension index, and outbursts over L', why: 'its figure and the length of the sweep were not read' },
  ],
  run: (isFull) => ({
    targets: [...run2Targets(isFull ? replicationTicks : quickTicks), ...revoltTargets(), ...groupTargets(seeds, isFull ? groupTicks.full : groupTicks.quick)],
    figure: figure(),
  }),
};

function figure() {
  const line = (name: string, rule: ArrestRule) => ({
    name,
    points: activesOver(publishedRun(2, rule), 1, drawnTicks).map((actives, t) => [t + 1, actives] as const),
  });
  const lines = [line('whole part of C/A', 'floored'), line('C/A as printed', 'literal')];
  const [high, low] = lines.map(({ points }) => Math.max(...points.slice(10).map(([, actives]) => actives)));
  return curves(
    {
      id: 'epstein',
      title: `Outbursts of up to ${high} of 1120 agents with the whole part of the ratio, never more than ${low} with the ratio itself`,
      alt: `Actives in each of the first ${drawnTicks} ticks of run 2, seed 1. With the whole part of cops over actives, quiet is broken every twenty ticks or so by an outburst; with the ratio as printed a few agents are active all the time.`,
      note: 'One seed, the same people in the same places at the start. The title leaves out the first ten ticks, in which the jail is empty.',
    },
    { label: 'tick', low: 0, high: drawnTicks },
    { label: 'actives', low: 0, high: 400 },
    lines,
  );
}
