/**
 * What the record of real campaigns and protests says, to day sixty, and how each number is read off a run.
 * Counts were made from the data sets named; their rows are not kept here.
 */
import { answers, type Course } from './course.ts';

export interface BaseRate {
  readonly id: string;
  /** completes "share of …" */
  readonly what: string;
  readonly source: string;
  readonly published: number;
  /** cases behind the published number */
  readonly cases: number;
  /** what coders' rules and ours do not share, as a standard deviation; an ASSUMPTION */
  readonly allowance: number;
  /** `fitted`: the weights are moved towards it; `checked`: it is only looked at */
  readonly use: 'fitted' | 'checked';
  /** what a course adds to the numerator and the denominator */
  counts(course: Course): readonly [number, number];
}

const navco12 = 'NAVCO 1.2, nonviolent campaigns for another government (141)';
const protests = 'Mass Mobilization, protests that demand a removal, 1990-2020';

/** Share of a state's strength aside from which a coder would write "defection". ASSUMPTION. */
export const defects01 = 0.1;

export const isCampaign = (course: Course): boolean => course.startDay >= 0;
export const hasFallen = (course: Course, days: number): boolean => course.fallDays <= days;
export const hasDefection = (course: Course): boolean => course.defection01 >= defects01;

const one = (is: boolean) => (is ? 1 : 0);

/** Share of campaigns for which something holds, among those for which something else does. */
function among(of: (course: Course) => boolean, is: (course: Course) => boolean): BaseRate['counts'] {
  return (course) => (isCampaign(course) && of(course) ? [one(is(course)), 1] : [0, 0]);
}

const every = () => true;

/** Success by a day after the start. */
const successes = (
  [
    [7, 4],
    [14, 10],
    [30, 17],
    [60, 23],
  ] as const
).map(([days, n]): BaseRate => ({
  id: `success-${days}`,
  what: `campaigns that have won by day ${days}`,
  source: navco12,
  published: n / 141,
  cases: 141,
  allowance: 0.02,
  use: 'fitted',
  counts: among(every, (c) => hasFallen(c, days)),
}));

/** Lower ends of the classes of peak participation, as shares of residents. */
export const peakClasses = [0.035, 0.01, 0.0025, 0.0006, 0.00015, 0] as const;
export function peakClassOf(course: Course): number {
  return peakClasses.findIndex((low) => course.peak01 >= low);
}
export const peakNames = ['3.5 % or more', '1 to 3.5 %', '.25 to 1 %', '.06 to .25 %', '.015 to .06 %', 'less than .015 %'] as const;

const peaks = [14, 25, 48, 28, 15, 11].map((n, k): BaseRate => ({
  id: `peak-${k}`,
  what: `campaigns with a peak of ${peakNames[k]!} of residents`,
  source: `${navco12}; there over the whole campaign, here to day 60`,
  published: n / 141,
  cases: 141,
  allowance: 0.06,
  use: 'fitted',
  counts: among(every, (c) => peakClassOf(c) === k),
}));

const byPeak = (
  [
    [4, 14],
    [2, 25],
    [10, 48],
    [3, 28],
    [2, 15],
    [2, 11],
  ] as const
).map(([n, of], k): BaseRate => ({
  id: `success-60-peak-${k}`,
  what: `campaigns with a peak of ${peakNames[k]!} that have won by day 60`,
  source: navco12,
  published: n / of,
  cases: of,
  allowance: 0.05,
  use: 'checked',
  counts: among(
    (c) => peakClassOf(c) === k,
    (c) => hasFallen(c, 60),
  ),
}));

const byDefectionAndAid = (
  [
    [false, false, 9, 70],
    [false, true, 2, 28],
    [true, false, 8, 25],
    [true, true, 4, 18],
  ] as const
).map(([defection, aid, n, of]): BaseRate => ({
  id: `success-60-${defection ? 'defection' : 'loyal'}-${aid ? 'aid' : 'alone'}`,
  what: `campaigns ${defection ? 'with' : 'without'} defection whose government had ${aid ? 'help' : 'no help'} from outside that have won by day 60`,
  source: navco12,
  published: n / of,
  cases: of,
  allowance: 0.05,
  use: 'checked',
  counts: among(
    (c) => hasDefection(c) === defection && c.isAided === aid,
    (c) => hasFallen(c, 60),
  ),
}));

