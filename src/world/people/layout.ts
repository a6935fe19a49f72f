/**
 * Who lives where, from the person's number alone.
 *
 * A place holds `capacity` person slots, a few per cent of them vacant, so that one more resident
 * moves nobody. The first `movable` slots hold those who can be moved at all; the others (children,
 * the frail, those who would never) live there, know people and are never asked. Movable slots run by
 * hardship class (class 0 most aggrieved), inside a class first the workers of strikeable trades, then
 * the others, and inside such a segment by rising fear. A rule that people answer with yes below some
 * fear is therefore answered by one person number a segment.
 */
import { nearSquare, Permutation, type Rectangle } from '../../base/permutation.ts';
import { drawKey, uniform01, type DrawKey } from '../../base/random.ts';
import { ln, exp } from '../../base/maths.ts';

export const classCount = 64;
export const segmentCount = 2 * classCount;

/**
 * Share of residents who are at least as aggrieved as class k's least aggrieved member.
 * Steps are finer where the first to move are: log-spaced to one half, then even.
 */
export const classTopShares: Float64Array = (() => {
  const shares = new Float64Array(classCount + 1);
  const fine = 48;
  const first = 1e-4;
  for (let k = 1; k <= fine; k++) shares[k] = first * exp((ln(0.5 / first) * (k - 1)) / (fine - 1));
  for (let k = fine + 1; k <= classCount; k++) shares[k] = 0.5 + (0.5 * (k - fine)) / (classCount - fine);
  shares[classCount] = 1;
  return shares;
})();

/** Slots for `residents`: 3 % spare, at least one, rounded up to a near-square rectangle. */
export function capacityFor(residents: number): Rectangle {
  return nearSquare(Math.ceil(residents * 1.03) + 1);
}

/** Slots of a place: as stated, else derived from its residents. */
export function slotsFor(residents: number, stated: number): number {
  const { rows, columns } = stated > 0 ? nearSquare(stated) : capacityFor(residents);
  return rows * columns;
}

/** Everything about one place's people that follows from (seed, place key, residents). */
export class Residents {
  readonly key: string;
  readonly residents: number;
  readonly capacity: number;
  readonly rectangle: Rectangle;
  readonly workerShare01: number;
  /** slots [0, movable) can be moved */
  readonly movable: number;
  private readonly vacancy: Permutation;
  private readonly classJitter: number;
  /** [segment] first slot, and the slot after its last: asked for at every step of every search */
  private readonly starts = new Int32Array(segmentCount);
  private readonly ends = new Int32Array(segmentCount);
  readonly reachKey: DrawKey;
  readonly tieReachKey: DrawKey;
  readonly strikeKey: DrawKey;
  readonly outingKey: DrawKey;
  readonly restKey: DrawKey;
  readonly travelKey: DrawKey;
  readonly detainKey: DrawKey;
  readonly termKey: DrawKey;
  readonly hitKey: DrawKey;

  constructor(seed: number, key: string, residents: number, workerShare01: number, capacity: number, stock01: number) {
    this.key = key;
    this.residents = residents;
    this.rectangle = capacity > 0 ? nearSquare(capacity) : capacityFor(residents);
    this.capacity = this.rectangle.rows * this.rectangle.columns;
    if (this.capacity < residents) throw new RangeError(`place ${key}: capacity ${this.capacity} is below its ${residents} residents; raise capacity`);
    this.workerShare01 = workerShare01;
    this.vacancy = new Permutation(this.rectangle, seed, key, 'vacancy');
    const layoutKey = drawKey(seed, key, 'layout');
    this.classJitter = uniform01(layoutKey, 0, 0);
    const tradeJitter = uniform01(layoutKey, 1, 0);
    this.movable = Math.min(this.capacity, Math.floor(this.capacity * stock01 + uniform01(layoutKey, 2, 0)));
    for (let k = 0; k < classCount; k++) {
      const [start, end] = [this.classStart(k), this.classStart(k + 1)];
      const others = start + Math.floor((end - start) * workerShare01 + tradeJitter);
      this.starts.set([start, others], 2 * k);
      this.ends.set([others < end ? others : end, end], 2 * k);
    }
    this.reachKey = drawKey(seed, key, 'reach');
    this.tieReachKey = drawKey(seed, key, 'reach by ties');
    this.strikeKey = drawKey(seed, key, 'strike');
    this.outingKey = drawKey(seed, key, 'outing');
    this.restKey = drawKey(seed, key, 'rest');
    this.travelKey = drawKey(seed, key, 'travel');
    this.detainKey = drawKey(seed, key, 'detain');
    this.termKey = drawKey(seed, key, 'term');
    this.hitKey = drawKey(seed, key, 'hit');
  }

  /** Is slot `index` a living resident rather than a vacancy? */
  isResident(index: number): boolean {
    return this.vacancy.inverse(index) < this.residents;
  }

  /** First slot of hardship class k (k = classCount gives `movable`). */
  classStart(k: number): number {
    if (k <= 0) return 0;
    if (k >= classCount) return this.movable;
    const start = Math.floor(this.movable * classTopShares[k]! + this.classJitter);
    return start < this.movable ? start : this.movable;
  }

  /** First slot of segment s: even = strikeable trades of class s/2, odd = the others. */
  segmentStart(s: number): number {
    return this.starts[s]!;
  }

  segmentEnd(s: number): number {
    return this.ends[s]!;
  }

  /** Segment of movable slot `index`. */
  segmentOf(index: number): number {
    let low = 0;
    let high = classCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[2 * middle]! <= index) low = middle;
      else high = middle - 1;
    }
    return index < this.segmentEnd(2 * low) ? 2 * low : 2 * low + 1;
  }
}

/** Fear of the person at `index` in a segment [start, end): rises evenly from `lowest01` to 1. */
export function fearOf(index: number, start: number, end: number, lowest01: number): number {
  return lowest01 + (1 - lowest01) * ((index - start + 0.5) / (end - start));
}
