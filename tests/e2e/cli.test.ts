/** The command line as a person meets it: help, slips, exit codes, what is written and what is not. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedMinimal } from './changed-minimal.ts';
import { inFolder, jsonLines, root, unrest } from './program.ts';

const verbs = ['check', 'show', 'run', 'compare', 'why', 'predict', 'rows', 'classics', 'digest', 'bench'];
const minutes = 60_000;

/** Every file below a folder. */
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => e.name);

describe('help', () => {
  it.each(['', ...verbs])('of "%s" names its options', async (verb) => {
    const { code, out, err } = await unrest(verb === '' ? ['--help'] : [verb, '--help']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(`Usage: unrest ${verb}`.trimEnd());
    expect(out).toContain('--help');
    if (verb === '') for (const name of verbs) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  it('and the version are those of the package', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect((await unrest(['--version'])).out).toBe(`${version}\n`);
  });
});

describe('a slip ends with 2, nothing on standard output and a hint', () => {
  it.each([
    [['rnu', 'minimal'], /unknown command 'rnu'[^]*Did you mean run\?/],
    [['run', 'minimal', '--sede', '3'], /unknown option '--sede'[^]*Did you mean --seed\?/],
    [['show', '--steps'], /unknown option '--steps'[^]*Did you mean --step\?/],
    [['run'], /missing required argument 'scenario'/],
    [['compare', 'minimal', '--pairs', '0'], /--pairs is "0"; it must be a whole number from 1 to/],
    [['compare', 'minimal', '--pairs', '2.5'], /--pairs is "2\.5"/],
    [['compare', 'minimal', '--threads', 'many'], /--threads is "many"/],
    [['run', 'minimal', '--seed', '-1'], /--seed is "-1"/],
    [['run', 'nosuch'], /no scenario "nosuch"[^]*minimal, quiet/],
    [['check', 'nosuch'], /no scenario "nosuch"/],
    [['why', 'minimal', '--government', 'hilland'], /--government is "hilland"[^]*did you mean "hillland"\?/],
    [['why', 'minimal', '--at', 'day 3 18:00'], /exactly one of --government, --member, --unit/],
    [['why', 'minimal', '--government', 'hillland', '--at', 'day 99'], /outside the run/],
    [['why', 'minimal', '--government', 'hillland', '--at', 'noon'], /write it like/],
    [['digest', 'nosuch'], /no scenario "nosuch"/],
    [['run', 'minimal', '--arm', 'nope'], /no arm "nope" in minimal; it has as-it-was, no-intervention, patron-grants/],
    [['compare', 'minimal', '--arms', 'as-it-was,nope'], /no arm "nope" in minimal; it has as-it-was/],
  ])('%j', async (words, said) => {
    const { code, out, err } = await unrest(words);
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('a broken scenario', () => {
  const breaks = [
    { from: 'focus: hillland', to: 'focus: ¦hilland', said: 'hillland' },
    { from: 'days: 14', to: 'days: ¦-3', said: 'clock' },
    { from: 'set: send.intervention', to: 'set: ¦send.interventoin', said: 'send.intervention' },
  ];

  it('is told with file, line and column of every fault at once, and nothing is written', () =>
    inFolder(async (folder) => {
      const { text, marks } = changedMinimal(breaks);
      writeFileSync(join(folder, 'scenario.yaml'), text);
      const { code, out, err } = await unrest(['check', '.'], { cwd: folder });
      expect({ code, err }).toEqual({ code: 2, err: '' });
      marks.forEach(({ line, column }, i) => {
        expect(out).toContain(`scenario.yaml:${line}:${column}`);
        expect(out).toContain(breaks[i]!.said);
      });
      for (const verb of ['run', 'compare', 'digest']) {
        const refused = await unrest([verb, '.'], { cwd: folder });
        expect({ verb, code: refused.code, out: refused.out }).toEqual({ verb, code: 2, out: '' });
        expect(refused.err).toContain(`scenario.yaml:${marks[0]!.line}:${marks[0]!.column}`);
      }
      expect(readdirSync(folder)).toEqual(['scenario.yaml']);
    }));

  it('can be read by a program', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'scenario.yaml'), changedMinimal(breaks).text);
      const { code, out } = await unrest(['check', folder, '--json']);
      expect(code).toBe(2);
      expect(jsonLines<{ issues: unknown[] }>(out)[0]!.issues.length).toBeGreaterThanOrEqual(breaks.length);
    }));

  it('is not confused with a whole one', async () => {
    const { code, out } = await unrest(['check', 'minimal']);
    expect(code).toBe(0);
    expect(out).toMatch(/minimal: 2 countries, 4 places, 2 events, 5 arms/);
  });

  it('says how many claims stand beside it, and shows where one is wrong', () =>
    inFolder(async (folder) => {
      const { code, out } = await unrest(['check', 'kazakhstan-2022']);
      expect(code).toBe(0);
      expect(out).toMatch(/13 arms, 15 claims \(9 with queries, 25 in all\);/);
      expect(jsonLines<{ claims: number }>((await unrest(['check', 'kazakhstan-2022', '--json'])).out)[0]!.claims).toBe(15);
      writeFileSync(join(folder, 'scenario.yaml'), readFileSync(join(root, 'scenarios/minimal/scenario.yaml')));
      const claim = '- { id: C1, kind: cause, statement: It hangs on the patron., queries: [{ quantity: dead, arm: no-intervension }] }';
      writeFileSync(join(folder, 'claims.yaml'), `by: somebody\nclaims:\n${claim}\n`);
      const wrong = await unrest(['check', folder]);
      expect(wrong.out).toMatch(/claims\.yaml:3:3: error CLAIM_UNATTRIBUTED: the claim "C1" does not say where it stands/);
      expect(wrong.out).toMatch(/claims\.yaml:3:95: error NAME_UNKNOWN: unknown arm "no-intervension"; did you mean no-intervention\?/);
      expect(wrong.code).toBe(2);
    }));
});

describe('why', () => {
  const asked = ['why', 'minimal', '--government', 'hillland', '--at', 'day 4 04:00'];

  it('lays open the rules of an hour: terms, threshold, draw, answer and what would have turned it', async () => {
    const { code, out, err } = await unrest(asked);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^govern: state of emergency, the government of Hillland, 2030-03-\d\d 04:00$/m);
    expect(out).toMatch(/^ {4}people in the street \(per thousand residents\) +[\d.]+ {2}× [\d.]+ +=/m);
    expect(out).toMatch(/^ {4}held against: level of this step +[\d.]+$/m);
    expect(out).toMatch(/^ {2}turns/m);
    expect(out).toMatch(/^On record up to this hour:$/m);
    expect(out).toContain('Model result, not a forecast.');
  });

  it('says the same as JSON', async () => {
    const [json] = jsonLines<{ hour: number; explanations: { rule: string; answer: string; hour: number }[] }>((await unrest([...asked, '--json'])).out);
    expect(json!.explanations.map((one) => one.rule)).toContain('govern: state of emergency');
    expect(new Set(json!.explanations.map((one) => one.hour))).toEqual(new Set([json!.hour]));
  });
});

describe('run', () => {
  it('prints the log, the numbers and the digest', async () => {
    const { code, out, err } = await unrest(['run', 'minimal']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^2030-03-0\d \d\d:00 {2}Hilltown .*\[\w+\]/m);
    expect(out).toMatch(/^peakTurnout +\d/m);
    expect(out).toMatch(/^digest [0-9a-f]{64}$/m);
    expect(out).toContain('Model result, not a forecast.');
  });

  it('says the same as JSON', async () => {
    const text = await unrest(['run', 'minimal']);
    const [json] = jsonLines<{ digest: string; arm: string; quantities: Record<string, number> }>((await unrest(['run', 'minimal', '--json'])).out);
    expect(text.out).toContain(`digest ${json!.digest}\n`);
    expect(json!.arm).toBe('as-it-was');
    expect(Object.keys(json!.quantities)).toContain('peakTurnout');
  });

  it('keeps the history whole', () =>
    inFolder(async (folder) => {
      const { code } = await unrest(['run', 'minimal', '--arm', 'no-intervention', '--out', join(folder, 'a/b')]);
      expect(code).toBe(0);
      expect(filesBelow(folder)).toEqual(['history.json']);
      expect((JSON.parse(readFileSync(join(folder, 'a/b/history.json'), 'utf8')) as { arm: string }).arm).toBe('no-intervention');
    }));

  it('finds a scenario by name, folder and file, from anywhere', () =>
    inFolder(async (folder) => {
      const own = join(folder, 'a folder with spaces');
      mkdirSync(own);
      cpSync(join(root, 'scenarios/minimal/scenario.yaml'), join(own, 'scenario.yaml'));
      const digests = await Promise.all(
        ['minimal', own, join(own, 'scenario.yaml'), 'a folder with spaces'].map(
          async (name) => jsonLines<{ digest: string }>((await unrest(['run', name, '--json'], { cwd: folder })).out)[0]!.digest,
        ),
      );
      expect(new Set(digests).size).toBe(1);
    }));
});

describe('show', () => {
  it.each([
    [['show'], /^ {2}kazakhstan-2022$[^]*^ {2}minimal$/m],
    [['show', '--step'], /^ 1 {2}freeze/m],
    [['show', '--levers'], /^send\.intervention +/m],
    [['show', '--parameters'], /(source: |ASSUMPTION: )/],
  ])('%j', async (words, said) => {
    const { code, out, err } = await unrest(words);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(said);
    const [rows] = jsonLines<unknown[]>((await unrest([...words, '--json'])).out);
    expect(rows!.length).toBeGreaterThan(1);
  });

  it('gives every parameter a source or calls it an assumption', async () => {
    const [rows] = jsonLines<{ id: string; source?: string; assumption?: string; unit: string }[]>((await unrest(['show', '--parameters', '--json'])).out);
    expect(rows!.filter((row) => !row.source && !row.assumption).map((row) => row.id)).toEqual([]);
  });
});

describe('compare', () => {
  it(
    'writes the report and the answers whole, the same on one thread and on two',
    () =>
      inFolder(async (folder) => {
        const [one, two] = [join(folder, 'one'), join(folder, 'two')];
        const first = await unrest(['compare', 'minimal', '--pairs', '4', '--threads', '1', '--out', one]);
        const second = await unrest(['compare', 'minimal', '--pairs', '4', '--threads', '2', '--out', two]);
        expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: '' });
        expect(readdirSync(one).sort()).toEqual(['pairs.json', 'report.html']);
        expect(readdirSync(two).sort()).toEqual(['pairs.json', 'report.html']);
        for (const name of ['pairs.json', 'report.html'])
          expect(readFileSync(join(two, name), 'utf8') === readFileSync(join(one, name), 'utf8'), name).toBe(true);
        expect(second.out.replace(two, one)).toBe(first.out);
        expect(readFileSync(join(one, 'report.html'), 'utf8').trimEnd()).toMatch(/<\/html>$/);
        expect((JSON.parse(readFileSync(join(one, 'pairs.json'), 'utf8')) as { answers: unknown[] }).answers).toHaveLength(4);
        expect(first.out).toContain(`report: ${join(one, 'report.html')}`);
      }),
    4 * minutes,
  );

  it(
    'prints one line of JSON for each pair, from the pair it was asked for',
    () =>
      inFolder(async (folder) => {
        const { out } = await unrest(['compare', 'minimal', '--pairs', '2', '--first', '5', '--threads', '2', '--json', '--out', folder]);
        expect(jsonLines<{ pair: number }>(out).map(({ pair }) => pair)).toEqual([5, 6]);
      }),
    4 * minutes,
  );

  it.each([40, 72, 100])(
    'fits a table into %i columns and colours no pipe',
    (columns) =>
      inFolder(async (folder) => {
        const { out } = await unrest(['compare', 'minimal', '--pairs', '2', '--threads', '1', '--out', 'o'], {
          cwd: folder,
          env: { COLUMNS: String(columns), NO_COLOR: '1' },
        });
        expect(out).not.toContain('\u001b');
        // the last line is a path, which a person wants to copy whole
        const long = out.split('\n').filter((line) => !line.startsWith('report: ') && [...line].length > columns);
        expect(long).toEqual([]);
      }),
    4 * minutes,
  );

  it('writes to out/<scenario> below the working folder unless told otherwise', () =>
    inFolder(async (folder) => {
      expect((await unrest(['compare', 'minimal', '--pairs', '1'], { cwd: folder })).code).toBe(0);
      expect(readdirSync(join(folder, 'out/minimal')).sort()).toEqual(['pairs.json', 'report.html']);
    }));

  it('says clearly that it may not write, and ends with 3', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      const { code, err } = await unrest(['compare', 'minimal', '--pairs', '1', '--out', join(folder, 'file/below')]);
      expect(code).toBe(3);
      expect(err).toContain(join(folder, 'file/below'));
      expect(err).toContain('check the folder');
      expect(err).not.toMatch(/\n\s+at .*:\d+:\d+/);
      expect(readdirSync(folder)).toEqual(['file']);
    }));
});

