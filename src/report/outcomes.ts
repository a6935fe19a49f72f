/** The table of outcomes as data: what happened in each arm and within pairs. Screens only set it in type. */
import { fallMeanings, horizonsDays, type FallMeaning, type RunSummary } from '../experiment/summary.ts';
import { probability, type Probability } from '../view/bars.ts';
import { calendarFrom, type Calendar } from '../view/calendar.ts';
import { change, count, percent, points } from '../view/numbers.ts';
import { pairedDifference, pairedShareDifference, spreadOf, type PairedDifference, type Spread } from '../view/statistics.ts';
import type { Comparison } from './comparison.ts';

export type OutcomeKind = 'count' | 'hour' | 'event';

export interface OutcomeRow {
  readonly id: string;
  readonly label: string;
  readonly kind: OutcomeKind;
  readonly unit: string;
  readonly arms: readonly ArmOutcome[];
  /** every later arm against the first */
  readonly differences: readonly Difference[];
}

export interface ArmOutcome {
  readonly spread: Spread;
  readonly runs: number;
  /** events only */
  readonly probability?: Probability;
  readonly events: number;
}

export interface Difference {
  readonly paired: PairedDifference;
  /** events only: difference of the shares with its interval */
  readonly share?: { readonly difference: number; readonly low: number; readonly high: number };
}

/** The three meanings of "fall", in words. */
export const fallWords: Readonly<Record<FallMeaning, string>> = {
  head: 'head of government out',
  group: 'ruling group out',
  seat: 'seat of government lost for 72 hours',
};

const measured: readonly { readonly id: string; readonly label: string; readonly kind: OutcomeKind; readonly unit: string }[] = [
  { id: 'peakTurnout', label: 'most people out at once', kind: 'count', unit: 'people' },
  { id: 'placesEverLost', label: 'places lost at some hour', kind: 'count', unit: 'places' },
  { id: 'detained', label: 'detained by the end', kind: 'count', unit: 'people' },
  { id: 'dead', label: 'dead by the end', kind: 'count', unit: 'people' },
  { id: 'requestHour', label: 'help requested', kind: 'hour', unit: 'h' },
  { id: 'decisionHour', label: 'alliance decides', kind: 'hour', unit: 'h' },
  { id: 'firstLandingHour', label: 'first foreign troops land', kind: 'hour', unit: 'h' },
];

export function outcomeRows(comparison: Comparison): OutcomeRow[] {
  const falls = fallMeanings.flatMap((meaning) =>
    horizonsDays.map((days) => ({ id: `${meaning}Within${days}`, label: `${fallWords[meaning]} within ${days} days`, kind: 'event' as const, unit: 'runs' })),
  );
  return [...measured, ...falls].map((row) => outcomeRow(comparison, row));
}

function outcomeRow(comparison: Comparison, row: (typeof measured)[number]): OutcomeRow {
  const columns = comparison.arms.map((arm) => valuesOf(arm.runs, row.id));
  const first = columns[0] ?? [];
  return {
    ...row,
    arms: columns.map((values) => {
      const events = values.filter((value) => value === 1).length;
      return {
        spread: spreadOf(values),
        runs: values.length,
        events,
        ...(row.kind === 'event' ? { probability: probability({ events, trials: values.length }) } : {}),
      };
    }),
    differences: columns.slice(1).map((values) => {
      const paired = pairedDifference(first, values);
      if (row.kind !== 'event') return { paired };
      return {
        paired,
        share: pairedShareDifference(Math.round(paired.lower * paired.pairs) || 0, Math.round(paired.higher * paired.pairs) || 0, paired.pairs),
      };
    }),
  };
}

export function valuesOf(runs: readonly RunSummary[], quantity: string): number[] {
  return runs.map((run) => run.quantities[quantity] ?? Number.NaN);
}

export interface CellWords {
  readonly main: string;
  readonly range: string;
  readonly rest: string;
}

/** One arm's cell: median or share, 90 % interval, and in how many runs it happened at all. */
export function armWords(row: OutcomeRow, cell: ArmOutcome, calendar: Calendar): CellWords {
  if (row.kind === 'event') return { main: `${cell.events} of ${cell.runs} (${percent(cell.probability!.share)})`, range: cell.probability!.words, rest: '' };
  const { spread } = cell;
  const rest = spread.count < cell.runs ? `${spread.count} of ${cell.runs} runs` : '';
  if (spread.count === 0) return { main: cell.runs === 0 ? '–' : 'never', range: '', rest };
  const show = row.kind === 'hour' ? calendar.hour : count;
  return { main: show(spread.median), range: `${show(spread.p05)} – ${show(spread.p95)}`, rest };
}

/** Difference within pairs: median and 90 % of pairs, or of shares with its interval. */
export function differenceWords(row: OutcomeRow, { paired, share }: Difference): CellWords {
  if (share && paired.pairs === 0) return { main: '–', range: '', rest: 'in no pair' };
  if (share) return { main: points(share.difference), range: `${signed(share.low)} to ${signed(share.high)}`, rest: '' };
  const rest = paired.onlyFirst + paired.onlySecond > 0 ? `both in ${paired.pairs} pairs` : '';
  if (paired.pairs === 0) return { main: '–', range: '', rest: rest || 'in no pair' };
  const unit = row.kind === 'hour' ? '\u00a0h' : '';
  return { main: `${change(paired.spread.median)}${unit}`, range: `${change(paired.spread.p05)} to ${change(paired.spread.p95)}${unit}`, rest };
}

function signed(share: number): string {
  return points(share).replace(/\s?points/, '');
}

/** Shares of pairs: `60 % / 30 %` as two words, dashes where no pair counts. */
export function agreement({ paired }: Difference): { readonly higher: string; readonly equal: string } {
  return { higher: percent(paired.higher), equal: percent(paired.equal) };
}

/** Rows of one meaning of "fall" share a heading; the horizon is what is left. */
export function fallHeading(row: OutcomeRow): string {
  return row.kind === 'event' ? row.label.replace(/ within \d+ days$/, '') : '';
}

export function calendarOf(comparison: Comparison): Calendar {
  return calendarFrom(comparison.scenario.from);
}
