import { describe, expect, test } from 'vitest';
import { calendarFrom } from '../../src/view/calendar.ts';
import { escape, wrap } from '../../src/view/markup.ts';
import { change, count, percent, percentRange, points, short } from '../../src/view/numbers.ts';
import { scale } from '../../src/view/scale.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('dates are local to the scenario', () => {
  const calendar = calendarFrom('2022-01-02T00:00+06:00');
  test.each([
    [0, '2 Jan, 00:00'],
    [88.5, '5 Jan, 16:30'],
    [96, '6 Jan, 00:00'],
    [30 * 24, '1 Feb, 00:00'],
    [-1, '1 Jan, 23:00'],
  ])('hour %d is %s', (hour, words) => expect(plain(calendar.hour(hour))).toBe(words));
  test('years, leap days and what never happens', () => {
    expect(plain(calendarFrom('2020-02-28T12:00Z').full(24))).toBe('29 February 2020, 12:00');
    expect(plain(calendarFrom('2021-12-31T23:30+03:00').full(1))).toBe('1 January 2022, 00:30');
    expect(calendarFrom('2021-12-31T23:30+03:00').firstMidnight).toBe(0.5);
    expect(calendar.hour(Number.NaN)).toBe('never');
    expect(calendar.zone).toBe('UTC+06:00');
  });
  test('agrees with the clock of the platform over a century', () => {
    const long = calendarFrom('1956-10-23T00:00Z');
    for (let day = 0; day < 36_525; day += 97) {
      const there = new Date(Date.UTC(1956, 9, 23) + day * 86_400_000);
      expect(plain(long.full(day * 24))).toBe(
        `${there.getUTCDate()} ${there.toLocaleString('en', { month: 'long', timeZone: 'UTC' })} ${there.getUTCFullYear()}, 00:00`,
      );
    }
  });
});

describe('numbers are sober', () => {
  test.each([
    [0, '0'],
    [8.5, '8.5'],
    [12.4, '12'],
    [997, '997'],
    [12_345, '12,300'],
    [999_999, '1,000,000'],
    [-4200, '−4,200'],
    [0.0123, '0.012'],
    [-0.4, '−0.4'],
    [Number.NaN, '–'],
  ])('%d is written %s', (value, words) => expect(count(value)).toBe(words));
  test('shares and changes', () => {
    expect(plain(percent(0.125))).toBe('13 %');
    expect(plain(percent(0.004))).toBe('0.4 %');
    expect(plain(percent(0))).toBe('0 %');
    expect(plain(percent(1))).toBe('100 %');
    expect(plain(percentRange(0.03, 0.22))).toBe('3–22 %');
    expect(plain(points(-0.042))).toBe('−4 points');
    expect(change(15)).toBe('+15');
    expect(short(20_000)).toBe('20k');
  });
});

describe('text', () => {
  test('is escaped', () => expect(escape(`<script>"&'`)).toBe('&lt;script&gt;&quot;&amp;&#39;'));
  test('is wrapped and never wider than asked', () => {
    const lines = wrap('a word and anextremelylongwordwithoutspaces here', 10);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(10);
    expect(lines.join('').replaceAll(' ', '')).toBe('awordandanextremelylongwordwithoutspaceshere');
  });
});

describe('scales', () => {
  test.each(['linear', 'sqrt', 'log'] as const)('%s rises from end to end', (kind) => {
    const s = scale(kind, 0, 100_000, 200, 0);
    expect(s.at(0)).toBe(200);
    expect(s.at(100_000)).toBeCloseTo(0, 9);
    expect(s.at(100)).toBeGreaterThan(s.at(1000));
    expect(s.ticks.length).toBeGreaterThan(2);
    for (const tick of s.ticks) expect(s.at(tick)).toBeGreaterThanOrEqual(-1e-9);
  });
  test('nothing to show is still a scale', () => expect(scale('linear', 3, 3, 0, 10).at(3)).toBe(0));
});
