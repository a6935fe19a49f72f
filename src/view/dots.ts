/** An end value of many runs as a few dots, each an equal share of them: chances one can count. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { label, line, n, textWidth, wrap } from './markup.ts';
import type { Language } from './language.ts';
import { armClass } from './palette.ts';
import { scale, type ScaleKind } from './scale.ts';
import { enoughForTails, ordered, outer, quantile, spreadOf } from './statistics.ts';

export interface DotsSpec {
  readonly id: string;
  /** what the value is, lower case: `largest crowd on the streets` */
  readonly quantity: string;
  readonly scale: ScaleKind;
  readonly groups: readonly { readonly letter: string; readonly title: string; readonly values: readonly number[] }[];
  /** words for runs without a value; NaN counts there */
  readonly never: string;
  /** one of the values drawn: `run` or `pair` */
  readonly unit: 'run' | 'pair';
  readonly show: (value: number) => string;
  /** positions of the labels under the axis; absent = round numbers */
  readonly ticks?: readonly number[];
  /** a label under the axis; absent = as `show` */
  readonly showTick?: (value: number) => string;
}

/** More values than this are shown by so many quantiles, fewer one by one: three runs must not look like twenty. */
const dotsDrawn = 20;

export function dots(spec: DotsSpec, say: Language): Chart {
  const t = say.chart;
  const unit = t.units[spec.unit];
  const findings = spec.groups.map((group) => {
    const s = spreadOf(group.values);
    if (s.count === 0) return `${group.letter}: ${spec.never} ${t.inAll(group.values.length, unit)}`;
    const missing = group.values.length - s.count;
    const range = outer(s);
    return `${group.letter}: ${t.dots.finding(spec.show(s.median), t.range(spec.show(range.low), spec.show(range.high), range.isAll, s.count, unit))}${
      missing > 0 ? `, ${spec.never} ${t.inSome(missing, group.values.length, unit)}` : ''
    }`;
  });
  const title = `${capital(spec.quantity)}. ${findings.join('; ')}.`;
  const isEach = spec.groups.every((group) => group.values.length <= dotsDrawn);
  const one = isEach ? t.dots.isOne(unit) : t.dots.standsFor(say.percent(1 / dotsDrawn), unit);
  return chartOf(
    {
      id: spec.id,
      title,
      alt: `${isEach ? t.dots.plain(one) : t.dots.quantiles(dotsDrawn, one)} ${title}`,
      note: `${t.dots.note(one, isEach)} ${capital(t.scales[spec.scale])}.`,
      table: {
        caption: capital(spec.quantity),
        columns: [
          { label: t.columns.group },
          ...[
            t.columns.smallest,
            t.share(say.percent(0.05)),
            t.share(say.percent(0.25)),
            t.columns.median,
            t.share(say.percent(0.75)),
            t.share(say.percent(0.95)),
            t.columns.largest,
            t.columns.withValue(unit),
          ].map((text) => ({ label: text, isNumber: true })),
        ],
        rows: spec.groups.map((group) => {
          const s = spreadOf(group.values);
          const isFew = s.count < enoughForTails;
          return [
            group.title,
            ...[s.min, isFew ? Number.NaN : s.p05, isFew ? Number.NaN : s.p25, s.median, isFew ? Number.NaN : s.p75, isFew ? Number.NaN : s.p95, s.max].map(
              (value) => (Number.isNaN(value) ? '–' : spec.show(value)),
            ),
            t.of(s.count, group.values.length),
          ];
        }),
      },
    },
    (frame) => draw(spec, frame),
  );
}

/** The values themselves up to 20 of them, else 20 quantiles, fewer by the share of runs that have no value. */
export function dotValues(values: readonly number[]): { readonly shown: readonly number[]; readonly missing: number } {
  const sorted = ordered(values);
  if (values.length <= dotsDrawn) return { shown: sorted, missing: values.length - sorted.length };
  const shownCount = Math.round((sorted.length / values.length) * dotsDrawn);
  return {
    shown: Array.from({ length: shownCount }, (_, i) => quantile(sorted, (i + 0.5) / shownCount)),
    missing: dotsDrawn - shownCount,
  };
}

