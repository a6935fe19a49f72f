/** Rows of the speed table that run whole countries: scripted activity on the people engine alone, and the model with all mechanisms. */
import { Run } from '../../run/run.ts';
import type { ScenarioSpec } from '../../scenario/types.ts';
import { play, tuned, type Played, type Script } from './bench-script.ts';
import { atMost, largestResidentSet, median, timed, type BenchmarkRow, type Target, type Timing } from './bench-measure.ts';
import { benchWorld, calledPlaces, meanTies, onlyCountries, scaledPopulation, type BenchWorld } from './bench-worlds.ts';
import { prepareComparison } from './comparison.ts';

/** How large a benchmark is; `toy` only shows that it works. */
export interface BenchSize {
  readonly populationFactor: number;
  readonly runs: number;
  readonly days: number;
  readonly longDays: number;
  readonly outings: number;
  readonly longOutings: number;
  readonly tieVisitors: number;
  readonly pairs: number;
  readonly threads: readonly number[];
  readonly denseHours: number;
  /** series of `scaling`: people of its worlds, rising, and the outings that begin in each */
  readonly populations: readonly { readonly outings: number; readonly people: readonly number[] }[];
  /** outings that begin in a world of fixed population, rising */
  readonly activities: readonly number[];
  /** megabytes in which random cache lines are touched, rising */
  readonly memories: readonly number[];
}

export const fullSize: BenchSize = {
  populationFactor: 1,
  runs: 5,
  days: 33,
  longDays: 84,
  outings: 150_000,
  longOutings: 2_500_000,
  tieVisitors: 400_000,
  pairs: 12,
  threads: [1, 2],
  denseHours: 24,
  populations: [
    { outings: 10_000, people: [1e5, 3e5, 1e6, 3e6, 1e7, 3e7, 1e8, 2e8] },
    { outings: 100_000, people: [2e6, 6e6, 2e7, 6e7, 2e8] },
  ],
  activities: [1e3, 3e3, 1e4, 3e4, 1e5, 3e5, 1e6],
  memories: [1 / 32, 1, 8, 32, 128, 1024],
};
export const toySize: BenchSize = {
  populationFactor: 0.002,
  runs: 1,
  days: 3,
  longDays: 8,
  outings: 300,
  longOutings: 1000,
  tieVisitors: 500,
  pairs: 1,
  threads: [1],
  denseHours: 24,
  populations: [{ outings: 100, people: [2e3, 6e3, 2e4] }],
  activities: [100, 300, 1000],
  memories: [1 / 32, 1],
};

export function kazakhstan2022(size: BenchSize, ...countries: string[]): ScenarioSpec {
  const { scenario } = prepareComparison({ scenario: 'kazakhstan-2022', armIds: [] });
  const cut = countries.length > 0 ? onlyCountries(scenario, countries) : scenario;
  return scaledPopulation({ ...cut, hours: size.days * 24 }, size.populationFactor);
}

/** Evenings of 3 to 7 January in the towns the scenario's gatherings were called in. */
export function eveningsOfJanuary(world: BenchWorld['world'], size: BenchSize): Script {
  return {
    hours: size.days * 24,
    days: [1, 2, 3, 4, 5].filter((d) => d < size.days),
    called: calledPlaces(world),
    fromClock: 17,
    toClock: 23,
    reachPerHour: 0.1,
    push: 0,
  };
}

export function rowOf(
  name: string,
  what: string,
  timing: Timing,
  moved: Played,
  ties: number,
  perUnit: BenchmarkRow['perUnit'],
  targets: readonly Target[],
  extra: Record<string, number>,
): BenchmarkRow {
  const { joins, leaves, peopleBytes } = moved;
  return {
    name,
    what,
    joins,
    leaves,
    moves: joins + leaves,
    meanTies: ties,
    runs: timing.samplesMs.length,
    ...timing,
    perUnit,
    peopleBytes,
    rssBytes: largestResidentSet(),
    targets,
    extra,
  };
}

/** The model with all mechanisms, and its record. */
export function playModel({ world, values }: BenchWorld): Played & { readonly events: number } {
  const run = new Run(world, values, { id: 'as-it-was', title: 'As it was', do: [] });
  let peopleBytes = 0;
  for (let hour = 24; hour <= world.hours; hour += 24) {
    run.until(hour);
    peopleBytes = Math.max(peopleBytes, run.state.people.bytes());
  }
  const { moves, events } = run.history();
  return { joins: moves.joined, leaves: moves.left, peopleBytes, events: events.length };
}

