/** How far the engine is above what any program that keeps one state a person and computes ties must pay. */
import { lineBytes } from './bench-memory.ts';
import type { SavedRow } from './bench-results.ts';
import { figures, table } from './bench-words.ts';

/** State of a person in `world/people/pages.ts`. */
const stateBytes = 2;
/** A place in a quiet hour: two clocks of calls and one of ties (8 bytes each), the most ties (1), the local hour (4), the lengths of two lists (4 each). */
const placeHourBytes = 37;

export interface Floor {
  /** cache lines of people's state at random places a move */
  readonly lines: number;
  readonly workingMegabytes: number;
  readonly waitingNs: number;
  readonly overlappedNs: number;
  /** shuffles and draws, none waiting for another */
  readonly sumsNs: number;
  readonly measuredNs: number;
}

/**
 * An outing is two moves and a return from rest: each changes the person's state, the moves that of his movable ties too.
 * Ties are found once an outing: three shuffles inverted for far levels, two for near ones, one for "does somebody live
 * there", and one forward a tie; three draws say whom the call reached, how long he stays and how he rests.
 */
export function floorOf(row: SavedRow, prices: SavedRow): Floor {
  const lines = 1.5 + row.extra['ties who can be moved']!;
  const sizes = Object.keys(prices.extra).flatMap((name) => (/^waiting in (.+) MiB, ns$/.exec(name) ?? []).slice(1));
  const workingMegabytes = row.peopleBytes / 2 ** 20;
  const size = sizes.find((megabytes) => Number(megabytes) >= workingMegabytes) ?? sizes.at(-1)!;
  return {
    lines,
    workingMegabytes,
    waitingNs: lines * prices.extra[`waiting in ${size} MiB, ns`]!,
    overlappedNs: lines * prices.extra[`overlapped in ${size} MiB, ns`]!,
    sumsNs: ((6 + row.meanTies) / 2) * prices.extra['shuffle, ns']! + 1.5 * prices.extra['draw, ns']!,
    measuredNs: (row.cpuMs * 1e6) / row.moves,
  };
}

/** The section of the page. @param rows those whose floor is shown */
export function floorLines(rows: readonly SavedRow[], prices: SavedRow): string[] {
  const sizes = Object.keys(prices.extra).flatMap((name) => (/^waiting in (.+) MiB, ns$/.exec(name) ?? []).slice(1));
  const floors = rows.map((row) => floorOf(row, prices));
  const [first] = rows;
  const { lines } = floors[0]!;
  const placeHours = first!.extra['place-hours']!;
  const quietNs = (first!.extra['nobody called, CPU ms']! * 1e6) / placeHours;
  const ratio = (above: number, below: number) => `${figures(above / below, 2)}×`;
  return [
    '## The floor',
    '',
    'What a cache line at a random place costs here: *waiting*, when its place is read in the line before; *overlapped*, when places are known beforehand and several lines are fetched at once, each read and changed.',
    '',
    ...table(
      ['memory walked, MiB', 'waiting, ns', 'overlapped, ns'],
      sizes.map((size) => [size, figures(prices.extra[`waiting in ${size} MiB, ns`]!), figures(prices.extra[`overlapped in ${size} MiB, ns`]!)]),
    ),
    '',
    `A shuffle costs ${figures(prices.extra['shuffle, ns']!)} ns and a draw ${figures(prices.extra['draw, ns']!)} ns when none waits for another.`,
    '',
    `**A move** cannot avoid ${figures(lines)} random lines of people's state: an outing changes the person three times (out, in, rested: 1.5 a move), and each move the ${figures(first!.extra['ties who can be moved']!)} ties of his who can be moved. That is ${figures(lines * lineBytes)} bytes fetched to change ${figures(lines * stateBytes)}. With computed ties it cannot avoid half of ${figures(6 + first!.meanTies)} shuffles and 1.5 draws either. Lists, calendar, page table and the memory of whom somebody told are ours, and not in the floor. Measured is the whole run over its moves, calls and quiet hours included.`,
    '',
    ...table(
      [
        'million people',
        'moves',
        'people, MiB',
        'lines waiting, ns',
        'lines overlapped, ns',
        'shuffles and draws, ns',
        'measured, ns a move',
        'above waiting + sums',
        'above overlapped + sums',
        'above lines waiting alone',
      ],
      rows.map((row, i) => {
        const floor = floors[i]!;
        return [
          figures(row.extra['people']! / 1e6),
          row.moves.toLocaleString('en'),
          figures(floor.workingMegabytes),
          figures(floor.waitingNs),
          figures(floor.overlappedNs),
          figures(floor.sumsNs),
          figures(floor.measuredNs),
          ratio(floor.measuredNs, floor.waitingNs + floor.sumsNs),
          ratio(floor.measuredNs, floor.overlappedNs + floor.sumsNs),
          ratio(floor.measuredNs, floor.waitingNs),
        ];
      }),
    ),
    '',
    `**An hour** in which nobody is called reads and writes ${placeHourBytes} bytes a place, in order and in the nearest cache: ${figures((placeHours / first!.extra['hours']!) * placeHourBytes)} bytes here, one line of ${figures(prices.extra[`overlapped in ${sizes[0]} MiB, ns`]!)} ns a place. Measured are ${figures(quietNs)} ns a place and hour: calls of functions and sums of hours, no memory.`,
  ];
}
