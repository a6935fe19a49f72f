import { join } from 'node:path';
import type { Command } from 'commander';
import { engineVersion } from '../base/version.ts';
import { seedOf, valuesOf } from '../experiment/pairs.ts';
import { summarise } from '../experiment/summary.ts';
import { prepareComparison } from '../host/node/comparison.ts';
import { writeWhole } from '../host/node/files.ts';
import { runArms } from '../run/run.ts';
import { buildWorld } from '../world/build.ts';
import { historyText } from './history.ts';
import { wholeNumber } from './problems.ts';

interface RunOptions {
  arm?: string;
  seed: number;
  draw?: number;
  out?: string;
  json?: boolean;
}

/** `unrest run NAME`: one history, its log and its numbers. */
export function runVerb(program: Command): void {
  program
    .command('run')
    .argument('<scenario>', 'name, folder or scenario.yaml')
    .option('--arm <id>', 'arm of the scenario (default: the first)')
    .option('--seed <n>', 'seed', wholeNumber('--seed', 0, 1_000_000_000), 1)
    .option('--draw <row>', 'draw the parameters from their priors: row of the design (the pair number of compare)', wholeNumber('--draw', 0, 1_000_000))
    .option('--out <folder>', 'write history.json here')
    .option('--json', 'quantities and digest as JSON')
    .description('Run one history and print what happened, by which rule and because of what.')
    .action((name: string, options: RunOptions) => {
      const prepared = prepareComparison({ scenario: name, armIds: options.arm ? [options.arm] : [] });
      const { scenario } = prepared;
      const values = valuesOf(scenario, options.seed, options.draw ?? 0, options.draw !== undefined);
      const seed = options.draw === undefined ? options.seed : seedOf(options.seed, options.draw);
      const world = buildWorld(scenario, seed, values);
      const arm = prepared.arms[0]!;
      const history = runArms(world, values, [arm])[0]!;
      const summary = summarise(history, world, arm.id, prepared.clockHour);
      if (options.out !== undefined)
        writeWhole(
          join(options.out, 'history.json'),
          JSON.stringify({
            engineVersion,
            scenario: scenario.name,
            scenarioHash: scenario.hash,
            seed,
            arm: arm.id,
            parameters: values,
            places: world.places.keys,
            countries: world.countries.keys,
            history: { ...history, everOut: [...history.everOut] },
          }),
        );
      if (options.json) {
        process.stdout.write(
          `${JSON.stringify({ scenario: scenario.name, arm: arm.id, seed, digest: history.digest, moves: history.moves, quantities: summary.quantities })}\n`,
        );
        return;
      }
      process.stdout.write(`${scenario.title}\narm: ${arm.title}; seed ${seed}\n\n${historyText(history, summary, world)}\n`);
      process.stdout.write(`One history out of many: "unrest compare ${name}" says how typical it is. Model result, not a forecast.\n`);
    });
}
