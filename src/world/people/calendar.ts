/** What is due at which hour: returns from rest, custody or hospital, and travellers' arrivals. */
import { IntList } from '../../base/growable.ts';

export const Due = { returns: 0, arrives: 1 } as const;

/** Entries are triples (person, what, detail); what lies beyond the last hour is dropped. */
export class Calendar {
  private readonly hours: (IntList | null)[];
  private static readonly nothing = new IntList(1);

  constructor(hours: number) {
    this.hours = new Array<IntList | null>(hours).fill(null);
  }

  put(hour: number, person: number, what: number, detail: number): void {
    if (hour >= this.hours.length) return;
    const list = (this.hours[hour] ??= new IntList(24));
    list.push(person);
    list.push(what);
    list.push(detail);
  }

  take(hour: number): IntList {
    const list = this.hours[hour];
    this.hours[hour] = null;
    return list ?? Calendar.nothing;
  }

  bytes(): number {
    let sum = 0;
    for (const list of this.hours) if (list) sum += list.items.length * 4;
    return sum;
  }

  copy(): Calendar {
    const twin = new Calendar(this.hours.length);
    for (let h = 0; h < this.hours.length; h++) twin.hours[h] = this.hours[h] ? this.hours[h]!.copy() : null;
    return twin;
  }
}
