import { describe, expect, test } from 'vitest';
import { countFootings, drawnForms, footingOf, parameterInputs, scenarioInputs } from '../../src/report/assumptions.ts';
import type { Comparison } from '../../src/report/comparison.ts';
import { decisionRows } from '../../src/report/decisions.ts';
import { renderReport } from '../../src/report/html.ts';
import { outcomeRows } from '../../src/report/outcomes.ts';
import { partingExample } from '../../src/report/parting-example.ts';
import { partings } from '../../src/report/partings.ts';
import { clockRows, contingentHours } from '../../src/report/power-figures.ts';
import { renderTable } from '../../src/report/terminal.ts';
import { words } from '../../src/report/words.ts';
import { fixture, shapes } from './fixture.ts';

const comparison = fixture();
const say = words.en;
const html = renderReport(comparison, shapes);
const nasty = '<script>alert(1)</script>"\'&';

/** Numbers that were never there, with what stands around them. */
const holes = (text: string) => [...text.matchAll(/.{0,60}(?:NaN|undefined|Infinity).{0,30}/g)].map((found) => found[0]);
const has = (text: string, part: string | RegExp) => (typeof part === 'string' ? text.includes(part) : part.test(text));

describe('the report', () => {
  test('asks no server for anything', () => {
    expect(has(html, "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'")).toBe(true);
    expect(has(html, /<[a-z][^>]*\s(?:src|srcset|data|action|formaction|poster|background|ping)\s*=/i)).toBe(false);
    expect(has(html, /<(?:link|img|iframe|object|embed|form|base|audio|video|image|use)\b/i)).toBe(false);
    expect(has(html, /@import|url\((?!#)/i)).toBe(false);
    for (const [tag] of html.matchAll(/<[^>]+\shref="[^#][^>]*>/g)) expect(tag).toMatch(/^<a href="https?:\/\/[^"]+" rel="noreferrer noopener">$/);
  });

  test('says what it is before anything else', () => {
    expect(html.indexOf('Uncalibrated: prior draws. Model result, not a forecast.')).toBeLessThan(html.indexOf('<main'));
    expect(has(html, '1 run failed')).toBe(true);
    expect(
      has(
        html,
        comparison.command
          .split(' ')
          .map((word) => `<span>${word}</span>`)
          .join(' '),
      ),
    ).toBe(true);
  });

  test('has language, skip link, landmarks and headings in order', () => {
    expect(has(html, /^<!doctype html>\n<html lang="en">/)).toBe(true);
    expect(has(html, '<a class="skip" href="#main">')).toBe(true);
    for (const mark of ['<header>', '<main id="main">', '<footer>', '<nav aria-label="Contents">']) expect(html.split(mark).length - 1).toBe(1);
    const levels = [...html.matchAll(/<h([1-6])/g)].map((found) => Number(found[1]));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1));
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
  });

  test('puts a finding and a table with every figure', () => {
    const figures = html
      .split('<figure')
      .slice(1)
      .map((part) => part.split('</figure>')[0]!);
    expect(figures.length).toBe(13);
    for (const figure of figures) {
      expect(has(figure, /<figcaption>[^<]{20,}<\/figcaption>/)).toBe(true);
      expect(has(figure, /role="img" aria-label="[^"]{60,}"/)).toBe(true);
      expect(has(figure, /<details><summary>[^<]+<\/summary><div class="scroll/)).toBe(true);
      expect(figure.split('<svg').length - 1).toBe(2);
    }
  });

  test('escapes whatever the data say', () => {
    const bad: Comparison = {
      ...comparison,
      heading: nasty,
      command: nasty,
      engineVersion: nasty,
      scenario: {
        ...comparison.scenario,
        title: nasty,
        question: nasty,
        about: nasty,
        name: nasty,
        sources: { x: { title: nasty, address: 'javascript:alert(1)', note: nasty } },
      },
      arms: comparison.arms.map((arm, a) => ({ ...arm, id: `${nasty}${a}`, title: nasty })),
      places: comparison.places.map((place) => ({ ...place, name: nasty })),
      divergences: comparison.divergences.map((one) => ({ ...one, left: { what: nasty, by: nasty, where: nasty, term: nasty, value: 1 } })),
      record: comparison.record.map((row) => ({ ...row, label: nasty, kind: nasty, source: { title: nasty, address: `javascript:${nasty}` } })),
      parameters: comparison.parameters.map((p) => ({ ...p, meaning: nasty, unit: nasty })),
    };
    const text = renderReport(bad, shapes);
    expect(has(text, '<script>alert')).toBe(false);
    expect(has(text, 'href="javascript')).toBe(false);
    expect(text.split('<script').length - 1).toBe(3);
  });

  test('holds with one arm, one pair, no record and no falls', () => {
    const one: Comparison = {
      ...comparison,
      pairs: 1,
      failed: 0,
      record: [],
      divergences: [],
      parameters: [],
      places: comparison.places,
      arms: [{ ...comparison.arms[0]!, runs: comparison.arms[0]!.runs.slice(0, 1) }],
    };
    const text = renderReport(one, shapes);
    expect(has(text, 'No record is attached')).toBe(true);
    expect(holes(text)).toEqual([]);
    expect(has(text, 'runs failed')).toBe(false);
  });

  test('holds with no runs at all', () => {
    const none: Comparison = { ...comparison, pairs: 0, failed: 48, divergences: [], arms: comparison.arms.map((arm) => ({ ...arm, runs: [] })) };
    expect(holes(renderReport(none, shapes))).toEqual([]);
    expect(holes(renderTable(none, { columns: 80, colour: false }))).toEqual([]);
  });

  test('is the same twice', () => expect(renderReport(fixture(), shapes) === html).toBe(true));
});

describe('numbers behind it', () => {
  test('counts of falls and of pairs agree with the runs', () => {
    const row = outcomeRows(comparison, say).find((one) => one.id === 'headWithin28')!;
    const counts = comparison.arms.map((arm) => arm.runs.filter((run) => run.quantities['headWithin28'] === 1).length);
    expect(row.arms.map((arm) => arm.events)).toEqual(counts);
    expect(row.differences[0]!.share!.difference).toBeCloseTo((counts[1]! - counts[0]!) / 24, 12);
    expect(outcomeRows(comparison, say)).toHaveLength(16);
  });
  test('what a number rests on is counted without kindness', () => {
    expect(footingOf('Gilley 2006 (rights); size ASSUMPTION', '')).toBe('partly');
    expect(footingOf('history 1.11: 39 and 76 of 90; range ASSUMPTION', '')).toBe('partly');
    expect(footingOf('chronicle', 'the width of the range')).toBe('partly');
    expect(footingOf('chronicle', '')).toBe('sourced');
    expect(footingOf('', 'our guess')).toBe('assumed');
    expect(footingOf('', 'about 17,000 from memory')).toBe('memory');
    expect(footingOf('key', '', 'key From memory, unchecked')).toBe('memory');
    expect(countFootings(parameterInputs(comparison, say))).toMatchObject({ numbers: 3, sourced: 1, partly: 1, assumed: 1, memory: 0, withoutRange: 0 });
  });
  test('numbers without a range are not taken for certain, choices are no numbers, unused zeros are left out', () => {
    const quantity = { value: 0, unit: '1', source: 'chronicle' };
    const event = { ...comparison.scenario.events[0]!, reach01: quantity };
    const bare: Comparison = { ...comparison, scenario: { ...comparison.scenario, events: [event], mechanismsOff: ['strike'] } };
    const inputs = scenarioInputs(bare, say);
    expect(inputs.some((one) => one.what.includes('share who hear'))).toBe(false);
    const all = scenarioInputs(comparison, say);
    expect(all.find((one) => one.what.includes('share who hear'))).toMatchObject({
      source: 'chronicle',
      assumption: '',
      range: '0.1 – 0.5',
      footing: 'sourced',
    });
    expect(countFootings(inputs).numbers).toBe(inputs.length - 1);
    expect(countFootings(all).withoutRange).toBe(all.filter((one) => one.range === '').length);
    expect(has(html, '>no range<')).toBe(countFootings(all).withoutRange > 0);
    expect(has(html, '>exact<')).toBe(false);
  });
  test('a published form stands among the assumptions, with the pairs that drew it and what it was drawn from', () => {
    expect(drawnForms(comparison)).toEqual([
      { mechanism: 'mobilise', form: 'threshold', pairs: 15, open: ['threshold', 'logistic'] },
      { mechanism: 'obey', form: 'pressure', pairs: 24, open: ['pressure'] },
    ]);
    expect(
      has(
        html,
        '<tr><th scope="row">mobilise</th><td>threshold</td><td class="number">15 of 24</td><td>ASSUMPTION: each as likely as another; one of threshold, logistic</td></tr>',
      ),
    ).toBe(true);
    expect(has(html, 'ASSUMPTION: this form and no other')).toBe(true);
  });
  test('few pairs interpolate nothing', () => {
    const few: Comparison = { ...fixture(undefined, 8), failed: 0 };
    const text = renderReport(few, shapes).replaceAll('\u00a0', ' ');
    const cells = outcomeRows(few, say)[0]!.arms[0]!.spread;
    expect(has(text, `all: ${say.count(cells.min)} – ${say.count(cells.max)}`)).toBe(true);
    expect(has(text, 'smallest to largest of 8 runs')).toBe(true);
    expect(has(text, '>90 % of runs<')).toBe(false);
    expect(has(html.replaceAll('\u00a0', ' '), '>90 % of runs<')).toBe(true);
    expect(has(text, '0 of 8')).toBe(true);
    expect(has(text, 'at most 38 %')).toBe(true);
  });
  test('one pair is told in words: until when the worlds are the same, what differs, what follows', () => {
    const told = partingExample(comparison, say).join(' ').replaceAll('\u00a0', ' ');
    expect(told).toMatch(/^Pair \d+, the middle one by hour: until \d+ Jan, \d\d:\d\d both worlds are the same/);
    expect(told).toContain('Then the first difference: in A help granted (Kazakhstan); in B help refused (Kazakhstan).');
    expect(told).toContain('By the end, A and B: dead by the end');
    expect(partingExample({ ...comparison, divergences: comparison.divergences.map(() => ({ hour: -1 })) }, say)).toEqual([]);
  });
  test('the contingent is in place at nine tenths of its strength, gone when nobody is left', () => {
    const run = comparison.arms[0]!.runs.find((one) => one.quantities['granted'] === 1)!;
    const foreign = Float32Array.from([0, 0, 100, 1850, 2030, 2030, 900, 0, 0]);
    const forces = run.forces.map((series, i) => (i === 5 ? foreign : series));
    expect(contingentHours([{ ...run, forces }])).toEqual({ inPlace: [3], gone: [7] });
    const nobody = run.forces.map((series, i) => (i === 5 ? new Float32Array(9) : series));
    expect(contingentHours([{ ...run, forces: nobody }])).toEqual({ inPlace: [], gone: [] });
    const rows = clockRows(comparison, say);
    expect(rows.find((row) => row.label === 'first foreign troops land')?.record).toMatchObject({ hour: 115, low: 104, high: 116 });
    expect(rows.at(-1)!.label).toContain('have left');
  });
  test('decisions leave out the dated inputs and name other countries', () => {
    const rows = decisionRows(comparison, say);
    expect(rows.map((row) => row.what)).not.toContain('event: gas-price');
    expect(rows.map((row) => row.what)).toContain('parliament consents (Land 1)');
    const medians = rows.map((row) => row.arms.find((arm) => arm.hours.length > 0)!.median);
    expect(medians).toEqual(medians.toSorted((a, b) => a - b));
  });
  test('pairs are counted by what both worlds have where they part', () => {
    const kinds = partings(comparison, say);
    expect(kinds.reduce((sum, one) => sum + one.pairs, 0)).toBe(comparison.divergences.filter((d) => d.hour >= 0).length);
    expect(kinds.map(({ left, right }) => [left, right]).toSorted()).toEqual([
      ['government of a member consents (Belarus)', 'nothing logged'],
      ['help granted (Kazakhstan)', 'help refused (Kazakhstan)'],
    ]);
    const text = html.replaceAll('\u00a0', ' ');
    expect(has(text, '<th scope="col">first in A</th><th scope="col">first in B</th>')).toBe(true);
    expect(has(text, /<th scope="row">help granted \(Kazakhstan\)<\/th><td>help refused \(Kazakhstan\)<\/td><td class="number">\d+ of 24</)).toBe(true);
    expect(has(text, '<td>nothing logged</td>')).toBe(true);
  });
});

describe('the terminal table', () => {
  test.each([40, 60, 72, 80, 100, 200])('is never wider than %d columns', (columns) => {
    const lines = renderTable(comparison, { columns, colour: false }).split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
    expect(lines[0]).toContain('Uncalibrated: prior draws');
    expect(lines.join(' ')).toContain('It does not say how likely');
  });
  test.each([
    [
      'en',
      /What differs first, with the median hour: in A .+, in B .+ \(\d+ pairs, \d+ Jan, \d\d:\d\d\)/,
      'in A help granted (Kazakhstan), in B help refused (Kazakhstan)',
    ],
    [
      'de',
      /mit dem Median der Stunde: in A .+, in B .+ \(\d+ Paare, \d+\. Jan\., \d\d:\d\d\)/,
      'in A Hilfe gewährt (Kasachstan), in B Hilfe abgelehnt (Kasachstan)',
    ],
  ] as const)('tells in %s both sides of the first difference', (language, says, both) => {
    const text = renderTable(comparison, { columns: 80, colour: false, language }).replaceAll('\n', ' ');
    expect(text).toMatch(says);
    expect(text).toContain(both);
  });
  test('has no colour when asked, and the same words with it', () => {
    const strip = (text: string) => text.replaceAll(/\u001b\[\d+m/g, '');
    const plain = renderTable(comparison, { columns: 80, colour: false });
    const coloured = renderTable(comparison, { columns: 80, colour: true });
    expect(plain).not.toContain('\u001b');
    expect(coloured).toContain('\u001b[1m');
    expect(strip(coloured)).toBe(plain);
  });
  test('lets no title move the cursor', () => {
    const bad = {
      ...comparison,
      scenario: { ...comparison.scenario, title: 'x\u001b[2Jy' },
      arms: comparison.arms.map((arm) => ({ ...arm, title: '\u001b[31mred\r' })),
    };
    expect(renderTable(bad, { columns: 80, colour: false })).not.toMatch(/[\u001b\r]/);
  });
});
