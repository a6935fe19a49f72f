import type { Command } from 'commander';
import { why, type SubjectNames } from '../experiment/why.ts';
import { prepareComparison } from '../host/node/comparison.ts';
import { renderExplanations } from '../report/explanations.ts';
import { hourText } from './hours.ts';
import { wholeNumber } from './problems.ts';

interface WhyOptions extends SubjectNames {
  arm?: string;
  seed: number;
  pair?: number;
  at?: string;
  json?: boolean;
}

/** `unrest why NAME`: the rule behind one decision, its terms, and what would have turned it. */
export function whyVerb(program: Command): void {
  program
    .command('why')
    .argument('<scenario>', 'name, folder or scenario.yaml')
    .option('--government <country>', 'a government: key, ISO letters or name')
    .option('--member <country>', 'a member of the alliance that is asked to send')
    .option('--unit <number>', 'a unit: its number in the log, or its key')
    .option('--place <name>', 'a place: key or name')
    .option('--person <place:number>', 'one person of a place, by number')
    .option('--at <moment>', 'local date and time, or "day 4 18:00" (default: the first decision on record)')
    .option('--arm <id>', 'arm of the scenario (default: the first)')
    .option('--seed <n>', 'seed', wholeNumber('--seed', 0, 1_000_000_000), 1)
    .option('--pair <n>', 'pair number of compare (default: the stated values, as "run" takes them)', wholeNumber('--pair', 0, 1_000_000))
    .option('--json', 'as JSON')
    .description('Why a government, a member, a unit, a place or a person decided as it did: terms, thresholds, draw, and what would have turned the answer.')
    .action((name: string, options: WhyOptions) => {
      const { scenario, arms } = prepareComparison({ scenario: name, armIds: options.arm ? [options.arm] : [] });
      const { seed, pair, at, government, member, unit, place, person } = options;
      const subject = {
        ...(government && { government }),
        ...(member && { member }),
        ...(unit && { unit }),
        ...(place && { place }),
        ...(person && { person }),
      };
      const answer = why({ scenario, arm: arms[0]!, seed, subject, ...(pair !== undefined && { pair }), ...(at !== undefined && { at }) });
      process.stdout.write(
        options.json
          ? `${JSON.stringify({ scenario: scenario.name, arm: arms[0]!.id, ...answer })}\n`
          : renderExplanations(answer, `${scenario.title}\narm: ${arms[0]!.title}; seed ${answer.seed}`, (hour) => hourText(scenario, hour)),
      );
    });
}
