/** First steps of a stranger: a computer looked at, a scenario begun. */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readGolden } from '../golden/update.ts';
import { changedMinimal } from './changed-minimal.ts';
import { inFolder, jsonLines, root, unrest } from './program.ts';

const minutes = 60_000;

describe('new', () => {
  it(
    'makes a scenario that passes check, runs and compares at once',
    () =>
      inFolder(async (folder) => {
        const made = await unrest(['new', 'my-country'], { cwd: folder });
        expect({ code: made.code, err: made.err }).toEqual({ code: 0, err: '' });
        expect(made.out).toContain('next: unrest check my-country');
        expect(readdirSync(folder)).toEqual(['my-country']);
        expect(readdirSync(join(folder, 'my-country')).sort()).toEqual(['README.md', 'record.yaml', 'scenario.yaml']);
        expect(readFileSync(join(folder, 'my-country/scenario.yaml'), 'utf8')).toMatch(/^name: my-country$/m);
        expect(readFileSync(join(folder, 'my-country/scenario.yaml'), 'utf8')).toContain('# places must sum to it');
        const checked = await unrest(['check', 'my-country'], { cwd: folder });
        expect(checked.code).toBe(0);
        expect(checked.out).toMatch(/^my-country: 2 countries, 4 places/m);
        // the model does not know names: the history is that of the scenario it was begun from
        const [ran] = jsonLines<{ digest: string }>((await unrest(['run', 'my-country', '--json'], { cwd: folder })).out);
        expect((await unrest(['digest', 'minimal'])).out).toBe(`minimal ${ran!.digest}\n`);
        expect((await unrest(['compare', 'my-country', '--pairs', '1', '--threads', '1'], { cwd: folder })).code).toBe(0);
        expect(existsSync(join(folder, 'out/my-country/report.html'))).toBe(true);
      }),
    4 * minutes,
  );

  it('gives a record whose example holds once its marks are taken away', () =>
    inFolder(async (folder) => {
      await unrest(['new', 'mine'], { cwd: folder });
      const path = join(folder, 'mine/record.yaml');
      const text = readFileSync(path, 'utf8');
      const [above, below] = text.split('to begin:\n') as [string, string];
      writeFileSync(path, `${above.replace('observations: []', 'observations:')}\n${below.replaceAll(/^#/gm, '')}`);
      const { code, out } = await unrest(['check', 'mine'], { cwd: folder });
      expect(out).not.toContain('record.yaml');
      expect(code).toBe(0);
      writeFileSync(path, readFileSync(path, 'utf8').replace('quantity: turnoutDay', 'quantity: turnoutDya'));
      expect((await unrest(['check', 'mine'], { cwd: folder })).out).toContain('did you mean turnoutDay?');
    }));

  it('begins from a large scenario, whose world is found in the package', () =>
    inFolder(async (folder) => {
      expect((await unrest(['new', 'mine', '--from', 'belarus-2020'], { cwd: folder })).code).toBe(0);
      expect(readdirSync(join(folder, 'mine')).sort()).toEqual(['README.md', 'record.yaml', 'scenario.yaml']);
      expect(readFileSync(join(folder, 'mine/record.yaml'), 'utf8')).toBe(readFileSync(join(root, 'scenarios/belarus-2020/record.yaml'), 'utf8'));
      expect((await unrest(['check', 'mine'], { cwd: folder })).code).toBe(0);
    }));

  it('brings along a world of one’s own', () =>
    inFolder(async (folder) => {
      cpSync(join(root, 'scenarios/quiet/scenario.yaml'), join(folder, 'first/scenario.yaml'));
      cpSync(join(root, 'scenarios/worlds/csto-2022'), join(folder, 'worlds/csto-2022'), { recursive: true });
      writeFileSync(join(folder, 'worlds/csto-2022/alliances.yaml'), `# mine\n${readFileSync(join(folder, 'worlds/csto-2022/alliances.yaml'), 'utf8')}`);
      expect((await unrest(['new', 'second', '--from', 'first'], { cwd: folder })).code).toBe(0);
      expect(readFileSync(join(folder, 'second/worlds/csto-2022/alliances.yaml'), 'utf8')).toMatch(/^# mine/);
      const hashes = await Promise.all(
        ['first', 'second'].map(async (name) => jsonLines<{ hash: string }>((await unrest(['check', name, '--json'], { cwd: folder })).out)[0]!.hash),
      );
      expect(hashes[0]).not.toBe(hashes[1]);
      expect((await unrest(['check', 'second'], { cwd: folder })).code).toBe(0);
    }));

  it.each(['..', '../x', '/x', 'a/b', 'con', 'Mine', 'a b', '', 'a'.repeat(101), '-x', 'x\\y'])('refuses the name %j', (name) =>
    inFolder(async (folder) => {
      const { code, out, err } = await unrest(['new', '--', name], { cwd: folder });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/cannot name a scenario: .*for example: my-country-2031/);
      expect(readdirSync(folder)).toEqual([]);
    }),
  );

  it('touches nothing that is there, and leaves nothing when it cannot go on', () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, 'full'));
      writeFileSync(join(folder, 'file'), 'mine');
      symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
      for (const name of ['full', 'file', 'link']) {
        const { code, err } = await unrest(['new', name], { cwd: folder });
        expect({ name, code }).toEqual({ name, code: 2 });
        expect(err).toContain('is there already and is left as it is');
      }
      mkdirSync(join(folder, 'broken'));
      writeFileSync(join(folder, 'broken/scenario.yaml'), changedMinimal([{ from: 'days: 14', to: 'days: ¦0' }]).text);
      const fromBroken = await unrest(['new', 'next', '--from', 'broken'], { cwd: folder });
      expect(fromBroken.code).toBe(2);
      expect(fromBroken.err).toMatch(/broken\/scenario\.yaml:\d+:\d+: error/);
      expect((await unrest(['new', 'next', '--from', 'nosuch'], { cwd: folder })).err).toContain('no scenario "nosuch"');
      expect(readdirSync(folder).sort()).toEqual(['broken', 'file', 'full', 'link']);
      expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('mine');
    }));

  it('says that it may not write, and ends with 3', () =>
    inFolder(async (folder) => {
      // root may write into any folder of ours, but not there
      chmodSync(folder, 0o500);
      const { code, err } = await unrest(['new', 'mine'], { cwd: process.getuid?.() === 0 ? '/proc' : folder });
      chmodSync(folder, 0o700);
      expect(code).toBe(3);
      expect(err).toContain('The computer refused');
    }));
});

