/**
 * Small models in which necessity is known: all luck is one number, every number of it counts once, and
 * the event is a function of the cause and the luck.
 */
import { causePairs, type CausePairs } from '../../claims/necessity.ts';

export interface CausalModel {
  readonly name: string;
  /** luck is 0, 1, … noises - 1, each as likely as any other */
  readonly noises: number;
  /** whether the cause comes about when nobody interferes */
  readonly cause: (noise: number) => boolean;
  /** whether the event comes about, the cause given */
  readonly event: (hasCause: boolean, noise: number) => boolean;
}

/** Pairs of worlds, one for each number of luck in the list: with the cause, without it, and left alone. */
export function pairsOf(model: CausalModel, noises: Iterable<number>): CausePairs {
  const list = [...noises];
  const bit = (is: boolean) => (is ? 1 : 0);
  return causePairs(
    list.map((noise) => bit(model.event(true, noise))),
    list.map((noise) => bit(model.event(false, noise))),
    list.map((noise) => bit(model.cause(noise))),
  );
}

/** Every number of luck once. */
export function everyNoise({ noises }: CausalModel): number[] {
  return Array.from({ length: noises }, (_, noise) => noise);
}

/** A coin is thrown; who bets on heads wins on heads, who bets on tails on tails. Bets fall like another coin. */
export const fairCoin: CausalModel = {
  name: 'a bet on a coin',
  noises: 4,
  cause: (noise) => noise % 2 === 1,
  event: (bet, noise) => bet === (noise >> 1 === 1),
};

/**
 * Two riflemen wait for an order that comes in half of all cases; the first also shoots by nerves in one of
 * `calm + 1` cases. The cause is that the first shoots; either shot is mortal.
 */
export function firingSquad(calm: number): CausalModel {
  const nerves = calm + 1;
  return {
    name: `two riflemen, one nervous in one of ${nerves}`,
    noises: 2 * nerves,
    cause: (noise) => noise >= nerves || noise % nerves === 0,
    event: (firstShoots, noise) => firstShoots || noise >= nerves,
  };
}
