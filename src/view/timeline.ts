/** When things happen, row by row: the runs of every arm on one clock, and the record's hours beside them. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import type { Language } from './language.ts';
import { box, diamond, escape, label, legend, line, n, wrap } from './markup.ts';
import { armClass } from './palette.ts';
import { dayTicks, scale } from './scale.ts';
import { outer, spreadOf } from './statistics.ts';

export interface TimelineRow {
  readonly label: string;
  /** [arm] hour of every run in which it happens, and how many runs there are */
  readonly arms: readonly { readonly hours: readonly number[]; readonly of: number }[];
  readonly record?: { readonly hour: number; readonly low: number; readonly high: number };
}

export interface TimelineSpec {
  readonly id: string;
  readonly finding: string;
  readonly alt: string;
  readonly caption: string;
  readonly from: string;
  readonly arms: readonly { readonly letter: string; readonly title: string }[];
  readonly rows: readonly TimelineRow[];
  /** rows drawn, those of most runs first chosen; the table has all; absent = all */
  readonly most?: number;
}

export function timeline(spec: TimelineSpec, say: Language): Chart {
  const t = say.chart;
  const calendar = say.calendar(spec.from);
  const hasRecord = spec.rows.some((row) => row.record);
  return chartOf(
    {
      id: spec.id,
      title: spec.finding,
      alt: `${spec.alt} ${spec.finding}`,
      note: `${drawnRows(spec).length < spec.rows.length ? `${t.timeline.drawn(drawnRows(spec).length, spec.rows.length)} ` : ''}${t.timeline.note} ${hasRecord ? `${t.timeline.recordNote} ` : ''}${t.times(calendar.zone)}`,
      table: {
        caption: spec.caption,
        columns: [
          { label: t.columns.step },
          ...spec.arms.flatMap(({ letter }) =>
            [`${letter}: ${t.units.run.many}`, `${letter}: ${t.columns.medianHour}`, `${letter}: ${t.timeline.range}`].map((text) => ({
              label: text,
              isNumber: true,
            })),
          ),
          ...(hasRecord ? [{ label: t.recordWithRange, isNumber: true }] : []),
        ],
        rows: spec.rows.map((row) => [
          row.label,
          ...row.arms.flatMap(({ hours, of }) => {
            const s = spreadOf(hours);
            const range = outer(s);
            const ends = s.count > 1 ? `${calendar.hour(range.low)} – ${calendar.hour(range.high)}` : '–';
            return [t.of(hours.length, of), hours.length > 0 ? calendar.hour(s.median) : '–', ends];
          }),
          ...(hasRecord ? [row.record ? `${calendar.hour(row.record.hour)} (${calendar.hour(row.record.low)} – ${calendar.hour(row.record.high)})` : '–'] : []),
        ]),
      },
    },
    (frame) => draw(spec, say, frame),
  );
}

/** The rows of most runs, in the order given. */
function drawnRows(spec: TimelineSpec): readonly TimelineRow[] {
  const weight = (row: TimelineRow) => row.arms.reduce((sum, { hours }) => sum + hours.length, 0);
  const kept = new Set(spec.rows.toSorted((a, b) => weight(b) - weight(a)).slice(0, spec.most ?? spec.rows.length));
  return spec.rows.filter((row) => kept.has(row));
}

