/**
 * Activity by script: gatherings on given days and hours, with one push that says how many are
 * willing. It stands in for the mechanisms, so that a row of the table has the same activity however
 * the model's parameters move. Engine and dense rival are driven by the same script.
 */
import type { ParameterValues } from '../../base/parameter.ts';
import { PeopleEngine } from '../../world/people/engine.ts';
import { thresholdRule, type Mood, type OutingRule } from '../../world/people/people.ts';
import { nominalDegree } from '../../world/people/ties.ts';
import type { World } from '../../world/world.ts';

export interface Script {
  readonly hours: number;
  /** days of the run (0 = first) on which people are called */
  readonly days: readonly number[];
  /** [place] 1 = gatherings are called there */
  readonly called: Uint8Array;
  /** local hours of day in which the call reaches people: from, to (exclusive) */
  readonly fromClock: number;
  readonly toClock: number;
  /** hourly rate at which a call reaches a person */
  readonly reachPerHour: number;
  /** what is added to everybody's side of the decision where people are called, [-1,1] */
  readonly push: number;
}

/** What one place is asked in one hour. */
export interface Asked {
  readonly mood: Mood;
  reachHazard: number;
  tieHazard: number;
}

/** Fill in the question of a place and hour; allocates nothing. */
export function prompter(world: World, values: ParameterValues, script: Script): (place: number, hour: number) => Asked {
  const tieWeight =
    values['mobilise.tieWeight']! / nominalDegree({ region: values['ties.region']!, country: values['ties.country']!, border: values['ties.border']! });
  const isCallDay = new Uint8Array(Math.ceil(script.hours / 24) + 1);
  for (const day of script.days) isCallDay[day] = 1;
  const mood: Mood = {
    hardships: world.hardships,
    grievanceOthers01: 0,
    grievanceWorkers01: 0,
    openness01: 0.7,
    tieWeight,
    push: 0,
    risk: 0,
    reputation: 0,
    lowestFear01: 0.05,
  };
  const asked: Asked = { mood, reachHazard: 0, tieHazard: 0 };
  const quiet = -values['mobilise.threshold']!;
  const night = values['mobilise.night01']!;
  const tieReach = values['mobilise.tieReach']!;
  return (place, hour) => {
    const calledToday = script.called[place] === 1 && isCallDay[Math.floor(hour / 24)] === 1;
    const clock = world.settlement.localHour(place, hour);
    mood.push = calledToday ? script.push : quiet;
    mood.risk = calledToday ? 0.3 : 0.6;
    asked.reachHazard = calledToday && clock >= script.fromClock && clock < script.toClock ? script.reachPerHour : 0;
    asked.tieHazard = tieReach * (clock >= 23 || clock < 7 ? night : 1);
    return asked;
  };
}

/** Outings as the model's stated values have them, without journeys. */
export function outingRule(world: World, values: ParameterValues): OutingRule {
  return {
    stayHours: values['mobilise.stayHours']!,
    tiredShare01: values['mobilise.tiredShare01']!,
    restDays: values['mobilise.restDays']!,
    spentShare01: values['mobilise.spentShare01']!,
    travelShare01: 0,
    destinations: new Int32Array(world.places.count).fill(-1),
    travelHours: new Int32Array(world.places.count),
  };
}

export interface Played {
  readonly joins: number;
  readonly leaves: number;
  readonly peopleBytes: number;
}

/**
 * Drive the engine through a script, every place every hour.
 * @param enough stop once more outings than this have begun: a search that is past its mark need not see the end
 */
export function play(world: World, values: ParameterValues, script: Script, enough = Infinity): Played {
  const people = new PeopleEngine(world.settlement, script.hours);
  const ask = prompter(world, values, script);
  const rule = outingRule(world, values);
  let joins = 0;
  let leaves = 0;
  let peopleBytes = 0;
  for (let hour = 0; hour < script.hours && joins <= enough; hour++) {
    people.beginHour(hour);
    for (let p = 0; p < world.places.count; p++) {
      const { mood, reachHazard, tieHazard } = ask(p, hour);
      people.ask(p, mood, thresholdRule, reachHazard, tieHazard);
    }
    people.settle(rule);
    joins += people.counts.joined;
    leaves += people.counts.left;
    if (hour % 24 === 23) peopleBytes = Math.max(peopleBytes, people.bytes());
  }
  return { joins, leaves, peopleBytes };
}

/** The script with the push at which about `joins` outings begin (by bisection); not part of any time. */
export function tuned(world: World, values: ParameterValues, script: Script, joins: number, tolerance01 = 0.03): Script {
  let low = -0.7;
  let high = 0.3;
  let best = script;
  for (let n = 0; n < 14; n++) {
    best = { ...script, push: (low + high) / 2 };
    const got = play(world, values, best, joins * (1 + tolerance01)).joins;
    if (Math.abs(got - joins) <= tolerance01 * joins) break;
    if (got > joins) high = best.push;
    else low = best.push;
  }
  return best;
}
