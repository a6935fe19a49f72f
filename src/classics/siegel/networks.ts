/** The four kinds of network: small world, villages, opinion leaders, hierarchy; and everybody tied to everybody. */
import { power } from '../../base/maths.ts';
import { drawKey, uniform01, type DrawKey } from '../../base/random.ts';
import type { Network } from '../watts/cascade.ts';

/** Ties as pairs of people. */
class Ties {
  private readonly people: number;
  private readonly seen = new Set<number>();
  private readonly ends: number[] = [];

  constructor(people: number) {
    this.people = people;
  }

  /** Ties two people who are known not to be tied yet, and are not asked about again. */
  add(one: number, other: number): void {
    this.ends.push(one, other);
  }

  /** Ties two people. @returns false when they are one person or tied already by this */
  addOnce(one: number, other: number): boolean {
    const name = one < other ? one * this.people + other : other * this.people + one;
    if (one === other || this.seen.has(name)) return false;
    this.seen.add(name);
    this.add(one, other);
    return true;
  }

  network(): Network {
    const { people, ends } = this;
    const from = new Int32Array(people + 1);
    for (const person of ends) from[person + 1]!++;
    for (let i = 0; i < people; i++) from[i + 1]! += from[i]!;
    const ties = new Int32Array(ends.length);
    const next = from.slice(0, people);
    ends.forEach((person, i) => (ties[next[person]!++] = ends[i ^ 1]!));
    return { people, from, ties };
  }
}

const whole = (key: DrawKey, index: number, count: number, below: number) => Math.floor(uniform01(key, index, count) * below);

/** Everybody tied to everybody. */
export function complete(people: number): Network {
  return villages(0, people, people, 0);
}

/**
 * People on a ring tied to the `radius` next on either side; each tie goes to somebody drawn at random instead with a chance.
 * @param rewired01 chance of a tie to be rewired
 * @random decision "rewire"
 * @source Watts & Strogatz 1998, doi:10.1038/30918
 */
export function smallWorld(seed: number, people: number, radius: number, rewired01: number): Network {
  const key = drawKey(seed, 'siegel', 'rewire');
  const ties = new Ties(people);
  const moved: number[] = [];
  for (let step = 1; step <= radius; step++) {
    for (let person = 0; person < people; person++) {
      if (rewired01 > 0 && uniform01(key, person, 100 * step) < rewired01) moved.push(person, step);
      else ties.addOnce(person, (person + step) % people);
    }
  }
  for (let i = 0; i < moved.length; i += 2) {
    const [person, step] = [moved[i]!, moved[i + 1]!];
    for (let n = 1; n < 100 && !ties.addOnce(person, whole(key, person, 100 * step + n, people)); n++);
  }
  return ties.network();
}

/**
 * Cliques of `size` people; people of different cliques are tied by chance.
 * @param far expected ties of a person to other villages
 * @random decision "far ties"
 */
export function villages(seed: number, people: number, size: number, far: number): Network {
  const ties = new Ties(people);
  for (let one = 0; one < people; one++)
    for (let other = one + 1; other < people && Math.floor(other / size) === Math.floor(one / size); other++) ties.add(one, other);
  const key = drawKey(seed, 'siegel', 'far ties');
  const wanted = Math.round((people * far) / 2);
  for (let made = 0, n = 0; made < wanted; n++) {
    const [one, other] = [whole(key, n, 0, people), whole(key, n, 1, people)];
    if (Math.floor(one / size) !== Math.floor(other / size) && ties.addOnce(one, other)) made++;
  }
  return ties.network();
}

/**
 * Numbers of ties that fall as a power, tied at random: few people with many ties, many with few. A pair drawn twice, or somebody
 * drawn with oneself, is dropped.
 * @param steepness exponent of the power, above 1
 * @param fewest ties of the least tied
 * @random decisions "standing" and "stubs"
 */
export function opinionLeaders(seed: number, people: number, steepness: number, fewest: number): Network {
  const standing = drawKey(seed, 'siegel', 'standing');
  const most = people - 1;
  const chances: number[] = [];
  let sum = 0;
  for (let k = fewest; k <= most; k++) chances.push((sum += power(k, -steepness)));
  const stubs: number[] = [];
  for (let person = 0; person < people; person++) {
    const mark = uniform01(standing, person, 0) * sum;
    let more = 0;
    while (chances[more]! < mark) more++;
    for (let i = 0; i < fewest + more; i++) stubs.push(person);
  }
  const key = drawKey(seed, 'siegel', 'stubs');
  for (let i = stubs.length - 1; i > 0; i--) {
    const j = whole(key, i, 0, i + 1);
    [stubs[i], stubs[j]] = [stubs[j]!, stubs[i]!];
  }
  const ties = new Ties(people);
  for (let i = 0; i + 1 < stubs.length; i += 2) ties.addOnce(stubs[i]!, stubs[i + 1]!);
  return ties.network();
}

/**
 * A tree in which everybody has `below` subordinates; those under one superior are tied to one another by chance.
 * @param abreast01 chance of a tie between two under one superior
 * @random decision "abreast"
 */
export function hierarchy(seed: number, people: number, below: number, abreast01: number): Network {
  const key = drawKey(seed, 'siegel', 'abreast');
  const ties = new Ties(people);
  for (let person = 1; person < people; person++) ties.add(person, Math.floor((person - 1) / below));
  for (let first = 1; first < people; first += below)
    for (let one = first; one < Math.min(people, first + below); one++)
      for (let other = one + 1; other < Math.min(people, first + below); other++) if (uniform01(key, one, other - first) < abreast01) ties.add(one, other);
  return ties.network();
}

/** People tied at random in pairs, `mean` ties each on average: the same number of ties without leaders. */
export function atRandom(seed: number, people: number, mean: number): Network {
  return villages(seed, people, 1, mean);
}
