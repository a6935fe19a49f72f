/** What every published form of the refusal rule answers, and what all forms share. */
import { remaining } from '../../base/maths.ts';
import { Stance, UnitKind } from '../../world/forces.ts';
import type { RunState, Term, Tipping } from '../contract.ts';
import type { Column } from '../tipping.ts';

/** What full loyalty holds against, in the unit of the terms. */
export const loyaltyHolds = 0.6;

/** Crowds smaller than this, counted with their arms, shake nobody. */
export const smallestCrowd = 100;

/** One judgement; reused for unit after unit. */
export interface Verdict {
  total: number;
  threshold: number;
  draw: number;
  /** doubt of the unit after this hour */
  doubt: number;
  refuses: boolean;
}

export const newVerdict = (): Verdict => ({ total: 0, threshold: 0, draw: 0, doubt: 0, refuses: false });

export interface RefusalRule {
  readonly columns: readonly Column[];
  /** name of its draw */
  readonly decision: string;
  /** names of the total and of what it is held against, in the log */
  readonly total: string;
  readonly threshold: string;
  /** whether who stands aside asks the rule again before it returns: it does not go back to refuse at once */
  readonly asksAgain: boolean;
  /** Fill the values of the columns for a unit before a crowd of `ratio` a head of strength. */
  look(u: number, ratio: number, values: Float64Array): void;
  /** Judge by those values; changes nothing but `verdict`. @random decision "refuse" or "signal", subject = unit, count = its refusals so far */
  judge(u: number, values: Float64Array, verdict: Verdict): void;
  /** What alone would have turned the verdict. */
  tipping(u: number, terms: readonly Term[], verdict: Verdict): readonly Tipping[];
}

/** Whether a unit is one whose obedience is in question: at home in its country, with people left, no contingent. */
export function faces(run: RunState, u: number): boolean {
  const { world, units } = run;
  return units.strength[u]! > 0 && world.places.country[units.place[u]!] === world.units.country[u] && world.units.kind[u] !== UnitKind.contingent;
}

/** Crowd a head of obeying strength. */
export function ratioOf({ now }: RunState, i: number, crowd: number): number {
  return crowd / Math.max(1, now.place.force[i]!);
}

/** Share of units aside that stay so for another hour. */
export function staysAside(run: RunState): number {
  return remaining(1, run.value('obey.returnHours'));
}

/** Whether a unit that stands aside returns in this hour. @random decision "return", subject = unit, count = hour */
export function returnsAt(run: RunState, u: number, stays: number): boolean {
  const { now, units, world } = run;
  const i = units.place[u]!;
  return (
    units.stance[u] === Stance.aside &&
    now.place.crowdStrength[i]! < now.place.force[i]! + units.strength[u]! &&
    run.luck(world.units.keys[u]!, 'return', run.hour) > stays
  );
}

/** Share of refusals that change sides, at the cohesion of the elite now. */
export function shareOfSides(run: RunState, u: number): number {
  return run.value('obey.sideShare01') * (1 - run.now.country.cohesion01[run.world.units.country[u]!]!) * 2;
}

/** Whether a unit that refuses changes sides. @random decision "side", subject = unit, count = its refusals so far */
export function changesSides(run: RunState, u: number): boolean {
  return run.luck(run.world.units.keys[u]!, 'side', run.units.refusals[u]!) < shareOfSides(run, u);
}
