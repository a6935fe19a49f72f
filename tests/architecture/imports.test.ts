/** Data flow downwards through the rooms of the house, imports point upwards; the engine knows neither Node nor a browser. */
import { isBuiltin } from 'node:module';
import { describe, expect, it } from 'vitest';
import { filesIn, globalsOf, importsOf, isTest, isTypeScript, resolveImport, textOf } from './sources.ts';

/** From the top of the house to the bottom: a room may import itself and every room above it. */
const rooms = ['base', 'scenario', 'world', 'mechanisms', 'run', 'experiment', 'claims', 'view', 'classics', 'report', 'cli', 'host', 'workbench'] as const;

/**
 * The last three are not a staircase: `cli` and the Node half of `host` make the command line, the browser
 * half of `host` and `workbench` the web app. The command line may load its host, never the other way round.
 */
const exceptions: Readonly<Record<string, { also: readonly string[]; never: readonly string[] }>> = {
  cli: { also: ['host/node'], never: ['host/browser', 'workbench'] },
  host: { also: [], never: ['cli', 'workbench'] },
  workbench: { also: [], never: ['cli', 'host/node'] },
};

/** Rooms that import no Node module and touch no browser: files, threads and clocks reach them as arguments. */
const pure = ['base', 'scenario', 'world', 'mechanisms', 'run', 'claims', 'view', 'classics', 'report'];

const outside = [
  'process',
  'Buffer',
  'require',
  '__dirname',
  'global',
  'setImmediate',
  'document',
  'window',
  'navigator',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'XMLHttpRequest',
  'Worker',
  'SharedWorker',
  'requestAnimationFrame',
  'postMessage',
  'self',
  'alert',
  'customElements',
  'HTMLElement',
  'Element',
];

const sources = filesIn('src', isTypeScript);
const roomOf = (path: string): string => path.split('/')[1]!;

describe('rooms', () => {
  it('are those of the design', () => {
    const known: readonly string[] = rooms;
    expect(sources.filter((path) => path.split('/').length > 2 && !known.includes(roomOf(path)))).toEqual([]);
  });

  it('import only themselves and rooms above them', () => {
    const wrong: string[] = [];
    for (const path of sources) {
      const from = roomOf(path);
      for (const specifier of importsOf(path)) {
        const target = resolveImport(path, specifier);
        if (target === undefined) continue;
        if (!target.startsWith('src/')) {
          if (!isTest(path)) wrong.push(`${path} imports ${target}, outside src`);
          continue;
        }
        const to = roomOf(target);
        const inside = target.slice('src/'.length);
        const special = exceptions[from];
        const isListed = (list: readonly string[]) => list.some((name) => inside === name || inside.startsWith(`${name}/`));
        const above = rooms.indexOf(to as (typeof rooms)[number]) <= rooms.indexOf(from as (typeof rooms)[number]);
        if (special && isListed(special.also)) continue;
        if (!above || (special && isListed(special.never))) wrong.push(`${path} imports ${inside}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('keep the two hosts apart', () => {
    const wrong = sources.filter(
      (path) =>
        path.startsWith('src/host/') &&
        importsOf(path).some((s) => {
          const target = resolveImport(path, s);
          return (
            (target?.startsWith('src/host/node') && path.startsWith('src/host/browser')) ||
            (target?.startsWith('src/host/browser') && path.startsWith('src/host/node'))
          );
        }),
    );
    expect(wrong).toEqual([]);
  });

  it('name files with their ending, so that Node and the browser find them', () => {
    const wrong = sources.flatMap((path) =>
      importsOf(path)
        .filter((s) => s.startsWith('.') && !/\.(ts|json|js)$/.test(s))
        .map((s) => `${path}: ${s}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the engine', () => {
  const engine = sources.filter((path) => pure.includes(roomOf(path)) && !isTest(path));

  it('imports no Node module', () => {
    const wrong = engine.flatMap((path) =>
      importsOf(path)
        .filter((s) => isBuiltin(s))
        .map((s) => `${path}: ${s}`),
    );
    expect(wrong).toEqual([]);
  });

  it('uses no global of Node or of a browser', () => {
    const wrong = engine.flatMap((path) =>
      globalsOf(path)
        .filter((g) => outside.includes(g.name))
        .map((g) => `${path}:${g.line}: ${g.name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('imports only packages that are installed with the program', () => {
    const { dependencies } = JSON.parse(textOf('package.json')) as { dependencies: Record<string, string> };
    const wrong = sources
      .filter((path) => !isTest(path))
      .flatMap((path) =>
        importsOf(path, 'values')
          .filter((s) => !s.startsWith('.') && !isBuiltin(s))
          .map((s) =>
            s
              .split('/')
              .slice(0, s.startsWith('@') ? 2 : 1)
              .join('/'),
          )
          .filter((name) => !(name in dependencies))
          .map((name) => `${path}: ${name}`),
      );
    expect(wrong).toEqual([]);
  });
});
