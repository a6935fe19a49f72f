/** Rows `scaling`: what a run costs against population at equal flips, against flips at equal population, where its time goes, and the prices its floor is made of. */
import type { World } from '../../world/world.ts';
import { memoryPrice, sumsPrice } from './bench-memory.ts';
import { median, timed, type BenchmarkRow } from './bench-measure.ts';
import { profiled, sharesOf } from './bench-profile.ts';
import { eveningsOfJanuary, kazakhstan2022, playModel, rowOf, type BenchSize } from './bench-rows.ts';
import { play, tuned, type Played, type Script } from './bench-script.ts';
import { benchWorld, meanTies, spreadOfPeople, type BenchWorld } from './bench-worlds.ts';

/** Names under which the page finds its rows. */
export const scalingNames = { population: 'scaling population', activity: 'scaling activity', memory: 'scaling memory', profile: 'scaling profile' } as const;

/** Functions of a smaller share of a profile are not kept. */
const leastShare01 = 0.01;

/** Hourly rate at which a call reaches nobody while every place is asked and searched. */
const unreached = 1e-12;

/** Short runs that are profiled one after another, for enough samples. */
const sparseRuns = 10;

interface Case {
  readonly bench: BenchWorld;
  readonly script: Script;
  readonly wall: number[];
  readonly cpu: number[];
  readonly quietCpu: number[];
  readonly askedCpu: number[];
  last: Played;
}

/** One country in which gatherings are called in every place. */
function everywhereCalled(size: BenchSize, populationFactor: number): { readonly bench: BenchWorld; readonly script: Script } {
  const bench = benchWorld(kazakhstan2022({ ...size, populationFactor }, 'kazakhstan'));
  return { bench, script: { ...eveningsOfJanuary(bench.world, size), called: new Uint8Array(bench.world.places.count).fill(1) } };
}

function caseOf(bench: BenchWorld, script: Script, outings: number): Case {
  return {
    bench,
    script: tuned(bench.world, bench.values, script, outings, 0.02),
    wall: [],
    cpu: [],
    quietCpu: [],
    askedCpu: [],
    last: { joins: 0, leaves: 0, peopleBytes: 0 },
  };
}

/** All cases side by side in every round, so that a slow minute of the machine meets them alike; each beside the same hours with nobody called, and with everybody called and nobody reached. */
function measure(cases: readonly Case[], rounds: number): void {
  for (const c of cases) play(c.bench.world, c.bench.values, c.script);
  for (let r = 0; r < rounds; r++) {
    for (const c of cases) {
      const { timing, last } = timed(1, () => play(c.bench.world, c.bench.values, c.script));
      c.wall.push(timing.ms);
      c.cpu.push(timing.cpuMs);
      c.last = last;
      c.quietCpu.push(timed(1, () => play(c.bench.world, c.bench.values, { ...c.script, days: [] })).timing.cpuMs);
      c.askedCpu.push(timed(1, () => play(c.bench.world, c.bench.values, { ...c.script, reachPerHour: unreached })).timing.cpuMs);
    }
  }
}

function peopleOf(world: World): number {
  return world.places.residents.reduce((a, b) => a + b, 0);
}

function rowsOf(name: string, what: string, cases: readonly Case[]): BenchmarkRow[] {
  return cases.map(({ bench: { world }, script, wall, cpu, quietCpu, askedCpu, last }) => {
    const cpuMs = median(cpu);
    const quiet = median(quietCpu);
    const moves = last.joins + last.leaves;
    return rowOf(
      name,
      what,
      { samplesMs: wall, ms: median(wall), cpuMs },
      last,
      meanTies(world),
      { value: ((cpuMs - quiet) * 1e6) / moves, unit: 'ns per move above the same hours without any (CPU)' },
      [],
      {
        people: peopleOf(world),
        hours: script.hours,
        'place-hours': script.hours * world.places.count,
        'moves an hour of the run': moves / script.hours,
        'nobody called, CPU ms': quiet,
        'called but not reached, CPU ms': median(askedCpu),
        'ties who can be moved': movableTies(world),
      },
    );
  });
}

/** Mean ties, who can be moved, of those who can be moved; over a sample. */
function movableTies(world: World, sample = 20_000): number {
  const { settlement } = world;
  const buffer = new Int32Array(64);
  let found = 0;
  for (const person of spreadOfPeople(world, sample, true)) {
    const place = settlement.placeOf(person);
    const n = settlement.ties.of(place, person - settlement.offsets[place]!, buffer);
    for (let t = 0; t < n; t++) {
      const there = settlement.ties.places64[t]!;
      if (buffer[t]! - settlement.offsets[there]! < settlement.residents[there]!.movable) found++;
    }
  }
  return found / sample;
}

