/** Files from strangers, through the program as a person starts it: told where, exit 2, nothing written, nothing run, little memory. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { changedMinimal, type Change } from './changed-minimal.ts';
import { inFolder, root, unrest } from './program.ts';

const minimal = readFileSync(join(root, 'scenarios/minimal/scenario.yaml'), 'utf8');
const csto = join(root, 'scenarios/worlds/csto-2022');

/** Heap the program may use for any of these, and all memory it may touch. */
const heapMegabytes = 256;
const peakKilobytes = 700_000;

interface Hostile {
  readonly make: (folder: string) => void;
  /** what standard output of `check` must say */
  readonly says: RegExp;
}

const changed = (from: string, to: string, says: RegExp): Hostile => ({ make: (folder) => put(folder, changedMinimal([{ from, to } as Change]).text), says });
const written = (text: string | Uint8Array, says: RegExp): Hostile => ({ make: (folder) => put(folder, text), says });
const added = (text: string, says: RegExp) => written(`${minimal}${text}`, says);

function put(folder: string, content: string | Uint8Array): void {
  writeFileSync(join(folder, 'scenario.yaml'), content);
}

function bomb(): string {
  const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 12; i++) lines.push(`a${i}: &a${i} [${Array.from({ length: 10 }, () => `*a${i - 1}`).join(', ')}]`);
  return lines.join('\n');
}

/** A scenario of six states whose table of links is this. */
function links(table: string | Uint8Array): (folder: string) => void {
  return (folder) => {
    cpSync(join(root, 'scenarios/kazakhstan-2022/scenario.yaml'), join(folder, 'scenario.yaml'));
    cpSync(csto, join(folder, 'worlds/csto-2022'), { recursive: true });
    writeFileSync(join(folder, 'worlds/csto-2022/links.csv'), table);
  };
}

const badByte = new TextEncoder().encode(minimal);
badByte[badByte.indexOf(10) + 3] = 0xff;

