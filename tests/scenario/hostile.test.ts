/** Files that want to hurt: refused with an issue, quickly, and never with an exception. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIssues } from '../../src/base/issue.ts';
import { editDistance } from '../../src/base/suggest.ts';
import { createReport, wholeFile } from '../../src/scenario/report.ts';
import { maxFileBytes } from '../../src/scenario/files.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { loadRecord } from '../../src/scenario/load-record.ts';
import { folderFiles, folderPath, inlinePath, inlineText, readerOf, vocabulary } from './tiny.ts';

const load = (content: string | Uint8Array) => loadScenario(readerOf({ [inlinePath]: content }), inlinePath, vocabulary);
const told = (content: string | Uint8Array) => load(content).issues.map((i) => `${i.line}:${i.column} ${i.code}`);

describe('refused before or while parsing', () => {
  test('more than 8 MB', () => {
    expect(told(new Uint8Array(maxFileBytes + 1))).toEqual(['1:1 FILE_SIZE']);
  });

  test('bytes that are not UTF-8, with their offset', () => {
    const bytes = new TextEncoder().encode('unrest: 1\nname: ü\ntitle: x');
    bytes[19] = 0xff;
    const { issues } = load(bytes);
    expect(issues.map((i) => `${i.line}:${i.column} ${i.code} ${i.received}`)).toEqual(['3:1 FILE_UTF8 19']);
    for (const [broken, offset] of [
      [[0x61, 0x80], 1],
      [[0xc0, 0xaf], 0],
      [[0x61, 0xe2, 0x82], 1],
      [[0xed, 0xa0, 0x80], 0],
      [[0xf4, 0x90, 0x80, 0x80], 0],
    ] as const) {
      expect(load(new Uint8Array(broken)).issues[0]).toMatchObject({ code: 'FILE_UTF8', received: String(offset) });
    }
  });

  test('a byte order mark is not part of the text', () => {
    expect(told(`\ufeff${inlineText}`)).toEqual([]);
  });

  test('Windows line ends count as one', () => {
    expect(told(inlineText.replace('focus: freeland', 'focus: freland').replaceAll('\n', '\r\n'))).toEqual(['51:8 NAME_UNKNOWN']);
  });

  test('a billion laughs', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++) lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
    expect(load(lines.join('\n')).issues.map((i) => i.code)).toEqual(['YAML_ALIAS']);
  });

  test('an alias inside what it stands for', () => {
    expect(load('a: &a [*a]').issues.map((i) => i.code)).toEqual(['YAML_DEPTH']);
  });

  test('aliases in honest use', () => {
    const text = inlineText
      .replace('police: { value: 10, unit: people, assumption: few }', 'police: &few { value: 10, unit: people, assumption: few }')
      .replace('interior: { value: 5, unit: people, assumption: few }', 'interior: *few');
    expect(load(text).spec!.world.countries[0]!.forces.interior.value).toBe(10);
    const wrong = text.replace('&few { value: 10', '&few { value: -10');
    expect(load(wrong).issues.map((i) => `${i.line}:${i.column} ${i.path}`)).toEqual([
      '17:31 world.countries[0].forces.police.value',
      '17:31 world.countries[0].forces.interior.value',
    ]);
  });

  test('nesting of more than 40 levels, where it begins', () => {
    const nested = (n: number) => `about: ${'['.repeat(n)}${']'.repeat(n)}`;
    expect(told(nested(41))).toEqual(['1:48 YAML_DEPTH']);
    expect(told(nested(39))).not.toContain('1:48 YAML_DEPTH');
    expect(load(Array.from({ length: 60 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')).issues.map((i) => i.code)).toEqual(['YAML_DEPTH']);
  });

  for (const [name, piece] of [
    ['brackets', '['],
    ['braces', '{a: '],
    ['dashes', '- '],
    ['question marks', '? '],
    ['colons', 'a:\n '],
    ['tags', '!a '],
    ['anchors', '&a '],
    ['documents', '---\n'],
    ['quotes', '"'],
    ['stars', '*a '],
    ['percent signs', '%\n'],
    ['commas', ','],
    ['NULs', '\0'],
    ['new keys', 'k: v\n'],
  ] as const) {
    test(`a megabyte of ${name}`, { timeout: 60_000 }, () => {
      const { issues, spec } = load(piece.repeat(1_000_000 / piece.length));
      expect(issues.length).toBeGreaterThan(0);
      expect(issues.length).toBeLessThanOrEqual(501);
      expect(spec).toBeUndefined();
    });
  }

  test('a table of nothing but mistakes', { timeout: 60_000 }, () => {
    const files = folderFiles();
    files['scenarios/worlds/tiny-world/links.csv'] = `from,to,hours,mode,source\n${'freeland/a/b,freeland/c/d,1,road,nobody\n'.repeat(100_000)}`;
    const { issues } = loadScenario(readerOf(files), folderPath, vocabulary);
    expect(issues.length).toBe(501);
    expect(issues.map((i) => i.code)).toContain('ISSUE_LIMIT');
  });
});

describe('names every object has', () => {
  test('leave no trace', () => {
    load(`${inlineText}__proto__: { polluted: true }\nconstructor: { prototype: { polluted: true } }\n`);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('are not known because every object has them', () => {
    const text = inlineText
      .replace('set: send.intervention', 'set: constructor')
      .replace('mobilise: threshold', 'hasOwnProperty: x')
      .replace('off: [strike]', 'off: [__proto__]')
      .replace('source: paper\nlatent', 'source: valueOf\nlatent');
    expect(load(text).issues.map((i) => i.code)).toEqual(['SOURCE_UNKNOWN', 'NAME_UNKNOWN', 'NAME_UNKNOWN', 'NAME_UNKNOWN']);
  });
});

describe('hints stay cheap', () => {
  test('names are compared with a limited number of slips', () => {
    const report = createReport();
    let listed = 0;
    function* names() {
      for (; ; listed++) {
        yield `town-${listed}`;
        if (listed % 10_000 === 9_999) break;
      }
      listed++;
    }
    for (let i = 0; i < 400; i++) report.error('NAME_UNKNOWN', wholeFile('f', i + 1), [], { what: 'place', received: '"towm-9"', known: names() });
    expect(report.issues).toHaveLength(400);
    expect(listed).toBe(300_000);
    expect(report.issues[0]!.hint).toMatch(/did you mean/);
    expect(report.issues[399]!.hint).toBeUndefined();
  });

  test('a distance is exact below the limit and never below it otherwise', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 7 }), (a, b, enough) => {
        const exact = editDistance(a, b);
        const limited = editDistance(a, b, enough);
        expect(exact < enough ? limited === exact : limited >= enough).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

test('a terminal cannot be steered by a file', () => {
  const text = inlineText.replace('focus: freeland', 'focus: "free\\e[2Jland" # \u001b[2J');
  const shown = formatIssues(load(text).issues, () => text);
  expect(shown.includes('\u001b')).toBe(false);
});

describe('nothing throws', () => {
  const anyBytes = fc.uint8Array({ maxLength: 400 });
  const anyText = fc.string({ unit: 'binary', maxLength: 400 });
  /** text that looks like YAML or CSV more often than chance would have it */
  const likely = fc
    .array(
      fc.constantFrom(
        'a',
        ':',
        ' ',
        '\n',
        '- ',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
        '&x',
        '*x',
        '|',
        '>',
        '#',
        '!!int',
        '?',
        '1',
        '-',
        '.nan',
        '2022-01-02',
        '---',
        '%',
        '\t',
        '__proto__',
        'value',
        'unit',
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));
  const content = fc.oneof(anyBytes, anyText, likely);

  test('for any bytes in the scenario', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(content, (bytes) => void formatIssues(load(bytes).issues, () => String(bytes))),
      { numRuns: 500 },
    );
  });

  test('for any bytes in a file of the world', { timeout: 60_000 }, () => {
    const files = folderFiles();
    const names = Object.keys(files);
    fc.assert(
      fc.property(fc.constantFrom(...names), content, (name, bytes) => {
        const { spec, issues } = loadScenario(readerOf({ ...files, [name]: bytes }), folderPath, vocabulary);
        expect(spec === undefined).toBe(issues.length > 0);
      }),
      { numRuns: 150 },
    );
  });

  test('for any passage of a good scenario put in place of another', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.nat(inlineText.length), fc.nat(30), likely, (from, length, piece) => {
        const { spec, issues } = load(inlineText.slice(0, from) + piece + inlineText.slice(from + length));
        expect(spec === undefined).toBe(issues.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  test('for any value in place of any other', { timeout: 60_000 }, () => {
    const lines = inlineText.split('\n');
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.jsonValue(), (i, value) => {
        const text = lines.map((line, k) => (k === i ? line.replace(/: .*$/, `: ${JSON.stringify(value)}`) : line)).join('\n');
        const { spec, issues } = load(text);
        expect(spec === undefined).toBe(issues.length > 0);
      }),
      { numRuns: 150 },
    );
  });

  test('for any bytes in the record', { timeout: 60_000 }, () => {
    const { spec } = load(inlineText);
    fc.assert(
      fc.property(content, (bytes) => void loadRecord(readerOf({ r: bytes }), 'r', spec!)),
      { numRuns: 300 },
    );
  });
});