describe('a pair that fails', () => {
  it(
    'is said, keeps the others, ends with 1, and its replay command shows it again',
    () =>
      inFolder(async (folder) => {
        // fewer places to stand than people: the world cannot be built
        const { text } = changedMinimal([{ from: 'population: 6000,', to: 'population: 6000, capacity: 64,' }]);
        const own = join(folder, 'too-small');
        mkdirSync(own);
        writeFileSync(join(own, 'scenario.yaml'), text);
        const { code, err } = await unrest(['compare', 'too-small', '--pairs', '2', '--threads', '2', '--seed', '9'], { cwd: folder });
        expect(code).toBe(1);
        expect(err).toMatch(/pair 0 failed: .*capacity/);
        const replays = [...err.matchAll(/^ {2}replay: unrest (.*)$/gm)].map((m) => m[1]!);
        expect(replays).toHaveLength(2);
        const again = await unrest(replays[1]!.split(' '), { cwd: folder });
        expect(again.code).toBe(1);
        expect(again.err).toMatch(/^pair 1 failed: .*capacity/);
        expect(existsSync(join(folder, 'out'))).toBe(false);
      }),
    4 * minutes,
  );
});

describe('stopping with Ctrl-C', () => {
  it.each([1, 2])(
    'ends with 130 on %i threads, soon, and leaves nothing half written',
    (threads) =>
      inFolder(async (folder) => {
        const afterMs = 5000;
        const began = Date.now();
        const words = ['compare', 'minimal', '--pairs', '1000', '--threads', String(threads), '--out', 'o'];
        const { code, signal, out } = await unrest(words, { cwd: folder, interrupt: { afterMs, signal: 'SIGINT' } });
        expect({ code, signal, out }).toEqual({ code: 130, signal: null, out: '' });
        expect(Date.now() - began - afterMs).toBeLessThan(20_000);
        expect(filesBelow(folder)).toEqual([]);
      }),
    10 * minutes,
  );
});
