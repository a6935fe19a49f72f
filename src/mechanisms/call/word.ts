/** Word of mouth: those who were at the last gathering tell others of the next, network or not. */
import { exp } from '../../base/maths.ts';
import type { RunState } from '../contract.ts';

/**
 * Who is told, bound to a run.
 * @returns share [0,1) of the movable residents of a place whom somebody of the remembered crowd tells
 * @source form ours: told at random, 1 - exp(-tell crowd / movable); Hassanpour 2014 on local contact
 */
export function wordOfMouth(run: RunState): (place: number) => number {
  const { world } = run;
  const perMovable = run.value('call.tell') / run.value('people.stock01');
  return (place) => 1 - exp((-perMovable * run.now.place.company[place]!) / Math.max(1, world.places.weighedResidents[place]!));
}
