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

/** Chance that `i` wins against `j`: its share of the weight that cares which of the two it is. */
export function chanceOf(actors: readonly Actor[], i: number, j: number): number {
  let [pro, all] = [0, 0];
  for (const { position, capability, salience01 } of actors) {
    const vote = capability * salience01 * (Math.abs(position - actors[j]!.position) - Math.abs(position - actors[i]!.position));
    if (vote > 0) pro += vote;
    all += Math.abs(vote);
  }
  return all > 0 ? pro / all : 0;
}

/**
 * Expected utility, as `i` sees it, of challenging `j`, over leaving things as they are.
 * @param risk exponent of `i`: below 1 it seeks risk, above 1 it shuns it
 * @param chance that `i` wins
 */
export function expectedUtility(actors: readonly Actor[], i: number, j: number, risk: number, chance: number): number {
  const range = rangeOf(actors);
  const distance = range > 0 ? Math.abs(actors[i]!.position - actors[j]!.position) / range : 0;
  const success = 2 - 4 * power(0.5 - 0.5 * distance, risk);
  const failure = 2 - 4 * power(0.5 + 0.5 * distance, risk);
  const statusQuo = 2 - 4 * power(0.5, risk);
  const resistance = actors[j]!.salience01;
  return resistance * (chance * success + (1 - chance) * failure) + (1 - resistance) * success - statusQuo;
}

/** Risk exponents of all actors, in [1/2, 2]: who is least threatened where it stands is the most cautious. */
export function riskExponents(actors: readonly Actor[]): number[] {
  const threats = actors.map((_, i) => actors.reduce((sum, __, j) => (j === i ? sum : sum + expectedUtility(actors, j, i, 1, chanceOf(actors, j, i))), 0));
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