function draw(spec: TimelineSpec, say: Language, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const t = say.chart;
  const calendar = say.calendar(spec.from);
  const key = legend(
    [
      ...spec.arms.map((arm, a) => ({
        glyph: (x: number, y: number) => `<g class="${armClass(a)}">${box(x, y - 3, 22, 6, 'class="band90"')}${mark(x + 11, y, a)}</g>`,
        text: arm.title,
      })),
      { glyph: (x: number, y: number) => line(x + 11, y - 7, x + 11, y + 7, 'whisker'), text: t.columns.median },
      ...(spec.rows.some((row) => row.record)
        ? [{ glyph: (x: number, y: number) => line(x, y, x + 22, y, 'recordbar') + diamond(x + 11, y, 5, 'record'), text: t.recordWithRange }]
        : []),
    ],
    4,
    12,
    width - 8,
  );
  const nameWidth = isNarrow ? 0 : width * 0.3;
  const [left, right] = [nameWidth + 10, isNarrow ? width - 10 : width - 108];
  const drawn = drawnRows(spec);
  const known = drawn.flatMap((row) => [...row.arms.flatMap(({ hours }) => hours), ...(row.record ? [row.record.low, row.record.high] : [])]);
  const low = Math.floor(Math.min(...(known.length > 0 ? known : [0])) / 24) * 24;
  const high = Math.ceil((Math.max(...(known.length > 0 ? known : [24])) + 1) / 24) * 24;
  const x = scale('linear', low, high, left, right).at;
  let rows = '';
  let y = key.height + 14;
  const start = y;
  for (const row of drawn) {
    const names = wrap(row.label, Math.floor((isNarrow ? width - 8 : nameWidth - 4) / 6.6));
    names.forEach((text, i) => (rows += label(4, y + 13 + i * 15, text)));
    const first = isNarrow ? y + names.length * 15 + 4 : y;
    row.arms.forEach(({ hours, of }, a) => {
      const middle = first + 10 + a * 15;
      rows += line(left, middle, right, middle, 'grid') + armMarks(hours, a, middle, x);
      if (!isNarrow) rows += label(right + 10, middle + 4, `${spec.arms[a]!.letter} ${t.of(hours.length, of)}`, hours.length === 0 ? 'quiet small' : 'small');
    });
    const counts = row.arms.map(({ hours, of }, a) => `${spec.arms[a]!.letter} ${t.of(hours.length, of)}`).join(', ');
    let bottom = first + row.arms.length * 15 + 4;
    if (isNarrow) {
      rows += label(4, bottom + 12, counts, 'quiet small');
      bottom += 14;
    }
    if (row.record) rows += recordMark(row.record, first + 2.5 + row.arms.length * 7.5, x, `${row.label}: ${calendar.hour(row.record.hour)}`);
    y = Math.max(bottom, y + names.length * 15 + 4) + 6;
    rows += line(4, y - 3, width - 4, y - 3, 'grid');
  }
  let axis = '';
  const days = dayTicks(high - low, 0, right - left).map((tick) => tick + low);
  for (const tick of days) {
    if (tick > high) continue;
    axis +=
      line(x(tick), start, x(tick), y, 'grid') +
      label(x(tick), y + 13, calendar.day(tick), 'quiet small', x(tick) > right - 16 ? 'end' : x(tick) < left + 16 ? 'start' : 'middle');
  }
  return { height: y + 20, body: key.body + axis + rows };
}

function armMarks(hours: readonly number[], arm: number, y: number, x: (hour: number) => number): string {
  if (hours.length === 0) return '';
  const s = spreadOf(hours);
  const range = outer(s);
  const each = range.isAll ? hours.map((hour) => mark(x(hour), y, arm)).join('') : '';
  const half = range.isAll ? '' : box(x(s.p25), y - 5, Math.max(1, x(s.p75) - x(s.p25)), 10, 'class="band50"');
  return `<g class="${armClass(arm)}">${box(x(range.low), y - 3, Math.max(1, x(range.high) - x(range.low)), 6, 'class="band90"')}${half}${each}</g>${line(x(s.median), y - 6, x(s.median), y + 6, 'whisker')}`;
}

function mark(x: number, y: number, arm: number): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="2.6" class="${arm === 0 ? 'solid' : 'hollow'}"/>`;
}

function recordMark(record: { hour: number; low: number; high: number }, y: number, x: (hour: number) => number, words: string): string {
  const ends = [record.low, record.high].filter((end) => Number.isFinite(end));
  const bar =
    ends.length === 2 ? line(x(ends[0]!), y, x(ends[1]!), y, 'recordbar') + ends.map((end) => line(x(end), y - 4, x(end), y + 4, 'recordbar')).join('') : '';
  return `<g><title>${escape(words)}</title>${bar}${diamond(x(record.hour), y, 5, 'record')}</g>`;
}
