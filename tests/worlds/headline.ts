/** What a run is judged by, hour by hour: two runs side by side until a headline quantity differs. */
import type { ParameterValues } from '../../src/base/parameter.ts';
import { Run } from '../../src/run/run.ts';
import type { State } from '../../src/run/state.ts';
import type { DoEntry, ScenarioSpec } from '../../src/scenario/types.ts';
import { buildWorld, worldParameters } from '../../src/world/build.ts';
import type { World } from '../../src/world/world.ts';
import { valuesFor } from '../support/worlds.ts';

/** Turnout, control, deaths, detained, hours of decisions, falls. A fingerprint of everything would also move with numbers nobody reads. */
const headlines: Readonly<Record<string, (state: State) => Float64Array>> = {
  turnout: (s) => s.now.country.turnout,
  control: (s) => s.now.place.control,
  dead: (s) => s.now.country.dead,
  detained: (s) => s.now.country.detained,
  'head out': (s) => s.now.country.headOut,
  'ruling group out': (s) => s.now.country.groupOut,
  'seat lost': (s) => s.now.country.seatLost,
  'hour of the request': (s) => s.now.alliance.askedHour,
  'hour of the patron’s decision': (s) => s.now.alliance.decidedHour,
  'the patron’s decision': (s) => s.now.alliance.decision,
  consent: (s) => s.now.member.consent,
  'first landing': (s) => s.now.alliance.landedHour,
  withdrawal: (s) => s.now.alliance.withdrawnHour,
  concessions: (s) => s.now.country.conceded,
  emergency: (s) => s.now.country.emergency01,
  shutdown: (s) => s.now.country.shutdown01,
  'order to move': (s) => s.now.country.moving01,
  'order to fire': (s) => s.now.country.fire01,
};

/** What else a person reads first; a part that moves nothing but these is named in the test. */
const secondary: Readonly<Record<string, (state: State) => Float64Array>> = { injured: (s) => s.now.country.injured };

export interface Side {
  readonly scenario: ScenarioSpec;
  readonly changes?: Readonly<Record<string, number>>;
  readonly moves?: readonly DoEntry[];
}

export interface Parting {
  readonly hour: number;
  readonly quantity: string;
}

/** The first headline quantity in which two runs with the same luck differ. */
export function firstHeadline(seed: number, left: Side, right: Side, quantities: 'headline' | 'secondary' = 'headline'): Parting | undefined {
  const a = begun(seed, left);
  const b = begun(seed, right);
  const asked = Object.entries(quantities === 'headline' ? headlines : secondary);
  for (let hour = 0; hour < a.world.hours; hour++) {
    a.until(hour + 1);
    b.until(hour + 1);
    for (const [quantity, of] of asked) if (!equal(of(a.state), of(b.state))) return { hour, quantity };
  }
  return undefined;
}

export function begun(seed: number, { scenario, changes = {}, moves = [] }: Side): Run {
  const values: ParameterValues = valuesFor(scenario, changes);
  return new Run(worldOf(seed, scenario, values, changes), values, { id: 'side', title: 'side', do: moves });
}

const built = new Map<ScenarioSpec, Map<string, World>>();
const ofTheWorld = new Set(worldParameters.map((p) => p.id));

/** Worlds are built once for each seed and each set of parameters of the world itself. */
function worldOf(seed: number, scenario: ScenarioSpec, values: ParameterValues, changes: Readonly<Record<string, number>>): World {
  const key = JSON.stringify([seed, Object.entries(changes).filter(([id]) => ofTheWorld.has(id))]);
  const known = built.get(scenario) ?? new Map<string, World>();
  built.set(scenario, known);
  const world = known.get(key) ?? buildWorld(scenario, seed, values);
  known.set(key, world);
  return world;
}

function equal(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
