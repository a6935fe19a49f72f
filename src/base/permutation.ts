/**
 * A seeded shuffle of 0 … size-1 that can be asked in both directions without storing anything.
 *
 * Slots are written as (left, right) on an a x b rectangle and stirred by a four-round Feistel
 * network with addition modulo a and b, so every size a*b works without cycle walking.
 *
 * @source Black & Rogaway 2002, doi:10.1007/3-540-45760-7_9 (generalised Feistel)
 */
import { drawKey, threefry, words } from './random.ts';

export interface Rectangle {
  readonly rows: number;
  readonly columns: number;
}

/** The smallest near-square rectangle with at least `atLeast` cells. */
export function nearSquare(atLeast: number): Rectangle {
  const columns = Math.max(2, Math.ceil(Math.sqrt(atLeast)));
  return { rows: Math.max(2, Math.ceil(atLeast / columns)), columns };
}

/** Sides up to this keep every product of `share` within 32 bits: 4.3 billion slots. */
const longestSide = 65536;

/** The stirred `value`, cut down to a whole number in [0, below): floor(stir * below / 2^32), in whole numbers only. */
function share(value: number, key: number, below: number): number {
  let h = Math.imul(value ^ key, 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  const high = h >>> 16;
  return ((Math.imul(high, below) + (Math.imul((h ^ high) & 0xffff, below) >>> 16)) | 0) >>> 16;
}

/**
 * Sums and differences modulo a side are taken without a branch: whether one wraps round is a matter
 * of chance, and a processor that guesses wrong waits longer than the rest of the round takes.
 */
export class Permutation {
  readonly size: number;
  private readonly rows: number;
  private readonly columns: number;
  /** one row's share of the slots: (x + 0.5) * this, cut off, is x divided by `columns` (exact: the half is larger than any rounding) */
  private readonly rowOfSlot: number;
  private readonly k0: number;
  private readonly k1: number;
  private readonly k2: number;
  private readonly k3: number;

  /** @throws RangeError when a side of the rectangle is no whole number in [1, 65536] */
  constructor(rectangle: Rectangle, seed: number, subject: string, purpose: string) {
    for (const side of [rectangle.rows, rectangle.columns])
      if (!Number.isInteger(side) || side < 1 || side > longestSide)
        throw new RangeError(
          `a shuffle needs a rectangle with sides of 1 to ${longestSide} cells and got ${side}; take nearSquare(${rectangle.rows * rectangle.columns})`,
        );
    this.rows = rectangle.rows;
    this.columns = rectangle.columns;
    this.rowOfSlot = 1 / rectangle.columns;
    this.size = rectangle.rows * rectangle.columns;
    const { key0, key1 } = drawKey(seed, subject, purpose);
    threefry(key0, key1, 0, 0);
    this.k0 = words[0]! | 0;
    this.k1 = words[1]! | 0;
    threefry(key0, key1, 1, 0);
    this.k2 = words[0]! | 0;
    this.k3 = words[1]! | 0;
  }

  /** Where slot `x` goes. @cost about 36 ns on the machine of docs/speed.md */
  forward(x: number): number {
    const a = this.rows;
    const b = this.columns;
    let left = ((x + 0.5) * this.rowOfSlot) | 0;
    let right = (x - Math.imul(left, b)) | 0;
    left = (left + share(right, this.k0, a) - a) | 0;
    left += a & (left >> 31);
    right = (right + share(left, this.k1, b) - b) | 0;
    right += b & (right >> 31);
    left = (left + share(right, this.k2, a) - a) | 0;
    left += a & (left >> 31);
    right = (right + share(left, this.k3, b) - b) | 0;
    right += b & (right >> 31);
    return (Math.imul(left, b) + right) | 0;
  }

  /** Which slot goes to `y`: `inverse(forward(x)) === x`. */
  inverse(y: number): number {
    const a = this.rows;
    const b = this.columns;
    let left = ((y + 0.5) * this.rowOfSlot) | 0;
    let right = (y - Math.imul(left, b)) | 0;
    right = (right - share(left, this.k3, b)) | 0;
    right += b & (right >> 31);
    left = (left - share(right, this.k2, a)) | 0;
    left += a & (left >> 31);
    right = (right - share(left, this.k1, b)) | 0;
    right += b & (right >> 31);
    left = (left - share(right, this.k0, a)) | 0;
    left += a & (left >> 31);
    return (Math.imul(left, b) + right) | 0;
  }
}
