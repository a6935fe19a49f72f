/** The criterion itself: a difference counts beyond luck, in the direction asked, and a placebo never counts. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../src/experiment/rows/judge.ts';
import type { Criterion, Row } from '../../src/experiment/rows/row.ts';
import { runRow } from '../../src/experiment/rows/run-row.ts';
import { uprising } from '../../src/experiment/rows/s01-uprising.ts';
import { lever } from '../../src/experiment/rows/row.ts';
import { tellBesides, tellRow } from '../../src/report/rows.ts';

const rowWith = (criterion: Criterion): Row => ({
  ...uprising,
  settings: [
    { id: 'a', words: 'without' },
    { id: 'b', words: 'with it' },
  ],
  measures: [{ id: 'q', words: 'quantity', kind: 'count', of: () => 0 }],
  criteria: [criterion],
});
const more: Criterion = { measure: 'q', from: 'a', to: 'b', is: 'more', atLeast: 1 };
const isMet = (criterion: Criterion, a: readonly number[], b: readonly number[]) => judge(rowWith(criterion), { a: { q: a }, b: { q: b } })[0]!.isMet;

describe('a difference', () => {
  it('counts when it is larger than luck, and only in the direction asked', () => {
    expect(isMet(more, [10, 11, 10, 11], [20, 21, 20, 21])).toBe(true);
    expect(isMet({ ...more, is: 'less' }, [10, 11, 10, 11], [20, 21, 20, 21])).toBe(false);
  });

  it('counts where pairs agree, however far the runs scatter: they share their luck', () => {
    expect(isMet(more, [0, 100, 0, 100], [2, 102, 2, 102])).toBe(true);
  });

  it('does not count where pairs disagree about its sign', () => {
    expect(isMet(more, [0, 100, 0, 100], [60, 60, 55, 80])).toBe(false);
  });

  it('does not count below the size worth speaking of', () => {
    expect(isMet(more, [10, 10, 10, 10], [10.5, 10.5, 10.5, 10.5])).toBe(false);
  });

  it('has its band written down: 95 % of the mean of the pairs with signs at random', () => {
    const [one] = judge(rowWith(more), { a: { q: [0, 2] }, b: { q: [3, 6] } });
    expect(one!.noise).toBeCloseTo((1.959963984540054 * Math.sqrt(9 + 16)) / 2, 12);
    expect(one!.isMet).toBe(false);
  });
});

it('a level counts on its own side of the share', () => {
  const above: Criterion = { measure: 'q', at: 'a', is: 'above', share01: 0.8 };
  expect(isMet(above, [1, 1, 1, 1], [])).toBe(true);
  expect(isMet(above, [1, 1, 1, 0], [])).toBe(false);
  expect(isMet({ ...above, is: 'below', share01: 0.2 }, [0, 0, 0, 0], [])).toBe(true);
});

it('a criterion about a measure the row lacks is refused', () => {
  expect(() => judge(rowWith({ ...more, measure: 'x' }), { a: { q: [] }, b: { q: [] } })).toThrow(/measure "x"/);
});

describe('a difference that is told and not asked for', () => {
  const toldOf = (a: readonly number[], b: readonly number[]) => {
    const row: Row = { ...rowWith(more), besides: [{ measure: 'q', from: 'a', to: 'b' }] };
    const outcomes = { a: { q: a }, b: { q: b } };
    return tellBesides({ row, seeds: a.length, outcomes, judged: judge(row, outcomes), shows: true });
  };

  it('says both means, and whether it stands out of luck', () => {
    expect(toldOf([1, 2, 3, 4], [1, 3, 2, 4])).toBe(
      'Not asked for, but seen beside it: quantity 2.5 without and 2.5 with it, no difference beyond the A/A band of ±0.7.',
    );
    expect(toldOf([1, 2, 3, 4], [5, 6, 7, 8])).toMatch(/2\.5 without and 6\.5 with it, a difference beyond the A\/A band of ±3\.9\.$/);
  });

  it('is silent where a row has none', () => {
    const row = rowWith(more);
    expect(tellBesides({ row, seeds: 2, outcomes: {}, judged: [], shows: true })).toBe('');
  });
});

it('a placebo, a lever set to what it is anyway, changes no number of any run and shows nothing', () => {
  const placebo: Row = {
    ...uprising,
    settings: [
      { id: 'as-is', words: 'as it is' },
      { id: 'placebo', words: 'with a lever set to what it is anyway', do: [lever('mobilise.ties', 'as-they-are')] },
    ],
    criteria: [{ measure: 'regions', from: 'as-is', to: 'placebo', is: 'more', atLeast: 0 }],
  };
  const result = runRow(placebo, { seeds: 4 });
  expect(result.outcomes['placebo']).toEqual(result.outcomes['as-is']);
  expect(result.shows).toBe(false);
  expect(tellRow(result)).toContain('NOT SEEN');
});

it('one run cannot tell luck from the cause', () => {
  expect(() => runRow(uprising, { seeds: 1 })).toThrow(/at least 2 runs/);
});

it('a parameter nobody declared is refused', () => {
  const wrong: Row = { ...uprising, settings: [{ id: 'seen', words: 'x', values: { 'mobilise.nothing': 1 } }] };
  expect(() => runRow(wrong, { seeds: 2 })).toThrow(/no parameter "mobilise.nothing"/);
});
