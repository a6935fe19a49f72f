/** A state that takes participants away, a few each period: at random, or those with the most ties first. */
import { drawKey, uniform01 } from '../../base/random.ts';
import type { Network } from '../watts/cascade.ts';
import { Society } from './participation.ts';

export type Aim = 'at random' | 'most ties first';

export interface Removal {
  readonly aim: Aim;
  /** people taken in a period at most */
  readonly perPeriod: number;
  readonly awayPeriods: number;
}

/**
 * Share of people who act after a number of periods, those taken away counted as not acting.
 * @random decision "removal", index = person, count = period
 * @source Siegel, "Of Social Networks and Popular Rebellion" (a draft, one page of which was read): only participants are taken, 0 to 25 a period of 500 people
 */
export function underRemoval01(seed: number, network: Network, motivation: Float64Array, inertia01: number, removal: Removal, periods: number): number {
  const society = new Society(network, motivation, inertia01);
  const key = drawKey(seed, 'siegel', 'removal');
  while (society.period < periods) {
    society.step();
    if (society.period === periods) break;
    const rank = new Float64Array(network.people).fill(-1);
    for (let person = 0; person < network.people; person++)
      if (society.isActing[person] === 1)
        rank[person] = uniform01(key, person, society.period) + (removal.aim === 'most ties first' ? society.ties(person) : 0);
    for (let n = 0; n < removal.perPeriod; n++) {
      let first = 0;
      for (let person = 1; person < network.people; person++) if (rank[person]! > rank[first]!) first = person;
      if (rank[first]! < 0) break;
      society.take(first, removal.awayPeriods);
      rank[first] = -1;
    }
  }
  return society.acting / network.people;
}
