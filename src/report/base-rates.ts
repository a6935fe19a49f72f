/** The page of base rates: the record of many campaigns beside populations of uprisings, with what moved and what is missed. */
import { statedValue, type Moved } from '../base/parameter.ts';
import { boundsByLot } from '../claims/bounds.ts';
import { causationOfSetCause, countPairs } from '../claims/necessity.ts';
import { answers, horizonDays, type Course } from '../experiment/base-rates/course.ts';
import { movableParameters, type Member } from '../experiment/base-rates/population.ts';
import { baseRates, hasDefection, hasFallen, isCampaign, unprovoked } from '../experiment/base-rates/record.ts';
import { distanceOf, rateOf, type Estimate } from '../experiment/base-rates/tally.ts';
import { far, width, withinDays, type Fallen, type fallenIn, type Region } from '../experiment/base-rates/regions.ts';
import { causeClasses } from '../experiment/base-rates/uprising.ts';

export interface PopulationResult {
  readonly weights: string;
  readonly title: string;
  readonly moved: Readonly<Record<string, Moved>>;
  readonly members: readonly Member[];
}

const coursesOf = (members: readonly Member[]): Course[] => members.flatMap(({ course }) => (course ? [course] : []));

export interface BaseRatesPage {
  readonly populations: readonly PopulationResult[];
  readonly regions: readonly { readonly region: Region; readonly fallen: ReturnType<typeof fallenIn> }[];
  readonly seed: number;
  readonly engineVersion: string;
  readonly command: string;
}

const share = (x: number) => (Number.isNaN(x) ? '–' : x.toFixed(3).replace(/^0/, ''));
const estimate = (e: Estimate) => (e.cases === 0 ? '–' : `${share(e.value)} ± ${share(e.standardError)} (${e.cases})`);

/** How far the worst of these rates are off. */
export interface Distance {
  readonly id: string;
  readonly what: string;
  readonly published: number;
  readonly estimate: Estimate;
  readonly distance: number;
  readonly use: 'fitted' | 'checked';
}

/** Each rate of the record beside a population's. */
export function distancesOf(members: readonly Member[]): readonly Distance[] {
  const courses = coursesOf(members);
  const rows = baseRates.map((rate): Distance => {
    const found = rateOf((course) => rate.counts(course), courses);
    return { id: rate.id, what: rate.what, published: rate.published, estimate: found, distance: distanceOf(rate, found), use: rate.use };
  });
  const quiet = quietRate(members);
  return [
    ...rows,
    { id: unprovoked.id, what: unprovoked.what, published: unprovoked.published, estimate: quiet, distance: distanceOf(unprovoked, quiet), use: 'fitted' },
  ];
}

function quietRate(members: readonly Member[]): Estimate {
  const n = members.length;
  const value = members.filter(({ isUnprovoked }) => isUnprovoked).length / n;
  return { value, standardError: Math.sqrt((value * (1 - value)) / n), cases: n };
}

/** The page as Markdown. */
export function baseRatesPage(page: BaseRatesPage): string {
  return [
    ...opening(page),
    ...rateTable(page),
    ...page.populations.flatMap(missesOf),
    ...causes(page),
    ...necessity(page),
    ...force(page),
    ...defection(page),
    ...bothAnswers(page),
    ...moved(page),
  ].join('\n');
}

function opening({ populations, seed, engineVersion, command }: BaseRatesPage): string[] {
  return [
    '# Base rates',
    '',
    `Made by \`${command}\` (engine ${engineVersion}, seed ${seed}). Model result, not a forecast.`,
    '',
    'A population of uprisings is drawn: a country-year of 1990 to 2014 that is no full democracy (indicators and residents are real, the map, the forces, the causes and the calls are drawn from stated ranges), with a patron in a third of cases. `src/experiment/base-rates/uprising.ts` is the whole of it. Each member draws all parameters anew. An uprising counts as a *campaign* from the first day with 1,000 participants, the rule of inclusion of NAVCO; its clock begins there and runs to day ' +
      `${horizonDays}. Success: the head of government is out. All aim at the government, so the aim is maximalist by construction. The record below was counted from the data sets named; their rows are not kept here.`,
    '',
    ...populations.map(
      ({ weights, title, members }) =>
        `- **${weights}** (${title}): ${members.length} uprisings, ${coursesOf(members).filter(isCampaign).length} campaigns, ${coursesOf(members).filter((course) => course.isGivenUp).length} given up after three million moves (counted as standing).`,
    ),
    '',
  ];
}

