/** Where everybody stands, read from the engine's own pages. */
import type { PeopleEngine } from '../../src/world/people/engine.ts';
import { statusMask, type Pages } from '../../src/world/people/pages.ts';
import type { World } from '../../src/world/world.ts';

/** The status of a person. The pages are private to the engine: only a census looks at them. */
export function statusOf(engine: PeopleEngine, person: number): number {
  return (engine as unknown as { pages: Pages }).pages.get(person) & statusMask;
}

/** Numbers of everybody who exists; the other slots are vacant. */
export function everybody(world: World): Int32Array {
  const people: number[] = [];
  world.settlement.residents.forEach((home, place) => {
    for (let index = 0; index < home.capacity; index++) if (home.isResident(index)) people.push(world.settlement.offsets[place]! + index);
  });
  return Int32Array.from(people);
}

/** [person of `people`] status. */
export function census(engine: PeopleEngine, people: Int32Array): Uint8Array {
  return Uint8Array.from(people, (person) => statusOf(engine, person));
}
