import { describe, expect, test } from 'vitest';
import { fixture, shapes } from '../report/fixture.ts';
import { fallChart, mapChart, partingChart, peakChart, recordChart, turnoutChart, worldsChart } from '../../src/report/figures.ts';
import { probability } from '../../src/view/bars.ts';
import { standalone, type Chart } from '../../src/view/chart.ts';
import { dotValues } from '../../src/view/dots.ts';
import { memberRuns } from '../../src/view/fan.ts';
import { splitShapes } from '../../src/view/geography.ts';
import { fitWords, verdict } from '../../src/view/intervals.ts';
import { placeLabels } from '../../src/view/place-labels.ts';
import { dayFrames, placeOutcomes, shadeOf } from '../../src/view/places.ts';

const comparison = fixture();
const charts: readonly Chart[] = [
  peakChart(comparison),
  fallChart(comparison),
  turnoutChart(comparison),
  recordChart(comparison),
  partingChart(comparison),
  mapChart(comparison, shapes),
  worldsChart(comparison, shapes),
];

describe.each(charts.map((chart) => [chart.id, chart] as const))('chart %s', (_, chart) => {
  test('states a finding with numbers, has words for those who cannot see it, and its table', () => {
    expect(chart.title).toMatch(/\d/);
    expect(chart.title).toMatch(/\.$/);
    expect(chart.alt.length).toBeGreaterThan(60);
    expect(chart.table.rows.length).toBeGreaterThan(0);
    for (const row of chart.table.rows) expect(row).toHaveLength(chart.table.columns.length);
  });
  test.each(['svg', 'narrowSvg'] as const)('%s is drawn without holes', (which) => {
    const svg = chart[which];
    expect(svg.slice(0, 42)).toBe('<svg class="chart" role="img" aria-label="');
    expect([...svg.matchAll(/.{0,60}(?:NaN|Infinity|undefined|null).{0,20}/g)].map((found) => found[0])).toEqual([]);
    expect(svg.split('<g').length).toBe(svg.split('</g>').length);
  });
  test('pattern and clip names are its own', () => {
    const ids = (svg: string) => [...svg.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]!);
    const all = [...ids(chart.svg), ...ids(chart.narrowSvg)];
    expect(new Set(all).size).toBe(all.length);
  });
  test('stands alone as a file', () => expect(/<title>[^<]+<\/title><desc>[^<]+<\/desc><style>/.test(standalone(chart))).toBe(true));
});

describe('bars', () => {
  test('none and all of the runs are bounded, not certain', () => {
    expect(probability({ events: 0, trials: 20 })).toMatchObject({ low: 0, high: 0.15, isBound: true });
    expect(probability({ events: 20, trials: 20 })).toMatchObject({ high: 1, isBound: true });
    expect(probability({ events: 20, trials: 20 }).low).toBeCloseTo(0.85, 12);
    expect(probability({ events: 3, trials: 20 }).isBound).toBe(false);
    expect(probability({ events: 0, trials: 0 }).words).toBe('no runs');
  });
});

describe('dots', () => {
  test('one for each of a few runs, those without a value apart', () => {
    expect(dotValues([3, 1, 2, Number.NaN])).toEqual({ shown: [1, 2, 3], missing: 1 });
  });

  test('twenty for many runs, those without a value apart', () => {
    const { shown, missing } = dotValues(Array.from({ length: 40 }, (_, i) => (i < 30 ? i : Number.NaN)));
    expect(shown).toHaveLength(15);
    expect(missing).toBe(5);
    expect(dotValues([]).shown).toHaveLength(0);
  });
});

describe('fan', () => {
  test('draws five to nine different single runs', () => {
    const members = memberRuns(comparison.arms[0]!.runs.map((run) => run.turnout));
    expect(members.length).toBeGreaterThanOrEqual(5);
    expect(members.length).toBeLessThanOrEqual(9);
    expect(new Set(members).size).toBe(members.length);
    expect(memberRuns([new Float32Array(3)])).toEqual([0]);
  });
  test('lays the record of the whole country over the first arm only', () => {
    const { svg } = turnoutChart(comparison);
    expect(svg.split('<title>').length - 1).toBe(2);
    expect(svg.includes('Mangystau')).toBe(false);
  });
});

describe('intervals', () => {
  const model = { median: 10, p25: 8, p75: 12, p05: 5, p95: 20, shareDefined: 1 };
  const row = (value: number, low: number, high: number) => ({ value, low, high, model, in50: value >= 8 && value <= 12, in90: value >= 5 && value <= 20 });
  test('say hit or miss in words', () => {
    expect(verdict(row(10, 9, 11))).toBe('meets 50 %');
    expect(verdict(row(18, 9, 20))).toBe('meets 90 %');
    expect(verdict(row(30, 25, 40))).toBe('miss: record above 90 %');
    expect(verdict(row(30, 15, 40))).toBe('miss: record above 90 % (its range reaches in)');
    expect(verdict(row(1, Number.NaN, Number.NaN))).toBe('miss: record below 90 %');
    expect(verdict({ ...row(1, 1, 1), model: { ...model, median: Number.NaN }, in90: false })).toBe('miss: no run has a value');
    expect(fitWords([row(10, 9, 11), row(30, 25, 40)])).toContain('1 of 2 observations');
  });
});

describe('maps', () => {
  test('find the country by its places, not by its name', () => {
    expect(splitShapes(shapes, comparison.places).home?.properties?.name).toBe('Kazakhstan');
    expect(splitShapes(shapes, [{ latitude: 53.9, longitude: 27.57 }]).home?.properties?.name).toBe('Belarus');
    expect(splitShapes(shapes, [{ latitude: 0, longitude: -30 }]).home).toBeUndefined();
  });
  test('count crowds and losses over runs and days', () => {
    const run = (crowd: number[], lost: number[]) => ({ dailyCrowd: [Float32Array.from(crowd)], dailyLost: [Uint8Array.from(lost)] });
    const runs = [run([10, 50], [0, 1]), run([20, 30], [0, 0])];
    expect(placeOutcomes(runs, 1)[0]).toMatchObject({ lostRuns: 1, lostShare: 0.5, peakDay: 1 });
    expect(placeOutcomes(runs, 1)[0]!.crowd.median).toBe(40);
    expect(dayFrames(runs, 1)[1]).toEqual({ crowds: [40], lostShares: [0.5] });
    expect([0, 0.05, 0.2, 0.5, 0.9].map(shadeOf)).toEqual([0, 1, 2, 3, 4]);
  });
  test('names never lie over each other', () => {
    const spots = Array.from({ length: 60 }, (_, i) => ({
      name: `Town number ${i}`,
      x: 100 + (i % 8) * 14,
      y: 60 + Math.floor(i / 8) * 9,
      r: 3,
      weight: i,
      isNamed: true,
    }));
    const boxes = [...placeLabels(spots, 40, 400, 200).matchAll(/x="([\d.]+)" y="([\d.]+)"[^>]*?(?:text-anchor="(\w+)")?>([^<]+)</g)].map(
      ([, x, y, anchor, text]) => {
        const wide = text!.length * 6.1;
        const left = anchor === 'end' ? +x! - wide : anchor === 'middle' ? +x! - wide / 2 : +x!;
        return { left, right: left + wide, top: +y! - 9, bottom: +y! + 2 };
      },
    );
    expect(boxes.length).toBeGreaterThan(3);
    boxes.forEach((a, i) =>
      boxes.slice(i + 1).forEach((b) => expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false)),
    );
  });
});
