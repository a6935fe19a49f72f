/** What would have turned an answer: the smallest change of one thing, others equal. */
import type { Term, Tipping } from './contract.ts';

/** A term whose value is looked up afresh: rules asked many times an hour keep values in a row of numbers. */
export type Column = Omit<Term, 'value'>;

/** What values weigh together, in the order of their columns; columns without a weight add nothing. */
export function weighed(columns: readonly Column[], values: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < columns.length; k++) {
    const { weight } = columns[k]!;
    if (weight !== undefined) sum += weight * values[k]!;
  }
  return sum;
}

/** The same values as terms, for an explanation. */
export function termsOf(columns: readonly Column[], values: Float64Array): Term[] {
  return columns.map((column, k) => ({ ...column, value: values[k]! }));
}

/** What the terms of a rule add up to, in their order; terms without a weight add nothing. */
export function sumOf(terms: readonly Term[]): number {
  let sum = 0;
  for (const { value, weight } of terms) if (weight !== undefined) sum += weight * value;
  return sum;
}

/**
 * For each term the value at which the terms would sum to `needed`; terms whose range does not reach
 * so far turn nothing by themselves and are left out. The smallest change stands first.
 */
export function tippingTerms(terms: readonly Term[], needed: number): Tipping[] {
  const missing = needed - sumOf(terms);
  const found: Tipping[] = [];
  for (const { name, value, unit, weight, range } of terms) {
    if (weight === undefined || weight === 0) continue;
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

/**
 * The value nearest to `now` at which a rule that is no plain sum turns: `margin` is above zero on one
 * side of it and not on the other. Steps outward over the range, then halves.
 * @cost a few hundred calls of `margin`
 */
export function tippingSearch(
  what: string,
  now: number,
  unit: string,
  range: readonly [number, number],
  margin: (value: number) => number,
): Tipping | undefined {
  const [low, high] = range;
  const isAbove = margin(now) > 0;
  const steps = 100;
  const found = [1, -1].map((way) => {
    const end = way > 0 ? high : low;
    for (let k = 1; k <= steps; k++) {
      let [kept, turned] = [now + ((end - now) * (k - 1)) / steps, now + ((end - now) * k) / steps];
      if (kept === turned || margin(turned) > 0 === isAbove) continue;
      for (let half = 0; half < 50; half++) {
        const middle = (kept + turned) / 2;
        if (margin(middle) > 0 === isAbove) kept = middle;
        else turned = middle;
      }
      return tippingValue(what, now, turned, unit, range);
    }
    return undefined;
  });
  return smallestFirst(found)[0];
}
