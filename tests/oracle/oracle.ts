/**
 * The literal keeper of everybody: visits every person of every place every hour and asks him
 * himself. No cuts, no lists, no packing, no calendar; everything is counted anew when it is needed.
 * It is the definition the event-driven engine has to meet byte for byte.
 */
import { ln } from '../../src/base/maths.ts';
import { draw32, uniform01 } from '../../src/base/random.ts';
import { Status, type HourCounts, type Mood, type OutingRule, type People, type PeopleSnapshot, type WillingRule } from '../../src/world/people/people.ts';
import type { World } from '../../src/world/world.ts';
import { acquaint } from './acquaintances.ts';
import { isReached, isRung, ownMarks } from './marks.ts';
import { everybodyOf, personalKeys, type Life, type Person, type PersonalKeys } from './person.ts';
import { newTally, type Tally } from './tally.ts';
import { isWilling } from './willing.ts';

/** A day's axis is this long at most. */
const longestAxis = 1000;

interface OracleSnapshot extends PeopleSnapshot {
  readonly kind: 'oracle';
  readonly hour: number;
  readonly lives: readonly Life[];
  readonly outings: Int32Array;
  readonly days: readonly number[];
  readonly reachClocks: readonly number[];
  readonly workersClocks: readonly number[];
  readonly tieClocks: readonly number[];
}

export class LiteralPeople implements People {
  readonly present: Int32Array;
  readonly outings: Int32Array;
  readonly everOut: Int32Array;
  readonly counts: HourCounts = { joined: 0, left: 0, returned: 0, released: 0, crossBorderRings: 0 };
  /** what happened in this run that the engine might get wrong; never read by the oracle itself */
  readonly tally: Tally = newTally();
  private readonly world: World;
  private readonly everybody: readonly Person[];
  private readonly residentsOf: readonly (readonly Person[])[];
  private readonly keys: readonly PersonalKeys[];
  private hour = 0;
  /** [place] dawns so far, counted from the midnight before the run */
  private readonly days: number[];
  private readonly reachClocks: number[];
  private readonly workersClocks: number[];
  private readonly tieClocks: number[];
  private readonly asked = new Set<Person>();
  private readonly willingBefore = new Map<number, number>();

  constructor(world: World, from?: PeopleSnapshot) {
    this.world = world;
    this.everybody = everybodyOf(world);
    acquaint(this.everybody, world);
    const places = world.scenario.world.places.map((_, place) => place);
    this.residentsOf = places.map((place) => this.everybody.filter((person) => person.home === place && person.isResident));
    this.keys = world.places.keys.map((key) => personalKeys(world.seed, key));
    this.present = new Int32Array(places.length);
    this.outings = new Int32Array(places.length);
    this.everOut = new Int32Array(places.length);
    this.days = places.map((place) => (this.clockOf(place, 0) >= 4 ? 1 : 0));
    this.reachClocks = places.map(() => 0);
    this.workersClocks = places.map(() => 0);
    this.tieClocks = places.map(() => 0);
    if (!from) return;
    const saved = from as OracleSnapshot;
    this.hour = saved.hour;
    saved.lives.forEach((life, number) => (this.everybody[number]!.life = { ...life }));
    this.outings.set(saved.outings);
    places.forEach((place) => {
      this.days[place] = saved.days[place]!;
      this.reachClocks[place] = saved.reachClocks[place]!;
      this.workersClocks[place] = saved.workersClocks[place]!;
      this.tieClocks[place] = saved.tieClocks[place]!;
    });
    this.count();
  }

  save(): PeopleSnapshot {
    const snapshot: OracleSnapshot = {
      kind: 'oracle',
      hour: this.hour,
      lives: this.everybody.map((person) => ({ ...person.life })),
      outings: this.outings.slice(),
      days: [...this.days],
      reachClocks: [...this.reachClocks],
      workersClocks: [...this.workersClocks],
      tieClocks: [...this.tieClocks],
    };
    return snapshot;
  }

  /** The oracle does not care what it costs. */
  bytes(): number {
    return 0;
  }

  /** Local hour of day. */
  private clockOf(place: number, hour: number): number {
    const { scenario } = this.world;
    return (scenario.fromEpochMs / 3_600_000 + scenario.world.places[place]!.utcOffsetHours + hour) % 24;
  }

  /** Count the crowds and those who have ever been out, person by person. */
  private count(): void {
    this.present.fill(0);
    this.everOut.fill(0);
    for (const { home, life } of this.everybody) {
      if (life.standsIn >= 0) this.present[life.standsIn]!++;
      if (life.hasBeenOut) this.everOut[home]!++;
    }
  }

