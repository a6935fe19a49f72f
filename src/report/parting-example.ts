/** One pair told in words: until when its worlds are the same, what differs first, and what follows. */
import type { RunSummary } from '../experiment/summary.ts';
import type { Comparison } from './comparison.ts';
import { firstOfEach } from './decisions.ts';
import { calendarOf } from './outcomes.ts';
import { partingWords } from './partings.ts';
import type { Words } from './words.ts';

/** Hours after the parting that are told. */
const followed = 7 * 24;
const mostNamed = 5;

/** Sentences on the pair whose worlds part at the middle hour; none where no pair parts. */
export function partingExample(comparison: Comparison, say: Words): string[] {
  const t = say.text.parting;
  const calendar = calendarOf(comparison, say);
  const parted = comparison.divergences.map((parting, pair) => ({ ...parting, pair })).filter(({ hour }) => hour >= 0);
  const middle = parted.toSorted((a, b) => a.hour - b.hour || a.pair - b.pair)[Math.floor((parted.length - 1) / 2)];
  const [runA, runB] = [comparison.arms[0]?.runs[middle?.pair ?? -1], comparison.arms[1]?.runs[middle?.pair ?? -1]];
  if (!middle || !runA || !runB) return [];
  const number = comparison.pairNumbers?.[middle.pair] ?? middle.pair;
  const first = after(comparison, runA, middle.hour, say);
  const second = after(comparison, runB, middle.hour, say);
  const named = (entries: readonly (readonly [string, number])[]) => entries.map(([what, hour]) => `${what} (${calendar.hour(hour)})`);
  const shorten = (list: readonly string[]) => (list.length > mostNamed ? `${list.slice(0, mostNamed).join(', ')} …` : list.join(', '));
  const alone = (mine: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>) => named([...mine].filter(([what]) => !other.has(what)));
  const shifted = [...first].flatMap(([what, hour]) => {
    const there = second.get(what);
    return there === undefined || there === hour ? [] : [`${what} (${calendar.hour(hour)}${t.and}${calendar.hour(there)})`];
  });
  const [inA, inB] = [alone(first, second), alone(second, first)];
  const ends = (['dead', 'detained', 'placesEverLost', 'peakTurnout'] as const).map(
    (id) => `${say.text.measures[id]} ${say.count(runA.quantities[id]!)}${t.and}${say.count(runB.quantities[id]!)}`,
  );
  return [
    t.exampleHead(number, calendar.hour(middle.hour), ...partingWords(middle, say, 'number')),
    ...(inA.length > 0 ? [t.alone('A', shorten(inA))] : []),
    ...(inB.length > 0 ? [t.alone('B', shorten(inB))] : []),
    ...(shifted.length > 0 ? [t.bothOtherHour(shorten(shifted))] : []),
    ...(inA.length + inB.length + shifted.length === 0 ? [t.nothing] : []),
    t.end(ends.join('; ')),
  ];
}

/** First time of every kind of decision in the days after an hour, in order. */
function after(comparison: Comparison, run: RunSummary, hour: number, say: Words): Map<string, number> {
  const later = run.decisions.filter((decision) => decision.hour >= hour && decision.hour <= hour + followed);
  return new Map([...firstOfEach(comparison, later, say)].map(([what, decision]) => [what, decision.hour]));
}
