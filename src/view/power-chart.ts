/** How something grows: points on two axes of decades, each series with the power law fitted to it. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { label, legend, line, n, wrap } from './markup.ts';
import { exact, grouped } from './numbers.ts';
import { armClass } from './palette.ts';
import { scale } from './scale.ts';
import type { PowerFit } from './statistics.ts';

export interface PowerSeries {
  readonly title: string;
  /** above zero, x rising */
  readonly points: readonly (readonly [number, number])[];
  readonly fit: PowerFit;
  /** x from which the fit holds; its line begins there */
  readonly from: number;
}

export interface PowerPanel {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly PowerSeries[];
}

export interface PowerSpec {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly panels: readonly PowerPanel[];
}

/** The exponent with its standard error, to the digits that mean something. */
export function exponentWords({ exponent, standardError }: PowerFit): string {
  return `${exponent.toFixed(3).replace('-', '−')} ± ${standardError.toFixed(3)}`;
}

export function powerChart(spec: PowerSpec): Chart {
  return chartOf(
    {
      id: spec.id,
      title: spec.title,
      alt: `${spec.panels.length} panels on logarithmic axes: ${spec.panels.map(({ title }) => title).join('; ')}. ${spec.title}`,
      note: spec.note,
      table: {
        caption: spec.title,
        columns: [{ label: 'panel' }, { label: 'series' }, { label: 'x', isNumber: true }, { label: 'y', isNumber: true }],
        rows: spec.panels.flatMap(({ title, series }) => series.flatMap((one) => one.points.map(([x, y]) => [title, one.title, exact(x), exact(y)]))),
      },
    },
    (frame) => drawn(spec, frame),
  );
}

function tickWords(value: number): string {
  if (value >= 1e6) return `${grouped(value / 1e6)}m`;
  return value >= 1e3 ? `${grouped(value / 1e3)}k` : String(value);
}

/** Whole decades around all values; one a hair outside needs no decade of its own. */
function decadesAround(values: readonly number[]): readonly [number, number] {
  return [10 ** Math.floor(Math.log10(Math.min(...values)) + 0.01), 10 ** Math.ceil(Math.log10(Math.max(...values)) - 0.01)];
}

function drawn({ panels }: PowerSpec, { width, isNarrow }: Frame): Drawing {
  const [left, right] = [48, width - 24];
  let body = '';
  let y = 0;
  for (const panel of panels) {
    for (const text of wrap(panel.title, Math.floor((width - 8) / 7.7))) body += label(4, (y += 16) - 2, text, 'strong');
    const key = legend(
      panel.series.map((one, s) => ({
        glyph: (x: number, middle: number) => `<g class="${armClass(s)}">${line(x, middle, x + 22, middle, 'member')}${mark(x + 11, middle, s)}</g>`,
        text: `${one.title}: exponent ${exponentWords(one.fit)}`,
      })),
      4,
      y + 12,
      width - 8,
    );
    body += key.body + label(4, y + key.height + 18, panel.y, 'quiet small');
    const top = y + key.height + 28;
    const bottom = top + (isNarrow ? 130 : 150);
    const points = panel.series.flatMap((one) => one.points);
    const across = scale('decades', ...decadesAround(points.map(([x]) => x)), left, right);
    const up = scale('decades', ...decadesAround(points.map(([, value]) => value)), bottom, top);
    for (const tick of up.ticks)
      body += line(left, up.at(tick), right, up.at(tick), 'grid') + label(left - 6, up.at(tick) + 4, tickWords(tick), 'quiet small', 'end');
    for (const tick of across.ticks)
      body += line(across.at(tick), top, across.at(tick), bottom, 'grid') + label(across.at(tick), bottom + 15, tickWords(tick), 'quiet small', 'middle');
    panel.series.forEach(({ points: of, fit, from }, s) => {
      const [first, last] = [Math.max(from, of[0]![0]), of.at(-1)![0]];
      const at = (x: number) => up.at(fit.factor * x ** fit.exponent);
      body += `<g class="${armClass(s)}">${line(across.at(first), at(first), across.at(last), at(last), 'member')}${of.map(([x, value]) => mark(across.at(x), up.at(value), s)).join('')}</g>`;
    });
    body += label((left + right) / 2, bottom + 31, panel.x, 'quiet small', 'middle');
    y = bottom + 44;
  }
  return { height: y, body };
}

/** Filled for the first series, hollow for the others: told apart without colour. */
function mark(x: number, y: number, series: number): string {
  return `<circle cx="${n(x)}" cy="${n(y)}" r="3.6" class="${series === 0 ? 'solid' : 'hollow'}"/>`;
}
