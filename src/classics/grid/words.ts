/** The luck of a grid model: one stream of words for a run, in the order in which the rules ask. */
import { drawKey, threefry, words } from '../../base/random.ts';

/**
 * Threefry-2x32-13 of a counter that goes up by one: block n gives words 2n and 2n + 1.
 *
 * A grid on which everybody acts after everybody else has no decision that keeps its meaning when another is left out,
 * so there is nothing to key by; a stream costs a quarter of a block for each decision.
 *
 * @random key (seed, `grid`, stream): no two seeds or streams share words
 */
export class Words {
  private block = 0;
  private second = -1;
  readonly key0: number;
  readonly key1: number;

  /**
   * @param seed whole number in [0, 2^53)
   * @param stream name of what the words are for
   */
  constructor(seed: number, stream: string) {
    const { key0, key1 } = drawKey(seed, 'grid', stream);
    this.key0 = key0;
    this.key1 = key1;
  }

  /** The next 32 bits, unsigned. */
  next(): number {
    if (this.second >= 0) {
      const word = this.second;
      this.second = -1;
      return word;
    }
    threefry(this.key0, this.key1, this.block >>> 0, Math.floor(this.block / 4294967296));
    this.block++;
    this.second = words[1]!;
    return words[0]!;
  }

  /** Whole number in [0, n), n from 1 to 2^20; the first numbers are more likely than the last by at most n in 2^32. */
  below(n: number): number {
    return Math.floor((this.next() * n) / 4294967296);
  }
}
