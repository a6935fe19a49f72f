/** Many runs of one quantity over time: bands, the median, a few single runs, and the record on top. */
import type { Calendar } from './calendar.ts';
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { band, box, diamond, escape, label, legend, line, n, polyline, textWidth, wrap } from './markup.ts';
import type { Language } from './language.ts';
import { armClass } from './palette.ts';
import { dayTicks, roundTop, scale, type ScaleKind } from './scale.ts';
import { enoughForTails, outer, spreadOf, spreadsOverTime } from './statistics.ts';

export interface FanRecord {
  readonly hour: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly label: string;
  /** counted in one place only: a lower bound of the whole */
  readonly isPart: boolean;
}

export interface FanPanel {
  readonly letter: string;
  readonly title: string;
  /** [run][hour] */
  readonly series: readonly Float32Array[];
  /** observations of the real course; shown where they were made */
  readonly record: readonly FanRecord[];
}

export interface FanSpec {
  readonly id: string;
  /** what is counted, in lower case: `people out` */
  readonly quantity: string;
  /** word above the vertical axis: `people` */
  readonly unit: string;
  readonly from: string;
  /** length of the time axis */
  readonly hours: number;
  readonly scale: ScaleKind;
  readonly panels: readonly FanPanel[];
  readonly marks: readonly { readonly hour: number; readonly label: string }[];
}

/** Single runs drawn thin, by their place in the order of the run's sum. */
const memberShares = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

export function fan(spec: FanSpec, say: Language): Chart {
  const t = say.chart;
  const calendar = say.calendar(spec.from);
  const findings = spec.panels.map((panel) => {
    const peaks = spreadOf(panel.series.map(peakOf));
    const range = outer(peaks);
    if (peaks.count === 0) return `${panel.letter}: ${t.noRuns}`;
    return `${panel.letter}: ${t.fan.finding(say.count(peaks.median), t.range(say.count(range.low), say.count(range.high), range.isAll, peaks.count, t.units.run))}`;
  });
  const title = `${t.fan.lead(spec.quantity)} ${findings.join('; ')}. ${t.fan.recordWords(recordHits(spec))}`.trim();
  const few = fewRuns(spec);
  return chartOf(
    {
      id: spec.id,
      title,
      alt: `${t.fan.alt(spec.quantity, spec.panels.length, t.scales[spec.scale])} ${title}`,
      note: `${t.fan.vertical(spec.quantity, t.scales[spec.scale])} ${few > 0 ? t.fan.fewNote(few) : t.fan.note(memberShares.map((s) => say.percent(s)).join(', '))} ${t.fan.recordNote} ${t.times(calendar.zone)}`,
      table: table(spec, calendar, say),
    },
    (frame) => draw(spec, calendar, say, frame),
  );
}

/** How many runs, where they are too few for intervals; else 0. */
function fewRuns(spec: FanSpec): number {
  const most = Math.max(0, ...spec.panels.map((panel) => panel.series.length));
  return most < enoughForTails ? most : 0;
}

/** Whether the record of the whole lies in the drawn range of the panel it is laid over. */
function recordHits(spec: FanSpec): { readonly inside: number; readonly of: number } {
  let [inside, of] = [0, 0];
  for (const panel of spec.panels)
    for (const one of panel.record) {
      if (one.isPart || panel.series.length === 0) continue;
      const range = outer(spreadOf(panel.series.map((series) => series[Math.floor(one.hour)] ?? Number.NaN)));
      of++;
      if ((Number.isFinite(one.high) ? one.high : one.value) >= range.low && (Number.isFinite(one.low) ? one.low : one.value) <= range.high) inside++;
    }
  return { inside, of };
}

/** Which runs are drawn as single lines: numbers into `series`. */
export function memberRuns(series: readonly Float32Array[]): number[] {
  const byTotal = series.map((one, run) => ({ run, total: one.reduce((a, b) => a + b, 0) })).sort((a, b) => a.total - b.total || a.run - b.run);
  const picked = memberShares.map((share) => byTotal[Math.round(share * (byTotal.length - 1))]?.run).filter((run) => run !== undefined);
  return [...new Set(picked)];
}

