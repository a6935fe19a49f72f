/**
 * Bueno de Mesquita's expected utility of challenging somebody over an issue, in the form of Scholz,
 * Calbert & Smith 2011: actors with a position, a capability and a salience, and a caution that follows
 * from how safe each is where it stands.
 * @source Scholz, Calbert & Smith 2011, Journal of Theoretical Politics 23(4) 510 (literature 8.2), with Q = 1: the
 *   status quo stays when nobody challenges, so the utilities of its drift play no part
 */
import { power } from '../../base/maths.ts';

export interface Actor {
  readonly name: string;
  /** what it wants, on the scale */
  readonly position: number;
  readonly capability: number;
  /** how much it cares, [0,1] */
  readonly salience01: number;
}

/** Votes of all actors for `a` against `b`, weighed by capability and salience; positive = `a` wins. */
export function votes(actors: readonly Actor[], a: number, b: number): number {
  let sum = 0;
  for (const { position, capability, salience01 } of actors) sum += capability * salience01 * (Math.abs(position - b) - Math.abs(position - a));
  return sum;
}

/** The position that loses to no other in a pairwise vote: the weighted median. */
export function median(actors: readonly Actor[]): number {
  let best = actors[0]!.position;
  for (const { position } of actors) if (votes(actors, position, best) > 0) best = position;
  return best;
}

export function weightedMean(actors: readonly Actor[]): number {
  let [sum, weight] = [0, 0];
  for (const { position, capability, salience01 } of actors) {
    sum += capability * salience01 * position;
    weight += capability * salience01;
  }
  return weight > 0 ? sum / weight : 0;
}

/** Weight thrown into a contest between two positions: for the first, and of all who care which it is. */
export interface Contest {
  readonly pro: number;
  readonly all: number;
}

/**
 * The contest between positions `a` and `b`.
 * @param felt what a distance to its own position means to actor number k; the distance itself if absent
 */
export function contestBetween(actors: readonly Actor[], a: number, b: number, felt = (distance: number, _k: number): number => distance): Contest {
  let [pro, all] = [0, 0];
  actors.forEach(({ position, capability, salience01 }, k) => {
    const vote = capability * salience01 * (felt(Math.abs(position - b), k) - felt(Math.abs(position - a), k));
    if (vote > 0) pro += vote;
    all += Math.abs(vote);
  });
  return { pro, all };
}

/** Chance that `i` wins against `j`: its share of the weight that cares which of the two it is. */
export function chanceOf(actors: readonly Actor[], i: number, j: number): number {
  const { pro, all } = contestBetween(actors, actors[i]!.position, actors[j]!.position);
  return all > 0 ? pro / all : 0;
}

/**
 * Expected utility of a challenge, over leaving things as they are.
 * @param distance01 between the two positions, in ranges of the issue
 * @param risk exponent of who judges: below 1 it seeks risk, above 1 it shuns it
 * @param chance that the challenger wins where the other side resists
 * @param resistance01 chance that it does: how much it cares
 */
export function worthOfChallenge(distance01: number, risk: number, chance: number, resistance01: number): number {
  const success = 2 - 4 * power(0.5 - 0.5 * distance01, risk);
  const failure = 2 - 4 * power(0.5 + 0.5 * distance01, risk);
  const statusQuo = 2 - 4 * power(0.5, risk);
  return resistance01 * (chance * success + (1 - chance) * failure) + (1 - resistance01) * success - statusQuo;
}

/** Expected utility, as `i` sees it, of challenging `j`; `risk` and `chance` as in `worthOfChallenge`. */
export function expectedUtility(actors: readonly Actor[], i: number, j: number, risk: number, chance: number): number {
  const range = rangeOf(actors);
  const distance01 = range > 0 ? Math.abs(actors[i]!.position - actors[j]!.position) / range : 0;
  return worthOfChallenge(distance01, risk, chance, actors[j]!.salience01);
}

/** Risk exponents of all actors, in [1/2, 2]: who is least threatened where it stands is the most cautious. */
export function riskExponents(actors: readonly Actor[], chance: typeof chanceOf = chanceOf): number[] {
  const threats = actors.map((_, i) => actors.reduce((sum, __, j) => (j === i ? sum : sum + expectedUtility(actors, j, i, 1, chance(actors, j, i))), 0));
  const [most, least] = [Math.max(...threats), Math.min(...threats)];
  return threats.map((sum) => {
    const level = most > least ? (2 * sum - most - least) / (most - least) : 0;
    return (1 - level / 3) / (1 + level / 3);
  });
}

function rangeOf(actors: readonly Actor[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const { position } of actors) {
    low = Math.min(low, position);
    high = Math.max(high, position);
  }
  return high - low;
}