function rateTable({ populations }: BaseRatesPage): string[] {
  const columns = populations.map(({ members }) => distancesOf(members));
  return [
    '## Rates',
    '',
    'Shares with their standard error and the number of cases that could show them. *Off* counts standard deviations of record, allowance and our own draws together; the allowance for what coders and this program do not share stands beside each rate in `record.ts`. *Fitted* rates are those the weights are moved towards, *checked* ones are only looked at.',
    '',
    `| share of … | record (cases) | ${populations.map(({ weights }) => `${weights} | off`).join(' | ')} | |`,
    `|---|---|${populations.map(() => '---|---').join('|')}|---|`,
    ...columns[0]!.map((row, i) => {
      const cases = i < baseRates.length ? baseRates[i]!.cases : unprovoked.cases;
      return `| ${row.what} | ${share(row.published)} (${cases}) | ${columns.map((c) => `${estimate(c[i]!.estimate)} | ${c[i]!.distance.toFixed(1)}`).join(' | ')} | ${row.use} |`;
    }),
    '',
    'Not comparable, and not shown: success in the end by peak participation (NAVCO 88.9 % at 3.5 % and more, 12 % in the smallest class): campaigns last a median of 261 days, runs sixty. Nor decades: nothing in the model ages. Nor answers to protest that demands no removal (shooting or killing on .030 of its peaceful and .211 of its violent days): all uprisings here demand one.',
    '',
  ];
}

function missesOf({ weights, members }: PopulationResult): string[] {
  const misses = distancesOf(members).filter(({ distance }) => Math.abs(distance) > 2);
  return [
    `### Missed by ${weights}`,
    '',
    ...(misses.length === 0
      ? ['No rate is more than two standard deviations off.']
      : misses.map((m) => `- ${m.what}: ${share(m.estimate.value)} against ${share(m.published)} (${m.distance.toFixed(1)}).`)),
    '',
  ];
}

function causes({ populations }: BaseRatesPage): string[] {
  return [
    '## What a cause of a given size does',
    '',
    'The size of a cause is on the scale of hardship and means something only beside weights. Scenarios say of theirs which of three classes they belong to. Share of uprisings with such a first cause that became campaigns, and that brought a quarter of a per cent of residents out on one day:',
    '',
    `| first cause | ${populations.map(({ weights }) => `${weights}: campaigns | .25 % out`).join(' | ')} |`,
    `|---|${populations.map(() => '---|---').join('|')}|`,
    ...causeClasses.flatMap(({ name, low, high }) =>
      [true, false].map((isNational) => {
        const cells = populations.map(({ members }) => {
          const such = coursesOf(members).filter((c) => c.cause01 >= low && c.cause01 < high && c.isNational === isNational);
          const large = such.filter(({ peak01 }) => peak01 >= 0.0025).length;
          return such.length === 0 ? '– | –' : `${share(such.filter(isCampaign).length / such.length)} (${such.length}) | ${share(large / such.length)}`;
        });
        return `| ${name} (${low} to ${high}), ${isNational ? 'the whole country' : 'one region'} | ${cells.join(' | ')} |`;
      }),
    ),
    '',
  ];
}

function necessity({ populations }: BaseRatesPage): string[] {
  return [
    '## Is help necessary?',
    '',
    'Uprisings with a patron are run twice with the same people, parameters and luck: with help granted when it is asked for, and refused. Necessity: of campaigns whose government stands on the day with help, the share in which it has fallen without. The bounds are those of Tian and Pearl for anybody who sees the two shares and not the pairs. For the record, nonviolent campaigns to day 30, they are .05 and .15.',
    '',
    ...populations.flatMap(({ weights, members }) => {
      const pairs = members.flatMap(({ course, alone }) => (course && alone && isCampaign(course) && isCampaign(alone) ? [{ course, alone }] : []));
      if (pairs.length === 0) return [`${weights}: no pairs were run.`, ''];
      return [
        `**${weights}**, ${pairs.length} pairs:`,
        '',
        '| day | stands with help | stands without | necessity of help | bounds |',
        '|---|---|---|---|---|',
        ...[7, 14, 30, 60].map((day) => {
          const stands = (course: Course) => (hasFallen(course, day) ? 0 : 1);
          const counted = countPairs(
            pairs.map(({ course }) => stands(course)),
            pairs.map(({ alone }) => stands(alone)),
          );
          const withHelp = (counted.both + counted.onlyFirst) / pairs.length;
          const without = (counted.both + counted.onlySecond) / pairs.length;
          const { necessity: pn } = causationOfSetCause(counted);
          const bounds = boundsByLot({ withCause: withHelp, without }).necessity;
          return `| ${day} | ${share(withHelp)} | ${share(without)} | ${share(pn)} | ${share(bounds.low)} to ${share(bounds.high)} |`;
        }),
        '',
      ];
    }),
  ];
}

