/** How many of a place's residents could hear of going out in an hour: hour, curfew, calls, people seen, ties. */
import { exp, ln } from '../../base/maths.ts';
import type { RunState } from '../contract.ts';

/** What reaches the people of one place in one hour. */
export interface Reach {
  /** share of any rate that curfew and celebration leave */
  outside01: number;
  /** share of the free rate that hour of day and work leave to those whom no call gives an hour */
  free01: number;
  /** share reached by the sight of people out */
  seenHere01: number;
  /** hourly rate of being reached by calls and by people seen: people outside strikeable trades, and workers */
  othersPerHour: number;
  workersPerHour: number;
  /** hourly rate of being reached by one active tie; 0 = ties do not reach */
  tiePerHour: number;
  /** whether active ties count at all */
  tied: boolean;
}

export function newReach(): Reach {
  return { outside01: 0, free01: 0, seenHere01: 0, othersPerHour: 0, workersPerHour: 0, tiePerHour: 0, tied: false };
}

/** Bind to a run; the function returned writes what reaches place `i` in the hour about to be done. */
export function reachOf(run: RunState): (i: number, reach: Reach) => void {
  const { world } = run;
  const v = (name: string) => run.value(`mobilise.${name}`);
  const [joinPerHour, exposure, tieReach] = [v('joinPerHour'), v('exposure'), v('tieReach')];
  const [night, workHours, curfewObeyed] = [v('night01'), v('workHours01'), v('curfewObeyed01')];
  const scattered = v('scattered01');
  const stock = run.value('people.stock01');
  // places of a country stand together: its lever is asked for once an hour
  let [asked, askedHour, tiesSpeak] = [-1, -1, true];
  return (i, reach) => {
    const { now } = run;
    const c = world.places.country[i]!;
    const celebrates = now.country.headOut[c]! > 0 || now.country.groupOut[c]! > 0;
    const clock = run.localHour(i);
    const weekday = run.weekday(i);
    const free = clock >= 23 || clock < 7 ? night : weekday > 0 && weekday < 6 && clock >= 9 && clock < 17 ? workHours : 1;
    const outside = (1 - curfewObeyed * now.place.curfew01[i]!) * (celebrates ? 0.1 : 1);
    const residents = world.places.weighedResidents[i]!;
    const coupled = world.places.uncoupled[i] === 0;
    const crowd = coupled ? now.place.crowd[i]! : 0;
    const open = 1 - now.place.cordon01[i]!;
    const seenHere = crowd > 0 && residents > 0 ? open * (1 - exp((-exposure * crowd) / (residents * stock))) : 0;
    const space = world.places.isRural[i] === 1 ? scattered : 1;
    // a call names its hour: who hears it and is willing comes; who only sees a crowd goes when he has time
    const called = hazardOf(now.place.callReach01[i]!);
    const seen = joinPerHour * seenHere * free;
    reach.outside01 = outside;
    reach.free01 = free;
    reach.seenHere01 = seenHere;
    reach.othersPerHour = outside * (called + seen) * space;
    reach.workersPerHour = outside * (called + hazardOf(now.place.workersCallReach01[i]!) + seen) * space;
    if (coupled && (c !== asked || run.hour !== askedHour)) {
      tiesSpeak = run.lever('mobilise.ties', world.countries.keys[c]!) === 'as-they-are';
      [asked, askedHour] = [c, run.hour];
    }
    reach.tied = coupled && tiesSpeak;
    reach.tiePerHour = reach.tied ? tieReach * outside * free : 0;
  };
}

/** The rate at which a call that a share hears within the hour brings people out. */
function hazardOf(share01: number): number {
  return -ln(1 - Math.min(0.99, share01));
}
