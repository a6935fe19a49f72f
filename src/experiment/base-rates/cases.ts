/** Campaigns of a population as cases: what was known beforehand, and whether the government fell within 28 days. */
import type { Moved } from '../../base/parameter.ts';
import { movableParameters, scoresOf, type Member } from './population.ts';
import { hasFallen, isCampaign } from './record.ts';
import { twoSides, type Case, type TwoSides } from './two-sided.ts';
import type { Course } from './course.ts';

const withinDays = 28;

/** Both answers, for campaigns against governments with help and for those without. */
export function bothAnswersIn(
  members: readonly Member[],
  seed: number,
  moved: Readonly<Record<string, Moved>>,
): { readonly who: string; readonly cases: number; readonly sides: TwoSides }[] {
  const names = movableParameters.map(({ id }) => id);
  const caseOf = (course: Course): Case => ({ x: scoresOf({ seed, moved }, course.number), y: hasFallen(course, withinDays) ? 1 : 0 });
  const sides = (who: string, courses: readonly Course[]) => {
    const cases = courses.filter(isCampaign).map(caseOf);
    return cases.length >= 40 ? [{ who, cases: cases.length, sides: twoSides(cases, names) }] : [];
  };
  return [
    ...sides(
      'with help',
      members.flatMap(({ course }) => (course?.isAided ? [course] : [])),
    ),
    ...sides(
      'without help',
      members.flatMap(({ course, alone }) => (alone ? [alone] : course && !course.isAided ? [course] : [])),
    ),
  ];
}
