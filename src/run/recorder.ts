/**
 * What a run leaves behind: hourly series stored as changes, and the log. Counts are exact; state
 * variables are kept to four decimals, so that slow decay does not fill the disk.
 */
import { Digest } from '../base/digest.ts';
import type { RunEvent } from '../mechanisms/contract.ts';
import type { CountryField, FieldSet, PlaceField } from '../world/fields.ts';
import type { World } from '../world/world.ts';

export const recordedPlaceFields = [
  'crowd',
  'outings',
  'control',
  'strikers',
  'detained',
  'dead',
  'securityDead',
  'injured',
  'force',
  'arms',
  'seen01',
  'fear01',
  'outrage01',
  'risk01',
  'unitsAside01',
] as const satisfies readonly PlaceField[];
export const recordedCountryFields = [
  'turnout',
  'regionsOut',
  'placesLost',
  'detained',
  'dead',
  'injured',
  'threat01',
  'legitimacy01',
  'cohesion01',
  'belief01',
  'narrative01',
  'connectivity01',
  'strikePressure01',
  'conceded',
  'emergency01',
  'shutdown01',
  'moving01',
  'fire01',
  'asked01',
  'foreignPeople',
  'sentPeople',
  'resentment01',
  'expectation01',
  'sympathy01',
  'headOut',
  'groupOut',
  'seatLost',
  'seatLostHours',
] as const satisfies readonly CountryField[];

export type RecordedPlaceField = (typeof recordedPlaceFields)[number];
export type RecordedCountryField = (typeof recordedCountryFields)[number];

/** One column's changes: at hour h row r became v. */
export interface Changes {
  readonly hours: number[];
  readonly rows: number[];
  readonly values: number[];
}

export interface History {
  readonly hours: number;
  readonly place: Record<RecordedPlaceField, Changes>;
  readonly country: Record<RecordedCountryField, Changes>;
  /** residents who were ever out, by place, at the end */
  readonly everOut: Int32Array;
  readonly moves: { joined: number; left: number; returned: number; released: number; crossBorderRings: number };
  readonly events: readonly RunEvent[];
  readonly digest: string;
}

/** Where a recorder stood between two hours. Its changes only ever grow, so lengths lead back to them. */
export interface RecorderPoint {
  readonly of: Recorder;
  readonly lengths: Readonly<Record<string, number>>;
  readonly last: Readonly<Record<string, Float64Array>>;
  readonly moves: Recorder['moves'];
}

const rounding = 10_000;

export class Recorder {
  private readonly place: Record<string, Changes> = {};
  private readonly country: Record<string, Changes> = {};
  private readonly last: Record<string, Float64Array> = {};
  readonly moves = { joined: 0, left: 0, returned: 0, released: 0, crossBorderRings: 0 };

  constructor(world: World, from?: RecorderPoint) {
    for (const field of recordedPlaceFields) this.start('place', field, world.places.count, from);
    for (const field of recordedCountryFields) this.start('country', field, world.countries.count, from);
    if (from) Object.assign(this.moves, from.moves);
  }

  private start(part: 'place' | 'country', field: string, rows: number, from?: RecorderPoint): void {
    const name = `${part}.${field}`;
    const old = from?.of[part][field];
    const length = from?.lengths[name];
    this[part][field] = old
      ? { hours: old.hours.slice(0, length), rows: old.rows.slice(0, length), values: old.values.slice(0, length) }
      : { hours: [], rows: [], values: [] };
    this.last[name] = from ? from.last[name]!.slice() : new Float64Array(rows);
  }

  /** The point reached, for another recorder to go on from, now or later. @cost one copy of the last values, whatever was recorded */
  save(): RecorderPoint {
    const lengths: Record<string, number> = {};
    const last: Record<string, Float64Array> = {};
    for (const part of ['place', 'country'] as const)
      for (const [field, changes] of Object.entries(this[part])) lengths[`${part}.${field}`] = changes.hours.length;
    for (const [name, column] of Object.entries(this.last)) last[name] = column.slice();
    return { of: this, lengths, last, moves: { ...this.moves } };
  }

  /** Note what changed in the hour that ended. */
  hour(hour: number, fields: FieldSet, counts: Recorder['moves']): void {
    for (const field of recordedPlaceFields) this.note(hour, this.place[field]!, this.last[`place.${field}`]!, fields.place[field]);
    for (const field of recordedCountryFields) this.note(hour, this.country[field]!, this.last[`country.${field}`]!, fields.country[field]);
    for (const key of Object.keys(this.moves) as (keyof Recorder['moves'])[]) this.moves[key] += counts[key];
  }

  private note(hour: number, changes: Changes, last: Float64Array, column: Float64Array): void {
    for (let row = 0; row < column.length; row++) {
      // a rounded value rounds to itself, so most rows need no arithmetic
      if (column[row] === last[row]) continue;
      const value = Math.round(column[row]! * rounding) / rounding;
      if (value === last[row]) continue;
      last[row] = value;
      changes.hours.push(hour);
      changes.rows.push(row);
      changes.values.push(value);
    }
  }

  finish(hours: number, everOut: Int32Array, events: readonly RunEvent[]): History {
    const history = {
      hours,
      place: this.place as History['place'],
      country: this.country as History['country'],
      everOut: everOut.slice(),
      moves: { ...this.moves },
      events,
    };
    return { ...history, digest: digestOf(history) };
  }
}

/** Fingerprint of everything a history holds. */
export function digestOf(history: Omit<History, 'digest'>): string {
  const digest = new Digest();
  for (const part of ['place', 'country'] as const) {
    for (const [field, changes] of Object.entries(history[part])) {
      digest
        .text(`${part}.${field}`)
        .integers(Int32Array.from(changes.hours))
        .integers(Int32Array.from(changes.rows))
        .floats(Float64Array.from(changes.values));
    }
  }
  digest.integers(history.everOut).floats(Float64Array.from(Object.values(history.moves)));
  for (const event of history.events) {
    digest.float(event.hour).text(event.kind).text(event.by).float(event.country).float(event.place);
    for (const [name, value] of Object.entries(event.because)) digest.text(name).float(value);
  }
  return digest.hex();
}

/** [hour] value of one row: the changes unrolled. */
export function unroll(changes: Changes, row: number, hours: number): Float64Array {
  const series = new Float64Array(hours);
  let from = 0;
  let value = 0;
  for (let i = 0; i < changes.rows.length; i++) {
    if (changes.rows[i] !== row) continue;
    series.fill(value, from, changes.hours[i]!);
    from = changes.hours[i]!;
    value = changes.values[i]!;
  }
  return series.fill(value, from);
}