  beginHour(hour: number): void {
    this.hour = hour;
    Object.assign(this.counts, { joined: 0, left: 0, returned: 0, released: 0, crossBorderRings: 0 });
    for (let place = 0; place < this.days.length; place++) {
      if (this.clockOf(place, hour) !== 4) continue;
      if (hour > 0) this.days[place]!++;
      this.reachClocks[place] = 0;
      this.workersClocks[place] = 0;
      this.tieClocks[place] = 0;
    }
    for (const { life } of this.everybody) {
      if (life.arriveHour === hour) {
        life.standsIn = life.arrivesIn;
        life.arriveHour = -1;
        this.tally.arrivals++;
      }
      if (life.returnHour === hour) {
        this.counts.returned++;
        if (life.status === Status.detained) {
          this.counts.released++;
          life.hasBeenReleased = true;
        }
        if (life.status === Status.injured) this.tally.recoveries++;
        life.status = Status.idle;
        life.returnHour = -1;
      }
    }
    this.count();
  }

  private activeTies(person: Person): number {
    let out = 0;
    for (const friend of person.friends) if (friend.life.status === Status.out) out++;
    return out;
  }

  ask(place: number, mood: Mood, rule: WillingRule, reachHazard: number, tieHazard: number, workersReachHazard = reachHazard): void {
    const keys = this.keys[place]!;
    const day = this.days[place]!;
    const [othersBefore, workersBefore, tieBefore] = [this.reachClocks[place]!, this.workersClocks[place]!, this.tieClocks[place]!];
    const othersAfter = (this.reachClocks[place] = Math.min(othersBefore + reachHazard, longestAxis));
    const workersAfter = (this.workersClocks[place] = Math.min(workersBefore + workersReachHazard, longestAxis));
    const tieAfter = (this.tieClocks[place] = Math.min(tieBefore + tieHazard, longestAxis));
    let willing = 0;
    for (const person of this.residentsOf[place]!) {
      if (isWilling(person, 0, mood, rule)) willing++;
      if (person.life.status !== Status.idle) continue;
      const ties = this.activeTies(person);
      if (!isWilling(person, ties, mood, rule)) continue;
      const [reachBefore, reachAfter] = person.isWorker ? [workersBefore, workersAfter] : [othersBefore, othersAfter];
      const reached = isReached(keys.reach, person.slot, day, reachBefore, reachAfter);
      const rung = ties > 0 && isRung(keys.ring, person.slot, day, tieBefore, tieAfter, ties);
      if (reached || rung) this.asked.add(person);
      if (reached && person.isWorker && workersAfter - workersBefore > othersAfter - othersBefore) this.tally.calledAsWorkers++;
      if (rung && !reached)
        this.noteRing(person, ties, (fewer) => isWilling(person, fewer, mood, rule) && isRung(keys.ring, person.slot, day, tieBefore, tieAfter, fewer));
      if (reached && ownMarks(keys.reach, person.slot, day, reachBefore, reachAfter).filter((at) => at > reachBefore && at <= reachAfter).length > 1)
        this.tally.doubleMarks++;
    }
    if (willing < (this.willingBefore.get(place) ?? 0)) this.tally.fallingCuts++;
    this.willingBefore.set(place, willing);
  }

  /** Coverage: who goes because a friend called him, and whether he would have without those abroad. */
  private noteRing(person: Person, ties: number, goesWith: (ties: number) => boolean): void {
    const abroad = person.friends.filter((friend) => friend.life.status === Status.out && friend.country !== person.country).length;
    this.tally.rung++;
    if (abroad === 0) return;
    this.tally.rungWithTieAbroad++;
    if (!goesWith(ties - abroad)) this.tally.rungOnlyBecauseOfTieAbroad++;
  }

  askStrike(place: number, mood: Mood, rule: WillingRule, reach: number): number {
    let strikers = 0;
    for (const person of this.residentsOf[place]!) {
      const { status } = person.life;
      if (!person.isWorker || (status !== Status.idle && status !== Status.resting && status !== Status.spent)) continue;
      if (!isWilling(person, this.activeTies(person), mood, rule)) continue;
      if (isReached(this.keys[place]!.strike, person.slot, this.days[place]!, 0, Math.min(reach, longestAxis))) strikers++;
    }
    this.tally.strikers += strikers;
    return strikers;
  }

