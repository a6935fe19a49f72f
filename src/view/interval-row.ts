/** An observation beside what the runs of one arm say of it. */
import type { Counted } from './bars.ts';

export interface IntervalRow {
  readonly label: string;
  /** when and what kind: second line */
  readonly detail: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly model: {
    readonly median: number;
    readonly p25: number;
    readonly p75: number;
    readonly p05: number;
    readonly p95: number;
    readonly shareDefined: number;
    /** the runs' values in rising order, those without one left out */
    readonly values: readonly number[];
  };
  readonly in50: boolean;
  readonly in90: boolean;
  readonly show: (value: number) => string;
  /** something that happens or not: runs in which it does; value, low and high are then 0 or 1 */
  readonly events?: Counted;
}
