/** One mechanism, one hour, on fields set by hand: what it writes, without the other mechanisms. */
import type { Mechanism } from '../../src/mechanisms/contract.ts';
import { mechanisms } from '../../src/mechanisms/registry.ts';
import { State } from '../../src/run/state.ts';
import type { DoEntry } from '../../src/scenario/types.ts';
import { buildWorld } from '../../src/world/build.ts';
import { copyFields, type FieldSet } from '../../src/world/fields.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import type { World } from '../../src/world/world.ts';
import { smallScenario, valuesFor, type SmallWorld } from '../support/worlds.ts';

/** Two countries, the first the client (seat, chief city, a village far off), the second the patron. */
export const twoLands: SmallWorld = {
  residents: [
    [50_000, 20_000, 3000],
    [80_000, 10_000],
  ],
  hours: 400,
  police: 300,
  army: 200,
};

/** What a test changes before the hour. */
export interface Setting {
  readonly small?: Partial<SmallWorld>;
  readonly values?: Readonly<Record<string, number>>;
  readonly do?: readonly DoEntry[];
  readonly seed?: number;
}

export class OneHour {
  readonly world: World;
  readonly state: State;
  private readonly acts = new Map<string, () => void>();

  constructor({ small = {}, values = {}, do: moves = [], seed = 3 }: Setting = {}) {
    const scenario = smallScenario({ ...twoLands, ...small });
    const parameters = valuesFor(scenario, values);
    this.world = buildWorld(scenario, seed, parameters);
    this.state = new State(
      this.world,
      parameters,
      { id: 'a', title: 'a', do: [...moves] },
      (from) => new PeopleEngine(this.world.settlement, this.world.hours, from),
    );
  }

  get now(): FieldSet {
    return this.state.now;
  }

  get next(): FieldSet {
    return this.state.next;
  }

  /** Let the mechanism do hour `hour` on the fields as they are; what it wrote stands in `next`. */
  act(id: string, hour = this.state.hour): this {
    const { state } = this;
    state.hour = hour;
    copyFields(state.now, state.next);
    state.people.beginHour(hour);
    this.bound(mechanisms.find((m) => m.id === id)!)();
    return this;
  }

  /** Several hours of one mechanism, each on what the last one wrote. */
  go(id: string, hours: number, from = this.state.hour): this {
    for (let hour = from; hour < from + hours; hour++) {
      this.act(id, hour);
      copyFields(this.state.next, this.state.now);
    }
    this.state.hour = from + hours;
    return this;
  }

  logged(kind: string): number {
    return this.state.events.filter((event) => event.kind.startsWith(kind)).length;
  }

  private bound(mechanism: Mechanism): () => void {
    let act = this.acts.get(mechanism.id);
    if (!act) {
      const kept = structuredClone(this.state.now);
      act = mechanism.prepare(this.state);
      copyFields(kept, this.state.now);
      copyFields(kept, this.state.next);
      this.acts.set(mechanism.id, act);
    }
    return act;
  }
}

/** The first hour from `from` on at which it is `clock` o'clock in `place`, on a day that fits. */
export function hourAt(world: World, place: number, clock: number, fits: (weekday: number) => boolean = () => true, from = 0): number {
  for (let hour = from; ; hour++) {
    const weekday = (world.firstWeekday[place]! + world.settlement.localDay(place, hour)) % 7;
    if (world.settlement.localHour(place, hour) === clock && fits(weekday)) return hour;
  }
}
