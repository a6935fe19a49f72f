/** Eight by eight sites as one 64-bit word: which bits a view takes from the nine words around a site. */
import type { Neighbourhood } from './torus.ts';

/** Sites along each edge of a tile. */
export const tileSide = 8;
const places = tileSide * tileSide;
/** Bytes of the nine masks for one place in a tile. */
export const maskBytes = 9 * 8;

/**
 * @param side sites along an axis
 * @throws RangeError when tiles do not fill the torus or a view reaches over more than the next tile
 */
export function checkTiles(side: number, near: Neighbourhood): void {
  if (side % tileSide !== 0) throw new RangeError(`a torus with ${side} sites a side is not made of tiles of ${tileSide}: give a multiple of ${tileSide}`);
  if (near.reach > tileSide) throw new RangeError(`a view that reaches ${near.reach} sites far: give at most ${tileSide}`);
}

const tileOf = (dx: number, dy: number, place: number): number =>
  Math.floor(((place >> 3) + dy) / tileSide) * 3 + Math.floor(((place & 7) + dx) / tileSide) + 4;
const bitOf = (dx: number, dy: number, place: number): number => (((place >> 3) + dy) & 7) * tileSide + (((place & 7) + dx) & 7);

/** For each of the 64 places in a tile (row by row) nine masks: tiles row by row, bit 8 × row + column. */
export function viewMasks(near: Neighbourhood): BigUint64Array {
  const masks = new BigUint64Array(places * 9);
  for (let place = 0; place < places; place++) {
    for (let i = 0; i < near.size; i++) {
      const [dx, dy] = [near.stepsRight[i]!, near.stepsDown[i]!];
      masks[place * 9 + tileOf(dx, dy, place)]! |= 1n << BigInt(bitOf(dx, dy, place));
    }
  }
  return masks;
}

/** For each place in a tile the numbers of the sites in view, tile by tile and bit by bit: the order in which sites are counted off. */
export function tileOrders(near: Neighbourhood): Int32Array[] {
  return Array.from({ length: places }, (_, place) => {
    const rank = (i: number) => tileOf(near.stepsRight[i]!, near.stepsDown[i]!, place) * places + bitOf(near.stepsRight[i]!, near.stepsDown[i]!, place);
    return Int32Array.from({ length: near.size }, (_unused, i) => i).sort((a, b) => rank(a) - rank(b));
  });
}

/** Where the n-th set bit of a byte is, at 256 n + byte; 8 where there is none. */
export function nthBits(): Uint8Array {
  const table = new Uint8Array(8 * 256).fill(8);
  for (let byte = 0; byte < 256; byte++) {
    let n = 0;
    for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) table[256 * n++ + byte] = bit;
  }
  return table;
}
