/** Row `ties`: what it costs to find one tie, and to touch the state at its other end. */
import { Pages, tieOne } from '../../world/people/pages.ts';
import { atMost, timed, type BenchmarkRow } from './bench-measure.ts';
import { kazakhstan2022, rowOf, type BenchSize } from './bench-rows.ts';
import { benchWorld, meanTies, spreadOfPeople } from './bench-worlds.ts';

export function tieRows(size: BenchSize): BenchmarkRow[] {
  const rows: BenchmarkRow[] = [];
  for (const countries of [['kazakhstan'], []]) {
    const { world } = benchWorld(kazakhstan2022(size, ...countries));
    const { settlement } = world;
    const { ties } = settlement;
    const buffer = new Int32Array(64);
    const visitors = spreadOfPeople(world, size.tieVisitors, true);
    const walk = (touch: 'nothing' | 'movable' | 'everybody') => {
      const pages = new Pages(settlement.people);
      let visited = 0;
      const pass = () => {
        for (const person of visitors) {
          const place = settlement.placeOf(person);
          const n = ties.of(place, person - settlement.offsets[place]!, buffer);
          visited += n;
          if (touch === 'nothing') continue;
          for (let t = 0; t < n; t++) {
            const other = buffer[t]!;
            const there = ties.places64[t]!;
            if (touch === 'movable' && other - settlement.offsets[there]! >= settlement.residents[there]!.movable) continue;
            pages.set(other, (pages.get(other) + tieOne) & 0xffff);
          }
        }
      };
      pass();
      visited = 0;
      const { timing } = timed(size.runs, pass);
      return { timing, perTie: (timing.cpuMs * 1e6 * timing.samplesMs.length) / visited, bytes: pages.bytes() };
    };
    const bare = walk('nothing');
    const where = countries.length > 0 ? 'one country' : 'six states';
    const mean = meanTies(world);
    // the engine's own way first: it passes over those who cannot be moved, 88 of 100
    for (const [touch, whom] of [
      ['movable', 'those who can be moved, as the engine does'],
      ['everybody', 'everybody found, all memory cold'],
    ] as const) {
      const { timing, perTie, bytes } = walk(touch);
      rows.push(
        rowOf(
          'ties',
          `ties of ${size.tieVisitors} people in ${where} and the state of ${whom}`,
          timing,
          { joins: 0, leaves: 0, peopleBytes: bytes },
          mean,
          { value: perTie, unit: 'ns per visited tie (CPU)' },
          [atMost('CPU time per visited tie', perTie, 250, 'ns')],
          { 'Ties.of alone, ns a tie': bare.perTie },
        ),
      );
    }
  }
  return rows;
}
