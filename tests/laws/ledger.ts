/**
 * Double-entry bookkeeping beside the real step. After every row of an hour (returns, each mechanism)
 * the ledger closes its books: who changed status and whether this row may change it so, whether what
 * the columns say was done is what was done to people, whether units, buildings and weapons were only
 * touched by those who may, and whether any column left its range or was written by a row that does
 * not declare it. A breach names the hour and the row.
 */
import type { Mechanism, RunState } from '../../src/mechanisms/contract.ts';
import { Due } from '../../src/world/people/calendar.ts';
import { statusMask, type Pages } from '../../src/world/people/pages.ts';
import { Status } from '../../src/world/people/people.ts';
import { Book, total } from './book.ts';
import { Things } from './things.ts';

/** The books of the people: private to the engine, opened for the ledger. */
export interface OpenPeople {
  readonly pages: Pages;
  readonly out: readonly { readonly length: number; readonly items: Int32Array }[];
  readonly until: readonly { readonly length: number; readonly items: Int32Array }[];
  readonly calendar: { readonly hours: readonly ({ readonly length: number; readonly items: Int32Array } | null)[] };
}

export const openPeople = (run: RunState): OpenPeople => run.people as unknown as OpenPeople;

const { idle, out, resting, spent, detained, injured, dead } = Status;
const statusNames = ['idle', 'out', 'resting', 'spent', 'detained', 'injured', 'dead', 'nothing'];

/** What each row may do to a person; rows that are not here may do nothing. */
const mayChange: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  return: [
    [resting, idle],
    [detained, idle],
    [injured, idle],
  ],
  police: [[out, detained]],
  fire: [
    [out, injured],
    [out, dead],
  ],
  mobilise: [
    [idle, out],
    [out, resting],
    [out, spent],
  ],
};

export class Ledger {
  readonly book = new Book();
  /** people by status over the whole run, to see that all of it happened */
  readonly most = new Float64Array(8);
  private readonly run: RunState;
  private readonly statuses: Uint8Array;
  private readonly resident: Uint8Array;
  private readonly tally = new Float64Array(8);
  private readonly touched: number[] = [];
  private readonly things: Things;
  private readonly present: Int32Array;
  /** [status before * 8 + after] changes of the row being closed, and of the whole hour */
  private readonly changes = new Float64Array(64);
  private readonly ofHour = new Float64Array(64);
  private readonly setOut: Float64Array;

  constructor(run: RunState) {
    this.run = run;
    const { world, people } = run;
    this.statuses = new Uint8Array(world.settlement.people);
    this.resident = new Uint8Array(world.settlement.people);
    world.settlement.residents.forEach((home, place) => {
      for (let index = 0; index < home.capacity; index++) if (home.isResident(index)) this.resident[world.settlement.offsets[place]! + index] = 1;
    });
    this.tally[idle] = this.resident.reduce((sum, one) => sum + one, 0);
    this.things = new Things(run, this.book);
    this.present = people.present.slice();
    this.setOut = new Float64Array(world.places.count);
    // every write of a person's state passes through here
    const { pages } = openPeople(run);
    const write = pages.set.bind(pages);
    pages.set = (person, state) => {
      this.touched.push(person);
      write(person, state);
    };
  }

  /** Before the first row of an hour: what `return` did, and whether the last commit was whole. */
  beforeHour(): void {
    const { run } = this;
    if (this.book.hour === run.hour) return;
    if (this.book.hour >= 0) this.endHour();
    this.book.hour = run.hour;
    this.ofHour.fill(0);
    this.things.freeze();
    this.close('return', []);
    const { counts } = run.people;
    const free = (from: number) => this.ofHour[from * 8 + idle]!;
    this.book.equal('return', 'returned', counts.returned, free(resting) + free(detained) + free(injured));
    this.book.equal('return', 'released', counts.released, free(detained));
  }

  after(mechanism: Mechanism): void {
    this.close(mechanism.id, mechanism.writes);
  }

  /** Everybody counted, after the last row of the run: the journal has missed nobody. */
  finish(): void {
    this.endHour();
    const { pages } = openPeople(this.run);
    const counted = new Float64Array(8);
    for (let person = 0; person < this.statuses.length; person++) {
      const status = pages.get(person) & statusMask;
      if (this.resident[person]) counted[status]!++;
      else if (status !== idle) this.book.breach('census', `slot ${person} is vacant and ${statusNames[status]}`);
    }
    counted.forEach((count, status) => this.book.equal('census', `people ${statusNames[status]}`, count, this.tally[status]!));
  }

  private close(row: string, writes: readonly string[]): void {
    this.changes.fill(0);
    const left = this.settlePeople(row);
    this.checkCrowds(row, left);
    this.things.check(row, writes);
    this.things.carry();
  }