function draw(spec: DotsSpec, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const r = isNarrow ? 5 : 6;
  const groups = spec.groups.map((group) => dotValues(group.values));
  const all = groups.flatMap((group) => group.shown);
  const hasMissing = groups.some((group) => group.missing > 0);
  const neverWidth = hasMissing ? (isNarrow ? 76 : 120) : 0;
  const right = width - neverWidth - 14;
  const low = all.length > 0 ? Math.min(...all) : 0;
  const high = all.length > 0 ? Math.max(...all) : 1;
  const room = Math.max((high - low) * 0.04, high === low ? 1 : 0);
  const start = spec.scale === 'log' ? powerBelow(low) : low >= 0 ? Math.max(0, low - room) : low - room;
  const axis = scale(spec.scale, start, high + room, 14, right);
  let body = '';
  let y = 0;
  spec.groups.forEach((group, g) => {
    const head = wrap(group.title, Math.floor(width / 6.9));
    head.forEach((text, i) => (body += label(4, y + 14 + i * 16, text, 'strong')));
    const columns = stack(groups[g]!.shown.map(axis.at), r);
    const tallest = Math.max(2, ...columns.map((column) => column.count), Math.ceil(groups[g]!.missing / 5));
    const base = y + head.length * 16 + 10 + tallest * 2 * r;
    const one = (x: number, level: number) => dot(x, base - r - level * 2 * r, r - 0.8, g);
    const drawn = columns.flatMap((column) => Array.from({ length: column.count }, (_, level) => one(column.x, level)));
    const never = Array.from({ length: groups[g]!.missing }, (_, i) => one(width - neverWidth + 8 + (i % 5) * 2 * r, Math.floor(i / 5)));
    body += `<g class="${armClass(g)}">${drawn.join('')}${never.join('')}</g>${line(14, base, right, base, 'axis')}`;
    if (hasMissing) body += line(width - neverWidth + 4, base, width - 4, base, 'axis');
    y = base + 10;
  });
  const ticks = (spec.ticks ?? axis.ticks).map((tick) => ({ x: axis.at(tick), text: (spec.showTick ?? spec.show)(tick) }));
  for (const { x, text, anchor } of apart(ticks, 13, right - (hasMissing ? 26 : -1), right - (hasMissing ? -1 : 30)))
    body += line(x, y - 10, x, y - 5, 'axis') + label(x, y + 8, text, 'quiet', anchor);
  const never = hasMissing ? wrap(spec.never, Math.floor(neverWidth / 6.6)) : [];
  never.forEach((text, i) => (body += label(width - neverWidth + 4, y + 8 + i * 15, text, 'quiet')));
  return { height: y + 14 + Math.max(0, never.length - 1) * 15, body };
}

/** A logarithmic axis starts at a power of ten, or at zero. */
function powerBelow(low: number): number {
  return low < 10 ? 0 : 10 ** Math.floor(Math.log10(low));
}

/** Columns of dots: a value joins the column at its left while it lies within a dot of it. */
function stack(xs: readonly number[], r: number): { x: number; count: number }[] {
  const columns: { x: number; count: number }[] = [];
  for (const x of xs) {
    const last = columns.at(-1);
    if (last && x - last.x < 2 * r) last.count++;
    else columns.push({ x, count: 1 });
  }
  return columns;
}

interface PlacedTick {
  readonly x: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly left: number;
  readonly right: number;
}

const betweenPx = 8;

/**
 * Ticks from `from` to `to`, every one or evenly thinned until no two labels touch, however long they are.
 * @param lastMiddle beyond this a label ends at its tick, so that it stays in the picture
 */
function apart(ticks: readonly { readonly x: number; readonly text: string }[], from: number, to: number, lastMiddle: number): readonly PlacedTick[] {
  const seen = ticks.filter(({ x }) => x >= from && x <= to).map((tick) => placedTick(tick, lastMiddle));
  for (let every = 1; every < seen.length; every++) {
    const kept = seen.filter((_, i) => i % every === 0);
    if (kept.every((tick, i) => i === 0 || tick.left >= kept[i - 1]!.right + betweenPx)) return kept;
  }
  return seen.slice(0, 1);
}

function placedTick({ x, text }: { readonly x: number; readonly text: string }, lastMiddle: number): PlacedTick {
  const wide = textWidth(text);
  const anchor = x < wide / 2 + 4 ? 'start' : x > lastMiddle ? 'end' : 'middle';
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
  return { x, text, anchor, left, right: left + wide };
}

/** Filled circles for the first group, hollow ones for the second, diamonds after that. */
function dot(x: number, y: number, r: number, group: number): string {
  if (group === 0) return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" class="solid"/>`;
  if (group === 1) return `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r - 0.6)}" class="hollow"/>`;
  return `<path d="M${n(x)} ${n(y - r)}L${n(x + r)} ${n(y)}L${n(x)} ${n(y + r)}L${n(x - r)} ${n(y)}Z" class="hollow"/>`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
