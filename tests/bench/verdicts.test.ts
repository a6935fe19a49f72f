/** A difference inside the A/A band is not called one. */
import { expect, it } from 'vitest';
import type { SavedRow } from '../../src/host/node/bench-results.ts';
import { verdicts } from '../../src/host/node/bench-verdicts.ts';

const saved = (commit: string, samplesMs: number[], moves = 10): SavedRow => ({
  name: 'x',
  what: 'w',
  joins: 5,
  leaves: moves - 5,
  moves,
  meanTies: 12,
  runs: samplesMs.length,
  samplesMs,
  ms: samplesMs[0]!,
  cpuMs: samplesMs[0]!,
  perUnit: { value: 1, unit: 'u' },
  peopleBytes: 0,
  rssBytes: 0,
  targets: [],
  extra: {},
  date: '',
  commit,
  node: 'v20',
  machine: 'm',
  load: 0,
});
const verdictOf = (a1: number[], a2: number[], b: number[]) => verdicts([saved('a', a1)], [saved('a', a2)], [saved('b', b)])[0]!.verdict;

it('calls a difference outside the band', () => {
  expect(verdictOf([100, 101, 102], [101, 102, 103], [120, 121, 122])).toBe('slower');
  expect(verdictOf([100, 101, 102], [101, 102, 103], [80, 81, 82])).toBe('faster');
});

it('refuses inside it: A differs from A as much, or single runs scatter as much', () => {
  expect(verdictOf([100, 101, 102], [124, 125, 126], [120, 121, 122])).toBe('no difference shown');
  expect(verdictOf([80, 100, 130], [81, 101, 131], [115, 116, 117])).toBe('no difference shown');
  expect(verdictOf([100, 100, 100], [100, 100, 100], [102, 102, 102])).toBe('no difference shown');
});

it('refuses when the work differs, or A is not A', () => {
  expect(verdicts([saved('a', [100])], [saved('a', [100])], [saved('b', [50], 12)])[0]!.verdict).toBe('different work');
  expect(() => verdicts([saved('a', [100])], [saved('c', [100])], [saved('b', [50])])).toThrow(/one commit/);
});
