import { describe, expect, it } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { chanceOf, riskExponents, type Actor } from '../../mechanisms/decide/challenge.ts';
import { emissions } from './emissions.ts';
import { expectedUtility } from './expected-utility.ts';
import { afterRound, asPrinted, byMargin, ofAllContests, rounds } from './rounds.ts';

const of = (name: string) => emissions.findIndex((actor) => actor.name === name);
const asFelt = (distance: number) => distance;

describe('expected utility', () => {
  everyTargetIsHeld(expectedUtility);

  it('the printed chance is the one the engine uses, whatever distances are called', () => {
    expect(asPrinted(emissions)).toBe(chanceOf);
    for (let i = 0; i < emissions.length; i++)
      for (let j = 0; j < emissions.length; j++) expect(asPrinted(emissions, asFelt)(emissions, i, j)).toBe(chanceOf(emissions, i, j));
  });

  it('the three readings order challengers alike and differ in size', () => {
    const [printed, margin, all] = [asPrinted, byMargin, ofAllContests].map((reading) => reading(emissions)(emissions, of('BE'), of('DE')));
    expect(printed).toBeCloseTo((0.336 + 0.093) / 0.677, 12);
    expect(margin).toBeCloseTo((0.336 + 0.093 - 0.248) / 0.677, 12);
    expect(all).toBeLessThan(margin!);
    expect(byMargin(emissions)(emissions, of('DE'), of('BE'))).toBe(0);
  });

  it('twins act alike, the safest is the most cautious and keeps its place', () => {
    const after = afterRound(emissions, 6, ofAllContests);
    const risks = riskExponents(emissions, ofAllContests(emissions));
    expect(after[of('FR')]!.position).toBe(after[of('IT')]!.position);
    expect(after[of('NL')]!.position).toBe(after[of('DE')]!.position);
    expect(Math.max(...risks)).toBe(risks[of('DK')]);
    expect(after.filter(({ position }, k) => position !== emissions[k]!.position).length).toBeGreaterThan(2);
  });

  it('nobody moves where all agree', () => {
    const alike: readonly Actor[] = emissions.map((actor) => ({ ...actor, position: 5 }));
    for (const reading of [asPrinted, byMargin, ofAllContests]) expect(rounds(alike, 3, reading).at(-1)).toEqual(alike);
  });
});
