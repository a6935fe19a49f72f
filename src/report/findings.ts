/** What the paired comparison says, and what it does not: two sentences from the numbers. */
import { calendarFrom } from '../view/calendar.ts';
import { fallMeanings } from '../experiment/summary.ts';
import { change, count, percent } from '../view/numbers.ts';
import { armLetter } from '../view/palette.ts';
import type { Comparison } from './comparison.ts';
import { partings } from './decisions.ts';
import { fallWords, outcomeRows } from './outcomes.ts';

/** `A (with the contingent)` */
export function armName(comparison: Comparison, arm: number): string {
  return `${armLetter(arm)} (${comparison.arms[arm]?.title ?? '–'})`;
}

export function says(comparison: Comparison): string {
  const rows = outcomeRows(comparison);
  const peak = rows.find((row) => row.id === 'peakTurnout');
  const paired = peak?.differences[0]?.paired;
  if (!paired) return 'There is one arm only, so nothing is compared.';
  if (paired.pairs === 0) return 'No pair ended, so nothing is compared.';
  const [a, b] = [armName(comparison, 0), armName(comparison, 1)];
  const falls = fallMeanings.map((meaning) => {
    const row = rows.find((one) => one.id === `${meaning}Within28`)!;
    return `${fallWords[meaning]} ${row.arms[0]!.events} and ${row.arms[1]!.events}`;
  });
  return `With the same parameters and the same luck, the peak of people out is higher in ${b} than in ${a} in ${percent(paired.higher)} of ${paired.pairs} pairs, equal in ${percent(paired.equal)} and lower in ${percent(paired.lower)} (median difference ${change(paired.spread.median)}); within 28 days, out of ${peak.arms[0]!.runs} runs of A and ${peak.arms[1]!.runs} of B: ${falls.join(', ')}.`;
}

export function saysNot(comparison: Comparison): string {
  const bounded = comparison.pairs > 0 && outcomeRows(comparison).some((row) => row.kind === 'event' && row.arms.some((arm) => arm.probability?.isBound));
  const bound = bounded ? ` “None of ${count(comparison.pairs)} runs” is not “impossible”: it leaves what the bound says.` : '';
  return `It does not say how likely any of this was or is: the parameters are drawn from priors and not fitted to the record, and the intervals count chance between runs of this model, not the chance that the model is wrong.${bound}`;
}

/** Where the worlds part: in how many pairs, when, and at which decision or place first. */
export function parts(comparison: Comparison): string {
  if (comparison.arms.length < 2 || comparison.pairs === 0) return '';
  const calendar = calendarFrom(comparison.scenario.from);
  const kinds = partings(comparison);
  const parted = kinds.reduce((sum, kind) => sum + kind.pairs, 0);
  if (parted === 0) return `The worlds part in none of ${comparison.pairs} pairs: what differs between the arms was never asked for.`;
  const named = kinds.slice(0, 3).map((kind) => `${kind.what}: ${kind.pairs} ${kind.pairs === 1 ? 'pair' : 'pairs'}, ${calendar.hour(kind.medianHour)}`);
  return `The worlds part in ${parted} of ${comparison.pairs} pairs, first at (number of pairs, median hour) ${named.join('; ')}${kinds.length > 3 ? '; and others' : ''}.`;
}
