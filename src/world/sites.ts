/** Buildings that count: what a place has of them follows from its size and rank. */

export const siteKinds = ['administration', 'police', 'armsStore', 'broadcaster', 'airport'] as const;
export type SiteKind = (typeof siteKinds)[number];

/** Weight of a site in "who holds the place". ASSUMPTION: the seat of power counts most. */
export const siteWeights: Float64Array = Float64Array.from([0.45, 0.2, 0.1, 0.1, 0.15]);

/** Guards normally standing at a site. ASSUMPTION, order of the 45 at Almaty airport on 5 January 2022. */
export const siteGuards: Float64Array = Float64Array.from([30, 40, 12, 15, 40]);

/** Does a place have the site? Airports from 150,000 people, broadcasters in chief towns of regions. */
export function hasSite(kind: number, population: number, isRegionalCapital: boolean, isRural: boolean): boolean {
  if (isRural) return false;
  if (kind === 4) return population >= 150_000;
  if (kind === 3) return isRegionalCapital || population >= 300_000;
  return true;
}
