/** A finished run folder for other programs and for archives: whole or not at all. */
import { cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { parquetMetadata } from 'hyparquet';
import { crateMetadata } from './export-crate.ts';
import { csvText } from './export-csv.ts';
import { packageFolder } from './files.ts';
import { fingerprint, readManifest, type Manifest } from './store-manifest.ts';
import { readParquet } from './store-parquet.ts';
import { readResults } from './store-results.ts';
import { storeFiles, storePath } from './store.ts';
import { fileDifferences } from './verify.ts';

export const exportForms = ['csv', 'parquet', 'ro-crate'] as const;
export type ExportForm = (typeof exportForms)[number];

export interface ExportOrder {
  readonly folder: string;
  readonly as: ExportForm;
  /** absent: beside the folder, with the form behind its name */
  readonly out: string | undefined;
  /** replace an earlier export */
  readonly force: boolean;
}

/** Names at the top of an export: only a folder that holds nothing else is ever replaced. */
const exportNames: ReadonlySet<string> = new Set([
  ...Object.values(storeFiles),
  'results.csv',
  'turnout.csv',
  'ro-crate-metadata.json',
  'CITATION.cff',
  'LICENSE',
]);

/**
 * Write the export beside its place and rename it there.
 * @returns its folder and the files in it
 * @throws RangeError when the run folder is not finished or was changed, or the place is taken
 */
export async function exportFolder({ folder, as, out, force }: ExportOrder): Promise<{ readonly folder: string; readonly files: readonly string[] }> {
  const target = resolve(out ?? `${folder.replace(/[\\/]+$/, '')}-${as}`);
  const isThere = refuseTaken(target, folder, force);
  const manifest = soundManifest(folder);
  mkdirSync(dirname(target), { recursive: true });
  const draft = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    await fill[as](folder, draft, manifest);
    const files = filesBelow(draft);
    if (isThere) replace(target, draft);
    else renameSync(draft, target);
    return { folder: target, files };
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function refuseTaken(target: string, folder: string, force: boolean): boolean {
  const run = resolve(folder);
  if (target === run || run.startsWith(target + sep)) throw new RangeError(`${target} holds the run folder itself; choose another --out`);
  const kind = lstatSync(target, { throwIfNoEntry: false });
  if (!kind) return false;
  if (!force) throw new RangeError(`${target} is there already; --force replaces an earlier export, --out takes another place`);
  const strange = kind.isDirectory() ? readdirSync(target).find((name) => !exportNames.has(name)) : basename(target);
  if (strange !== undefined)
    throw new RangeError(`${target} is no earlier export (it holds ${JSON.stringify(strange)}) and is left as it is; choose another --out`);
  return true;
}

function soundManifest(folder: string): Manifest {
  const manifest = readManifest(folder);
  if (!manifest) {
    readResults(folder);
    throw new RangeError(`${folder} is not finished, so there is nothing whole to export; go on with: unrest resume ${folder}`);
  }
  const [first] = fileDifferences(folder, manifest);
  if (first) throw new RangeError(`${folder} is no longer what was run (${first.what}: ${first.found}); "unrest verify ${folder}" tells all of it`);
  return manifest;
}

/** The old one steps aside first, so that one of both is there whatever happens. */
function replace(target: string, draft: string): void {
  const aside = `${draft}-old`;
  renameSync(target, aside);
  try {
    renameSync(draft, target);
  } catch (error) {
    renameSync(aside, target);
    throw error;
  }
  rmSync(aside, { recursive: true });
}

const fill: Readonly<Record<ExportForm, (folder: string, draft: string, manifest: Manifest) => Promise<void>>> = {
  csv: async (folder, draft) => {
    for (const table of ['results', 'turnout'] as const) {
      const path = storePath(folder, table);
      writeFileSync(join(draft, `${table}.csv`), csvText(columnsOf(path), await readParquet(path)));
    }
    copy(folder, draft, [storeFiles.manifest]);
  },
  parquet: async (folder, draft) => copy(folder, draft, [storeFiles.results, storeFiles.turnout, storeFiles.manifest]),
  'ro-crate': async (folder, draft, manifest) => {
    copy(folder, draft, [...Object.keys(manifest.files), storeFiles.manifest]);
    for (const name of ['CITATION.cff', 'LICENSE']) if (existsSync(join(packageFolder, name))) cpSync(join(packageFolder, name), join(draft, name));
    const { plan, prepared, journal } = readResults(folder);
    const files = filesBelow(draft).map((path) => ({ path, ...fingerprint(readFileSync(join(draft, path))) }));
    const { sources, question, about } = prepared.scenario;
    const finishedAt = journal.runs.findLast((run) => run.kind === 'ended')?.at ?? statSync(storePath(folder, 'manifest')).mtime.toISOString();
    const facts = { plan, manifest, files, sources: { ...sources, ...prepared.record?.sources }, question, about, finishedAt };
    writeFileSync(join(draft, 'ro-crate-metadata.json'), crateMetadata(facts));
  },
};

function copy(folder: string, draft: string, paths: readonly string[]): void {
  for (const path of paths) cpSync(join(folder, path), join(draft, path), { dereference: false });
}

/** Names of the columns, in the order of the file. */
function columnsOf(path: string): string[] {
  const bytes = readFileSync(path);
  const { schema } = parquetMetadata(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  return schema.slice(1).map((column) => column.name);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
