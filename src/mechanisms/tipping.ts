/** What would have turned an answer: the smallest change of one thing, others equal. */
import type { Term, Tipping } from './contract.ts';

/** What the terms of a rule add up to, in their order. */
export function sumOf(terms: readonly Term[]): number {
  let sum = 0;
  for (const { value, weight } of terms) sum += (weight ?? 1) * value;
  return sum;
}

/**
 * For each term the value at which the terms would sum to `needed`; terms whose range does not reach
 * so far turn nothing by themselves and are left out. The smallest change stands first.
 */
export function tippingTerms(terms: readonly Term[], needed: number): Tipping[] {
  const missing = needed - sumOf(terms);
  const found: Tipping[] = [];
  for (const { name, value, unit, weight = 1, range } of terms) {
    if (weight === 0) continue;
    const turned = tippingValue(name, value, value + missing / weight, unit, range);
    if (turned) found.push(turned);
  }
  return smallestFirst(found);
}

/** One thing that turns the answer at `turnsAt`; nothing when its range does not hold that value. */
export function tippingValue(what: string, now: number, turnsAt: number, unit: string, range: readonly [number, number] = [0, Infinity]): Tipping | undefined {
  const [low, high] = range;
  if (!(turnsAt >= low && turnsAt <= high) || !Number.isFinite(turnsAt)) return undefined;
  const span = Number.isFinite(high - low) ? high - low : Math.max(Math.abs(now), Math.abs(turnsAt));
  return { what, now, turnsAt, unit, change01: span > 0 ? Math.min(1, Math.abs(turnsAt - now) / span) : 0 };
}

export function smallestFirst(found: readonly (Tipping | undefined)[]): Tipping[] {
  return found.filter((one) => one !== undefined).sort((a, b) => a.change01 - b.change01);
}
