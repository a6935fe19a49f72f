/** docs/scaling.md and its picture, from saved rows alone: every figure on the page is computed here from the file. */
import type { Chart } from '../../view/chart.ts';
import { exponentWords, powerChart, type PowerSeries } from '../../view/power-chart.ts';
import { powerFit } from '../../view/statistics.ts';
import { floorLines } from './bench-floor.ts';
import type { SavedRow } from './bench-results.ts';
import { scalingNames } from './bench-scaling.ts';
import { figures, table } from './bench-words.ts';

/** The words under which the rows keep what is read here. */
const quietMs = 'nobody called, CPU ms';
const askedMs = 'called but not reached, CPU ms';

const people = (row: SavedRow) => row.extra['people']!;
const perMove = (row: SavedRow) => (row.cpuMs * 1e6) / row.moves;

/** Rows of one name in the order of the file, split where the words change. */
function seriesOf(rows: readonly SavedRow[], name: string): SavedRow[][] {
  const series = new Map<string, SavedRow[]>();
  for (const row of rows) if (row.name === name) series.set(row.what, [...(series.get(row.what) ?? []), row]);
  return [...series.values()];
}

function powerSeries(title: string, rows: readonly SavedRow[], x: (row: SavedRow) => number, y: (row: SavedRow) => number, fitted = rows): PowerSeries {
  const point = (row: SavedRow) => [x(row), y(row)] as const;
  return { title, points: rows.map(point), fit: powerFit(fitted.map(point)), from: x(fitted[0]!) };
}

/** The larger half of a series, at least three: where moves and not calls decide the time. */
function largerHalf(rows: readonly SavedRow[]): readonly SavedRow[] {
  return rows.slice(-Math.max(3, Math.ceil(rows.length / 2)));
}

const meanMoves = (rows: readonly SavedRow[]) => figures(rows.reduce((sum, { moves }) => sum + moves, 0) / rows.length, 2);
const movesWords = (rows: readonly SavedRow[]) => `${meanMoves(rows)} moves`;

function scalingChart(populations: readonly SavedRow[][], activity: readonly SavedRow[]): Chart {
  const time = populations.map((rows) => powerSeries(movesWords(rows), rows, people, (row) => row.cpuMs));
  const memory = populations.map((rows) => powerSeries(movesWords(rows), rows, people, (row) => row.peopleBytes / 1e6));
  const half = largerHalf(activity);
  const moves = (row: SavedRow) => row.moves;
  const flips = powerSeries(`${figures(people(activity[0]!) / 1e6)} million people`, activity, moves, (row) => row.cpuMs, half);
  const [few] = time;
  const range = few!.points.at(-1)![0] / few!.points[0]![0];
  const costs = few!.points.at(-1)![1] / few!.points[0]![1];
  return powerChart({
    id: 'scaling',
    title: `${figures(range)} times the people cost ${figures(costs, 2)} times the time for the same moves; time follows moves to the power ${flips.fit.exponent.toFixed(2)}.`,
    note: 'Medians of CPU time of whole runs. Thin lines are the fitted powers; in the panel of moves the fit begins where its line does. Straight lines on these axes are powers, level ones no growth.',
    panels: [
      { title: 'Time against population, equal moves', x: 'people', y: 'CPU ms of a run', series: time },
      { title: 'Memory of people against population, equal moves', x: 'people', y: 'MB', series: memory },
      { title: 'Time against moves, equal population', x: 'joins and leaves of a run', y: 'CPU ms of a run', series: [flips] },
    ],
  });
}

function populationLines(populations: readonly SavedRow[][]): string[] {
  const fits = populations.flatMap((rows) => {
    const span = `${figures(people(rows[0]!) / 1e6)} to ${figures(people(rows.at(-1)!) / 1e6)} million`;
    const fit = (what: string, y: (row: SavedRow) => number) => [what, meanMoves(rows), span, exponentWords(powerSeries('', rows, people, y).fit)];
    return [
      fit('CPU time of a run', (row) => row.cpuMs),
      fit('CPU time above the calls that reach nobody, a move', (row) => (row.cpuMs - row.extra[askedMs]!) / row.moves),
      fit('calls that reach nobody', (row) => row.extra[askedMs]!),
      fit('memory of people', (row) => row.peopleBytes),
    ];
  });
  return [
    '## Against population',
    '',
    'The same places hold more or fewer people; everywhere is called on five evenings of 33 days, with one push searched beforehand at which the same number sets out. *Nobody called* is the same run without calls: the hourly walk over places. *Called, not reached* asks and searches every place and lets nobody hear: what is left are the moves.',
    '',
    ...table(
      ['million people', 'moves', 'CPU ms', 'nobody called', 'called, not reached', 'ns a move, all', 'ns a move above both', 'people, MB'],
      populations.flat().map((row) => {
        const { extra } = row;
        const above = ((row.cpuMs - extra[askedMs]!) * 1e6) / row.moves;
        return [
          figures(people(row) / 1e6),
          row.moves.toLocaleString('en'),
          figures(row.cpuMs),
          figures(extra[quietMs]!),
          figures(extra[askedMs]!),
          figures(perMove(row)),
          figures(above),
          figures(row.peopleBytes / 1e6),
        ];
      }),
    ),
    '',
    'Where nobody new is touched memory cannot grow: 512 bytes a page of 256 neighbours one of whom was touched, in an array that grows by doubling, and 4 bytes a page of the directory, touched or not (a byte for 64 people). With more people the same moves fall on more pages, until each has one of its own.',
    '',
    'Fitted powers of population, slope of the logarithms with its standard error:',
    '',
    ...table(['what', 'moves', 'people', 'exponent'], fits),
  ];
}

