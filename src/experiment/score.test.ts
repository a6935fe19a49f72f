import { describe, expect, it } from 'vitest';
import type { Observation } from '../scenario/record.ts';
import { rangeOf, scoreOf, totalOf } from './score.ts';

const turnout: Observation = {
  id: 'turnout',
  quantity: 'turnoutDay',
  country: 'land',
  atHour: 24,
  value: 1000,
  low: 800,
  high: 2000,
  kind: 'outcome',
  errorModel: { dist: 'factor', low: 0.8, high: 2 },
};
const lost: Observation = {
  ...turnout,
  id: 'lost',
  quantity: 'hourPlaceLost',
  atHour: 50,
  value: 50,
  low: 48,
  high: 52,
  errorModel: { dist: 'hours', low: -2, high: 2 },
};
const stays: Observation = { ...turnout, id: 'stays', quantity: 'headOut', value: 0, low: 0, high: 0, errorModel: { dist: 'binary' } };
const draws = (n: number, make: (i: number) => number) => Array.from({ length: n }, (_, i) => make(i));

describe('the score of a count', () => {
  it('is near certainty when all draws say what was seen, and worse the further they are off', () => {
    const at = (x: number) =>
      scoreOf(
        turnout,
        draws(40, () => x),
      ).logScore;
    expect(at(1200)).toBeGreaterThan(Math.log(0.7));
    expect(at(1200)).toBeGreaterThan(at(4000));
    expect(at(4000)).toBeGreaterThan(at(40_000));
    expect(at(40_000)).toBeGreaterThan(Math.log(0.5 / 41) - 1e-9);
  });

  it('rewards the ensemble that spreads over the range more than one that misses it narrowly or covers everything', () => {
    const around = scoreOf(
      turnout,
      draws(50, (i) => 800 + 24 * i),
    );
    const wide = scoreOf(
      turnout,
      draws(50, (i) => 10 ** (i / 8)),
    );
    expect(around.logScore).toBeGreaterThan(wide.logScore);
    expect([around.in50, wide.in90]).toEqual([true, true]);
  });

  it('meets an interval when the ranges touch', () => {
    const s = scoreOf(
      turnout,
      draws(20, (i) => (i < 4 ? 900 : 10)),
    );
    expect([s.in50, s.in90]).toEqual([false, true]);
  });
});

describe('the score of an hour', () => {
  it('allows twelve hours on either side', () => {
    expect(rangeOf(lost)).toEqual({ low: 36, high: 64 });
    expect(
      scoreOf(
        lost,
        draws(20, () => 38),
      ).in50,
    ).toBe(true);
    expect(
      scoreOf(
        lost,
        draws(20, () => 30),
      ).in50,
    ).toBe(false);
  });

  it('counts draws in which it did not happen against it', () => {
    const seldom = scoreOf(
      lost,
      draws(40, (i) => (i < 3 ? 50 : Number.NaN)),
    );
    const often = scoreOf(
      lost,
      draws(40, (i) => (i < 30 ? 50 : Number.NaN)),
    );
    expect([seldom.in50, seldom.in90, often.in50, often.in90]).toEqual([false, false, true, true]);
    expect(often.logScore).toBeGreaterThan(seldom.logScore);
    expect(
      scoreOf(
        lost,
        draws(4, () => Number.NaN),
      ).logScore,
    ).toBeCloseTo(Math.log(0.1), 12);
  });
});

it('a yes or no is scored by its probability, which is never 0 or 1, and a run given up is neither', () => {
  const log = (answers: number[]) => scoreOf(stays, answers).logScore;
  expect(log(draws(9, () => 0))).toBeCloseTo(Math.log(0.95), 12);
  expect(log(draws(9, () => 1))).toBeCloseTo(Math.log(0.05), 12);
  expect(log(draws(9, () => Number.NaN))).toBeCloseTo(Math.log(0.05), 12);
});

it('no draws are no score', () => {
  expect(() => scoreOf(turnout, [])).toThrow(/turnout has no draws/);
});

it('a total counts and sums', () => {
  const scores = [
    scoreOf(
      turnout,
      draws(20, () => 1200),
    ),
    scoreOf(
      lost,
      draws(20, () => Number.NaN),
    ),
  ];
  expect(totalOf(scores)).toEqual({ observations: 2, in50: 1, in90: 1, logScore: scores[0]!.logScore + scores[1]!.logScore });
});
