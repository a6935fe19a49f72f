/** Why somebody decided as he did in one cell of a run folder, and whether the history asked about is the one that was kept. */
import { existsSync } from 'node:fs';
import { countCells, pairOf } from '../../experiment/design.ts';
import type { Parting } from '../../experiment/divergence.ts';
import { why, type WhyAnswer, type WhyRequest } from '../../experiment/why.ts';
import { canonical } from '../../scenario/hash.ts';
import { quoted, type PreparedComparison } from './comparison.ts';
import { digestOfLine, readCells, type DoneLine, type FailedLine, type JournalContents } from './store-cells.ts';
import { storedCell, type StoredCell } from './store-cell.ts';
import { designOf, otherVersion, prepareInputs, readPlan, type Plan } from './store-plan.ts';
import { storeFiles, storePath } from './store.ts';
import type { Difference } from './verify.ts';

export interface CellQuestion extends Pick<WhyRequest, 'at' | 'subject'> {
  readonly folder: string;
  /** number of the pair as the report counts them; absent = one is chosen */
  readonly pair?: number;
  /** absent = the plan's first */
  readonly armId?: string;
}

/** How a pair was chosen that nobody named. */
export interface PairChoice {
  /** pairs that were run, those that failed too */
  readonly run: number;
  /** where the first two arms of the chosen pair part; absent = they part in no pair, or there is one arm */
  readonly parting?: Parting;
  /** the other pairs in which they part */
  readonly others: readonly number[];
}

interface Asked {
  readonly plan: Plan;
  readonly pair: number;
  readonly stored: StoredCell;
  /** absent when the pair was named */
  readonly choice?: PairChoice;
}

export interface AnsweredCell extends Asked {
  readonly answer: WhyAnswer;
  /** the history is explained as it was run here; each of these says that it is not the one that was kept */
  readonly differences: readonly Difference[];
  /** remarks that are no differences */
  readonly notes: readonly string[];
}

export interface FailedCell extends Asked {
  readonly failure: FailedLine;
}

/** Whether a path is, or was meant to be, a run folder. */
export function isRunFolder(path: string): boolean {
  return (['plan', 'journal', 'inputs'] as const).some((file) => existsSync(storePath(path, file)));
}

/**
 * Run one arm of a cell again, with the folder's own scenario, and let the rules of an hour explain themselves.
 * @throws RangeError when the folder is none or was changed, when it lacks the pair or arm, or when `why` refuses the question
 */
export function whyInFolder({ folder, pair: named, armId, at, subject }: CellQuestion): AnsweredCell | FailedCell {
  const plan = readPlan(folder);
  const version = otherVersion(folder, plan);
  const prepared = inputsOf(folder, plan, version);
  const contents = readCells(folder, plan);
  const firstPair = pairOf(designOf(plan), 0);
  const { line, choice } = named === undefined ? chosenLine(folder, plan, contents) : { line: lineOf(folder, plan, contents, named), choice: undefined };
  const pair = firstPair + line.cell;
  const stored = storedCell(folder, plan, prepared, line.cell, armId);
  const asked: Asked = { plan, pair, stored, ...(choice && { choice }) };
  if (line.kind === 'failed') return { ...asked, failure: line };
  const written = digestOfLine(line, plan);
  if ('problem' in written)
    throw new RangeError(
      `${storeFiles.journal} of ${folder}: the line of pair ${pair} ${written.problem}; "unrest verify ${quoted(folder)}" says what else is`,
    );
  const { scenario, arm, cell, values } = stored;
  const logCommand = `unrest replay ${quoted(folder)} ${cell.cell}${armId === undefined ? '' : ` --arm ${arm.id}`}`;
  const answer = why({ scenario, arm, seed: cell.seed, values, subject, logCommand, toTheEnd: true, ...(at !== undefined && { at }) });
  const differences = [
    ...(written.digest === line.digest ? [] : [{ what: 'the line of the journal', kept: line.digest, found: written.digest }]),
    ...otherInputs(line, plan, stored, answer),
    ...otherHistory(line, stored, answer),
  ];
  return { ...asked, answer, differences, notes: version === undefined ? [] : [version] };
}

