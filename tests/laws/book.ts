/** The book of breaches, and what its keepers share. */
import type { FieldSet } from '../../src/world/fields.ts';

export interface Breach {
  readonly hour: number;
  readonly row: string;
  readonly what: string;
}

const parts = ['place', 'country', 'alliance', 'member'] as const;
export type Part = (typeof parts)[number];
export const table = (fields: FieldSet, part: Part) => fields[part] as Readonly<Record<string, Float64Array>>;

/** Breaches with hour and row, the first twenty of a run. */
export class Book {
  readonly breaches: Breach[] = [];
  /** rows that changed something */
  readonly acted = new Set<string>();
  hour = -1;

  equal(row: string, what: string, said: number, done: number): void {
    if (said !== done) this.breach(row, `${what}: ${said} against ${done}`);
  }

  /** Troops land in fractions of a person an hour: sums agree up to rounding. */
  near(row: string, what: string, said: number, done: number): void {
    if (!(Math.abs(said - done) < 1e-5)) this.breach(row, `${what}: ${said} against ${done}`);
  }

  breach(row: string, what: string): void {
    if (this.breaches.length < 20) this.breaches.push({ hour: this.hour, row, what });
  }
}

/** Columns in which two sets of fields differ. */
export function* columnsApart(a: FieldSet, b: FieldSet): Generator<readonly [Part, string]> {
  for (const part of parts) {
    for (const field of Object.keys(a[part])) {
      const [left, right] = [table(a, part)[field]!, table(b, part)[field]!];
      for (let row = 0; row < left.length; row++) {
        if (Object.is(left[row], right[row])) continue;
        yield [part, field];
        break;
      }
    }
  }
}

export function total(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}
