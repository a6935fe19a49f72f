import type { Command } from 'commander';
import { sideText, type Parting } from '../experiment/divergence.ts';
import { seedOf, valuesOf } from '../experiment/pairs.ts';
import { why, type SubjectNames } from '../experiment/why.ts';
import { noScenario, prepareComparison, quoted } from '../host/node/comparison.ts';
import { findScenario } from '../host/node/files.ts';
import { isRunFolder, whyInFolder, type AnsweredCell, type FailedCell } from '../host/node/why-cell.ts';
import { renderExplanations } from '../report/explanations.ts';
import { hourText } from './hours.ts';
import { wholeNumber } from './problems.ts';
import { columnsOf, say, wrapped } from './words.ts';

interface WhyOptions extends SubjectNames {
  arm?: string;
  seed?: number;
  pair?: number;
  at?: string;
  json?: boolean;
}

/** `unrest why NAME`: the rule behind one decision, its terms, and what would have turned it. */
export function whyVerb(program: Command): void {
  program
    .command('why')
    .argument('<run>', 'run folder; or a scenario: name, folder or scenario.yaml')
    .option('--government <country>', 'a government: key, ISO letters or name')
    .option('--member <country>', 'a member of the alliance that is asked to send')
    .option('--unit <number>', 'a unit: its number in the log, or its key')
    .option('--place <name>', 'a place: key or name')
    .option('--person <place:number>', 'one person of a place, by number')
    .option('--at <moment>', 'local date and time, or "day 4 18:00" (default: the first decision on record)')
    .option('--arm <id>', 'arm (default: the first)')
    .option('--seed <n>', 'seed, for a scenario (default: 1); a run folder has its own', wholeNumber('--seed', 0, 1_000_000_000))
    .option(
      '--pair <n>',
      'number of the pair (default: of a run folder, the first in which the arms part; of a scenario, the stated values, as "run" takes them)',
      wholeNumber('--pair', 0, 1_000_000_000),
    )
    .option('--json', 'as JSON')
    .description(
      'Why a government, a member, a unit, a place or a person decided as it did: terms, thresholds, draw, and what would have turned the answer. Of a run folder it ends with 1 when the pair failed or is not what was kept.',
    )
    .action((name: string, options: WhyOptions) => (isRunFolder(name) ? ofFolder(name, options) : ofScenario(name, options)));
}

