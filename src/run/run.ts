/** One history: build, step, record, snapshot, restart. */
import type { ParameterValues } from '../base/parameter.ts';
import type { Arm } from '../scenario/types.ts';
import { PeopleEngine } from '../world/people/engine.ts';
import type { People, PeopleSnapshot } from '../world/people/people.ts';
import type { World } from '../world/world.ts';
import { Recorder, type History, type RecorderPoint } from './recorder.ts';
import { prepareStep } from './step.ts';
import { State, type Snapshot } from './state.ts';

/** Who keeps the people of a run; the tests put the literal oracle here. */
export type KeepPeople = (world: World, from?: PeopleSnapshot) => People;

const eventDriven: KeepPeople = (world, from) => new PeopleEngine(world.settlement, world.hours, from);

/** A run that can be stopped between any two hours and gone on with, here or from a saved point. */
export class Run {
  readonly world: World;
  readonly arm: Arm;
  readonly state: State;
  private readonly recorder: Recorder;
  private readonly step: () => void;
  private readonly keep: KeepPeople;
  private readonly values: ParameterValues;

  constructor(world: World, values: ParameterValues, arm: Arm, options: { from?: SavedPoint; keep?: KeepPeople; watch?: readonly Arm[] } = {}) {
    this.world = world;
    this.arm = arm;
    this.values = values;
    this.keep = options.keep ?? eventDriven;
    this.state = new State(world, values, arm, (from) => this.keep(world, from), options.from?.snapshot, options.watch);
    this.recorder = new Recorder(world, options.from?.recorder);
    this.step = prepareStep(this.state);
  }

  /** Run until `hour` (exclusive; default the scenario's end). @cost see docs/speed.md */
  until(hour = this.world.hours): this {
    while (this.state.hour < hour) {
      const current = this.state.hour;
      this.step();
      this.recorder.hour(current, this.state.now, this.state.people.counts);
    }
    return this;
  }

  /** The exact state between two hours, with what was recorded so far. */
  save(): SavedPoint {
    return { snapshot: this.state.snapshot(), recorder: this.recorder.save() };
  }

  /** Another arm that shares everything up to now. */
  fork(arm: Arm): Run {
    return new Run(this.world, this.values, arm, { from: this.save(), keep: this.keep });
  }

  history(): History {
    return this.recorder.finish(this.state.hour, this.state.people.everOut, this.state.events);
  }
}

export interface SavedPoint {
  readonly snapshot: Snapshot;
  readonly recorder: RecorderPoint;
}

/** Hours between the points to which a shared run can go back. */
const savingEvery = 24;

/**
 * Run several arms of one world: they share one run until a mechanism first asks for a lever whose
 * value differs between them, then fork from the last saved point. Arms that are never asked about
 * are the same history. All personal luck stays shared beyond.
 * @throws RangeError without arms
 */
export function runArms(world: World, values: ParameterValues, arms: readonly Arm[], keep?: KeepPeople): History[] {
  if (arms.length === 0) throw new RangeError('a comparison needs at least one arm');
  const options = keep ? { keep } : {};
  const first = new Run(world, values, arms[0]!, { ...options, watch: arms.slice(1) });
  // an arm alone never goes back
  if (arms.length === 1) return [first.until().history()];
  let saved: SavedPoint;
  do {
    saved = first.save();
    first.until(Math.min(world.hours, first.state.hour + savingEvery));
  } while (first.state.partsAtHour < 0 && first.state.hour < world.hours);
  if (first.state.partsAtHour < 0) return arms.map(() => first.history());
  return [first, ...arms.slice(1).map((arm) => new Run(world, values, arm, { ...options, from: saved }))].map((run) => run.until().history());
}
