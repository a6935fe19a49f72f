/** What a figure of means is made of, and the mean itself. */
import { wilson, z90 } from './statistics.ts';

export interface MeansSetting {
  readonly title: string;
  /** settings of one name make one curve; a curve of one setting without `at` is drawn level */
  readonly line?: string;
  readonly at?: number;
}

export interface MeansPanel {
  readonly title: string;
  /** sentences under the title that say what the panel shows; may be none */
  readonly findings: readonly string[];
  /** what the axis counts: `share of runs`, `hours` */
  readonly unit: string;
  /** values are 0 or 1: the mean is a share of runs */
  readonly isEvent: boolean;
  readonly show: (value: number) => string;
  /** [setting][run] */
  readonly values: readonly (readonly number[])[];
}

export interface MeansSpec {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** words under the axis of the cause; absent = the settings are a list */
  readonly axis?: string;
  readonly settings: readonly MeansSetting[];
  readonly panels: readonly MeansPanel[];
}

export interface MeanOfRuns {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Mean of runs with its 90 % interval: Wilson's for events, the normal one for values. */
export function meanOfRuns(values: readonly number[], isEvent: boolean): MeanOfRuns {
  const count = values.length;
  const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, count);
  if (isEvent) return { mean, ...wilson(Math.round(mean * count), count) };
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, count - 1);
  const half = z90 * Math.sqrt(variance / Math.max(1, count));
  // no mean of runs lies outside them
  return { mean, low: Math.max(Math.min(...values), mean - half), high: Math.min(Math.max(...values), mean + half) };
}
