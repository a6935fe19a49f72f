/** Citizens who each know a little about how strong a regime is, and attack only if enough others will. */
import { drawKey, uniform01 } from '../../base/random.ts';
import { crossing, normalQuantile, normalShareBelow } from '../../base/normal.ts';

export interface Game {
  /** cost of attacking, as a share of what a fall is worth; in (0, 1) */
  readonly cost01: number;
  /** precision of what each citizen is told of the regime's strength (1 / variance) */
  readonly precision: number;
}

/** The strongest regime that falls when everybody attacks who is told less than `cutoff`. */
export function strongestToFall(game: Game, cutoff: number): number {
  const sharpness = Math.sqrt(game.precision);
  return crossing((strength) => strength - normalShareBelow(sharpness * (cutoff - strength)), -1, 2);
}

/** What a citizen must at most be told to attack, when every regime weaker than `strongest` falls. */
export function bestCutoff(game: Game, strongest: number): number {
  return strongest - normalQuantile(game.cost01) / Math.sqrt(game.precision);
}

/**
 * Cutoffs left when hopeless attacks and hopeless silences are struck out over and over, from one end.
 * @param from a cutoff far below (nobody dares) or far above (everybody does) any sensible one
 * @returns the strongest regime that falls, and the cutoff; the same from both ends = one equilibrium
 */
export function eliminate(game: Game, from: number): { readonly strength: number; readonly cutoff: number; readonly rounds: number } {
  let cutoff = from;
  for (let rounds = 1; ; rounds++) {
    const strength = strongestToFall(game, cutoff);
    const next = bestCutoff(game, strength);
    if (Math.abs(next - cutoff) < 1e-12 || rounds === 10_000) return { strength, cutoff: next, rounds };
    cutoff = next;
  }
}

/** Draws are whole multiples of 2^-32: half of one keeps them inside (0, 1). */
const halfStep = 1 / 8589934592;

/**
 * Share of citizens who attack a regime of a given strength.
 * @random decision "signal", subject = `regime-change`, index = citizen, count = 0
 */
export function attack01(game: Game, strength: number, cutoff: number, citizens: number, seed: number): number {
  const key = drawKey(seed, 'regime-change', 'signal');
  const spread = 1 / Math.sqrt(game.precision);
  let attacking = 0;
  for (let i = 0; i < citizens; i++) if (strength + spread * normalQuantile(uniform01(key, i, 0) + halfStep) <= cutoff) attacking++;
  return attacking / citizens;
}
