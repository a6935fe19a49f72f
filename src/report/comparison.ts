/** What a report is made from: arms that share parameters and luck, and the record beside them. */
import type { Parting } from '../experiment/divergence.ts';
import type { RunSummary } from '../experiment/summary.ts';
import type { ScenarioSpec } from '../scenario/types.ts';
import type { Words } from './words.ts';

export interface Comparison {
  readonly scenario: ScenarioSpec;
  readonly engineVersion: string;
  readonly seed: number;
  /** pairs that ended; `runs[i]` of every arm belong to pair i (same parameters, same luck) */
  readonly pairs: number;
  /** runs that failed and are missing here */
  readonly failed: number;
  /** what the numbers may be taken for: key of the words in `notice.headings` and `notice.drawn` */
  readonly heading: string;
  /** hour from which the 7, 14 and 28 days are counted */
  readonly clockHour: number;
  readonly arms: readonly ComparedArm[];
  /** number of each pair as the ensemble counts them; absent = from 0 on */
  readonly pairNumbers?: readonly number[];
  /** per pair, first arm against second; hour -1 = the two histories are equal */
  readonly divergences: readonly Parting[];
  readonly record: readonly RecordRow[];
  /** the focus country's places in the order of `RunSummary.dailyCrowd` */
  readonly places: readonly ComparedPlace[];
  readonly parameters: readonly ComparedParameter[];
  /** published forms of mechanisms that have several, and how many pairs drew each */
  readonly variants: readonly ComparedVariant[];
  /** what to type to make this again */
  readonly command: string;
}

export interface ComparedArm {
  readonly id: string;
  readonly title: string;
  readonly runs: readonly RunSummary[];
}

/** One dated observation of the real course, and what the first arm's runs say of the same quantity. */
export interface RecordRow {
  readonly id: string;
  readonly label: string;
  /** name of the quantity, e.g. `turnout`, `requestHour`; names ending in `Hour` are moments */
  readonly quantity: string;
  /** name of the place or country it was seen in; absent = the label says it */
  readonly place?: string;
  /** key of the country it was seen in */
  readonly country?: string;
  /** ISO instant, or place as `country/region/town`, as the record file writes it; rows of a place stay out of the country's fan */
  readonly at: string;
  /** hour of the run at which it was observed; NaN = of the whole course */
  readonly hour: number;
  readonly value: number;
  /** range of the observation; NaN = not stated */
  readonly low: number;
  readonly high: number;
  /** what sort of observation: `official count`, `press`, ... */
  readonly kind: string;
  readonly source: { readonly title: string; readonly address: string };
  readonly model: RecordModel;
  readonly in50: boolean;
  readonly in90: boolean;
}

export interface RecordModel {
  readonly median: number;
  readonly p25: number;
  readonly p75: number;
  readonly p05: number;
  readonly p95: number;
  /** share of runs in which the quantity has a value */
  readonly shareDefined: number;
  /** the runs' values in rising order, those without one left out */
  readonly values: readonly number[];
}

export interface ComparedPlace {
  readonly key: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly residents: number;
  readonly isRural: boolean;
}

export interface ComparedParameter {
  /** middle of what the weights in force give, where they move or narrow the range */
  readonly middle?: number;
  readonly id: string;
  readonly unit: string;
  readonly low: number;
  readonly high: number;
  readonly meaning: string;
  readonly source?: string;
  readonly assumption?: string;
}

export interface ComparedVariant {
  readonly mechanism: string;
  readonly form: string;
  readonly pairs: number;
}

/** The sentence that stays until a back-test record is attached. */
export function notice(comparison: Comparison, say: Words): string {
  const { headings, model } = say.text.notice;
  return `${headings[comparison.heading] ?? comparison.heading}. ${model}`;
}
