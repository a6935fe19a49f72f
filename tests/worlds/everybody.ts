/** Everybody's history: the status of each person, hour by hour, written down beside a run. */
import type { ParameterValues } from '../../src/base/parameter.ts';
import { unroll, type History } from '../../src/run/recorder.ts';
import { Run } from '../../src/run/run.ts';
import type { Arm } from '../../src/scenario/types.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import { Status } from '../../src/world/people/people.ts';
import type { World } from '../../src/world/world.ts';
import { statusOf } from '../laws/census.ts';

/** [hour * people + person] status at the end of the hour. */
export class People {
  readonly count: number;
  readonly hours: number;
  readonly statuses: Uint8Array;

  constructor(count: number, hours: number) {
    this.count = count;
    this.hours = hours;
    this.statuses = new Uint8Array(count * hours);
  }

  write(hour: number, engine: PeopleEngine): void {
    for (let person = 0; person < this.count; person++) this.statuses[hour * this.count + person] = statusOf(engine, person);
  }

  at(hour: number, person: number): number {
    return this.statuses[hour * this.count + person]!;
  }

  /** First hour at whose end the person is out, -1 = never. */
  firstOuting(person: number): number {
    for (let hour = 0; hour < this.hours; hour++) if (this.at(hour, person) === Status.out) return hour;
    return -1;
  }

  wentOut(person: number): boolean {
    return this.firstOuting(person) >= 0;
  }

  everOut(): number {
    let people = 0;
    for (let person = 0; person < this.count; person++) if (this.wentOut(person)) people++;
    return people;
  }
}

export interface Watched {
  readonly world: World;
  readonly people: People;
  readonly history: History;
}

/** Run with a census every hour. */
export function watched(world: World, values: ParameterValues, arm: Arm): Watched {
  const people = new People(world.settlement.people, world.hours);
  const run = new Run(world, values, arm, { keep: (w, from) => new PeopleEngine(w.settlement, w.hours, from) });
  for (let hour = 0; hour < world.hours; hour++) people.write(hour, run.until(hour + 1).state.people as PeopleEngine);
  return { world, people, history: run.history() };
}

/** Who lives in the second world and not in the first. */
export function newcomerOf(before: World, after: World): number | undefined {
  const found: number[] = [];
  after.settlement.residents.forEach((home, place) => {
    for (let index = 0; index < home.capacity; index++) {
      if (home.isResident(index) && !before.settlement.residents[place]!.isResident(index)) found.push(after.settlement.offsets[place]! + index);
    }
  });
  return found.length === 1 ? found[0] : undefined;
}

/** First hour in which each person's status differs. */
export function differing(a: Watched, b: Watched): { person: number; hour: number }[] {
  const found: { person: number; hour: number }[] = [];
  for (let person = 0; person < a.people.count; person++) {
    for (let hour = 0; hour < a.people.hours; hour++) {
      if (a.people.at(hour, person) === b.people.at(hour, person)) continue;
      found.push({ person, hour });
      break;
    }
  }
  return found;
}

/** Recorded columns that count something; the others are shares per resident, which one more resident moves in the fifth digit. */
const counts = {
  place: ['crowd', 'outings', 'control', 'strikers', 'detained', 'dead', 'securityDead', 'injured', 'arms'],
  country: [
    'placesLost',
    'conceded',
    'emergency01',
    'shutdown01',
    'moving01',
    'fire01',
    'asked01',
    'headOut',
    'groupOut',
    'seatLost',
    'detained',
    'dead',
    'injured',
  ],
} as const;

/** Every recorded column, row by row, that differs in some hour. */
export function columnsApart(a: Watched, b: Watched): { part: 'place' | 'country'; field: string; row: number }[] {
  return (['place', 'country'] as const).flatMap((part) => {
    const count = part === 'place' ? a.world.places.count : a.world.countries.count;
    const columns = (w: Watched) => w.history[part] as Record<string, History['place']['crowd']>;
    const series = (w: Watched, field: string, row: number) => String(unroll(columns(w)[field]!, row, a.people.hours));
    return Object.keys(columns(a)).flatMap((field) =>
      Array.from({ length: count }, (_, row) => ({ part, field, row })).filter(({ row }) => series(a, field, row) !== series(b, field, row)),
    );
  });
}

/** The first hour in which a count differs, and the rows that do. */
export function firstCounts(a: Watched, b: Watched): { hour: number; rows: { part: 'place' | 'country'; field: string; row: number }[] } {
  let first = Number.POSITIVE_INFINITY;
  let rows: { part: 'place' | 'country'; field: string; row: number }[] = [];
  for (const part of ['place', 'country'] as const) {
    const count = part === 'place' ? a.world.places.count : a.world.countries.count;
    for (const field of counts[part]) {
      for (let row = 0; row < count; row++) {
        const series = (w: Watched) => unroll((w.history[part] as Record<string, History['place']['crowd']>)[field]!, row, a.people.hours);
        const [left, right] = [series(a), series(b)];
        const hour = left.findIndex((value, h) => value !== right[h]);
        if (hour < 0 || hour > first) continue;
        if (hour < first) rows = [];
        first = hour;
        rows.push({ part, field, row });
      }
    }
  }
  return { hour: first, rows };
}
