/**
 * Can the program say both? Two regions of the prior, named after reading the rules: in one nearly
 * every campaign should fell its government, in the other hardly any. Whether they do is run, with help and without.
 */
import type { Moved } from '../../base/parameter.ts';
import type { Course } from './course.ts';
import type { Member } from './population.ts';
import { hasFallen, isCampaign } from './record.ts';

export interface Region {
  readonly id: 'firm' | 'brittle';
  readonly title: string;
  /** by parameter: where in its prior the region lies, and how narrow it is; others are drawn from all of theirs */
  readonly moved: Readonly<Record<string, Moved>>;
}

/** Normal scores of a region's parameters: most lie between the 93rd and the 99th percentile of their prior, or between the first and the seventh. */
export const far = 1.9;
export const width = 0.2;
const upper: Moved = { shift: far, width };
const lower: Moved = { shift: -far, width };

/** Moves after which a run of a region is given up: twice as many as elsewhere, because governments that fall to crowds fall to large ones. */
export const mostMovesOfRegions = 6_000_000;

/** Seed of all regions: not one that weights were fitted or looked at with. */
export const seedOfRegions = 23;

export const regions: readonly Region[] = [
  {
    id: 'firm',
    title: 'elites that close ranks, forces that obey',
    moved: {
      'fall.headPerHour': lower,
      'fall.alarmDays': lower,
      'fall.fromThreat01': upper,
      'fall.loyalShare01': lower,
      'govern.turnoutWeight': lower,
      'govern.regionsWeight': lower,
      'obey.cohesionLoss': lower,
      'obey.perHour': lower,
      'latent.cohesionBase': upper,
    },
  },
  {
    id: 'brittle',
    title: 'alarmed elites that divide, causes that last, many who can be moved, fear that passes',
    moved: {
      'fall.headPerHour': upper,
      'fall.alarmDays': upper,
      'fall.fromThreat01': lower,
      'govern.turnoutWeight': upper,
      'govern.regionsWeight': upper,
      'obey.cohesionLoss': upper,
      'obey.beliefHours': lower,
      'obey.patronBelief': lower,
      'support.signalToUnits': lower,
      'latent.cohesionBase': lower,
      'shock.halfLifeDays': upper,
      'spread.fearHalfLifeDays': lower,
      'people.stock01': upper,
      'mobilise.riskWeight': lower,
      'police.calmRisk01': lower,
      'fire.deadPerOfficerHour': lower,
    },
  },
];

/** Days within which a government falls or stands. */
export const withinDays = 28;

export interface Fallen {
  readonly campaigns: number;
  readonly fallen: number;
  /** runs given up for their size before that day, counted as standing */
  readonly givenUp: number;
}

/** Campaigns of a region that felled their government: those with help when it was asked for, the same without, and all without. */
export function fallenIn(members: readonly Member[]): { readonly helped: Fallen; readonly sameAlone: Fallen; readonly alone: Fallen } {
  const courses = members.flatMap(({ course, alone }) => (course ? [{ course, alone }] : []));
  const count = (these: readonly Course[]): Fallen => {
    const campaigns = these.filter(isCampaign);
    const fallen = campaigns.filter((course) => hasFallen(course, withinDays));
    return { campaigns: campaigns.length, fallen: fallen.length, givenUp: campaigns.filter((c) => c.isGivenUp && !hasFallen(c, withinDays)).length };
  };
  const aided = courses.filter(({ course }) => course.isAided);
  return {
    helped: count(aided.map(({ course }) => course)),
    sameAlone: count(aided.flatMap(({ alone }) => (alone ? [alone] : []))),
    alone: count(courses.flatMap(({ course, alone }) => alone ?? (course.isAided ? [] : course))),
  };
}
