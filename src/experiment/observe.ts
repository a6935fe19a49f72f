/** A simulated history as a record would have told it: the number each observation asks for. */
import type { Observation } from '../scenario/record.ts';
import { unroll, type History } from '../run/recorder.ts';
import type { World } from '../world/world.ts';

/** Smallest gathering that counts as protest in a region; the record's own sources name tens of people. */
export const smallestGathering = 30;

/**
 * What the run says to one observation.
 * @returns the quantity in the observation's unit; NaN = it did not happen in this run
 */
export function observe(observation: Observation, history: History, world: World): number {
  const c = world.countryIndex.get(observation.country)!;
  const hour = Math.min(history.hours - 1, Math.max(0, Math.floor(observation.atHour)));
  const day = Math.floor(observation.atHour / 24) * 24;
  const country = (field: keyof History['country']) => unroll(history.country[field], c, history.hours);
  const firstEvent = (kinds: readonly string[]) => history.events.find((e) => e.country === c && kinds.includes(e.kind))?.hour ?? Number.NaN;
  const places = observation.place === undefined ? placesOf(world, c) : [world.placeIndex.get(observation.place)!];
  const at = (field: keyof History['place']) => unroll(history.place[field], places[0]!, history.hours)[hour]!;
  switch (observation.quantity) {
    case 'turnoutDay': {
      let people = 0;
      for (const i of places) {
        const outings = unroll(history.place.outings, i, history.hours);
        people += (outings[Math.min(day + 23, history.hours - 1)] ?? 0) - (day > 0 ? outings[day - 1]! : 0);
      }
      return people;
    }
    case 'regionsWithProtest': {
      const regions = new Set<number>();
      for (const i of places) {
        const crowd = unroll(history.place.crowd, i, history.hours).subarray(day, day + 24);
        if (crowd.some((people) => people >= smallestGathering)) regions.add(world.places.region[i]!);
      }
      return regions.size;
    }
    case 'hourPlaceLost':
      return lostAndRetaken(history, places[0]!).lost;
    case 'hourPlaceRetaken':
      return lostAndRetaken(history, places[0]!).retaken;
    case 'detainedCumulative':
      return observation.place === undefined ? country('detained')[hour]! : at('detained');
    case 'deadCumulative':
      return observation.place === undefined ? country('dead')[hour]! : at('dead') + at('securityDead');
    case 'injuredCumulative':
      return observation.place === undefined ? country('injured')[hour]! : at('injured');
    case 'placesLost':
      return places.filter((i) =>
        unroll(history.place.control, i, history.hours)
          .subarray(0, hour + 1)
          .some((control) => control === 2),
      ).length;
    case 'requestHour':
      return history.events.find((e) => e.country === c && e.kind.startsWith('help requested'))?.hour ?? Number.NaN;
    case 'decisionHour':
      return firstEvent(['help granted', 'help refused']);
    case 'firstLandingHour':
      return firstEvent(['first foreign troops land']);
    case 'contingentPeople':
      return country('foreignPeople')[hour]!;
    case 'foreignTroops':
      return country('sentPeople')[hour]!;
    case 'parliamentVoteHour':
      return firstEvent(['parliament consents', 'parliament refuses']);
    case 'networkShut':
      return country('shutdown01')[hour]! > 0 ? 1 : 0;
    case 'strikeDay': {
      const strikers = places.map((i) => unroll(history.place.strikers, i, history.hours).subarray(day, day + 24));
      return strikers.some((hours) => hours.some((people) => people >= smallestGathering)) ? 1 : 0;
    }
    case 'seatLost':
      return country('seatLost')[history.hours - 1]! > 0 ? 1 : 0;
    case 'groupOut':
      return country('groupOut')[history.hours - 1]! > 0 ? 1 : 0;
    case 'headOut':
      return country('headOut')[history.hours - 1]! > 0 ? 1 : 0;
  }
}

function placesOf(world: World, c: number): number[] {
  const places: number[] = [];
  for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++) places.push(i);
  return places;
}

function lostAndRetaken(history: History, place: number): { lost: number; retaken: number } {
  const control = unroll(history.place.control, place, history.hours);
  const lost = control.indexOf(2);
  if (lost < 0) return { lost: Number.NaN, retaken: Number.NaN };
  const back = control.findIndex((value, hour) => hour > lost && value !== 2);
  return { lost, retaken: back < 0 ? Number.NaN : back };
}
