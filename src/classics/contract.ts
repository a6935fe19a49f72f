/** What a published model is, once rebuilt: where it was published, what it says, and the numbers it is held to. */
import type { Chart } from '../view/chart.ts';

/**
 * How a published number reached us. `read`: it stands in a part of the paper that was read: its abstract, a copy of
 * some pages, an earlier draft, its authors' summary.
 * `quoted`: the literature ascribes it to the paper; the page itself was not read.
 * `equations`: it follows from the paper's equations; it was worked out apart from this program, by other code or by hand.
 */
export type Basis = 'read' | 'quoted' | 'equations';

export interface Target {
  readonly what: string;
  readonly unit: string;
  readonly basis: Basis;
  readonly published: number;
  readonly obtained: number;
  /** largest difference that still counts as the same; 0 = exact */
  readonly tolerance: number;
  readonly reproduces: boolean;
  /** the measurement behind an obtained sign or count: a mean with its standard error */
  readonly measured?: string;
  /** why it is known not to reproduce; absent = it should */
  readonly knownMiss?: string;
}

/** Something the paper reports that was not tried here, with the reason. */
export interface NotTried {
  readonly what: string;
  readonly why: string;
}

export interface Outcome {
  readonly targets: readonly Target[];
  readonly figure?: Chart;
}

export interface Classic {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  readonly doi: string;
  /** the model in a few sentences */
  readonly model: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
  readonly notTried: readonly NotTried[];
  /** @param isFull true: the sizes of the paper, where these take longer than a second */
  readonly run: (isFull: boolean) => Outcome;
}

/** A published number beside the one obtained; they agree when they differ by no more than the tolerance. */
export function target(t: Omit<Target, 'reproduces' | 'unit' | 'tolerance'> & { readonly unit?: string; readonly tolerance?: number }): Target {
  const tolerance = t.tolerance ?? 0;
  return { ...t, unit: t.unit ?? '', tolerance, reproduces: Math.abs(t.obtained - t.published) <= tolerance };
}

/** Targets that should reproduce and do not. */
export function failures(targets: readonly Target[]): readonly Target[] {
  return targets.filter((t) => !t.reproduces && t.knownMiss === undefined);
}

/** Targets that are known not to reproduce. */
export function knownMisses(targets: readonly Target[]): readonly Target[] {
  return targets.filter((t) => t.knownMiss !== undefined);
}
