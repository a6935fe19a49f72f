/** What model II is held to: two groups, and peacekeepers between them. */
import { target, type Target } from '../contract.ts';
import { difference, estimate, signOf, written } from '../estimate.ts';
import { InterGroupViolence } from './inter-group.ts';
import { publishedRun, type CivilViolenceParameters } from './parameters.ts';

/** Run 6 has nothing to wait for: nobody's grievance can exceed the threshold. */
const peaceTicks = 100;
const havensFrom = 50;
const havenCops = 64;

interface End {
  /** tick at which one group was gone; the last tick if both were alive then */
  readonly tick: number;
  readonly isOver: boolean;
  readonly killed: number;
  readonly isFirstGone: boolean;
}

/** One run until a group is gone. @param cops to be posted at tick 50, if any */
export function endOf(parameters: CivilViolenceParameters, seed: number, longestTicks: number, cops = 0): End {
  const model = new InterGroupViolence(parameters, seed);
  while (!model.isOver && model.tick < longestTicks) {
    if (cops > 0 && model.tick === havensFrom) model.setCops(cops);
    model.step();
  }
  return { tick: model.tick, isOver: model.isOver, killed: model.killed, isFirstGone: model.alive[0] === 0 };
}

/** @param longestTicks after which a run is given up */
export function groupTargets(seeds: readonly number[], longestTicks: number): Target[] {
  const over = (run: 6 | 7 | 8, ticks: number, cops = 0) => seeds.map((seed) => endOf(publishedRun(run, 'floored'), seed, ticks, cops));
  const ends = { peace: over(6, peaceTicks), none: over(7, longestTicks), cops: over(8, longestTicks), late: over(7, longestTicks, havenCops) };
  const gone = (list: readonly End[]) => list.filter((end) => end.isOver).length / list.length;
  const times = (list: readonly End[]) => estimate(list.map((end) => end.tick));
  const share = (what: string, basis: Target['basis'], published: number, list: readonly End[], rest: Partial<Target> = {}) =>
    target({ what, basis, published, obtained: gone(list), measured: `tick of the end ${written(times(list))}`, ...rest });
  const time = (what: string, published: number, list: readonly End[]) => {
    const found = times(list);
    // the replication's 20 seeds have an error as large as ours
    return target({
      what,
      unit: 'ticks',
      basis: 'equations',
      published,
      obtained: found.mean,
      tolerance: 3 * Math.sqrt(2) * found.error,
      measured: written(found),
    });
  };
  const longer = difference(
    ends.none.map((end) => end.tick),
    ends.cops.map((end) => end.tick),
  );
  return [
    target({
      what: 'run 6: killed',
      basis: 'equations',
      published: 0,
      obtained: ends.peace.reduce((sum, end) => sum + end.killed, 0),
      measured: 'H(1 − L) is at most 0.1 and T is 0.1: nobody can act',
    }),
    share('run 6: share of seeds that end in genocide', 'quoted', 0, ends.peace),
    share('run 7: share of seeds that end in genocide', 'quoted', 1, ends.none),
    time('run 7: time to genocide', 94, ends.none),
    target({
      what: 'run 7: share of seeds in which the first group is the victim',
      basis: 'quoted',
      published: 0.5,
      obtained: ends.none.filter((end) => end.isFirstGone).length / ends.none.length,
      tolerance: 3 * Math.sqrt(0.25 / ends.none.length),
    }),
    target({
      what: 'cops from the start (run 8) against none (run 7): sign of the change in time to genocide',
      basis: 'quoted',
      published: 1,
      obtained: signOf(longer),
      measured: written(longer),
    }),
    share('run 8, a replication: share of seeds that end in genocide', 'equations', 1, ends.cops),
    time('run 8: time to genocide', 180, ends.cops),
    share('the paper, run 8, "stable but nasty": share of seeds that end in genocide', 'quoted', 0, ends.cops, {
      knownMiss: 'one group is gone in the end here and in the replication',
    }),
    share('cops from tick 50 on, a replication: share of seeds that end in genocide', 'equations', 1, ends.late),
    share('the paper, cops from tick 50 on, safe havens typical: share of seeds that end in genocide', 'quoted', 0, ends.late, {
      knownMiss: 'no haven lasts here or in the replication; how many cops the paper posts was not read',
    }),
  ];
}
