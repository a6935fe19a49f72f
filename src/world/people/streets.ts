/** The moving half of the people: who is out where, who comes back when, whose ties are active. */
import { IntList } from '../../base/growable.ts';
import { ln } from '../../base/maths.ts';
import { draw32, uniform01 } from '../../base/random.ts';
import { Calendar, Due } from './calendar.ts';
import { smallestDraws } from './lottery.ts';
import { beenOutBit, listedBit, Pages, statusMask, tieMask, tieOne, tieShift } from './pages.ts';
import { Status, type HourCounts, type OutingRule, type PeopleSnapshot } from './people.ts';
import type { Settlement } from './settlement.ts';
import { Told } from './told.ts';

interface EngineSnapshot extends PeopleSnapshot {
  readonly kind: 'engine';
  readonly hour: number;
  readonly pages: Pages;
  readonly calendar: Calendar;
  readonly present: Int32Array;
  readonly outings: Int32Array;
  readonly everOut: Int32Array;
  readonly reachClock: Float64Array;
  readonly tieClock: Float64Array;
  readonly mostTies: Uint8Array;
  readonly out: IntList[];
  readonly until: IntList[];
  readonly listed: IntList[];
}

/**
 * Where everybody stands: two bytes a person, lists of those out, the calendar, and the ties that are
 * told when somebody sets out or goes in. Whom to ask is the business of `PeopleEngine`.
 */
export abstract class Streets {
  readonly present: Int32Array;
  readonly outings: Int32Array;
  readonly everOut: Int32Array;
  readonly counts: HourCounts = { joined: 0, left: 0, returned: 0, released: 0, crossBorderRings: 0 };
  protected readonly town: Settlement;
  protected hour = 0;
  protected pages: Pages;
  protected calendar: Calendar;
  protected readonly reachClock: Float64Array;
  protected readonly tieClock: Float64Array;
  /** [place] upper bound of active ties anybody there has; shrinks when its list is scanned */
  protected readonly mostTies: Uint8Array;
  protected out: IntList[];
  protected until: IntList[];
  protected listed: IntList[];
  protected readonly joiners = new IntList(1024);
  private readonly told: Told;

  constructor(settlement: Settlement, hours: number, from?: PeopleSnapshot) {
    this.town = settlement;
    this.told = new Told(settlement);
    const places = settlement.residents.length;
    if (from) {
      const s = from as EngineSnapshot;
      this.hour = s.hour;
      this.pages = s.pages.copy();
      this.calendar = s.calendar.copy();
      this.present = s.present.slice();
      this.outings = s.outings.slice();
      this.everOut = s.everOut.slice();
      this.reachClock = s.reachClock.slice();
      this.tieClock = s.tieClock.slice();
      this.mostTies = s.mostTies.slice();
      this.out = s.out.map((l) => l.copy());
      this.until = s.until.map((l) => l.copy());
      this.listed = s.listed.map((l) => l.copy());
      return;
    }
    this.pages = new Pages(settlement.people);
    this.calendar = new Calendar(hours);
    this.present = new Int32Array(places);
    this.outings = new Int32Array(places);
    this.everOut = new Int32Array(places);
    this.reachClock = new Float64Array(places);
    this.tieClock = new Float64Array(places);
    this.mostTies = new Uint8Array(places);
    const lists = () => Array.from({ length: places }, () => new IntList(4));
    this.out = lists();
    this.until = lists();
    this.listed = lists();
  }

  save(): PeopleSnapshot {
    const snapshot: EngineSnapshot = {
      kind: 'engine',
      hour: this.hour,
      pages: this.pages.copy(),
      calendar: this.calendar.copy(),
      present: this.present.slice(),
      outings: this.outings.slice(),
      everOut: this.everOut.slice(),
      reachClock: this.reachClock.slice(),
      tieClock: this.tieClock.slice(),
      mostTies: this.mostTies.slice(),
      out: this.out.map((l) => l.copy()),
      until: this.until.map((l) => l.copy()),
      listed: this.listed.map((l) => l.copy()),
    };
    return snapshot;
  }

