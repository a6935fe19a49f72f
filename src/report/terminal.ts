/** The table of outcomes for a terminal: text only, never wider than asked. */
import { wrap } from '../view/markup.ts';
import { armLetter } from '../view/palette.ts';
import type { Comparison } from './comparison.ts';
import { parts, says, saysNot } from './findings.ts';
import { agreement, armWords, calendarOf, differenceWords, fallHeading, outcomeRows, type CellWords } from './outcomes.ts';

export interface TerminalOptions {
  readonly columns: number;
  readonly colour: boolean;
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

export function renderTable(comparison: Comparison, { columns, colour }: TerminalOptions): string {
  const ink = colour ? coloured : plain;
  const width = Math.max(24, Math.min(columns, 120));
  const text = (words: string, style: (line: string) => string = (line) => line) => wrap(clean(words), width).map(style);
  const lines = [
    ...text(comparison.heading, ink.strong),
    ...text(comparison.scenario.title),
    ...text(`${comparison.pairs} pairs, seed ${comparison.seed}. Model result, not a forecast.`),
    ...(comparison.failed > 0 ? text(`! ${comparison.failed} runs failed and are missing below`, ink.warn) : []),
    ...comparison.arms.flatMap((arm, a) => text(`${armLetter(a)} = ${arm.title}`)),
    '',
    ...(width >= tableFrom && comparison.arms.length <= 2 ? wideTable(comparison, width, ink) : blocks(comparison, width, ink)),
    '',
    ...text(parts(comparison)),
    ...text(says(comparison)),
    '',
    ...text(saysNot(comparison)),
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

function cellLines(words: CellWords): string[] {
  return [words.main, words.range, words.rest].filter((line) => line !== '');
}

function wideTable(comparison: Comparison, width: number, ink: Ink): string[] {
  const calendar = calendarOf(comparison);
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
    ['outcome'],
    ...comparison.arms.map((_, a) => [armLetter(a), 'median', '90 % of runs']),
    ...(hasPair
      ? [
          ['B − A', 'median', '90 % of pairs'],
          ['B > A', 'pairs'],
          ['B = A', 'pairs'],
        ]
      : []),
  ];
  const lines = [...put(heads).map(ink.strong), '─'.repeat(width)];
  let heading = '';
  for (const row of outcomeRows(comparison)) {
    if (row.kind === 'event' && heading === '') {
      lines.push(
        '',
        ...wrap(
          `counted from ${calendar.hour(comparison.clockHour)}: runs with it (90 % interval), difference in percentage points, pairs with it in B alone, pairs alike`,
          width,
        ).map(ink.quiet),
      );
    }
    if (fallHeading(row) !== heading) {
      heading = fallHeading(row);
      lines.push(...wrap(heading, width).map(ink.strong));
    }
    const difference = row.differences[0];
    const shares = difference ? agreement(difference) : undefined;
    const drawn = put([
      [row.kind === 'event' ? row.label.slice(row.label.indexOf('within')).replaceAll(' ', '\u00a0') : row.label],
      ...row.arms.map((arm) => cellLines(armWords(row, arm, calendar))),
      ...(difference && shares ? [cellLines(differenceWords(row, difference)), [shares.higher], [shares.equal]] : []),
    ]);
    lines.push(...drawn);
  }
  return lines;
}

function blocks(comparison: Comparison, width: number, ink: Ink): string[] {
  const calendar = calendarOf(comparison);
  const lines: string[] = [];
  const indented = (words: string) => wrap(words, width - 4).map((line, i) => `${i === 0 ? '  ' : '    '}${line}`);
  for (const row of outcomeRows(comparison)) {
    lines.push(...wrap(row.label, width).map(ink.strong));
    row.arms.forEach((arm, a) => {
      const words = armWords(row, arm, calendar);
      lines.push(...indented(`${armLetter(a)}: ${words.main}${words.range ? ` [${words.range}]` : ''}${words.rest ? `, ${words.rest}` : ''}`));
    });
    row.differences.forEach((difference, d) => {
      const words = differenceWords(row, difference);
      const letter = armLetter(d + 1);
      const shares = agreement(difference);
      lines.push(...indented(`${letter}−A: ${words.main}${words.range ? ` [${words.range}]` : ''}${words.rest ? `, ${words.rest}` : ''}`));
      if (difference.paired.pairs > 0) lines.push(...indented(`${letter} > A in ${shares.higher} of pairs, equal in ${shares.equal}`));
    });
  }
  return lines;
}
