/** What governments, alliance and parliaments decided: how often and when, by arm. */
import type { RunSummary } from '../experiment/summary.ts';
import { spreadOf } from '../view/statistics.ts';
import type { Comparison } from './comparison.ts';
import { countryWords, kindWords, type Words } from './words.ts';

export interface DecisionRow {
  readonly what: string;
  /** mechanism that logged it */
  readonly by: string;
  /** [arm] hour of the first time in every run in which it happens, and how many runs there are */
  readonly arms: readonly { readonly hours: readonly number[]; readonly of: number; readonly median: number }[];
}

type Decision = RunSummary['decisions'][number];

/** An entry of the log in words, with the country where it is not the one asked about. */
export function decisionWords(comparison: Comparison, decision: Decision, say: Words): string {
  const { scenario } = comparison;
  if (decision.country === scenario.focus || decision.country === '') return kindWords(decision.kind, say);
  const name = scenario.world.countries.find((country) => country.key === decision.country)?.name ?? decision.country;
  return `${kindWords(decision.kind, say)} (${countryWords(name, say)})`;
}

/** First occurrence of each kind of decision in each run, earliest median first; dated inputs of the scenario are no decisions. */
export function decisionRows(comparison: Comparison, say: Words): DecisionRow[] {
  const { arms } = comparison;
  const madeBy = new Map<string, string>();
  const firsts = arms.map((arm) => {
    const byKind = new Map<string, number[]>();
    for (const run of arm.runs) {
      for (const [what, decision] of firstOfEach(comparison, run.decisions, say)) {
        byKind.set(what, [...(byKind.get(what) ?? []), decision.hour]);
        madeBy.set(what, decision.by);
      }
    }
    return byKind;
  });
  const rows = [...madeBy].map(([what, by]) => ({
    what,
    by,
    arms: firsts.map((byKind, a) => {
      const hours = byKind.get(what) ?? [];
      return { hours, of: arms[a]!.runs.length, median: spreadOf(hours).median };
    }),
  }));
  const order = (row: DecisionRow) => row.arms.find((arm) => arm.hours.length > 0)?.median ?? 0;
  return rows.toSorted((a, b) => order(a) - order(b) || (a.what < b.what ? -1 : 1));
}

/** The first entry of every kind, by its words. */
export function firstOfEach(comparison: Comparison, decisions: readonly Decision[], say: Words): Map<string, Decision> {
  const seen = new Map<string, Decision>();
  for (const decision of decisions) {
    if (decision.by === 'shock') continue;
    const what = decisionWords(comparison, decision, say);
    if (!seen.has(what)) seen.set(what, decision);
  }
  return seen;
}
