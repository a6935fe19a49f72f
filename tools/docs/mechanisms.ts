/**
 * The parts of docs/mechanisms that are made from the code: what a mechanism reads, writes and draws, its
 * parameters and levers. They stand between markers; everything else on those pages is written by hand.
 *
 * Made again by: UPDATE_DOCS=1 npx vitest run tests/architecture/mechanism-docs.test.ts
 */
import type { Parameter } from '../../src/base/parameter.ts';
import type { Lever, Mechanism } from '../../src/mechanisms/contract.ts';
import { mechanisms } from '../../src/mechanisms/registry.ts';
import { stepTable } from '../../src/run/step.ts';
import { worldParameters } from '../../src/world/build.ts';
import { allianceFields, countryFields, memberFields, placeFields, type FieldNote } from '../../src/world/fields.ts';

const begin = (name: string): string => `<!-- made from the code: ${name} -->`;
const end = '<!-- end -->';

/** The page with the block called `name` in place of what stood there. @throws Error without markers */
export function replaceBlock(page: string, name: string, block: string): string {
  const from = page.indexOf(begin(name));
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`the page has no markers ${begin(name)} … ${end}`);
  return `${page.slice(0, from)}${begin(name)}\n\n${block}\n\n${page.slice(to)}`;
}

/** Blocks of a page by the page's name (without `.md`). */
export function blocksOf(page: string): Readonly<Record<string, string>> {
  if (page === 'README') return { step: stepBlock() };
  if (page === 'world') return { parameters: parameterTable(worldParameters), fields: fieldTables() };
  const mechanism = mechanisms.find((m) => m.id === page);
  if (!mechanism) throw new Error(`no mechanism is called ${page}`);
  return { contract: contractBlock(mechanism), parameters: parameterTable(mechanism.parameters), levers: leverTable(mechanism.levers) };
}

/** Every page this file has a part in. */
export const pages: readonly string[] = ['README', 'world', ...mechanisms.map((m) => m.id)];

const code = (names: readonly string[]): string => (names.length === 0 ? 'nothing' : names.map((name) => `\`${name}\``).join(', '));
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

function contractBlock(mechanism: Mechanism): string {
  const place = mechanisms.indexOf(mechanism);
  const before = mechanisms[place - 1]?.id;
  const order = before === undefined ? 'first of the mechanisms' : `after \`${before}\``;
  return [
    `- In the step: ${order}: ${mechanism.does}.`,
    `- Base: ${mechanism.base}.`,
    `- Reads: ${code(mechanism.reads)}.`,
    `- Writes: ${code(mechanism.writes)}.`,
    `- Draws: ${code(mechanism.draws)}.`,
    ...(mechanism.variants ? [`- Variants: ${code(mechanism.variants)} (the first is the default).`] : []),
  ].join('\n');
}

function parameterTable(parameters: readonly Parameter[]): string {
  return table(
    ['parameter', 'unit', 'value', 'prior', 'meaning', 'where from'],
    parameters.map((p) => [
      `\`${p.id}\``,
      p.unit,
      String(p.value),
      priorText(p),
      p.variant === undefined ? p.meaning : `form \`${p.variant}\`: ${p.meaning}`,
      provenance(p),
    ]),
  );
}

function priorText({ prior }: Parameter): string {
  switch (prior.dist) {
    case 'uniform':
      return `even, ${prior.low} to ${prior.high}`;
    case 'logUniform':
      return `even in the logarithm, ${prior.low} to ${prior.high}`;
    case 'triangular':
      return `triangular, ${prior.low} to ${prior.high}, peak ${prior.mode}`;
  }
}

function provenance(p: Parameter): string {
  return [p.source, p.assumption === undefined || p.assumption === '' ? undefined : `ASSUMPTION: ${p.assumption}`]
    .filter((text) => text !== undefined)
    .join('; ');
}

function leverTable(levers: readonly Lever[]): string {
  if (levers.length === 0) return 'No lever: an analyst can change its parameters or switch it off.';
  return table(
    ['lever', 'values (the first is the default)', 'meaning'],
    levers.map((l) => [`\`${l.id}\``, code(l.values), l.meaning]),
  );
}

function stepBlock(): string {
  return table(
    ['', 'row', 'what happens'],
    stepTable().map((row, i) => [String(i + 1), mechanisms.some((m) => m.id === row.id) ? `[\`${row.id}\`](${row.id}.md)` : `\`${row.id}\``, row.does]),
  );
}

function fieldTables(): string {
  const parts: readonly (readonly [string, Readonly<Record<string, FieldNote>>])[] = [
    ['place', placeFields],
    ['country', countryFields],
    ['alliance', allianceFields],
    ['member', memberFields],
  ];
  return parts
    .map(
      ([part, notes]) =>
        `### ${part}\n\n${table(
          ['column', 'unit', 'meaning'],
          Object.entries(notes).map(([name, note]) => [`\`${part}.${name}\``, note.unit, note.meaning]),
        )}`,
    )
    .join('\n\n');
}
