/** Where two histories of one world part: the first hour, and what each side has there that the other has not. */
import { recordedCountryFields, recordedPlaceFields, type Changes, type History } from '../run/recorder.ts';

/** What one of two histories has in the hour in which they part. */
export interface PartingSide {
  /** kind of an entry of the log, or a recorded column such as `place.crowd` */
  readonly what: string;
  /** mechanism that logged the entry; absent = a recorded column */
  readonly by?: string;
  /** name of the place or country */
  readonly where: string;
  /** where both sides have the same entry or column: the number in which they differ, in the unit of that entry or column */
  readonly value?: number;
  /** name of that number in the entry; absent = the column itself. NaN as the value = this side does not state it */
  readonly term?: string;
}

/** Where two histories part. A side is absent where it logged nothing that the other did not log too. */
export interface Parting {
  /** -1 = the histories are equal */
  readonly hour: number;
  readonly left?: PartingSide;
  readonly right?: PartingSide;
}

export interface Divergence extends Parting {
  /** columns that differ in that hour, e.g. `place.crowd`, each with the first row */
  readonly fields: readonly FieldDifference[];
}

interface FieldDifference {
  readonly field: string;
  readonly row: number;
  readonly left: number;
  readonly right: number;
}

type Event = History['events'][number];
type Sides = Pick<Parting, 'left' | 'right'>;

/**
 * The first hour in which a recorded column or the log differs, and both sides of the first difference.
 * The log comes before the columns, because it says who decided.
 * @param name turns a country and place number into words
 */
export function firstDivergence(left: History, right: History, name: (country: number, place: number) => string): Divergence {
  const differences = fieldDifferences(left, right);
  const entry = firstDifferentEntry(left.events, right.events);
  const hour = Math.min(...differences.map((d) => d.hour), hourOf(left.events[entry]), hourOf(right.events[entry]));
  if (hour === Number.POSITIVE_INFINITY) return { hour: -1, fields: [] };
  const fields = differences.filter((d) => d.hour === hour).map(({ field, row, left: l, right: r }) => ({ field, row, left: l, right: r }));
  const during = (history: History) => history.events.filter((event) => event.hour === hour);
  return { hour, ...(logSides(during(left), during(right), name) ?? fieldSides(fields[0], name)), fields };
}

/** A side as one text for tables: `help granted (decide, Kazakhstan)`, `place.crowd of Almaty = 120`. */
export function sideText({ what, by, where, value, term }: PartingSide): string {
  const named = by === undefined ? `${what} of ${where}` : `${what} (${by}, ${where})`;
  return value === undefined ? named : `${named}${term === undefined ? '' : `, ${term}`} = ${value}`;
}

function fieldDifferences(left: History, right: History): (FieldDifference & { readonly hour: number })[] {
  const found: (FieldDifference & { readonly hour: number })[] = [];
  const compare = (field: string, a: Changes, b: Changes) => {
    const n = Math.max(a.hours.length, b.hours.length);
    for (let i = 0; i < n; i++) {
      if (a.hours[i] === b.hours[i] && a.rows[i] === b.rows[i] && Object.is(a.values[i], b.values[i])) continue;
      const [hourA, hourB] = [a.hours[i] ?? Number.POSITIVE_INFINITY, b.hours[i] ?? Number.POSITIVE_INFINITY];
      const hour = Math.min(hourA, hourB);
      const row = hourA <= hourB ? a.rows[i]! : b.rows[i]!;
      found.push({ field, row, left: valueAt(a, row, hour), right: valueAt(b, row, hour), hour });
      return;
    }
  };
  for (const field of recordedPlaceFields) compare(`place.${field}`, left.place[field], right.place[field]);
  for (const field of recordedCountryFields) compare(`country.${field}`, left.country[field], right.country[field]);
  return found;
}

function valueAt(changes: Changes, row: number, hour: number): number {
  let value = 0;
  for (let i = 0; i < changes.hours.length && changes.hours[i]! <= hour; i++) if (changes.rows[i] === row) value = changes.values[i]!;
  return value;
}

/** Index of the first entry in which two logs differ; past the end of both when they are equal. */
function firstDifferentEntry(left: readonly Event[], right: readonly Event[]): number {
  let entry = 0;
  while (entry < left.length && entry < right.length && wholeOf(left[entry]!) === wholeOf(right[entry]!)) entry++;
  return entry;
}

function hourOf(event: Event | undefined): number {
  return event?.hour ?? Number.POSITIVE_INFINITY;
}

/**
 * Both sides from the entries of one hour. Entries with a counterpart on the other side are no difference,
 * wherever they stand in the hour; those that both sides have with other numbers count only when there is nothing else.
 */
function logSides(left: readonly Event[], right: readonly Event[], name: (country: number, place: number) => string): Sides | undefined {
  const side = ({ kind, by, country, place }: Event): PartingSide => ({ what: kind, by, where: name(country, place) });
  const [onlyLeft] = unmatched(left, right, whoseOf);
  const [onlyRight] = unmatched(right, left, whoseOf);
  if (onlyLeft || onlyRight) return { ...(onlyLeft && { left: side(onlyLeft) }), ...(onlyRight && { right: side(onlyRight) }) };
  const [otherLeft] = unmatched(left, right, wholeOf);
  const otherRight = otherLeft && unmatched(right, left, wholeOf).find((event) => whoseOf(event) === whoseOf(otherLeft));
  if (!otherLeft || !otherRight) return undefined;
  const [mine, theirs] = [otherLeft.because, otherRight.because];
  const term = Object.keys({ ...mine, ...theirs }).find((key) => !Object.is(mine[key], theirs[key]));
  if (term === undefined) return undefined;
  const told = (event: Event): PartingSide => ({ ...side(event), term, value: event.because[term] ?? Number.NaN });
  return { left: told(otherLeft), right: told(otherRight) };
}

/** Entries that have no counterpart among the others, each of which is the counterpart of one. */
function unmatched(entries: readonly Event[], others: readonly Event[], keyOf: (event: Event) => string): Event[] {
  const there = new Map<string, number>();
  for (const other of others) there.set(keyOf(other), (there.get(keyOf(other)) ?? 0) + 1);
  return entries.filter((entry) => {
    const key = keyOf(entry);
    const free = there.get(key) ?? 0;
    there.set(key, free - 1);
    return free <= 0;
  });
}

function whoseOf({ kind, by, country, place }: Event): string {
  return JSON.stringify([kind, by, country, place]);
}

function wholeOf({ hour, kind, by, country, place, because }: Event): string {
  return JSON.stringify([hour, kind, by, country, place, because]);
}

function fieldSides(difference: FieldDifference | undefined, name: (country: number, place: number) => string): Sides {
  if (!difference) return {};
  const { field, row, left, right } = difference;
  const side = (value: number): PartingSide => ({ what: field, where: field.startsWith('place.') ? name(0, row) : name(row, -1), value });
  return { left: side(left), right: side(right) };
}