const hostile: Readonly<Record<string, Hostile>> = {
  'a file of 100 MB': {
    make: (folder) => {
      put(folder, minimal);
      truncateSync(join(folder, 'scenario.yaml'), 100 * 2 ** 20);
    },
    says: /scenario\.yaml:1:1: error FILE_SIZE: the file has at least 8388609 bytes/,
  },
  'a file of 5 GB': {
    make: (folder) => {
      put(folder, minimal);
      truncateSync(join(folder, 'scenario.yaml'), 5 * 2 ** 30);
    },
    says: /FILE_SIZE/,
  },
  'a folder called scenario.yaml': { make: (folder) => mkdirSync(join(folder, 'scenario.yaml')), says: /FILE_KIND: .* is a folder/ },
  'a device that never ends': { make: (folder) => symlinkSync('/dev/zero', join(folder, 'scenario.yaml')), says: /FILE_KIND: .* is a device or a pipe/ },
  'a pipe that nobody writes to': {
    make: (folder) => expect(spawnSync('mkfifo', [join(folder, 'scenario.yaml')]).status).toBe(0),
    says: /FILE_KIND: .* is a device or a pipe/,
  },
  'a link to a file elsewhere': {
    make: (folder) => symlinkSync('/etc/passwd', join(folder, 'scenario.yaml')),
    says: /scenario\.yaml:1:1: error FILE_KIND: .* is a link that leads out of its folder/,
  },
  'a record that is a link to a file elsewhere': {
    make: (folder) => {
      put(folder, minimal);
      symlinkSync('/etc/passwd', join(folder, 'record.yaml'));
    },
    says: /record\.yaml:1:1: error FILE_KIND: .* leads out of its folder/,
  },
  'a world that is a link to a folder elsewhere': {
    make: (folder) => {
      cpSync(join(root, 'scenarios/kazakhstan-2022/scenario.yaml'), join(folder, 'scenario.yaml'));
      symlinkSync(join(root, 'scenarios/worlds'), join(folder, 'worlds'));
    },
    says: /countries\.yaml:1:1: error FILE_KIND/,
  },
  'bytes that are not UTF-8': written(badByte, /scenario\.yaml:2:3: error FILE_UTF8/),
  'a billion laughs': written(bomb(), /scenario\.yaml:\d+:\d+: error YAML_ALIAS/),
  'a cave of brackets': written(`a: ${'['.repeat(1_000_000)}`, /scenario\.yaml:1:\d+: error YAML_DEPTH/),
  'millions of lines in one value': written(`title: |\n${' b\n'.repeat(2_700_000)}`, /scenario\.yaml:200001:\d+: error YAML_SIZE/),
  'a key of five megabytes': added(`? ${'k'.repeat(5_000_000)}\n: 1\n`, /error SCHEMA_UNKNOWN: unknown key "k{57}\.\.\."/),
  'a tag that asks for code': changed(
    'focus: hillland',
    "focus: ¦!!js/function \"function(){ require('fs').writeFileSync('canary', '') }\"",
    /error YAML_SYNTAX: Unresolved tag/,
  ),
  'a merge key': added('<<: { days: 1 }\n', /error SCHEMA_UNKNOWN: unknown key "<<"/),
  'a prototype': added('__proto__: { polluted: true }\n', /error YAML_KEY: "__proto__" cannot be a key/),
  'a key given twice': added('name: other\n', /error YAML_DUPLICATE: the key "name" was already given in line \d+/),
  'an unknown key': added('surprise: 1\n', /error SCHEMA_UNKNOWN: unknown key "surprise"/),
  'a negative population': changed('population: 6000', 'population: ¦-6000', /SCHEMA_RANGE: must be at least 0, is -6000/),
  'a population beyond counting': changed('population: 6000', 'population: ¦5000000000', /WORLD_SIZE/),
  'a number beyond all numbers': changed('days: 14', 'days: ¦1e999', /SCHEMA_TYPE: expected a .*number, got Infinity/),
  'no number': changed('days: 14', 'days: ¦.nan', /got NaN/),
  'two towns of one name': changed('name: Milltown', 'name: ¦Hilltown', /NAME_DUPLICATE/),
  'a link to nowhere': changed('to: hillland/north/milltown', 'to: ¦hillland/north/nowhere', /NAME_UNKNOWN: unknown place "hillland\/north\/nowhere"/),
  'a source without address': added('sources: { nobody: { title: Nobody } }\n', /SOURCE_ADDRESS: the source "nobody" has no address/),
  'a date outside the run': changed('at: day 2 17:00', 'at: ¦2031-01-01T00:00+02:00', /CLOCK_RANGE/),
  'a day that is none': changed('at: day 2 17:00', 'at: ¦2030-02-30T00:00+02:00', /CLOCK_DATE: .*there is no such day/),
  'a unit of something else': changed('value: 12, unit: h', 'value: 12, unit: ¦km', /UNIT_WRONG/),
  'a path for a world': changed(minimal.slice(minimal.indexOf('world: #'), minimal.indexOf('events: #')), 'world: ¦../../../etc\n', /FILE_NAME: .*no "\.\."/),
  'a device for a name': changed('name: minimal', 'name: ¦con', /FILE_NAME: .*device/),
  'an escape for the terminal': changed('title: A small country and its patron', 'title: ¦"\\e[2J"', /TEXT_CONTROL: .*U\+001B/),
  'a table of millions of rows': {
    make: links(`from,to,hours,mode,source\n${',\n'.repeat(4_000_000)}`),
    says: /links\.csv:100002:1: error CSV_SIZE: more than 100000 rows/,
  },
  'a table of a billion rows': {
    make: (folder) => {
      links('from,to,hours,mode,source\n')(folder);
      truncateSync(join(folder, 'worlds/csto-2022/links.csv'), 2 ** 31);
    },
    says: /links\.csv:1:1: error FILE_SIZE/,
  },
  'a row of millions of cells': {
    make: links(`from,to,hours,mode,source\n${','.repeat(8_000_000)}`),
    says: /links\.csv:2:\d+: error CSV_SIZE: more than 1000000 cells/,
  },
  'a quote that is never closed': { make: links('from,to,hours,mode,source\n"a,b\r\n'), says: /links\.csv:2:1: error CSV_SYNTAX: this quote is never closed/ },
};

