/**
 * What a mechanism is. One folder, one object: what it reads, writes and draws, its parameters with
 * unit, prior and source, the levers an analyst may move, and one function that does an hour.
 */
import type { Parameter, ParameterPrior } from '../base/parameter.ts';
import { drawKey, uniform01, type DrawKey } from '../base/random.ts';
import type { AllianceSpec } from '../scenario/types.ts';
import type { FieldSet } from '../world/fields.ts';
import type { UnitState } from '../world/forces.ts';
import type { People } from '../world/people/people.ts';
import type { World } from '../world/world.ts';

export interface Mechanism {
  readonly id: string;
  /** one line of the step table */
  readonly does: string;
  readonly base: string;
  /** `place.crowd`, `country.threat01`, `people`, `units`, `sites`, `events` */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** decision names that key its draws */
  readonly draws: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly levers: readonly Lever[];
  /** published forms to choose from in the scenario (`any` and lists are drawn per pair); the first is the default */
  readonly variants?: readonly string[];
  /** Bind to a run; the function returned does one hour and must only write `next`, people, units, sites. */
  prepare(run: RunState): () => void;
  /**
   * Why a subject decides as it does in the hour about to begin: by the same expressions as the rule
   * itself, changing nothing. Empty when this mechanism decides nothing for it.
   */
  explain?(run: RunState, subject: Subject): readonly Explanation[];
}

/** Whose decision is asked about: a row of the world's tables, or one person of a place. */
export type Subject =
  | { readonly of: 'government' | 'member' | 'unit' | 'place'; readonly row: number }
  | { readonly of: 'person'; readonly row: number; readonly person: number };

/** A rule laid open: what went in, what it was held against, what came out, what would have turned it. */
export interface Explanation {
  /** who decides, in words */
  readonly subject: string;
  readonly hour: number;
  /** `<mechanism>: <rule>` */
  readonly rule: string;
  readonly terms: readonly Term[];
  /** what the terms make together, and the level it is held against */
  readonly total: Measure;
  readonly threshold: Measure;
  /** the keyed draw that takes part, and how it does */
  readonly draw?: { readonly decision: string; readonly value: number };
  readonly answer: string;
  /** changes of one thing, others equal, that turn the answer; the smallest first */
  readonly tipping: readonly Tipping[];
}

export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** One part of a rule; with a weight it adds `weight * value` to the total, without it enters as the rule says. */
export interface Term extends Measure {
  readonly weight?: number;
  /** lowest and highest value it can have; absent = any from zero up */
  readonly range?: readonly [number, number];
}

/** The answer turns when `what` has passed `turnsAt`, everything else as it was. */
export interface Tipping {
  readonly what: string;
  readonly now: number;
  readonly turnsAt: number;
  readonly unit: string;
  /** size of the change as a share of the range it can move in, [0,1] */
  readonly change01: number;
}

/** Something an analyst may set from an hour on (`do:`). The first value is "as the model decides". */
export interface Lever {
  readonly id: string;
  readonly values: readonly string[];
  readonly meaning: string;
  /** moved for a wave of the scenario's events; absent = in a country or alliance */
  readonly in?: 'wave';
}

/** The log: what happened where, by which rule, because of what. */
export interface RunEvent {
  readonly hour: number;
  readonly kind: string;
  readonly by: string;
  readonly country: number;
  /** -1 = the country as a whole */
  readonly place: number;
  readonly because: Readonly<Record<string, number>>;
}

/** A row of the alliance columns: room for one request of one member. */
export interface RequestRow {
  readonly alliance: AllianceSpec;
  /** number of the alliance in the world */
  readonly of: number;
  /** how-manieth request of that alliance, from 0 */
  readonly nth: number;
}

export interface RunState {
  readonly world: World;
  readonly people: People;
  readonly units: UnitState;
  /** [place * siteKinds + kind] 1 = the crowd holds it */
  readonly sitesHeld: Uint8Array;
  readonly now: FieldSet;
  readonly next: FieldSet;
  readonly hour: number;
  /** memory of mechanisms between hours, by name: part of every snapshot */
  readonly memory: Record<string, Float64Array>;
  /** local hour of day and day of week (0 = Sunday) of a place, now */
  localHour(place: number): number;
  weekday(place: number): number;
  /** rows of the alliance columns: the requests that can be laid before each alliance, one a client */
  readonly requests: readonly RequestRow[];
  value(id: string): number;
  variant(mechanism: string): string;
  /** value of a lever in a country (or alliance), now */
  lever(id: string, where: string): string;
  /** luck of an institution: subject, decision, how-manieth */
  luck(subject: string, decision: string, count: number): number;
  log(kind: string, by: string, country: number, place: number, because: Record<string, number>): void;
}

type Provenance = { source: string; assumption?: string } | { assumption: string; source?: string };

/** Declare a parameter with an even prior. */
export function even(id: string, unit: string, value: number, low: number, high: number, meaning: string, from: Provenance): Parameter {
  return declare(id, unit, value, { dist: 'uniform', low, high }, meaning, from);
}

/** Declare a positive parameter whose order of magnitude is uncertain. */
export function scale(id: string, unit: string, value: number, low: number, high: number, meaning: string, from: Provenance): Parameter {
  return declare(id, unit, value, { dist: 'logUniform', low, high }, meaning, from);
}

/** Parameters that one published form of a mechanism reads and the others do not. */
export function ofVariant(variant: string, parameters: readonly Parameter[]): Parameter[] {
  return parameters.map((parameter) => ({ ...parameter, variant }));
}

function declare(id: string, unit: string, value: number, prior: ParameterPrior, meaning: string, from: Provenance): Parameter {
  return { id, unit, value, prior, meaning, ...from };
}

/** Draw keys of institutions, made once. */
export class Luck {
  private readonly keys = new Map<string, DrawKey>();
  private readonly seed: number;

  constructor(seed: number) {
    this.seed = seed;
  }

  draw(subject: string, decision: string, count: number): number {
    const name = `${subject}|${decision}`;
    let key = this.keys.get(name);
    if (!key) {
      key = drawKey(this.seed, subject, decision);
      this.keys.set(name, key);
    }
    return uniform01(key, 0, count);
  }
}
