/** How a run begins, and what risk can be read: the same for every form of the kernel. */
import { exp } from '../../base/maths.ts';
import { drawKey, threefry, words } from '../../base/random.ts';
import { shuffle } from '../grid/luck.ts';
import { type Neighbourhood, Torus } from '../grid/torus.ts';
import { type CivilViolenceParameters, readRatio } from './parameters.ts';

const perWord = 2.3283064365386963e-10;

export interface Settlement {
  readonly torus: Torus;
  readonly near: Neighbourhood;
  readonly agents: number;
  readonly cops: number;
  /** Of agents, then of cops: sites, numbered row by row. */
  readonly sites: Int32Array;
  readonly hardship01: Float64Array;
  readonly riskAversion01: Float64Array;
}

/**
 * Exactly the rounded number of agents and cops, on sites drawn at random.
 * @throws RangeError when they do not fit or see too much
 * @random subject `civil violence`: decisions "settle", "nature"
 */
export function settle(parameters: CivilViolenceParameters, seed: number): Settlement {
  const { side, agentDensity, copDensity, neighbourhood, vision } = parameters;
  const torus = new Torus(side, side);
  const near = torus.view(neighbourhood, vision);
  if (near.size > 254) throw new RangeError(`a vision of ${vision} sees ${near.size} sites: at most 254 can be counted, give a smaller one`);
  const agents = Math.round(agentDensity * torus.sites);
  const cops = Math.round(copDensity * torus.sites);
  if (!(agents >= 0 && cops >= 0 && agents + cops <= torus.sites)) {
    throw new RangeError(`${agents} agents and ${cops} cops do not fit on ${torus.sites} sites: densities may add up to 1`);
  }
  const places = Int32Array.from({ length: torus.sites }, (_, i) => i);
  shuffle(drawKey(seed, 'civil violence', 'settle'), 0, places, places.length);
  const nature = drawKey(seed, 'civil violence', 'nature');
  const hardship01 = new Float64Array(agents);
  const riskAversion01 = new Float64Array(agents);
  for (let id = 0; id < agents; id++) {
    threefry(nature.key0, nature.key1, id, 0);
    hardship01[id] = words[0]! * perWord;
    riskAversion01[id] = words[1]! * perWord;
  }
  return { torus, near, agents, cops, sites: places.subarray(0, agents + cops), hardship01, riskAversion01 };
}

/** P for every count of actives (rows, up to `size` + 2) and cops (columns, up to `size`) that can be read. */
export function risks01({ rule, arrestConstant }: CivilViolenceParameters, size: number): Float64Array {
  const table = new Float64Array((size + 3) * (size + 1));
  for (let actives = 1; actives < size + 3; actives++) {
    for (let cops = 0; cops <= size; cops++) table[actives * (size + 1) + cops] = 1 - exp(-arrestConstant * readRatio(rule, cops, actives));
  }
  return table;
}

/** Whether grievance less the risk feared exceeds the threshold (rule A). */
export function dares(grievance01: number, riskAversion01: number, risk01: number, threshold: number): boolean {
  return grievance01 - riskAversion01 * risk01 > threshold;
}

/** Risks that can be read by their rank: what an agent dares is then one number, compared with another. */
export class RiskRanks {
  /** Rank of the risk at every place of the table of `risks01`. */
  readonly ranks: Uint16Array;
  private readonly distinct: Float64Array;

  constructor(parameters: CivilViolenceParameters, size: number) {
    const table = risks01(parameters, size);
    // cops and other actives stand on different sites: no more of both than there are in view
    const canBe = (i: number) => Math.floor(i / (size + 1)) + (i % (size + 1)) <= size + 2;
    this.distinct = Float64Array.from(new Set(table.filter((_, i) => canBe(i)))).sort();
    const rankOf = new Map(Array.from(this.distinct, (risk01, rank) => [risk01, rank]));
    this.ranks = Uint16Array.from(table, (risk01, i) => (canBe(i) ? rankOf.get(risk01)! : 0));
  }

  /** How many of the risks, from the smallest up, an agent would run. */
  daring(grievance01: number, riskAversion01: number, threshold: number): number {
    let [low, high] = [0, this.distinct.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (dares(grievance01, riskAversion01, this.distinct[middle]!, threshold)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
