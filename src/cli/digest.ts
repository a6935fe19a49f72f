import type { Command } from 'commander';
import { prepareComparison } from '../host/node/comparison.ts';
import { valuesOf } from '../experiment/pairs.ts';
import { runArms } from '../run/run.ts';
import { buildWorld } from '../world/build.ts';
import { wholeNumber } from './problems.ts';

/** `unrest digest NAME…`: the fingerprint of a history; the same on every platform. */
export function digestVerb(program: Command): void {
  program
    .command('digest')
    .argument('<scenarios...>', 'names, folders or scenario.yaml files')
    .option('--seed <n>', 'seed', wholeNumber('--seed', 0, 1_000_000_000), 1)
    .option('--json', 'as JSON')
    .description('Run each scenario once with its stated values and print the digest of the history.')
    .action((names: string[], options: { seed: number; json?: boolean }) => {
      for (const scenario of names) {
        const prepared = prepareComparison({ scenario, armIds: [] });
        const values = valuesOf(prepared.scenario, options.seed, 0, false);
        const [history] = runArms(buildWorld(prepared.scenario, options.seed, values), values, prepared.arms.slice(0, 1));
        process.stdout.write(
          options.json ? `${JSON.stringify({ scenario, seed: options.seed, digest: history!.digest })}\n` : `${scenario} ${history!.digest}\n`,
        );
      }
    });
}