  /** Everybody standing in a place, luckless first: by draw, and among equal draws by number. */
  private luckless(place: number, lottery: 'detain' | 'hit'): Person[] {
    const draw = ({ home, slot }: Person) => draw32(this.keys[home]![lottery], slot, this.days[home]!);
    return this.everybody.filter((person) => person.life.standsIn === place).sort((a, b) => draw(a) - draw(b) || a.number - b.number);
  }

  /** Hours beyond the first of custody or hospital: exponential, whole hours. */
  private term({ home, slot }: Person, meanDays: number): number {
    return Math.floor(-ln(1 - uniform01(this.keys[home]!.term, slot, this.days[home]!)) * meanDays * 24);
  }

  /** The first hour after this one in which the place's clock stands at four. */
  private nextDawn(home: number): number {
    let dawn = this.hour + 1;
    while (this.clockOf(home, dawn) !== 4) dawn++;
    return dawn;
  }

  detain(place: number, number: number, meanDetentionDays: number): number {
    const taken = this.luckless(place, 'detain').slice(0, Math.max(0, number));
    for (const person of taken) {
      person.life.status = Status.detained;
      person.life.standsIn = -1;
      person.life.returnHour = Math.max(this.nextDawn(person.home), this.hour + 1 + this.term(person, meanDetentionDays));
    }
    this.count();
    return taken.length;
  }

  hit(place: number, dead: number, injured: number, recoverDays: number): { dead: number; injured: number } {
    const struck = this.luckless(place, 'hit').slice(0, Math.max(0, dead + injured));
    struck.forEach((person, rank) => {
      person.life.status = rank < dead ? Status.dead : Status.injured;
      person.life.standsIn = -1;
      if (rank >= dead) person.life.returnHour = Math.max(this.nextDawn(person.home), this.hour + 1 + this.term(person, recoverDays));
    });
    this.count();
    const killed = struck.filter((person) => person.life.status === Status.dead).length;
    this.tally.dead += killed;
    return { dead: killed, injured: struck.length - killed };
  }

  sendHome(place: number, share01: number): number {
    let leaving = 0;
    for (const { home, slot, life } of this.everybody) {
      if (life.standsIn !== place || life.untilHour <= this.hour) continue;
      if (uniform01(this.keys[home]!.rest, slot, -1 - this.hour) >= share01) continue;
      life.untilHour = this.hour;
      leaving++;
    }
    this.tally.sentHome += leaving;
    return leaving;
  }

  settle(rule: OutingRule): void {
    for (const person of this.everybody) if (person.life.standsIn >= 0 && person.life.untilHour <= this.hour) this.goHome(person, rule);
    for (const person of this.asked) this.setOut(person, rule);
    this.asked.clear();
    this.count();
  }

  private goHome({ home, slot, life }: Person, rule: OutingRule): void {
    const day = this.days[home]!;
    const u = uniform01(this.keys[home]!.rest, slot, 2 * day);
    this.counts.left++;
    life.standsIn = -1;
    if (u < rule.spentShare01) {
      life.status = Status.spent;
      return;
    }
    life.status = Status.resting;
    const isTired = u < rule.spentShare01 + rule.tiredShare01;
    const longer = isTired ? Math.floor(-ln(1 - uniform01(this.keys[home]!.rest, slot, 2 * day + 1)) * rule.restDays * 24) : 0;
    life.returnHour = this.nextDawn(home) + longer;
  }

  private setOut(person: Person, rule: OutingRule): void {
    const { home, slot, life } = person;
    const day = this.days[home]!;
    if (life.hasBeenReleased) this.tally.rejoinedAfterRelease++;
    life.status = Status.out;
    life.hasBeenOut = true;
    this.counts.joined++;
    this.outings[home]!++;
    const stay = 1 + Math.floor(-ln(1 - uniform01(this.keys[home]!.outing, slot, day)) * rule.stayHours);
    const goesTo = rule.destinations[home]!;
    if (goesTo >= 0 && uniform01(this.keys[home]!.travel, slot, day) < rule.travelShare01) {
      life.arriveHour = this.hour + rule.travelHours[home]!;
      life.arrivesIn = goesTo;
      life.untilHour = life.arriveHour + stay;
    } else {
      life.standsIn = home;
      life.untilHour = this.hour + stay;
    }
    // every tie abroad to a slot that could be moved is rung, whether or not anybody lives there
    for (const friend of person.friends) if (friend.isMovable && friend.country !== person.country) this.counts.crossBorderRings++;
  }
}