/** Every file and folder below a folder with its size. */
const inventory = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => `${name} ${statSync(join(folder, name)).size}`);

describe('refused with its place, without a trace', () => {
  it.each(Object.entries(hostile))('%s', (_, { make, says }) =>
    inFolder(async (folder) => {
      const own = join(folder, 'stranger');
      mkdirSync(join(own, 'out'), { recursive: true });
      writeFileSync(join(own, 'out/report.html'), 'an earlier report');
      const watch = join(folder, 'watch.mjs');
      const peak = join(folder, 'peak');
      writeFileSync(
        watch,
        `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)));`,
      );
      make(own);
      const before = inventory(own);
      const start = { cwd: own, env: { NODE_OPTIONS: `--max-old-space-size=${heapMegabytes} --import=${pathToFileURL(watch).href}` } };

      const checked = await unrest(['check', '.'], start);
      expect({ code: checked.code, err: checked.err }).toEqual({ code: 2, err: '' });
      expect(checked.out).toMatch(says);
      expect(checked.out).toMatch(/^\S+:\d+:\d+: error [A-Z_0-9]+: /);
      expect(checked.out.length).toBeLessThan(100_000);
      expect(Number(readFileSync(peak, 'utf8'))).toBeLessThan(peakKilobytes);

      const compared = await unrest(['compare', '.', '--pairs', '1', '--out', 'out'], start);
      expect({ code: compared.code, out: compared.out }).toEqual({ code: 2, out: '' });
      expect(compared.err).toMatch(/^\S+:\d+:\d+: error [A-Z_0-9]+: /);
      expect(compared.err).not.toMatch(/\n\s+at .*:\d+:\d+/);
      expect(inventory(own)).toEqual(before);
      expect(readFileSync(join(own, 'out/report.html'), 'utf8')).toBe('an earlier report');
    }),
  );
});

describe('honest files of one’s own', () => {
  it('find a world in their folder, beside it, and in the package', () =>
    inFolder(async (folder) => {
      const hashes = new Set<string>();
      for (const [own, worlds] of [
        ['inside', 'inside/worlds/csto-2022'],
        ['below/beside', 'below/worlds/csto-2022'],
        ['package', undefined],
      ] as const) {
        cpSync(join(root, 'scenarios/kazakhstan-2022/scenario.yaml'), join(folder, own, 'scenario.yaml'));
        if (worlds) cpSync(csto, join(folder, worlds), { recursive: true });
        const { code, out } = await unrest(['check', join(folder, own), '--json']);
        expect(code).toBe(0);
        hashes.add((JSON.parse(out) as { hash: string }).hash);
      }
      expect(hashes.size).toBe(1);
    }));

  it('may have another name than scenario.yaml', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'mine.yaml'), minimal);
      const { code, out } = await unrest(['check', join(folder, 'mine.yaml')]);
      expect({ code, found: /2 countries, 4 places/.test(out) }).toEqual({ code: 0, found: true });
    }));

  it('may come with Windows line ends and a byte order mark', () =>
    inFolder(async (folder) => {
      put(folder, `\ufeff${minimal.replaceAll('\n', '\r\n')}`);
      expect((await unrest(['check', folder])).code).toBe(0);
      links(`\ufefffrom,to,hours,mode,source\r\n"kazakhstan/almaty-city/almaty",kazakhstan/nowhere/nowhere,1,road,\r\n`)(folder);
      const { code, out } = await unrest(['check', folder]);
      expect(code).toBe(2);
      expect(out).toMatch(/links\.csv:2:\d+: error NAME_UNKNOWN/);
      expect(existsSync(join(folder, 'out'))).toBe(false);
    }));
});
