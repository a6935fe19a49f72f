import type { Command } from 'commander';
import type { ParameterValues } from '../base/parameter.ts';
import { settingsOf, type Variation } from '../experiment/design.ts';
import { quoted } from '../host/node/comparison.ts';
import { planFolder } from '../host/node/executor-plan.ts';
import { storePath } from '../host/node/store.ts';
import { wholeNumber } from './problems.ts';
import { say } from './words.ts';

interface PlanOptions {
  pairs: number;
  first: number;
  replicates: number;
  arms?: string;
  seed: number;
  set: ParameterValues;
  vary: readonly Variation[];
  out?: string;
  json?: boolean;
}

/** `unrest plan NAME`: which runs a question needs, as a folder that `exec` fills. */
export function planVerb(program: Command): void {
  program
    .command('plan')
    .argument('<scenario>', 'name, folder or scenario.yaml')
    .option('--pairs <n>', 'rows: draws of all parameters from their priors', wholeNumber('--pairs', 1, 100_000), 20)
    .option('--first <n>', 'number of the first row', wholeNumber('--first', 0, 1_000_000), 0)
    .option('--replicates <n>', 'seeds of luck for each row', wholeNumber('--replicates', 1, 10_000), 1)
    .option('--set <id=value>', 'hold a parameter at a value in every run (may be repeated)', setValue, {})
    .option('--vary <id=a,b,c>', 'every row also with this parameter at each of these values, one parameter at a time (may be repeated)', varyValues, [])
    .option('--arms <ids>', 'arms to compare, comma-separated (default: the first two of the scenario)')
    .option('--seed <n>', 'base seed', wholeNumber('--seed', 0, 1_000_000_000), 1)
    .option('--out <folder>', 'run folder (default: out/<scenario>-<short id>)')
    .option('--json', 'as JSON')
    .description('Write down which runs a question needs, with copies of its inputs, in a folder that "exec" fills and nothing can spoil.')
    .action((name: string, options: PlanOptions) => {
      const { seed, first, pairs: rows, replicates, set, vary } = options;
      const design = { seed, first, rows, replicates, set, vary };
      const armIds = options.arms?.split(',') ?? [];
      const { folder, plan, wasThere } = planFolder({ scenario: name, armIds, design, folder: options.out, command: commandOf(name, options) });
      const runs = plan.cells * plan.arms.length;
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ folder, hash: plan.hash, cells: plan.cells, runs, arms: plan.arms, wasThere })}\n`);
        return;
      }
      const out = process.stdout;
      const settings = settingsOf(design).length;
      const times = [
        `${counted(rows, 'row')} of parameters`,
        ...(settings > 1 ? [`${settings} settings`] : []),
        ...(replicates > 1 ? [`${replicates} seeds of luck`] : []),
      ];
      say(out, `${storePath(folder, 'plan')}${wasThere ? ' was there already and is left as it is' : ''}`);
      say(
        out,
        `${times.join(' × ')} = ${counted(plan.cells, 'cell')}; each runs ${counted(plan.arms.length, 'arm')} (${plan.arms.join(', ')}): ${counted(runs, 'run')}`,
      );
      say(out, `nothing was timed: how long they take on this computer "unrest status" says after the first cells`);
      say(out, `next: unrest exec ${quoted(folder)}`);
    });
}

/** What makes this plan again. */
function commandOf(name: string, { pairs, first, replicates, arms, seed, set, vary }: PlanOptions): string {
  return [
    `unrest plan ${quoted(name)} --pairs ${pairs} --seed ${seed}`,
    ...(first > 0 ? [`--first ${first}`] : []),
    ...(replicates > 1 ? [`--replicates ${replicates}`] : []),
    ...(arms === undefined ? [] : [`--arms ${arms}`]),
    ...Object.entries(set).map(([id, value]) => `--set ${quoted(`${id}=${value}`)}`),
    ...vary.map(({ id, values }) => `--vary ${quoted(`${id}=${values.join(',')}`)}`),
  ].join(' ');
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}

function setValue(text: string, before: ParameterValues): ParameterValues {
  const { id, values } = assignment('--set', text);
  if (values.length !== 1) throw new RangeError(`--set is "${text}"; it takes one value, "--vary" takes several`);
  if (id in before) throw new RangeError(`--set ${id} is given twice`);
  return { ...before, [id]: values[0]! };
}

function varyValues(text: string, before: readonly Variation[]): readonly Variation[] {
  return [...before, assignment('--vary', text)];
}

function assignment(option: string, text: string): Variation {
  const at = text.indexOf('=');
  const parts = at < 1 ? [] : text.slice(at + 1).split(',');
  const values = parts.map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  if (values.length === 0 || !values.every(Number.isFinite)) throw new RangeError(`${option} is "${text}"; it must look like ${option} police.calmRisk01=0.5`);
  return { id: text.slice(0, at), values };
}
