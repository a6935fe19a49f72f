/** Hits and misses of a record in words, as they fall. */
import type { IntervalRow } from './interval-row.ts';
import type { Language } from './language.ts';
import { enoughForTails } from './statistics.ts';

/** @param runs of the arm: with few of them only smallest and largest are spoken of */
export function fitWords(rows: readonly Pick<IntervalRow, 'in50' | 'in90'>[], runs: number, say: Language): string {
  const t = say.chart.intervals;
  if (rows.length === 0) return t.none;
  const in90 = rows.filter((row) => row.in90).length;
  if (runs < enoughForTails) return t.fewFinding(in90, rows.length, runs);
  return t.finding(in90, rows.length, rows.filter((row) => row.in50).length);
}

export function verdict(row: Pick<IntervalRow, 'value' | 'low' | 'high' | 'model' | 'in50' | 'in90' | 'events'>, say: Language): string {
  const t = say.chart.intervals;
  const { model } = row;
  if (row.events) return t.happens(row.events.events, row.events.trials);
  if (model.values.length === 0) return t.noValue;
  const isFew = model.values.length < enoughForTails;
  const low = isFew ? model.values[0]! : model.p05;
  const high = isFew ? model.values.at(-1)! : model.p95;
  if (row.in90) return isFew ? t.meetsRange(model.values.length) : row.in50 ? t.meetsHalf : t.meetsMost;
  if (row.value > high) return isFew ? t.aboveAll(model.values.length) : t.above;
  if (row.value < low) return isFew ? t.belowAll(model.values.length) : t.below;
  return t.miss;
}
