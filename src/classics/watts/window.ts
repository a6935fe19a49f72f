/** Watts' cascades from the equations: where they can be global at all, and how often one person starts one. */
import { exp } from '../../base/maths.ts';
import { crossing } from '../../base/normal.ts';

/** Chances of 0, 1, … `most` acquaintances in a Poisson network. */
export function poisson(mean: number, most: number): number[] {
  const chances = [exp(-mean)];
  for (let k = 1; k <= most; k++) chances.push((chances[k - 1]! * mean) / k);
  return chances;
}

/** The most acquaintances somebody can have and still be moved by one of them. */
export function mostToBeMoved(threshold01: number): number {
  return Math.floor(1 / threshold01 + 1e-9);
}

/**
 * Mean number of acquaintances between which global cascades are possible: the vulnerable people hang together.
 * @returns the lower and upper edge, or nothing when there is no such network
 * @source Watts 2002, doi:10.1073/pnas.082090499: sum of k(k-1)p_k over vulnerable k equals z
 */
export function cascadeWindow(threshold01: number): readonly [number, number] | undefined {
  const most = mostToBeMoved(threshold01) - 2;
  const spreads = (z: number) => (most < 0 ? -1 : z * poisson(z, most).reduce((sum, p) => sum + p, 0) - 1);
  let best = 0;
  for (let z = 0.01; z <= 40; z += 0.01) if (spreads(z) > spreads(best)) best = z;
  return spreads(best) <= 0 ? undefined : [crossing(spreads, 0, best), crossing(spreads, best, 100)];
}

/**
 * How often one person starts a global cascade in an endless network: the share of people who know somebody in the large vulnerable group.
 * @source Watts 2002 (extended vulnerable cluster), by generating functions
 */
export function startsGlobal01(threshold01: number, meanTies: number): number {
  const movable = mostToBeMoved(threshold01);
  const chances = poisson(meanTies, 200);
  // chance that a tie does not lead into the large vulnerable group
  let misses = 0;
  for (let i = 0; i < 10_000; i++) {
    let next = 1;
    for (let k = 1; k <= movable; k++) next -= ((k * chances[k]!) / meanTies) * (1 - power(misses, k - 1));
    if (Math.abs(next - misses) < 1e-13) break;
    misses = next;
  }
  return 1 - chances.reduce((sum, p, k) => sum + p * power(misses, k), 0);
}

/** Whole powers, with 0 to the 0 = 1. */
function power(x: number, times: number): number {
  let product = 1;
  for (let i = 0; i < times; i++) product *= x;
  return product;
}
