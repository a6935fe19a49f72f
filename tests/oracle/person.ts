/**
 * Everybody as a plain object, and where each one stands in the order of his place.
 *
 * Written from the description of the layout, not from `src/world/people/layout.ts`: the classes are
 * walked from the first to the last, and each hands its slots out one by one.
 */
import { exp, ln } from '../../src/base/maths.ts';
import { drawKey, uniform01, type DrawKey } from '../../src/base/random.ts';
import { Status } from '../../src/world/people/people.ts';
import type { World } from '../../src/world/world.ts';

/** What can happen to somebody; all of it goes into a saved point. */
export interface Life {
  status: Status;
  /** place where he stands in the street, -1 = nowhere (at home, on the way, in custody …) */
  standsIn: number;
  /** hour from which he goes home */
  untilHour: number;
  /** hour at which rest, custody or hospital end, -1 = none of these */
  returnHour: number;
  /** hour at which a traveller arrives, -1 = not on the way */
  arriveHour: number;
  arrivesIn: number;
  hasBeenOut: boolean;
  /** only for the coverage counts: custody has ended at least once */
  hasBeenReleased: boolean;
}

export interface Person {
  /** number in the whole world */
  readonly number: number;
  readonly home: number;
  readonly country: number;
  /** slot in the place */
  readonly slot: number;
  /** false = the slot is vacant: nobody lives there, nobody can go out */
  readonly isResident: boolean;
  /** false = somebody who would never go out, whatever happens; class, trade and fear mean nothing then */
  readonly isMovable: boolean;
  readonly hardshipClass: number;
  readonly isWorker: boolean;
  /** where in the fear order of his segment, (0,1) */
  readonly fearRank01: number;
  /** everybody he is tied to, vacant slots too; somebody tied twice stands here twice */
  readonly friends: Person[];
  life: Life;
}

const classes = 64;

/** Share of all slots in classes before class k: log-spaced from one in ten thousand to a half, then even. */
function shareBefore(k: number): number {
  if (k === 0) return 0;
  if (k === classes) return 1;
  if (k <= 48) return 1e-4 * exp((ln(0.5 / 1e-4) * (k - 1)) / 47);
  return 0.5 + (0.5 * (k - 48)) / 16;
}

const atHome = (): Life => ({
  status: Status.idle,
  standsIn: -1,
  untilHour: -1,
  returnHour: -1,
  arriveHour: -1,
  arrivesIn: -1,
  hasBeenOut: false,
  hasBeenReleased: false,
});

/** Everybody of every place, in order; ties are added by `acquaint`. */
export function everybodyOf(world: World): Person[] {
  const everybody: Person[] = [];
  for (let home = 0; home < world.places.count; home++) {
    const layout = drawKey(world.seed, world.places.keys[home]!, 'layout');
    const classJitter = uniform01(layout, 0, 0);
    const tradeJitter = uniform01(layout, 1, 0);
    const residents = world.settlement.residents[home]!;
    const { capacity, movable } = residents;
    const add = (slot: number, traits: Pick<Person, 'isMovable' | 'hardshipClass' | 'isWorker' | 'fearRank01'>) => {
      const country = world.places.country[home]!;
      everybody.push({ number: everybody.length, home, country, slot, isResident: residents.isResident(slot), ...traits, friends: [], life: atHome() });
    };
    const boundary = (k: number) => Math.min(movable, k === 0 ? 0 : k === classes ? movable : Math.floor(movable * shareBefore(k) + classJitter));
    let slot = 0;
    for (let k = 0; k < classes; k++) {
      const members = boundary(k + 1) - slot;
      const workers = Math.floor(members * world.places.strikeableShare01[home]! + tradeJitter);
      for (let n = 0; n < members; n++, slot++) {
        const isWorker = n < workers;
        const rank = isWorker ? n : n - workers;
        const colleagues = isWorker ? Math.min(workers, members) : members - workers;
        add(slot, { isMovable: true, hardshipClass: k, isWorker, fearRank01: (rank + 0.5) / colleagues });
      }
    }
    for (; slot < capacity; slot++) add(slot, { isMovable: false, hardshipClass: -1, isWorker: false, fearRank01: Number.NaN });
  }
  return everybody;
}

/** The personal decisions of one place, each with its own luck. */
export interface PersonalKeys {
  readonly reach: DrawKey;
  readonly ring: DrawKey;
  readonly strike: DrawKey;
  readonly outing: DrawKey;
  readonly rest: DrawKey;
  readonly travel: DrawKey;
  readonly detain: DrawKey;
  readonly hit: DrawKey;
  readonly term: DrawKey;
}

export function personalKeys(seed: number, place: string): PersonalKeys {
  const of = (decision: string) => drawKey(seed, place, decision);
  return {
    reach: of('reach'),
    ring: of('reach by ties'),
    strike: of('strike'),
    outing: of('outing'),
    rest: of('rest'),
    travel: of('travel'),
    detain: of('detain'),
    hit: of('hit'),
    term: of('term'),
  };
}
