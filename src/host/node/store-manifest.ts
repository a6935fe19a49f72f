/** manifest.json: what the results are results of, and a fingerprint of every file. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { engineVersion } from '../../base/version.ts';
import { designDigest } from '../../experiment/design-digest.ts';
import { inputFiles, readIfThere, storeFiles, storePath, writeForGood } from './store.ts';
import { readCells, type JournalContents } from './store-cells.ts';
import { resultsParquet, turnoutParquet } from './store-parquet.ts';
import type { Plan } from './store-plan.ts';

const fileEntry = z.object({ bytes: z.int().min(0), sha256: z.string() });

const manifestSchema = z.object({
  unrest: z.literal('manifest'),
  format: z.literal(1),
  scenario: z.object({ name: z.string(), title: z.string(), hash: z.string(), recordHash: z.string().nullable() }),
  planHash: z.string(),
  engineVersion: z.string(),
  nodeVersion: z.string(),
  seed: z.int(),
  arms: z.array(z.string()),
  rows: z.int(),
  replicates: z.int(),
  set: z.record(z.string(), z.number()),
  vary: z.array(z.object({ id: z.string(), values: z.array(z.number()) })),
  weights: z.string(),
  parameters: z.array(
    z.object({
      id: z.string(),
      unit: z.string(),
      value: z.number(),
      prior: z.looseObject({ dist: z.string() }),
      moved: z.object({ shift: z.number(), width: z.number() }).optional(),
    }),
  ),
  cells: z.int(),
  failures: z.int(),
  /** over all cells by number: the same whatever the threads, the order and the interruptions */
  digest: z.string(),
  /** by path below the folder; the journal tells how it came about, so it differs from run to run */
  files: z.record(z.string(), fileEntry),
});

export type Manifest = z.output<typeof manifestSchema>;

/** The digest of everything in a journal. */
export function digestOfCells(plan: Plan, contents: Pick<JournalContents, 'done' | 'failed'>): string {
  return designDigest(plan.hash, [
    ...[...contents.done.values()].map(({ cell, digest }) => ({ cell, digest })),
    ...[...contents.failed.keys()].map((cell) => ({ cell })),
  ]);
}

/** Bytes and SHA-256 of a file. */
export function fingerprint(bytes: Uint8Array): Manifest['files'][string] {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/**
 * Write the results of a plan of which every cell was run, the manifest last: a folder with a manifest is finished.
 * @throws StoreRefusal
 */
export function writeResults(folder: string, plan: Plan, contents: JournalContents = readCells(folder, plan)): Manifest {
  const results = resultsParquet(plan, contents.done, contents.failed);
  writeForGood(storePath(folder, 'results'), results);
  const turnout = turnoutParquet(plan, contents.done);
  writeForGood(storePath(folder, 'turnout'), turnout);
  const kept = [storeFiles.plan, ...inputFiles(folder).map((path) => `${storeFiles.inputs}/${path}`), storeFiles.journal];
  const manifest: Manifest = {
    unrest: 'manifest',
    format: 1,
    scenario: { name: plan.name, title: plan.title, hash: plan.scenarioHash, recordHash: plan.recordHash },
    planHash: plan.hash,
    engineVersion,
    nodeVersion: process.versions.node,
    seed: plan.seed,
    arms: plan.arms,
    rows: plan.rows,
    replicates: plan.replicates,
    set: plan.set,
    vary: plan.vary,
    weights: plan.weights,
    parameters: plan.parameters,
    cells: contents.done.size + contents.failed.size,
    failures: contents.failed.size,
    digest: digestOfCells(plan, contents),
    files: {
      ...Object.fromEntries(kept.map((path) => [path, fingerprint(readFileSync(join(folder, path)))])),
      [storeFiles.results]: fingerprint(results),
      [storeFiles.turnout]: fingerprint(turnout),
    },
  };
  writeForGood(storePath(folder, 'manifest'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

/** The manifest of a finished folder, or nothing. @throws RangeError when it cannot be read as one */
export function readManifest(folder: string): Manifest | undefined {
  const path = storePath(folder, 'manifest');
  const text = readIfThere(path);
  if (text === undefined) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    data = undefined;
  }
  const parsed = manifestSchema.safeParse(data);
  if (!parsed.success)
    throw new RangeError(`${path} cannot be read as a manifest: ${parsed.error.issues[0]!.message}; delete it and "unrest exec ${folder}" writes it anew`);
  return parsed.data;
}
