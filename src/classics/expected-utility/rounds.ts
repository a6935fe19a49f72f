/** Rounds of offers among actors: everybody judges everybody, and whoever is pressed moves. */
import { power } from '../../base/maths.ts';
import { chanceOf, contestBetween, riskExponents, worthOfChallenge, type Actor } from '../../mechanisms/decide/challenge.ts';

/** Chance that actor `i` wins against `j`. */
export type Chance = typeof chanceOf;

/** What a distance to its own position means to actor number k. */
type Felt = (distance: number, k: number) => number;

/** How the chance of winning is counted, given what distances mean; three readings of one formula are in use. */
export type Reading = (actors: readonly Actor[], felt?: Felt) => Chance;

/** As printed: the challenger's share of the weight that cares which of the two it is. */
export const asPrinted: Reading = (_, felt) =>
  felt === undefined
    ? chanceOf
    : (actors, i, j) => {
        const { pro, all } = contestBetween(actors, actors[i]!.position, actors[j]!.position, felt);
        return all > 0 ? pro / all : 0;
      };

/** By the margin: what the challenger's side has more than the other's, nothing where it has less. */
export const byMargin: Reading = (_, felt) => (actors, i, j) => {
  const { pro, all } = contestBetween(actors, actors[i]!.position, actors[j]!.position, felt);
  return all > 0 ? Math.max(0, 2 * pro - all) / all : 0;
};

/** Of all contests: the challenger's weight over that of all contests between any two actors, both ways. */
export const ofAllContests: Reading = (actors, felt) => {
  let everything = 0;
  for (const { position: a } of actors) for (const { position: b } of actors) everything += contestBetween(actors, a, b, felt).all;
  return (_, i, j) => (everything > 0 ? contestBetween(actors, actors[i]!.position, actors[j]!.position, felt).pro / everything : 0);
};

/**
 * One round: everybody takes the risk exponent of where it stands, judges every pair with it, and whoever
 * received offers it cannot refuse moves as little as it must: to a stronger rival's position, else
 * part of the way, else all of it.
 * @param range of the issue when it was opened
 * @source Scholz, Calbert & Smith 2011, doi:10.1177/0951629811418142
 */
export function afterRound(actors: readonly Actor[], range: number, reading: Reading): Actor[] {
  const risks = riskExponents(actors, reading(actors));
  const chance = reading(actors, (distance, k) => power(distance / range, risks[k]!));
  return actors.map((actor, i) => {
    const worth = (from: number, to: number) =>
      worthOfChallenge(Math.abs(actors[from]!.position - actors[to]!.position) / range, risks[i]!, chance(actors, from, to), actors[to]!.salience01);
    const [lost, bargained, yielded]: [number[], number[], number[]] = [[], [], []];
    actors.forEach(({ position }, j) => {
      if (position === actor.position) return;
      const [own, others] = [worth(i, j), worth(j, i)];
      if (own > 0 && others > own) lost.push(position);
      else if (own < 0 && others > -own) bargained.push(actor.position + ((position - actor.position) * -own) / others);
      else if (own < 0 && others > 0 && others < -own) yielded.push(position);
    });
    const offers = [lost, bargained, yielded].find((list) => list.length > 0) ?? [actor.position];
    const apart = (position: number) => Math.abs(position - actor.position);
    return { ...actor, position: offers.reduce((best, offer) => (apart(offer) < apart(best) ? offer : best)) };
  });
}

/** The actors before the first round and after each. */
export function rounds(actors: readonly Actor[], number: number, reading: Reading): (readonly Actor[])[] {
  const positions = actors.map(({ position }) => position);
  const range = Math.max(...positions) - Math.min(...positions);
  const all: (readonly Actor[])[] = [actors];
  for (let n = 0; n < number; n++) all.push(afterRound(all[n]!, range, reading));
  return all;
}
