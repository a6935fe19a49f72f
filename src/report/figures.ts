/** The charts of a comparison: which numbers go into which picture. */
import { fallMeanings, horizonsDays } from '../experiment/summary.ts';
import { bars } from '../view/bars.ts';
import { calendarFrom } from '../view/calendar.ts';
import type { Chart } from '../view/chart.ts';
import { dots } from '../view/dots.ts';
import { fan, type FanPanel } from '../view/fan.ts';
import type { WorldShapes } from '../view/geography.ts';
import { intervals, type IntervalRow } from '../view/intervals.ts';
import { placeMap } from '../view/map.ts';
import { count, percent } from '../view/numbers.ts';
import { armLetter } from '../view/palette.ts';
import { dayTicks } from '../view/scale.ts';
import { twoWorlds } from '../view/two-worlds.ts';
import type { Comparison, RecordRow } from './comparison.ts';
import { calendarOf, fallWords, valuesOf } from './outcomes.ts';

/** `A · as it was decided` */
export function armHead(comparison: Comparison, arm: number): string {
  return `${armLetter(arm)} · ${comparison.arms[arm]!.title}`;
}

export function peakChart(comparison: Comparison): Chart {
  return dots({
    id: 'peak',
    quantity: 'most people out at once',
    scale: 'log',
    unit: 'run',
    groups: comparison.arms.map((arm, a) => ({ title: armHead(comparison, a), values: valuesOf(arm.runs, 'peakTurnout') })),
    never: 'no value',
    show: count,
  });
}

export function fallChart(comparison: Comparison): Chart {
  return bars({
    id: 'falls',
    arms: comparison.arms.map((_, a) => ({ letter: armLetter(a), title: armHead(comparison, a) })),
    panels: fallMeanings.map((meaning) => ({
      title: capital(fallWords[meaning]),
      rows: horizonsDays.map((days) => ({
        label: `within ${days} days`,
        arms: comparison.arms.map((arm) => ({ events: valuesOf(arm.runs, `${meaning}Within${days}`).filter((x) => x === 1).length, trials: arm.runs.length })),
      })),
    })),
  });
}

export function mapChart(comparison: Comparison, shapes: WorldShapes): Chart {
  const arm = comparison.arms[0]!;
  return placeMap({ id: 'map', title: armHead(comparison, 0), arm: arm.id, from: comparison.scenario.from, places: comparison.places, runs: arm.runs, shapes });
}

export function worldsChart(comparison: Comparison, shapes: WorldShapes): Chart {
  const world = (a: number) => ({ arm: comparison.arms[a]!.id, title: armHead(comparison, a), runs: comparison.arms[a]!.runs });
  return twoWorlds({ id: 'worlds', places: comparison.places, worlds: [world(0), world(1)], shapes });
}

export function turnoutChart(comparison: Comparison): Chart {
  const calendar = calendarOf(comparison);
  // Counts of one region or town (`country/region/town`) are no counts of the country.
  const record: FanPanel['record'] = comparison.record
    .filter((row) => row.quantity === 'turnoutDay' && Number.isFinite(row.hour) && !row.at.includes('/'))
    .map((row) => ({ ...row, hour: Math.floor(row.hour / 24) * 24 + 12 }));
  return fan({
    id: 'turnout',
    quantity: 'people out on the day',
    from: comparison.scenario.from,
    hours: comparison.scenario.hours,
    scale: 'log',
    panels: comparison.arms.map((arm, a) => ({ title: armHead(comparison, a), series: arm.runs.map((run) => run.outOnDay), record: a === 0 ? record : [] })),
    marks: [{ hour: comparison.clockHour, label: `${calendar.day(comparison.clockHour)}: 7, 14, 28 days from here` }],
  });
}

export function recordChart(comparison: Comparison): Chart {
  const calendar = calendarOf(comparison);
  return intervals({
    id: 'record-chart',
    arm: armLetter(0),
    rows: comparison.record
      .filter(({ kind }) => kind !== 'input')
      .map((row): IntervalRow => ({ ...row, detail: recordDetail(comparison, row), show: showQuantity(row.quantity, calendar.hour) })),
  });
}

/** When and what kind: `5 Jan, 20:00 · official count`. */
export function recordDetail(comparison: Comparison, row: RecordRow): string {
  const isMoment = isMomentName(row.quantity);
  const when = Number.isFinite(row.hour)
    ? calendarOf(comparison).hour(row.hour)
    : /^\d{4}-/.test(row.at)
      ? `by ${calendarFrom(row.at).day(0)}`
      : 'whole course';
  const happened = row.model.shareDefined < 1 ? `happens in ${percent(row.model.shareDefined)} of runs` : '';
  return [isMoment ? '' : when, row.kind, happened].filter((part) => part !== '').join(' · ');
}

/** How a quantity of this name is written: as a moment, a share, or a count. */
export function showQuantity(quantity: string, moment: (hour: number) => string): (value: number) => string {
  if (isMomentName(quantity)) return (value) => (Number.isFinite(value) ? moment(value) : '–');
  if (/(01|Share)$/.test(quantity)) return percent;
  return count;
}

export function partingChart(comparison: Comparison): Chart {
  const calendar = calendarOf(comparison);
  return dots({
    id: 'parting',
    quantity: 'hour at which the two worlds of a pair first differ',
    scale: 'linear',
    unit: 'pair',
    groups: [
      {
        title: `${armLetter(0)} against ${armLetter(1)}, ${comparison.divergences.length} pairs`,
        values: comparison.divergences.map(({ hour }) => (hour < 0 ? Number.NaN : hour)),
      },
    ],
    never: 'never part',
    show: calendar.hour,
    ticks: partingTicks(comparison, calendar.firstMidnight),
  });
}

/** Midnights, or quarter days where the partings lie close together. */
function partingTicks(comparison: Comparison, firstMidnight: number): number[] {
  const hours = comparison.divergences.map((d) => d.hour).filter((hour) => hour >= 0);
  const span = hours.length > 0 ? Math.max(...hours) - Math.min(...hours) : 0;
  if (span > 96) return dayTicks(comparison.scenario.hours, firstMidnight, 64 * (comparison.scenario.hours / 24));
  const every = span > 24 ? 12 : span > 8 ? 3 : 1;
  return Array.from({ length: Math.ceil(comparison.scenario.hours / every) }, (_, i) => firstMidnight + i * every);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Quantities told as a moment: `requestHour`, `hourPlaceLost`. */
function isMomentName(quantity: string): boolean {
  return quantity.endsWith('Hour') || quantity.startsWith('hour');
}