it.each(['new', 'doctor', 'verify', 'replay', 'export'])('help of "%s" names its options', async (verb) => {
  const { code, out, err } = await unrest([verb, '--help']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(`Usage: unrest ${verb}`);
  expect(out).toContain('--json');
});

describe('doctor', () => {
  interface Answer {
    broken: number;
    findings: { what: string; state: string; found: string; advice?: string }[];
  }

  it('finds this computer fit, and leaves nothing behind', () =>
    inFolder(async (folder) => {
      const { code, out, err } = await unrest(['doctor'], { cwd: folder });
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(/^fine +same bytes: digest of minimal [0-9a-f]{16}/m);
      expect(out).toMatch(/^fine +speed: .* ms on one thread/m);
      expect(out).toMatch(/everything needed is there\n$/);
      const [json] = jsonLines<Answer>((await unrest(['doctor', '--json'], { cwd: folder })).out);
      expect(json!.findings.map((f) => f.what)).toContain('build');
      expect(json!.findings.filter((f) => f.state !== 'fine' && !f.advice)).toEqual([]);
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('ends with 3 where results cannot be written, and says what to do', () =>
    inFolder(async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      const { code, out } = await unrest(['doctor', '--out', join(folder, 'file/below'), '--json']);
      expect(code).toBe(3);
      const [json] = jsonLines<Answer>(out);
      expect(json!.broken).toBe(json!.findings.filter((f) => f.state === 'broken').length);
      expect(json!.findings.find((f) => f.what === 'results')).toMatchObject({
        state: 'broken',
        advice: expect.stringContaining('write permission') as string,
      });
    }));

  it('is not taken in by a scenario of the same name', () =>
    inFolder(async (folder) => {
      mkdirSync(join(folder, 'minimal'));
      writeFileSync(join(folder, 'minimal/scenario.yaml'), changedMinimal([{ from: 'population: 6000', to: 'population: ¦5999' }]).text);
      const [there, here] = await Promise.all([folder, root].map(async (cwd) => jsonLines<Answer>((await unrest(['doctor', '--json'], { cwd })).out)[0]!));
      const digest = (answer: Answer) => answer.findings.find((f) => f.what === 'same bytes')!.found;
      expect(digest(there!)).toBe(digest(here!));
    }));

  it('finds what it compares with in the package', () => {
    const { files } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] };
    expect(files).toContain('tests/golden/digests.json');
    expect(readGolden()['digest minimal --seed 1']).toMatch(/^[0-9a-f]{64}$/);
  });
});
