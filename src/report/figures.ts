/** The charts of a comparison: which numbers go into which picture. */
import { fallMeanings } from '../experiment/summary.ts';
import { horizonsDays } from '../scenario/claims.ts';
import { bars } from '../view/bars.ts';
import type { Chart } from '../view/chart.ts';
import { differences } from '../view/differences.ts';
import { dots } from '../view/dots.ts';
import { fan, type FanRecord } from '../view/fan.ts';
import type { WorldShapes } from '../view/geography.ts';
import { holders } from '../view/holders.ts';
import type { IntervalRow } from '../view/interval-row.ts';
import { intervals } from '../view/intervals.ts';
import { placeMap } from '../view/map.ts';
import { armLetter } from '../view/palette.ts';
import type { Calendar } from '../view/calendar.ts';
import { twoWorlds } from '../view/two-worlds.ts';
import type { Comparison, RecordRow } from './comparison.ts';
import { partedPairs } from './findings.ts';
import { calendarOf, outcomeRows, valuesOf } from './outcomes.ts';
import { placeWords, quantityWords, type Words } from './words.ts';

/** `A · as it was decided` */
export function armHead(comparison: Comparison, arm: number): string {
  return `${armLetter(arm)} · ${comparison.arms[arm]!.title}`;
}

/** Letter and title of every arm, as charts ask for them. */
export function armNames(comparison: Comparison): { readonly letter: string; readonly title: string }[] {
  return comparison.arms.map((_, a) => ({ letter: armLetter(a), title: armHead(comparison, a) }));
}

export function peakChart(comparison: Comparison, say: Words): Chart {
  return dots(
    {
      id: 'peak',
      quantity: say.text.measures.peakTurnout,
      scale: 'log',
      unit: 'run',
      groups: comparison.arms.map((arm, a) => ({ letter: armLetter(a), title: armHead(comparison, a), values: valuesOf(arm.runs, 'peakTurnout') })),
      never: '–',
      show: say.count,
    },
    say,
  );
}

export function fallChart(comparison: Comparison, say: Words): Chart {
  return bars(
    {
      id: 'falls',
      arms: armNames(comparison),
      panels: fallMeanings.map((meaning) => ({
        title: capital(say.text.falls[meaning]),
        rows: horizonsDays.map((days) => ({
          label: say.text.within(days),
          arms: comparison.arms.map((arm) => ({
            events: valuesOf(arm.runs, `${meaning}Within${days}`).filter((x) => x === 1).length,
            trials: arm.runs.length,
          })),
        })),
      })),
    },
    say,
  );
}

export function differenceChart(comparison: Comparison, say: Words): Chart {
  const longest = horizonsDays.at(-1)!;
  const rows = outcomeRows(comparison, say).flatMap((row) => {
    const difference = row.differences[0];
    // of the falls the longest horizon says most; the table of outcomes has all of them
    if (!difference || (row.kind === 'event' && row.horizon !== say.text.within(longest))) return [];
    const show = difference.share ? say.points : (value: number) => `${say.change(value)}${row.kind === 'hour' ? `\u00a0${say.text.units.hour}` : ''}`;
    return [{ label: row.label, values: difference.values, paired: difference.paired, show, ...(difference.share ? { share: difference.share } : {}) }];
  });
  return differences({ id: 'differences-chart', letters: [armLetter(0), armLetter(1)], pairs: comparison.pairs, parted: partedPairs(comparison), rows }, say);
}

export function mapChart(comparison: Comparison, shapes: WorldShapes, say: Words): Chart {
  const arm = comparison.arms[0]!;
  const { from } = comparison.scenario;
  return placeMap(
    { id: 'map', letter: armLetter(0), title: armHead(comparison, 0), arm: arm.id, from, places: comparison.places, runs: arm.runs, shapes },
    say,
  );
}

export function worldsChart(comparison: Comparison, shapes: WorldShapes, say: Words): Chart {
  const world = (a: number) => ({ arm: comparison.arms[a]!.id, title: armHead(comparison, a), runs: comparison.arms[a]!.runs });
  return twoWorlds({ id: 'worlds', places: comparison.places, worlds: [world(0), world(1)], shapes }, say);
}

export function holdersChart(comparison: Comparison, say: Words): Chart {
  const arms = comparison.arms.slice(0, 2).map((arm, a) => ({ letter: armLetter(a), title: armHead(comparison, a), runs: arm.runs }));
  return holders({ id: 'holders', from: comparison.scenario.from, places: comparison.places, arms }, say);
}