/** Rows `kazakhstan` and `six-states`: scripted, modelled, and modelled with nothing happening. */
export function countryRows(name: string, size: BenchSize, countries: readonly string[], limitMs: number, limitMegabytes: number): BenchmarkRow[] {
  const bench = benchWorld(kazakhstan2022(size, ...countries));
  const { world, values } = bench;
  const people = world.places.residents.reduce((a, b) => a + b, 0);
  const ties = meanTies(world);
  const script = tuned(world, values, eveningsOfJanuary(world, size), size.outings);
  const personHours = people * script.hours;
  const extra = { 'million people': people / 1e6, places: world.places.count, 'building the world, ms': bench.buildMs };
  const bounds = ({ cpuMs }: Timing, bytes: number) => [
    atMost('CPU time', cpuMs / 1000, limitMs / 1000, 's'),
    atMost('people memory', bytes / 1e6, limitMegabytes, 'MB'),
    atMost('process memory (RSS)', largestResidentSet() / 1e6, limitMegabytes, 'MB'),
  ];
  const scripted = timed(size.runs, () => play(world, values, script));
  const rows = [
    rowOf(
      name,
      `scripted evenings, ${size.days} days, people engine alone`,
      scripted.timing,
      scripted.last,
      ties,
      { value: (scripted.timing.cpuMs * 1e6) / personHours, unit: 'ns per person-hour' },
      bounds(scripted.timing, scripted.last.peopleBytes),
      extra,
    ),
  ];
  const model = timed(size.runs, () => playModel(bench));
  rows.push(
    rowOf(
      `${name} (model)`,
      `the whole model, all mechanisms, recorder and digest, ${size.days} days`,
      model.timing,
      model.last,
      ties,
      { value: (model.timing.cpuMs * 1e6) / personHours, unit: 'ns per person-hour' },
      // the model's activity is its own affair: read the moves beside a miss
      bounds(model.timing, model.last.peopleBytes),
      {
        ...extra,
        events: model.last.events,
        'CPU s per million moves, overhead included': model.timing.cpuMs / 1000 / ((model.last.joins + model.last.leaves) / 1e6 || Number.NaN),
      },
    ),
  );
  const quiet = { ...bench, world: { ...world, scenario: { ...world.scenario, events: [] } } };
  const still = timed(size.runs, () => playModel(quiet));
  rows.push(
    rowOf(
      `${name} (quiet)`,
      `the whole model without events: fixed overhead, ${size.days} days`,
      still.timing,
      still.last,
      ties,
      { value: (still.timing.cpuMs * 1e6) / (script.hours * world.places.count), unit: 'ns per place-hour' },
      [],
      extra,
    ),
  );
  return rows;
}

/** Row `population`: the same number of flips among ten times as many people, twice. */
export function populationRows(size: BenchSize): BenchmarkRow[] {
  const rows: BenchmarkRow[] = [];
  // side by side in every round, so that a slow minute of the machine meets all three alike
  const cases = [0.1, 1, 10].map((factor) => {
    const bench = benchWorld(kazakhstan2022({ ...size, populationFactor: size.populationFactor * factor }, 'kazakhstan'));
    const script = { ...eveningsOfJanuary(bench.world, size), called: new Uint8Array(bench.world.places.count).fill(1) };
    return {
      factor,
      bench,
      script: tuned(bench.world, bench.values, script, Math.round(size.outings / 3)),
      wall: [] as number[],
      cpu: [] as number[],
      last: { joins: 0, leaves: 0, peopleBytes: 0 } as Played,
    };
  });
  for (let r = 0; r < size.runs; r++) {
    for (const c of cases) {
      const { timing, last } = timed(1, () => play(c.bench.world, c.bench.values, c.script));
      c.wall.push(timing.ms);
      c.cpu.push(timing.cpuMs);
      c.last = last;
    }
  }
  let before = 0;
  for (const c of cases) {
    const timing = { samplesMs: c.wall, ms: median(c.wall), cpuMs: median(c.cpu) };
    const moves = c.last.joins + c.last.leaves;
    const ratio = before > 0 ? timing.cpuMs / before : 0;
    before = timing.cpuMs;
    const people = c.bench.world.places.residents.reduce((a, b) => a + b, 0);
    const targets = ratio > 0 ? [atMost('CPU time against a tenth of the people', ratio, 2, 'x')] : [];
    rows.push(
      rowOf(
        `population x ${c.factor}`,
        'scripted equal flips in all places',
        timing,
        c.last,
        meanTies(c.bench.world),
        { value: (timing.cpuMs * 1e3) / moves, unit: 'us per move' },
        targets,
        { 'million people': people / 1e6, 'push of the script': c.script.push },
      ),
    );
  }
  return rows;
}

/** Row `moves`: the price of a million joins and leaves over twelve Sundays of one country. */
export function movesRows(size: BenchSize): BenchmarkRow[] {
  const { scenario } = prepareComparison({ scenario: 'kazakhstan-2022', armIds: [] });
  const rows: BenchmarkRow[] = [];
  for (const [label, stock] of [
    ['those who can be moved: 12 %', 0.12],
    ['everybody can be moved', 1],
  ] as const) {
    const sundays = {
      ...onlyCountries(scenario, ['belarus']),
      from: '2020-08-09T00:00+03:00',
      fromEpochMs: Date.UTC(2020, 7, 8, 21),
      hours: size.longDays * 24,
      events: [],
    };
    const bench = benchWorld(scaledPopulation(sundays, size.populationFactor), { 'people.stock01': stock });
    const { world, values } = bench;
    const days = Array.from({ length: Math.ceil(size.longDays / 7) }, (_, week) => week * 7);
    const script: Script = {
      hours: size.longDays * 24,
      days,
      called: new Uint8Array(world.places.count).fill(1),
      fromClock: 12,
      toClock: 18,
      reachPerHour: 0.25,
      push: 0,
    };
    // tuned on the first Sunday; later ones are smaller, because people tire and some do not come again
    const fit = { ...script, push: tuned(world, values, { ...script, hours: 7 * 24 }, (1.2 * size.longOutings) / days.length, 0.1).push };
    const { timing, last } = timed(Math.min(3, size.runs), () => play(world, values, fit));
    const perMillion = timing.cpuMs / 1000 / ((last.joins + last.leaves) / 1e6);
    rows.push(
      rowOf(
        'moves',
        `Sundays over ${size.longDays} days, one country; ${label}`,
        timing,
        last,
        meanTies(world),
        { value: perMillion, unit: 's per million moves' },
        [atMost('per million moves', perMillion, 4, 's')],
        { 'million people': world.places.residents.reduce((a, b) => a + b, 0) / 1e6 },
      ),
    );
  }
  return rows;
}