function force({ populations }: BaseRatesPage): string[] {
  return [
    '## Force and the next day',
    '',
    'City-days of five countries show an inverted U: the next crowd is larger after a little violence of the state and smaller after much (Steinert-Threlkeld, Chan & Joo). Here: mean of ln(participants next day / today) of town-days with 100 people or more, by the harshest answer of the day; force is heavy where one in two thousand of the crowd was killed.',
    '',
    `| answer | ${populations.map(({ weights }) => weights).join(' | ')} |`,
    `|---|${populations.map(() => '---').join('|')}|`,
    ...answers.map((answer, k) => {
      const cells = populations.map(({ members }) => {
        const sum = coursesOf(members).reduce((total, course) => total + course.change[k]!, 0);
        const days = coursesOf(members).reduce((total, course) => total + course.compared[k]!, 0);
        return days === 0 ? '–' : `${(sum / days).toFixed(2)} (${days})`;
      });
      return `| ${answer} | ${cells.join(' | ')} |`;
    }),
    '',
    'Crowds choose the answer as much as the answer the crowd: these are associations, as those of the record are.',
    '',
  ];
}

function defection({ populations }: BaseRatesPage): string[] {
  return [
    '## Repression and defection',
    '',
    'In NAVCO 2.0 defection goes with repression: .11, .32, .22 and .34 of campaign-years at none to extreme. Here: share of campaigns with defection by the dead of the campaign.',
    '',
    `| dead per million residents | ${populations.map(({ weights }) => weights).join(' | ')} |`,
    `|---|${populations.map(() => '---').join('|')}|`,
    ...(
      [
        [0, 0],
        [0, 5],
        [5, 50],
        [50, Infinity],
      ] as const
    ).map(([low, high]) => {
      const cells = populations.map(({ members }) => {
        const courses = coursesOf(members).filter(isCampaign);
        const inside = courses.filter(({ dead, residents }) => {
          const rate = (dead / residents) * 1e6;
          return high === 0 ? rate === 0 : rate > low && rate <= high;
        });
        return inside.length === 0 ? '–' : `${share(inside.filter(hasDefection).length / inside.length)} (${inside.length})`;
      });
      return `| ${high === 0 ? 'none' : high === Infinity ? `over ${low}` : `up to ${high}`} | ${cells.join(' | ')} |`;
    }),
    '',
  ];
}

function bothAnswers({ regions }: BaseRatesPage): string[] {
  if (regions.length === 0) return [];
  const cell = ({ campaigns, fallen, givenUp }: Fallen) =>
    campaigns === 0 ? '–' : `${share(fallen / campaigns)} (${fallen} of ${campaigns}${givenUp === 0 ? '' : `, ${givenUp} given up`})`;
  return [
    '## Both answers are possible',
    '',
    `A program that can only say one thing has nothing to say. Two regions of the prior, named after reading the rules and drawn with a seed of their own. The firm one stands as first tried; the brittle one was widened in five tries, four of them with this seed, until it held, so its shares flatter it a little. They show that both answers exist, not how likely either is. Share of campaigns whose government has fallen within ${withinDays} days. Runs given up for their size count as standing.`,
    '',
    '| region of the prior | with a patron that grants what is asked | the same, refused | all without help |',
    '|---|---|---|---|',
    ...regions.map(
      ({ region, fallen: { helped, sameAlone, alone } }) => `| **${region.id}**: ${region.title} | ${cell(helped)} | ${cell(sameAlone)} | ${cell(alone)} |`,
    ),
    '',
    ...regions.map(({ region }) => {
      const named = (sign: number) =>
        Object.entries(region.moved)
          .filter(([, { shift }]) => Math.sign(shift) === sign)
          .map(([id]) => `\`${id}\``)
          .join(', ');
      return `- *${region.id}*: near the upper end of their priors ${named(1)}; near the lower end ${named(-1)} (normal scores of ${far} and −${far}, standard deviation ${width}); all others from the whole of theirs.`;
    }),
    '',
  ];
}

function moved({ populations }: BaseRatesPage): string[] {
  return populations.flatMap(({ weights, moved: changes }) => {
    const rows = movableParameters.filter(({ id }) => changes[id]);
    if (rows.length === 0) return [];
    return [
      `## What ${weights} moved`,
      '',
      'The middle of a range moves, its spread narrows, its ends stay. Shift and width are those of the normal score behind the prior, which has 0 and 1: a shift of 1 is the way from the middle to the 84th percentile. All other parameters are drawn from their priors as they stand.',
      '',
      '| parameter | range | middle before | middle now | shift | width | meaning |',
      '|---|---|---|---|---|---|---|',
      ...rows
        .toSorted((a, b) => Math.abs(changes[b.id]!.shift) - Math.abs(changes[a.id]!.shift))
        .map((p) => {
          const { shift, width } = changes[p.id]!;
          const now = statedValue({ ...p, moved: changes[p.id]! });
          return `| \`${p.id}\` | ${p.prior.low} to ${p.prior.high} ${p.unit} | ${p.value} | ${Number(now.toPrecision(3))} | ${shift > 0 ? '+' : '−'}${Math.abs(shift).toFixed(2)} | ${width.toFixed(2)} | ${p.meaning} |`;
        }),
      '',
    ];
  });
}
