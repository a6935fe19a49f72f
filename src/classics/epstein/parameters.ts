/** Table 2 of the paper and the readings of its arrest rule. */
import type { Shape } from '../grid/torus.ts';

/**
 * How an agent reads cops against actives. `literal` is the paper's C/A; `floored` and `rounded` take the whole number
 * below or nearest (ties to even); `netlogo` floors, counts an active agent twice, and moves a cop onto the site it cleared.
 */
export type ArrestRule = 'literal' | 'floored' | 'rounded' | 'netlogo';

export interface CivilViolenceParameters {
  readonly rule: ArrestRule;
  /** Sites along each axis of the torus. */
  readonly side: number;
  /** Agents per site, in [0,1]. */
  readonly agentDensity: number;
  /** Cops per site, in [0,1]. */
  readonly copDensity: number;
  /** What agents and cops see: a Euclidean disc, a square or a diamond. */
  readonly neighbourhood: Shape;
  /** Its radius, in sites. */
  readonly vision: number;
  /** L, in [0,1]. */
  readonly legitimacy01: number;
  /** Jmax, in ticks; Infinity for life. */
  readonly longestJailTicks: number;
  /** Whether agents move; cops always do. */
  readonly agentsMove: boolean;
  /** T: net grievance above which an agent acts. */
  readonly threshold: number;
  /** k: 2.3 makes an arrest 0.9 sure with one cop and one active in view. */
  readonly arrestConstant: number;
}

/** What all runs of the paper share (Epstein 2002, Table 2, doi:10.1073/pnas.092080199). */
export const commonParameters = { side: 40, neighbourhood: 'disc', agentDensity: 0.7, threshold: 0.1, arrestConstant: 2.3, agentsMove: true } as const;

/** The runs of the paper's Table 2 under one reading of the rule. */
export function publishedRun(run: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8, rule: ArrestRule): CivilViolenceParameters {
  const jail = run === 2 ? 30 : run >= 3 && run <= 5 ? Infinity : 15;
  const legitimacy = { 1: 0.89, 2: 0.82, 3: 0.9, 4: 0.9, 5: 0.8, 6: 0.9, 7: 0.8, 8: 0.8 }[run];
  const cops = { 1: 0.04, 2: 0.04, 3: 0.074, 4: 0.074, 5: 0.074, 6: 0, 7: 0, 8: 0.04 }[run];
  return {
    ...commonParameters,
    rule,
    copDensity: cops,
    vision: run === 1 || run >= 6 ? 1.7 : 7,
    legitimacy01: legitimacy,
    longestJailTicks: jail,
    agentsMove: run !== 1,
  };
}

/** The ratio of `cops` to `actives` (at least 1) as a rule reads it. */
export function readRatio(rule: ArrestRule, cops: number, actives: number): number {
  const ratio = cops / actives;
  if (rule === 'literal') return ratio;
  if (rule !== 'rounded') return Math.floor(ratio);
  const below = Math.floor(ratio);
  const rest = ratio - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
