/** The normal distribution in arithmetic that is alike on every machine. */
import { cos, exp, ln } from './maths.ts';
import { threefry, words, type DrawKey } from './random.ts';

const rootOfTwoPi = 2.5066282746310002;

/**
 * Share of a standard normal below x, to about 1e-14.
 * @source series and continued fraction of Abramowitz & Stegun 1964, 26.2.10 and 26.2.14
 */
export function normalShareBelow(x: number): number {
  const size = Math.abs(x);
  if (size > 38) return x > 0 ? 1 : 0;
  const density = exp((-size * size) / 2) / rootOfTwoPi;
  if (size < 3) {
    let term = size;
    let sum = size;
    for (let i = 3; Math.abs(term) > 1e-17 * sum; i += 2) {
      term *= (size * size) / i;
      sum += term;
    }
    return x < 0 ? 0.5 - density * sum : 0.5 + density * sum;
  }
  let fraction = size;
  for (let i = 200; i >= 1; i--) fraction = size + i / fraction;
  return x < 0 ? density / fraction : 1 - density / fraction;
}

/**
 * The x below which a share of a standard normal lies.
 * @param share01 inside (0, 1)
 * @throws RangeError outside it
 */
export function normalQuantile(share01: number): number {
  if (!(share01 > 0 && share01 < 1)) throw new RangeError(`the share ${share01} has no normal quantile; give one inside (0, 1)`);
  const excess = (x: number) => normalShareBelow(x) - share01;
  // beyond eight standard deviations the density is too small for Newton's steps
  if (share01 < 1e-15 || share01 > 1 - 1e-15) return crossing(excess, -38, 38);
  let [low, high] = [-8.5, 8.5];
  while (high - low > 0.02) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) high = middle;
    else low = middle;
  }
  let x = (low + high) / 2;
  for (let i = 0; i < 4; i++) x -= (excess(x) * rootOfTwoPi) / exp((-x * x) / 2);
  return x;
}

/**
 * Where a function passes zero between two places at which its signs differ, by halving.
 * @throws RangeError when the signs do not differ
 */
export function crossing(f: (x: number) => number, low: number, high: number): number {
  const isLowAbove = f(low) > 0;
  if (isLowAbove === f(high) > 0) throw new RangeError(`the function has the same sign at ${low} and ${high}; give two places on either side of its zero`);
  let [from, to] = [low, high];
  for (let i = 0; i < 200 && from < to; i++) {
    const middle = (from + to) / 2;
    if (middle === from || middle === to) break;
    if (f(middle) > 0 === isLowAbove) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/**
 * A standard normal draw from one block (Box & Muller 1958, doi:10.1214/aoms/1177706645).
 * @random the decision of the key, one block of counter (index, count)
 */
export function normalDraw(key: DrawKey, index: number, count: number): number {
  threefry(key.key0, key.key1, index, count);
  // the half keeps the logarithm away from zero
  const radius = Math.sqrt(-2 * ln((words[0]! + 0.5) / 4294967296));
  return radius * cos((6.283185307179586 * words[1]!) / 4294967296);
}
