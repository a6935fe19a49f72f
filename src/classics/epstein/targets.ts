/** What model I is held to: two replications made apart from this program, and the paper where they contradict it. */
import { target, type Target } from '../contract.ts';
import { difference, estimate, signOf, written, type Estimate } from '../estimate.ts';
import { activesOver, outburstsIn, type Outbursts } from './outbursts.ts';
import { publishedRun, type CivilViolenceParameters } from './parameters.ts';
import { copsLeftAtRevolt, jump, salami } from './revolts.ts';

export const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
/** Length of the replications' runs. */
export const replicationTicks = 3000;

const overSeeds = (parameters: CivilViolenceParameters, ticks: number): Outbursts[] => seeds.map((seed) => outburstsIn(activesOver(parameters, seed, ticks)));

const meanOf = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

function spreadOf(list: readonly number[]): number {
  const mean = meanOf(list);
  return Math.sqrt(list.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (list.length - 1));
}

/** The replication ran 20 seeds of its own: its mean has an error as large as ours at the same length. */
function meanTarget(what: string, unit: string, published: number, found: Estimate, ticks: number): Target {
  const tolerance = 3 * found.error * Math.sqrt(1 + ticks / replicationTicks);
  return target({ what, unit, basis: 'equations', published, obtained: found.mean, tolerance, measured: written(found) });
}

interface Replicated {
  readonly name: string;
  readonly parameters: CivilViolenceParameters;
  readonly outbursts?: number;
  readonly wait: number;
  readonly activation?: number;
}

function rhythmTargets({ name, parameters, outbursts, wait, activation }: Replicated, ticks: number, runs = overSeeds(parameters, ticks)): Target[] {
  const list: Target[] = [];
  if (outbursts !== undefined) {
    const found = estimate(runs.map((run) => (run.activations.length * replicationTicks) / ticks));
    list.push(meanTarget(`${name}: outbursts in 3000 ticks`, '', outbursts, found, ticks));
  }
  list.push(meanTarget(`${name}: wait between outbursts`, 'ticks', wait, estimate(runs.map((run) => meanOf(run.waitTicks))), ticks));
  if (activation !== undefined) {
    const found = estimate(runs.map((run) => meanOf(run.activations)));
    list.push(meanTarget(`${name}: activation of an outburst`, 'agent ticks', activation, found, ticks));
  }
  return list;
}

/** Run 2 under four readings of one rule. @param ticks length of the runs that need not be as long as the replications' */
export function run2Targets(ticks: number): Target[] {
  const floored = publishedRun(2, 'floored');
  const runs = overSeeds(floored, replicationTicks);
  const waits = runs.flatMap((run) => run.waitTicks);
  const activations = runs.flatMap((run) => run.activations);
  const literal = overSeeds(publishedRun(2, 'literal'), ticks);
  const miss = 'at its own density of cops the model does not give this; three codes agree. It does near a density of 0.052, see below';
  const paper = (what: string, unit: string, published: number, list: readonly number[]) =>
    // ASSUMPTION: a tenth either way; the paper gives the spread of single outbursts and not how many there were
    target({ what: `the paper, run 2: ${what}`, unit, basis: 'quoted', published, obtained: meanOf(list), tolerance: published / 10, knownMiss: miss });
  return [
    target({
      what: 'run 2, literal C/A: outbursts, all seeds together',
      basis: 'equations',
      published: 0,
      obtained: literal.reduce((sum, run) => sum + run.activations.length, 0),
      measured: `most actives ${written(estimate(literal.map((run) => run.peak)))}`,
    }),
    ...rhythmTargets({ name: 'run 2, floored', parameters: floored, outbursts: 112, wait: 21.2, activation: 804 }, replicationTicks, runs),
    // ASSUMPTION: a tenth either way for spreads, which the replication gives without an error
    target({ what: 'run 2, floored: spread of waits', unit: 'ticks', basis: 'equations', published: 7.7, obtained: spreadOf(waits), tolerance: 0.77 }),
    target({
      what: 'run 2, floored: spread of activations',
      unit: 'agent ticks',
      basis: 'equations',
      published: 468,
      obtained: spreadOf(activations),
      tolerance: 46.8,
    }),
    meanTarget('run 2, floored: most actives', 'agents', 339, estimate(runs.map((run) => run.peak)), replicationTicks),
    ...rhythmTargets({ name: 'run 2, rounded', parameters: publishedRun(2, 'rounded'), outbursts: 92, wait: 28.4, activation: 383 }, ticks),
    ...rhythmTargets({ name: "run 2, NetLogo's rules", parameters: publishedRun(2, 'netlogo'), outbursts: 101, wait: 23.3, activation: 1063 }, ticks),
    ...rhythmTargets({ name: 'run 2, floored, diamond of radius 7', parameters: { ...floored, neighbourhood: 'diamond' }, wait: 18.6 }, ticks),
    paper('wait between outbursts', 'ticks', 60, waits),
    paper('activation of an outburst', 'agent ticks', 708, activations),
    target({ ...paper('spread of waits', 'ticks', 55, waits), obtained: spreadOf(waits) }),
    target({ ...paper('spread of activations', 'agent ticks', 230, activations), obtained: spreadOf(activations) }),
    ...rhythmTargets({ name: 'floored, cops 0.0525', parameters: { ...floored, copDensity: 0.0525 }, wait: 58.5, activation: 604 }, ticks),
  ];
}

/** Runs 3, 4 and 5 with the floored ratio. */
export function revoltTargets(): Target[] {
  const [slow, sudden] = [seeds.map((seed) => salami('floored', seed)), seeds.map((seed) => jump('floored', seed))];
  const jailed = (list: typeof slow) => estimate(list.map((run) => run.jailed));
  const fuller = difference(
    slow.map((run) => run.jailed),
    sudden.map((run) => run.jailed),
  );
  const left = seeds.map(copsLeftAtRevolt);
  return [
    target({
      what: 'share of seeds in which the jump of legitimacy (run 4) has the higher peak than its slow fall (run 3)',
      basis: 'equations',
      published: 17 / 20,
      obtained: slow.filter((run, i) => sudden[i]!.peak > run.peak).length / seeds.length,
      // three standard errors of a difference of two shares of 20
      tolerance: 3 * Math.sqrt((2 * 0.85 * 0.15) / 20),
      measured: `peak more by ${written(
        difference(
          slow.map((run) => run.peak),
          sudden.map((run) => run.peak),
        ),
      )}`,
    }),
    meanTarget('run 3: in jail after 300 ticks', 'agents', 445, jailed(slow), replicationTicks),
    meanTarget('run 4: in jail after 300 ticks', 'agents', 238, jailed(sudden), replicationTicks),
    target({
      what: 'the paper: in jail after the jump less after the slow fall: sign',
      basis: 'quoted',
      published: 1,
      obtained: signOf(fuller),
      measured: written(fuller),
      knownMiss: 'the slow fall ends at a lower legitimacy and fills the jail; both replications have the same order as ours',
    }),
    target({
      what: 'run 5: share of seeds that tip while cops are withdrawn',
      basis: 'quoted',
      published: 1,
      obtained: left.filter((cops) => !Number.isNaN(cops)).length / seeds.length,
      measured: `cops left ${written(estimate(left.filter((cops) => !Number.isNaN(cops))))}`,
    }),
  ];
}