const byAid = (
  [
    [true, 30, 4, 46],
    [false, 30, 13, 95],
    [true, 60, 6, 46],
    [false, 60, 17, 95],
  ] as const
).map(([aid, days, n, of]): BaseRate => ({
  id: `success-${days}-${aid ? 'aid' : 'alone'}`,
  what: `campaigns whose government had ${aid ? 'help' : 'no help'} from outside that have won by day ${days}`,
  source: navco12,
  published: n / of,
  cases: of,
  allowance: 0.05,
  use: 'checked',
  counts: among(
    (c) => c.isAided === aid,
    (c) => hasFallen(c, days),
  ),
}));

/** Town-days with a protest of one kind; each uprising counts once, however many it has. */
function days(of: (violent: number, answer: number) => boolean, is: (violent: number, answer: number) => boolean): BaseRate['counts'] {
  return (course) => {
    let all = 0;
    let such = 0;
    course.protests.forEach((row, violent) =>
      row.forEach((n, answer) => {
        if (!of(violent, answer)) return;
        all += n;
        if (is(violent, answer)) such += n;
      }),
    );
    return all > 0 ? [such / all, 1] : [0, 0];
  };
}

const lethal = (_: number, answer: number) => answer >= answers.indexOf('light');

const responses: readonly BaseRate[] = [
  {
    id: 'lethal-peaceful',
    what: 'town-days of peaceful protest answered by shooting or killing',
    source: protests,
    published: 79 / 1339,
    cases: 1339,
    allowance: 0.03,
    use: 'fitted',
    counts: days((violent) => violent === 0, lethal),
  },
  {
    id: 'lethal-violent',
    what: 'town-days of violent protest answered by shooting or killing',
    source: protests,
    published: 156 / 550,
    cases: 550,
    allowance: 0.08,
    use: 'fitted',
    counts: days((violent) => violent === 1, lethal),
  },
  {
    id: 'violent',
    what: 'town-days of protest on which protesters were violent',
    source: protests,
    published: 550 / 1889,
    cases: 1889,
    allowance: 0.1,
    use: 'fitted',
    counts: days(every, (violent) => violent === 1),
  },
  {
    id: 'lethal',
    what: 'town-days of protest answered by shooting or killing',
    source: protests,
    published: 0.124,
    cases: 1889,
    allowance: 0.05,
    use: 'fitted',
    counts: days(every, lethal),
  },
  {
    id: 'arrests',
    what: 'town-days of protest with arrests or worse',
    source: `${protests}: arrests in .138, shooting or killing in .124; here from twenty people detained, since few are seldom reported; hence the wide allowance`,
    published: 0.25,
    cases: 1889,
    allowance: 0.15,
    use: 'fitted',
    counts: days(every, (_, answer) => answer >= answers.indexOf('arrests')),
  },
];

const others: readonly BaseRate[] = [
  {
    id: 'ended-60',
    what: 'campaigns that have ended without success by day 60',
    source: `${navco12}; short failures are under-recorded, hence the wide allowance`,
    published: 17 / 141,
    cases: 141,
    allowance: 0.1,
    use: 'fitted',
    counts: among(every, (c) => !Number.isNaN(c.endDays)),
  },
  {
    id: 'defection',
    what: `campaigns with defection of security forces (here: a tenth of all strength aside at one time)`,
    source: navco12,
    published: 43 / 141,
    cases: 141,
    allowance: 0.08,
    use: 'fitted',
    counts: among(every, hasDefection),
  },
];

/** The record, in the order of its table. */
export const baseRates: readonly BaseRate[] = [...successes, ...others, ...peaks, ...responses, ...byAid, ...byDefectionAndAid, ...byPeak];

/** A campaign out of nothing: a routine picket in a country without any cause. Read off the quiet twin of each uprising. */
export const unprovoked = {
  id: 'unprovoked',
  what: 'countries without a cause in which a routine picket becomes a campaign within three weeks',
  source: 'Chenoweth & Ulfelder 2017: 100 onsets in 3,618 country-years, 2.8 % a year; a week and more of it, at most',
  published: 0.0016,
  cases: 3618,
  allowance: 0.01,
} as const;
