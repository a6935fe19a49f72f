/** Where everybody lives: the immutable half of the people, shared by all arms of a pair. */
import type { Residents } from './layout.ts';
import type { Ties } from './ties.ts';

/** The day of a place turns at this local hour, when fewest people are out. */
export const dawnHour = 4;

export class Settlement {
  readonly residents: readonly Residents[];
  readonly ties: Ties;
  /** [place + 1] first global person number of each place */
  readonly offsets: Int32Array;
  readonly countryOf: Int32Array;
  /** [place] local hour of day at hour 0 */
  private readonly localStart: Int32Array;
  readonly people: number;

  constructor(residents: readonly Residents[], ties: Ties, offsets: Int32Array, countryOf: Int32Array, localStart: Int32Array) {
    this.residents = residents;
    this.ties = ties;
    this.offsets = offsets;
    this.countryOf = countryOf;
    this.localStart = localStart;
    this.people = offsets[residents.length]!;
  }

  /** Place of a global person number. */
  placeOf(person: number): number {
    const { offsets } = this;
    let low = 0;
    let high = this.residents.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (offsets[middle]! <= person) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  localHour(place: number, hour: number): number {
    return (this.localStart[place]! + hour) % 24;
  }

  /** Number of dawns since the day before the run, counted at the place. */
  dayOf(place: number, hour: number): number {
    return Math.floor((this.localStart[place]! + hour + 24 - dawnHour) / 24);
  }

  /** Calendar days (midnight to midnight, local) since the place's first. */
  localDay(place: number, hour: number): number {
    return Math.floor((this.localStart[place]! + hour) / 24);
  }

  dayBegins(place: number, hour: number): boolean {
    return this.localHour(place, hour) === dawnHour;
  }

  /** Hours until the next dawn, at least 1. */
  hoursToDawn(place: number, hour: number): number {
    return ((dawnHour - this.localHour(place, hour) + 23) % 24) + 1;
  }
}
