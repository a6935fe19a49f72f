/**
 * Whom of his ties somebody told that he is out, remembered until he goes in and tells them again.
 *
 * The memory may forget: what it has lost is found anew, and is the same, because ties never change.
 * So it is no part of a saved state.
 */
import type { Settlement } from './settlement.ts';

/** An entry is half a cache line: person + 1 (0 = empty), how many he told, and whom. */
const entrySize = 8;
const mostRemembered = entrySize - 2;
const leastEntries = 1 << 4;
const mostEntries = 1 << 17;

export class Told {
  /** found by the last `find` or `recall`: numbers of people … */
  readonly people = new Int32Array(64);
  /** … and, after `find` only, their places */
  readonly places = new Int32Array(64);
  private readonly town: Settlement;
  /** [place] the first person number there who cannot be moved */
  private readonly movableEnd: Int32Array;
  private entries = new Int32Array(leastEntries * entrySize);
  private mask = leastEntries - 1;
  private held = 0;

  constructor(town: Settlement) {
    this.town = town;
    this.movableEnd = Int32Array.from(town.residents, (home, place) => town.offsets[place]! + home.movable);
  }

  /** Look up a person's ties who can be moved: nobody asks the others, so nobody needs to know their ties. */
  find(home: number, index: number): number {
    const { people, places, movableEnd } = this;
    const { ties } = this.town;
    const n = ties.of(home, index, people);
    let found = 0;
    for (let t = 0; t < n; t++) {
      const place = ties.places64[t]!;
      if (people[t]! >= movableEnd[place]!) continue;
      people[found] = people[t]!;
      places[found++] = place;
    }
    return found;
  }

  /** Remember the first `n` of `people` as whom `person` told. Who has more such ties than an entry holds is not remembered. */
  remember(person: number, n: number): void {
    if (n > mostRemembered) return;
    if (this.held > this.mask >>> 1 && this.mask + 1 < mostEntries) this.grow();
    const at = (person & this.mask) * entrySize;
    if (this.entries[at] === 0) this.held++;
    this.entries[at] = person + 1;
    this.entries[at + 1] = n;
    for (let t = 0; t < n; t++) this.entries[at + 2 + t] = this.people[t]!;
  }

  /** Write into `people` whom `person` told, and forget it. @returns how many, -1 = not remembered */
  recall(person: number): number {
    const at = (person & this.mask) * entrySize;
    if (this.entries[at] !== person + 1) return -1;
    this.entries[at] = 0;
    this.held--;
    const n = this.entries[at + 1]!;
    for (let t = 0; t < n; t++) this.people[t] = this.entries[at + 2 + t]!;
    return n;
  }

  private grow(): void {
    const old = this.entries;
    this.entries = new Int32Array(old.length * 2);
    this.mask = 2 * this.mask + 1;
    // two that stood in different cells stay in different cells
    for (let at = 0; at < old.length; at += entrySize)
      if (old[at]! > 0) this.entries.set(old.subarray(at, at + entrySize), ((old[at]! - 1) & this.mask) * entrySize);
  }

  bytes(): number {
    return this.entries.length * 4;
  }
}
