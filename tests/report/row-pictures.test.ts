/** The pictures of the rows, drawn from made-up runs: what a reader needs stands in them and can be read. */
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/experiment/rows/judge.ts';
import { rows } from '../../src/experiment/rows/registry.ts';
import type { Row } from '../../src/experiment/rows/row.ts';
import type { RowResult } from '../../src/experiment/rows/run-row.ts';
import { rowChart, rowPicture } from '../../src/report/rows.ts';
import { cut, labelBoxes, touching } from '../support/labels.ts';
import { dice } from '../support/worlds.ts';

const seeds = 12;
const scales = { event: 1, share: 1, index: 1, hours: 336, people: 24_000, count: 14 } as const;

/** Runs that nobody made, of the sizes a row has. */
function madeUp(row: Row): RowResult {
  const luck = dice(11, `pictures ${row.id}`);
  const outcomes = Object.fromEntries(
    row.settings.map((setting, s) => [
      setting.id,
      Object.fromEntries(
        row.measures.map((measure, m) => [
          measure.id,
          Array.from({ length: seeds }, (_, k) => {
            const u = luck(10_000 * s + 100 * m + k);
            return measure.kind === 'event' ? Number(u < 0.5) : u * scales[measure.kind];
          }),
        ]),
      ),
    ]),
  );
  const judged = judge(row, outcomes);
  return { row, seeds, outcomes, judged, shows: judged.every((one) => one.isMet) };
}

describe.each(rows.map((row) => [row.id, row, madeUp(row)] as const))('the picture of %s', (_id, row, result) => {
  const chart = rowChart(result);

  test.each([
    ['svg', 720],
    ['narrowSvg', 328],
  ] as const)('%s: no label runs into another or out of the picture', (which, width) => {
    const boxes = labelBoxes(chart[which]);
    expect(boxes.length).toBeGreaterThan(10);
    expect(touching(boxes)).toEqual([]);
    expect(cut(boxes, width)).toEqual([]);
  });

  test('says in each panel what is counted, and at every criterion what was found and what luck would do', () => {
    const texts = labelBoxes(chart.svg).map(({ text }) => text);
    const joined = texts.join(' ');
    expect(texts.filter((text) => ['share of runs', 'share', 'hours', 'index', 'number'].includes(text))).toHaveLength(row.measures.length);
    expect(joined.split('A/A band of ±').length - 1).toBe(result.judged.filter(({ criterion }) => 'from' in criterion).length);
    expect(joined.split('NOT SEEN').length - 1).toBe(result.judged.filter(({ isMet }) => !isMet).length);
  });

  test('gives every mean its interval, also where a setting has no place on the axis', () => {
    expect(chart.svg.split('class="whisker"').length - 1).toBe(row.settings.length * row.measures.length);
  });

  test('says when steps of the cause are not drawn to scale', () => {
    const sizes = [...new Set(row.settings.flatMap(({ at }) => (at === undefined ? [] : [at])))].sort((a, b) => a - b);
    const steps = sizes.slice(1).map((size, i) => size - sizes[i]!);
    const isUneven = steps.some((step) => Math.abs(step - steps[0]!) > 1e-9);
    expect(labelBoxes(chart.svg).some(({ text }) => /not to scale|to scale/.test(text))).toBe(isUneven);
  });

  test('stands alone with a heading, what it found and how to read it', () => {
    const picture = rowPicture(result);
    const texts = labelBoxes(picture).map(({ text }) => text);
    expect(texts[0]).toMatch(new RegExp(`^${row.id}\\. `));
    expect(texts.slice(0, 3).join(' ')).toContain(`${result.judged.filter(({ isMet }) => isMet).length} of ${result.judged.length} criteria met`);
    expect(texts.join(' ')).toContain(`Diamonds are means of ${seeds} runs, bars their 90 % intervals`);
    const heightOf = (svg: string) => Number(/viewBox="0 0 720 (\d+)"/.exec(svg)![1]);
    expect(heightOf(picture)).toBeGreaterThan(heightOf(chart.svg) + 40);
  });
});

test('runs that never come to it are said to count with the length of the run, where there are some', () => {
  for (const row of rows)
    expect(rowChart(madeUp(row)).note.includes('count with the hours given as never')).toBe(row.measures.some(({ words }) => words.includes('= never')));
});
