/** Whether a run folder is what it says: its files by their fingerprints, its cells by running them again. */
import { createHash } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { cellDigest } from '../../experiment/design-digest.ts';
import { runCells, startThread, type CellAnswer } from './executor.ts';
import { systemClock } from './executor-clock.ts';
import { digestOfLine, readCells, type JournalContents } from './store-cells.ts';
import { digestOfCells, readManifest, type Manifest } from './store-manifest.ts';
import { resultsParquet, turnoutParquet } from './store-parquet.ts';
import { prepareStored, readPlan, type Plan } from './store-plan.ts';
import { inputFiles, storeFiles, storePath } from './store.ts';

/** One thing that is not as it was kept. */
export interface Difference {
  /** path of a file, or `cell 12` */
  readonly what: string;
  readonly kept: string;
  readonly found: string;
}

export interface Verification {
  /** files whose fingerprints were compared; 0 for a folder that is not finished */
  readonly files: number;
  /** cells in the journal */
  readonly cells: number;
  /** cells run again, by number */
  readonly again: readonly number[];
  readonly differences: readonly Difference[];
  /** remarks that are no differences */
  readonly notes: readonly string[];
  /** over all cells, absent when the journal could not be used */
  readonly digest?: string;
}

export interface VerifyOrder {
  readonly folder: string;
  /** how many cells to run again, spread evenly; `all` */
  readonly cells: number | 'all';
  readonly threads: number;
  readonly onCell?: (done: number, of: number) => void;
}

/**
 * Compare everything; what a folder from elsewhere says is not believed, and nothing in it is changed.
 * @throws RangeError when the folder is no run folder, or its version of the engine is another
 */
export async function verifyFolder({ folder, cells, threads, onCell }: VerifyOrder): Promise<Verification> {
  const differences: Difference[] = [];
  const notes: string[] = [];
  const manifest = manifestOf(folder, differences);
  if (!manifest && differences.length === 0) notes.push('the folder is not finished: it has no manifest, so only its cells can be compared');
  if (manifest) differences.push(...fileDifferences(folder, manifest));
  const sound = soundFolder(folder, differences);
  const files = manifest ? Object.keys(manifest.files).length : 0;
  if (!sound) return { files, cells: 0, again: [], differences, notes };
  const { plan, contents } = sound;
  const digest = digestOfCells(plan, contents);
  const inJournal = journalDifferences(contents, plan);
  differences.push(...inJournal);
  // tables cannot be made from lines that are not what they were
  const tables = inJournal.length === 0 ? tablesOf(plan, contents) : [];
  if (manifest) differences.push(...manifestDifferences(manifest, plan, contents, digest), ...tableDifferences(folder, tables));
  const again = chosen([...contents.done.keys(), ...contents.failed.keys()], cells);
  let done = 0;
  await runCells({
    cells: again,
    threads: Math.max(1, Math.min(threads, again.length)),
    startThread: () => startThread({ from: 'folder', folder }),
    clock: systemClock,
    onAnswer: (answer) => {
      differences.push(...cellDifferences(answer, contents));
      onCell?.(++done, again.length);
    },
  });
  return { files, cells: contents.done.size + contents.failed.size, again, differences: inOrder(differences), notes, digest };
}

function manifestOf(folder: string, differences: Difference[]): Manifest | undefined {
  try {
    return readManifest(folder);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    differences.push({ what: storeFiles.manifest, kept: 'a manifest', found: error.message });
    return undefined;
  }
}

/** Files that are missing, changed, no plain files, or there without being listed. */
export function fileDifferences(folder: string, manifest: Manifest): Difference[] {
  const differences: Difference[] = [];
  for (const [path, kept] of Object.entries(manifest.files)) {
    const words = `${kept.bytes} bytes, sha256 ${kept.sha256.slice(0, 16)}…`;
    const say = (found: string) => differences.push({ what: path, kept: words, found });
    const full = join(folder, path);
    const kind = isInside(path) ? lstatSync(full, { throwIfNoEntry: false }) : undefined;
    if (!isInside(path)) say('not read: the name leads out of the folder');
    else if (!kind) say('missing');
    else if (!kind.isFile() || realpathSync(full) !== join(realpathSync(folder), path)) say('no plain file of this folder');
    else if (kind.size !== kept.bytes) say(`${kind.size} bytes`);
    else {
      const sha256 = hashOfFile(full);
      if (sha256 !== kept.sha256) say(`${kind.size} bytes, sha256 ${sha256.slice(0, 16)}…`);
    }
  }
  for (const path of inputFiles(folder).map((name) => `${storeFiles.inputs}/${name}`))
    if (!Object.hasOwn(manifest.files, path)) differences.push({ what: path, kept: 'not listed', found: 'there' });
  return differences;
}

function isInside(path: string): boolean {
  return /^[^/\\:\0]+(\/[^/\\:\0]+)*$/.test(path) && !path.split('/').some((step) => step === '..' || step === '.');
}

const pieceBytes = 1 << 20;

/** SHA-256 of a file of any size, a megabyte at a time. */
function hashOfFile(path: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(pieceBytes);
  const file = openSync(path, 'r');
  try {
    for (let got = readSync(file, piece); got > 0; got = readSync(file, piece)) hash.update(piece.subarray(0, got));
  } finally {
    closeSync(file);
  }
  return hash.digest('hex');
}

