/** Means against the size of a cause: one curve a line of settings, level lines for settings without a size. */
import type { Drawing, Frame } from './chart.ts';
import { diamond, label, legend, line, polyline, wrap } from './markup.ts';
import { meanOfRuns, type MeansPanel, type MeansSpec } from './means-spec.ts';
import { armClass } from './palette.ts';
import { scale } from './scale.ts';

/** Patterns that tell curves apart without colour. */
const dashes = ['', '7 4', '2 4', '10 3 2 3', '1 3'];

export function curves(spec: MeansSpec, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const lines = [...new Set(spec.settings.map((setting) => setting.line ?? setting.title))];
  const of = (name: string) => spec.settings.flatMap((setting, s) => ((setting.line ?? setting.title) === name ? [s] : []));
  const stroke = (l: number) => `class="${armClass(l)}" stroke-dasharray="${dashes[l % dashes.length]}"`;
  const key = legend(
    lines.map((name, l) => ({ glyph: (x: number, y: number) => `<g ${stroke(l)}>${line(x, y, x + 22, y, 'median')}</g>`, text: name })),
    4,
    12,
    width - 8,
  );
  const placed = spec.settings.flatMap(({ at }) => (at === undefined ? [] : [at]));
  const sizes = [...new Set(placed)].sort((a, b) => a - b);
  // sizes stand side by side: what matters is their order, and doses often grow by factors
  const left = isNarrow ? 46 : 64;
  const right = width - 16;
  const x = (at: number) => left + 24 + (sizes.indexOf(at) / Math.max(1, sizes.length - 1)) * (right - left - 48);
  let body = key.body;
  let y = key.height + 8;
  for (const panel of spec.panels) {
    wrap(panel.title, Math.floor(width / 6.9)).forEach((text) => (body += label(4, (y += 16) - 2, text, 'strong')));
    const top = (y += 10);
    const bottom = top + (isNarrow ? 130 : 150);
    const bounds = panel.values.map((values) => meanOfRuns(values, panel.isEvent));
    const axis = scale('linear', Math.min(0, ...bounds.map((b) => b.low)), panel.isEvent ? 1 : Math.max(...bounds.map((b) => b.high)), bottom, top);
    for (const tick of axis.ticks)
      body += line(left, axis.at(tick), right, axis.at(tick), 'grid') + label(left - 6, axis.at(tick) + 4, panel.show(tick), 'quiet small', 'end');
    lines.forEach(
      (name, l) => (body += curve(spec, panel, of(name), l, { x, y: axis.at, left, right, stroke: stroke(l), shift: (l - (lines.length - 1) / 2) * 5 })),
    );
    for (const size of sizes) body += label(x(size), bottom + 15, String(size).replace('-', '−'), 'quiet small', 'middle');
    y = bottom + 22;
  }
  wrap(spec.axis!, Math.floor((width - left) / 6.4)).forEach((text) => (body += label(left, (y += 15) - 2, text, 'quiet')));
  return { height: y + 6, body };
}

function curve(
  spec: MeansSpec,
  panel: MeansPanel,
  settings: readonly number[],
  l: number,
  at: { x: (size: number) => number; y: (value: number) => number; left: number; right: number; stroke: string; shift: number },
): string {
  const points = settings.map((s) => ({ size: spec.settings[s]!.at, value: meanOfRuns(panel.values[s]!, panel.isEvent) }));
  const level = points.filter((p) => p.size === undefined);
  const sized = points.flatMap((p) => (p.size === undefined ? [] : [{ x: at.x(p.size) + at.shift, value: p.value }]));
  const flat = level.map((p) => `<g ${at.stroke}>${line(at.left, at.y(p.value.mean), at.right, at.y(p.value.mean), 'median')}</g>`).join('');
  if (sized.length === 0) return flat;
  const path = polyline(
    sized.map((p) => [p.x, at.y(p.value.mean)] as const),
    'median',
  );
  const marks = sized.map(
    (p) => `${line(p.x, at.y(p.value.low), p.x, at.y(p.value.high), 'whisker')}<g class="${armClass(l)}">${diamond(p.x, at.y(p.value.mean), 6, 'solid')}</g>`,
  );
  return `${flat}<g ${at.stroke}>${path}</g>${marks.join('')}`;
}
