/** Where two histories of one world part: the first hour, and the decision or place that differs first. */
import { recordedCountryFields, recordedPlaceFields, type Changes, type History } from '../run/recorder.ts';

export interface Divergence {
  /** -1 = the histories are equal */
  readonly hour: number;
  /** first differing log entries of that hour, one from each side, absent where a side has none */
  readonly left?: string;
  readonly right?: string;
  /** fields that differ in that hour, e.g. `place.crowd`, with the first row */
  readonly fields: readonly { readonly field: string; readonly row: number; readonly left: number; readonly right: number }[];
}

/** @param name turns a country and place number into words */
export function firstDivergence(left: History, right: History, name: (country: number, place: number) => string): Divergence {
  let hour = Number.POSITIVE_INFINITY;
  const seen: { field: string; row: number; left: number; right: number; hour: number }[] = [];
  const compare = (field: string, a: Changes, b: Changes) => {
    const n = Math.max(a.hours.length, b.hours.length);
    for (let i = 0; i < n; i++) {
      if (a.hours[i] === b.hours[i] && a.rows[i] === b.rows[i] && Object.is(a.values[i], b.values[i])) continue;
      const at = Math.min(a.hours[i] ?? Number.POSITIVE_INFINITY, b.hours[i] ?? Number.POSITIVE_INFINITY);
      const row = (a.hours[i] ?? Number.POSITIVE_INFINITY) <= (b.hours[i] ?? Number.POSITIVE_INFINITY) ? a.rows[i]! : b.rows[i]!;
      seen.push({ field, row, left: valueAt(a, row, at), right: valueAt(b, row, at), hour: at });
      hour = Math.min(hour, at);
      return;
    }
  };
  for (const field of recordedPlaceFields) compare(`place.${field}`, left.place[field], right.place[field]);
  for (const field of recordedCountryFields) compare(`country.${field}`, left.country[field], right.country[field]);
  const describe = (h: History, i: number) => {
    const event = h.events[i];
    return event ? `${event.kind} (${event.by}, ${name(event.country, event.place)})` : undefined;
  };
  let entry = 0;
  while (entry < left.events.length || entry < right.events.length) {
    if (sameEvent(left.events[entry], right.events[entry])) {
      entry++;
      continue;
    }
    hour = Math.min(hour, left.events[entry]?.hour ?? Number.POSITIVE_INFINITY, right.events[entry]?.hour ?? Number.POSITIVE_INFINITY);
    break;
  }
  if (hour === Number.POSITIVE_INFINITY) return { hour: -1, fields: [] };
  const fields = seen.filter((s) => s.hour === hour).map(({ field, row, left: l, right: r }) => ({ field, row, left: l, right: r }));
  const l = left.events[entry]?.hour === hour ? describe(left, entry) : undefined;
  const r = right.events[entry]?.hour === hour ? describe(right, entry) : undefined;
  return { hour, fields, ...(l ? { left: l } : {}), ...(r ? { right: r } : {}) };
}

function valueAt(changes: Changes, row: number, hour: number): number {
  let value = 0;
  for (let i = 0; i < changes.hours.length && changes.hours[i]! <= hour; i++) if (changes.rows[i] === row) value = changes.values[i]!;
  return value;
}

function sameEvent(a: History['events'][number] | undefined, b: History['events'][number] | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.hour === b.hour &&
    a.kind === b.kind &&
    a.by === b.by &&
    a.country === b.country &&
    a.place === b.place &&
    JSON.stringify(a.because) === JSON.stringify(b.because)
  );
}