  /** Post the changes of status. @returns [home place] outings begun */
  private settlePeople(row: string): Float64Array {
    const { settlement } = this.run.world;
    const { pages } = openPeople(this.run);
    const begun = new Float64Array(this.present.length);
    for (const person of this.touched) {
      const [was, is] = [this.statuses[person]!, pages.get(person) & statusMask];
      if (was === is) continue;
      this.statuses[person] = is;
      this.tally[was]!--;
      this.tally[is]!++;
      this.most[is] = Math.max(this.most[is]!, this.tally[is]!);
      this.changes[was * 8 + is]!++;
      this.ofHour[was * 8 + is]!++;
      if (was === idle && is === out) begun[settlement.placeOf(person)]!++;
      if (!this.resident[person]) this.book.breach(row, `slot ${person} is vacant and goes from ${statusNames[was]} to ${statusNames[is]}`);
      if (!(mayChange[row] ?? []).some(([from, to]) => from === was && to === is))
        this.book.breach(row, `somebody goes from ${statusNames[was]} to ${statusNames[is]}`);
    }
    if (this.changes.some((n) => n > 0)) this.book.acted.add(row);
    this.touched.length = 0;
    return begun;
  }

  /** Numbers out in each place against the columns that say who was taken, hit, came or went. */
  private checkCrowds(row: string, begun: Float64Array): void {
    const { people, next, world } = this.run;
    const lists = openPeople(this.run);
    const of = (from: number, to: number) => this.changes[from * 8 + to]!;
    const rise = { detained: 0, dead: 0, hurt: 0 };
    for (let i = 0; i < this.present.length; i++) {
      const grown = (column: Float64Array, before: Float64Array) => column[i]! - before[i]!;
      const taken = grown(next.place.detained, this.things.last.place.detained);
      const killed = grown(next.place.dead, this.things.last.place.dead);
      const fallen = grown(next.place.securityDead, this.things.last.place.securityDead);
      rise.detained += taken;
      rise.dead += killed;
      if (row !== 'fire' && fallen !== 0) this.book.breach(row, `${world.places.keys[i]!}: ${fallen} members of the forces die`);
      const change = people.present[i]! - this.present[i]!;
      if (row === 'police') this.book.equal(row, `${world.places.keys[i]!}: people gone from the street against custody`, -change, taken);
      else if (row === 'fire') {
        if (-change < killed) this.book.breach(row, `${world.places.keys[i]!}: ${killed} dead and ${-change} gone from the street`);
        rise.hurt += -change - killed;
        // the column counts injured members of the forces as well
        if (grown(next.place.injured, this.things.last.place.injured) < -change - killed)
          this.book.breach(row, `${world.places.keys[i]!}: injured people are not counted`);
      } else if (row !== 'mobilise' && row !== 'return' && change !== 0) this.book.breach(row, `${world.places.keys[i]!}: people present change by ${change}`);
      if (lists.out[i]!.length !== people.present[i] || lists.until[i]!.length !== people.present[i])
        this.book.breach(row, `${world.places.keys[i]!}: ${people.present[i]} present, ${lists.out[i]!.length} in the list`);
      if (row === 'mobilise') {
        this.book.equal(row, `${world.places.keys[i]!}: crowd`, next.place.crowd[i]!, people.present[i]!);
        this.book.equal(row, `${world.places.keys[i]!}: outings begun`, grown(next.place.outings, this.things.last.place.outings), begun[i]!);
        this.setOut[i]! += begun[i]!;
        this.book.equal(row, `${world.places.keys[i]!}: outings so far`, people.outings[i]!, this.setOut[i]!);
      }
    }
    this.book.equal(row, 'detained', rise.detained, of(out, detained));
    this.book.equal(row, 'dead', rise.dead, of(out, dead));
    if (row === 'fire') this.book.equal(row, 'injured', rise.hurt, of(out, injured));
    const national = (field: 'detained' | 'dead') => total(next.country[field]) - total(this.things.last.country[field]);
    this.book.equal(row, 'detained by country', national('detained'), rise.detained);
    this.book.equal(row, 'dead by country', national('dead'), rise.dead + total(next.place.securityDead) - total(this.things.last.place.securityDead));
    this.book.equal(
      row,
      'injured by country',
      total(next.country.injured) - total(this.things.last.country.injured),
      total(next.place.injured) - total(this.things.last.place.injured),
    );
    if (row === 'mobilise') {
      this.book.equal(row, 'joined', people.counts.joined, of(idle, out));
      this.book.equal(row, 'left', people.counts.left, of(out, resting) + of(out, spent));
    }
    this.present.set(people.present);
  }

  /** Who is out stands in one list, once, or is on the way. */
  private endHour(): void {
    const lists = openPeople(this.run);
    const seen = new Set<number>();
    for (const list of lists.out) {
      for (let n = 0; n < list.length; n++) {
        const person = list.items[n]!;
        if (seen.has(person)) this.book.breach('end of the hour', `person ${person} stands in two places`);
        seen.add(person);
        if (this.statuses[person] !== out)
          this.book.breach('end of the hour', `person ${person} stands in a crowd and is ${statusNames[this.statuses[person]!]}`);
      }
    }
    // arrivals beyond the run's last hour are not kept
    if (this.book.hour + 14 >= this.run.world.hours) return;
    let travelling = 0;
    for (const due of lists.calendar.hours) {
      if (due === null) continue;
      for (let n = 0; n < due.length; n += 3) if (due.items[n + 1] === Due.arrives) travelling++;
    }
    this.book.equal('end of the hour', 'people out', this.tally[out]!, seen.size + travelling);
    this.most[7] = Math.max(this.most[7]!, travelling);
  }
}
