/** What one run says, in numbers small enough to keep: headline quantities and daily tables. */
import type { History } from '../run/recorder.ts';
import { unroll } from '../run/recorder.ts';
import { horizonsDays } from '../scenario/claims.ts';
import type { World } from '../world/world.ts';
import { forcesOf } from './force-series.ts';

export const fallMeanings = ['head', 'group', 'seat'] as const;
export type FallMeaning = (typeof fallMeanings)[number];

export interface RunSummary {
  readonly arm: string;
  readonly digest: string;
  /** headline quantities of the focus country by name; NaN = did not happen */
  readonly quantities: Readonly<Record<string, number>>;
  /** [hour] people out in the focus country */
  readonly turnout: Float32Array;
  /** [hour] outings begun on the run's day that holds the hour, focus country: what a day's count of participants counts */
  readonly outOnDay: Float32Array;
  /** [hour] towns of the focus country in the crowd's hands */
  readonly placesLost: Float32Array;
  /** [place of focus][day] largest crowd of the day, and whether the place was lost at some hour of it (0/1) */
  readonly dailyCrowd: readonly Float32Array[];
  readonly dailyLost: readonly Uint8Array[];
  /** [place of focus][day] the furthest the place slipped that day: 0 government, 1 contested, 2 crowd */
  readonly dailyControl: readonly Uint8Array[];
  /** [series of `forceSeries`][hour] people of the focus country's forces by stance, and foreign troops there */
  readonly forces: readonly Float32Array[];
  /** decisions of governments, alliance and units: the log without the streets */
  readonly decisions: readonly { hour: number; kind: string; by: string; country: string; place: string; because: Readonly<Record<string, number>> }[];
}

/** Clock of the three meanings of "fall": days after this hour. */
export function summarise(history: History, world: World, arm: string, clockHour: number): RunSummary {
  const { countries, places } = world;
  const focus = world.countryIndex.get(world.scenario.focus)!;
  const { hours } = history;
  const series = (field: keyof History['country']) => unroll(history.country[field], focus, hours);
  const turnout = series('turnout');
  const placesLost = series('placesLost');
  const last = (values: Float64Array) => values[hours - 1] ?? 0;
  const max = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), 0);
  const first = countries.firstPlace[focus]!;
  const end = countries.endPlace[focus]!;
  const days = Math.ceil(hours / 24);
  const dailyCrowd: Float32Array[] = [];
  const dailyLost: Uint8Array[] = [];
  const dailyControl: Uint8Array[] = [];
  const begun = new Float64Array(days);
  let everLost = 0;
  let outings = 0;
  let everOut = 0;
  for (let i = first; i < end; i++) {
    const crowd = unroll(history.place.crowd, i, hours);
    const control = unroll(history.place.control, i, hours);
    const crowdByDay = new Float32Array(days);
    const controlByDay = new Uint8Array(days);
    for (let h = 0; h < hours; h++) {
      const day = Math.floor(h / 24);
      if (crowd[h]! > crowdByDay[day]!) crowdByDay[day] = crowd[h]!;
      if (control[h]! > controlByDay[day]!) controlByDay[day] = control[h]!;
    }
    dailyCrowd.push(crowdByDay);
    dailyControl.push(controlByDay);
    const lostByDay = controlByDay.map((worst) => (worst === 2 ? 1 : 0));
    dailyLost.push(lostByDay);
    if (lostByDay.some((x) => x === 1)) everLost++;
    const soFar = unroll(history.place.outings, i, hours);
    for (let d = 0; d < days; d++) begun[d]! += soFar[Math.min(hours, 24 * d + 24) - 1]! - (d > 0 ? soFar[24 * d - 1]! : 0);
    outings += last(soFar);
    everOut += history.everOut[i]!;
  }
  const fallHour: Record<FallMeaning, number> = { head: last(series('headOut')), group: last(series('groupOut')), seat: last(series('seatLost')) };
  const eventHour = (kind: string) => {
    const found = history.events.find((e) => e.kind.startsWith(kind) && e.country === focus);
    return found ? found.hour : Number.NaN;
  };
  const quantities: Record<string, number> = {
    peakTurnout: max(turnout),
    outings,
    everOut,
    personHours: turnout.reduce((a, b) => a + b, 0),
    placesEverLost: everLost,
    mostPlacesLost: max(placesLost),
    detained: last(series('detained')),
    dead: last(series('dead')),
    injured: last(series('injured')),
    requestHour: eventHour('help requested'),
    decisionHour: Number.isNaN(eventHour('help granted')) ? eventHour('help refused') : eventHour('help granted'),
    granted: Number.isNaN(eventHour('help granted')) ? 0 : 1,
    firstLandingHour: eventHour('first foreign troops land'),
    foreignPeople: max(series('foreignPeople')),
    unitsRefused: history.events.filter((e) => e.by === 'obey' && e.country === focus && e.kind !== 'unit returns to duty').length,
  };
  for (const meaning of fallMeanings) {
    const hour = fallHour[meaning];
    quantities[`${meaning}OutHour`] = hour > 0 ? hour : Number.NaN;
    for (const days2 of horizonsDays) quantities[`${meaning}Within${days2}`] = hour > 0 && hour < clockHour + days2 * 24 ? 1 : 0;
  }
  return {
    arm,
    digest: history.digest,
    quantities,
    turnout: Float32Array.from(turnout),
    outOnDay: Float32Array.from({ length: hours }, (_, h) => begun[Math.floor(h / 24)]!),
    placesLost: Float32Array.from(placesLost),
    dailyCrowd,
    dailyLost,
    dailyControl,
    forces: forcesOf(history, world, focus),
    decisions: history.events
      .filter((e) => !['call', 'fire', 'seize'].includes(e.by) && !e.kind.startsWith('unit '))
      .map((e) => ({
        hour: e.hour,
        kind: e.kind,
        by: e.by,
        country: e.country >= 0 ? countries.keys[e.country]! : '',
        place: e.place >= 0 ? places.keys[e.place]! : '',
        because: e.because,
      })),
  };
}
