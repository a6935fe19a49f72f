/** The record against what the model expected: one row per observation, hit or miss in words. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { diamond, label, legend, line, box, wrap, textWidth } from './markup.ts';
import { percent } from './numbers.ts';
import { scale } from './scale.ts';

export interface IntervalRow {
  readonly label: string;
  /** when and what kind: second line */
  readonly detail: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly model: {
    readonly median: number;
    readonly p25: number;
    readonly p75: number;
    readonly p05: number;
    readonly p95: number;
    readonly shareDefined: number;
  };
  readonly in50: boolean;
  readonly in90: boolean;
  readonly show: (value: number) => string;
}

export interface IntervalSpec {
  readonly id: string;
  readonly arm: string;
  readonly rows: readonly IntervalRow[];
}

export function intervals(spec: IntervalSpec): Chart {
  const { rows } = spec;
  const title = fitWords(rows);
  return chartOf(
    {
      id: spec.id,
      title,
      alt: `One row per observation: the model's 50 % and 90 % intervals in arm ${spec.arm} and the recorded value. ${title}`,
      note: 'Each row has its own scale. Where the largest number is over fifty times the smallest the scale is logarithmic. Nothing was tuned to these observations; with a sound 90 % interval about one observation in ten would miss.',
      table: {
        caption: 'Record against model',
        columns: [
          { label: 'observation' },
          { label: 'when and what' },
          ...['record', 'its range', 'model median', '50 % of runs', '90 % of runs', 'share of runs with a value'].map((text) => ({
            label: text,
            isNumber: true,
          })),
          { label: 'verdict' },
        ],
        rows: rows.map((row) => [
          row.label,
          row.detail,
          row.show(row.value),
          range(row, row.low, row.high),
          row.show(row.model.median),
          range(row, row.model.p25, row.model.p75),
          range(row, row.model.p05, row.model.p95),
          percent(row.model.shareDefined),
          verdict(row),
        ]),
      },
    },
    (frame) => draw(spec, frame),
  );
}

/** Hits and misses counted, as they fall. */
export function fitWords(rows: readonly Pick<IntervalRow, 'in50' | 'in90'>[]): string {
  if (rows.length === 0) return 'No observation is attached to this scenario.';
  const in50 = rows.filter((row) => row.in50).length;
  const in90 = rows.filter((row) => row.in90).length;
  const misses = rows.length - in90;
  return `The ranges of ${in90} of ${rows.length} observations meet the model’s 90 % interval (of ${in50} the 50 % one), ${misses === 0 ? 'none misses' : misses === 1 ? 'one misses' : `${misses} miss`}.`;
}

export function verdict(row: Pick<IntervalRow, 'value' | 'low' | 'high' | 'model' | 'in50' | 'in90'>): string {
  if (Number.isNaN(row.model.median)) return 'miss: no run has a value';
  if (row.in50) return 'meets 50 %';
  if (row.in90) return 'meets 90 %';
  const reaches = row.low <= row.model.p95 && row.high >= row.model.p05 ? ' (its range reaches in)' : '';
  if (row.value > row.model.p95) return `miss: record above 90 %${reaches}`;
  return row.value < row.model.p05 ? `miss: record below 90 %${reaches}` : 'miss';
}

function range(row: IntervalRow, low: number, high: number): string {
  return Number.isFinite(low) && Number.isFinite(high) ? `${row.show(low)} – ${row.show(high)}` : '–';
}

function draw(spec: IntervalSpec, frame: Frame): Drawing {
  const { width } = frame;
  const key = legend(
    [
      { glyph: (x, y) => line(x + 11, y - 7, x + 11, y + 7, 'whisker'), text: 'model median' },
      { glyph: (x, y) => box(x, y - 5, 22, 10, 'class="arm-0 band50"'), text: '50 % of runs' },
      { glyph: (x, y) => box(x, y - 3, 22, 6, 'class="arm-0 band90"'), text: '90 % of runs' },
      { glyph: (x, y) => line(x, y, x + 22, y, 'recordbar') + diamond(x + 11, y, 5.5, 'record'), text: 'record, with its range' },
    ],
    4,
    12,
    width - 8,
  );
  let body = key.body;
  let y = key.height + 16;
  spec.rows.forEach((row) => {
    const drawn = rowBody(row, y, frame);
    body += drawn.body;
    y += drawn.height;
  });
  return { height: y + 4, body };
}

