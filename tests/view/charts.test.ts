import { describe, expect, test } from 'vitest';
import { fixture, shapes } from '../report/fixture.ts';
import {
  differenceChart,
  fallChart,
  holdersChart,
  mapChart,
  partingChart,
  peakChart,
  recordChart,
  turnoutChart,
  worldsChart,
} from '../../src/report/figures.ts';
import { decisionRows } from '../../src/report/decisions.ts';
import { clockChart, clockRows, decisionChart, forcesChart } from '../../src/report/power-figures.ts';
import { languageCodes, words } from '../../src/report/words.ts';
import { probability } from '../../src/view/bars.ts';
import { standalone, type Chart } from '../../src/view/chart.ts';
import { dotValues } from '../../src/view/dots.ts';
import { memberRuns } from '../../src/view/fan.ts';
import { splitShapes } from '../../src/view/geography.ts';
import { fitWords, verdict } from '../../src/view/fit-words.ts';
import { heldShares } from '../../src/view/holders.ts';
import { placeLabels } from '../../src/view/place-labels.ts';
import { dayFrames, placeOutcomes, shadeOf } from '../../src/view/places.ts';
import { roundTop, scale } from '../../src/view/scale.ts';
import { cut, labelBoxes, touching } from '../support/labels.ts';

const comparison = fixture();
const en = words.en;
const few = fixture(undefined, 7);
const chartsOf = (of: typeof comparison, say: typeof en): readonly Chart[] => [
  peakChart(of, say),
  fallChart(of, say),
  differenceChart(of, say),
  partingChart(of, say),
  mapChart(of, shapes, say),
  worldsChart(of, shapes, say),
  holdersChart(of, say),
  turnoutChart(of, say),
  recordChart(of, 'turnout', say),
  recordChart(of, 'others', say),
  forcesChart(of, say),
  clockChart(of, clockRows(of, say), say),
  decisionChart(of, decisionRows(of, say), say),
];
const cases = languageCodes.flatMap((code) =>
  [comparison, few].flatMap((of) => chartsOf(of, words[code]).map((chart) => [chart.id, code, of.pairs, chart] as const)),
);

