/** Units of 50 to 300 people: who they are (fixed) and where and how they stand (moved by a run). */

export const UnitKind = { police: 0, interior: 1, army: 2, contingent: 3 } as const;
export const Stance = { obeys: 0, aside: 1, changedSides: 2 } as const;
export const Task = { garrison: 0, patrol: 1, guard: 2, retake: 3, travelling: 4 } as const;

export const unitKindNames = ['police', 'interior', 'army', 'contingent'] as const;

/** Fixed facts, one row a unit. Contingent units exist from the start with zero people until they land. */
export interface UnitFacts {
  readonly count: number;
  readonly keys: readonly string[];
  readonly country: Int32Array;
  readonly kind: Uint8Array;
  readonly home: Int32Array;
  /** [unit] people when at full strength */
  readonly people: Float64Array;
  /** [unit] loyalty threshold drawn around the country's loyalty, [0,1] */
  readonly loyalty01: Float64Array;
  /** [unit] number of the alliance a contingent is promised to, -1 = none: nobody is sent twice */
  readonly alliance: Int32Array;
}

/** What a run moves, one row a unit. */
export interface UnitState {
  readonly place: Int32Array;
  readonly target: Int32Array;
  readonly arriveHour: Int32Array;
  readonly strength: Float64Array;
  readonly fatigue01: Float64Array;
  readonly stance: Uint8Array;
  readonly stanceHour: Int32Array;
  readonly task: Uint8Array;
  /** [unit] accumulated hazard of refusing; the unit refuses when it passes its drawn budget */
  readonly doubt: Float64Array;
  /** [unit] how often it has refused so far */
  readonly refusals: Int32Array;
}

export function newUnitState(facts: UnitFacts): UnitState {
  const n = facts.count;
  return {
    place: facts.home.slice(),
    target: new Int32Array(n).fill(-1),
    arriveHour: new Int32Array(n),
    strength: facts.people.map((people, u) => (facts.kind[u] === UnitKind.contingent ? 0 : people)),
    fatigue01: new Float64Array(n),
    stance: new Uint8Array(n),
    stanceHour: new Int32Array(n),
    task: new Uint8Array(n),
    doubt: new Float64Array(n),
    refusals: new Int32Array(n),
  };
}

export function copyUnitState(from: UnitState): UnitState {
  return {
    place: from.place.slice(),
    target: from.target.slice(),
    arriveHour: from.arriveHour.slice(),
    strength: from.strength.slice(),
    fatigue01: from.fatigue01.slice(),
    stance: from.stance.slice(),
    stanceHour: from.stanceHour.slice(),
    task: from.task.slice(),
    doubt: from.doubt.slice(),
    refusals: from.refusals.slice(),
  };
}
