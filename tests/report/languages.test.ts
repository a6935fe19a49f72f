/** English and German: the same catalogue, nothing left in the other language unmarked. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recordedCountryFields, recordedPlaceFields } from '../../src/run/recorder.ts';
import { observables } from '../../src/scenario/record.ts';
import { siteKinds } from '../../src/world/sites.ts';
import { renderReport } from '../../src/report/html.ts';
import { partingWords } from '../../src/report/partings.ts';
import { renderTable } from '../../src/report/terminal.ts';
import { fieldWords, kindWords, languageCodes, quantityWords, words } from '../../src/report/words.ts';
import { fixture, shapes } from './fixture.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Every kind the mechanisms log, as their code writes it, with an example where a part is filled in. */
function loggedKinds(): string[] {
  const folder = new URL('../../src/mechanisms', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts') && !path.includes('.test.'));
  const found = files.flatMap((path) => {
    const code = readFileSync(join(folder, path), 'utf8');
    const direct = [...code.matchAll(/run\.log\((?:[^'`(]{0,20}\? )?(['`])(.+?)\1(?: : '(.+?)')?/g)].flatMap((m) => [m[2]!, m[3] ?? '']);
    const rungs = path.includes('govern') && !path.includes('explain') ? [...code.matchAll(/name: '([^']+)'/g)].map((m) => m[1]!) : [];
    return [...direct, ...rungs];
  });
  return [...new Set(found.filter((kind) => kind !== '').map((kind) => kind.replace(/\$\{siteKinds\[k\]!\}/, 'armsStore').replace(/\$\{[^}]+\}/, 'CSTO')))];
}

describe.each(languageCodes)('the words of %s', (code) => {
  const say = words[code];
  test('name every kind of log entry', () => {
    const kinds = loggedKinds();
    expect(kinds.length).toBeGreaterThan(20);
    const raw = kinds.filter((kind) => !kind.startsWith('event: ') && !Object.values(say.text.kinds).some((known) => kindWords(kind, say).startsWith(known)));
    expect(raw).toEqual([]);
    expect(kindWords('cleared: armsStore', say)).not.toContain('armsStore');
    expect(kindWords('help requested from CSTO', say)).toBe(say.text.kinds['help requested']);
  });
  test('name every site, recorded column and observed quantity', () => {
    for (const kind of siteKinds) expect(say.text.sites).toHaveProperty(kind);
    for (const field of [...recordedPlaceFields, ...recordedCountryFields]) expect(fieldWords(`place.${field}`, say), field).not.toMatch(/^[a-z]+[A-Z0-9]/);
    for (const quantity of Object.keys(observables)) expect(quantityWords(quantity, '', say), quantity).not.toBe('');
  });
  test('tell a first difference without names of the program', () => {
    const column = { what: 'place.unitsAside01', where: 'Almaty' };
    const both = { hour: 3, left: { ...column, value: 0.25 }, right: { ...column, value: 0.5 } };
    const named = `${say.text.fields.unitsAside01} (Almaty), `;
    expect(partingWords(both, say, 'order')).toEqual([`${named}${say.text.parting.lower}`, `${named}${say.text.parting.higher}`]);
    expect(partingWords(both, say, 'number')).toEqual([`${named}${say.exact(0.25)}`, `${named}${say.exact(0.5)}`]);
    const entry = { what: 'help granted', by: 'decide', where: 'Almaty' };
    expect(partingWords({ hour: 3, right: entry }, say, 'number')).toEqual([say.text.parting.noEntry, `${say.text.kinds['help granted']} (Almaty)`]);
    const [left] = partingWords(
      { hour: 3, left: { ...entry, term: 'chance', value: 1 }, right: { ...entry, term: 'chance', value: Number.NaN } },
      say,
      'order',
    );
    expect(left).toBe(`${say.text.kinds['help granted']} (Almaty), chance ${say.text.parting.differs}`);
  });
});

describe('the German report', () => {
  const comparison = fixture();
  const html = plain(renderReport(comparison, shapes, 'de'));
  test('is marked as German, and what stays English as English', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="de">/);
    expect(html).toContain('<h1><span lang="en">Kazakhstan, January 2022');
    expect(html).toContain('Modellergebnis, keine Vorhersage.');
    expect(html).toContain('meist Englisch');
    expect(html).toContain('<span lang="en">weight of people seen</span>');
  });
  test('writes numbers and dates as German does', () => {
    expect(words.de.count(12_345)).toBe('12.300');
    expect(words.de.count(8.5)).toBe('8,5');
    expect(plain(words.de.percent(0.004))).toBe('0,4 %');
    expect(words.de.exact(0.0015)).toBe('0,0015');
    expect(plain(words.de.short(20_000))).toBe('20 Tsd.');
    expect(plain(words.de.points(0.01))).toBe('+1 Punkt');
    const calendar = words.de.calendar('2022-03-02T00:00+06:00');
    expect(plain(calendar.hour(17))).toBe('2. März, 17:00');
    expect(plain(calendar.full(17))).toBe('2. März 2022, 17:00 Uhr');
    expect(calendar.hour(Number.NaN)).toBe('nie');
    expect(html).toContain('2. Januar 2022, 00:00 Uhr bis 4. Februar 2022, 00:00 Uhr');
  });
  test('leaves no English sentence outside what is marked', () => {
    const texts = html
      .slice(html.indexOf('<body>'))
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .replace(/<(span|a)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, '')
      .replace(/<code[\s\S]*?<\/code>/g, '')
      .replace(/as the alliance decides|no foreign troops are sent/g, '')
      .replace(/<[^>]+>/g, '\n')
      .split('\n')
      .filter(
        (text) =>
          /\b(the|of|and|with|runs?|pairs?|which|people|median of|lost)\b/.test(text) &&
          !/people out, |dead, final|detained by|help requested|main units|seat of|parliament votes/.test(text),
      );
    expect(texts.map((text) => text.trim())).toEqual([]);
  });
  test('has its table for the terminal too', () => {
    const table = renderTable(comparison, { columns: 100, colour: false, language: 'de' });
    expect(table).toContain('Modellergebnis, keine Vorhersage');
    expect(table).toContain('90 % der Läufe');
    expect(Math.max(...table.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(100);
  });
});
