/** Who takes part in the end where that can be worked out: cliques, a ring, a tree. None of it simulates. */
import { ln } from '../../base/maths.ts';
import { normalEquilibrium } from '../granovetter/model.ts';
import { normalShareBelow } from '../../base/normal.ts';

/** How motivated people are: the mean of b and its spread. */
export interface Motivation {
  readonly mean: number;
  readonly spread: number;
}

/** Chance to take part when a share of acquaintances does: b > 1 − share. */
export function willing01({ mean, spread }: Motivation, around01: number): number {
  return normalShareBelow((mean - 1 + around01) / spread);
}

/** Everybody tied to everybody, without end: Granovetter's crowd with thresholds 1 − b. */
export function completeShare01({ mean, spread }: Motivation): number {
  return normalEquilibrium(100 * (1 - mean), 100 * spread, 100) / 100;
}

/** The spread of motivations above which a complete network without end has no small resting point any more. */
export function spreadOfTheJump(mean: number): number {
  let [low, high] = [1e-3, 1 - mean];
  while (high - low > 1e-12) {
    const middle = (low + high) / 2;
    if (completeShare01({ mean, spread: middle }) < 1 - mean) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Expected share in one clique. Of k people among themselves, all end up acting with the chance Q(k) that is left when every smaller end is taken off:
 * Q(k) = 1 − sum over j < k of C(k, j) Q(j) (1 − F(j))^(k − j), F(j) the chance to act beside j others.
 * @param size people, up to about 50: the sum loses digits beyond
 */
export function cliqueShare01(motivation: Motivation, size: number): number {
  const stays = Array.from({ length: size + 1 }, (_, others) => 1 - willing01(motivation, size > 1 ? others / (size - 1) : 0));
  const all: number[] = [];
  for (let k = 0; k <= size; k++) {
    let rest = 1;
    for (let j = 0, choices = 1; j < k; choices = (choices * (k - j)) / ++j) rest -= choices * all[j]! * wholePower(stays[j]!, k - j);
    all.push(rest);
  }
  let share = 0;
  for (let k = 0, choices = 1; k <= size; choices = (choices * (size - k)) / ++k) share += (k / size) * choices * all[k]! * wholePower(stays[k]!, size - k);
  return share;
}

/** A ring without end on which everybody has one acquaintance on either side. */
export function ringShare01(motivation: Motivation): number {
  const [alone, withOne, withTwo] = [0, 0.5, 1].map((around01) => willing01(motivation, around01));
  // chance that a neighbour acts although I do not
  const side = alone! / (1 - (withOne! - alone!));
  return alone! * (1 - side) * (1 - side) + withOne! * 2 * side * (1 - side) + withTwo! * side * side;
}

/**
 * A whole tree: everybody but those at the bottom has `below` subordinates.
 * @param levels ranks, at least 2
 */
export function treeShare01(motivation: Motivation, below: number, levels: number): number {
  // chance that somebody with that many ranks beneath acts although the superior does not
  const unled = [willing01(motivation, 0)];
  for (let height = 1; height < levels; height++) unled.push(mixed(below, unled[height - 1]!, (j) => willing01(motivation, j / (below + 1))));
  let superior = mixed(below - 1, unled[levels - 2]!, (j) => willing01(motivation, j / below));
  let acting = mixed(below, unled[levels - 2]!, (j) => willing01(motivation, j / below));
  let people = 1;
  for (let height = levels - 2, rank = below; height >= 0; height--, rank *= below) {
    const ties = height === 0 ? 1 : below + 1;
    const led = (j: number) => superior * willing01(motivation, (j + 1) / ties) + (1 - superior) * willing01(motivation, j / ties);
    const beneath = height === 0 ? 0 : below;
    acting += rank * mixed(beneath, beneath === 0 ? 0 : unled[height - 1]!, led);
    people += rank;
    if (height > 0) superior = mixed(below - 1, unled[height - 1]!, led);
  }
  return acting / people;
}

/** People of a whole tree. */
export function treePeople(below: number, levels: number): number {
  let people = 0;
  for (let level = 0, rank = 1; level < levels; level++, rank *= below) people += rank;
  return people;
}

/** The mean of f over how many of `people` act, each with the same chance. */
function mixed(people: number, chance01: number, f: (acting: number) => number): number {
  let sum = 0;
  for (let j = 0, choices = 1; j <= people; choices = (choices * (people - j)) / ++j)
    sum += choices * wholePower(chance01, j) * wholePower(1 - chance01, people - j) * f(j);
  return sum;
}

function wholePower(x: number, times: number): number {
  let product = 1;
  for (let i = 0; i < times; i++) product *= x;
  return product;
}

/** Periods after those around began to act until somebody with that motivation joins: the first t with b > λ^t. */
export function periodsToJoin(motivation: number, inertia01: number): number {
  return Math.floor(ln(motivation) / ln(inertia01)) + 1;
}
