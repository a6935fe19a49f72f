/** Rules of the house that hold for every file: size, names, determinism, no country by name, open licences. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { filesIn, globalsOf, isCode, isTest, isTypeScript, lineOf, root, textOf, treeOf, walk, type Node } from './sources.ts';

const mostLines = 300;

describe('files', () => {
  const code = ['src', 'tests', 'bench', 'tools'].flatMap((folder) => filesIn(folder, isCode));

  it(`have at most ${mostLines} lines`, () => {
    const long = code.map((path) => ({ path, lines: textOf(path).trimEnd().split('\n').length })).filter(({ lines }) => lines > mostLines);
    expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('are named after what is in them, not after being useful', () => {
    const empty = /^(utils?|helpers?|misc|common|managers?)$|(^|-)(utils?|helpers?|misc|common|manager)(-|$)/i;
    const named = code.filter((path) => path.split('/').some((part) => empty.test(part.replace(/\..*$/, ''))));
    expect(named).toEqual([]);
  });

  it('are written in kebab-case', () => {
    const named = code.filter((path) => path.startsWith('src/') && !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.test-d)?\.ts$/.test(path.split('/').pop()!));
    expect(named).toEqual([]);
  });

  it('mention no folder of the machine they were written on', () => {
    const folders = new RegExp(`(^|[^\\w.$}/-])/(${['tmp', 'root', 'work', 'home'].join('|')})/`);
    const text = /\.(ts|mts|js|mjs|json|jsonc|md|ya?ml|csv|txt|c|h|sh|toml|lock|cff|html|css)$|(^|\/)(LICENSE|run|\.[a-z]+)$/;
    const wrong = filesIn('.', (path) => text.test(path)).flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, i) => (folders.test(line) && !line.startsWith('#!') ? [`${path}:${i + 1}: ${line.trim().slice(0, 100)}`] : [])),
    );
    expect(wrong).toEqual([]);
  });
});

/** Rooms whose results must be the same bytes everywhere. */
const exact = ['src/base', 'src/world', 'src/mechanisms', 'src/run', 'src/classics'];

/** Exactly defined by the language standard; everything else of `Math` may differ in the last bit, or is not repeatable. */
const exactMaths = ['abs', 'ceil', 'clz32', 'floor', 'fround', 'imul', 'max', 'min', 'round', 'sign', 'sqrt', 'trunc'];

const changing = ['Date', 'performance', 'process', 'Intl', 'crypto', 'setTimeout', 'setInterval', 'queueMicrotask', 'WeakRef', 'FinalizationRegistry'];

describe('the same bytes everywhere', () => {
  const files = exact.flatMap((folder) => filesIn(folder, (path) => isTypeScript(path) && !isTest(path)));

  it('needs mathematics that every machine does alike', () => {
    const wrong: string[] = [];
    for (const path of files) {
      for (const { name, line, parent, node } of globalsOf(path)) {
        if (name !== 'Math') continue;
        const property =
          parent.type === 'MemberExpression' && parent['object'] === node && parent['computed'] === false
            ? ((parent['property'] as Node)['name'] as string)
            : 'as a value';
        if (!exactMaths.includes(property)) wrong.push(`${path}:${line}: Math ${property}`);
      }
      walk(treeOf(path), (node) => {
        const isPower = (node.type === 'BinaryExpression' && node['operator'] === '**') || (node.type === 'AssignmentExpression' && node['operator'] === '**=');
        if (!isPower) return;
        const whole = (side: unknown) => (side as Node).type === 'Literal' && Number.isInteger((side as Node)['value']);
        if (!whole(node['left']) || !whole(node['right'])) wrong.push(`${path}:${lineOf(path, node.start)}: ** of numbers that are not written out`);
      });
    }
    expect(wrong).toEqual([]);
  });

  it('needs code without clocks, locales and chance', () => {
    const wrong: string[] = [];
    for (const path of files) {
      for (const { name, line } of globalsOf(path)) if (changing.includes(name)) wrong.push(`${path}:${line}: ${name}`);
      walk(treeOf(path), (node) => {
        if (node.type !== 'MemberExpression' || node['computed'] === true) return;
        const property = (node['property'] as Node)['name'] as string;
        if (/^toLocale|^localeCompare$/.test(property)) wrong.push(`${path}:${lineOf(path, node.start)}: ${property}`);
      });
    }
    expect(wrong).toEqual([]);
  });
});

describe('[FI6] no rule names a country', () => {
  it('in world, mechanisms and run, but for sources and reasons of numbers', () => {
    const names = new Set<string>();
    for (const path of filesIn('scenarios/worlds', (p) => p.endsWith('/countries.yaml'))) {
      for (const country of (parse(textOf(path)) as { countries: { key: string; name: string; seatPlace: string; chiefCity: string }[] }).countries) {
        for (const name of [country.key, country.name, country.seatPlace.split('/').pop()!, country.chiefCity.split('/').pop()!]) names.add(name.toLowerCase());
      }
    }
    expect(names.size).toBeGreaterThan(0);
    const provenance = ['source', 'assumption', 'base'];
    const wrong: string[] = [];
    for (const path of ['src/world', 'src/mechanisms', 'src/run'].flatMap((folder) => filesIn(folder, (p) => isTypeScript(p) && !isTest(p)))) {
      walk(treeOf(path), (node, ancestors) => {
        const text =
          node.type === 'Literal' && typeof node['value'] === 'string'
            ? node['value']
            : node.type === 'TemplateElement'
              ? (node['value'] as { raw: string }).raw
              : node.type === 'Identifier'
                ? (node['name'] as string)
                : undefined;
        if (text === undefined) return;
        const explains = ancestors.some(
          (a) => a.type === 'Property' && provenance.includes(((a['key'] as Node)['name'] ?? (a['key'] as Node)['value']) as string),
        );
        if (explains) return;
        for (const name of names) if (text.toLowerCase().includes(name)) wrong.push(`${path}:${lineOf(path, node.start)}: ${text}`);
      });
    }
    expect(wrong).toEqual([]);
  });
});

describe('licences', () => {
  const open = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD', 'Unlicense', 'CC0-1.0', 'BlueOak-1.0.0', 'Python-2.0'];

  it('of everything installed with the program are open', () => {
    const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, { dev?: boolean; optional?: boolean }> };
    const wrong: string[] = [];
    let read = 0;
    for (const [path, entry] of Object.entries(lock.packages)) {
      if (path === '' || entry.dev) continue;
      const manifest = join(root, path, 'package.json');
      if (!existsSync(manifest)) {
        if (!entry.optional) wrong.push(`${path}: not installed`);
        continue;
      }
      read++;
      const { license } = JSON.parse(readFileSync(manifest, 'utf8')) as { license?: string };
      const choices = (license ?? '').replace(/[()]/g, '').split(' OR ');
      if (!choices.some((choice) => choice.split(' AND ').every((one) => open.includes(one)))) wrong.push(`${path}: ${license ?? 'no licence'}`);
    }
    expect(wrong).toEqual([]);
    expect(read).toBeGreaterThan(10);
  });
});
