/** Means of runs by setting of one cause, with their intervals and the runs behind them; curves where the cause has a size. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { curves } from './mean-curves.ts';
import { panelHead } from './mean-panel.ts';
import { diamond, label, line, n, wrap } from './markup.ts';
import { meanOfRuns, type MeanOfRuns, type MeansSpec } from './means-spec.ts';
import { armClass } from './palette.ts';
import { roundTop, scale } from './scale.ts';

export function means(spec: MeansSpec): Chart {
  const runs = spec.panels[0]?.values[0]?.length ?? 0;
  const kind = spec.axis === undefined ? 'Means by setting' : `Means against ${spec.axis}`;
  return chartOf(
    {
      id: spec.id,
      title: spec.title,
      alt: `${kind}, ${spec.panels.length} panels, ${runs} runs of each setting. ${spec.title}`,
      note: `${spec.note} Diamonds are means of ${runs} runs, bars their 90 % intervals${reading(spec)}.`,
      table: {
        caption: `${kind}, ${runs} runs each`,
        columns: [
          { label: 'quantity' },
          { label: 'setting' },
          ...['mean', '90 % interval', 'lowest run', 'highest run'].map((text) => ({ label: text, isNumber: true })),
        ],
        rows: spec.panels.flatMap((panel) =>
          spec.settings.map((setting, s) => {
            const { mean, low, high } = meanOfRuns(panel.values[s]!, panel.isEvent);
            const shown = [Math.min(...panel.values[s]!), Math.max(...panel.values[s]!)].map((value) => (panel.isEvent ? String(value) : panel.show(value)));
            return [panel.title, setting.title, panel.show(mean), `${panel.show(low)} to ${panel.show(high)}`, ...shown];
          }),
        ),
      },
    },
    (frame) => (spec.axis === undefined ? strips(spec, frame) : curves(spec, frame)),
  );
}

/** What else is drawn. */
function reading({ axis, settings }: MeansSpec): string {
  if (axis === undefined) return '; faint dots are the runs';
  return settings.some(({ at }) => at === undefined)
    ? '; level lines are settings without a place on the axis, with their mean and interval behind the dashes'
    : '';
}

function strips(spec: MeansSpec, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const left = isNarrow ? 24 : 268;
  const right = width - (isNarrow ? 76 : 84);
  let body = '';
  let y = 0;
  for (const panel of spec.panels) {
    const head = panelHead(panel, width, y);
    body += head.body;
    y = head.bottom + 4;
    const bounds = panel.values.map((values) => meanOfRuns(values, panel.isEvent));
    const all = [...bounds.flatMap(({ low, high }) => [low, high]), ...(panel.isEvent ? [] : panel.values.flat())];
    const lowest = Math.min(0, ...all);
    const axis = scale('linear', lowest, panel.isEvent ? 1 : roundTop(lowest, Math.max(...all)), left, right);
    const from = y;
    let marks = '';
    spec.settings.forEach((setting, s) => {
      const words = wrap(setting.title, isNarrow ? 46 : 40);
      const height = isNarrow ? words.length * 14 + 22 : Math.max(24, words.length * 14 + 8);
      const middle = isNarrow ? y + words.length * 14 + 10 : y + height / 2;
      // beside the mark, or above it where there is no room beside
      const first = isNarrow ? y + 12 : middle + 4 - (words.length - 1) * 7;
      words.forEach((text, i) => (marks += label(4, first + i * 14, text, isNarrow ? 'quiet small halo' : 'quiet small')));
      const runs = panel.isEvent
        ? ''
        : panel.values[s]!.map((value, i) => `<circle cx="${n(axis.at(value))}" cy="${n(middle - 4 + ((i * 5) % 9))}" r="2.4" class="run"/>`).join('');
      marks += `<g class="${armClass(0)}">${runs}</g>${meanMark(bounds[s]!, axis.at, middle)}`;
      marks += label(right + 14, middle + 4, panel.show(bounds[s]!.mean), 'small strong');
      y += height;
    });
    for (const tick of axis.ticks) body += line(axis.at(tick), from, axis.at(tick), y, 'grid');
    body += marks;
    const ends = axis.ticks.length > 1 ? [axis.ticks[0]!, axis.ticks.at(-1)!] : axis.ticks;
    for (const tick of isNarrow ? ends : axis.ticks) body += label(axis.at(tick), y + 13, panel.show(tick), 'quiet small', 'middle');
    body += label((left + right) / 2, y + (isNarrow ? 13 : 27), panel.unit, 'quiet small', 'middle');
    y += isNarrow ? 30 : 44;
  }
  return { height: y, body };
}

/** A diamond at the mean on its interval, lying. */
function meanMark(value: MeanOfRuns, at: (value: number) => number, y: number): string {
  const x = at(value.mean);
  return `${line(at(value.low), y, at(value.high), y, 'whisker')}<g class="${armClass(0)}">${diamond(x, y, 6, 'solid')}</g>`;
}
