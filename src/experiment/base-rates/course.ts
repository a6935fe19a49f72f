/** One uprising run to day sixty, and what a coder of campaigns and protests would have written down of it. */
import { ln } from '../../base/maths.ts';
import type { ParameterValues } from '../../base/parameter.ts';
import { Run } from '../../run/run.ts';
import type { Arm, ScenarioSpec } from '../../scenario/types.ts';
import { Stance, UnitKind } from '../../world/forces.ts';
import { buildWorld } from '../../world/build.ts';
import type { World } from '../../world/world.ts';

/** Participants of one day from which a campaign counts. @source NAVCO: at least 1,000 observed participants */
export const campaignPeople = 1000;

/** A gathering counts as a protest from here on. @source Mass Mobilization: 50 participants */
export const protestPeople = 50;

/** Gatherings whose next day is compared. ASSUMPTION: below this, counts of a day are noise. */
const comparedPeople = 100;

/** Share of a crowd killed from which force counts as heavy. ASSUMPTION. */
const heavy01 = 0.0005;

/** People detained in a town on one day from which arrests are reported at all. ASSUMPTION. */
const reportedArrests = 20;

export const horizonDays = 60;

/** Answers of forces to a gathering, from the mildest to the harshest; force is light or heavy by the share killed. */
export const answers = ['none', 'arrests', 'light', 'heavy'] as const;

/** What is known of an uprising before it begins. */
export interface Uprisen {
  readonly number: number;
  readonly isAided: boolean;
  /** size of the first cause, and whether the whole country feels it */
  readonly cause01: number;
  readonly isNational: boolean;
}

export interface Course extends Uprisen {
  readonly residents: number;
  /** day of the run with the first 1,000 participants; -1 = never, no campaign */
  readonly startDay: number;
  /** most outings begun on one day, to the horizon, as a share of residents */
  readonly peak01: number;
  /** days from the start to the head's fall; NaN = stands at the horizon */
  readonly fallDays: number;
  /** the same for the ruling group, and for a seat lost for 72 hours */
  readonly groupFallDays: number;
  readonly seatFallDays: number;
  /** days from the start to the last gathering of 100 when two weeks without one followed before the horizon; NaN = goes on, or fell */
  readonly endDays: number;
  /** largest share of the state's own strength that stood aside or changed sides at one time */
  readonly defection01: number;
  /** share of all strength at the start */
  readonly dead: number;
  readonly detained: number;
  readonly landed: number;
  /** [violent? 1 : 0][answer] town-days with a protest, by the harshest answer of the day */
  readonly protests: readonly (readonly number[])[];
  /** [answer] sum of ln(participants next day / today), and how many */
  readonly change: readonly number[];
  readonly compared: readonly number[];
  /** the run was given up after so many moves that it would not end; it counts as standing */
  readonly isGivenUp: boolean;
  readonly moves: number;
}

/** Moves after which a run is given up. */
export const mostMoves = 3_000_000;

/** @param giveUpAfter moves after which the run is given up; @random as any run */
export function courseOf(scenario: ScenarioSpec, arm: Arm, values: ParameterValues, seed: number, known: Uprisen, giveUpAfter = mostMoves): Course {
  const world = buildWorld(scenario, seed, values);
  const run = new Run(world, values, arm);
  const c = world.countryIndex.get(scenario.focus)!;
  const book = new DayBook(world, c);
  const days = world.hours / 24;
  const lastEvent = scenario.events.reduce(
    (last, event) => Math.max(last, event.everyDays > 0 && event.reach01.value > 0.01 ? Infinity : event.atHour / 24),
    0,
  );
  let startDay = -1;
  let peak = 0;
  let lastGathering = -1;
  let isGivenUp = false;
  let day = 0;
  for (; day < days; day++) {
    const { participants, largest } = book.day(run, day);
    if (startDay >= 0 && day - startDay > horizonDays) break;
    peak = Math.max(peak, participants);
    if (startDay < 0 && participants >= campaignPeople) startDay = day;
    if (largest >= comparedPeople) lastGathering = day;
    // success by the coder's rule: what comes after is another story
    if (run.state.now.country.headOut[c]! > 0) break;
    if (run.moves > giveUpAfter) {
      isGivenUp = true;
      break;
    }
    // nobody out for two weeks and nothing to come: the rest is silence
    if (day > lastEvent + 14 && day - lastGathering > 14) break;
  }
  const { now } = run.state;
  const since = (hour: number) => (hour > 0 && startDay >= 0 && hour / 24 - startDay <= horizonDays ? Math.max(0, hour / 24 - startDay) : Number.NaN);
  const fallDays = since(now.country.headOut[c]!);
  const horizon = Math.min(days - 1, startDay + horizonDays);
  const ended = startDay >= 0 && Number.isNaN(fallDays) && !isGivenUp && lastGathering <= horizon - 14;
  return {
    ...known,
    residents: world.countries.residents[c]!,
    startDay,
    peak01: peak / world.countries.residents[c]!,
    fallDays,
    groupFallDays: since(now.country.groupOut[c]!),
    seatFallDays: since(now.country.seatLost[c]!),
    endDays: ended ? lastGathering - startDay : Number.NaN,
    defection01: book.defection01,
    dead: now.country.dead[c]!,
    detained: now.country.detained[c]!,
    landed: book.landed,
    protests: book.protests,
    change: book.change,
    compared: book.compared,
    isGivenUp,
    moves: run.moves,
  };
}

