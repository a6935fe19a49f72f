/** The table of outcomes for a terminal: text only, never wider than asked. */
import { wrap } from '../view/markup.ts';
import { armLetter } from '../view/palette.ts';
import { enoughForTails } from '../view/statistics.ts';
import { notice, type Comparison } from './comparison.ts';
import { parts, says, saysNot } from './findings.ts';
import { agreement, armWords, calendarOf, differenceWords, outcomeRows, type CellWords } from './outcomes.ts';
import { words, type LanguageCode, type Words } from './words.ts';

export interface TerminalOptions {
  readonly columns: number;
  readonly colour: boolean;
  /** English if none is named */
  readonly language?: LanguageCode;
}

interface Ink {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly warn: (text: string) => string;
}

const escapeSign = '\u001b[';
const plain: Ink = { strong: (text) => text, quiet: (text) => text, warn: (text) => text };
const coloured: Ink = {
  strong: (text) => `${escapeSign}1m${text}${escapeSign}0m`,
  quiet: (text) => `${escapeSign}2m${text}${escapeSign}0m`,
  warn: (text) => `${escapeSign}33m${text}${escapeSign}0m`,
};

/** Below this width every row becomes a small block. */
const tableFrom = 72;

export function renderTable(comparison: Comparison, { columns, colour, language = 'en' }: TerminalOptions): string {
  const say = words[language];
  const t = say.text.terminal;
  const ink = colour ? coloured : plain;
  const width = Math.max(24, Math.min(columns, 120));
  const text = (sentence: string, style: (line: string) => string = (line) => line) => wrap(clean(sentence), width).map(style);
  const lines = [
    ...text(notice(comparison, say), ink.strong),
    ...text(comparison.scenario.title),
    ...text(t.pairs(comparison.pairs, comparison.seed)),
    ...(comparison.failed > 0 ? text(`! ${t.failed(comparison.failed)}`, ink.warn) : []),
    ...comparison.arms.flatMap((arm, a) => text(`${armLetter(a)} = ${arm.title}`)),
    '',
    ...(width >= tableFrom && comparison.arms.length <= 2 ? wideTable(comparison, width, ink, say) : blocks(comparison, width, ink, say)),
    '',
    ...text(parts(comparison, say)),
    ...text(says(comparison, say)),
    '',
    ...text(saysNot(comparison, say)),
  ];
  return `${lines.map((line) => plainSpaces(line)).join('\n')}\n`;
}

/** No control signs from data: a title must not move the cursor or recolour the screen. */
function clean(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
}

/** After wrapping, spaces that do not break become plain ones. */
function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

function cellLines(cell: CellWords): string[] {
  return [cell.main, cell.range, cell.rest].filter((line) => line !== '');
}

function wideTable(comparison: Comparison, width: number, ink: Ink, say: Words): string[] {
  const t = say.text.terminal;
  const isFew = comparison.pairs < enoughForTails;
  const { median, equal } = say.chart.columns;
  const pairs = say.chart.units.pair.many;
  const calendar = calendarOf(comparison, say);
  const hasPair = comparison.arms.length > 1;
  const agreeing = 7;
  const free = width - (hasPair ? 2 * agreeing : 0);
  const cells = hasPair ? 3 : 1;
  const cell = Math.floor((free * 0.75) / cells);
  const widths = [free - cell * cells, ...Array.from({ length: cells }, () => cell), ...(hasPair ? [agreeing, agreeing] : [])];
  const put = (columns: readonly (readonly string[])[]) => {
    const fitted = columns.map((column, i) => column.flatMap((line) => wrap(line, widths[i]! - 1)));
    const height = Math.max(...fitted.map((column) => column.length));
    return Array.from({ length: height }, (_, k) =>
      fitted
        .map((column, i) => (i === 0 ? (column[k] ?? '').padEnd(widths[i]!) : (column[k] ?? '').padStart(widths[i]!)))
        .join('')
        .trimEnd(),
    );
  };
  const heads = [
    [say.text.outcomes.outcome],
    ...comparison.arms.map((_, a) => [armLetter(a), median, t.ofRuns(isFew)]),
    ...(hasPair
      ? [
          ['B − A', median, t.ofPairs(isFew)],
          ['B > A', pairs],
          [equal, pairs],
        ]
      : []),
  ];
  const lines = [...put(heads).map(ink.strong), '─'.repeat(width)];
  let heading = '';
  for (const row of outcomeRows(comparison, say)) {
    if (row.kind === 'event' && heading === '') {
      lines.push('', ...wrap(t.counted(calendar.hour(comparison.clockHour)), width).map(ink.quiet));
    }
    if (row.heading !== heading) {
      heading = row.heading;
      lines.push(...wrap(heading, width).map(ink.strong));
    }
    const difference = row.differences[0];
    const shares = difference ? agreement(difference) : undefined;
    const drawn = put([
      [row.kind === 'event' ? row.horizon.replaceAll(' ', '\u00a0') : row.label],
      ...row.arms.map((arm) => cellLines(armWords(row, arm, calendar, say))),
      ...(difference && shares ? [cellLines(differenceWords(row, difference, say)), [shares.higher], [shares.equal]] : []),
    ]);
    lines.push(...drawn);
  }
  return lines;
}

function blocks(comparison: Comparison, width: number, ink: Ink, say: Words): string[] {
  const calendar = calendarOf(comparison, say);
  const lines: string[] = [];
  const indented = (sentence: string) => wrap(sentence, width - 4).map((line, i) => `${i === 0 ? '  ' : '    '}${line}`);
  for (const row of outcomeRows(comparison, say)) {
    lines.push(...wrap(row.label, width).map(ink.strong));
    row.arms.forEach((arm, a) => {
      const cell = armWords(row, arm, calendar, say);
      lines.push(...indented(`${armLetter(a)}: ${cell.main}${cell.range ? ` [${cell.range}]` : ''}${cell.rest ? `, ${cell.rest}` : ''}`));
    });
    row.differences.forEach((difference, d) => {
      const cell = differenceWords(row, difference, say);
      const letter = armLetter(d + 1);
      const shares = agreement(difference);
      lines.push(...indented(`${letter}−A: ${cell.main}${cell.range ? ` [${cell.range}]` : ''}${cell.rest ? `, ${cell.rest}` : ''}`));
      if (difference.paired.pairs > 0) lines.push(...indented(say.text.terminal.higherEqual(letter, shares.higher, shares.equal)));
    });
  }
  return lines;
}
