/** Two bytes a person, kept where somebody was touched: against a plain table of everybody. */
import { expect, test } from 'vitest';
import { drawKey, uniform01 } from '../../base/random.ts';
import { Pages } from './pages.ts';

const people = 50_001;
const key = drawKey(4, 'pages', 'test');
const someone = (n: number): number => Math.floor(uniform01(key, n, 0) * people);

/** Touches `steps` people and says what everybody then holds. */
function touch(pages: Pages, table: Uint16Array, from: number, steps: number): void {
  for (let n = from; n < from + steps; n++) {
    const person = n === from ? people - 1 : someone(n);
    const state = (table[person]! * 3 + n + 1) & 0xffff;
    pages.set(person, state);
    table[person] = state;
  }
}

const everybody = (pages: Pages): Uint16Array => Uint16Array.from({ length: people }, (_, person) => pages.get(person));

test('whoever was not touched holds nothing, whoever was holds what was written last', () => {
  const pages = new Pages(people);
  const table = new Uint16Array(people);
  expect(everybody(pages)).toEqual(table);
  for (const [from, steps] of [
    [0, 3],
    [100, 50],
    [1000, 20_000],
  ] as const) {
    touch(pages, table, from, steps);
    expect(everybody(pages)).toEqual(table);
  }
});

test('a copy goes its own way', () => {
  const pages = new Pages(people);
  const table = new Uint16Array(people);
  touch(pages, table, 0, 40);
  const twin = pages.copy();
  const twinTable = table.slice();
  touch(pages, table, 100, 300);
  touch(twin, twinTable, 500, 300);
  expect(everybody(pages)).toEqual(table);
  expect(everybody(twin)).toEqual(twinTable);
});

test('memory follows the people touched, not those who live there', () => {
  const few = new Pages(people);
  for (let person = 0; person < 300; person++) few.set(person, 1);
  const all = new Pages(people);
  for (let person = 0; person < people; person++) all.set(person, 1);
  expect(few.bytes()).toBeLessThan(all.bytes() / 8);
  expect(all.bytes()).toBeLessThan(people * 2.1);
});
