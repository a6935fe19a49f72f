/** What many runs say of each place: largest crowd, share of runs in which it was lost, and by day. */
import { spreadOf, type Spread } from './statistics.ts';

export interface MapPlace {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly residents: number;
  readonly isRural: boolean;
}

/** A run's days, in the order of the places. */
export interface PlaceDays {
  readonly dailyCrowd: readonly Float32Array[];
  readonly dailyLost: readonly Uint8Array[];
}

export interface PlaceOutcome {
  /** largest crowd of the whole run */
  readonly crowd: Spread;
  readonly lostRuns: number;
  readonly lostShare: number;
  /** median day (number from 0) of the largest crowd, over runs with one of at least ten people */
  readonly peakDay: number;
}

export interface DayFrame {
  /** [place] median crowd of the day */
  readonly crowds: readonly number[];
  /** [place] share of runs in which the place was lost at some hour of the day */
  readonly lostShares: readonly number[];
}

export function placeOutcomes(runs: readonly PlaceDays[], places: number): PlaceOutcome[] {
  return Array.from({ length: places }, (_, p) => {
    const peaks = runs.map((run) => peak(run.dailyCrowd[p]));
    const lostRuns = runs.filter((run) => run.dailyLost[p]?.some((x) => x === 1)).length;
    return {
      crowd: spreadOf(peaks.map((x) => x.value)),
      lostRuns,
      lostShare: runs.length > 0 ? lostRuns / runs.length : 0,
      peakDay: spreadOf(peaks.filter((x) => x.value >= 10).map((x) => x.day)).median,
    };
  });
}

function peak(days: Float32Array | undefined): { value: number; day: number } {
  let [value, day] = [0, 0];
  days?.forEach((crowd, d) => {
    if (crowd > value) [value, day] = [crowd, d];
  });
  return { value, day };
}

export function dayFrames(runs: readonly PlaceDays[], places: number): DayFrame[] {
  const days = Math.max(0, ...runs.map((run) => run.dailyCrowd[0]?.length ?? 0));
  return Array.from({ length: days }, (_, day) => ({
    crowds: Array.from({ length: places }, (__, p) => spreadOf(runs.map((run) => run.dailyCrowd[p]?.[day] ?? 0)).median),
    lostShares: Array.from({ length: places }, (__, p) => runs.filter((run) => run.dailyLost[p]?.[day] === 1).length / Math.max(1, runs.length)),
  }));
}

/** Limits of the five shades: never, up to 10 %, a third, two thirds, more. */
export const shadeLimits = [0, 0.1, 1 / 3, 2 / 3] as const;

export function shadeOf(share: number): number {
  if (share <= 0) return 0;
  return share <= shadeLimits[1] ? 1 : share <= shadeLimits[2] ? 2 : share <= shadeLimits[3] ? 3 : 4;
}
