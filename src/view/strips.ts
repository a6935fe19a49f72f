/** Several quantities over time in small panels, both arms in each: medians, and what the runs span. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import type { Language } from './language.ts';
import { band, box, label, legend, line, polyline, textWidth, wrap } from './markup.ts';
import { armClass } from './palette.ts';
import { dayTicks, roundTop, scale } from './scale.ts';
import { enoughForTails, outer, spreadOf, spreadsOverTime } from './statistics.ts';

export interface StripsSpec {
  readonly id: string;
  /** one sentence from the numbers */
  readonly finding: string;
  readonly alt: string;
  readonly note: string;
  readonly caption: string;
  readonly from: string;
  readonly hours: number;
  readonly arms: readonly { readonly letter: string; readonly title: string }[];
  /** [panel] with its series by [arm][run][hour] */
  readonly panels: readonly { readonly title: string; readonly arms: readonly (readonly Float32Array[])[] }[];
}

export function strips(spec: StripsSpec, say: Language): Chart {
  const t = say.chart;
  const calendar = say.calendar(spec.from);
  const runs = Math.max(0, ...spec.panels.flatMap((panel) => panel.arms.map((arm) => arm.length)));
  const isFew = runs < enoughForTails;
  return chartOf(
    {
      id: spec.id,
      title: spec.finding,
      alt: `${spec.alt} ${spec.finding}`,
      note: `${t.strips.note(isFew, runs)} ${spec.note} ${t.times(calendar.zone)}`,
      table: {
        caption: spec.caption,
        columns: [
          { label: t.columns.quantity },
          { label: t.columns.day },
          ...spec.arms.flatMap((arm) =>
            [`${arm.letter}: ${t.columns.median}`, `${arm.letter}: ${isFew ? t.smallestLargest : t.most}`].map((text) => ({ label: text, isNumber: true })),
          ),
        ],
        rows: spec.panels.flatMap((panel) => panelRows(spec, panel, say)),
      },
    },
    (frame) => draw(spec, runs, say, frame),
  );
}

/** One row a day; days that say the same are taken together. */
function panelRows(spec: StripsSpec, panel: StripsSpec['panels'][number], say: Language): string[][] {
  const calendar = say.calendar(spec.from);
  const rows: { from: number; to: number; cells: string[] }[] = [];
  for (let day = 0; day < Math.ceil(spec.hours / 24); day++) {
    const cells = panel.arms.flatMap((series) => {
      const s = spreadOf(series.map((one) => one[Math.min(day * 24 + 18, spec.hours - 1)] ?? Number.NaN));
      const range = outer(s);
      return [say.count(s.median), s.count > 0 ? `${say.count(range.low)} – ${say.count(range.high)}` : '–'];
    });
    const last = rows.at(-1);
    if (last && last.cells.join('|') === cells.join('|')) last.to = day;
    else rows.push({ from: day, to: day, cells });
  }
  const day = (number: number) => calendar.day(number * 24 + 12);
  return rows.map(({ from, to, cells }) => [panel.title, from === to ? day(from) : `${day(from)} – ${day(to)}`, ...cells]);
}

function draw(spec: StripsSpec, runs: number, say: Language, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const t = say.chart;
  const key = legend(
    [
      ...spec.arms.map((arm, a) => ({
        glyph: (x: number, y: number) => line(x, y, x + 22, y, `${armClass(a)} median${a === 1 ? ' dashed' : ''}`),
        text: arm.title,
      })),
      { glyph: (x: number, y: number) => box(x, y - 5, 22, 10, 'class="arm-2 band90"'), text: runs < enoughForTails ? t.smallestToLargest(runs) : t.most },
    ],
    4,
    12,
    width - 8,
  );
  const columns = isNarrow ? 1 : 3;
  const gap = 14;
  const wide = (width - gap * (columns - 1)) / columns;
  const high = 150;
  let body = key.body;
  spec.panels.forEach((panel, i) => {
    const x = (i % columns) * (wide + gap);
    const y = key.height + 12 + Math.floor(i / columns) * (high + 44);
    body += panelBody(spec, panel, say, { x, y, wide, high, key: `${frame.id}-${i}` });
  });
  return { height: key.height + 12 + Math.ceil(spec.panels.length / columns) * (high + 44), body };
}

function panelBody(
  spec: StripsSpec,
  panel: StripsSpec['panels'][number],
  say: Language,
  at: { x: number; y: number; wide: number; high: number; key: string },
): string {
  const calendar = say.calendar(spec.from);
  const names = wrap(panel.title, Math.floor(at.wide / 6.6));
  const top = at.y + names.length * 15 + 6;
  const bottom = at.y + at.high;
  const all = panel.arms.map((series) => spreadsOverTime(series, Math.max(1, Math.floor(spec.hours / 150))));
  const most = Math.max(1, ...all.flatMap((steps) => steps.map(({ spread }) => outer(spread).high)).filter((value) => Number.isFinite(value)));
  const up = scale('linear', 0, roundTop(0, most), bottom, top);
  const isDense = up.ticks.length > 4 && up.ticks.length % 2 === 1;
  const ticks = up.ticks.filter((_, i) => !isDense || i % 2 === 0);
  const [left, right] = [at.x + 12 + Math.max(...ticks.map((tick) => textWidth(say.short(tick)))), at.x + at.wide - 2];
  const time = scale('linear', 0, spec.hours, left, right).at;
  let body = names.map((text, i) => label(at.x + 2, at.y + 12 + i * 15, text, 'strong small')).join('');
  for (const tick of ticks)
    body += line(left, up.at(tick), right, up.at(tick), 'grid') + label(left - 4, up.at(tick) + 4, say.short(tick), 'quiet small', 'end');
  for (const tick of dayTicks(spec.hours, calendar.firstMidnight, (right - left) * 0.9)) {
    const x = time(tick);
    if (x < right - 10)
      body += line(x, bottom, x, bottom + 4, 'axis') + label(x, bottom + 16, calendar.day(tick), 'quiet small', x < left + 18 ? 'start' : 'middle');
  }
  all.forEach((steps, a) => {
    if (panel.arms[a]!.length === 0) return;
    const path = (pick: (s: (typeof steps)[number]['spread']) => number) => steps.map(({ step, spread }) => [time(step), up.at(pick(spread))] as const);
    body += `<g class="${armClass(a)}">${band(
      path((s) => outer(s).high),
      path((s) => outer(s).low),
      'band90',
    )}${polyline(
      path((s) => s.median),
      `median${a === 1 ? ' dashed' : ''}`,
    )}</g>`;
  });
  return body + line(left, bottom, right, bottom, 'axis');
}
