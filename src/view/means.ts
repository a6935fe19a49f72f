/** Means of runs by setting of one cause, with their intervals and the runs behind them; curves where the cause has a size. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { curves } from './mean-curves.ts';
import { diamond, label, line, n, wrap } from './markup.ts';
import { meanOfRuns, type MeanOfRuns, type MeansSpec } from './means-spec.ts';
import { armClass } from './palette.ts';
import { scale } from './scale.ts';

export function means(spec: MeansSpec): Chart {
  const runs = spec.panels[0]?.values[0]?.length ?? 0;
  const kind = spec.axis === undefined ? 'Means by setting' : `Means against ${spec.axis}`;
  return chartOf(
    {
      id: spec.id,
      title: spec.title,
      alt: `${kind}, ${spec.panels.length} panels, ${runs} runs of each setting. ${spec.title}`,
      note: `${spec.note} Diamonds are means of ${runs} runs, bars their 90 % intervals; ${spec.axis === undefined ? 'faint dots are the runs' : 'level lines are settings without a place on the axis'}.`,
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

function strips(spec: MeansSpec, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const left = isNarrow ? 24 : 268;
  const right = width - (isNarrow ? 76 : 84);
  let body = '';
  let y = 0;
  for (const panel of spec.panels) {
    wrap(panel.title, Math.floor(width / 6.9)).forEach((text) => (body += label(4, (y += 16) - 2, text, 'strong')));
    const all = panel.values.flatMap((values) => [...values, meanOfRuns(values, panel.isEvent).high]);
    const axis = scale('linear', Math.min(0, ...all), panel.isEvent ? 1 : Math.max(...all), left, right);
    const from = (y += 8);
    let marks = '';
    spec.settings.forEach((setting, s) => {
      const words = wrap(setting.title, isNarrow ? 46 : 40);
      words.forEach((text, i) => (marks += label(4, y + 12 + i * 14, text, 'quiet small')));
      const height = isNarrow ? words.length * 14 + 20 : Math.max(24, words.length * 14 + 8);
      const middle = isNarrow ? y + words.length * 14 + 8 : y + height / 2 - 2;
      const runs = panel.isEvent
        ? ''
        : panel.values[s]!.map((value, i) => `<circle cx="${n(axis.at(value))}" cy="${n(middle - 4 + ((i * 5) % 9))}" r="2.4" class="pale"/>`).join('');
      marks += `<g class="${armClass(Math.min(s, 1))}">${runs}</g>${meanMark(meanOfRuns(panel.values[s]!, panel.isEvent), axis.at, middle, Math.min(s, 1))}`;
      marks += label(right + 14, middle + 4, panel.show(meanOfRuns(panel.values[s]!, panel.isEvent).mean), 'small strong');
      y += height;
    });
    for (const tick of axis.ticks) body += line(axis.at(tick), from, axis.at(tick), y, 'grid');
    body += marks;
    const ends = axis.ticks.length > 1 ? [axis.ticks[0]!, axis.ticks.at(-1)!] : axis.ticks;
    for (const tick of isNarrow ? ends : axis.ticks) body += label(axis.at(tick), y + 13, panel.show(tick), 'quiet small', 'middle');
    y += 28;
  }
  return { height: y, body };
}

/** A diamond at the mean on its interval, lying. */
function meanMark(value: MeanOfRuns, at: (value: number) => number, y: number, arm: number): string {
  const x = at(value.mean);
  return `${line(at(value.low), y, at(value.high), y, 'whisker')}<g class="${armClass(arm)}">${diamond(x, y, 6, 'solid')}</g>`;
}
