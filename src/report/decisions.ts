/** What governments, alliance and parliaments decided: how often and when, by arm; and where worlds part. */
import { spreadOf } from '../view/statistics.ts';
import type { Comparison } from './comparison.ts';

export interface DecisionRow {
  readonly what: string;
  /** [arm] */
  readonly arms: readonly { readonly runs: number; readonly of: number; readonly median: number }[];
}

/** First occurrence of each kind of decision in each run; dated inputs of the scenario are no decisions. */
export function decisionRows(comparison: Comparison): DecisionRow[] {
  const { scenario, arms } = comparison;
  const names = new Map(scenario.world.countries.map((country) => [country.key, country.name]));
  const firsts = arms.map((arm) => {
    const byKind = new Map<string, number[]>();
    for (const run of arm.runs) {
      const seen = new Set<string>();
      for (const decision of run.decisions) {
        if (decision.by === 'shock') continue;
        const what =
          decision.country === scenario.focus || decision.country === ''
            ? decision.kind
            : `${decision.kind} (${names.get(decision.country) ?? decision.country})`;
        if (seen.has(what)) continue;
        seen.add(what);
        const hours = byKind.get(what) ?? [];
        hours.push(decision.hour);
        byKind.set(what, hours);
      }
    }
    return byKind;
  });
  const kinds = [...new Set(firsts.flatMap((byKind) => [...byKind.keys()]))];
  const rows = kinds.map((what) => ({
    what,
    arms: firsts.map((byKind, a) => ({ runs: byKind.get(what)?.length ?? 0, of: arms[a]!.runs.length, median: spreadOf(byKind.get(what) ?? []).median })),
  }));
  const order = (row: DecisionRow) => row.arms.find((arm) => arm.runs > 0)?.median ?? 0;
  return rows.toSorted((a, b) => order(a) - order(b) || (a.what < b.what ? -1 : 1));
}

export interface Parting {
  readonly what: string;
  readonly pairs: number;
  readonly medianHour: number;
}

/** What differs first, commonest first; pairs that never part are left out. */
export function partings(comparison: Comparison): Parting[] {
  const byWhat = new Map<string, number[]>();
  for (const { hour, what } of comparison.divergences) {
    if (hour < 0 || Number.isNaN(hour)) continue;
    const hours = byWhat.get(what) ?? [];
    hours.push(hour);
    byWhat.set(what, hours);
  }
  return [...byWhat]
    .map(([what, hours]) => ({ what, pairs: hours.length, medianHour: spreadOf(hours).median }))
    .toSorted((a, b) => b.pairs - a.pairs || a.medianHour - b.medianHour || (a.what < b.what ? -1 : 1));
}
