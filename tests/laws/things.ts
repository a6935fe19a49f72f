/** Books of what is not people: columns, units, buildings, weapons, the mechanisms' own memory. */
import type { RunState } from '../../src/mechanisms/contract.ts';
import { copyFields, newFields, type FieldSet } from '../../src/world/fields.ts';
import { copyUnitState, UnitKind, type UnitState } from '../../src/world/forces.ts';
import { columnsApart, table, total, type Book } from './book.ts';
import { inRange } from './ranges.ts';

export class Things {
  /** the coming hour's columns as the row before left them */
  readonly last: FieldSet;
  private readonly frozen: FieldSet;
  private readonly run: RunState;
  private readonly book: Book;
  private units: UnitState;
  private readonly sites: Uint8Array;

  constructor(run: RunState, book: Book) {
    this.run = run;
    this.book = book;
    const blank = () => newFields(run.world.places.count, run.world.countries.count, run.requests.length);
    [this.last, this.frozen] = [blank(), blank()];
    this.units = copyUnitState(run.units);
    this.sites = run.sitesHeld.slice();
  }

  /** The hour begins: what was committed is what is, and stays. */
  freeze(): void {
    const { now, next } = this.run;
    for (const [part, field] of columnsApart(now, next)) this.book.breach('commit', `${part}.${field} of the hour to come is not that of now`);
    copyFields(now, this.frozen);
    copyFields(next, this.last);
  }

  check(row: string, writes: readonly string[]): void {
    this.checkFields(row, writes);
    this.checkUnits(row, writes);
    this.checkSites(row, writes);
    for (const [name, memory] of Object.entries(this.run.memory)) if (!memory.every(Number.isFinite)) this.book.breach(row, `memory ${name} is not finite`);
  }

  /** The row is closed. */
  carry(): void {
    copyFields(this.run.next, this.last);
  }

  private checkFields(row: string, writes: readonly string[]): void {
    const { now, next } = this.run;
    for (const [part, field] of columnsApart(now, this.frozen)) {
      this.book.breach(row, `${part}.${field} of the frozen hour is written`);
      table(this.frozen, part)[field]!.set(table(now, part)[field]!);
    }
    for (const [part, field] of columnsApart(next, this.last)) {
      this.book.acted.add(row);
      if (!writes.includes(`${part}.${field}`)) this.book.breach(row, `${part}.${field} is written and not declared`);
      const wrong = table(next, part)[field]!.findIndex((value) => !inRange(field, value));
      if (wrong >= 0) this.book.breach(row, `${part}.${field} is ${table(next, part)[field]![wrong]} in row ${wrong}`);
    }
  }

  /** Heads of units: own forces are where they are counted, whole; contingents grow by landing and shrink by leaving. */
  private checkUnits(row: string, writes: readonly string[]): void {
    const { units, world, next } = this.run;
    const [landed, left] = [new Float64Array(world.countries.count), new Float64Array(world.countries.count)];
    for (const column of Object.keys(units) as (keyof UnitState)[]) {
      const [is, was] = [units[column], this.units[column]];
      if (is.every((value, u) => value === was[u])) continue;
      this.book.acted.add(row);
      if (!writes.includes('units')) this.book.breach(row, `${column} of units is written and not declared`);
      if (!is.every(Number.isFinite)) this.book.breach(row, `${column} of units is not finite`);
    }
    for (let u = 0; u < world.units.count; u++) {
      const [strength, change] = [units.strength[u]!, units.strength[u]! - this.units.strength[u]!];
      const member = world.units.country[u]!;
      if (!(strength >= 0 && strength <= world.units.people[u]!)) this.book.breach(row, `unit ${u} has ${strength} people of ${world.units.people[u]}`);
      if (world.units.kind[u] !== UnitKind.contingent) {
        if (change !== 0) this.book.breach(row, `unit ${u} goes from ${this.units.strength[u]} people to ${strength}`);
        if (world.places.country[units.place[u]!] !== member) this.book.breach(row, `unit ${u} stands in another country`);
      } else if (change !== 0 && row !== 'send') this.book.breach(row, `contingent ${u} changes by ${change} people`);
      if (change > 0) landed[member]! += change;
      else left[member]! -= change;
    }
    for (let c = 0; c < world.countries.count; c++) {
      let counted = 0;
      for (let a = 0; a < this.run.requests.length; a++)
        counted += next.member.landed[a * world.countries.count + c]! - this.last.member.landed[a * world.countries.count + c]!;
      this.book.near(row, `landed of ${world.countries.keys[c]!}`, counted, landed[c]!);
      this.book.near(row, `abroad of ${world.countries.keys[c]!}`, next.country.sentPeople[c]! - this.last.country.sentPeople[c]!, landed[c]! - left[c]!);
    }
    const foreign = total(next.country.foreignPeople) - total(this.last.country.foreignPeople);
    this.book.near(row, 'foreign troops', foreign, total(landed) - total(left));
    this.units = copyUnitState(units);
  }

  /** Buildings fall by storm and come back by clearing; weapons come with the one and go with the other. */
  private checkSites(row: string, writes: readonly string[]): void {
    const { sitesHeld, next, world } = this.run;
    const kinds = sitesHeld.length / world.places.count;
    for (let i = 0; i < world.places.count; i++) {
      let [fell, back] = [0, 0];
      for (let k = i * kinds; k < (i + 1) * kinds; k++) {
        if (sitesHeld[k]! > world.places.sites[k]!) this.book.breach(row, `building ${k} is held and does not exist`);
        fell += Number(sitesHeld[k]! > this.sites[k]!);
        back += Number(sitesHeld[k]! < this.sites[k]!);
      }
      if (fell + back > 0) {
        this.book.acted.add(row);
        if (!writes.includes('sites')) this.book.breach(row, `${world.places.keys[i]!}: a building changes hands`);
      }
      if (fell > 0 && row !== 'seize') this.book.breach(row, `${world.places.keys[i]!}: a building falls`);
      if (back > 0 && row !== 'retake') this.book.breach(row, `${world.places.keys[i]!}: a building comes back`);
      const weapons = next.place.arms[i]! - this.last.place.arms[i]!;
      if (!Number.isInteger(next.place.arms[i]!)) this.book.breach(row, `${world.places.keys[i]!}: ${next.place.arms[i]} weapons`);
      if (weapons > 0 && fell === 0) this.book.breach(row, `${world.places.keys[i]!}: ${weapons} weapons from nowhere`);
      if (weapons < 0 && back === 0) this.book.breach(row, `${world.places.keys[i]!}: ${-weapons} weapons vanish`);
    }
    this.sites.set(sitesHeld);
  }
}