/** The folder's own inputs; those of another version may no longer be readable, which is then the reason. */
function inputsOf(folder: string, plan: Plan, version: string | undefined): PreparedComparison {
  try {
    return prepareInputs(folder, plan);
  } catch (error) {
    if (version === undefined || !(error instanceof Error)) throw error;
    throw new RangeError(`${version}, which cannot use its inputs: ${error.message}`);
  }
}

function lineOf(folder: string, plan: Plan, contents: JournalContents, pair: number): DoneLine | FailedLine {
  const design = designOf(plan);
  const [first, last] = [pairOf(design, 0), pairOf(design, countCells(design) - 1)];
  if (pair < first || pair > last) throw new RangeError(`there is no pair ${pair} in ${folder}; it has the pairs ${first} to ${last}`);
  const line = contents.done.get(pair - first) ?? contents.failed.get(pair - first);
  if (!line) throw new RangeError(`pair ${pair} of ${folder} has no result: ${whyMissing(folder, plan, contents)}`);
  return line;
}

function whyMissing(folder: string, plan: Plan, { damaged, done, failed }: JournalContents): string {
  const lines = damaged.length === 0 ? '' : ` ${storeFiles.journal} is damaged in line ${damaged.join(', ')}, and the cells of such lines count as not run;`;
  return `${done.size + failed.size} of ${plan.cells} pairs are run;${lines} "unrest exec ${quoted(folder)}" runs what is missing`;
}

/** The first pair in which the arms part; else the first that ended; else the first that failed. */
function chosenLine(folder: string, plan: Plan, contents: JournalContents): { readonly line: DoneLine | FailedLine; readonly choice: PairChoice } {
  const sorted = <T extends DoneLine | FailedLine>(lines: ReadonlyMap<number, T>) => [...lines.values()].sort((a, b) => a.cell - b.cell);
  const done = sorted(contents.done);
  // a line that cannot be read as a result has no divergence either
  const parted = done.filter((line) => (line.divergence as Parting | undefined)?.hour !== undefined && line.divergence.hour >= 0);
  const line = parted[0] ?? done[0] ?? sorted(contents.failed)[0];
  if (!line) throw new RangeError(`nothing is run in ${folder} yet: ${whyMissing(folder, plan, contents)}`);
  const others = parted.slice(1).map(({ cell }) => pairOf(designOf(plan), cell));
  return { line, choice: { run: done.length + contents.failed.size, ...(parted[0] && { parting: parted[0].divergence }), others } };
}

/** Parameters and published forms that are not those the plan gives the cell. */
function otherInputs(line: DoneLine, plan: Plan, { values }: StoredCell, { variants }: WhyAnswer): Difference[] {
  const kept = new Map(plan.parameters.map(({ id }, i) => [id, Number(line.parameters[i])]));
  const moved = [...new Set([...kept.keys(), ...Object.keys(values)])].filter((id) => !Object.is(kept.get(id), values[id]));
  const told = (value: number | undefined) => (value === undefined ? 'absent' : String(value));
  return [
    ...moved.map((id) => ({ what: `the parameter ${id}`, kept: told(kept.get(id)), found: told(values[id]) })),
    ...(canonical(line.variants) === canonical(variants) ? [] : [{ what: 'the published forms', kept: canonical(line.variants), found: canonical(variants) }]),
  ];
}

function otherHistory(line: DoneLine, { armIndex }: StoredCell, { digest }: WhyAnswer): Difference[] {
  const kept = line.arms[armIndex]?.digest;
  return kept === digest ? [] : [{ what: 'the digest of the history', kept: kept ?? 'none', found: digest! }];
}
