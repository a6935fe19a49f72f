import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../scenario/csv-file.ts';
import { csvCell, csvText } from './export-csv.ts';

describe('a table as CSV', () => {
  it.each([
    [null, ''],
    [undefined, ''],
    ['', ''],
    [0.1, '0.1'],
    [-1e-7, '-1e-7'],
    [9007199254740993n, '9007199254740993'],
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['a "b"', '"a ""b"""'],
    ['a\nb', '"a\nb"'],
    [' a', '" a"'],
    ['=1+1', "'=1+1"],
    ['@SUM(A1), b', '"\'@SUM(A1), b"'],
    ['-x', "'-x"],
  ])('%s is written %s', (value, text) => {
    expect(csvCell(value)).toBe(text);
  });

  it('has a header and lines that end in two letters, and absent values are empty', () => {
    expect(csvText(['a', 'b c'], [{ a: 1 }, { 'b c': 'x,y' }])).toBe('a,b c\r\n1,\r\n,"x,y"\r\n');
  });

  it('is read back as it was', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !/^[=+\-@\t\r]/.test(text));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const { rows: read, problem } = parseCsv(
          csvText(
            ['a', 'b'],
            rows.map(([a, b]) => ({ a, b })),
          ),
        );
        expect(problem).toBeUndefined();
        expect(read.slice(1).map((row) => row.map(({ text }) => text))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });
});
