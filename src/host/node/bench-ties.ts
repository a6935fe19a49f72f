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
    const gated = walk('movable');
    const all = walk('everybody');
    const where = countries.length > 0 ? 'one country' : 'six states';
    rows.push(
      rowOf(
        'ties',
        `Ties.of of ${size.tieVisitors} people in ${where}, and the state of everybody found`,
        all.timing,
        { joins: 0, leaves: 0, peopleBytes: all.bytes },
        meanTies(world),
        { value: all.perTie, unit: 'ns per visited tie' },
        [atMost('per visited tie', all.perTie, 250, 'ns')],
        { 'ns a tie, Ties.of alone': bare.perTie, 'ns a tie, touching only those who can be moved': gated.perTie },
      ),
    );
  }
  return rows;
}
