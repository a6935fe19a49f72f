/** One history: build, step, record, snapshot, restart. */
import type { ParameterValues } from '../base/parameter.ts';
import type { Arm } from '../scenario/types.ts';
import { PeopleEngine } from '../world/people/engine.ts';
import type { People, PeopleSnapshot } from '../world/people/people.ts';
import type { World } from '../world/world.ts';
import { Recorder, type History } from './recorder.ts';
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

  constructor(world: World, values: ParameterValues, arm: Arm, options: { from?: SavedPoint; keep?: KeepPeople } = {}) {
    this.world = world;
    this.arm = arm;
    this.values = values;
    this.keep = options.keep ?? eventDriven;
    this.state = new State(world, values, arm, (from) => this.keep(world, from), options.from?.snapshot);
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
    return { snapshot: this.state.snapshot(), recorder: new Recorder(this.world, this.recorder) };
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
  readonly recorder: Recorder;
}

/**
 * Run several arms of one world: they share one run up to the first hour in which any of them
 * differs, then fork. All personal luck stays shared beyond.
 * @throws RangeError without arms
 */
export function runArms(world: World, values: ParameterValues, arms: readonly Arm[], keep?: KeepPeople): History[] {
  if (arms.length === 0) throw new RangeError('a comparison needs at least one arm');
  const firstDo = Math.min(world.hours, ...arms.flatMap((a) => a.do.map((d) => Math.max(0, d.atHour))));
  const trunk = new Run(world, values, { id: 'shared', title: 'shared history', do: [] }, keep ? { keep } : {}).until(firstDo);
  return arms.map((arm) => trunk.fork(arm).until().history());
}
