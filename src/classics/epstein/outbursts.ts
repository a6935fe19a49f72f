/** Outbursts of one run: more than 50 actives, until fewer than 50. */
import { createCivilViolence } from './kernel.ts';
import type { CivilViolenceParameters } from './parameters.ts';

export const outburstActives = 50;

export interface Outbursts {
  /** Actives summed over the ticks of each finished outburst. */
  readonly activations: readonly number[];
  /** Ticks from the end of one outburst to the start of the next. */
  readonly waitTicks: readonly number[];
  readonly peak: number;
}

/** Runs model I. @returns actives after each tick */
export function activesOver(parameters: CivilViolenceParameters, seed: number, ticks: number): number[] {
  const run = createCivilViolence(parameters, seed);
  return Array.from({ length: ticks }, () => {
    run.step();
    return run.activeCount;
  });
}

/** The outbursts in a list of actives, one number a tick. */
export function outburstsIn(actives: readonly number[]): Outbursts {
  const activations: number[] = [];
  const waitTicks: number[] = [];
  let peak = 0;
  let ended = -1;
  let sum = -1;
  for (const [t, now] of actives.entries()) {
    peak = Math.max(peak, now);
    if (sum < 0 && now > outburstActives) {
      if (ended >= 0) waitTicks.push(t - ended);
      sum = 0;
    } else if (sum >= 0 && now < outburstActives) {
      activations.push(sum);
      ended = t;
      sum = -1;
    }
    if (sum >= 0) sum += now;
  }
  return { activations, waitTicks, peak };
}