function peakOf(series: Float32Array): number {
  return series.reduce((a, b) => Math.max(a, b), 0);
}

function hoursOf(spec: FanSpec): number {
  return Math.max(1, spec.hours, ...spec.panels.flatMap((panel) => panel.series.map((one) => one.length)));
}

/** Hours between two drawn values: about 200 over the run. */
function thinning(spec: FanSpec): number {
  return Math.max(1, Math.floor(hoursOf(spec) / 200));
}

function draw(spec: FanSpec, calendar: Calendar, say: Language, frame: Frame): Drawing {
  const t = say.chart;
  const few = fewRuns(spec);
  const { width, isNarrow } = frame;
  const right = width - 8;
  const hours = hoursOf(spec);
  const highest = Math.max(
    1,
    ...spec.panels.flatMap((p) => [outer(spreadOf(p.series.map(peakOf))).high || 0, ...p.record.map((r) => (Number.isFinite(r.high) ? r.high : r.value))]),
  );
  const top = roundTop(0, highest, spec.scale);
  // languages write thousands at different lengths
  const left = Math.max(46, 14 + Math.max(...scale(spec.scale, 0, top, 0, 1).ticks.map((tick) => textWidth(say.short(tick)))));
  const time = scale('linear', 0, hours, left, right);
  const panelHeight = isNarrow ? 170 : 200;
  const hasRecord = (isPart: boolean) => spec.panels.some((p) => p.record.some((one) => one.isPart === isPart));
  const key = legend(
    [
      { glyph: (x, y) => line(x, y, x + 22, y, 'arm-2 median'), text: t.columns.median },
      ...(few > 0 ? [] : [{ glyph: (x: number, y: number) => box(x, y - 5, 22, 10, 'class="arm-2 band50"'), text: t.half }]),
      { glyph: (x, y) => box(x, y - 5, 22, 10, 'class="arm-2 band90"'), text: few > 0 ? t.smallestToLargest(few) : t.most },
      { glyph: (x, y) => line(x, y, x + 22, y, 'arm-2 member'), text: t.singleRuns },
      ...(hasRecord(false) ? [{ glyph: (x: number, y: number) => recordMark(x + 11, y, y - 8, y + 8, false), text: t.recordWithRange }] : []),
      ...(hasRecord(true) ? [{ glyph: (x: number, y: number) => recordMark(x + 11, y, y - 8, y + 8, true), text: t.fan.part }] : []),
    ],
    left,
    12,
    width - left,
  );
  let body = key.body;
  let y = key.height + 14;
  spec.panels.forEach((panel, i) => {
    const lines = wrap(panel.title, Math.floor((width - 8) / 6.6));
    lines.forEach((text, k) => (body += label(4, y + 12 + k * 16, text, 'strong')));
    const from = y + lines.length * 16 + 24;
    body += label(4, from - 8, spec.unit, 'quiet small');
    body += panelBody(spec, panel, i, { left, right, from, to: from + panelHeight, top, time: time.at, calendar, say, hours, isNarrow, key: frame.id });
    y = from + panelHeight + 30;
  });
  return { height: y, body };
}

interface PanelFrame {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly time: (hour: number) => number;
  readonly calendar: Calendar;
  readonly say: Language;
  readonly hours: number;
  readonly isNarrow: boolean;
  readonly key: string;
}

