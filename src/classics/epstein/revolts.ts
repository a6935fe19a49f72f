/** Runs 3 to 5: legitimacy that falls, slowly or at once, and cops who are withdrawn. */
import { CivilViolence } from './civil-violence.ts';
import { outburstActives } from './outbursts.ts';
import { type ArrestRule, publishedRun } from './parameters.ts';

/** The tick of the paper at which legitimacy begins to fall. */
const fallsAt = 77;
const fallTicks = 300;

export interface Revolt {
  readonly peak: number;
  /** at the end of 300 ticks */
  readonly jailed: number;
}

function underLegitimacy(legitimacyAt: (tick: number) => number, rule: ArrestRule, seed: number): Revolt {
  const model = new CivilViolence(publishedRun(3, rule), seed);
  let peak = 0;
  while (model.tick < fallTicks) {
    model.legitimacy01 = legitimacyAt(model.tick);
    model.step();
    peak = Math.max(peak, model.activeCount);
  }
  return { peak, jailed: model.jailedCount };
}

/** Run 3: legitimacy falls from 0.9 to 0.2 by 0.01 a tick. */
export const salami = (rule: ArrestRule, seed: number): Revolt =>
  underLegitimacy((tick) => (tick < fallsAt ? 0.9 : Math.max(0.2, 0.9 - 0.01 * (tick - fallsAt + 1))), rule, seed);

/** Run 4: it falls from 0.9 to 0.7 at once. */
export const jump = (rule: ArrestRule, seed: number): Revolt => underLegitimacy((tick) => (tick < fallsAt ? 0.9 : 0.7), rule, seed);

/** Run 5: the cops left when an outburst begins while one a tick is withdrawn from tick 50 on; NaN if none does by tick 200. ASSUMPTION: the pace. */
export function copsLeftAtRevolt(seed: number): number {
  const model = new CivilViolence(publishedRun(5, 'floored'), seed);
  while (model.tick < 200) {
    if (model.tick >= 50) model.setCops(Math.max(0, model.copCount - 1));
    model.step();
    if (model.activeCount > outburstActives) return model.copCount;
  }
  return NaN;
}
