/** The order of turns in plain words: everybody into buckets at random, then each bucket shuffled; every order is equally likely. */
import type { Words } from './words.ts';

const inBucket = 2048;
const mostBuckets = 256;

/** Buckets for so many actors: as many as keep about 2048 in each, at most 256; one for up to 4096. */
export function bucketsFor(actors: number): number {
  let buckets = 1;
  if (actors > 2 * inBucket) while (buckets < mostBuckets && actors > buckets * inBucket) buckets *= 2;
  return buckets;
}

/** @source Rao 1961; Sandelius 1962, doi:10.1111/j.2517-6161.1962.tb00473.x; Durstenfeld 1964, doi:10.1145/364520.364540 */
export class Turns {
  /** Who has a turn, in order; behind them those away. */
  order: Int32Array;
  /** How many there are, those away included. */
  length = 0;
  private spare: Int32Array;
  private readonly buckets: number;
  private readonly dice: Uint8Array;
  private readonly ends: Int32Array;

  /**
   * @param room most actors there may be
   * @param actors how many there are at the start
   */
  constructor(room: number, actors: number) {
    this.order = new Int32Array(room);
    this.spare = new Int32Array(room);
    this.buckets = bucketsFor(actors);
    this.dice = new Uint8Array(this.buckets > 1 ? room + 3 : 0);
    this.ends = new Int32Array(this.buckets);
  }

  get bytes(): number {
    return this.order.byteLength + this.spare.byteLength + this.dice.byteLength + this.ends.byteLength;
  }

  add(id: number): void {
    this.order[this.length++] = id;
  }

  /** Leaves only those for whom it is true, in the order they have. */
  keep(stays: (id: number) => boolean): void {
    let kept = 0;
    for (let i = 0; i < this.length; i++) if (stays(this.order[i]!)) this.order[kept++] = this.order[i]!;
    this.length = kept;
  }

  /**
   * A fresh order of those present; those away stand behind them in the order they had.
   * @param away what `stateOf` says of somebody who takes no turn
   * @param present how many take one
   */
  reorder(luck: Words, stateOf: Uint8Array, away: number, present: number): void {
    this.throwDice(luck, present);
    let behind = present;
    let die = 0;
    for (let i = 0; i < this.length; i++) {
      const id = this.order[i]!;
      if (stateOf[id] === away) this.spare[behind++] = id;
      else this.spare[this.ends[this.buckets > 1 ? this.dice[die++]! & (this.buckets - 1) : 0]!++] = id;
    }
    [this.order, this.spare] = [this.spare, this.order];
    let first = 0;
    for (const end of this.ends) {
      for (let i = end - 1; i >= first; i--) {
        const from = first + luck.below(i - first + 1);
        const taken = this.order[from]!;
        this.order[from] = this.order[i]!;
        this.order[i] = taken;
      }
      first = end;
    }
  }

  private throwDice(luck: Words, present: number): void {
    this.ends.fill(0);
    if (this.buckets === 1) return;
    for (let i = 0; i < present; i += 4) {
      const word = luck.next();
      for (let byte = 0; byte < 4; byte++) this.dice[i + byte] = word >>> (8 * byte);
    }
    for (let i = 0; i < present; i++) this.ends[this.dice[i]! & (this.buckets - 1)]!++;
    let sum = 0;
    for (let b = 0; b < this.buckets; b++) {
      const many = this.ends[b]!;
      this.ends[b] = sum;
      sum += many;
    }
  }
}
