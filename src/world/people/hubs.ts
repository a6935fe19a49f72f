/**
 * Hubs: possible far ties are thinned so that a few people keep many and most keep few.
 *
 * Everybody has a standing u, evenly spread over (0,1); a possible tie is kept with chance
 * 1/(1 + hubs x u) of whichever of the two stands higher (the smaller u), which both ends compute
 * alike. Who stands at u near 0 keeps all his possible ties; the share of people who keep more
 * than a part k of theirs falls as 1/k. Possible ties are made so many more that as many are kept
 * on average as without thinning.
 */
import { ln } from '../../base/maths.ts';
import { drawKey, threefry, words, type DrawKey } from '../../base/random.ts';

const oneOf32Bits = 1 / 4294967296;

/** Possible ties for each tie that is kept, over people drawn by lot: one over the mean of 1/(1 + hubs x min(u, v)). */
export function liftOf(hubs: number): number {
  // the closed form loses its digits near zero, where the mean of min(u, v) is a third
  if (hubs < 1e-4) return 1 + hubs / 3;
  return 1 / (2 * (((1 + 1 / hubs) * ln(1 + hubs)) / hubs - 1 / hubs));
}

export class Standing {
  private readonly hubs: number;
  private readonly places: readonly DrawKey[];
  private readonly levels: readonly DrawKey[];

  /** @random decision "standing", subject = place, member = slot; decision "tie kept", subject = level, member = both persons' salts, count = tie */
  constructor(seed: number, places: readonly string[], levels: readonly string[], hubs: number) {
    this.hubs = hubs;
    this.places = places.map((place) => drawKey(seed, place, 'standing'));
    this.levels = levels.map((level) => drawKey(seed, level, 'tie kept'));
  }

  /**
   * Is the `tie`-th possible tie between two places kept, of the people at these slots?
   * @cost three blocks, about 50 ns
   */
  keeps(level: number, placeA: number, slotA: number, placeB: number, slotB: number, tie: number): boolean {
    const [a, b] = [this.places[placeA]!, this.places[placeB]!];
    threefry(a.key0, a.key1, slotA, 0);
    const standing = words[0]!;
    const salt = words[1]!;
    threefry(b.key0, b.key1, slotB, 0);
    const higher = standing < words[0]! ? standing : words[0]!;
    const key = this.levels[level]!;
    threefry(key.key0, key.key1, salt ^ words[1]!, tie);
    return words[0]! * oneOf32Bits * (1 + this.hubs * (higher * oneOf32Bits)) < 1;
  }
}
