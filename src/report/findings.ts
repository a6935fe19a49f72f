/** What the paired comparison says, and what it does not: a few sentences from the numbers. */
import { fallMeanings } from '../experiment/summary.ts';
import { armLetter } from '../view/palette.ts';
import { ruleOfThree } from '../view/statistics.ts';
import type { Comparison } from './comparison.ts';
import { calendarOf, outcomeRows } from './outcomes.ts';
import { partings } from './partings.ts';
import type { Words } from './words.ts';

export function says(comparison: Comparison, say: Words): string {
  const t = say.text.findings;
  const rows = outcomeRows(comparison, say);
  const peak = rows.find((row) => row.id === 'peakTurnout');
  const paired = peak?.differences[0]?.paired;
  if (!peak || !paired) return t.oneArm;
  if (paired.pairs === 0) return t.noPair;
  const falls = fallMeanings.map((meaning) => {
    const row = rows.find((one) => one.id === `${meaning}Within28`)!;
    return t.fall(row.heading, row.arms[0]!.events, row.arms[1]!.events);
  });
  const [higher, equal, lower] = [paired.higher, paired.equal, paired.lower].map((share) => Math.round(share * paired.pairs));
  return `${t.says(armLetter(0), armLetter(1), paired.pairs, higher!, equal!, lower!, say.change(paired.spread.median))} ${t.falls(peak.arms[0]!.runs, peak.arms[1]!.runs, falls.join(', '))}`;
}

export function saysNot(comparison: Comparison, say: Words): string {
  const t = say.text.findings;
  const isBounded = comparison.pairs > 0 && outcomeRows(comparison, say).some((row) => row.kind === 'event' && row.arms.some((arm) => arm.events === 0));
  return isBounded ? `${t.saysNot} ${t.none(comparison.pairs, say.percent(ruleOfThree(comparison.pairs)))}` : t.saysNot;
}

/** Where the worlds part: in how many pairs, when, and what each of the two has first. */
export function parts(comparison: Comparison, say: Words): string {
  if (comparison.arms.length < 2 || comparison.pairs === 0) return '';
  const t = say.text.findings;
  const calendar = calendarOf(comparison, say);
  const kinds = partings(comparison, say);
  const parted = partedPairs(comparison);
  if (parted === 0) return t.neverPart(comparison.pairs);
  const named = kinds.slice(0, 3).map((kind) => t.kind(kind.left, kind.right, kind.pairs, calendar.hour(kind.medianHour)));
  return t.part(parted, comparison.pairs, named.join('; '), kinds.length > 3);
}

/** Pairs whose two histories differ anywhere. */
export function partedPairs(comparison: Comparison): number {
  return comparison.divergences.filter(({ hour }) => hour >= 0).length;
}
