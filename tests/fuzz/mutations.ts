/** Ways in which a good text goes wrong: by a slip of the hand, a bad merge, a broken disk or on purpose. */
import * as fc from 'fast-check';

/** Values nobody should write where another is expected. */
export const hostileValues = [
  '',
  '-1',
  '0',
  '1e999',
  '-1e999',
  '.nan',
  '.inf',
  '1e308',
  '9007199254740993',
  '0x7fffffffffffffff',
  '~',
  'true',
  '[]',
  '{}',
  '[[[[[[[[]]]]]]]]',
  '{ value: 1e308, unit: week }',
  '{ value: 1, unit: parsec, source: nobody }',
  '"\\0"',
  '"\\e[2J"',
  '"\\ud800"',
  '\u202eabc',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '../../etc/passwd',
  '/etc/passwd',
  'C:\\nul',
  'nul',
  '2022-02-30T00:00+06:00',
  '0000-01-01T00:00Z',
  '9999-12-31T23:59+14:00',
  'day 0',
  'day 9999 23:59',
  '!!js/function "x"',
  '!!binary AAAA',
  '&a [*a]',
  '*nobody',
  '<<',
  '|',
  '"never closed',
  'a'.repeat(5000),
];

const scalar = /(?<=[:,[{-] +)[^\s:,[\]{}#&*!|>'"%@`][^,[\]{}#\n]*/g;

/** Where values stand in a YAML text, roughly: good enough to swap them. */
function valuesIn(text: string): readonly { readonly from: number; readonly to: number }[] {
  return [...text.matchAll(scalar)].map((m) => ({ from: m.index, to: m.index + m[0].trimEnd().length }));
}

function inLines(change: (lines: string[], a: number, b: number) => void): (text: string, a: number, b: number) => string {
  return (text, a, b) => {
    const lines = text.split('\n');
    change(lines, a % lines.length, b % lines.length);
    return lines.join('\n');
  };
}

const slips: readonly ((text: string, a: number, b: number) => string)[] = [
  inLines((lines, a) => lines.splice(a, 1)),
  inLines((lines, a, b) => lines.splice(a, 1 + (b % 5))),
  inLines((lines, a, b) => lines.splice(b, 0, lines[a]!)),
  inLines((lines, a, b) => ([lines[a], lines[b]] = [lines[b]!, lines[a]!])),
  inLines((lines, a, b) => (lines[a] = lines[b]!)),
  inLines((lines, a, b) => (lines[a] = ' '.repeat(b % 7) + lines[a]!.trimStart())),
  (text, a) => text.slice(0, a % text.length),
  (text, a, b) => text.slice(0, a % text.length) + text.slice((a % text.length) + (b % 40)),
  // two values change places
  (text, a, b) => {
    const found = valuesIn(text);
    if (found.length < 2) return text;
    const [one, two] = [found[a % found.length]!, found[b % found.length]!].sort((x, y) => x.from - y.from) as [(typeof found)[0], (typeof found)[0]];
    if (one.from === two.from) return text;
    return text.slice(0, one.from) + text.slice(two.from, two.to) + text.slice(one.to, two.from) + text.slice(one.from, one.to) + text.slice(two.to);
  },
  // a value becomes one that nobody should write
  (text, a, b) => {
    const found = valuesIn(text);
    if (found.length === 0) return text;
    const at = found[a % found.length]!;
    return text.slice(0, at.from) + hostileValues[b % hostileValues.length]! + text.slice(at.to);
  },
];

/** One to four slips in a row, as a function of the good text. */
export const mutation: fc.Arbitrary<(text: string) => string> = fc
  .array(fc.record({ slip: fc.nat(slips.length - 1), a: fc.nat(1_000_000), b: fc.nat(1_000_000) }), { minLength: 1, maxLength: 4 })
  .map((steps) => (text) => steps.reduce((t, { slip, a, b }) => (t === '' ? t : slips[slip]!(t, a, b)), text));

/** Bytes written over, put into or taken out of the good ones. */
export const brokenBytes: fc.Arbitrary<(bytes: Uint8Array) => Uint8Array> = fc
  .record({ at: fc.nat(1_000_000), gone: fc.nat(12), piece: fc.uint8Array({ maxLength: 12 }) })
  .map(({ at, gone, piece }) => (bytes) => {
    const from = at % (bytes.length + 1);
    return Uint8Array.from([...bytes.subarray(0, from), ...piece, ...bytes.subarray(from + gone)]);
  });

/** A table with some cells, rows or line ends changed. */
export const brokenTable: fc.Arbitrary<(text: string) => string> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('cell', 'swap', 'drop', 'twice', 'cut', 'crlf', 'bom', 'quote', 'comma'),
      row: fc.nat(10_000),
      column: fc.nat(20),
      value: fc.constantFrom(...hostileValues, 'NaN', 'Infinity', '"a""b"', '"a\r\nb"', '"a,b"', '=1+1', '1,5', ' 1 ', '١'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((steps) => (text) => {
    let result = text;
    for (const { kind, row, column, value } of steps) {
      const lines = result.split('\n');
      const at = row % lines.length;
      const cells = lines[at]!.split(',');
      const c = column % cells.length;
      if (kind === 'cell') cells[c] = value;
      if (kind === 'swap') [cells[0], cells[c]] = [cells[c]!, cells[0]!];
      if (kind === 'quote') cells[c] = `${cells[c]!}"`;
      if (kind === 'comma') cells.push(value);
      lines[at] = cells.join(',');
      if (kind === 'drop') lines.splice(at, 1);
      if (kind === 'twice') lines.splice(at, 0, lines[at]!);
      result = lines.join(kind === 'crlf' ? '\r\n' : '\n');
      if (kind === 'cut') result = result.slice(0, row % (result.length + 1));
      if (kind === 'bom') result = `\ufeff${result}`;
    }
    return result;
  });
