/** The table of outcomes as data: what happened in each arm and within pairs. Screens only set it in type. */
import { countPairs, pairsIn } from '../claims/necessity.ts';
import { fallMeanings, type FallMeaning, type RunSummary } from '../experiment/summary.ts';
import { horizonsDays } from '../scenario/claims.ts';
import { probability, type Probability } from '../view/bars.ts';
import type { Calendar } from '../view/calendar.ts';
import { outer, pairedDifference, pairedShareDifference, spreadOf, type PairedDifference, type Spread } from '../view/statistics.ts';
import type { Comparison } from './comparison.ts';
import type { Words } from './words.ts';

export type OutcomeKind = 'count' | 'hour' | 'event';

export interface OutcomeRow {
  readonly id: string;
  readonly label: string;
  /** events only: what is meant by "fall" and within how long, in words */
  readonly heading: string;
  readonly horizon: string;
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
  /** second minus first in every pair in which both have a value */
  readonly values: readonly number[];
}

const measured = [
  { id: 'peakTurnout', kind: 'count', unit: 'people' },
  { id: 'placesEverLost', kind: 'count', unit: 'places' },
  { id: 'detained', kind: 'count', unit: 'people' },
  { id: 'dead', kind: 'count', unit: 'people' },
  { id: 'requestHour', kind: 'hour', unit: 'hour' },
  { id: 'decisionHour', kind: 'hour', unit: 'hour' },
  { id: 'firstLandingHour', kind: 'hour', unit: 'hour' },
] as const;

type Asked = Pick<OutcomeRow, 'id' | 'label' | 'heading' | 'horizon' | 'kind' | 'unit'>;

export function outcomeRows(comparison: Comparison, say: Words): OutcomeRow[] {
  const { text } = say;
  const measures = measured.map((row): Asked => ({ ...row, label: text.measures[row.id], unit: text.units[row.unit], heading: '', horizon: '' }));
  const falls = fallMeanings.flatMap((meaning: FallMeaning) =>
    horizonsDays.map((days): Asked => {
      const [heading, horizon] = [text.falls[meaning], text.within(days)];
      return { id: `${meaning}Within${days}`, label: `${heading} ${horizon}`, heading, horizon, kind: 'event', unit: '' };
    }),
  );
  return [...measures, ...falls].map((row) => outcomeRow(comparison, row, say));
}

function outcomeRow(comparison: Comparison, row: Asked, say: Words): OutcomeRow {
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
        ...(row.kind === 'event' ? { probability: probability({ events, trials: values.length }, say) } : {}),
      };
    }),
    differences: columns.slice(1).map((second) => {
      const paired = pairedDifference(first, second);
      const values = second.map((value, i) => value - first[i]!).filter((value) => !Number.isNaN(value));
      if (row.kind !== 'event') return { paired, values };
      const counted = countPairs(first, second);
      return { paired, values, share: pairedShareDifference(counted.onlyFirst, counted.onlySecond, pairsIn(counted)) };
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

/** One arm's cell: median or share, what the runs span, and in how many of them it happened at all. */
export function armWords(row: OutcomeRow, cell: ArmOutcome, calendar: Calendar, say: Words): CellWords {
  const t = say.text.outcomes;
  if (row.kind === 'event') {
    const { isBound, share, words } = cell.probability!;
    return { main: say.chart.of(cell.events, cell.runs), range: isBound ? words : `${say.percent(share)} (${words})`, rest: '' };
  }
  const { spread } = cell;
  const rest = spread.count < cell.runs ? t.runs(spread.count, cell.runs) : '';
  if (spread.count === 0) return { main: cell.runs === 0 ? '–' : calendar.hour(Number.NaN), range: '', rest };
  const show = row.kind === 'hour' ? calendar.hour : say.count;
  return { main: show(spread.median), range: spanWords(spread, (low, high) => `${show(low)} – ${show(high)}`, say), rest };
}

/** Difference within pairs: median and what the pairs span, or of shares with its interval. */
export function differenceWords(row: OutcomeRow, { paired, share }: Difference, say: Words): CellWords {
  const t = say.text.outcomes;
  if (share && paired.pairs === 0) return { main: '–', range: '', rest: t.inNoPair };
  if (share) return { main: say.points(share.difference), range: say.chart.to(say.signed(share.low), say.signed(share.high)), rest: '' };
  const rest = paired.onlyFirst + paired.onlySecond > 0 ? t.bothIn(paired.pairs) : '';
  if (paired.pairs === 0) return { main: '–', range: '', rest: rest || t.inNoPair };
  const unit = row.kind === 'hour' ? `\u00a0${say.text.units.hour}` : '';
  return {
    main: `${say.change(paired.spread.median)}${unit}`,
    range: spanWords(paired.spread, (low, high) => `${say.chart.to(say.change(low), say.change(high))}${unit}`, say),
    rest,
  };
}

/** 90 % of many values; smallest and largest of few, and said to be that. */
function spanWords(spread: Spread, between: (low: number, high: number) => string, say: Words): string {
  const { low, high, isAll } = outer(spread);
  return isAll ? say.text.outcomes.minMax(between(low, high)) : between(low, high);
}

/** Pairs in which the later arm is higher, and in which both are equal: `3/24`, dashes where no pair counts. */
export function agreement({ paired }: Difference): { readonly higher: string; readonly equal: string } {
  const of = (share: number) => (paired.pairs === 0 ? '–' : `${Math.round(share * paired.pairs)}/${paired.pairs}`);
  return { higher: of(paired.higher), equal: of(paired.equal) };
}

export function calendarOf(comparison: Comparison, say: Words): Calendar {
  return say.calendar(comparison.scenario.from);
}
