/** One random world kept twice: by the engine and by the literal oracle. */
import { firstDivergence, sideText, type PartingSide } from '../../src/experiment/divergence.ts';
import { Run, type KeepPeople } from '../../src/run/run.ts';
import type { History } from '../../src/run/recorder.ts';
import { buildWorld } from '../../src/world/build.ts';
import type { World } from '../../src/world/world.ts';
import { LiteralPeople } from '../oracle/oracle.ts';
import type { Tally } from '../oracle/tally.ts';
import { randomWorld } from './random-world.ts';

export interface LiteralRun {
  readonly world: World;
  readonly history: History;
  readonly tally: Tally;
}

/** The oracle's history of the random world with this seed. */
export function literally(seed: number): LiteralRun {
  const { scenario, values, arm } = randomWorld(seed);
  const world = buildWorld(scenario, seed, values);
  const keep: KeepPeople = (w, from) => new LiteralPeople(w, from);
  const run = new Run(world, values, arm, { keep }).until();
  return { world, history: run.history(), tally: (run.state.people as LiteralPeople).tally };
}

/** The engine's history; with `pauseAt` the run is saved at that hour, thrown away, and gone on with from the saved point. */
export function byEngine(seed: number, pauseAt?: number): History {
  const { scenario, values, arm } = randomWorld(seed);
  const world = buildWorld(scenario, seed, values);
  if (pauseAt === undefined) return new Run(world, values, arm).until().history();
  const before = new Run(world, values, arm).until(pauseAt);
  const from = before.save();
  before.until();
  return new Run(world, values, arm, { from }).until().history();
}

/** Where two histories part, in words. */
export function describeDivergence(world: World, engine: History, oracle: History): string {
  const { places, countries } = world;
  const name = (country: number, place: number) => (place >= 0 ? places.keys[place]! : (countries.keys[country] ?? 'everywhere'));
  const parted = firstDivergence(engine, oracle, name);
  const said = (side: PartingSide | undefined) => (side ? sideText(side) : 'nothing');
  const moves = `moves: engine ${JSON.stringify(engine.moves)}, oracle ${JSON.stringify(oracle.moves)}`;
  if (parted.hour < 0) return `equal in all fields and events; ${moves}`;
  const fields = parted.fields.map((f) => `${f.field}[${f.row}] engine ${f.left}, oracle ${f.right}`).join('; ');
  return `hour ${parted.hour}: ${fields}; engine ${said(parted.left)}, oracle ${said(parted.right)}; ${moves}`;
}

/** For the console: `replay(4711)` says whether engine and oracle agree in that world, and if not, where they part. */
export function replay(seed: number): string {
  const oracle = literally(seed);
  const engine = byEngine(seed);
  return engine.digest === oracle.history.digest ? `seed ${seed}: same bytes` : `seed ${seed}: ${describeDivergence(oracle.world, engine, oracle.history)}`;
}
