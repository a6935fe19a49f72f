/**
 * Two bytes a person, in pages that exist only where somebody has been touched.
 *
 * All pages lie one after another in one array that grows by doubling; its first page is zero and is
 * the page of everybody untouched, so that reading asks no question and copying is two block copies.
 *
 * | bits | meaning |
 * |---|---|
 * | 0-2 | status |
 * | 8 | has been out at least once |
 * | 9 | stands in the place's list of people with active ties |
 * | 10-15 | active ties, 0-63 (the tie tables keep everybody below 64) |
 */
const pageBits = 8;
const pageSize = 1 << pageBits;

export const statusMask = 7;
export const tieShift = 10;
export const tieMask = 63;
export const tieOne = 1 << tieShift;
export const beenOutBit = 1 << 8;
export const listedBit = 1 << 9;

export class Pages {
  /** [page] first position of the page in `states`; 0 = nobody there has been touched */
  private readonly begins: Int32Array;
  private states: Uint16Array;
  private used: number;

  /** @param of so many untouched people, or everybody as in other pages */
  constructor(of: number | Pages) {
    if (typeof of === 'number') {
      this.begins = new Int32Array((of >>> pageBits) + 1);
      this.states = new Uint16Array(16 * pageSize);
      this.used = pageSize;
    } else {
      this.begins = of.begins.slice();
      this.states = of.states.slice(0, of.used);
      this.used = of.used;
    }
  }

  get(person: number): number {
    return this.states[this.begins[person >>> pageBits]! + (person & (pageSize - 1))]!;
  }

  set(person: number, state: number): void {
    let begin = this.begins[person >>> pageBits]!;
    if (begin === 0) begin = this.newPage(person >>> pageBits);
    this.states[begin + (person & (pageSize - 1))] = state;
  }

  private newPage(page: number): number {
    if (this.used === this.states.length) {
      // never longer than everybody touched and the zero page need
      const larger = new Uint16Array(Math.min(this.used * 2, (this.begins.length + 1) * pageSize));
      larger.set(this.states);
      this.states = larger;
    }
    const begin = this.used;
    this.begins[page] = begin;
    this.used += pageSize;
    return begin;
  }

  bytes(): number {
    return this.states.length * 2 + this.begins.length * 4;
  }

  copy(): Pages {
    return new Pages(this);
  }
}