describe.each(cases)('chart %s in %s of %d pairs', (_id, _code, _pairs, chart) => {
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

describe('labels under an axis of dots', () => {
  const far = { ...comparison, divergences: comparison.divergences.map((_, i) => ({ hour: i % 3 === 0 ? 93 + i : i % 3 === 1 ? 647 - i : -1 })) };
  test.each(languageCodes.flatMap((code) => (['svg', 'narrowSvg'] as const).map((which) => [code, which] as const)))(
    'in %s, %s, do not touch and are days where hours would not fit',
    (code, which) => {
      const boxes = labelBoxes(partingChart(far, words[code])[which]);
      expect(touching(boxes)).toEqual([]);
      expect(boxes.filter(({ text }) => /^\d+\.?\sJan/.test(text)).length).toBeGreaterThan(2);
      expect(boxes.some(({ text }) => /Jan.*\d\d:\d\d/.test(text))).toBe(false);
    },
  );
  test('are hours where pairs part within days', () =>
    expect(labelBoxes(partingChart(comparison, en).svg).some(({ text }) => /Jan,\s\d\d:\d\d$/.test(text))).toBe(true));
});

describe('fan', () => {
  test.each(languageCodes)('in %s: its axis ends on a label above every run, and no label is cut', (code) => {
    const { svg } = turnoutChart(comparison, words[code]);
    const highest = Math.max(...comparison.arms.flatMap((arm) => arm.runs.flatMap((run) => [...run.outOnDay])), ...comparison.record.map(({ high }) => high));
    expect(labelBoxes(svg).map(({ text }) => text)).toContain(words[code].short(10 ** Math.ceil(Math.log10(highest))));
    expect(cut(labelBoxes(svg), 720)).toEqual([]);
    expect(labelBoxes(svg).filter(({ text }) => text === words[code].text.units.people)).toHaveLength(comparison.arms.length);
  });
  test('draws five to nine different single runs', () => {
    const members = memberRuns(comparison.arms[0]!.runs.map((run) => run.turnout));
    expect(members.length).toBeGreaterThanOrEqual(5);
    expect(members.length).toBeLessThanOrEqual(9);
    expect(new Set(members).size).toBe(members.length);
    expect(memberRuns([new Float32Array(3)])).toEqual([0]);
  });
  test('lays the record over the first arm only, counts of one place hollow (and once in the key)', () => {
    const { svg } = turnoutChart(comparison, en);
    expect(svg.split('<title>').length - 1).toBe(4);
    expect(svg.split('class="record open"').length - 1).toBe(2 + 1);
  });
});

describe('intervals', () => {
  test('of many observations stand in pieces that fit a sheet, with nothing lost', () => {
    const record = Array.from({ length: 6 }, (_, k) => comparison.record.map((row) => ({ ...row, id: `${row.id}-${k}` }))).flat();
    const [few, many] = [recordChart(comparison, 'others', en), recordChart({ ...comparison, record }, 'others', en)];
    const pieces = [...many.svg.matchAll(/<svg ([^>]*)viewBox="0 0 720 (\d+)"/g)].map(([, named, height]) => ({ named: named!, height: Number(height) }));
    expect(few.svg.split('<svg').length - 1).toBe(1);
    expect(pieces.length).toBeGreaterThan(2);
    for (const { height } of pieces) expect(height).toBeLessThan(900);
    expect(pieces.map(({ named }) => named.includes('role="img"'))).toEqual(pieces.map((_, i) => i === 0));
    expect(pieces.slice(1).every(({ named }) => named.includes('aria-hidden="true"'))).toBe(true);
    const labelled = (svg: string) => labelBoxes(svg).filter(({ text }) => /^[●✕]/.test(text)).length;
    expect(labelled(many.svg)).toBe(6 * labelled(few.svg));
    expect(labelled(standalone(many))).toBe(6 * labelled(few.svg));
    expect(many.narrowSvg.split('<svg').length - 1).toBe(1);
  });
  const many = Array.from({ length: 24 }, (_, i) => 5 + i * 0.6);
  const model = { median: 10, p25: 8, p75: 12, p05: 5, p95: 20, shareDefined: 1, values: many };
  const row = (value: number, low: number, high: number, values: readonly number[] = many) => {
    const of = { ...model, values };
    return { value, low, high, model: of, in50: high >= 8 && low <= 12, in90: high >= 5 && low <= 20 };
  };
  test('say hit or miss in words', () => {
    expect(verdict(row(10, 9, 11), en)).toBe('meets 50 %');
    expect(verdict(row(18, 14, 20), en)).toBe('meets 90 %');
    expect(verdict(row(30, 25, 40), en)).toBe('miss: record above 90 %');
    expect(verdict(row(1, 1, 1), en)).toBe('miss: record below 90 %');
    expect(verdict(row(1, 1, 1, []), en)).toBe('miss: happens in no run');
    expect(fitWords([row(10, 9, 11), row(30, 25, 40)], 24, en)).toContain('1 of 2 observations');
  });
  test('speak of few runs as they are, never of an interval', () => {
    expect(verdict(row(10, 9, 11, [7, 9, 12]), en)).toBe('within the 3 runs');
    expect(verdict(row(30, 25, 40, [7, 9, 12]), en)).toBe('miss: record above all 3 runs');
    expect(fitWords([row(10, 9, 11)], 8, en)).toContain('8 runs span');
    expect(fitWords([row(10, 9, 11)], 8, en)).not.toContain('%');
    expect(recordChart(few, 'others', en).svg).not.toContain('band50');
    expect(turnoutChart(few, en).svg).not.toContain('band50');
    expect(turnoutChart(comparison, en).svg).toContain('band50');
  });
  test('of things that are so or not show runs and what they leave open', () => {
    const seat = { ...row(0, 0, 0), events: { events: 0, trials: 24 } };
    expect(verdict(seat, en)).toBe('happens in 0 of 24 runs');
  });
});

describe('who holds what', () => {
  test('counts runs by the furthest a place slipped on the day', () => {
    const run = (...codes: number[]) => ({ dailyControl: [Uint8Array.from(codes)] });
    expect(heldShares([run(0, 2), run(1, 2), run(2, 0), run(0, 1)], 1)).toEqual([
      [
        { contested: 0.25, crowd: 0.25 },
        { contested: 0.25, crowd: 0.5 },
      ],
    ]);
  });
  test('draws nothing where nothing slips, and says so', () => {
    const quiet = {
      ...comparison,
      arms: comparison.arms.map((arm) => ({
        ...arm,
        runs: arm.runs.map((one) => ({ ...one, dailyControl: one.dailyControl.map((days) => days.map(() => 0)) })),
      })),
    };
    const chart = holdersChart(quiet, en);
    expect(chart.svg).not.toContain('height="15" class="held"');
    expect(chart.table.rows[0]![0]).toBe('No place leaves the hands of the government in any run.');
  });
});

describe('differences', () => {
  test('say in how many pairs the worlds part', () => {
    const parted = comparison.divergences.filter(({ hour }) => hour >= 0).length;
    expect(differenceChart(comparison, en).title).toContain(`part in ${parted} of 24 pairs`);
    const same = { ...comparison, divergences: comparison.divergences.map(() => ({ hour: -1 })) };
    expect(differenceChart(same, en).title).toContain('in none of 24 pairs');
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

test.each(['linear', 'log'] as const)('a %s scale that ends on a round top has its last tick there', (kind) => {
  for (const high of [0.3, 1, 4, 7.5, 16, 99, 100, 336, 1043, 20_000, 493_000]) {
    const top = roundTop(0, high, kind);
    expect(top).toBeGreaterThanOrEqual(high);
    const { ticks } = scale(kind, 0, top, 0, 100);
    expect(ticks.at(-1)).toBeCloseTo(top, 9);
    if (kind === 'linear') expect(ticks.at(-2)!).toBeLessThan(high);
  }
});
