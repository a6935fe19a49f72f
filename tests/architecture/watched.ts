/** A run in which every mechanism is watched: which columns, people, units, sites, parameters, levers and draws it touches. */
import type { ParameterValues } from '../../src/base/parameter.ts';
import type { RunState } from '../../src/mechanisms/contract.ts';
import { mechanisms } from '../../src/mechanisms/registry.ts';
import { State } from '../../src/run/state.ts';
import type { Arm } from '../../src/scenario/types.ts';
import { copyFields } from '../../src/world/fields.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import type { World } from '../../src/world/world.ts';

/** What one mechanism was seen to do. */
export interface Seen {
  readonly reads: Set<string>;
  readonly writes: Set<string>;
  /** columns of `next` looked at other than through the mechanism's own writing */
  readonly readsOfNext: Set<string>;
  readonly writesOfNow: Set<string>;
  readonly values: Set<string>;
  readonly levers: Set<string>;
  readonly draws: Set<string>;
}

export function newRecord(): Map<string, Seen> {
  const empty = (): Seen => ({
    reads: new Set(),
    writes: new Set(),
    readsOfNext: new Set(),
    writesOfNow: new Set(),
    values: new Set(),
    levers: new Set(),
    draws: new Set(),
  });
  return new Map(mechanisms.map((m) => [m.id, empty()]));
}

/** What the people do for a mechanism that calls them: do they answer, do they change, by which decisions. */
const peopleCalls: Readonly<Record<string, { reads: boolean; writes: boolean; draws: readonly string[] }>> = {
  ask: { reads: true, writes: true, draws: ['reach', 'reach by ties'] },
  askStrike: { reads: true, writes: false, draws: ['strike'] },
  detain: { reads: false, writes: true, draws: ['detain', 'term'] },
  hit: { reads: false, writes: true, draws: ['hit', 'term'] },
  settle: { reads: false, writes: true, draws: ['outing', 'rest', 'travel'] },
  sendHome: { reads: false, writes: true, draws: ['rest'] },
};

type Column = { [index: number]: number; length: number };

function watchColumn<T extends Column>(column: T, read: () => void, wrote: () => void): T {
  return new Proxy(column, {
    get(target, name) {
      if (typeof name === 'string' && /^\d+$/.test(name)) {
        read();
        return target[Number(name)];
      }
      const value = Reflect.get(target, name) as unknown;
      if (typeof value !== 'function') return value;
      if (name === 'set' || name === 'fill') wrote();
      else if (name !== 'constructor') read();
      return (value as (...a: unknown[]) => unknown).bind(target);
    },
    set(target, name, value: number) {
      wrote();
      target[Number(name as string)] = value;
      return true;
    },
  });
}

function watchColumns<T extends object>(columns: T, read: (name: string) => void, wrote: (name: string) => void): T {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      watchColumn(
        column as Column,
        () => read(name),
        () => wrote(name),
      ),
    ]),
  ) as T;
}

/** Run a world to its end and add to `record` what every mechanism was seen to do. */
export function watch(world: World, values: ParameterValues, arm: Arm, record: ReadonlyMap<string, Seen>): State {
  const state = new State(world, values, arm, (from) => new PeopleEngine(world.settlement, world.hours, from));
  let seen: Seen | undefined;
  const { people } = state;
  const parts = (set: 'now' | 'next') =>
    Object.fromEntries(
      Object.entries(state[set]).map(([part, columns]) => [
        part,
        watchColumns(
          columns as object,
          (name) => (set === 'now' ? seen!.reads : seen!.readsOfNext).add(`${part}.${name}`),
          (name) => (set === 'now' ? seen!.writesOfNow : seen!.writes).add(`${part}.${name}`),
        ),
      ]),
    );
  const now = parts('now');
  const next = parts('next');
  const units = watchColumns(
    state.units,
    () => seen!.reads.add('units'),
    () => seen!.writes.add('units'),
  );
  const sitesHeld = watchColumn(
    state.sitesHeld,
    () => seen!.reads.add('sites'),
    () => seen!.writes.add('sites'),
  );
  const watchedPeople = new Proxy(people, {
    get(target, name) {
      const call = peopleCalls[name as string];
      if (!call) {
        seen!.reads.add('people');
        return Reflect.get(target, name, target) as unknown;
      }
      return (...given: unknown[]) => {
        if (call.reads) seen!.reads.add('people');
        if (call.writes) seen!.writes.add('people');
        for (const decision of call.draws) seen!.draws.add(decision);
        return (Reflect.get(target, name, target) as (...a: unknown[]) => unknown).apply(target, given);
      };
    },
  });
  const scenario = new Proxy(world.scenario, {
    get(target, name) {
      if (name === 'events') seen!.reads.add('events');
      return Reflect.get(target, name) as unknown;
    },
  });
  const watchedWorld = { ...world, scenario };
  const instead: Record<PropertyKey, unknown> = {
    now,
    next,
    units,
    sitesHeld,
    people: watchedPeople,
    world: watchedWorld,
    value: (id: string) => (seen!.values.add(id), state.value(id)),
    lever: (id: string, where: string) => (seen!.levers.add(id), state.lever(id, where)),
    luck: (subject: string, decision: string, count: number) => (seen!.draws.add(decision), state.luck(subject, decision, count)),
  };
  const run = new Proxy(state as RunState, {
    get(target, name) {
      if (name in instead) return instead[name];
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? (value as (...a: unknown[]) => unknown).bind(target) : value;
    },
  });
  copyFields(state.now, state.next);
  const acts = mechanisms.map((mechanism) => {
    seen = record.get(mechanism.id)!;
    return mechanism.prepare(run);
  });
  copyFields(state.now, state.next);
  for (; state.hour < world.hours; state.hour++) {
    copyFields(state.now, state.next);
    people.beginHour(state.hour);
    acts.forEach((act, m) => {
      seen = record.get(mechanisms[m]!.id)!;
      act();
    });
    copyFields(state.next, state.now);
  }
  return state;
}
