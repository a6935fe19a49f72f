/** Watts' cascades person by person on random networks. */
import { draw32, drawKey, type DrawKey } from '../../base/random.ts';

/** Who knows whom: `ties[from[i] … from[i + 1]]` are the acquaintances of person i. */
export interface Network {
  readonly people: number;
  readonly from: Int32Array;
  readonly ties: Int32Array;
}

/**
 * A network of people tied at random, z ties each on average (Poisson in the limit).
 * @random decision "ties", subject = `watts`, index = tie, count = 2 x network and the next
 */
export function randomNetwork(seed: number, network: number, people: number, meanTies: number): Network {
  const key = drawKey(seed, 'watts', 'ties');
  const pairs = Math.round((people * meanTies) / 2);
  const ends = new Int32Array(2 * pairs);
  const from = new Int32Array(people + 1);
  for (let i = 0; i < pairs; i++) {
    const one = below(key, i, 2 * network, people);
    // everybody but oneself
    const other = (one + 1 + below(key, i, 2 * network + 1, people - 1)) % people;
    ends[2 * i] = one;
    ends[2 * i + 1] = other;
    from[one + 1]!++;
    from[other + 1]!++;
  }
  for (let i = 0; i < people; i++) from[i + 1]! += from[i]!;
  const ties = new Int32Array(2 * pairs);
  const next = from.slice(0, people);
  for (let i = 0; i < 2 * pairs; i++) ties[next[ends[i]!]!++] = ends[i ^ 1]!;
  return { people, from, ties };
}

function below(key: DrawKey, index: number, count: number, bound: number): number {
  return Math.floor((draw32(key, index, count) / 4294967296) * bound);
}

/** How many act after one person began: everybody joins once at least the threshold's share of their acquaintances acts. */
export function cascade(network: Network, first: number, threshold01: number): number {
  const { people, from, ties } = network;
  const isActing = new Uint8Array(people);
  const actingAround = new Int32Array(people);
  const queue = [first];
  isActing[first] = 1;
  for (let i = 0; i < queue.length; i++) {
    const person = queue[i]!;
    for (let t = from[person]!; t < from[person + 1]!; t++) {
      const other = ties[t]!;
      actingAround[other]!++;
      if (isActing[other] === 1 || actingAround[other]! < threshold01 * (from[other + 1]! - from[other]!) - 1e-9) continue;
      isActing[other] = 1;
      queue.push(other);
    }
  }
  return queue.length;
}

export interface Trials {
  readonly networks: number;
  readonly startsEach: number;
  readonly people: number;
}

/**
 * Share of single starters who move more than a twentieth of everybody, and the mean share moved when they do.
 * @random as randomNetwork, and decision "starter", subject = `watts`, index = start, count = network
 */
export function tryCascades(seed: number, trials: Trials, meanTies: number, threshold01: number): { readonly global01: number; readonly size01: number } {
  const key = drawKey(seed, 'watts', 'starter');
  let [globals, moved] = [0, 0];
  for (let n = 0; n < trials.networks; n++) {
    const network = randomNetwork(seed, n, trials.people, meanTies);
    for (let s = 0; s < trials.startsEach; s++) {
      const size = cascade(network, below(key, s, n, trials.people), threshold01);
      if (size <= trials.people / 20) continue;
      globals++;
      moved += size;
    }
  }
  return { global01: globals / (trials.networks * trials.startsEach), size01: globals === 0 ? 0 : moved / (globals * trials.people) };
}
