/**
 * One town in the real run, with nothing at work but going out: every mechanism except `mobilise` is
 * off, everybody can be moved and is willing, ties are silent, hour and weekday do not matter. What is
 * left is the law of the rates, which a test scripts or lets the crowd make.
 */
import { Run, type KeepPeople } from '../../src/run/run.ts';
import { mechanisms } from '../../src/mechanisms/registry.ts';
import { buildWorld } from '../../src/world/build.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import type { World } from '../../src/world/world.ts';
import { smallScenario, valuesFor } from './worlds.ts';

export interface TownSetting {
  readonly residents: number;
  readonly seed: number;
  readonly hours: number;
  readonly values?: Readonly<Record<string, number>>;
  /** who builds the world and keeps its people, for engines with a planted fault */
  readonly model?: { readonly buildWorld: typeof buildWorld; readonly keep: KeepPeople };
}

/** Hour of the run at which the town's first day turns (04:00 local; the run begins at 23:00). */
export const firstDawn = 5;

export class ScriptedTown {
  readonly world: World;
  readonly engine: PeopleEngine;
  private readonly run: Run;

  constructor({ residents, seed, hours, values = {}, model }: TownSetting) {
    const scenario = smallScenario({
      residents: [[residents]],
      hours,
      off: mechanisms.map((m) => m.id).filter((id) => id !== 'mobilise'),
      latent: { legitimacy01: 0.2 },
    });
    const all = valuesFor(scenario, {
      'people.stock01': 1,
      'mobilise.threshold': -10,
      'mobilise.joinPerHour': 0,
      'mobilise.tieReach': 0,
      'mobilise.night01': 1,
      'mobilise.workHours01': 1,
      'mobilise.travelShare01': 0,
      'mobilise.tiredShare01': 0,
      'mobilise.spentShare01': 0,
      ...values,
    });
    this.world = (model?.buildWorld ?? buildWorld)(scenario, seed, all);
    this.run = new Run(this.world, all, { id: 'a', title: 'a', do: [] }, model ? { keep: model.keep } : {});
    this.engine = this.run.state.people as PeopleEngine;
  }

  get hour(): number {
    return this.run.state.hour;
  }

  /** People out at the end of the last hour. */
  get out(): number {
    return this.run.state.now.place.crowd[0]!;
  }

  get outings(): number {
    return this.run.state.now.place.outings[0]!;
  }

  /** One hour of the run in which a call brings people out at `hazard` (per hour, beside what the crowd does). */
  step(hazard = 0): this {
    const share = 1 - Math.exp(-hazard);
    if (share > 0.99) throw new RangeError(`hazard ${hazard}: a call reaches at most 99 % within the hour`);
    // `call` would do this; fields of the hour to come are those of the last one when it begins
    this.run.state.now.place.callReach01[0] = this.run.state.next.place.callReach01[0] = share;
    this.run.until(this.hour + 1);
    return this;
  }
}
