/** The tables of docs/mechanisms are those of the code. UPDATE_DOCS=1 writes them anew instead of complaining. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mechanisms } from '../../src/mechanisms/registry.ts';
import { blocksOf, pages, replaceBlock } from '../../tools/docs/mechanisms.ts';
import { filesIn, root, textOf } from './sources.ts';

const pathOf = (page: string): string => `docs/mechanisms/${page}.md`;

describe.each(pages)('docs/mechanisms/%s.md', (page) => {
  it('exists', () => {
    expect(existsSync(join(root, pathOf(page)))).toBe(true);
  });

  it('has the tables of the code', () => {
    const before = textOf(pathOf(page));
    let after = before;
    for (const [name, block] of Object.entries(blocksOf(page))) after = replaceBlock(after, name, block);
    if (process.env['UPDATE_DOCS'] === '1') writeFileSync(join(root, pathOf(page)), after);
    else expect(before).toBe(after);
  });
});

describe('docs/mechanisms', () => {
  it('has no page without a mechanism', () => {
    expect(filesIn('docs/mechanisms').filter((path) => !pages.map(pathOf).includes(path))).toEqual([]);
  });

  it.each(mechanisms.map((m) => [m.id, m] as const))(
    '%s: the page answers the same questions as the others and names every parameter and lever',
    (id, mechanism) => {
      const page = textOf(pathOf(id));
      const headings = [...page.matchAll(/^## (.+)$/gm)].map((m) => m[1]);
      expect(headings).toEqual(['Question', 'An hour', 'Equations', 'Contract', 'Parameters', 'Levers', 'Sources', 'Limits']);
      const missing = [...mechanism.parameters, ...mechanism.levers].map(({ id: name }) => name).filter((name) => !page.includes(`\`${name}\``));
      expect(missing).toEqual([]);
    },
  );

  it.each(mechanisms.map((m) => [m.id, m] as const))('%s: the equations written by hand use every parameter', (id, mechanism) => {
    const byHand = textOf(pathOf(id)).replace(/<!-- made from the code: [^]*?<!-- end -->/g, '');
    const unused = mechanism.parameters.map((p) => p.id.slice(id.length + 1)).filter((name) => !new RegExp(`\\b${name}\\b`).test(byHand));
    expect(unused).toEqual([]);
  });
});
