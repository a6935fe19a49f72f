/** A country as one number, the share in revolt, pulled up when protest is seen and down while police can cope. */
import { exp, ln } from '../../base/maths.ts';

export interface Country {
  /** recruitment, share of those at home per unit of time */
  readonly recruitment: number;
  /** removal by police, share of those in revolt per unit of time */
  readonly removal: number;
  /** share in revolt above which the revolt is seen */
  readonly visibility01: number;
  /** share in revolt from which police can no longer cope */
  readonly policeCapacity01: number;
}

export type Regime = 'stable police state' | 'meta-stable police state' | 'unstable police state' | 'failed state';

/** The share at which recruitment and removal balance while both work. */
export function balance01(c: Country): number {
  return c.recruitment / (c.recruitment + c.removal);
}

/** @source Lang & De Sterck 2014, doi:10.1016/j.mathsocsci.2014.01.004 */
export function regimeOf(c: Country): Regime {
  if (c.policeCapacity01 < c.visibility01) return 'failed state';
  if (balance01(c) < c.visibility01) return 'stable police state';
  return balance01(c) < c.policeCapacity01 ? 'meta-stable police state' : 'unstable police state';
}

/** Change of the share in revolt per unit of time: dr/dt = c1 v(r) (1 - r) - c2 p(r) r. */
export function change(c: Country, share01: number): number {
  return (share01 > c.visibility01 ? c.recruitment * (1 - share01) : 0) - (share01 < c.policeCapacity01 ? c.removal * share01 : 0);
}

/**
 * The share in revolt after some time, step by step (fourth order), without use of the closed forms.
 * @param step units of time
 */
export function shareAfter(c: Country, start01: number, time: number, step = 0.001): number {
  let r = start01;
  for (let i = Math.round(time / step); i > 0; i--) r = advanced(c, r, step);
  return r;
}

function advanced(c: Country, r: number, step: number): number {
  const k1 = change(c, r);
  const k2 = change(c, r + (step / 2) * k1);
  const k3 = change(c, r + (step / 2) * k2);
  const k4 = change(c, r + step * k3);
  return r + (step / 6) * (k1 + 2 * k2 + 2 * k3 + k4);
}

/** Time until the share passes a mark, step by step; Infinity when it has not by `limit`. */
export function timeToPass(c: Country, start01: number, mark01: number, limit: number, step = 0.0001): number {
  let r = start01;
  for (let i = 0; i * step < limit; i++) {
    if (r >= mark01) return i * step;
    r = advanced(c, r, step);
  }
  return Infinity;
}

/** The closed form of the time from `start01` until police can no longer cope, in an unstable police state. */
export function timeToOverwhelm(c: Country, start01: number): number {
  const balance = balance01(c);
  return ln((balance - start01) / (balance - c.policeCapacity01)) / (c.recruitment + c.removal);
}

/** The closed form of the share after some time while the revolt is seen and police cope. */
export function shareWhileContested(c: Country, start01: number, time: number): number {
  const balance = balance01(c);
  return balance + (start01 - balance) * exp(-(c.recruitment + c.removal) * time);
}
