/** Looks at this computer for `unrest doctor`; nothing stays behind. */
import { existsSync, readFileSync, readdirSync, statSync, statfsSync } from 'node:fs';
import { availableParallelism, freemem, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { engineVersion } from '../../base/version.ts';
import { valuesOf } from '../../experiment/pairs.ts';
import { runArms } from '../../run/run.ts';
import { buildWorld } from '../../world/build.ts';
import { prepareComparison } from './comparison.ts';
import type { DoctorFacts } from './doctor.ts';
import { packageFolder, tryFolder } from './files.ts';

/** Histories that are timed; the first ones warm the program up. */
const timedHistories = 5;

/** @param out folder that results would go to */
export function gatherFacts(out = 'out'): DoctorFacts {
  const outFolder = resolve(out);
  const { version, engines } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string; engines: { node: string } };
  const encoding = process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || '';
  return {
    nodeVersion: process.versions.node,
    nodeNeeded: engines.node,
    // what a container may use, where Node can tell
    freeMemory: Math.min(totalmem(), process.availableMemory?.() ?? freemem()),
    totalMemory: Math.min(totalmem(), process.constrainedMemory?.() || Number.POSITIVE_INFINITY),
    cores: availableParallelism(),
    outFolder,
    outRefusal: refusalOf(outFolder),
    freeDisk: freeDisk(outFolder),
    packageVersion: version,
    builtVersion: engineVersion,
    staleFiles: staleFiles(),
    isTerminal: process.stdout.isTTY === true,
    columns: process.stdout.columns,
    isUtf8: process.platform === 'win32' || /utf-?8/i.test(encoding),
    noColour: (process.env['NO_COLOR'] ?? '') !== '',
    expectedDigest: expectedDigest(),
    ...tryMinimal(),
  };
}

function refusalOf(folder: string): string | undefined {
  try {
    tryFolder(folder);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Free bytes on the disk of the nearest folder that is there. */
function freeDisk(folder: string): number | undefined {
  let at = folder;
  while (!existsSync(at) && dirname(at) !== at) at = dirname(at);
  try {
    const { bavail, bsize } = statfsSync(at);
    return bavail * bsize;
  } catch {
    return undefined;
  }
}

/** Sources without a built file, or changed after it was built. */
function staleFiles(): string[] {
  const sources = join(packageFolder, 'src');
  if (!existsSync(sources)) return [];
  return readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.endsWith('.d.ts'))
    .filter((name) => {
      const built = statSync(join(packageFolder, 'dist', name.replace(/\.ts$/, '.js')), { throwIfNoEntry: false });
      return built === undefined || built.mtimeMs < statSync(join(sources, name)).mtimeMs;
    })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .sort();
}

function expectedDigest(): string | undefined {
  const path = join(packageFolder, 'tests/golden/digests.json');
  if (!existsSync(path)) return undefined;
  return (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)['digest minimal --seed 1'];
}

/** What `unrest digest minimal --seed 1` prints, and how long a history takes. */
function tryMinimal(): Pick<DoctorFacts, 'digest' | 'historyMs' | 'historyHours'> {
  // by its path: a folder called minimal where the user stands is not meant
  const { scenario, arms } = prepareComparison({ scenario: join(packageFolder, 'scenarios/minimal/scenario.yaml'), armIds: [] });
  const values = valuesOf(scenario, 1, 0, false);
  let digest = '';
  let historyMs = Number.POSITIVE_INFINITY;
  for (let i = 0; i < timedHistories; i++) {
    const from = performance.now();
    digest = runArms(buildWorld(scenario, 1, values), values, arms.slice(0, 1))[0]!.digest;
    historyMs = Math.min(historyMs, performance.now() - from);
  }
  return { digest, historyMs, historyHours: scenario.hours };
}
