/** What changes within pairs: second arm minus first, quantity by quantity, around zero. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import type { Language } from './language.ts';
import { box, label, legend, line, n, wrap } from './markup.ts';
import { scale } from './scale.ts';
import { enoughForTails, outer, type Interval, type PairedDifference } from './statistics.ts';

export interface DifferenceRow {
  readonly label: string;
  /** second minus first in every pair in which both have a value */
  readonly values: readonly number[];
  readonly paired: PairedDifference;
  /** of an event: difference of its two shares over the same pairs, with its 90 % interval */
  readonly share?: Interval & { readonly difference: number };
  /** a difference with its unit */
  readonly show: (difference: number) => string;
}

export interface DifferencesSpec {
  readonly id: string;
  readonly letters: readonly [string, string];
  readonly pairs: number;
  /** pairs whose histories differ at all */
  readonly parted: number;
  readonly rows: readonly DifferenceRow[];
}

export function differences(spec: DifferencesSpec, say: Language): Chart {
  const t = say.chart;
  const [first, second] = spec.letters;
  const moved = spec.rows.filter((row) => row.paired.onlyFirst + row.paired.onlySecond > 0 || row.values.some((value) => value !== 0));
  const title = t.differences.finding(spec.parted, spec.pairs, moved.length, spec.rows.length);
  return chartOf(
    {
      id: spec.id,
      title,
      alt: `${t.differences.alt(first, second)} ${title}`,
      note: t.differences.note(second, spec.pairs < enoughForTails),
      table: {
        caption: t.differences.caption(first, second),
        columns: [
          { label: t.columns.quantity },
          ...[
            t.columns.medianDifference,
            t.columns.interval,
            t.differences.higher(second),
            t.differences.lower(second),
            t.columns.equal,
            t.differences.onlyIn(first),
            t.differences.onlyIn(second),
          ].map((text) => ({ label: text, isNumber: true })),
        ],
        rows: spec.rows.map((row) => [row.label, middle(row), range(row, say), ...counts(row).map(String), ...onlyIn(row)]),
      },
    },
    (frame) => draw(spec, say, frame),
  );
}

function middle(row: DifferenceRow): string {
  if (row.share) return row.show(row.share.difference);
  return row.values.length > 0 ? row.show(row.paired.spread.median) : '–';
}

function range(row: DifferenceRow, say: Language): string {
  const ends = row.share ?? outer(row.paired.spread);
  if (!row.share && row.values.length === 0) return '–';
  return say.chart.to(row.show(ends.low), row.show(ends.high));
}

/** Pairs in which the second is higher, lower, equal. */
function counts(row: DifferenceRow): readonly [number, number, number] {
  const { pairs, higher, lower } = row.paired;
  const [up, down] = [Math.round((higher || 0) * pairs), Math.round((lower || 0) * pairs)];
  return [up, down, pairs - up - down];
}

/** An event happens or not in every pair; nothing is missing there. */
function onlyIn(row: DifferenceRow): string[] {
  return row.share ? ['–', '–'] : [String(row.paired.onlyFirst), String(row.paired.onlySecond)];
}

