/** Epstein's civil violence against the numbers of two replications and of the paper. */
import { CivilViolence } from './civil-violence.ts';
import { InterGroupViolence } from './inter-group.ts';
import { outburstsOf } from './outbursts.ts';
import { publishedRun } from './parameters.ts';
import type { Classic, Target } from './targets.ts';

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
const mean = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0) / list.length;

function within(what: string, published: string, obtained: number, low: number, high: number): Target {
  return { what, published, obtained: obtained.toFixed(1), tolerance: `${low} to ${high}`, reproduces: obtained >= low && obtained <= high };
}

/** Whether society tips (more than 50 actives) while one cop a tick is withdrawn from tick 50 on. ASSUMPTION: the pace; no source gives it. */
export function tips(seed: number): boolean {
  const model = new CivilViolence(publishedRun(5, 'floored'), seed);
  while (model.tick < 200) {
    if (model.tick >= 50) model.setCops(Math.max(0, model.copCount - 1));
    model.step();
    if (model.activeCount > 50) return true;
  }
  return false;
}

/** The tick at which one group is gone, or Infinity if both live at `longestTicks`. */
export function ticksToGenocide(run: 6 | 7 | 8, seed: number, longestTicks: number): number {
  const model = new InterGroupViolence(publishedRun(run, 'floored'), seed);
  while (!model.isOver && model.tick < longestTicks) model.step();
  return model.isOver ? model.tick : Infinity;
}

export const epstein: Classic = {
  id: 'epstein',
  title: 'Civil violence: punctuated outbursts and genocide on a grid',
  citation: 'Epstein 2002, PNAS 99 suppl. 3, 7243-7250, doi:10.1073/pnas.092080199',
  run(full) {
    const ticks = full ? 3000 : 1000;
    const floored = seeds.map((seed) => outburstsOf(publishedRun(2, 'floored'), seed, ticks));
    const literal = seeds.map((seed) => outburstsOf(publishedRun(2, 'literal'), seed, ticks));
    const wait = mean(floored.flatMap((o) => o.waitTicks));
    const activation = mean(floored.flatMap((o) => o.activations));
    const per3000 = (mean(floored.map((o) => o.activations.length)) * 3000) / ticks;
    const longest = full ? 15_000 : 1000;
    const gone = (run: 6 | 7 | 8) => seeds.filter((seed) => ticksToGenocide(run, seed, longest) < Infinity).length;
    return [
      within('run 2 floored: outbursts in 3000 ticks', '101 to 122 (replication)', per3000, 101, 122),
      within('run 2 floored: ticks between outbursts', '18.7 to 24.2 (replication)', wait, 18.7, 24.2),
      within('run 2 floored: activation of an outburst', '679 to 929 (replication)', activation, 679, 929),
      within('run 2 floored: mean peak', '290 to 368 (replication)', mean(floored.map((o) => o.peak)), 290, 368),
      within('run 2 literal: outbursts', '0 (two replications)', mean(literal.map((o) => o.activations.length)), 0, 0),
      within('run 5 floored: runs that tip', '20 of 20', seeds.filter(tips).length, 20, 20),
      within('run 6: runs in which a group is gone', '0 of 20', gone(6), 0, 0),
      within('run 7: runs in which a group is gone', '20 of 20', gone(7), 20, 20),
      within('run 8: runs in which a group is gone', '20 of 20 (replication); none (paper)', gone(8), 20, 20),
      // ASSUMPTION: a tenth either way; the published spreads are of single outbursts, not of the mean
      within('T8, the paper, run 2: ticks between outbursts', '60 (sd 55)', wait, 54, 66),
      within('T8, the paper, run 2: activation of an outburst', '708 (sd 230)', activation, 637, 779),
    ];
  },
};
