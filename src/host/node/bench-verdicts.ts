/** Is a difference in speed more than noise? Only outside the band that two measurements of one commit (A/A) show. */
import { median } from './bench-measure.ts';
import type { SavedRow } from './bench-results.ts';

export interface Verdict {
  readonly row: string;
  /** median of B over median of A */
  readonly ratio: number;
  /** ratios within [1/band, band] are noise */
  readonly band: number;
  readonly verdict: 'faster' | 'slower' | 'no difference shown' | 'different work';
}

/** No machine is steadier than this. */
const narrowestBand = 1.03;

const rowKey = (row: SavedRow) => `${row.name}: ${row.what}`;

function samplesByRow(rows: readonly SavedRow[]): Map<string, number[]> {
  const samples = new Map<string, number[]>();
  for (const row of rows) samples.set(rowKey(row), [...(samples.get(rowKey(row)) ?? []), ...row.samplesMs]);
  return samples;
}

/**
 * Compare B with A. The band of a row is the larger of the A/A ratio of medians and the spread
 * of single runs (third over first quartile) in any of the three, so one lucky A/A pair cannot narrow it.
 * @throws RangeError when the two A are not of one commit, machine and Node
 */
export function verdicts(first: readonly SavedRow[], again: readonly SavedRow[], other: readonly SavedRow[]): Verdict[] {
  const home = (rows: readonly SavedRow[]) => [...new Set(rows.map((r) => `${r.commit}, Node ${r.node}, ${r.machine}`))].join(' and ');
  if (home(first) !== home(again))
    throw new RangeError(`A/A needs two measurements of one commit on one machine; these are of ${home(first)} and ${home(again)}`);
  const a1 = samplesByRow(first);
  const a2 = samplesByRow(again);
  const b = samplesByRow(other);
  const work = (rows: readonly SavedRow[], key: string) => rows.find((r) => rowKey(r) === key)!.moves;
  return [...a1.keys()]
    .filter((key) => a2.has(key) && b.has(key))
    .map((key) => {
      const lists = [a1.get(key)!, a2.get(key)!, b.get(key)!];
      const aa = median(lists[0]!) / median(lists[1]!);
      const band = Math.max(narrowestBand, aa, 1 / aa, ...lists.map(spread));
      const ratio = median(lists[2]!) / median([...lists[0]!, ...lists[1]!]);
      const sameWork = work(first, key) === work(other, key);
      const verdict = !sameWork ? 'different work' : ratio > band ? 'slower' : ratio < 1 / band ? 'faster' : 'no difference shown';
      return { row: key, ratio, band, verdict };
    });
}

/** Third over first quartile of single runs. */
function spread(samples: readonly number[]): number {
  const sorted = [...samples].sort((x, y) => x - y);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return at(0.75) / at(0.25);
}