function rowBody(row: IntervalRow, top: number, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const words = verdict(row);
  const sign = words.startsWith('meets') ? '●' : '✕';
  const split = isNarrow ? 0 : width * 0.34;
  const left = split + 6;
  const right = isNarrow ? width - 6 : width * 0.77;
  const chars = Math.floor((isNarrow ? width : split - 10) / 6.8);
  const lines = [
    ...wrap(row.label, chars).map((text) => ({ text, classes: '' })),
    ...wrap(row.detail, chars).map((text) => ({ text, classes: 'quiet small' })),
  ];
  let body = lines.map(({ text, classes }, i) => label(4, top + 13 + i * 15, text, classes)).join('');
  const textHeight = lines.length * 15;
  const middle = isNarrow ? top + textHeight + 18 : top + 16;
  const verdictLines = wrap(`${sign} ${words}`, Math.floor((isNarrow ? width - 8 : width - right - 14) / 7));
  const [verdictX, verdictY] = isNarrow ? [4, middle + 40] : [right + 14, middle + 1];
  body += verdictLines.map((text, i) => label(verdictX, verdictY + i * 15, text, words.startsWith('meets') ? '' : 'strong')).join('');
  body += bars(row, left, right, middle);
  const height = isNarrow ? textHeight + 53 + verdictLines.length * 15 : Math.max(textHeight, 42, 8 + verdictLines.length * 15) + 14;
  return { height, body: `${body}${line(4, top + height - 5, width - 4, top + height - 5, 'grid')}` };
}

function bars(row: IntervalRow, left: number, right: number, y: number): string {
  const { model } = row;
  const known = [row.value, row.low, row.high, model.p05, model.p95, model.p25, model.p75].filter((value) => Number.isFinite(value));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const kind = low >= 0 && high > 100 && high > 50 * Math.max(low, 1) ? 'log' : 'linear';
  const isPoint = high === low;
  const x = scale(kind, isPoint ? low - 1 : low, isPoint ? low + 1 : high, left + 8, right - 8).at;
  let body = line(left, y, right, y, 'grid');
  if (Number.isFinite(model.median)) {
    body += `<g class="arm-0">${box(x(model.p05), y - 4, Math.max(1, x(model.p95) - x(model.p05)), 8, 'class="band90"')}${box(x(model.p25), y - 7, Math.max(1, x(model.p75) - x(model.p25)), 14, 'class="band50"')}</g>${line(x(model.median), y - 9, x(model.median), y + 9, 'whisker')}`;
  }
  if (Number.isFinite(row.low) && Number.isFinite(row.high) && row.high > row.low) {
    body +=
      line(x(row.low), y, x(row.high), y, 'recordbar') +
      line(x(row.low), y - 4, x(row.low), y + 4, 'recordbar') +
      line(x(row.high), y - 4, x(row.high), y + 4, 'recordbar');
  }
  if (Number.isFinite(row.value)) body += diamond(x(row.value), y, 6, 'record');
  const [start, end] = [row.show(low), row.show(high)];
  const note =
    kind === 'log' && right - left - textWidth(start) - textWidth(end) > 70 ? label((left + right) / 2, y + 22, 'log scale', 'quiet small', 'middle') : '';
  if (isPoint) return body + label((left + right) / 2, y + 22, start, 'quiet small', 'middle');
  return `${body}${label(left, y + 22, start, 'quiet small')}${note}${label(right, y + 22, end, 'quiet small', 'end')}`;
}