function ofScenario(name: string, options: WhyOptions): void {
  if (!findScenario(name)) throw new RangeError(`${noScenario(name)}; and no run folder, for it has no plan.json`);
  const { scenario, arms } = prepareComparison({ scenario: name, armIds: options.arm ? [options.arm] : [] });
  const { seed: base = 1, pair } = options;
  if (pair !== undefined) wholeNumber('--pair', 0, 1_000_000)(String(pair));
  const answer = why({
    scenario,
    arm: arms[0]!,
    seed: pair === undefined ? base : seedOf(base, pair),
    values: valuesOf(scenario, base, pair ?? 0, pair !== undefined),
    logCommand: [
      `unrest run ${quoted(name)}`,
      ...(base === 1 ? [] : [`--seed ${base}`]),
      ...(pair === undefined ? [] : [`--draw ${pair}`]),
      ...(options.arm === undefined ? [] : [`--arm ${arms[0]!.id}`]),
    ].join(' '),
    ...questionOf(options),
  });
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ scenario: scenario.name, arm: arms[0]!.id, ...answer })}\n`
      : renderExplanations(answer, `${scenario.title}\narm: ${arms[0]!.title}; seed ${answer.seed}`, (hour) => hourText(scenario, hour)),
  );
}

function questionOf({ at, government, member, unit, place, person }: WhyOptions) {
  const subject: SubjectNames = {
    ...(government && { government }),
    ...(member && { member }),
    ...(unit && { unit }),
    ...(place && { place }),
    ...(person && { person }),
  };
  return { subject, ...(at !== undefined && { at }) };
}

function ofFolder(folder: string, options: WhyOptions): void {
  if (options.seed !== undefined) throw new RangeError(`--seed is for scenarios; the runs of ${folder} have the seed of their plan: leave it out`);
  const { pair, arm: armId } = options;
  const found = whyInFolder({ folder, ...questionOf(options), ...(pair !== undefined && { pair }), ...(armId !== undefined && { armId }) });
  process.exitCode = 'failure' in found || found.differences.length > 0 ? 1 : 0;
  if (options.json) process.stdout.write(`${JSON.stringify(asData(folder, found))}\n`);
  else if ('failure' in found) tellFailure(folder, found);
  else tell(folder, found);
}

function asData(folder: string, found: AnsweredCell | FailedCell) {
  const { plan, pair, choice, stored } = found;
  const said = { folder, scenario: plan.name, arm: stored.arm.id, pair, ...(choice && { choice }), ...stored.cell, setting: stored.setting };
  if ('failure' in found) return { ...said, failure: found.failure.message, replay: found.failure.replay };
  return { ...said, isAsKept: found.differences.length === 0, differences: found.differences, notes: found.notes, ...found.answer };
}

function tellFailure(folder: string, { pair, choice, failure }: FailedCell): void {
  if (choice) say(process.stderr, `no --pair was given, and all ${choice.run} pairs that were run failed; pair ${pair} is the first`);
  say(process.stderr, `pair ${pair} of ${folder} failed, so there is nothing to explain: ${failure.message}`);
  say(process.stderr, `  replay: ${failure.replay}`);
}

function tell(folder: string, { plan, pair, choice, stored, answer, differences, notes }: AnsweredCell): void {
  const { arm, cell, setting, scenario } = stored;
  const clock = (hour: number) => hourText(scenario, hour);
  const run = [`arm: ${arm.title}`, `seed ${cell.seed}`, `cell ${cell.cell}, row ${cell.row}, replicate ${cell.replicate}${setting && `, ${setting}`}`];
  const heading = [
    plan.title,
    `pair ${pair} of ${folder}; ${run.join('; ')}`,
    ...(choice ? choiceWords(pair, choice, plan.arms, clock) : []),
    ...notes.map((note) => `note: ${note}`),
    ...(differences.length === 0
      ? [`as kept: this history has the digest in the journal, ${answer.digest!}`]
      : [
          ...differences.map(({ what, kept, found }) => `NOT as kept: ${what}: ${kept} -> ${found}`),
          'What follows is about the history as it runs here, not about the one that was kept.',
        ]),
  ];
  const lines = heading.map((line) => wrapped(line, columnsOf(process.stdout), '  ')).join('');
  process.stdout.write(renderExplanations(answer, lines.trimEnd(), clock));
}

const othersNamed = 12;

/** Which pair was taken when nobody named one, and why. */
function choiceWords(
  pair: number,
  { run, parting, others }: NonNullable<AnsweredCell['choice']>,
  arms: readonly string[],
  clock: (hour: number) => string,
): readonly string[] {
  const of = `no --pair was given: of ${run} pairs that were run, pair ${pair} is the first`;
  if (!parting) return [arms.length > 1 ? `${of} that ended; ${arms[0]!} and ${arms[1]!} part in none` : `${of} that ended`];
  const more = others.length > othersNamed ? ' and others' : '';
  const also = others.length === 0 ? 'they do in no other' : `so they do in ${others.slice(0, othersNamed).join(', ')}${more}`;
  return [`${of} in which ${arms[0]!} and ${arms[1]!} part; ${also}`, `first difference, ${clock(parting.hour)}: ${sidesText(parting, arms)}`];
}

function sidesText({ left, right }: Parting, arms: readonly string[]): string {
  return [left, right].map((side, a) => `${arms[a]!}: ${side ? sideText(side) : 'nothing logged'}`).join('; ');
}
