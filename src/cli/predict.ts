import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { engineVersion } from '../base/version.ts';
import { parametersOf } from '../experiment/pairs.ts';
import { baselines, structuralIdeas, unfitted, wholeModel } from '../experiment/prediction.ts';
import { totalOf } from '../experiment/score.ts';
import { quoted } from '../host/node/comparison.ts';
import { tryFolder, writeWhole } from '../host/node/files.ts';
import { preparePredictions, runPredictions } from '../host/node/predictions.ts';
import { weightsNamed } from '../mechanisms/weights.ts';
import { predictivePage, scoresOf } from '../report/predictive.ts';
import { wholeNumber } from './problems.ts';

interface PredictOptions {
  draws: number;
  seed: number;
  threads: number;
  weights?: string;
  parts?: boolean;
  out: string;
  json?: boolean;
}

/** `unrest predict NAME…`: prior draws beside the records, with coverage and log score. */
export function predictVerb(program: Command): void {
  program
    .command('predict')
    .argument('<scenarios...>', 'scenarios with a record')
    .option('--draws <n>', 'prior draws of each', wholeNumber('--draws', 1, 100_000), 24)
    .option('--seed <n>', 'base seed', wholeNumber('--seed', 0, 1_000_000_000), 1)
    .option('--threads <n>', 'worker threads', wholeNumber('--threads', 1, 256), availableParallelism())
    .option('--weights <name>', 'distribution the parameters are drawn from (default: the scenario’s)')
    .option('--parts', 'also unfitted, and with mechanisms and structural ideas taken out, one at a time')
    .option('--out <folder>', 'folder for prior-predictive.md', 'out/predict')
    .option('--json', 'print scores as JSON instead of the table')
    .description('Say how far prior draws allow for what was seen: coverage of intervals and log score, part by part.')
    .action(async (scenarios: string[], options: PredictOptions) => {
      const whole = options.weights === undefined ? wholeModel : { ...wholeModel, weights: weightsNamed(options.weights).id };
      const alternatives = [whole, ...(options.parts ? [unfitted, ...structuralIdeas, ...baselines] : [])];
      const order = { scenarios, alternatives, seed: options.seed, draws: options.draws, threads: options.threads };
      const prepared = preparePredictions(order);
      tryFolder(options.out);
      const bar = new SingleBar({
        format: 'predict {bar} {value}/{total} runs, about {eta_formatted} left',
        hideCursor: true,
        noTTYOutput: false,
        stream: process.stderr,
      });
      if (process.stderr.isTTY) bar.start(scenarios.length * alternatives.length * options.draws, 0);
      const predictions = await runPredictions(order, (done) => bar.update(done));
      bar.stop();
      const cases = prepared.map(({ scenario, observations }, s) => ({
        scenario,
        observations,
        free: freedomOf(scenario),
        predictions: predictions[s]!,
      }));
      const command = `unrest predict ${scenarios.map(quoted).join(' ')} --draws ${options.draws} --seed ${options.seed}${options.weights === undefined ? '' : ` --weights ${options.weights}`}${options.parts ? ' --parts' : ''}`;
      const file = join(options.out, 'prior-predictive.md');
      writeWhole(file, predictivePage({ cases, alternatives, draws: options.draws, seed: options.seed, engineVersion, command }));
      for (const one of cases) {
        alternatives.forEach((alternative, a) => {
          const total = totalOf(scoresOf(one, a, 'outcome'));
          if (options.json)
            process.stdout.write(
              `${JSON.stringify({ scenario: one.scenario.name, alternative: alternative.id, ...total, scores: scoresOf(one, a, 'outcome') })}\n`,
            );
          else
            process.stdout.write(
              `${one.scenario.name}, ${alternative.title}: ${total.in50} of ${total.observations} in 50 %, ${total.in90} in 90 %, log score ${total.logScore.toFixed(1)}\n`,
            );
        });
      }
      if (!options.json) process.stdout.write(`${file}\n`);
    });
}

/** Parameters that have a range, and those that come from the scenario itself. */
function freedomOf(scenario: Parameters<typeof parametersOf>[0]): { drawn: number; ofScenario: number } {
  const drawn = parametersOf(scenario).filter(({ prior }) => !('low' in prior) || prior.low < prior.high);
  return { drawn: drawn.length, ofScenario: drawn.filter(({ id }) => id.startsWith('event.') || id in scenario.parameters).length };
}
