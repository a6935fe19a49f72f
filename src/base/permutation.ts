/**
 * A seeded shuffle of 0 … size-1 that can be asked in both directions without storing anything.
 *
 * Slots are written as (left, right) on an a x b rectangle and stirred by a four-round Feistel
 * network with addition modulo a and b, so every size a*b works without cycle walking.
 *
 * @source Black & Rogaway 2002, doi:10.1007/3-540-45760-7_9 (generalised Feistel)
 */
import { drawKey, threefry, words } from './random.ts';

const scale32 = 2.3283064365386963e-10;

export interface Rectangle {
  readonly rows: number;
  readonly columns: number;
}

/** The smallest near-square rectangle with at least `atLeast` cells. */
export function nearSquare(atLeast: number): Rectangle {
  const columns = Math.max(2, Math.ceil(Math.sqrt(atLeast)));
  return { rows: Math.max(2, Math.ceil(atLeast / columns)), columns };
}

function stir(value: number, key: number): number {
  let h = Math.imul(value ^ key, 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

export class Permutation {
  readonly size: number;
  private readonly rows: number;
  private readonly columns: number;
  private readonly k0: number;
  private readonly k1: number;
  private readonly k2: number;
  private readonly k3: number;

  constructor(rectangle: Rectangle, seed: number, subject: string, purpose: string) {
    this.rows = rectangle.rows;
    this.columns = rectangle.columns;
    this.size = rectangle.rows * rectangle.columns;
    const { key0, key1 } = drawKey(seed, subject, purpose);
    threefry(key0, key1, 0, 0);
    this.k0 = words[0]! | 0;
    this.k1 = words[1]! | 0;
    threefry(key0, key1, 1, 0);
    this.k2 = words[0]! | 0;
    this.k3 = words[1]! | 0;
  }

  /** Where slot `x` goes. @cost about 12 ns */
  forward(x: number): number {
    const a = this.rows;
    const b = this.columns;
    let left = (x / b) | 0;
    let right = x - left * b;
    left += (stir(right, this.k0) * scale32 * a) | 0;
    if (left >= a) left -= a;
    right += (stir(left, this.k1) * scale32 * b) | 0;
    if (right >= b) right -= b;
    left += (stir(right, this.k2) * scale32 * a) | 0;
    if (left >= a) left -= a;
    right += (stir(left, this.k3) * scale32 * b) | 0;
    if (right >= b) right -= b;
    return left * b + right;
  }

  /** Which slot goes to `y`: `inverse(forward(x)) === x`. */
  inverse(y: number): number {
    const a = this.rows;
    const b = this.columns;
    let left = (y / b) | 0;
    let right = y - left * b;
    right -= (stir(left, this.k3) * scale32 * b) | 0;
    if (right < 0) right += b;
    left -= (stir(right, this.k2) * scale32 * a) | 0;
    if (left < 0) left += a;
    right -= (stir(left, this.k1) * scale32 * b) | 0;
    if (right < 0) right += b;
    left -= (stir(right, this.k0) * scale32 * a) | 0;
    if (left < 0) left += a;
    return left * b + right;
  }
}
