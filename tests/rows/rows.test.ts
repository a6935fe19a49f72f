/** Every row of the document shows at work alone, and does not show when its mechanism is taken away. */
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { runRow } from '../../src/experiment/rows/run-row.ts';
import { rows, rowsNamed } from '../../src/experiment/rows/registry.ts';
import { rowsPage, tellRow } from '../../src/report/rows.ts';

/** Rows that the mechanisms as they are cannot show, and what is missing: none. */
const gaps: Readonly<Record<string, readonly string[]>> = {};

/** Fewer runs make a wider band: rows whose effect is a fraction of it take more. `unrest rows` takes 20. */
const seedsOf = (id: string) => (['S6', 'S8', 'S9', 'S11', 'S14', 'S15'].includes(id) ? 14 : 8);

const seen: ReturnType<typeof runRow>[] = [];

describe.each(rows.map((row) => [row.id, row] as const))('[%s]', (id, row) => {
  it('shows, but for what is known to be missing', () => {
    const result = runRow(row, { seeds: seedsOf(id) });
    seen.push(result);
    const unmet = result.judged
      .filter((one) => !one.isMet)
      .map(({ criterion: c }) => ('at' in c ? `${c.measure} at ${c.at}` : `${c.measure} from ${c.from} to ${c.to}`));
    expect(unmet).toEqual(gaps[id] ?? []);
    expect(tellRow(result).split('NOT SEEN').length - 1).toBe(unmet.length);
    expect(row.lacks === undefined).toBe(gaps[id] === undefined);
  });

  it('does not show when its mechanism is taken away', () => {
    const result = runRow(row, { seeds: 8, takenAway: true });
    const known = gaps[id] ?? [];
    const lost = result.judged.filter(({ criterion: c, isMet }) => !isMet && !('from' in c && known.includes(`${c.measure} from ${c.from} to ${c.to}`)));
    expect(lost.length).toBeGreaterThan(0);
    expect(result.shows).toBe(false);
  });
});

afterAll(() => {
  const page = rowsPage(seen, 'unrest rows', 'test');
  expect(page).not.toMatch(/NaN|undefined|Infinity/);
  expect(page).not.toMatch(/<(?:link|img|iframe)\b|<script[^>]*\bsrc|url\((?!#)/i);
});

describe('docs/rows.md', () => {
  const text = readFileSync('docs/rows.md', 'utf8');

  it('says of every row whether it shows, with its picture', () => {
    for (const { id } of rows) {
      expect(text).toMatch(new RegExp(`\\| \\[${id}\\]\\(#.+\\| ${id in gaps ? '\\*\\*no\\*\\*' : 'yes'} \\|`));
      expect(readFileSync(`docs/pictures/rows/${id.toLowerCase()}.svg`, 'utf8')).toMatch(/^<svg .*<title>[^<]{20,}<\/title><desc>/s);
    }
  });

  it('tells the present experiments', () => {
    for (const { states, asks, title } of rows) for (const words of [states, asks, title]) expect(text).toContain(words);
  });
});

describe('the list of rows', () => {
  it('is S1 to S15 and refuses others with the nearest name', () => {
    expect(rows.map((row) => row.id)).toEqual(Array.from({ length: 15 }, (_, i) => `S${i + 1}`));
    expect(() => rowsNamed(['S16'])).toThrow(/no row "S16".*did you mean "S1/);
    expect(rowsNamed(['S9', 'S3']).map((row) => row.id)).toEqual(['S3', 'S9']);
  });

  it('attributes each statement to the authors', () => {
    for (const row of rows) expect(row.states).toMatch(/^The authors /);
  });
});