function activityLines(activity: readonly SavedRow[]): string[] {
  const half = largerHalf(activity);
  const moves = (row: SavedRow) => row.moves;
  const fit = (rows: readonly SavedRow[], y: (row: SavedRow) => number) => exponentWords(powerSeries('', rows, moves, y).fit);
  const span = (rows: readonly SavedRow[]) => `${figures(rows[0]!.moves, 2)} to ${figures(rows.at(-1)!.moves, 2)}`;
  return [
    '## Against activity',
    '',
    `${figures(people(activity[0]!) / 1e6)} million people, the same evenings, a growing push. *A further move* is the rise of time over the rise of moves since the row above. Few moves cost more each, because a called place is asked whole: up to 128 segments of its people are searched every hour, and marks come in circles of 64 slots, all of which are drawn where one of the circle is willing (the last profile below).`,
    '',
    ...table(
      ['moves', 'an hour of the run', 'CPU ms', 'called, not reached', 'ns a move, all', 'ns a further move', 'people, MB'],
      activity.map((row, i) => {
        const before = activity[i - 1];
        return [
          row.moves.toLocaleString('en'),
          figures(row.extra['moves an hour of the run']!),
          figures(row.cpuMs),
          figures(row.extra[askedMs]!),
          figures(perMove(row)),
          before ? figures(((row.cpuMs - before.cpuMs) * 1e6) / (row.moves - before.moves)) : '–',
          figures(row.peopleBytes / 1e6),
        ];
      }),
    ),
    '',
    ...table(
      ['what', 'moves', 'exponent'],
      [
        ['CPU time, all rows', span(activity), fit(activity, (row) => row.cpuMs)],
        ['CPU time, larger half', span(half), fit(half, (row) => row.cpuMs)],
        ['CPU time above the calls that reach nobody, larger half', span(half), fit(half, (row) => row.cpuMs - row.extra[askedMs]!)],
        ['memory of people, all rows', span(activity), fit(activity, (row) => row.peopleBytes)],
      ],
    ),
  ];
}

function profileLines(rows: readonly SavedRow[]): string[] {
  const lines = ['## Where the time goes', '', 'Share of self time, by room of the house and by function (those of 2 % and more).', ''];
  for (const row of rows) {
    const kept = (kind: string) =>
      Object.entries(row.extra)
        .filter(([name, share]) => name.startsWith(`${kind} `) && share >= 0.02)
        .map(([name, share]) => [name.slice(kind.length + 1), `${(100 * share).toFixed(1)} %`]);
    lines.push(
      `**${row.what[0]!.toUpperCase()}${row.what.slice(1)}**: ${row.moves.toLocaleString('en')} moves, ${figures(row.extra['busy seconds']!)} s busy, ${row.extra['samples']!.toLocaleString('en')} samples.`,
      '',
      ...table(['room', 'share'], kept('room')),
      '',
      ...table(['function', 'share'], kept('function')),
      '',
    );
  }
  return lines.slice(0, -1);
}

/** @throws RangeError when the file lacks rows of a whole `bench scaling` */
export function scalingPage(saved: readonly SavedRow[], file: string): { readonly text: string; readonly chart: Chart } {
  const of = (name: string) => {
    const found = saved.filter((row) => row.name === name);
    if (found.length === 0) throw new RangeError(`${file} has no rows "${name}"; save a run of unrest bench scaling in it`);
    return found;
  };
  const runs = of(scalingNames.memory).length;
  if (runs !== 1) throw new RangeError(`${file} holds ${runs} runs of unrest bench scaling; the page shows one: save each in a file of its own`);
  const populations = seriesOf(saved, scalingNames.population);
  const activity = of(scalingNames.activity);
  const [first] = of(scalingNames.population);
  const chart = scalingChart(populations, activity);
  const text = [
    '# Scaling',
    '',
    `Made by \`node bench/scaling.mjs ${file}\` from measurements of \`unrest bench scaling --save ${file}\`; a test holds the page to the file. Sizes and bounds of other rows: [speed.md](speed.md).`,
    '',
    `**${chart.title}**`,
    '',
    `Measured ${first!.date.slice(0, 10)} at ${first!.commit} on ${first!.machine}, Node ${first!.node.slice(1)}, load ${first!.load.toFixed(1)} on a shared machine; times are CPU time of the process, medians of ${first!.runs} runs (activity: ${activity[0]!.runs}), all cases of a series in turn in every round. The largest process held ${figures(Math.max(...saved.map(({ rssBytes }) => rssBytes)) / 1e6)} MB, most of it the memory whose price is measured.`,
    '',
    `![${chart.alt}](pictures/scaling.svg)`,
    '',
    ...populationLines(populations),
    '',
    ...activityLines(activity),
    '',
    ...profileLines(of(scalingNames.profile)),
    '',
    ...floorLines([...populations.map((rows) => rows.at(-1)!), activity.at(-1)!], of(scalingNames.memory)[0]!),
    '',
    '## What stands beside the numbers',
    '- **Moves are joins and leaves.** Who goes in also returns from rest once, which is in the time and not in the count.',
    '- **Scripted activity.** The people engine alone; mechanisms, recorder and digest cost per place and hour, not per person, and are in the first profile only.',
    '- **Small populations are crowded.** Where few people live the same moves come from a larger share of those who can be moved, who go out again and again; their ties lie close together.',
    '- **The floor is rather high than low.** Who sets out are neighbours in number, so part of their own lines has just been fetched; friends lie anywhere.',
    '- **A standard error is no bound.** It says how well a straight line fits the medians, not how they would move on another machine.',
    '- **Other programs ran.** Caches and memory are shared with them; the prices of a cache line hold for this minute of this machine.',
    '',
  ].join('\n');
  return { text, chart };
}
