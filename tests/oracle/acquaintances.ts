/**
 * Who knows whom, by walking groups and tie numbers forward once and writing every tie into both
 * people's lists. `Ties.of`, which inverts the shuffles, is never asked.
 */
import { farLevels, nearLevels } from '../../src/world/people/ties.ts';
import type { World } from '../../src/world/world.ts';
import type { Person } from './person.ts';

export function acquaint(everybody: readonly Person[], world: World): void {
  const { ties, offsets } = world.settlement;
  for (let place = 0; place < world.places.count; place++) {
    if (world.places.uncoupled[place] === 1) continue;
    for (let level = 0; level < nearLevels.length; level++) {
      for (const group of ties.nearGroups(level, place)) {
        for (const slot of group) {
          for (const other of group) if (other !== slot) everybody[offsets[place]! + slot]!.friends.push(everybody[offsets[place]! + other]!);
        }
      }
    }
  }
  for (const level of farLevels) {
    for (const [placeA, slotA, placeB, slotB] of ties.forwardFarTies(level)) {
      const a = everybody[offsets[placeA]! + slotA]!;
      const b = everybody[offsets[placeB]! + slotB]!;
      if (a === b) continue;
      a.friends.push(b);
      b.friends.push(a);
    }
  }
}
