/** Outbursts of one run: more than 50 actives, until fewer than 50. */
import { CivilViolence } from './civil-violence.ts';
import type { CivilViolenceParameters } from './parameters.ts';

const outburstActives = 50;

export interface Outbursts {
  /** Actives summed over the ticks of each finished outburst. */
  readonly activations: number[];
  /** Ticks from the end of one outburst to the start of the next. */
  readonly waitTicks: number[];
  readonly peak: number;
}

/** Runs model I and lists its outbursts. @param ticks length of the run @param seed whole number */
export function outburstsOf(parameters: CivilViolenceParameters, seed: number, ticks: number): Outbursts {
  const model = new CivilViolence(parameters, seed);
  const activations: number[] = [];
  const waitTicks: number[] = [];
  let peak = 0;
  let ended = -1;
  let sum = -1;
  for (let t = 0; t < ticks; t++) {
    model.step();
    const actives = model.activeCount;
    peak = Math.max(peak, actives);
    if (sum < 0 && actives > outburstActives) {
      if (ended >= 0) waitTicks.push(t - ended);
      sum = 0;
    } else if (sum >= 0 && actives < outburstActives) {
      activations.push(sum);
      ended = t;
      sum = -1;
    }
    if (sum >= 0) sum += actives;
  }
  return { activations, waitTicks, peak };
}
