/** Probabilities of an event by arm and horizon, each with what the number of runs allows one to say. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { box, label, legend, line, stripes, wrap } from './markup.ts';
import { english, type Language } from './language.ts';
import { armClass } from './palette.ts';
import { scale } from './scale.ts';
import { ruleOfThree, wilson } from './statistics.ts';

export interface Counted {
  readonly events: number;
  readonly trials: number;
}

export interface BarsSpec {
  readonly id: string;
  readonly arms: readonly { readonly letter: string; readonly title: string }[];
  /** one panel per meaning of the event, one row per horizon, one bar per arm */
  readonly panels: readonly { readonly title: string; readonly rows: readonly { readonly label: string; readonly arms: readonly Counted[] }[] }[];
}

export interface Probability {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** none or all of the runs: the bound is the rule of three's */
  readonly isBound: boolean;
  readonly words: string;
}

/** A counted share in words: 90 % interval, or the bound that none of n or all of n leaves. */
export function probability({ events, trials }: Counted, say: Language = english): Probability {
  const share = trials > 0 ? events / trials : Number.NaN;
  const t = say.chart;
  const bound = ruleOfThree(trials);
  if (trials === 0) return { share, low: 0, high: 1, isBound: true, words: t.noRuns };
  if (events === 0) return { share, low: 0, high: bound, isBound: true, words: t.atMost(say.percent(bound)) };
  if (events === trials) return { share, low: 1 - bound, high: 1, isBound: true, words: t.atLeast(say.percent(1 - bound)) };
  const { low, high } = wilson(events, trials);
  return { share, low, high, isBound: false, words: say.percentRange(low, high) };
}

export function bars(spec: BarsSpec, say: Language): Chart {
  const t = say.chart;
  const longest = spec.panels[0]!.rows.at(-1)!;
  const findings = spec.panels.map((panel) => {
    const arms = panel.rows.at(-1)!.arms.map((arm, a) => `${spec.arms[a]!.letter} ${t.of(arm.events, arm.trials)}`);
    return `${panel.title}: ${arms.join(', ')}`;
  });
  const title = `${t.bars.finding(longest.label)} ${findings.join('; ')}.`;
  return chartOf(
    {
      id: spec.id,
      title,
      alt: `${t.bars.alt} ${title}`,
      note: t.bars.note,
      table: {
        caption: t.bars.caption,
        columns: [
          { label: t.columns.event },
          { label: t.columns.when },
          { label: t.columns.arm },
          ...[t.units.run.many, t.columns.share, t.bars.interval].map((text) => ({ label: text, isNumber: true })),
        ],
        rows: spec.panels.flatMap((panel) =>
          panel.rows.flatMap((row) =>
            row.arms.map((arm, a) => {
              const p = probability(arm, say);
              return [panel.title, row.label, spec.arms[a]!.title, t.of(arm.events, arm.trials), p.isBound ? '–' : say.percent(p.share), p.words];
            }),
          ),
        ),
      },
    },
    (frame) => draw(spec, say, frame),
  );
}

function draw(spec: BarsSpec, say: Language, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const fill = (arm: number) => (arm === 1 ? `fill="url(#${frame.id}-stripes)"` : 'class="solid"');
  const key = legend(
    spec.arms.map(({ title }, arm) => ({
      glyph: (x: number, y: number) => `<g class="${armClass(arm)}">${box(x, y - 6, 22, 12, fill(arm))}</g>`,
      text: title,
    })),
    4,
    12,
    width - 8,
  );
  const left = isNarrow ? 8 : 118;
  const right = isNarrow ? width - 10 : width - 190;
  const x = scale('linear', 0, 1, left, right).at;
  let body = `<defs>${stripes(`${frame.id}-stripes`, armClass(1))}</defs>${key.body}`;
  let y = key.height + 12;
  for (const panel of spec.panels) {
    wrap(panel.title, Math.floor(width / 6.9)).forEach((text) => {
      body += label(4, y + 14, text, 'strong');
      y += 16;
    });
    y += 6;
    const from = y;
    let marks = '';
    for (const row of panel.rows) {
      marks += isNarrow ? label(left, y + 11, row.label, 'quiet') : label(4, y + (row.arms.length * 18) / 2 + 4, row.label);
      if (isNarrow) y += 16;
      row.arms.forEach((arm, a) => {
        marks += bar(arm, a, say, { y, left, right, x, fill: fill(a), isNarrow });
        y += isNarrow ? 32 : 18;
      });
      y += 8;
    }
    for (const tick of [0, 0.25, 0.5, 0.75, 1])
      body +=
        line(x(tick), from, x(tick), y, 'grid') +
        label(x(tick), y + 14, say.percent(tick), 'quiet small', tick === 0 && isNarrow ? 'start' : tick === 1 && isNarrow ? 'end' : 'middle');
    body += marks;
    y += 30;
  }
  return { height: y, body };
}

function bar(
  counted: Counted,
  arm: number,
  say: Language,
  at: { y: number; left: number; right: number; x: (share: number) => number; fill: string; isNarrow: boolean },
): string {
  const p = probability(counted, say);
  const middle = at.y + 8;
  const width = at.x(p.share) - at.left;
  const body = Number.isFinite(p.share)
    ? `<g class="${armClass(arm)}">${box(at.left, at.y + 2, Math.max(width, 0), 12, at.fill)}${line(at.left, at.y + 1, at.left, at.y + 15, 'outline')}${p.isBound ? box(at.x(p.low), at.y + 3, at.x(p.high) - at.x(p.low), 10, 'class="bound"') : ''}</g>`
    : '';
  const whisker = p.isBound
    ? ''
    : line(at.x(p.low), middle, at.x(p.high), middle, 'underlay') +
      line(at.x(p.low), middle, at.x(p.high), middle, 'whisker') +
      line(at.x(p.low), middle - 4, at.x(p.low), middle + 4, 'whisker') +
      line(at.x(p.high), middle - 4, at.x(p.high), middle + 4, 'whisker');
  const runs = say.chart.of(counted.events, counted.trials);
  const words = p.isBound ? `${runs}: ${p.words}` : `${runs}: ${say.percent(p.share)} (${p.words})`;
  return body + whisker + (at.isNarrow ? label(at.left, at.y + 27, words, 'small') : label(at.right + 12, middle + 4, words, 'small'));
}
