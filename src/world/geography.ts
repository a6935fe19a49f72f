/** Distances and travel times between places. */
import stdlibCos from '@stdlib/math-base-special-cos';
import type { LinkSpec } from '../scenario/types.ts';

const cos: (x: number) => number = stdlibCos;
const earthRadiusKm = 6371;
const radians = 0.017453292519943295;
const quarterTurn = 1.5707963267948966;

/** Great-circle distance from the straight chord; the series is exact to 0.1 % up to 8,000 km. */
export function distanceKm(latitudeA: number, longitudeA: number, latitudeB: number, longitudeB: number): number {
  const dx = cos(latitudeA * radians) * cos(longitudeA * radians) - cos(latitudeB * radians) * cos(longitudeB * radians);
  const sine = (degrees: number) => cos(degrees * radians - quarterTurn);
  const dy = cos(latitudeA * radians) * sine(longitudeA) - cos(latitudeB * radians) * sine(longitudeB);
  const dz = sine(latitudeA) - sine(latitudeB);
  const chord2 = dx * dx + dy * dy + dz * dz;
  const chord = Math.sqrt(chord2);
  return earthRadiusKm * chord * (1 + chord2 / 24 + (3 * chord2 * chord2) / 640);
}

/** Roads wind: km by road per km as the crow flies. ASSUMPTION, the usual 1.2 to 1.4. */
const detour = 1.3;
/** Average speed of a column or a car in winter. ASSUMPTION. */
const roadKmPerHour = 60;

/** [a * count + b] hours by road; sourced links replace the great-circle guess in both directions. */
export function travelTable(
  latitude: Float64Array,
  longitude: Float64Array,
  links: readonly LinkSpec[],
  index: ReadonlyMap<string, number>,
): { hours: Float32Array; km: Float32Array } {
  const n = latitude.length;
  const hours = new Float32Array(n * n);
  const km = new Float32Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      const distance = distanceKm(latitude[a]!, longitude[a]!, latitude[b]!, longitude[b]!);
      km[a * n + b] = km[b * n + a] = distance;
      hours[a * n + b] = hours[b * n + a] = (distance * detour) / roadKmPerHour;
    }
  }
  for (const link of links) {
    const a = index.get(link.from)!;
    const b = index.get(link.to)!;
    hours[a * n + b] = hours[b * n + a] = link.hours;
  }
  return { hours, km };
}
