/** Row `dense`: the engine against the dense loop on the same world and script. The rival's 33 days are extrapolated from its quiet and its active hours. */
import { DensePeople } from './bench-dense.ts';
import { atLeast, median, timed, type BenchmarkRow, type Timing } from './bench-measure.ts';
import { eveningsOfJanuary, kazakhstan2022, rowOf, type BenchSize } from './bench-rows.ts';
import { play, tuned } from './bench-script.ts';
import { benchWorld, meanTies } from './bench-worlds.ts';

export function denseRows(size: BenchSize): BenchmarkRow[] {
  const { world, values } = benchWorld(kazakhstan2022(size, 'kazakhstan'));
  const script = tuned(world, values, eveningsOfJanuary(world, size), size.outings);
  const engine = timed(size.runs, () => play(world, values, script));
  const ties = meanTies(world);
  const rows: BenchmarkRow[] = [];
  for (const everybody of [true, false]) {
    const rival = new DensePeople(world, everybody);
    const pass = rival.prepare(values, script);
    // one untimed day lets the compiler see both kinds of hour
    for (let hour = 24; hour < 48; hour++) pass(hour);
    const measure = (from: number) => Array.from({ length: size.denseHours }, (_, h) => timed(1, () => pass(from + h)).timing);
    const joinsBefore = rival.joins;
    // hours 48-71 are a day of gatherings; the hours of day 0 are quiet, with its last people still out
    const active = measure(48);
    const joinsActive = rival.joins - joinsBefore;
    const quiet = measure(0);
    const activeDays = script.days.length;
    const hourly = (hours: readonly Timing[], of: 'ms' | 'cpuMs') => hours.map((h) => h[of]);
    const wholeRun = (of: 'ms' | 'cpuMs') => {
      const day = (hours: readonly Timing[]) => hourly(hours, of).reduce((a, b) => a + b, 0) * (24 / size.denseHours);
      return activeDays * day(active) + (size.days - activeDays) * day(quiet);
    };
    const ms = wholeRun('ms');
    const ratio = wholeRun('cpuMs') / engine.timing.cpuMs;
    const visited = rival.visited();
    rows.push(
      rowOf(
        `dense (${everybody ? 'everybody' : 'only those who can be moved'})`,
        `dense typed-array loop, ${size.denseHours} quiet and ${size.denseHours} active hours, extrapolated to ${size.days} days`,
        { samplesMs: [ms], ms, cpuMs: wholeRun('cpuMs') },
        { joins: rival.joins, leaves: rival.leaves, peopleBytes: rival.bytes() },
        ties,
        { value: (wholeRun('cpuMs') * 1e6) / (visited * size.days * 24), unit: 'ns per person-hour' },
        everybody ? [atLeast('dense against engine (CPU)', ratio, 50, 'x')] : [],
        {
          'million people visited an hour': visited / 1e6,
          'quiet hour, CPU ms': median(hourly(quiet, 'cpuMs')),
          'active hour, CPU ms': median(hourly(active, 'cpuMs')),
          'joins of the measured active day': joinsActive,
          'engine, same script, CPU ms': engine.timing.cpuMs,
          'engine joins': engine.last.joins,
          'engine leaves': engine.last.leaves,
          'dense against engine': ratio,
          'dense against engine, wall': ms / engine.timing.ms,
        },
      ),
    );
  }
  return rows;
}