function panelBody(spec: FanSpec, panel: FanPanel, arm: number, f: PanelFrame): string {
  const up = scale(spec.scale, 0, f.top, f.to, f.from);
  const y = (value: number) => up.at(Math.min(Math.max(value, 0), f.top * 1.02));
  let grid = '';
  for (const tick of up.ticks)
    grid += line(f.left, up.at(tick), f.right, up.at(tick), 'grid') + label(f.left - 6, up.at(tick) + 4, f.say.short(tick), 'quiet', 'end');
  for (const tick of dayTicks(f.hours, f.calendar.firstMidnight, f.right - f.left)) {
    const x = f.time(tick);
    grid +=
      line(x, f.to, x, f.to + 4, 'axis') + label(x, f.to + 17, f.calendar.day(tick), 'quiet', x > f.right - 18 ? 'end' : x < f.left + 18 ? 'start' : 'middle');
  }
  for (const mark of spec.marks) grid += line(f.time(mark.hour), f.from - 6, f.time(mark.hour), f.to, 'dash');
  const every = thinning(spec);
  const steps = spreadsOverTime(panel.series, every);
  const path = (pick: (s: (typeof steps)[number]['spread']) => number) => steps.map(({ step, spread }) => [f.time(step), y(pick(spread))] as const);
  const isFew = panel.series.length < enoughForTails;
  const drawn = isFew ? panel.series.map((_, run) => run) : memberRuns(panel.series);
  const members = drawn.map((run) =>
    polyline(
      steps.map(({ step }) => [f.time(step), y(panel.series[run]![step] ?? 0)] as const),
      'member',
    ),
  );
  const model =
    panel.series.length === 0
      ? label(f.left + 8, f.from + 20, f.say.chart.noRuns, 'quiet')
      : `<g class="${armClass(arm)}">${band(
          path((s) => outer(s).high),
          path((s) => outer(s).low),
          'band90',
        )}${
          isFew
            ? ''
            : band(
                path((s) => s.p75),
                path((s) => s.p25),
                'band50',
              )
        }${members.join('')}${polyline(
          path((s) => s.median),
          'median',
        )}</g>`;
  const record = panel.record.map((r) => {
    const [low, high] = [Number.isFinite(r.low) ? r.low : r.value, Number.isFinite(r.high) ? r.high : r.value];
    const words = `${r.label}: ${f.say.count(r.value)} (${f.say.count(low)} – ${f.say.count(high)})`;
    return `<g><title>${escape(words)}</title>${recordMark(f.time(r.hour) + (r.isPart ? 5 : 0), y(r.value), y(high), y(low), r.isPart)}</g>`;
  });
  const marks = spec.marks.map((mark) => label(f.time(mark.hour) - 4, f.from - 9, mark.label, 'quiet small'));
  const clip = `<clipPath id="${f.key}-clip-${arm}"><rect x="${n(f.left)}" y="${n(f.from - 2)}" width="${n(f.right - f.left)}" height="${n(f.to - f.from + 3)}"/></clipPath>`;
  return `${clip}${grid}<g clip-path="url(#${f.key}-clip-${arm})">${model}</g>${line(f.left, f.to, f.right, f.to, 'axis')}${record.join('')}${marks.join('')}`;
}

/** A told number with its range: filled for the whole, hollow for one place of it. */
function recordMark(x: number, y: number, top: number, bottom: number, isPart: boolean): string {
  const classes = isPart ? 'recordbar thin' : 'recordbar';
  const caps = [top, bottom].map((at) => line(x - 4, at, x + 4, at, classes)).join('');
  return line(x, top, x, bottom, classes) + caps + diamond(x, y, isPart ? 4 : 5.5, isPart ? 'record open' : 'record');
}

function table(spec: FanSpec, calendar: Calendar, say: Language): Chart['table'] {
  const t = say.chart;
  const rows: string[][] = [];
  for (const panel of spec.panels) {
    for (const { step } of spreadsOverTime(panel.series, 24)) {
      const at = Math.min(step + 18, hoursOf(spec) - 1);
      const s = spreadOf(panel.series.map((one) => one[at] ?? Number.NaN));
      const tails = s.count < enoughForTails ? [s.min, s.median, s.max] : [s.p05, s.median, s.p95];
      const told = panel.record.find((one) => !one.isPart && Math.floor(one.hour / 24) === Math.floor(at / 24));
      rows.push([
        panel.title,
        calendar.day(at),
        ...tails.map(say.count),
        told ? `${say.count(told.value)} (${say.count(told.low)} – ${say.count(told.high)})` : '–',
      ]);
    }
  }
  return {
    caption: t.fan.caption(spec.quantity),
    columns: [
      { label: t.columns.arm },
      { label: t.columns.day },
      ...(fewRuns(spec) > 0
        ? [t.columns.smallest, t.columns.median, t.columns.largest]
        : [t.share(say.percent(0.05)), t.columns.median, t.share(say.percent(0.95))]
      ).map((text) => ({ label: text, isNumber: true })),
      { label: t.recordWithRange, isNumber: true },
    ],
    rows,
  };
}
