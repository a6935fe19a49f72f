/** Looking at people without moving them: a copy of everybody as an hour begins, that can be asked about one person or one place. */
import { longestDailyAxis, nextMark, nextRing } from './clocks.ts';
import { PeopleEngine } from './engine.ts';
import { fearOf } from './layout.ts';
import { statusMask, tieMask, tieShift } from './pages.ts';
import type { Mood, PeopleSnapshot, Status, WillingRule } from './people.ts';
import type { Settlement } from './settlement.ts';

/** One person: who he is, where he stands, and how far his clocks have to run. */
export interface Sight {
  readonly isResident: boolean;
  /** false = he would never go out; class, trade and fear mean nothing then */
  readonly isMovable: boolean;
  readonly hardshipClass: number;
  readonly isWorker: boolean;
  readonly fear01: number;
  readonly status: Status;
  readonly activeTies: number;
  /** where the clock of his place stands today, and his next mark on it; NaN = none today */
  readonly clock: number;
  readonly mark: number;
  /** the same for the clock of ties, at so many ties out */
  readonly tieClock: number;
  readonly ring: number;
}

/** Residents of a place who can be moved, by status, and how many of those at home are willing. */
export interface Census {
  readonly movable: number;
  /** [status] residents */
  readonly byStatus: Int32Array;
  readonly willing: number;
  readonly willingAtHome: number;
}

export class Onlooker extends PeopleEngine {
  /** @param saved the people between two hours; they are left as they are, the copy sees the next hour begin */
  constructor(settlement: Settlement, hours: number, saved: PeopleSnapshot, hour: number) {
    super(settlement, hours, saved);
    this.beginHour(hour);
  }

  person(place: number, index: number, lowestFear01: number): Sight {
    const home = this.town.residents[place]!;
    const state = this.pages.get(this.town.offsets[place]! + index);
    const isMovable = index < home.movable;
    const segment = isMovable ? home.segmentOf(index) : -1;
    const isWorker = isMovable && (segment & 1) === 0;
    const day = this.town.dayOf(place, this.hour);
    const activeTies = (state >>> tieShift) & tieMask;
    const clock = this.reachClock[2 * place + (isWorker ? 0 : 1)]!;
    const tieClock = this.tieClock[place]!;
    return {
      isResident: home.isResident(index),
      isMovable,
      hardshipClass: isMovable ? segment >> 1 : -1,
      isWorker,
      fear01: isMovable ? fearOf(index, home.segmentStart(segment), home.segmentEnd(segment), lowestFear01) : Number.NaN,
      status: (state & statusMask) as Status,
      activeTies,
      clock,
      mark: nextMark(home.reachKey, index, day, clock, longestDailyAxis),
      tieClock,
      ring: activeTies === 0 ? Number.NaN : nextRing(home.tieReachKey, index, day, tieClock, activeTies, longestDailyAxis),
    };
  }

  /** Count the residents of a place. @cost one look at everybody there who can be moved */
  census(place: number, mood: Mood, rule: WillingRule): Census {
    const home = this.town.residents[place]!;
    const byStatus = new Int32Array(8);
    let [movable, willing, willingAtHome] = [0, 0, 0];
    for (let index = 0; index < home.movable; index++) {
      if (!home.isResident(index)) continue;
      const state = this.pages.get(this.town.offsets[place]! + index);
      const status = state & statusMask;
      const s = home.segmentOf(index);
      const fear = fearOf(index, home.segmentStart(s), home.segmentEnd(s), mood.lowestFear01);
      const grievance = (s & 1) === 0 ? mood.grievanceWorkers01 : mood.grievanceOthers01;
      movable++;
      byStatus[status]!++;
      if (!rule(mood.hardships[s >> 1]!, fear, grievance, (state >>> tieShift) & tieMask, mood)) continue;
      willing++;
      if (status === 0) willingAtHome++;
    }
    return { movable, byStatus, willing, willingAtHome };
  }

  /** Who sets out when this place is asked: person numbers within the place. */
  whoSetsOut(place: number, mood: Mood, rule: WillingRule, reachHazard: number, tieHazard: number, workersReachHazard: number): Set<number> {
    this.joiners.clear();
    this.ask(place, mood, rule, reachHazard, tieHazard, workersReachHazard);
    const found = new Set<number>();
    for (let j = 0; j < this.joiners.length; j++) found.add(this.joiners.items[j]! - this.town.offsets[place]!);
    this.joiners.clear();
    return found;
  }
}
