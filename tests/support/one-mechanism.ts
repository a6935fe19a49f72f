/** One mechanism alone: a small world, fields set by hand, one hour or several, and what came of it. */
import type { RunEvent } from '../../src/mechanisms/contract.ts';
import { mechanisms } from '../../src/mechanisms/registry.ts';
import { State } from '../../src/run/state.ts';
import type { AllianceSpec, DoEntry, ScenarioSpec } from '../../src/scenario/types.ts';
import { buildWorld } from '../../src/world/build.ts';
import { copyFields, type FieldSet } from '../../src/world/fields.ts';
import { UnitKind, type UnitState } from '../../src/world/forces.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import type { Mood, OutingRule, People } from '../../src/world/people/people.ts';
import type { World } from '../../src/world/world.ts';
import { smallScenario, valuesFor, type SmallWorld } from './worlds.ts';

/** Land 0 is the client (town 0 its seat, town 1 its chief city), land 1 has a parliament that must vote, land 2 is the patron. */
export const threeLands: SmallWorld = { residents: [[50_000, 20_000, 6_000], [30_000], [40_000, 10_000]], hours: 500, police: 1200, army: 1000 };

export interface Setting {
  readonly small?: Partial<SmallWorld>;
  readonly values?: Readonly<Record<string, number>>;
  readonly do?: readonly DoEntry[];
  readonly seed?: number;
  readonly variants?: ScenarioSpec['variants'];
  /** instead of the one pact */
  readonly alliances?: readonly AllianceSpec[];
}

export const workday = (weekday: number): boolean => weekday > 0 && weekday < 6;
export const saturday = (weekday: number): boolean => weekday === 6;
export const sunday = (weekday: number): boolean => weekday === 0;

/** One lever at one value from the start, everywhere or in one country or alliance. */
export const lever = (set: string, to: string, where?: string): readonly DoEntry[] => [{ atHour: 0, set, to, ...(where === undefined ? {} : { in: where }) }];

export class OneMechanism {
  readonly world: World;
  readonly state: State;
  private readonly act: () => void;

  constructor(id: string, { small = {}, values = {}, do: moves = [], seed = 5, variants = {}, alliances }: Setting = {}) {
    const made = smallScenario({ ...threeLands, ...small });
    const scenario = { ...made, variants, world: { ...made.world, alliances: alliances ?? made.world.alliances } };
    const parameters = valuesFor(scenario, values);
    this.world = buildWorld(scenario, seed, parameters);
    this.state = new State(
      this.world,
      parameters,
      { id: 'alone', title: 'alone', do: moves },
      (from) => new PeopleEngine(this.world.settlement, this.world.hours, from),
    );
    this.act = mechanisms.find((m) => m.id === id)!.prepare(this.state);
  }

  get now(): FieldSet {
    return this.state.now;
  }

  get next(): FieldSet {
    return this.state.next;
  }

  get units(): UnitState {
    return this.state.units;
  }

  get people(): People {
    return this.state.people;
  }

  /** Do the hour the state stands at, or another; what was written is in `next`, and `now` stays as it was. */
  hour(at = this.state.hour): FieldSet {
    this.state.hour = at;
    copyFields(this.now, this.next);
    this.people.beginHour(at);
    this.act();
    return this.next;
  }

  /** Several hours, each on what the last one wrote. */
  hours(number: number): this {
    for (let i = 0; i < number; i++) {
      copyFields(this.hour(), this.now);
      this.state.hour++;
    }
    return this;
  }

  /** Move on to the next hour at which it is `clock` o'clock in `place` on a day that fits. */
  atClock(place: number, clock: number, fits: (weekday: number) => boolean = () => true): this {
    while (this.state.localHour(place) !== clock || !fits(this.state.weekday(place))) this.state.hour++;
    return this;
  }

  /** Bring people who can be moved onto the square for good (1 - exp(-hazard) of them); returns how many are there. */
  gather(place: number, hazard = 0.2): number {
    const { people, world, now } = this;
    const mood: Mood = {
      hardships: world.hardships,
      grievanceOthers01: 0,
      grievanceWorkers01: 0,
      openness01: 1,
      tieWeight: 0,
      push: 0,
      risk: 0,
      reputation: 0,
      lowestFear01: 0,
    };
    people.beginHour(this.state.hour);
    people.ask(place, mood, () => true, hazard, 0);
    this.goHome();
    now.place.crowd[place] = now.place.crowdStrength[place] = people.present[place];
    return people.present[place];
  }

  /** Let those go whose time is up or who were sent home; nobody else sets out. Returns who is left in each place. */
  goHome(): readonly number[] {
    const nowhere = new Int32Array(this.world.places.count);
    const forGood: OutingRule = {
      stayHours: 1e6,
      tiredShare01: 0,
      restDays: 1,
      spentShare01: 0,
      travelShare01: 0,
      destinations: nowhere.fill(-1),
      travelHours: nowhere,
    };
    this.people.settle(forGood);
    return [...this.people.present];
  }

  /** Units of some kinds stationed in a country. */
  unitsOf(country: number, kinds: readonly number[] = [UnitKind.police, UnitKind.interior, UnitKind.army]): number[] {
    const { firstUnit, endUnit } = this.world.countries;
    return Array.from({ length: endUnit[country] - firstUnit[country] }, (_, i) => firstUnit[country] + i).filter((u) =>
      kinds.includes(this.world.units.kind[u]),
    );
  }

  /** What was logged so far, of a kind or of all kinds that begin so. */
  logged(kind = ''): readonly RunEvent[] {
    return this.state.events.filter((event) => event.kind.startsWith(kind));
  }
}