function draw(spec: DifferencesSpec, say: Language, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const t = say.chart;
  const isFew = spec.pairs < enoughForTails;
  const key = legend(
    [
      { glyph: (x, y) => line(x + 11, y - 7, x + 11, y + 7, 'whisker'), text: t.columns.medianDifference },
      { glyph: (x, y) => box(x, y - 3, 22, 6, 'class="arm-1 band90"'), text: isFew ? t.differences.allPairs : t.differences.mostPairs },
      { glyph: (x, y) => `<circle cx="${n(x + 11)}" cy="${n(y)}" r="3" class="arm-1 solid"/>`, text: t.differences.onePair },
      { glyph: (x, y) => line(x + 11, y - 7, x + 11, y + 7, 'axis'), text: t.differences.zero },
    ],
    4,
    12,
    width - 8,
  );
  let body = key.body;
  let y = key.height + 14;
  const left = isNarrow ? 10 : width * 0.29;
  const right = isNarrow ? width - 10 : width * 0.62;
  for (const row of spec.rows) {
    const chars = Math.floor((isNarrow ? width - 8 : left - 12) / 6.8);
    const names = wrap(row.label, chars);
    names.forEach((text, i) => (body += label(4, y + 13 + i * 15, text)));
    const middleY = isNarrow ? y + names.length * 15 + 12 : y + 12;
    body += marks(row, left, right, middleY);
    const [up, down, equal] = counts(row);
    const words = [
      ...wrap(`${middle(row)} (${range(row, say)})`, Math.floor((isNarrow ? width : width - right - 12) / 6.6)).map((text) => ({ text, classes: '' })),
      ...wrap(countWords(spec, row, [up, down, equal], say), Math.floor((isNarrow ? width : width - right - 12) / 5.7)).map((text) => ({
        text,
        classes: 'quiet small',
      })),
    ];
    const [wordsX, wordsY] = isNarrow ? [4, middleY + 24] : [right + 12, y + 13];
    words.forEach(({ text, classes }, i) => (body += label(wordsX, wordsY + i * 15, text, classes)));
    const height = isNarrow ? wordsY - y + words.length * 15 : Math.max(names.length, words.length, 2) * 15 + 10;
    y += height;
    body += line(4, y - 3, width - 4, y - 3, 'grid');
  }
  return { height: y + 4, body };
}

/** Higher, lower and equal, and the pairs in which it happens on one side only. */
function countWords(spec: DifferencesSpec, row: DifferenceRow, [up, down, equal]: readonly [number, number, number], say: Language): string {
  const t = say.chart.differences;
  const alone = [row.paired.onlyFirst, row.paired.onlySecond].flatMap((pairs, a) => (pairs > 0 && !row.share ? [t.alone(spec.letters[a]!, pairs)] : []));
  return [...(alone.length > 0 && up + down + equal === 0 ? [] : [t.counts(spec.letters[1], up, down, equal)]), ...alone].join('; ');
}

function marks(row: DifferenceRow, left: number, right: number, y: number): string {
  const ends = row.share ?? outer(row.paired.spread);
  const values = row.share ? [] : row.values;
  const most = Math.max(row.share ? 1 : 0, ...[ends.low, ends.high, ...values].filter((value) => Number.isFinite(value)).map((value) => Math.abs(value)));
  const reach = most > 0 ? most * 1.05 : 1;
  const x = scale(!row.share && reach > 100 ? 'log' : 'linear', -reach, reach, left, right).at;
  const zero = line(x(0), y - 11, x(0), y + 11, 'axis');
  const ground = line(left, y, right, y, 'grid');
  if (row.paired.pairs === 0) return ground + zero;
  const few = stacked(values.filter((value) => value !== 0).map(x), y);
  const at = row.share ? row.share.difference : row.paired.spread.median;
  return `${ground}<g class="arm-1">${box(x(ends.low), y - 4, Math.max(1, x(ends.high) - x(ends.low)), 8, 'class="band90"')}</g>${zero}<g class="arm-1">${few}</g>${line(x(at), y - 8, x(at), y + 8, 'whisker')}`;
}

/** Dots that would hide each other step up and down. */
function stacked(xs: readonly number[], y: number): string {
  const placed: { x: number; level: number }[] = [];
  return xs
    .toSorted((a, b) => a - b)
    .map((x) => {
      const level = placed.filter((one) => Math.abs(one.x - x) < 3).length;
      placed.push({ x, level });
      const step = Math.min(level, 4);
      return `<circle cx="${n(x)}" cy="${n(y + (step % 2 === 0 ? -1 : 1) * Math.ceil(step / 2) * 4)}" r="2.6" class="solid"/>`;
    })
    .join('');
}
