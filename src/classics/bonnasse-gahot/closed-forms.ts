/** What follows from the equations without running them: what is left in the end, how fast it begins, how fast it travels. */
import { exp, ln } from '../../base/maths.ts';
import { crossing } from '../../base/normal.ts';
import type { Country } from './model.ts';

/** One town without others. R = σ0 β / ω: people whom one active person draws in while all are ready. */
export interface Town {
  readonly R: number;
  /** active at first, as a share of the stock */
  readonly active01: number;
}

/** Share of the stock that never joins: s = exp(−R (1 + a − s)). */
export function left01({ R, active01 }: Town): number {
  return crossing((s) => s - exp(-R * (1 + active01 - s)), 0, 1);
}

/** Most people active at once, as a share of the stock; reached when a share 1/R is left. */
export function peak01({ R, active01 }: Town): number {
  return R > 1 ? 1 + active01 - (1 + ln(R)) / R : active01;
}

/** How much activity all towns together call forth while stocks are whole (largest eigenvalue of σ_k W_kj), and the mix of towns in which it grows. @cost O(n²) a round */
export function leadingInfluence({ towns, weights, stock }: Pick<Country, 'towns' | 'weights' | 'stock'>): {
  readonly size: number;
  readonly mix: Float64Array;
} {
  let direction = new Float64Array(towns).fill(1 / Math.sqrt(towns));
  let length = 0;
  for (let round = 0; round < 2000; round++) {
    const next = new Float64Array(towns);
    let squares = 0;
    for (let k = 0, at = 0; k < towns; k++) {
      let felt = 0;
      for (let j = 0; j < towns; j++) felt += weights[at++]! * direction[j]!;
      next[k] = stock[k]! * felt;
      squares += next[k]! * next[k]!;
    }
    const before = length;
    length = Math.sqrt(squares);
    direction = next.map((value) => value / length);
    if (Math.abs(length - before) < 1e-13 * length) break;
  }
  return { size: length, mix: direction };
}

/** Growth of activity per day while stocks are whole. */
export function firstGrowthPerDay(country: Country): number {
  return country.joinPerDay * leadingInfluence(country).size - country.leavePerDay;
}

/** Stocks in the end, town by town: s_k = σ_k exp(−(β/ω) Σ_j W_kj (σ_j + λ_j − s_j)), by repeated insertion. @param active people active at first */
export function stocksLeft(country: Country, active: ArrayLike<number>): Float64Array {
  const { towns, weights, stock, joinPerDay, leavePerDay } = country;
  let left = new Float64Array(towns);
  for (let round = 0; round < 10_000; round++) {
    const next = new Float64Array(towns);
    let apart = 0;
    for (let k = 0, at = 0; k < towns; k++) {
      let felt = 0;
      for (let j = 0; j < towns; j++) felt += weights[at++]! * (stock[j]! + active[j]! - left[j]!);
      next[k] = stock[k]! * exp((-joinPerDay / leavePerDay) * felt);
      apart = Math.max(apart, Math.abs(next[k]! - left[k]!) / stock[k]!);
    }
    left = next;
    if (apart < 1e-14) break;
  }
  return left;
}

/** An endless row of equal towns whose weights fall as exp(−distance/reach). */
export interface Row {
  readonly apartKm: number;
  readonly reachKm: number;
  readonly joinPerDay: number;
  readonly leavePerDay: number;
  readonly stock: number;
}

/** Sum of weights times exp(steepness × distance) over a row. */
function pull({ apartKm, reachKm }: Row, steepness: number): number {
  const sum = (rate: number) => 1 / (exp(apartKm * rate) - 1);
  return 1 + sum(1 / reachKm + steepness) + sum(1 / reachKm - steepness);
}

/** The chance to join per day at which one active person of a row draws in R others. */
export function joinFor(row: Omit<Row, 'joinPerDay'>, R: number): number {
  return (R * row.leavePerDay) / (row.stock * pull({ ...row, joinPerDay: 0 }, 0));
}

/**
 * Speed of the front that a small start settles to, and its steepness: the smallest of (β σ Ŵ(μ) − ω)/μ.
 * @source linear spreading speed; Ebert & van Saarloos 2000, doi:10.1016/S0167-2789(00)00068-3
 */
export function frontSpeed(row: Row): { readonly kmPerDay: number; readonly perKm: number } {
  const speed = (steepness: number) => (row.joinPerDay * row.stock * pull(row, steepness) - row.leavePerDay) / steepness;
  let [low, high] = [1e-6 / row.reachKm, (1 - 1e-9) / row.reachKm];
  while (high - low > 1e-12) {
    const third = (high - low) / 3;
    if (speed(low + third) < speed(high - third)) high -= third;
    else low += third;
  }
  return { kmPerDay: speed((low + high) / 2), perKm: (low + high) / 2 };
}