function populationRows(size: BenchSize): BenchmarkRow[] {
  const whole = peopleOf(everywhereCalled(size, 1).bench.world);
  return size.populations.flatMap(({ outings, people }) => {
    const cases = people.map((count) => {
      const { bench, script } = everywhereCalled(size, count / whole);
      return caseOf(bench, script, outings);
    });
    // the runs are short, so more of them
    measure(cases, size.runs * 3);
    return rowsOf(scalingNames.population, `${outings} outings, growing population`, cases);
  });
}

function activityRows(size: BenchSize): BenchmarkRow[] {
  const { bench, script } = everywhereCalled(size, size.populationFactor);
  const cases = size.activities.map((outings) => caseOf(bench, script, outings));
  measure(cases, size.runs);
  return rowsOf(scalingNames.activity, 'equal population, growing flips', cases);
}

function memoryRow(size: BenchSize, ties: number): BenchmarkRow {
  const touches = size.tieVisitors * 10;
  const { timing, last } = timed(1, () => ({ prices: size.memories.map((megabytes) => memoryPrice(megabytes, touches)), sums: sumsPrice(touches) }));
  const extra: Record<string, number> = { 'shuffle, ns': last.sums.shuffleNs, 'draw, ns': last.sums.drawNs };
  for (const { megabytes, waitingNs, overlappedNs } of last.prices) {
    extra[`waiting in ${megabytes} MiB, ns`] = waitingNs;
    extra[`overlapped in ${megabytes} MiB, ns`] = overlappedNs;
  }
  return rowOf(
    scalingNames.memory,
    `random cache lines, ${touches} touched one after the other and overlapped; shuffles and draws`,
    timing,
    { joins: 0, leaves: 0, peopleBytes: 0 },
    ties,
    { value: last.prices.at(-1)!.waitingNs, unit: `ns a cache line in ${last.prices.at(-1)!.megabytes} MiB, one after the other (CPU)` },
    [],
    extra,
  );
}

/** @param act a run from start to end */
function profileRow(size: BenchSize, what: string, act: () => { readonly world: World; readonly played: Played }): BenchmarkRow {
  const { profile, result } = profiled(() => timed(1, act), size.runs > 1 ? 200 : 50);
  const { world, played } = result.last;
  const shares = sharesOf(profile);
  const extra: Record<string, number> = { samples: shares.samples, 'busy seconds': shares.seconds };
  for (const [room, share] of shares.rooms) extra[`room ${room}`] = share;
  for (const [named, share] of shares.functions) if (share >= leastShare01) extra[`function ${named}`] = share;
  return rowOf(
    scalingNames.profile,
    what,
    result.timing,
    played,
    meanTies(world),
    { value: shares.rooms.find(([room]) => room === 'world')?.[1] ?? 0, unit: 'of the time in the room world' },
    [],
    extra,
  );
}

function profileRows(size: BenchSize): BenchmarkRow[] {
  const model = profileRow(size, `kazakhstan-2022 read, built and run with its stated values, all mechanisms, ${size.days} days`, () => {
    const bench = benchWorld(kazakhstan2022(size));
    return { world: bench.world, played: playModel(bench) };
  });
  const { world, values } = benchWorld(kazakhstan2022(size));
  const script = tuned(world, values, eveningsOfJanuary(world, size), size.outings);
  const engine = profileRow(size, `scripted evenings in the towns that were called, six states, the people engine alone, ${size.days} days`, () => ({
    world,
    played: play(world, values, script),
  }));
  const few = size.populations[0]!.outings;
  const wide = everywhereCalled(size, size.populationFactor);
  const { world: country, values: stated } = wide.bench;
  const called = tuned(country, stated, wide.script, few);
  const sparse = profileRow(size, `everywhere called in one country and few set out, the people engine alone, ${sparseRuns} runs of ${size.days} days`, () => {
    let played = play(country, stated, called);
    for (let r = 1; r < sparseRuns; r++) played = play(country, stated, called);
    return { world: country, played };
  });
  return [model, engine, sparse];
}

export function scalingRows(size: BenchSize): BenchmarkRow[] {
  // first, as a person meets it: the compiler has seen nothing
  const profiles = profileRows(size);
  const populations = populationRows(size);
  return [...populations, ...activityRows(size), memoryRow(size, populations[0]!.meanTies), ...profiles];
}
