/** SPEC.md and the tests speak of the same rules. */
import { describe, expect, it } from 'vitest';
import { mechanisms } from '../../src/mechanisms/registry.ts';
import { filesIn, isTest, textOf } from '../architecture/sources.ts';

const id = '[A-Z]{2}\\d+|MC-[a-z]+-\\d+';

/** Rules of SPEC.md: `- **RN1** text … (`file`)`. */
const rules = textOf('SPEC.md')
  .split('\n')
  .filter((line) => line.startsWith('- **'))
  .map((line) => {
    const found = new RegExp(`^- \\*\\*(${id})\\*\\* (.+) \\(\`([^\`]+)\`\\)$`).exec(line);
    return { line, id: found?.[1] ?? '', text: found?.[2] ?? '', file: found?.[3] ?? '' };
  });

/** Where each id is named in tests, as `[RN1]`. */
const named = new Map<string, Set<string>>();
for (const path of [...filesIn('tests', isTest), ...filesIn('src', isTest)]) {
  for (const [, found] of textOf(path).matchAll(new RegExp(`\\[(${id})\\]`, 'g'))) {
    if (!named.has(found!)) named.set(found!, new Set());
    named.get(found!)!.add(path);
  }
}

describe('SPEC.md', () => {
  it('writes every rule in the same way: id, text, test file', () => {
    expect(rules.filter((rule) => rule.id === '').map((rule) => rule.line)).toEqual([]);
    expect(rules.length).toBeGreaterThan(60);
  });

  it('gives every rule an id of its own, numbered from 1 in each group', () => {
    const groups = new Map<string, number[]>();
    for (const rule of rules) {
      const [, group, number] = /^(.*?)(\d+)$/.exec(rule.id)!;
      groups.set(group!, [...(groups.get(group!) ?? []), Number(number)]);
    }
    for (const [group, numbers] of groups) expect(numbers, group).toEqual(numbers.map((_, i) => i + 1));
  });

  it('has rules about every mechanism, and about no other', () => {
    const groups = new Set(rules.map((rule) => /^MC-([a-z]+)-/.exec(rule.id)?.[1]).filter((name) => name !== undefined));
    expect([...groups].sort()).toEqual(mechanisms.map((m) => m.id).sort());
  });

  it('names for every rule a test that names the rule', () => {
    expect(rules.filter((rule) => !named.get(rule.id)?.has(rule.file)).map((rule) => `${rule.id}: ${rule.file}`)).toEqual([]);
  });

  it('holds every rule that a test names', () => {
    const known = new Set(rules.map((rule) => rule.id));
    expect([...named].filter(([name]) => !known.has(name)).map(([name, files]) => `${name} in ${[...files].join(', ')}`)).toEqual([]);
  });
});
