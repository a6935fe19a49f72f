/**
 * Two bytes a person, in pages that exist only where somebody has been touched.
 *
 * | bits | meaning |
 * |---|---|
 * | 0-2 | status |
 * | 3-7 | active ties, 0-31 (the tie tables keep everybody below 32) |
 * | 8 | has been out at least once |
 * | 9 | stands in the place's list of people with active ties |
 */
const pageBits = 10;
const pageSize = 1 << pageBits;

export const statusMask = 7;
export const tieShift = 3;
export const tieMask = 31;
export const tieOne = 1 << tieShift;
export const beenOutBit = 1 << 8;
export const listedBit = 1 << 9;

export class Pages {
  private readonly pages: (Uint16Array | null)[];
  allocated = 0;

  constructor(people: number) {
    this.pages = new Array<Uint16Array | null>((people >>> pageBits) + 1).fill(null);
  }

  get(person: number): number {
    const page = this.pages[person >>> pageBits];
    return page ? page[person & (pageSize - 1)]! : 0;
  }

  set(person: number, state: number): void {
    const at = person >>> pageBits;
    let page = this.pages[at];
    if (!page) {
      page = new Uint16Array(pageSize);
      this.pages[at] = page;
      this.allocated++;
    }
    page[person & (pageSize - 1)] = state;
  }

  bytes(): number {
    return this.allocated * pageSize * 2 + this.pages.length * 8;
  }

  copy(): Pages {
    const twin = new Pages((this.pages.length - 1) << pageBits);
    for (let i = 0; i < this.pages.length; i++) twin.pages[i] = this.pages[i] ? this.pages[i]!.slice() : null;
    twin.allocated = this.allocated;
    return twin;
  }
}
