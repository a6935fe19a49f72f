/**
 * The only transcendental functions the engine may use: the same bits on every platform.
 * `Math.exp` and friends differ between engines in the last bit; these are plain +, -, x, / code.
 *
 * @source FreeBSD msun through the stdlib packages (Apache-2.0), see docs/adr
 */
import stdlibCos from '@stdlib/math-base-special-cos';
import stdlibExp from '@stdlib/math-base-special-exp';
import stdlibLn from '@stdlib/math-base-special-ln';

export const cos: (x: number) => number = stdlibCos;
export const exp: (x: number) => number = stdlibExp;
export const ln: (x: number) => number = stdlibLn;

/** x to the power y for x >= 0. */
export function power(x: number, y: number): number {
  return x > 0 ? exp(y * ln(x)) : 0;
}

/** Share that is left after `hours` of a decay with the given half-life (hours; 0 = gone at once). */
export function remaining(hours: number, halfLifeHours: number): number {
  return halfLifeHours > 0 ? exp((-0.6931471805599453 * hours) / halfLifeHours) : 0;
}

/** The nearest value inside [low, high]. */
export function clamp(x: number, low: number, high: number): number {
  return x < low ? low : x > high ? high : x;
}

/** Standard logistic, in (0,1). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** Share reached in each of `hours` hours when `share01` in [0,1) is reached in all of them; one hour at least. */
export function sharePerHour(share01: number, hours: number): number {
  return hours > 1 ? 1 - power(1 - share01, 1 / hours) : share01;
}
