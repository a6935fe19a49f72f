/** One row an observation: what was recorded, with its range, over what the runs of one arm say. */
import { probability, type Counted } from './bars.ts';
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { fitWords, verdict } from './fit-words.ts';
import type { IntervalRow } from './interval-row.ts';
import type { Language } from './language.ts';
import { box, diamond, label, legend, line, n, textWidth, wrap, type LegendItem } from './markup.ts';
import { scale, type Scale } from './scale.ts';
import { enoughForTails, outer } from './statistics.ts';

export interface IntervalSpec {
  readonly id: string;
  readonly arm: string;
  readonly rows: readonly IntervalRow[];
  /** runs of the arm */
  readonly runs: number;
  /** what all rows count, where they share one axis */
  readonly common?: string;
}

export function intervals(spec: IntervalSpec, say: Language): Chart {
  const t = say.chart;
  const { rows } = spec;
  const title = fitWords(rows, spec.runs, say);
  const isFew = spec.runs < enoughForTails;
  return chartOf(
    {
      id: spec.id,
      title,
      alt: `${t.intervals.alt(spec.arm)} ${title}`,
      note: `${spec.common ? t.intervals.commonNote(spec.common) : t.intervals.ownNote} ${isFew ? t.intervals.fewNote : t.intervals.note}`,
      table: {
        caption: t.intervals.caption,
        columns: [
          { label: t.columns.observation },
          { label: t.columns.whenAndWhat },
          ...[t.columns.record, t.columns.itsRange, t.columns.modelMedian, isFew ? t.smallestLargest : t.most, t.columns.withValue(t.units.run)].map(
            (text) => ({
              label: text,
              isNumber: true,
            }),
          ),
          { label: t.columns.verdict },
        ],
        rows: rows.map((row) => {
          const range = tails(row);
          return [
            row.label,
            row.detail,
            row.show(row.value),
            between(row, row.low, row.high),
            row.events ? t.of(row.events.events, row.events.trials) : row.show(row.model.median),
            row.events
              ? probability(row.events, say).words
              : `${between(row, range.low, range.high)}${range.isAll && !isFew && row.model.values.length > 0 ? ` (${t.smallestLargest})` : ''}`,
            t.of(row.model.values.length, spec.runs),
            verdict(row, say),
          ];
        }),
      },
    },
    (frame) => draw(spec, say, frame),
  );
}

function tails(row: IntervalRow) {
  const { values, p05, p95 } = row.model;
  return outer({ count: values.length, min: values[0] ?? Number.NaN, max: values.at(-1) ?? Number.NaN, p05, p95 });
}

function between(row: IntervalRow, low: number, high: number): string {
  return Number.isFinite(low) && Number.isFinite(high) ? `${row.show(low)} – ${row.show(high)}` : '–';
}

function draw(spec: IntervalSpec, say: Language, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const t = say.chart;
  const isFew = spec.runs < enoughForTails;
  const items: LegendItem[] = [
    { glyph: (x, y) => line(x + 11, y - 7, x + 11, y + 7, 'whisker'), text: t.columns.modelMedian },
    ...(isFew ? [] : [{ glyph: (x: number, y: number) => box(x, y - 5, 22, 10, 'class="arm-0 band50"'), text: t.half }]),
    { glyph: (x, y) => box(x, y - 3, 22, 6, 'class="arm-0 band90"'), text: isFew ? t.smallestToLargest(spec.runs) : t.most },
    ...(isFew ? [{ glyph: (x: number, y: number) => `<g class="arm-0">${dot(x + 11, y)}</g>`, text: t.oneRun }] : []),
    { glyph: (x, y) => line(x, y, x + 22, y, 'recordbar') + diamond(x + 11, y, 5.5, 'record'), text: t.recordWithRange },
  ];
  const key = legend(items, 4, 12, width - 8);
  let body = key.body;
  let y = key.height + 16;
  const split = isNarrow ? 0 : width * 0.34;
  const [left, right] = [split + 6, isNarrow ? width - 6 : width * 0.77];
  const top = Math.max(10, ...spec.rows.flatMap((row) => [row.high, row.value, tails(row).high]).filter((value) => Number.isFinite(value)));
  const common = spec.common ? scale('log', 0, top, left + 8, right - 8) : undefined;
  const start = y;
  const done: { height: number; body: string }[] = [];
  let rows = '';
  for (const row of spec.rows) {
    // rows with scales of their own may stand on several sheets of paper
    if (!common && !isNarrow && y > mostHigh) {
      done.push({ height: y, body: body + rows });
      [body, rows, y] = ['', '', 0];
    }
    const drawn = rowBody(row, y, { ...frame, left, right, split, say }, common);
    rows += drawn.body;
    y += drawn.height;
  }
  if (common) {
    const ticks = common.ticks.filter((_, i) => !isNarrow || i % 2 === 0);
    for (const tick of ticks)
      body += line(common.at(tick), start - 4, common.at(tick), y - 4, 'grid') + label(common.at(tick), y + 10, say.short(tick), 'quiet', 'middle');
    y += 18;
  }
  const [first, ...more] = [...done, { height: y + 4, body: body + rows }];
  return { ...first!, ...(more.length > 0 && { more }) };
}