export function turnoutChart(comparison: Comparison, say: Words): Chart {
  const calendar = calendarOf(comparison, say);
  const record = comparison.record
    .filter((row) => isTurnout(row) && Number.isFinite(row.hour))
    .map((row): FanRecord => ({ ...row, label: recordLabel(row, say), isPart: row.at.includes('/'), hour: Math.floor(row.hour / 24) * 24 + 12 }));
  return fan(
    {
      id: 'turnout-fan',
      quantity: say.text.turnout.quantity,
      unit: say.text.units.people,
      from: comparison.scenario.from,
      hours: comparison.scenario.hours,
      scale: 'log',
      panels: comparison.arms.map((arm, a) => ({
        letter: armLetter(a),
        title: armHead(comparison, a),
        series: arm.runs.map((run) => run.outOnDay),
        record: a === 0 ? record : [],
      })),
      marks: [{ hour: comparison.clockHour, label: say.text.turnout.fromHere(calendar.day(comparison.clockHour)) }],
    },
    say,
  );
}

/** Counts of people out, all on one scale; `others` = everything else of the record, each on its own. */
export function recordChart(comparison: Comparison, part: 'turnout' | 'others', say: Words): Chart {
  const rows = comparison.record.filter((row) => row.kind !== 'input' && isTurnout(row) === (part === 'turnout'));
  return intervals(
    {
      id: part === 'turnout' ? 'record-turnout' : 'record-chart',
      arm: armLetter(0),
      runs: comparison.arms[0]?.runs.length ?? 0,
      rows: rows.map((row) => intervalRow(comparison, row, say)),
      ...(part === 'turnout' ? { common: say.text.turnout.quantity } : {}),
    },
    say,
  );
}

function intervalRow(comparison: Comparison, row: RecordRow, say: Words): IntervalRow {
  const calendar = calendarOf(comparison, say);
  const words = { ...row, label: recordLabel(row, say), detail: recordDetail(comparison, row, say) };
  if (!isWhether(row.quantity)) return { ...words, show: showQuantity(row.quantity, calendar.hour, say) };
  const events = row.model.values.filter((value) => value === 1).length;
  return { ...words, show: (value) => (value >= 0.5 ? say.chart.yes : say.chart.no), events: { events, trials: row.model.values.length } };
}

function isTurnout(row: RecordRow): boolean {
  return row.quantity === 'turnoutDay';
}

/** Something that is so or not: it has a share of runs, no median. */
function isWhether(quantity: string): boolean {
  return ['seatLost', 'groupOut', 'headOut'].includes(quantity);
}

/** What was observed and where. */
export function recordLabel(row: RecordRow, say: Words): string {
  return row.place === undefined ? row.label : `${quantityWords(row.quantity, row.label, say)}, ${placeWords(row.place, say)}`;
}

/** When and what kind: `5 Jan, 20:00 · official count`. */
export function recordDetail(comparison: Comparison, row: RecordRow, say: Words): string {
  const calendar = calendarOf(comparison, say);
  const t = say.text.record;
  const when = Number.isFinite(row.hour) ? (isTurnout(row) ? calendar.day(row.hour) : calendar.hour(row.hour)) : t.wholeCourse;
  const runs = comparison.arms[0]?.runs.length ?? 0;
  const happened = row.model.shareDefined < 1 ? t.happens(row.model.values.length, runs) : '';
  return [isMomentName(row.quantity) ? '' : when, t.kinds[row.kind] ?? row.kind, happened].filter((part) => part !== '').join(' · ');
}

/** How a quantity of this name is written: as a moment, a share, or a count. */
export function showQuantity(quantity: string, moment: (hour: number) => string, say: Words): (value: number) => string {
  if (isMomentName(quantity)) return (value) => (Number.isFinite(value) ? moment(value) : '–');
  return /(01|Share)$/.test(quantity) ? say.percent : say.count;
}

export function partingChart(comparison: Comparison, say: Words): Chart {
  const calendar = calendarOf(comparison, say);
  const t = say.text.parting;
  const values = comparison.divergences.map(({ hour }) => (hour < 0 ? Number.NaN : hour));
  return dots(
    {
      id: 'parting',
      quantity: t.quantity,
      scale: 'linear',
      unit: 'pair',
      groups: [{ letter: `${armLetter(0)}, ${armLetter(1)}`, title: t.group(comparison.divergences.length), values }],
      never: t.never,
      show: calendar.hour,
      ...partingAxis(comparison, calendar),
    },
    say,
  );
}

/** Days under the axis, or hours where the partings lie close together. */
function partingAxis(comparison: Comparison, calendar: Calendar): { readonly ticks: readonly number[]; readonly showTick: (hour: number) => string } {
  const hours = comparison.divergences.map((d) => d.hour).filter((hour) => hour >= 0);
  const span = hours.length > 0 ? Math.max(...hours) - Math.min(...hours) : 0;
  const every = span > 96 ? 24 : span > 24 ? 12 : span > 8 ? 3 : 1;
  const ticks = Array.from({ length: Math.ceil(comparison.scenario.hours / every) }, (_, i) => calendar.firstMidnight + i * every);
  return { ticks, showTick: every === 24 ? calendar.day : calendar.hour };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Quantities told as a moment: `requestHour`, `hourPlaceLost`. */
function isMomentName(quantity: string): boolean {
  return quantity.endsWith('Hour') || quantity.startsWith('hour');
}
