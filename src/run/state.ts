/** The moving half of a run: fields, units, buildings, people, log. All of it fits in a snapshot. */
import type { ParameterValues } from '../base/parameter.ts';
import { Luck, type RequestRow, type RunEvent, type RunState } from '../mechanisms/contract.ts';
import { levers } from '../mechanisms/registry.ts';
import type { AllianceSpec, Arm, DoEntry } from '../scenario/types.ts';
import { copyFields, newFields, type FieldSet } from '../world/fields.ts';
import { copyUnitState, newUnitState, type UnitState } from '../world/forces.ts';
import type { People, PeopleSnapshot } from '../world/people/people.ts';
import { siteKinds } from '../world/sites.ts';
import type { World } from '../world/world.ts';
import { variantsOf } from './variants.ts';

/** Exact state between two hours. Restoring it and going on gives the bytes of a run that never stopped. */
export interface Snapshot {
  readonly hour: number;
  readonly fields: FieldSet;
  readonly units: UnitState;
  readonly sitesHeld: Uint8Array;
  readonly people: PeopleSnapshot;
  readonly memory: Readonly<Record<string, Float64Array>>;
  readonly events: readonly RunEvent[];
}

const defaultLevers = new Map(levers.map((l) => [l.id, l.values[0]!]));

export class State implements RunState {
  readonly world: World;
  readonly people: People;
  units: UnitState;
  readonly sitesHeld: Uint8Array;
  readonly now: FieldSet;
  readonly next: FieldSet;
  hour = 0;
  readonly requests: readonly RequestRow[];
  readonly events: RunEvent[] = [];
  /** mechanisms' own memory between hours, by name */
  readonly memory: Record<string, Float64Array> = {};
  private readonly values: ParameterValues;
  private readonly variants: Readonly<Record<string, string>>;
  private readonly institutions: Luck;
  private readonly moves: readonly DoEntry[];
  /** arms whose levers are watched: the first hour in which one of them would have read another value */
  private readonly watched: readonly (readonly DoEntry[])[];
  partsAtHour = -1;

  constructor(world: World, values: ParameterValues, arm: Arm, makePeople: (from?: PeopleSnapshot) => People, from?: Snapshot, watch: readonly Arm[] = []) {
    this.world = world;
    this.values = values;
    this.variants = variantsOf(world.scenario, world.seed);
    this.requests = requestRows(world.scenario.world.alliances);
    this.institutions = new Luck(world.seed);
    this.moves = inOrder(arm);
    this.watched = watch.map(inOrder);
    this.now = newFields(world.places.count, world.countries.count, this.requests.length);
    this.next = newFields(world.places.count, world.countries.count, this.requests.length);
    this.people = makePeople(from?.people);
    if (from) {
      this.hour = from.hour;
      copyFields(from.fields, this.now);
      this.units = copyUnitState(from.units);
      this.sitesHeld = from.sitesHeld.slice();
      for (const [name, column] of Object.entries(from.memory)) this.memory[name] = column.slice();
      this.events.push(...from.events);
      return;
    }
    this.units = newUnitState(world.units);
    this.sitesHeld = new Uint8Array(world.places.count * siteKinds.length);
    this.begin();
  }

  /** The quiet before hour 0. */
  private begin(): void {
    const { now, world } = this;
    world.countries.latents.forEach((latents, c) => {
      now.country.legitimacy01[c] = latents.legitimacy01;
      now.country.legitimacyBase01[c] = latents.legitimacy01;
      now.country.cohesion01[c] = latents.cohesion01;
      // clients begin with what they have always expected of their patron
      now.country.expectation01[c] = world.countries.patron[c]! >= 0 ? this.value('decide.priorExpectation01') : 0;
      now.country.belief01[c] = Math.min(1, latents.cohesion01 + this.value('obey.patronBelief') * now.country.expectation01[c]!);
      now.country.connectivity01[c] = latents.connectivity01;
    });
    now.place.risk01.fill(1);
    for (const field of ['client', 'askedHour', 'decidedHour', 'landedHour', 'withdrawnHour'] as const) now.alliance[field].fill(-1);
  }

  snapshot(): Snapshot {
    const fields = newFields(this.world.places.count, this.world.countries.count, this.requests.length);
    copyFields(this.now, fields);
    return {
      hour: this.hour,
      fields,
      units: copyUnitState(this.units),
      sitesHeld: this.sitesHeld.slice(),
      people: this.people.save(),
      memory: Object.fromEntries(Object.entries(this.memory).map(([name, column]) => [name, column.slice()])),
      events: [...this.events],
    };
  }

  localHour(place: number): number {
    return this.world.settlement.localHour(place, this.hour);
  }

  weekday(place: number): number {
    return (this.world.firstWeekday[place]! + this.world.settlement.localDay(place, this.hour)) % 7;
  }

  value(id: string): number {
    const value = this.values[id];
    if (value === undefined) throw new RangeError(`parameter ${id} has no value: it is declared neither by a mechanism nor by the scenario`);
    return value;
  }

  variant(mechanism: string): string {
    const variant = this.variants[mechanism];
    if (variant === undefined) throw new RangeError(`mechanism ${mechanism} declares no variants: it has one form and must not ask which`);
    return variant;
  }

  lever(id: string, where: string): string {
    const value = leverAt(this.moves, id, where, this.hour);
    if (this.partsAtHour < 0) for (const moves of this.watched) if (leverAt(moves, id, where, this.hour) !== value) this.partsAtHour = this.hour;
    return value;
  }

  luck(subject: string, decision: string, count: number): number {
    return this.institutions.draw(subject, decision, count);
  }

  log(kind: string, by: string, country: number, place: number, because: Record<string, number>): void {
    this.events.push({ hour: this.hour, kind, by, country, place, because });
  }
}

/** Every member but the patron may come with one request: a patron can have several fires at once. */
function requestRows(alliances: readonly AllianceSpec[]): RequestRow[] {
  return alliances.flatMap((alliance, of) => alliance.members.filter((member) => member !== alliance.patron).map((_, nth) => ({ alliance, of, nth })));
}

function inOrder(arm: Arm): readonly DoEntry[] {
  return [...arm.do].sort((a, b) => a.atHour - b.atHour);
}

function leverAt(moves: readonly DoEntry[], id: string, where: string, hour: number): string {
  let value = defaultLevers.get(id)!;
  for (const move of moves) {
    if (move.atHour > hour) break;
    if (move.set === id && (move.in === undefined || move.in === where)) value = String(move.to);
  }
  return value;
}
