/** What the machine asks for one cache line at a random place, one shuffle and one draw: the prices of which a floor is made. */
import { nearSquare, Permutation } from '../../base/permutation.ts';
import { threefry, words } from '../../base/random.ts';
import { timed } from './bench-measure.ts';

/** Bytes that memory hands over at once. */
export const lineBytes = 64;
const wordsOfLine = lineBytes / 4;

export interface MemoryPrice {
  readonly megabytes: number;
  /** one line after the other: the next place is read in the line before */
  readonly waitingNs: number;
  /** places known beforehand, so that the processor fetches several lines at once; each line is read and changed */
  readonly overlappedNs: number;
}

/** Results end up here, so that no compiler can leave the work out. */
export let seen = 0;

/** One ring through all lines in random order (Sattolo); the order is the same every time, and luck of no run. */
function ringOf(lines: number): Int32Array {
  const ring = new Int32Array(lines * wordsOfLine);
  for (let i = 0; i < lines; i++) ring[i * wordsOfLine] = i;
  for (let i = lines - 1; i > 0; i--) {
    threefry(0x5ca1e, lines, i, 0);
    const j = words[0]! % i;
    const held = ring[i * wordsOfLine]!;
    ring[i * wordsOfLine] = ring[j * wordsOfLine]!;
    ring[j * wordsOfLine] = held;
  }
  for (let i = 0; i < lines; i++) ring[i * wordsOfLine]! *= wordsOfLine;
  return ring;
}

/** @param touches lines touched in each of the two ways */
export function memoryPrice(megabytes: number, touches: number): MemoryPrice {
  const lines = Math.floor((megabytes * 1024 * 1024) / lineBytes);
  const ring = ringOf(lines);
  let at = 0;
  const wait = () => {
    for (let t = 0; t < touches; t++) at = ring[at]!;
    seen ^= at;
  };
  // the second word of a line, so that the ring stays whole
  const overlap = () => {
    let luck = 1;
    for (let t = 0; t < touches; t++) {
      luck = (Math.imul(luck, 1664525) + 1013904223) | 0;
      const word = ((luck >>> 8) % lines) * wordsOfLine + 1;
      ring[word] = ring[word]! + 1;
    }
    seen ^= luck;
  };
  const nanoseconds = (act: () => void) => {
    act();
    return (timed(3, act).timing.cpuMs * 1e6) / touches;
  };
  return { megabytes, waitingNs: nanoseconds(wait), overlappedNs: nanoseconds(overlap) };
}

/** Nanoseconds of one shuffle and one draw, each independent of the one before. */
export function sumsPrice(calls: number): { readonly shuffleNs: number; readonly drawNs: number } {
  const shuffle = new Permutation(nearSquare(2_000_000), 1, 'somewhere', 'price');
  const shuffled = () => {
    for (let c = 0; c < calls; c++) seen ^= shuffle.forward(c);
  };
  const drawn = () => {
    for (let c = 0; c < calls; c++) {
      threefry(1, 2, c, 3);
      seen ^= words[0]!;
    }
  };
  const nanoseconds = (act: () => void) => {
    act();
    return (timed(3, act).timing.cpuMs * 1e6) / calls;
  };
  return { shuffleNs: nanoseconds(shuffled), drawNs: nanoseconds(drawn) };
}
