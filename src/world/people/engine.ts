/**
 * The exact event-driven keeper of everybody: cost follows activity, not population.
 *
 * It never scans residents. Who may join is the prefix of each segment below a cut found by search;
 * whom the hour reaches are the marks inside that prefix; whom ties reach stand in a list that only
 * active people's ties fill. Every candidate is then judged by the rule itself.
 */
import { IntList } from '../../base/growable.ts';
import { collectMarks, longestDailyAxis, tieRings } from './clocks.ts';
import { fearOf, segmentCount } from './layout.ts';
import { listedBit, statusMask, tieMask, tieShift } from './pages.ts';
import { Status, type Mood, type People, type WillingRule } from './people.ts';
import { Streets } from './streets.ts';

/** So many people with active ties in a place make it worth while to look first who could be willing at all. */
const worthALook = 8;

export class PeopleEngine extends Streets implements People {
  private readonly marked = new IntList(1024);

  ask(place: number, mood: Mood, rule: WillingRule, reachHazard: number, tieHazard: number): void {
    const day = this.town.dayOf(place, this.hour);
    if (tieHazard > 0) {
      const before = this.tieClock[place]!;
      const after = Math.min(before + tieHazard, longestDailyAxis);
      this.tieClock[place] = after;
      this.askTied(place, mood, rule, day, before, after);
    }
    if (reachHazard > 0) {
      const before = this.reachClock[place]!;
      const after = Math.min(before + reachHazard, longestDailyAxis);
      this.reachClock[place] = after;
      this.askReached(place, mood, rule, day, before, after);
    }
  }

  /** People one of whose active ties rings. The list is swept of those whose ties have all gone home. */
  private askTied(place: number, mood: Mood, rule: WillingRule, day: number, before: number, after: number): void {
    const list = this.listed[place]!;
    const base = this.town.offsets[place]!;
    const key = this.town.residents[place]!.tieReachKey;
    // a look at each segment spares most of the listed their draws
    const willingBelow = list.length < worthALook ? Infinity : this.willingBelow(place, this.mostTies[place]!, mood, rule);
    let most = 0;
    for (let i = 0; i < list.length;) {
      const person = list.items[i]!;
      const state = this.pages.get(person);
      const ties = (state >>> tieShift) & tieMask;
      if (ties === 0) {
        this.pages.set(person, state & ~listedBit);
        list.removeAt(i);
        continue;
      }
      i++;
      if (ties > most) most = ties;
      if (
        person - base < willingBelow &&
        (state & statusMask) === Status.idle &&
        tieRings(key, person - base, day, before, after, ties) &&
        this.isWilling(place, person - base, ties, mood, rule)
      )
        this.joiners.push(person);
    }
    this.mostTies[place] = most;
  }

  /** A slot from which on nobody is willing, even with `ties` active ties; 0 when nobody is at all. */
  private willingBelow(place: number, ties: number, mood: Mood, rule: WillingRule): number {
    const home = this.town.residents[place]!;
    for (let s = segmentCount - 1; s >= 0; s--) {
      const start = home.segmentStart(s);
      const end = home.segmentEnd(s);
      if (start >= end) continue;
      const cut = this.cutOf(s, start, end, ties, mood, rule);
      if (cut > start) return cut;
    }
    return 0;
  }

  private askReached(place: number, mood: Mood, rule: WillingRule, day: number, before: number, after: number): void {
    const home = this.town.residents[place]!;
    const base = this.town.offsets[place]!;
    const most = this.mostTies[place]!;
    for (let s = 0; s < segmentCount; s++) {
      const start = home.segmentStart(s);
      const end = home.segmentEnd(s);
      if (start >= end) continue;
      const cut = this.cutOf(s, start, end, most, mood, rule);
      if (cut === start) continue;
      this.marked.clear();
      collectMarks(home.reachKey, day, before, after, start, cut, this.marked);
      const hardship = mood.hardships[s >> 1]!;
      const grievance = (s & 1) === 0 ? mood.grievanceWorkers01 : mood.grievanceOthers01;
      for (let m = 0; m < this.marked.length; m++) {
        const index = this.marked.items[m]!;
        const state = this.pages.get(base + index);
        if ((state & statusMask) !== Status.idle || !home.isResident(index)) continue;
        if (rule(hardship, fearOf(index, start, end, mood.lowestFear01), grievance, (state >>> tieShift) & tieMask, mood)) this.joiners.push(base + index);
      }
    }
  }

  /** First slot of the segment that is unwilling even with `ties` active ties (search, never division). */
  private cutOf(segment: number, start: number, end: number, ties: number, mood: Mood, rule: WillingRule): number {
    const hardship = mood.hardships[segment >> 1]!;
    const grievance = (segment & 1) === 0 ? mood.grievanceWorkers01 : mood.grievanceOthers01;
    if (!rule(hardship, fearOf(start, start, end, mood.lowestFear01), grievance, ties, mood)) return start;
    let willing = start;
    let unwilling = end;
    while (unwilling - willing > 1) {
      const middle = (willing + unwilling) >>> 1;
      if (rule(hardship, fearOf(middle, start, end, mood.lowestFear01), grievance, ties, mood)) willing = middle;
      else unwilling = middle;
    }
    return willing + 1;
  }

  private isWilling(place: number, index: number, ties: number, mood: Mood, rule: WillingRule): boolean {
    const home = this.town.residents[place]!;
    if (!home.isResident(index)) return false;
    const s = home.segmentOf(index);
    return rule(
      mood.hardships[s >> 1]!,
      fearOf(index, home.segmentStart(s), home.segmentEnd(s), mood.lowestFear01),
      (s & 1) === 0 ? mood.grievanceWorkers01 : mood.grievanceOthers01,
      ties,
      mood,
    );
  }

  askStrike(place: number, mood: Mood, rule: WillingRule, reach: number): number {
    if (reach <= 0) return 0;
    const home = this.town.residents[place]!;
    const base = this.town.offsets[place]!;
    const day = this.town.dayOf(place, this.hour);
    let strikers = 0;
    for (let s = 0; s < segmentCount; s += 2) {
      const start = home.segmentStart(s);
      const end = home.segmentEnd(s);
      if (start >= end) continue;
      const cut = this.cutOf(s, start, end, this.mostTies[place]!, mood, rule);
      if (cut === start) continue;
      this.marked.clear();
      collectMarks(home.strikeKey, day, 0, Math.min(reach, longestDailyAxis), start, cut, this.marked);
      this.marked.items.subarray(0, this.marked.length).sort();
      let last = -1;
      for (let m = 0; m < this.marked.length; m++) {
        const index = this.marked.items[m]!;
        if (index === last) continue;
        last = index;
        const state = this.pages.get(base + index);
        const status = state & statusMask;
        if (status !== Status.idle && status !== Status.resting && status !== Status.spent) continue;
        if (!home.isResident(index)) continue;
        if (rule(mood.hardships[s >> 1]!, fearOf(index, start, end, mood.lowestFear01), mood.grievanceWorkers01, (state >>> tieShift) & tieMask, mood))
          strikers++;
      }
    }
    return strikers;
  }
}
