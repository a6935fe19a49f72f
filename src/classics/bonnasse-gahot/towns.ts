/** Countries nobody lives in: towns scattered over a square, or in a row. */
import { exp, power } from '../../base/maths.ts';
import { drawKey, uniform01 } from '../../base/random.ts';
import { normalDraw } from '../../base/normal.ts';
import { joinFor, leadingInfluence, type Row } from './closed-forms.ts';
import type { Country } from './model.ts';

/** How activity at a distance weighs beside the same at home. */
export type Reach = (km: number) => number;

/** (1 + d/d0)^−δ, plus the same for everybody who follows the news. @param news01 share of a town's weight that reaches everybody */
export function powerOfDistance(d0Km: number, decay: number, news01 = 0): Reach {
  return (km) => power(1 + km / d0Km, -decay) + news01;
}

/** exp(−d/d0), plus the news. */
export function exponentialOfDistance(d0Km: number, news01 = 0): Reach {
  return (km) => exp(-km / d0Km) + news01;
}

/** Everybody feels everything alike. */
export const newsAlone: Reach = () => 1;

export interface Plane {
  readonly country: Country;
  /** the town in the middle, where it starts */
  readonly start: number;
  readonly kmFromStart: readonly number[];
}

/**
 * Towns at random on a square with stocks that differ (log-normal): all ASSUMPTION, no real place.
 * @param R people whom an active person draws in, all towns together, while stocks are whole
 * @random decisions "place" and "size"
 */
export function plane(seed: number, towns: number, sideKm: number, reach: Reach, R: number, leavePerDay: number): Plane {
  const [place, size] = [drawKey(seed, 'bonnasse-gahot', 'place'), drawKey(seed, 'bonnasse-gahot', 'size')];
  const at = Array.from({ length: towns }, (_, k) => [sideKm * uniform01(place, k, 0), sideKm * uniform01(place, k, 1)] as const);
  const stock = Float64Array.from({ length: towns }, (_, k) => 100 * exp(0.7 * normalDraw(size, k, 0)));
  const km = (a: readonly [number, number], b: readonly [number, number]) => Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
  const fromMiddle = at.map((town) => km(town, [sideKm / 2, sideKm / 2]));
  const start = fromMiddle.indexOf(Math.min(...fromMiddle));
  const weights = Float64Array.from({ length: towns * towns }, (_, i) => reach(km(at[Math.floor(i / towns)]!, at[i % towns]!)));
  const joinPerDay = (R * leavePerDay) / leadingInfluence({ towns, weights, stock }).size;
  return { country: { towns, weights, stock, joinPerDay, leavePerDay }, start, kmFromStart: at.map((town) => km(town, at[start]!)) };
}

/** Equal towns in a row with exponential weights. */
export function row(towns: number, apartKm: number, reachKm: number, R: number, leavePerDay: number): { readonly country: Country; readonly row: Row } {
  const spacing = { apartKm, reachKm, leavePerDay, stock: 100 };
  const joinPerDay = joinFor(spacing, R);
  const weights = Float64Array.from({ length: towns * towns }, (_, i) => exp((-apartKm * Math.abs(Math.floor(i / towns) - (i % towns))) / reachKm));
  return { country: { towns, weights, stock: new Float64Array(towns).fill(spacing.stock), joinPerDay, leavePerDay }, row: { ...spacing, joinPerDay } };
}
