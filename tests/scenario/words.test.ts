/** The small things the loaders stand on: units, suggestions, dates, CSV, the text of issues. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeIssue, formatIssues, issueCodes, pathText, quoted } from '../../src/base/issue.ts';
import { editDistance, nearest } from '../../src/base/suggest.ts';
import { compatibleUnits, convertUnit, unitNames } from '../../src/base/units.ts';
import { parseInstant, parseMoment } from '../../src/scenario/clock.ts';
import { parseCsv } from '../../src/scenario/csv-file.ts';
import { canonical, contentHash } from '../../src/scenario/hash.ts';

describe('units', () => {
  test('convert within a dimension and not between', () => {
    expect(convertUnit(2, 'day', 'h')).toBe(48);
    expect(convertUnit(90, 'min', 'h')).toBe(1.5);
    expect(convertUnit(57, '%', 'share')).toBe(0.57);
    expect(convertUnit(29, '%', '1')).toBe(0.29);
    expect(convertUnit(448, 'per 100000', 'share')).toBe(0.00448);
    expect(convertUnit(24, 'people/day', 'people/h')).toBe(1);
    expect(convertUnit(1, 'per h', 'per day')).toBe(24);
    expect(convertUnit(1, 'km', 'h')).toBeUndefined();
    expect(convertUnit(1, 'share', 'people')).toBeUndefined();
    expect(convertUnit(1, 'constructor', 'share')).toBeUndefined();
  });

  test('may say of what or since when', () => {
    expect(convertUnit(10, '% of residents', 'share')).toBe(0.1);
    expect(convertUnit(8, 'hours after the decision', 'h')).toBe(8);
    expect(convertUnit(700, 'people per day', 'people/day')).toBe(700);
  });

  test('that are not in the table stand for themselves only', () => {
    expect(convertUnit(3, 'ties', 'ties')).toBe(3);
    expect(convertUnit(3, 'ties', 'people')).toBeUndefined();
    expect(compatibleUnits('ties')).toEqual(['ties']);
    expect(compatibleUnits('h')).toEqual(['h', 'min', 'day', 'week']);
  });

  test('come back from where they went', () => {
    fc.assert(
      fc.property(fc.constantFrom(...unitNames), fc.constantFrom(...unitNames), fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (a, b, x) => {
        const there = convertUnit(x, a, b);
        expect(there === undefined).toBe(!compatibleUnits(a).includes(b));
        if (there !== undefined) expect(convertUnit(there, b, a)! / x).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('did you mean', () => {
  test('finds slips, not other words', () => {
    expect(nearest('tciks', ['ticks', 'tocks'])).toBe('ticks');
    expect(nearest('zhanaozen', ['kazakhstan/mangystau/zhanaozen', 'kazakhstan/mangystau/aktau'])).toBe('kazakhstan/mangystau/zhanaozen');
    expect(nearest('rural', ['a/b/rural', 'a/c/rural'])).toBeUndefined();
    expect(nearest('x', ['y'])).toBeUndefined();
    expect(nearest('', ['y'])).toBeUndefined();
    expect(nearest('elephant', ['giraffe'])).toBeUndefined();
  });

  test('distance is symmetric and 0 only for the same word', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});

describe('times', () => {
  test('agree with the platform on every valid date', () => {
    const two = (x: number) => String(x).padStart(2, '0');
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01T00:00Z'), max: new Date('2199-12-31T00:00Z'), noInvalidDate: true }),
        fc.integer({ min: -12, max: 14 }),
        (date, offset) => {
          const text = `${date.toISOString().slice(0, 16)}${offset < 0 ? '-' : '+'}${two(Math.abs(offset))}:00`;
          expect(parseInstant(text)).toEqual({ epochMs: Date.parse(text), offsetMinutes: offset * 60 });
        },
      ),
    );
  });

  test('that do not exist are told', () => {
    for (const text of [
      '2022-02-29T00:00Z',
      '2022-13-01T00:00Z',
      '2022-00-01T00:00Z',
      '2022-04-31T00:00Z',
      '2022-01-01T24:00Z',
      '2022-01-01T00:60Z',
      '2022-01-01T00:00+15:00',
      '2022-01-01 00:00Z',
      '2022-01-01',
      'noon',
    ]) {
      expect(parseInstant(text), text).toHaveProperty('problem');
    }
    expect(parseInstant('2024-02-29T00:00Z')).toHaveProperty('epochMs');
    expect(parseInstant('2000-02-29T23:59:59Z')).toHaveProperty('epochMs', Date.UTC(2000, 1, 29, 23, 59, 59));
  });

  test('by day are counted from the first calendar day', () => {
    const clock = { from: '2022-01-02T22:00+06:00', fromEpochMs: Date.parse('2022-01-02T22:00+06:00'), offsetMinutes: 360, hours: 240 };
    expect(parseMoment('day 1 23:30', clock)).toEqual({ hours: 1.5 });
    expect(parseMoment('day 2', clock)).toEqual({ hours: 2 });
    expect(parseMoment('day 1 21:00', clock)).toEqual({ hours: -1 });
    expect(parseMoment('day two', clock)).toEqual({ problem: 'write it like "day 3 18:00"' });
  });
});

describe('CSV', () => {
  test('comes back as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' ', 'é'), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(parseCsv(text).rows.map((row) => row.map((c) => c.text))).toEqual(rows);
      }),
    );
  });

  test('knows where each cell begins', () => {
    const text = 'a,"b\nc",d\n\ne,f';
    expect(parseCsv(text).rows.map((row) => row.map((c) => text[c.offset]))).toEqual([
      ['a', '"', 'd'],
      ['e', 'f'],
    ]);
  });
});

describe('content hash', () => {
  test('does not see the order of keys but that of lists', () => {
    expect(contentHash({ a: 1, b: [1, 2] })).toBe(contentHash({ b: [1, 2], a: 1 }));
    expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
    expect(contentHash('1')).not.toBe(contentHash(1));
  });

  test('different content has different canonical text', () => {
    expect(canonical({ a: 'x","b":"y' })).not.toBe(canonical({ a: 'x', b: 'y' }));
    expect(canonical({ x: null })).not.toBe(canonical({}));
  });
});

describe('issues as text', () => {
  const issue = composeIssue('NAME_UNKNOWN', { file: 'a.yaml', line: 2, column: 4 }, ['events', 0, 'where'], {
    what: 'place',
    received: quoted('cpaital'),
    known: ['capital'],
  });

  test('quote the line and put a caret under the place', () => {
    expect(formatIssues([issue], () => 'x: 1\n\ty: cpaital\n')).toBe(
      'a.yaml:2:4: error NAME_UNKNOWN: unknown place "cpaital"; did you mean capital? (events[0].where)\n     2 | \ty: cpaital\n       | \t  ^',
    );
    expect(formatIssues([issue], undefined, 'note')).toBe('a.yaml:2:4: note NAME_UNKNOWN: unknown place "cpaital"; did you mean capital? (events[0].where)');
  });

  test('show a window of a long line', () => {
    const [, source, caret] = formatIssues([{ ...issue, line: 1, column: 1001 }], () => `${'x'.repeat(1000)}!${'y'.repeat(1000)}`).split('\n');
    expect(source!.length).toBeLessThan(130);
    expect(source![caret!.indexOf('^')]).toBe('!');
  });

  test('have stable codes of the form AREA_WORD', () => {
    for (const code of issueCodes) expect(code).toMatch(/^[A-Z]+_[A-Z0-9]+$/);
  });

  test('name paths as one would type them', () => {
    expect(pathText(['parameters', 'mobilise.seenWeight', 'range', 0])).toBe('parameters["mobilise.seenWeight"].range[0]');
    expect(pathText([])).toBe('');
  });
});
