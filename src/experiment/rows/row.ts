/**
 * A row of the document as a small experiment: an invented world, one cause at several settings, what
 * is measured, and the stated criterion by which the row shows or does not.
 */
import type { DoEntry } from '../../scenario/types.ts';
import type { Seen } from './seen.ts';

/** A parameter's value, or an end of its prior: a row moves with the priors it is asked in. */
export type RowValue = number | 'low' | 'high';

/** One setting of the cause. Settings of a row share people, parameters and luck, and differ in this alone. */
export interface Setting {
  readonly id: string;
  /** completes a sentence about a quantity: `with a call`, `when nobody is called` */
  readonly words: string;
  readonly do?: readonly DoEntry[];
  readonly values?: Readonly<Record<string, RowValue>>;
  /** mechanisms left out besides those the row does not need */
  readonly off?: readonly string[];
  /** facts nobody measures, by `country.name` */
  readonly latent?: Readonly<Record<string, number>>;
  /** events left out, by id */
  readonly without?: readonly string[];
  /** place on the axis of a figure whose cause has a size */
  readonly at?: number;
  /** settings of one name make one line of such a figure; a line of one setting is drawn level */
  readonly line?: string;
}

export interface Measure {
  readonly id: string;
  /** a quantity (`towns lost`) or, for an event, a clause (`the government falls`) */
  readonly words: string;
  /** an event happened (1) or not (0) in a run; shares are written as per cent */
  readonly kind: 'event' | 'people' | 'hours' | 'share' | 'count' | 'index';
  of(run: Seen): number;
}

/** What must be seen: a difference between two settings, or how often an event happens at one. */
export type Criterion = Difference | Level;

export interface Difference {
  readonly measure: string;
  readonly from: string;
  readonly to: string;
  readonly is: 'more' | 'less';
  /** smallest difference of the means worth speaking of, in the measure's unit */
  readonly atLeast: number;
}

/** A difference that is told with its band and not asked for: what a criterion beside it could be mistaken to mean. */
export type Contrast = Pick<Difference, 'measure' | 'from' | 'to'>;

export interface Level {
  readonly measure: string;
  readonly at: string;
  readonly is: 'above' | 'below';
  readonly share01: number;
}

export interface Row {
  /** `S3` */
  readonly id: string;
  readonly paragraph: number;
  readonly title: string;
  /** what the document states, in our words, attributed */
  readonly states: string;
  /** how the experiment asks it */
  readonly asks: string;
  /** the scenario without its list of mechanisms, as text of the scenario language */
  readonly scenario: string;
  /** mechanisms that act; all others are off */
  readonly mechanisms: readonly string[];
  /** parameters that stand elsewhere than in the middle of their prior, for all settings */
  readonly values?: Readonly<Record<string, RowValue>>;
  /** facts nobody measures, for all settings, by `country.name` */
  readonly latent?: Readonly<Record<string, number>>;
  /** words under the axis of a figure whose cause has a size */
  readonly axis?: string;
  readonly settings: readonly Setting[];
  readonly measures: readonly Measure[];
  readonly criteria: readonly Criterion[];
  readonly besides?: readonly Contrast[];
  /** what the mechanisms lack, told where the row does not show */
  readonly lacks?: string;
  /** the mechanism the row is about, taken away: with this the row must not show */
  readonly takenAway: { readonly words: string; readonly off?: readonly string[]; readonly values?: Readonly<Record<string, RowValue>> };
}

/** A lever at one value from the first hour on, everywhere or in one country or alliance. */
export function lever(set: string, to: string, where?: string): DoEntry {
  return { atHour: 0, set, to, ...(where === undefined ? {} : { in: where }) };
}
