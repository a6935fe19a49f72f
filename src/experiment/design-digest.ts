/** Fingerprints of cells and of whole designs: they do not depend on order, threads or interruptions. */
import type { ParameterValues } from '../base/parameter.ts';
import { Digest } from '../base/digest.ts';
import { canonical } from '../scenario/hash.ts';
import type { Cell } from './design.ts';
import type { PairResult } from './pairs.ts';

/** SHA-256 over everything a cell says: parameters, quantities, series, decisions, digests of the histories. */
export function cellDigest(cell: Cell, values: ParameterValues, result: PairResult): string {
  const digest = new Digest();
  digest.text(canonical({ cell, values, pair: result.pair, variants: result.variants, divergence: result.divergence, observed: result.observed }));
  for (const arm of result.arms) {
    digest.text(canonical({ arm: arm.arm, digest: arm.digest, quantities: arm.quantities, decisions: arm.decisions }));
    for (const series of [arm.turnout, arm.outOnDay, arm.placesLost, ...arm.forces, ...arm.dailyCrowd, ...arm.dailyLost, ...arm.dailyControl])
      digest.floats(Float64Array.from(series));
  }
  return digest.hex();
}

/** What a design came to: the digest of each cell, or that it failed. */
export interface CellMark {
  readonly cell: number;
  /** absent = the cell failed; why does not count, a machine may be the reason */
  readonly digest?: string;
}

/** One fingerprint of all cells, sorted by number. */
export function designDigest(planHash: string, marks: readonly CellMark[]): string {
  const digest = new Digest().text(planHash);
  for (const { cell, digest: own } of [...marks].sort((a, b) => a.cell - b.cell)) digest.float(cell).text(own ?? 'failed');
  return digest.hex();
}