/** Height after which a new piece begins: with its caption less than a sheet of A4 at full width. */
const mostHigh = 760;

interface RowFrame extends Frame {
  readonly left: number;
  readonly right: number;
  readonly split: number;
  readonly say: Language;
}

function rowBody(row: IntervalRow, top: number, frame: RowFrame, common: Scale | undefined): Drawing {
  const { width, isNarrow, right, split, say } = frame;
  const words = verdict(row, say);
  const isHit = row.in90;
  const chars = Math.floor((isNarrow ? width : split - 10) / 6.8);
  const lines = [
    ...wrap(row.label, chars).map((text) => ({ text, classes: '' })),
    ...wrap(row.detail, chars).map((text) => ({ text, classes: 'quiet small' })),
  ];
  let body = lines.map(({ text, classes }, i) => label(4, top + 13 + i * 15, text, classes)).join('');
  const textHeight = lines.length * 15;
  const middle = isNarrow ? top + textHeight + 18 : top + 16;
  const verdictLines = wrap(`${isHit ? '●' : '✕'} ${words}`, Math.floor((isNarrow ? width - 8 : width - right - 14) / 7));
  const below = common ? 22 : 40;
  const [verdictX, verdictY] = isNarrow ? [4, middle + below] : [right + 14, middle + 1];
  body += verdictLines.map((text, i) => label(verdictX, verdictY + i * 15, text, isHit ? '' : 'strong')).join('');
  body += row.events ? chances(row, row.events, frame, middle) : bars(row, frame, middle, common);
  const height = isNarrow ? textHeight + below + 13 + verdictLines.length * 15 : Math.max(textHeight, common ? 30 : 42, 8 + verdictLines.length * 15) + 14;
  return { height, body: `${body}${line(4, top + height - 5, width - 4, top + height - 5, 'grid')}` };
}

function dot(x: number, y: number): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="2.6" class="solid"/>`;
}

/** Something that happens or not: share of runs with what it leaves open, and the record at no or yes. */
function chances(row: IntervalRow, events: Counted, frame: RowFrame, y: number): string {
  const { left, right, say } = frame;
  const x = scale('linear', 0, 1, left + 8, right - 8).at;
  const p = probability(events, say);
  const bound = p.isBound ? box(x(p.low), y - 5, x(p.high) - x(p.low), 10, 'class="bound"') : box(x(p.low), y - 4, x(p.high) - x(p.low), 8, 'class="band90"');
  const share = Number.isFinite(p.share) ? line(x(p.share), y - 9, x(p.share), y + 9, 'whisker') : '';
  const ends = label(left, y + 22, `${say.chart.no}, 0`, 'quiet small') + label(right, y + 22, `${say.chart.yes}, ${say.percent(1)}`, 'quiet small', 'end');
  return `${line(left, y, right, y, 'grid')}<g class="arm-0">${bound}</g>${share}${diamond(x(row.value), y, 6, 'record')}${ends}`;
}

function bars(row: IntervalRow, { left, right, say }: RowFrame, y: number, common: Scale | undefined): string {
  const { model } = row;
  const range = tails(row);
  const known = [row.value, row.low, row.high, range.low, range.high].filter((value) => Number.isFinite(value));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const kind = low >= 0 && high > 100 && high > 50 * Math.max(low, 1) ? 'log' : 'linear';
  const isPoint = high === low;
  const x = common ? common.at : scale(kind, isPoint ? low - 1 : low, isPoint ? low + 1 : high, left + 8, right - 8).at;
  let body = line(left, y, right, y, 'grid');
  if (model.values.length > 0) {
    const half = range.isAll ? '' : box(x(model.p25), y - 7, Math.max(1, x(model.p75) - x(model.p25)), 14, 'class="band50"');
    const each = range.isAll ? model.values.map((value) => dot(x(value), y)).join('') : '';
    body += `<g class="arm-0">${box(x(range.low), y - 4, Math.max(1, x(range.high) - x(range.low)), 8, 'class="band90"')}${half}${each}</g>${line(x(model.median), y - 9, x(model.median), y + 9, 'whisker')}`;
  }
  if (Number.isFinite(row.low) && Number.isFinite(row.high) && row.high > row.low) {
    body += line(x(row.low), y, x(row.high), y, 'recordbar') + [row.low, row.high].map((end) => line(x(end), y - 4, x(end), y + 4, 'recordbar')).join('');
  }
  if (Number.isFinite(row.value)) body += diamond(x(row.value), y, 6, 'record');
  if (common) return body;
  const [start, end] = [row.show(low), row.show(high)];
  const log = say.chart.intervals.log;
  const hasRoom = right - left - textWidth(start) - textWidth(end) > textWidth(log) + 20;
  const note = kind === 'log' && hasRoom ? label((left + right) / 2, y + 22, log, 'quiet small', 'middle') : '';
  if (isPoint) return body + label((left + right) / 2, y + 22, start, 'quiet small', 'middle');
  return `${body}${label(left, y + 22, start, 'quiet small')}${note}${label(right, y + 22, end, 'quiet small', 'end')}`;
}
