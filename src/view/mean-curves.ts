/** Means against the size of a cause: one curve a line of settings, level lines for settings without a size. */
import type { Drawing, Frame } from './chart.ts';
import { panelHead } from './mean-panel.ts';
import { diamond, label, legend, line, polyline, wrap } from './markup.ts';
import { meanOfRuns, type MeansPanel, type MeansSpec } from './means-spec.ts';
import { armClass } from './palette.ts';
import { roundTop, scale } from './scale.ts';

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
  const isSized = (name: string) => of(name).some((s) => spec.settings[s]!.at !== undefined);
  const curved = lines.filter(isSized);
  const level = lines.filter((name) => !isSized(name));
  const left = isNarrow ? 46 : 64;
  const right = width - 16;
  // sizes stand side by side: what matters is their order, and doses often grow by factors; level lines have their marks behind them
  const last = right - 24 - level.length * levelRoom;
  const x = (at: number) => left + 24 + (sizes.indexOf(at) / Math.max(1, sizes.length - 1)) * (last - left - 24);
  const axisWords = isEven(sizes) ? spec.axis! : `${spec.axis!}; steps side by side, not to scale`;
  let body = key.body;
  let y = key.height + 8;
  for (const panel of spec.panels) {
    const head = panelHead(panel, width, y);
    body += head.body + label(4, head.bottom + 10, panel.unit, 'quiet small');
    const top = (y = head.bottom + 24);
    const bottom = top + (isNarrow ? 130 : 150);
    const bounds = panel.values.map((values) => meanOfRuns(values, panel.isEvent));
    const lowest = Math.min(0, ...bounds.map((b) => b.low));
    const highest = panel.isEvent ? 1 : roundTop(lowest, Math.max(...bounds.map((b) => b.high)));
    const axis = scale('linear', lowest, highest, bottom, top);
    for (const tick of axis.ticks)
      body += line(left, axis.at(tick), right, axis.at(tick), 'grid') + label(left - 6, axis.at(tick) + 4, panel.show(tick), 'quiet small', 'end');
    lines.forEach((name, l) => {
      const place = isSized(name)
        ? { x, shift: (curved.indexOf(name) - (curved.length - 1) / 2) * 5 }
        : { x: () => right - 10 - (level.length - 1 - level.indexOf(name)) * levelRoom, shift: 0 };
      body += curve(spec, panel, of(name), l, { ...place, y: axis.at, left, right, stroke: stroke(l) });
    });
    // what stands behind has no place on the axis
    if (level.length > 0) body += line(last + 14, top, last + 14, bottom, 'dash thin');
    for (const size of sizes) body += label(x(size), bottom + 15, String(size).replace('-', '−'), 'quiet small', 'middle');
    y = bottom + 22;
  }
  wrap(axisWords, Math.floor((width - left) / 6.9)).forEach((text) => (body += label(left, (y += 15) - 2, text, 'quiet')));
  return { height: y + 6, body };
}

/** Pixels for the mark of a level line. */
const levelRoom = 20;

/** Whether sizes lie so that equal steps on paper are equal steps of the cause. */
function isEven(sizes: readonly number[]): boolean {
  const steps = sizes.slice(1).map((size, i) => size - sizes[i]!);
  return steps.every((step) => Math.abs(step - steps[0]!) < 1e-9 * Math.abs(steps[0]!));
}

function curve(
  spec: MeansSpec,
  panel: MeansPanel,
  settings: readonly number[],
  l: number,
  at: { x: (size: number) => number; y: (value: number) => number; left: number; right: number; stroke: string; shift: number },
): string {
  const points = settings.map((s) => {
    const size = spec.settings[s]!.at;
    return { isLevel: size === undefined, x: at.x(size ?? 0) + at.shift, value: meanOfRuns(panel.values[s]!, panel.isEvent) };
  });
  const flat = points.filter((p) => p.isLevel).map((p) => line(at.left, at.y(p.value.mean), at.right, at.y(p.value.mean), 'median'));
  const sized = points.filter((p) => !p.isLevel).map((p) => [p.x, at.y(p.value.mean)] as const);
  const marks = points.map(
    (p) => `${line(p.x, at.y(p.value.low), p.x, at.y(p.value.high), 'whisker')}<g class="${armClass(l)}">${diamond(p.x, at.y(p.value.mean), 6, 'solid')}</g>`,
  );
  return `<g ${at.stroke}>${flat.join('')}${sized.length > 0 ? polyline(sized, 'median') : ''}</g>${marks.join('')}`;
}