/** Plan and journal of a folder whose cells can be run again. */
function soundFolder(folder: string, differences: Difference[]): { readonly plan: Plan; readonly contents: JournalContents } | undefined {
  try {
    const plan = readPlan(folder);
    prepareStored(folder, plan);
    return { plan, contents: readCells(folder, plan) };
  } catch (error) {
    // with changed files that is the reason, and they are told; without, the folder cannot be verified here at all
    if (differences.length === 0 || !(error instanceof Error) || (error as NodeJS.ErrnoException).code !== undefined) throw error;
    differences.push({ what: 'cells', kept: 'can be run again', found: error.message.split('\n')[0]! });
    return undefined;
  }
}

/** Lines that are damaged, and cells whose digest is not that of what they say. */
function journalDifferences(contents: JournalContents, plan: Plan): Difference[] {
  const damaged = contents.damaged.map((line) => ({ what: `${storeFiles.journal} line ${line}`, kept: 'its checksum', found: 'another: damaged' }));
  const torn =
    contents.tornBytes > 0 ? [{ what: storeFiles.journal, kept: 'whole lines', found: `${contents.tornBytes} bytes of half a line at its end` }] : [];
  const untrue = [...contents.done.values()].flatMap((line): Difference[] => {
    const found = digestOfLine(line, plan);
    if ('digest' in found && found.digest === line.digest) return [];
    return [{ what: `${storeFiles.journal} cell ${line.cell}`, kept: short(line.digest), found: 'digest' in found ? short(found.digest) : found.problem }];
  });
  return [...damaged, ...torn, ...untrue];
}

type Table = readonly ['results' | 'turnout', Uint8Array];

function tablesOf(plan: Plan, { done, failed }: JournalContents): readonly Table[] {
  return [
    ['results', resultsParquet(plan, done, failed)],
    ['turnout', turnoutParquet(plan, done)],
  ];
}

/** Tables that are not those the journal gives. */
function tableDifferences(folder: string, tables: readonly Table[]): Difference[] {
  return tables.flatMap(([file, made]): Difference[] => {
    const path = storePath(folder, file);
    if (!lstatSync(path, { throwIfNoEntry: false })?.isFile() || readFileSync(path).equals(made)) return [];
    return [{ what: storeFiles[file], kept: 'the bytes the journal gives', found: 'other bytes' }];
  });
}

/** What the manifest says, against the plan and the journal it was made from. */
function manifestDifferences(manifest: Manifest, plan: Plan, contents: JournalContents, digest: string): Difference[] {
  const differences: Difference[] = [];
  const compare = (what: string, kept: string | number, found: string | number) => {
    if (kept !== found) differences.push({ what, kept: short(String(kept)), found: short(String(found)) });
  };
  compare('manifest: plan', manifest.planHash, plan.hash);
  compare('manifest: scenario', manifest.scenario.hash, plan.scenarioHash);
  compare('manifest: cells', manifest.cells, contents.done.size + contents.failed.size);
  compare('manifest: failures', manifest.failures, contents.failed.size);
  compare('manifest: digest', manifest.digest, digest);
  return differences;
}

/** Numbers of the cells to run again: all, or so many from the first to the last. */
export function chosen(cells: readonly number[], count: number | 'all'): number[] {
  const sorted = [...cells].sort((a, b) => a - b);
  if (count === 'all' || count >= sorted.length) return sorted;
  if (count === 1) return sorted.slice(0, 1);
  return Array.from({ length: count }, (_, i) => sorted[Math.floor((i * (sorted.length - 1)) / (count - 1))]!);
}

function cellDifferences(answer: CellAnswer, contents: JournalContents): Difference[] {
  const what = `cell ${answer.cell}`;
  const failed = contents.failed.get(answer.cell);
  if ('message' in answer) {
    if (failed)
      return failed.message === answer.message || failed.crashed ? [] : [{ what, kept: `failed: ${failed.message}`, found: `failed: ${answer.message}` }];
    return [{ what, kept: 'a result', found: `failed: ${answer.message}` }];
  }
  // a machine, not the model, may have been the reason
  if (failed) return failed.crashed ? [] : [{ what, kept: `failed: ${failed.message}`, found: 'a result' }];
  const line = contents.done.get(answer.cell)!;
  const { cell, row, setting, replicate, seed } = line;
  const found = cellDigest({ cell, row, setting, replicate, seed }, answer.values, answer.result);
  if (found === line.digest) return [];
  const arms = answer.result.arms.flatMap((arm, a): Difference[] => {
    const kept = line.arms[a];
    const changed = Object.entries(arm.quantities).filter(([name, value]) => !Object.is(Number(kept?.quantities[name]), value));
    const first = changed[0] && `; ${changed[0][0]} ${kept?.quantities[changed[0][0]]} → ${changed[0][1]}`;
    return kept?.digest === arm.digest && changed.length === 0
      ? []
      : [{ what: `${what}, ${arm.arm}`, kept: short(kept?.digest ?? 'nothing'), found: `${short(arm.digest)}${first ?? ''}` }];
  });
  return arms.length > 0 ? arms : [{ what, kept: short(line.digest), found: short(found) }];
}

/** A hash as one reads it. */
function short(text: string): string {
  return /^[0-9a-f]{64}$/.test(text) ? `${text.slice(0, 16)}…` : text;
}

/** Files and journal as found, then cells by number. */
function inOrder(differences: readonly Difference[]): Difference[] {
  const numberOf = (difference: Difference) => Number(/^cell (\d+)/.exec(difference.what)?.[1] ?? -1);
  return [...differences].sort((a, b) => numberOf(a) - numberOf(b));
}
