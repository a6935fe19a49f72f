/** One history of a row's world, read by names instead of numbers. */
import { unroll, type History, type RecordedCountryField, type RecordedPlaceField } from '../../run/recorder.ts';
import type { World } from '../../world/world.ts';

export class Seen {
  readonly history: History;
  readonly world: World;

  constructor(history: History, world: World) {
    this.history = history;
    this.world = world;
  }

  get hours(): number {
    return this.history.hours;
  }

  /** [hour] a column of a country. */
  country(key: string, field: RecordedCountryField): Float64Array {
    return unroll(this.history.country[field], this.world.countryIndex.get(key)!, this.hours);
  }

  /** [hour] a column of a place. */
  place(key: string, field: RecordedPlaceField): Float64Array {
    return unroll(this.history.place[field], this.world.placeIndex.get(key)!, this.hours);
  }

  /** Keys of the places of a country. */
  places(country: string): readonly string[] {
    return this.world.places.keys.filter((key) => key.startsWith(`${country}/`));
  }

  /** [hour] people out in a country, counted from its places. */
  out(country: string): Float64Array {
    const sum = new Float64Array(this.hours);
    for (const place of this.places(country)) this.place(place, 'crowd').forEach((people, hour) => (sum[hour]! += people));
    return sum;
  }

  /** Outings begun in a country (or in some of its places) from one hour to another. */
  outings(where: string, from = 0, to = this.hours): number {
    let sum = 0;
    for (const place of this.world.places.keys) {
      if (place !== where && !place.startsWith(`${where}/`)) continue;
      const soFar = this.place(place, 'outings');
      sum += soFar[Math.min(to, this.hours) - 1]! - (from > 0 ? soFar[from - 1]! : 0);
    }
    return sum;
  }

  /** Regions of a country with a gathering of at least 30 people at some hour up to `hour`; [hour] so far. */
  regionsReached(country: string): Float64Array {
    const reached = new Map<string, number>();
    for (const place of this.places(country)) {
      const first = this.place(place, 'crowd').findIndex((people) => people >= 30);
      const region = place.slice(0, place.lastIndexOf('/'));
      if (first >= 0) reached.set(region, Math.min(first, reached.get(region) ?? first));
    }
    return Float64Array.from({ length: this.hours }, (_, hour) => [...reached.values()].filter((first) => first <= hour).length);
  }

  /** Hours at which an entry of the log begins so, in a country. */
  logged(kind: string, country?: string): readonly number[] {
    const c = country === undefined ? -1 : this.world.countryIndex.get(country)!;
    return this.history.events.filter((event) => event.kind.startsWith(kind) && (c < 0 || event.country === c)).map((event) => event.hour);
  }

  /** First such hour, or the run's end where it never came. */
  firstHour(kind: string, country?: string): number {
    return this.logged(kind, country)[0] ?? this.hours;
  }

  /** 1 when a country's head of government is out within so many days from an hour on. */
  fallsWithin(country: string, days: number, from = 0): number {
    const hour = this.country(country, 'headOut')[this.hours - 1]!;
    return hour > 0 && hour < from + days * 24 ? 1 : 0;
  }
}

/** Largest value of a column from one hour to another. */
export function most(column: Float64Array, from = 0, to = column.length): number {
  return column.subarray(from, to).reduce((a, b) => Math.max(a, b), 0);
}

/** Mean of a column from one hour to another. */
export function meanOf(column: Float64Array, from = 0, to = column.length): number {
  const part = column.subarray(from, to);
  return part.reduce((a, b) => a + b, 0) / Math.max(1, part.length);
}

/** Hours at which a condition on a column holds. */
export function hoursWhere(column: Float64Array, holds: (value: number) => boolean): number {
  return column.reduce((sum, value) => sum + (holds(value) ? 1 : 0), 0);
}
