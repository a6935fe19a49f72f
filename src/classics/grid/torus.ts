/** A rectangle whose edges meet, with its sites numbered row by row. */

export type Shape = 'disc' | 'moore' | 'diamond';

const isIn: Readonly<Record<Shape, (dx: number, dy: number, radius: number) => boolean>> = {
  disc: (dx, dy, radius) => dx * dx + dy * dy <= radius * radius,
  moore: () => true,
  diamond: (dx, dy, radius) => Math.abs(dx) + Math.abs(dy) <= radius,
};

/** The sites one can see from a site, without the site itself. */
export interface Neighbourhood {
  /** How many sites are seen. */
  readonly size: number;
  /** Farthest step along one axis, in sites. */
  readonly reach: number;
  readonly stepsRight: Int32Array;
  readonly stepsDown: Int32Array;
  /** Difference of site numbers where no edge is crossed. */
  readonly offsets: Int32Array;
}

/** Where every site stands and what it sees, for any model on a grid. */
export class Torus {
  readonly width: number;
  readonly height: number;
  readonly sites: number;
  /** Columns and first sites of rows for positions up to one side outside, so that edges need no division. */
  private readonly column: Int32Array;
  private readonly row: Int32Array;

  /**
   * @param width sites in a row, at least 3
   * @param height rows, at least 3
   */
  constructor(width: number, height: number) {
    for (const [name, side] of Object.entries({ width, height })) {
      if (!Number.isInteger(side) || side < 3) throw new RangeError(`the ${name} of a torus is ${side}: give a whole number of at least 3 sites`);
    }
    if (width * height > 2 ** 30) throw new RangeError(`a torus of ${width} x ${height} has more than 2^30 sites: give a smaller one`);
    this.width = width;
    this.height = height;
    this.sites = width * height;
    this.column = Int32Array.from({ length: 3 * width }, (_, i) => i % width);
    this.row = Int32Array.from({ length: 3 * height }, (_, i) => (i % height) * width);
  }

  /**
   * The sites in view: of a disc those within a Euclidean radius (1.7 gives 8 sites, 7 gives 148), of a square (Moore)
   * those within so many steps along each axis (1 gives 8), of a diamond (von Neumann) those within so many steps along
   * both together (7 gives 112).
   * @param radius in sites, at least 1 and less than half a side, so that nobody sees a site twice
   */
  view(shape: Shape, radius: number): Neighbourhood {
    const reach = Math.floor(radius);
    if (!(radius >= 1) || 2 * reach >= Math.min(this.width, this.height)) {
      throw new RangeError(`a radius of ${radius} on a torus of ${this.width} x ${this.height}: give at least 1 and less than half a side`);
    }
    const right: number[] = [];
    const down: number[] = [];
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        if ((dx === 0 && dy === 0) || !isIn[shape](dx, dy, radius)) continue;
        right.push(dx);
        down.push(dy);
      }
    }
    const offsets = Int32Array.from(right, (dx, i) => dx + down[i]! * this.width);
    return { size: right.length, reach, stepsRight: Int32Array.from(right), stepsDown: Int32Array.from(down), offsets };
  }

  /** The sites within a Euclidean radius. @param radius as for `view` */
  disc(radius: number): Neighbourhood {
    return this.view('disc', radius);
  }

  /** Whether everything within `reach` of a site lies on the sheet without crossing an edge. */
  isInside(site: number, reach: number): boolean {
    const y = (site / this.width) | 0;
    const x = site - y * this.width;
    return x >= reach && y >= reach && x < this.width - reach && y < this.height - reach;
  }

  /** The site `i`-th in the view from `site`. */
  seen(site: number, near: Neighbourhood, i: number): number {
    const y = (site / this.width) | 0;
    const x = site - y * this.width;
    const toX = x + near.stepsRight[i]!;
    const toY = y + near.stepsDown[i]!;
    if (toX >= 0 && toY >= 0 && toX < this.width && toY < this.height) return site + near.offsets[i]!;
    return this.row[toY + this.height]! + this.column[toX + this.width]!;
  }

  /** Writes the sites in view from `site` into a list, in the order of `turns` (numbers of `near`'s sites). @cost no division inside, no allocation */
  list(site: number, near: Neighbourhood, turns: Int32Array, into: Int32Array): void {
    const { offsets, stepsRight, stepsDown, size } = near;
    if (this.isInside(site, near.reach)) {
      for (let n = 0; n < size; n++) into[n] = site + offsets[turns[n]!]!;
      return;
    }
    const y = ((site / this.width) | 0) + this.height;
    const x = site - (y - this.height) * this.width + this.width;
    for (let n = 0; n < size; n++) {
      const i = turns[n]!;
      into[n] = this.row[y + stepsDown[i]!]! + this.column[x + stepsRight[i]!]!;
    }
  }

  /**
   * Adds `by` to the number kept at every site that sees `site`: what keeps counts of neighbours up to date.
   * @cost one addition for each site of the neighbourhood, no allocation
   */
  addAround(counts: Uint8Array | Uint16Array | Int32Array, site: number, near: Neighbourhood, by: number): void {
    const { size, offsets } = near;
    if (this.isInside(site, near.reach)) {
      for (let i = 0; i < size; i++) counts[site + offsets[i]!]! += by;
      return;
    }
    const { stepsRight, stepsDown } = near;
    const y = ((site / this.width) | 0) + this.height;
    const x = site - (y - this.height) * this.width + this.width;
    for (let i = 0; i < size; i++) counts[this.row[y + stepsDown[i]!]! + this.column[x + stepsRight[i]!]!]! += by;
  }
}
