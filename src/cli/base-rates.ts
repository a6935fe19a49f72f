import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { Option, type Command } from 'commander';
import type { Moved } from '../base/parameter.ts';
import { engineVersion } from '../base/version.ts';
import { movableParameters, scopes, type Member, type Scope } from '../experiment/base-rates/population.ts';
import { fallenIn, regions, seedOfRegions } from '../experiment/base-rates/regions.ts';
import { updateWeights } from '../experiment/base-rates/update.ts';
import { runPopulation } from '../host/node/base-rates.ts';
import { headOf, readPopulation, type PopulationHead } from '../host/node/base-rates-folder.ts';
import { tryFolder, writeWhole } from '../host/node/files.ts';
import { weightsKnown, weightsNamed, type Weights } from '../mechanisms/weights.ts';
import { baseRatesPage, distancesOf, type PopulationResult } from '../report/base-rates.ts';
import { wholeNumber } from './problems.ts';

interface BaseRatesOptions {
  weights?: readonly string[];
  members: number;
  seed: number;
  threads: number;
  scope: Scope;
  regions: number;
  out: string;
  docs?: string;
  trial?: string;
  fit?: readonly string[];
  json?: boolean;
}

/** `unrest base-rates`: a population of uprisings beside what is known of many real campaigns. */
export function baseRatesVerb(program: Command): void {
  program
    .command('base-rates')
    .option('--weights <names...>', 'distributions of the parameters to compare (default: all, or none beside --trial)')
    .option('--members <n>', 'uprisings in each population', wholeNumber('--members', 20, 100_000), 120)
    .option('--seed <n>', 'base seed', wholeNumber('--seed', 0, 1_000_000_000), 7)
    .option('--threads <n>', 'worker threads', wholeNumber('--threads', 1, 256), availableParallelism())
    .addOption(
      new Option('--scope <what>', 'pairs: with and without the patron’s help; uprisings: with it only; quiet: countries without a cause only')
        .choices(scopes)
        .default('pairs'),
    )
    .option(
      '--regions <n>',
      'uprisings in each of two regions of the prior, with help and without: can the program say both? 0 = none',
      wholeNumber('--regions', 0, 10_000),
      60,
    )
    .option('--out <folder>', 'folder for the members and base-rates.md', join('out', 'base-rates'))
    .option('--docs <folder>', 'write base-rates.md into this folder of documentation as well')
    .option('--trial <file>', 'a population under the weights of a JSON file, such as --fit prints')
    .option('--fit <folders...>', 'run nothing: print the next weights from the populations in these folders, in the order they were made')
    .option('--json', 'print the distances as JSON lines instead of the table')
    .description('Draw populations of uprisings and set their rates beside those of many real campaigns, to day 60. Goes on where it was interrupted.')
    .action(async (options: BaseRatesOptions) => {
      if (options.fit) return printFit(options.fit);
      tryFolder(options.out);
      const populations: PopulationResult[] = [];
      const trial = options.trial === undefined ? [] : [trialWeights(options.trial)];
      const named = options.weights ?? (trial.length > 0 ? [] : weightsKnown.map(({ id }) => id).toReversed());
      for (const weights of [...named.map(weightsNamed), ...trial]) {
        const { id, title, moved } = weights;
        const members = await ran(headOf(options.seed, id, moved, options.scope), options.members, options);
        populations.push({ weights: id, title, moved, members });
      }
      const inRegions = [];
      for (const region of options.regions > 0 ? regions : [])
        inRegions.push({ region, fallen: fallenIn(await ran(headOf(seedOfRegions, region.id, region.moved, 'pairs'), options.regions, options)) });
      const command = [
        'unrest base-rates',
        `--members ${options.members}`,
        ...(options.seed === 7 ? [] : [`--seed ${options.seed}`]),
        ...(options.scope === 'pairs' ? [] : [`--scope ${options.scope}`]),
        ...(options.regions === 60 ? [] : [`--regions ${options.regions}`]),
      ].join(' ');
      const page = baseRatesPage({
        populations,
        regions: inRegions,
        seed: options.seed,
        engineVersion,
        command,
      });
      const file = join(options.out, 'base-rates.md');
      writeWhole(file, page);
      if (options.docs !== undefined) writeWhole(join(options.docs, 'base-rates.md'), page);
      for (const { weights, members } of populations)
        for (const row of distancesOf(members))
          process.stdout.write(
            options.json
              ? `${JSON.stringify({ weights, ...row })}\n`
              : `${weights}  ${row.distance.toFixed(1).padStart(6)}  ${row.estimate.value.toFixed(3)} (record ${row.published.toFixed(3)})  ${row.what}\n`,
          );
      if (!options.json) process.stdout.write(`${file}\n`);
    });
}

/** The members of one population, those first that its folder does not hold yet. */
async function ran(head: PopulationHead, size: number, { threads, out }: BaseRatesOptions): Promise<Member[]> {
  const bar = new SingleBar({
    format: `${head.weights} {bar} {value}/{total} uprisings, about {eta_formatted} left`,
    hideCursor: true,
    noTTYOutput: false,
    stream: process.stderr,
  });
  if (process.stderr.isTTY) bar.start(size, 0);
  const { members } = await runPopulation({ head, members: size, threads, folder: join(out, head.weights) }, (done) => bar.update(done));
  bar.stop();
  return Array.from({ length: size }, (_, n) => members.get(n)!);
}

/** Weights that are tried and not frozen. @throws RangeError when the file holds none */
function trialWeights(file: string): Weights {
  const data: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const known = new Set(movableParameters.map(({ id }) => id));
  const entries = Object.entries(data ?? {}) as [string, Partial<Moved> | null][];
  for (const [id, value] of entries)
    if (!known.has(id) || !Number.isFinite(value?.shift) || !(Number(value?.width) > 0 && Number(value?.width) <= 1))
      throw new RangeError(`${file}: "${id}" is ${JSON.stringify(value)}; each entry is a parameter of the default forms with a shift and a width in (0, 1]`);
  return { id: 'trial', title: `weights of ${file}`, moved: Object.fromEntries(entries) as Record<string, Moved> };
}

function printFit(folders: readonly string[]): void {
  const { moved, fit, bits, rates, published } = updateWeights(
    folders.map((folder) => {
      const { head, members } = readPopulation(folder);
      return { seed: head.seed, moved: head.moved, members };
    }),
  );
  process.stderr.write(`${bits.toFixed(2)} bits from the prior; ${fit.effectiveDraws.toFixed(0)} draws' worth of weight\n`);
  rates.forEach((id, k) => process.stderr.write(`${id.padEnd(18)} record ${published[k]!.toFixed(3)}  under these weights ${fit.rates[k]!.toFixed(3)}\n`));
  process.stdout.write(`${JSON.stringify(moved, null, 2)}\n`);
}
