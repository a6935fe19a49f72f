/**
 * Who knows whom, by walking groups and tie numbers forward once and writing every tie into both
 * people's lists. `Ties.of`, which inverts the shuffles, is never asked.
 */
import { drawKey, threefry, words } from '../../src/base/random.ts';
import { farLevels, nearLevels } from '../../src/world/people/ties.ts';
import type { World } from '../../src/world/world.ts';
import type { Person } from './person.ts';

/** Thinning spelled out: the tie is kept when its draw lies below 1/(1 + hubs x the smaller of both standings). */
function isKept(world: World, level: string, ...rest: [one: [number, number], other: [number, number], tie: number]): boolean {
  const [one, other, tie] = rest;
  const blockOf = (subject: string, decision: string, member: number, count: number): [number, number] => {
    const { key0, key1 } = drawKey(world.seed, subject, decision);
    threefry(key0, key1, member, count);
    return [words[0]!, words[1]!];
  };
  const [[u, saltU], [v, saltV]] = [one, other].map(([place, slot]) => blockOf(world.places.keys[place!]!, 'standing', slot!, 0)) as [
    [number, number],
    [number, number],
  ];
  const [draw] = blockOf(level, 'tie kept', saltU ^ saltV, tie);
  return (draw / 2 ** 32) * (1 + world.settlement.ties.hubs * (Math.min(u, v) / 2 ** 32)) < 1;
}

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
    for (const [placeA, slotA, placeB, slotB, tie] of ties.possibleFarTies(level)) {
      if (ties.hubs > 0 && !isKept(world, level, [placeA, slotA], [placeB, slotB], tie)) continue;
      const a = everybody[offsets[placeA]! + slotA]!;
      const b = everybody[offsets[placeB]! + slotB]!;
      if (a === b) continue;
      a.friends.push(b);
      b.friends.push(a);
    }
  }
}
