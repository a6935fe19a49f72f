/** Many runs of one quantity over time: bands, the median, a few single runs, and the record on top. */
import { calendarFrom, type Calendar } from './calendar.ts';
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { band, diamond, escape, label, legend, line, n, polyline, wrap } from './markup.ts';
import { count, short } from './numbers.ts';
import { armClass } from './palette.ts';
import { dayTicks, scale, scaleWords, type ScaleKind } from './scale.ts';
import { quantile, ordered, spreadOf, spreadsOverTime } from './statistics.ts';

export interface FanPanel {
  readonly title: string;
  /** [run][hour] */
  readonly series: readonly Float32Array[];
  /** observations of the real course; shown where they were made */
  readonly record: readonly { readonly hour: number; readonly value: number; readonly low: number; readonly high: number; readonly label: string }[];
}

export interface FanSpec {
  readonly id: string;
  /** what is counted, in lower case: `people out` */
  readonly quantity: string;
  readonly from: string;
  /** length of the time axis */
  readonly hours: number;
  readonly scale: ScaleKind;
  readonly panels: readonly FanPanel[];
  readonly marks: readonly { readonly hour: number; readonly label: string }[];
}

/** Single runs drawn thin, by their place in the order of the run's sum. */
const memberShares = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95];

export function fan(spec: FanSpec): Chart {
  const calendar = calendarFrom(spec.from);
  const peaks = spec.panels.map((panel) => spreadOf(panel.series.map(peakOf)));
  const findings = spec.panels.map(
    (panel, i) =>
      `${panel.title}: half of the runs peak above ${count(peaks[i]!.median)} ${spec.quantity}, 90 % between ${count(peaks[i]!.p05)} and ${count(peaks[i]!.p95)}`,
  );
  const alt = `Fan chart of ${spec.quantity} over time, ${spec.panels.length} panels, ${scaleWords[spec.scale]}. ${findings.join('. ')}.`;
  return chartOf(
    {
      id: spec.id,
      title: `${findings.join('. ')}.`,
      alt,
      note: `Vertical: ${spec.quantity}, ${scaleWords[spec.scale]}. Bands and median are taken hour by hour (one hour in ${thinning(spec)} is drawn), so no single run need follow them; the thin lines are single runs, chosen by rank of their sum of person-hours (${memberShares.map((s) => `${Math.round(s * 100)} %`).join(', ')}). Times are ${calendar.zone}.`,
      table: table(spec, calendar),
    },
    (frame) => draw(spec, calendar, frame),
  );
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

function draw(spec: FanSpec, calendar: Calendar, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const left = 46;
  const right = width - 8;
  const hours = hoursOf(spec);
  const top = Math.max(
    1,
    ...spec.panels.flatMap((p) => [quantile(ordered(p.series.map(peakOf)), 0.97) || 0, ...p.record.map((r) => (Number.isFinite(r.high) ? r.high : r.value))]),
  );
  const time = scale('linear', 0, hours, left, right);
  const panelHeight = isNarrow ? 170 : 200;
  const hasRecord = spec.panels.some((p) => p.record.length > 0);
  const key = legend(
    [
      { glyph: (x, y) => line(x, y, x + 22, y, 'arm-2 median'), text: 'median' },
      { glyph: (x, y) => `<rect x="${n(x)}" y="${n(y - 5)}" width="22" height="10" class="arm-2 band50"/>`, text: '50 % of runs' },
      { glyph: (x, y) => `<rect x="${n(x)}" y="${n(y - 5)}" width="22" height="10" class="arm-2 band90"/>`, text: '90 % of runs' },
      { glyph: (x, y) => line(x, y, x + 22, y, 'arm-2 member'), text: 'single runs' },
      ...(hasRecord
        ? [
            {
              glyph: (x: number, y: number) => line(x + 11, y - 7, x + 11, y + 7, 'recordbar') + diamond(x + 11, y, 5, 'record'),
              text: 'record, with its range',
            },
          ]
        : []),
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
    const from = y + lines.length * 16 + 10;
    body += panelBody(spec, panel, i, { left, right, from, to: from + panelHeight, top, time: time.at, calendar, hours, isNarrow, key: frame.id });
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
  readonly hours: number;
  readonly isNarrow: boolean;
  readonly key: string;
}

function panelBody(spec: FanSpec, panel: FanPanel, arm: number, f: PanelFrame): string {
  const up = scale(spec.scale, 0, f.top, f.to, f.from);
  const y = (value: number) => up.at(Math.min(Math.max(value, 0), f.top * 1.02));
  let grid = '';
  for (const tick of up.ticks)
    grid += line(f.left, up.at(tick), f.right, up.at(tick), 'grid') + label(f.left - 6, up.at(tick) + 4, short(tick), 'quiet', 'end');
  for (const tick of dayTicks(f.hours, f.calendar.firstMidnight, f.right - f.left)) {
    const x = f.time(tick);
    grid +=
      line(x, f.to, x, f.to + 4, 'axis') + label(x, f.to + 17, f.calendar.day(tick), 'quiet', x > f.right - 18 ? 'end' : x < f.left + 18 ? 'start' : 'middle');
  }
  for (const mark of spec.marks) grid += line(f.time(mark.hour), f.from, f.time(mark.hour), f.to, 'dash');
  const every = thinning(spec);
  const steps = spreadsOverTime(panel.series, every);
  const path = (pick: (s: (typeof steps)[number]['spread']) => number) => steps.map(({ step, spread }) => [f.time(step), y(pick(spread))] as const);
  const members = memberRuns(panel.series).map((run) =>
    polyline(
      steps.map(({ step }) => [f.time(step), y(panel.series[run]![step] ?? 0)] as const),
      'member',
    ),
  );
  const model =
    panel.series.length === 0
      ? label(f.left + 8, f.from + 20, 'no runs', 'quiet')
      : `<g class="${armClass(arm)}">${band(
          path((s) => s.p95),
          path((s) => s.p05),
          'band90',
        )}${band(
          path((s) => s.p75),
          path((s) => s.p25),
          'band50',
        )}${members.join('')}${polyline(
          path((s) => s.median),
          'median',
        )}</g>`;
  const record = panel.record.map((r) => {
    const x = f.time(r.hour);
    const bar =
      Number.isFinite(r.low) && Number.isFinite(r.high)
        ? line(x, y(r.low), x, y(r.high), 'recordbar') +
          line(x - 4, y(r.low), x + 4, y(r.low), 'recordbar') +
          line(x - 4, y(r.high), x + 4, y(r.high), 'recordbar')
        : '';
    return `<g><title>${escape(`${r.label}: ${count(r.value)}`)}</title>${bar}${diamond(x, y(r.value), 5.5, 'record')}</g>`;
  });
  const marks = spec.marks.map((mark) => label(f.time(mark.hour) + 5, f.from + 11, mark.label, 'quiet small halo'));
  const clip = `<clipPath id="${f.key}-clip-${arm}"><rect x="${n(f.left)}" y="${n(f.from - 2)}" width="${n(f.right - f.left)}" height="${n(f.to - f.from + 3)}"/></clipPath>`;
  return `${clip}${grid}<g clip-path="url(#${f.key}-clip-${arm})">${model}</g>${line(f.left, f.to, f.right, f.to, 'axis')}${record.join('')}${marks.join('')}`;
}

function table(spec: FanSpec, calendar: Calendar): Chart['table'] {
  const rows: string[][] = [];
  for (const panel of spec.panels) {
    for (const { step, spread } of spreadsOverTime(panel.series, 24)) {
      const noon = Math.min(step + 18, hoursOf(spec) - 1);
      const at = step === noon ? spread : spreadOf(panel.series.map((one) => one[noon] ?? Number.NaN));
      rows.push([panel.title, calendar.hour(noon), count(at.median), count(at.p25), count(at.p75), count(at.p05), count(at.p95)]);
    }
  }
  return {
    caption: `${spec.quantity}, once a day`,
    columns: [{ label: 'arm' }, { label: 'when' }, ...['median', '25 %', '75 %', '5 %', '95 %'].map((text) => ({ label: text, isNumber: true }))],
    rows,
  };
}