/** Days in which a routine picket may grow. */
const quietDays = 21;

/** Whether a campaign begins in a country where nothing happened: the run ends as soon as it does. */
export function beginsUnprovoked(quiet: ScenarioSpec, values: ParameterValues, seed: number): boolean {
  const world = buildWorld(quiet, seed, values);
  const run = new Run(world, values, quiet.arms[0]!);
  const book = new DayBook(world, world.countryIndex.get(quiet.focus)!);
  for (let day = 0; day < quietDays; day++) if (book.day(run, day).participants >= campaignPeople) return true;
  return false;
}

/** Counts town by town what a day brought. */
class DayBook {
  defection01 = 0;
  landed = 0;
  readonly protests = [0, 1].map(() => answers.map(() => 0));
  readonly change = answers.map(() => 0);
  readonly compared = answers.map(() => 0);
  private readonly world: World;
  private readonly country: number;
  private readonly first: number;
  private readonly end: number;
  private readonly strength: number;
  /** of the day before: participants and answer, -1 = no gathering to compare */
  private readonly before: Float64Array;
  private readonly answered: Int8Array;

  constructor(world: World, country: number) {
    this.world = world;
    this.country = country;
    this.first = world.countries.firstPlace[country]!;
    this.end = world.countries.endPlace[country]!;
    this.before = new Float64Array(this.end - this.first);
    this.answered = new Int8Array(this.end - this.first).fill(-1);
    let strength = 0;
    for (let u = world.countries.firstUnit[country]!; u < world.countries.endUnit[country]!; u++)
      if (world.units.kind[u] !== UnitKind.contingent) strength += world.units.people[u]!;
    this.strength = strength;
  }

  /** Runs a day. @returns participants in the whole country and in its largest gathering */
  day(run: Run, day: number): { participants: number; largest: number } {
    const n = this.end - this.first;
    const { now } = run.state;
    const from = this.counts(run);
    const crowds = new Float64Array(n);
    const violent = new Uint8Array(n);
    for (let hour = day * 24; hour < day * 24 + 24; hour++) {
      run.until(hour + 1);
      for (let i = 0; i < n; i++) {
        crowds[i] = Math.max(crowds[i]!, now.place.crowd[this.first + i]!);
        if (now.place.violence01[this.first + i]! >= 0.05) violent[i] = 1;
      }
      if (hour % 6 === 0) this.look(run);
    }
    const to = this.counts(run);
    let participants = 0;
    let largest = 0;
    for (let i = 0; i < n; i++) {
      const came = to.outings[i]! - from.outings[i]!;
      participants += came;
      largest = Math.max(largest, crowds[i]!);
      if (this.answered[i]! >= 0) {
        this.change[this.answered[i]!]! += ln((came + 10) / (this.before[i]! + 10));
        this.compared[this.answered[i]!]!++;
      }
      this.answered[i] = -1;
      if (crowds[i]! < protestPeople) continue;
      const killed = to.dead[i]! - from.dead[i]!;
      const answer = killed > 0 ? (killed >= heavy01 * crowds[i]! ? 3 : 2) : to.detained[i]! - from.detained[i]! >= reportedArrests ? 1 : 0;
      this.protests[violent[i]!]![answer]!++;
      if (crowds[i]! < comparedPeople) continue;
      this.answered[i] = answer;
      this.before[i] = came;
    }
    return { participants, largest };
  }

  private counts(run: Run) {
    const { place } = run.state.now;
    const of = (column: Float64Array) => column.slice(this.first, this.end);
    return { outings: of(place.outings), dead: of(place.dead), detained: of(place.detained) };
  }

  private look(run: Run): void {
    const { units, now } = run.state;
    const { world, country } = this;
    this.landed = Math.max(this.landed, now.country.foreignPeople[country]!);
    let aside = 0;
    for (let u = world.countries.firstUnit[country]!; u < world.countries.endUnit[country]!; u++)
      if (world.units.kind[u] !== UnitKind.contingent && units.stance[u] !== Stance.obeys) aside += units.strength[u]!;
    this.defection01 = Math.max(this.defection01, aside / this.strength);
  }
}
