/** One kind of picture for all rebuilt models: lines over one axis, with their numbers. */
import { chartOf, type Chart } from '../view/chart.ts';
import { label, legend, line, polyline } from '../view/markup.ts';
import { scale, type ScaleKind } from '../view/scale.ts';

export interface Curve {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

export interface Axis {
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** default linear */
  readonly kind?: ScaleKind;
  /** default about five round numbers */
  readonly ticks?: readonly number[];
}

/** Lines told apart by colour and, the second and third, by strokes. */
export function curves(words: { id: string; title: string; alt: string; note: string }, x: Axis, y: Axis, lines: readonly Curve[]): Chart {
  const strokes = ['', ' stroke-dasharray="7 4"', ' stroke-dasharray="2 4"'];
  const rows = lines.flatMap((curve) => curve.points.map(([a, b]) => [curve.name, String(rounded(a)), String(rounded(b))]));
  const table = { caption: words.title, columns: [{ label: 'line' }, { label: x.label, isNumber: true }, { label: y.label, isNumber: true }], rows };
  return chartOf({ ...words, table }, ({ width, isNarrow }) => {
    const [left, right, top, bottom] = [46, width - 14, 30, isNarrow ? 220 : 320];
    const across = scale(x.kind ?? 'linear', x.low, x.high, left, right);
    const up = scale(y.kind ?? 'linear', y.low, y.high, bottom, top);
    let body = label(left, 16, y.label, 'quiet');
    for (const tick of y.ticks ?? up.ticks)
      body += line(left, up.at(tick), right, up.at(tick), 'grid') + label(left - 6, up.at(tick) + 4, String(rounded(tick)), 'quiet', 'end');
    for (const tick of x.ticks ?? across.ticks) body += label(across.at(tick), bottom + 17, String(rounded(tick)), 'quiet', 'middle');
    body += line(left, bottom, right, bottom, 'axis') + label(right, bottom + 34, x.label, 'quiet', 'end');
    const dashed = (markup: string, i: number) => markup.replace('/>', `${strokes[i % 3]}/>`);
    lines.forEach((curve, i) => {
      body += dashed(
        polyline(
          curve.points.map(([a, b]) => [across.at(a), up.at(b)]),
          `median arm-${i % 3}`,
        ),
        i,
      );
    });
    const key = legend(
      lines.map((curve, i) => ({
        text: curve.name,
        glyph: (a: number, b: number) =>
          dashed(
            polyline(
              [
                [a, b],
                [a + 22, b],
              ],
              `median arm-${i % 3}`,
            ),
            i,
          ),
      })),
      left,
      bottom + 54,
      right - left,
    );
    return { height: bottom + 54 + key.height, body: body + key.body };
  });
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
