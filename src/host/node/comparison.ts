/** A comparison on this computer: load scenario, record and arms, run its pairs, collect results and failures. */
import { nearest } from '../../base/suggest.ts';
import { checkDesign, pairOf, type Design } from '../../experiment/design.ts';
import { parametersOf, seedOf, type PairFailure, type PairResult } from '../../experiment/pairs.ts';
import { vocabulary } from '../../mechanisms/registry.ts';
import { folderOf } from '../../scenario/files.ts';
import { parseScenario } from '../../scenario/load.ts';
import { parseRecord } from '../../scenario/load-record.ts';
import type { Observation, ScenarioRecord } from '../../scenario/record.ts';
import type { Arm, ScenarioSpec } from '../../scenario/types.ts';
import { runCells, startThread } from './executor.ts';
import { answererOf, answerHere } from './executor-answer.ts';
import { systemClock } from './executor-clock.ts';
import { findScenario, scenarioNames, type ScenarioPlace } from './files.ts';

export interface ComparisonOrder {
  readonly scenario: string;
  readonly armIds: readonly string[];
  readonly seed: number;
  readonly pairs: number;
  readonly threads: number;
}

export interface PreparedComparison {
  readonly scenario: ScenarioSpec;
  readonly record: ScenarioRecord | undefined;
  readonly observations: readonly Observation[];
  readonly arms: readonly Arm[];
  readonly clockHour: number;
}

/** Hour from which "within 7, 14, 28 days" counts: the fifth midnight, 6 January 00:00 for a run from 2 January. */
export const defaultClockHour = 96;

/** The same for a run that may end before it. */
export function clockHourOf(scenario: Pick<ScenarioSpec, 'hours'>): number {
  return Math.min(defaultClockHour, scenario.hours);
}

/**
 * @throws RangeError when scenario or arm do not exist
 * @throws ScenarioError with all issues of the files
 */
export function prepareComparison(order: Pick<ComparisonOrder, 'scenario' | 'armIds'>): PreparedComparison {
  const found = findScenario(order.scenario);
  if (!found) throw new RangeError(noScenario(order.scenario));
  return prepareFrom(found, order.armIds);
}

/** The same from files that were already found. @throws RangeError, ScenarioError */
export function prepareFrom(found: Pick<ScenarioPlace, 'reader' | 'path'>, armIds: readonly string[]): PreparedComparison {
  const scenario = parseScenario(found.reader, found.path, vocabulary());
  const recordPath = `${folderOf(found.path)}record.yaml`;
  const record = found.reader.read(recordPath) ? parseRecord(found.reader, recordPath, scenario) : undefined;
  const known = scenario.arms.length > 0 ? scenario.arms : [{ id: 'as-it-was', title: 'As it was', do: [] }];
  const wanted = armIds.length > 0 ? armIds : known.slice(0, 2).map((a) => a.id);
  const arms = wanted.map((id) => {
    const arm = known.find((a) => a.id === id);
    if (!arm)
      throw new RangeError(
        `no arm "${id}" in ${scenario.name}${didYouMean(
          id,
          known.map((a) => a.id),
        )}; it has ${known.map((a) => a.id).join(', ')}`,
      );
    return arm;
  });
  return { scenario, record, observations: record?.observations ?? [], arms, clockHour: clockHourOf(scenario) };
}

export function isFailure(answer: PairResult | PairFailure): answer is PairFailure {
  return 'message' in answer;
}

/**
 * Run pairs `first` … `first + order.pairs - 1`: a plain design that is kept in memory. Order of completion
 * does not matter: results come back sorted, and every number in them depends on the pair alone.
 */
export async function runComparison(
  prepared: PreparedComparison,
  order: ComparisonOrder,
  first: number,
  onDone: (done: number) => void,
): Promise<(PairResult | PairFailure)[]> {
  const design: Design = { seed: order.seed, first, rows: order.pairs, replicates: 1, set: {}, vary: [] };
  checkDesign(design, parametersOf(prepared.scenario));
  const answers: (PairResult | PairFailure)[] = [];
  const threads = Math.min(order.threads, order.pairs);
  const answer = answererOf(prepared, design);
  await runCells({
    cells: Array.from({ length: order.pairs }, (_, cell) => cell),
    threads,
    startThread: () => (threads === 1 ? answerHere(answer) : startThread({ from: 'scenario', scenario: order.scenario, armIds: order.armIds, design })),
    clock: systemClock,
    onAnswer: (answer) => {
      answers.push('message' in answer ? failureOf(order, pairOf(design, answer.cell), answer.message) : answer.result);
      onDone(answers.length);
    },
  });
  return answers.sort((a, b) => a.pair - b.pair);
}

/** A pair that broke, with the command that shows it again. */
function failureOf(order: ComparisonOrder, pair: number, message: string): PairFailure {
  const arms = order.armIds.length > 0 ? ` --arms ${order.armIds.join(',')}` : '';
  return {
    pair,
    seed: seedOf(order.seed, pair),
    message,
    replay: `unrest compare ${quoted(order.scenario)} --seed ${order.seed} --first ${pair} --pairs 1${arms}`,
  };
}

/** What to say when a scenario cannot be found. */
export function noScenario(name: string): string {
  return `no scenario "${name}"${didYouMean(name, scenarioNames())}: neither a folder with a scenario.yaml nor one of ${scenarioNames().join(', ')}`;
}

function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}

/** A name as a shell takes it in one piece. */
export function quoted(name: string): string {
  return /^[\w./-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
}