  bytes(): number {
    let lists = 0;
    for (let p = 0; p < this.out.length; p++) lists += (this.out[p]!.items.length + this.until[p]!.items.length + this.listed[p]!.items.length) * 4;
    return this.pages.bytes() + this.calendar.bytes() + this.told.bytes() + lists;
  }

  beginHour(hour: number): void {
    this.hour = hour;
    const { counts, town } = this;
    counts.joined = counts.left = counts.returned = counts.released = counts.crossBorderRings = 0;
    for (let p = 0; p < this.reachClock.length; p++) {
      if (town.dayBegins(p, hour)) {
        this.reachClock[p] = 0;
        this.tieClock[p] = 0;
      }
    }
    const due = this.calendar.take(hour);
    for (let i = 0; i < due.length; i += 3) {
      const person = due.items[i]!;
      const what = due.items[i + 1]!;
      if (what === Due.arrives) {
        this.arrive(person, due.items[i + 2]! >>> 12, hour + (due.items[i + 2]! & 4095));
        continue;
      }
      const state = this.pages.get(person);
      if ((state & statusMask) === Status.detained) counts.released++;
      this.pages.set(person, (state & ~statusMask) | Status.idle);
      counts.returned++;
    }
  }

  detain(place: number, number: number, meanDetentionDays: number): number {
    const taken = this.pick(place, number, 'detainKey');
    for (const position of taken) {
      const person = this.out[place]!.items[position]!;
      const home = this.town.placeOf(person);
      const index = person - this.town.offsets[home]!;
      const u = uniform01(this.town.residents[home]!.termKey, index, this.town.dayOf(home, this.hour));
      this.goIn(person, home, index, Status.detained);
      this.calendar.put(
        this.hour + Math.max(this.town.hoursToDawn(home, this.hour), 1 + Math.floor(-ln(1 - u) * meanDetentionDays * 24)),
        person,
        Due.returns,
        0,
      );
    }
    this.removePresent(place, taken);
    return taken.length;
  }

  hit(place: number, dead: number, injured: number, recoverDays: number): { dead: number; injured: number } {
    const taken = this.pick(place, dead + injured, 'hitKey');
    taken.forEach((position, rank) => {
      const person = this.out[place]!.items[position]!;
      const home = this.town.placeOf(person);
      const index = person - this.town.offsets[home]!;
      this.goIn(person, home, index, rank < dead ? Status.dead : Status.injured);
      if (rank >= dead) {
        const u = uniform01(this.town.residents[home]!.termKey, index, this.town.dayOf(home, this.hour));
        this.calendar.put(this.hour + Math.max(this.town.hoursToDawn(home, this.hour), 1 + Math.floor(-ln(1 - u) * recoverDays * 24)), person, Due.returns, 0);
      }
    });
    this.removePresent(place, taken);
    return { dead: Math.min(dead, taken.length), injured: Math.max(0, taken.length - dead) };
  }

  /** Positions in the place's list of those with the smallest keyed draws, luckless first. */
  private pick(place: number, number: number, key: 'detainKey' | 'hitKey'): number[] {
    const list = this.out[place]!;
    return smallestDraws(list, number, (person) => {
      const home = this.town.placeOf(person);
      return draw32(this.town.residents[home]![key], person - this.town.offsets[home]!, this.town.dayOf(home, this.hour));
    });
  }

  private removePresent(place: number, positions: number[]): void {
    positions.sort((a, b) => b - a);
    for (const position of positions) {
      this.out[place]!.removeAt(position);
      this.until[place]!.removeAt(position);
    }
    this.present[place]! -= positions.length;
  }

  sendHome(place: number, share01: number): number {
    const until = this.until[place]!;
    let leaving = 0;
    for (let i = 0; i < until.length; i++) {
      const person = this.out[place]!.items[i]!;
      const home = this.town.placeOf(person);
      if (until.items[i]! > this.hour && uniform01(this.town.residents[home]!.restKey, person - this.town.offsets[home]!, -1 - this.hour) < share01) {
        until.items[i] = this.hour;
        leaving++;
      }
    }
    return leaving;
  }

