/** docs/tutorial.md done by a machine: in a copy of the repository every file is written, every edit made, every command run. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder, root } from './program.ts';
import { blocksOf, edit, missing, writeFile } from './tutorial-page.ts';

const page = readFileSync(join(root, 'docs/tutorial.md'), 'utf8');
const blocks = blocksOf(page);

/** The one command that is not run: what it installs is linked. */
const install = 'npm ci';

/** Everything but what is installed, built or written by runs. */
function copyOfRepository(folder: string): void {
  const made = ['node_modules', 'dist', 'out', '.cache', '.git', 'pictures'];
  for (const name of readdirSync(root))
    if (!made.includes(name)) cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !made.includes(basename(path)) });
  symlinkSync(realpathSync(join(root, 'node_modules')), join(folder, 'node_modules'), 'dir');
}

function run(folder: string, command: string): { code: number | null; out: string } {
  const env: NodeJS.ProcessEnv = { ...process.env, COLUMNS: '100', NO_COLOR: '1' };
  for (const name of Object.keys(env)) if (name === 'FORCE_COLOR' || name === 'NODE_OPTIONS' || name.startsWith('VITEST')) delete env[name];
  const { status, stdout, stderr } = spawnSync(command, { cwd: folder, shell: true, encoding: 'utf8', env, timeout: 300_000 });
  return { code: status, out: `${stdout}\n${stderr}` };
}

const peaks = (folder: string): [number, number][] => {
  const { answers } = JSON.parse(readFileSync(join(folder, 'out/first-steps/pairs.json'), 'utf8')) as {
    answers: { divergence: { hour: number }; arms: { quantities: { peakTurnout: number } }[] }[];
  };
  for (const { divergence } of answers) if (divergence.hour >= 0) expect(divergence.hour).toBeGreaterThanOrEqual(41);
  return answers.map(({ arms }) => [arms[0]!.quantities.peakTurnout, arms[1]!.quantities.peakTurnout]);
};

describe('a newcomer’s hour', () => {
  it('can be done as it is written', { timeout: 600_000 }, () =>
    inFolder(async (folder) => {
      copyOfRepository(folder);
      let printed = '';
      const done = { commands: 0, files: 0, edits: 0, outputs: 0 };
      for (const [i, block] of blocks.entries()) {
        const where = `docs/tutorial.md:${block.line}`;
        if (block.language === 'ts') {
          writeFile(folder, block);
          done.files++;
        } else if (block.language === 'diff') {
          edit(folder, block);
          done.edits++;
        } else if (block.language === 'text') {
          expect(missing(block.text, printed), `${where}: not printed; this was:\n${printed}`).toEqual([]);
          done.outputs++;
        } else {
          expect(block.language, where).toBe('sh');
          // what the page says after the command: an exit code that is not 0
          const slips = /exit code 2/i.test(blocks[i + 1]?.before ?? '');
          printed = '';
          for (const command of block.text.split('\n')) {
            if (command === install) continue;
            const { code, out } = run(folder, command);
            expect({ command, code }, `${where}: ${command}\n${out}`).toEqual({ command, code: slips ? 2 : 0 });
            printed += out;
            done.commands++;
          }
        }
      }
      expect(done).toEqual({ commands: 15, files: 2, edits: 6, outputs: 9 });

      // the page says that fewer go out where it rains
      const pairs = peaks(folder);
      expect(pairs.length).toBe(20);
      const fewer = pairs.filter(([dry, wet]) => wet < dry).length;
      const more = pairs.filter(([dry, wet]) => wet > dry).length;
      expect(fewer).toBeGreaterThan(10);
      expect(more).toBeLessThan(4);
    }),
  );

  it('shows a mechanism of about thirty lines, registered in one line and its import', () => {
    const [mechanism] = blocks.filter(({ language }) => language === 'ts');
    const lines = mechanism!.text
      .split('\n')
      .slice(1)
      .filter((line) => line.trim() !== '');
    expect(lines.length).toBeLessThanOrEqual(36);
    const registered = blocks.find(({ text }) => text.startsWith('# src/mechanisms/registry.ts'))!;
    expect(registered.text.split('\n').filter((line) => line.startsWith('+')).length).toBe(2);
  });
});

describe('the reading of the page', () => {
  it('finds what is not printed, and in what order', () => {
    expect(missing('a …\nb', 'x\na 12\n b \n')).toEqual([]);
    expect(missing('b\na …', 'a 12\nb')).toEqual(['a …']);
    expect(missing('a.c', 'abc')).toEqual(['a.c']);
  });

  it('refuses an edit of lines that are not there', () =>
    inFolder(async (folder) => {
      const write = { language: 'ts', text: '// a/file.ts\none\ntwo', line: 1, before: '' };
      expect(writeFile(folder, write)).toBe('a/file.ts');
      const block = (text: string) => ({ language: 'diff', text: `# a/file.ts\n${text}`, line: 7, before: '' });
      edit(folder, block(' one\n-two\n+three'));
      expect(readFileSync(join(folder, 'a/file.ts'), 'utf8')).toBe('one\nthree\n');
      expect(() => edit(folder, block('-two\n+four'))).toThrow('docs/tutorial.md:7: the lines to change stand 0 times in a/file.ts');
    }));
});