  settle(rule: OutingRule): void {
    for (let p = 0; p < this.out.length; p++) if (this.out[p]!.length > 0) this.leaveDue(p, rule);
    const joiners = this.joiners;
    for (let j = 0; j < joiners.length; j++) {
      const person = joiners.items[j]!;
      const state = this.pages.get(person);
      if ((state & statusMask) !== Status.idle) continue; // asked twice within the hour
      this.setOut(person, state, rule);
    }
    joiners.clear();
  }

  private leaveDue(place: number, rule: OutingRule): void {
    const list = this.out[place]!;
    const until = this.until[place]!;
    for (let i = 0; i < list.length;) {
      if (until.items[i]! > this.hour) {
        i++;
        continue;
      }
      const person = list.items[i]!;
      list.removeAt(i);
      until.removeAt(i);
      this.present[place]!--;
      this.counts.left++;
      const home = this.town.placeOf(person);
      const index = person - this.town.offsets[home]!;
      const key = this.town.residents[home]!.restKey;
      const day = this.town.dayOf(home, this.hour);
      const u = uniform01(key, index, 2 * day);
      if (u < rule.spentShare01) {
        this.goIn(person, home, index, Status.spent);
        continue;
      }
      this.goIn(person, home, index, Status.resting);
      const tired = u < rule.spentShare01 + rule.tiredShare01;
      const untilDawn = this.town.hoursToDawn(home, this.hour);
      const rest = tired ? Math.floor(-ln(1 - uniform01(key, index, 2 * day + 1)) * rule.restDays * 24) : 0;
      this.calendar.put(this.hour + untilDawn + rest, person, Due.returns, 0);
    }
  }

  private setOut(person: number, state: number, rule: OutingRule): void {
    const home = this.town.placeOf(person);
    const index = person - this.town.offsets[home]!;
    const town = this.town.residents[home]!;
    const day = this.town.dayOf(home, this.hour);
    if ((state & beenOutBit) === 0) this.everOut[home]!++;
    this.pages.set(person, (state & ~statusMask) | Status.out | beenOutBit);
    this.counts.joined++;
    this.outings[home]!++;
    const stay = 1 + Math.floor(-ln(1 - uniform01(town.outingKey, index, day)) * rule.stayHours);
    const destination = rule.destinations[home]!;
    if (destination >= 0 && uniform01(town.travelKey, index, day) < rule.travelShare01) {
      this.calendar.put(this.hour + rule.travelHours[home]!, person, Due.arrives, (destination << 12) | Math.min(stay, 4095));
    } else {
      this.arrive(person, home, this.hour + stay);
    }
    this.tellTies(person, home, index);
  }

  private arrive(person: number, place: number, untilHour: number): void {
    this.out[place]!.push(person);
    this.until[place]!.push(untilHour);
    this.present[place]!++;
  }

  /** Somebody is no longer out: new status, and his ties lose an active tie. */
  private goIn(person: number, home: number, index: number, status: Status): void {
    this.pages.set(person, (this.pages.get(person) & ~statusMask) | status);
    this.untellTies(person, home, index);
  }

  private tellTies(person: number, home: number, index: number): void {
    const { people, places } = this.told;
    const n = this.told.find(home, index);
    this.told.remember(person, n);
    const homeCountry = this.town.countryOf[home]!;
    for (let t = 0; t < n; t++) {
      const other = people[t]!;
      const place = places[t]!;
      const state = this.pages.get(other);
      const next = (state + tieOne) | listedBit;
      if ((state & listedBit) === 0) this.listed[place]!.push(other);
      const active = (next >>> tieShift) & tieMask;
      if (active > this.mostTies[place]!) this.mostTies[place] = active;
      if (this.town.countryOf[place] !== homeCountry) this.counts.crossBorderRings++;
      this.pages.set(other, next);
    }
  }

  private untellTies(person: number, home: number, index: number): void {
    const { people } = this.told;
    let n = this.told.recall(person);
    if (n < 0) n = this.told.find(home, index);
    for (let t = 0; t < n; t++) this.pages.set(people[t]!, this.pages.get(people[t]!) - tieOne);
  }
}
