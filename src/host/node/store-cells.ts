/** Lines of the journal: cells that were run, cells that failed, and what happened to the run itself. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ParameterValues } from '../../base/parameter.ts';
import { cellAt, pairOf, type Cell } from '../../experiment/design.ts';
import { cellDigest } from '../../experiment/design-digest.ts';
import type { PartingSide } from '../../experiment/divergence.ts';
import type { PairResult } from '../../experiment/pairs.ts';
import { forceSeries } from '../../experiment/force-series.ts';
import type { RunSummary } from '../../experiment/summary.ts';
import { readJournal, writtenNumber, type JournalState } from './store-journal.ts';
import { storePath } from './store.ts';
import { designOf, type Plan } from './store-plan.ts';

/** A number as the journal writes it: text where JSON has no word for it. */
type Written = number | string;

interface ArmLine {
  readonly arm: string;
  readonly digest: string;
  readonly quantities: Readonly<Record<string, Written>>;
  /** hours, places and days of the series in `packed` */
  readonly shape: readonly [hours: number, places: number, days: number];
  /** series and decisions: base64 of raw deflate */
  readonly packed: string;
}

export interface DoneLine extends Cell {
  readonly kind: 'done';
  /** time it took here, by a clock that only goes forward; no part of the result */
  readonly seconds: number;
  /** SHA-256 of everything the cell says */
  readonly digest: string;
  /** values in the order of the plan's parameters */
  readonly parameters: readonly Written[];
  /** the published form of each mechanism that has several */
  readonly variants: PairResult['variants'];
  readonly divergence: PairResult['divergence'];
  readonly observed: Readonly<Record<string, Written>>;
  readonly arms: readonly ArmLine[];
}

export interface FailedLine extends Cell {
  readonly kind: 'failed';
  readonly seconds: number;
  readonly message: string;
  /** what to type to see it again */
  readonly replay: string;
  /** the thread that ran it died twice, rather than the model refusing */
  readonly crashed: boolean;
}

/** A process began or ended work on the folder; times of the wall clock are for people only. */
export interface RunLine {
  readonly kind: 'begun' | 'ended';
  readonly at: string;
  readonly pid: number;
  readonly host: string;
  readonly engineVersion: string;
  readonly nodeVersion: string;
  readonly threads: number;
  /** of an end: `finished`, `paused`, `stopped`; a run without an end was killed, or the computer refused */
  readonly how?: string;
}

export type JournalLine = DoneLine | FailedLine | RunLine;

/** Everything a journal says about a plan; the last line about a cell counts. */
export interface JournalContents extends JournalState {
  readonly done: ReadonlyMap<number, DoneLine>;
  readonly failed: ReadonlyMap<number, FailedLine>;
  readonly runs: readonly RunLine[];
}

export function doneLine(cell: Cell, values: ParameterValues, result: PairResult, seconds: number): DoneLine {
  return {
    kind: 'done',
    ...cell,
    seconds,
    digest: cellDigest(cell, values, result),
    parameters: Object.values(values),
    variants: result.variants,
    divergence: result.divergence,
    observed: result.observed,
    arms: result.arms.map(armLine),
  };
}

/** The result of a line, as it was when the cell was run. @param values by parameter id */
export function resultOf(line: DoneLine, plan: Plan): { readonly cell: Cell; readonly values: ParameterValues; readonly result: PairResult } {
  const { cell, row, setting, replicate, seed } = line;
  return {
    cell: { cell, row, setting, replicate, seed },
    values: Object.fromEntries(plan.parameters.map((p, i) => [p.id, Number(line.parameters[i])])),
    result: {
      pair: pairOf(designOf(plan), cell),
      seed,
      variants: line.variants,
      arms: line.arms.map(summaryOf),
      divergence: partingOf(line.divergence),
      observed: numbers(line.observed),
    },
  };
}

/** The digest a line should carry, from what it says; why not, when it cannot be read. */
export function digestOfLine(line: DoneLine, plan: Plan): { readonly digest: string } | { readonly problem: string } {
  try {
    const { cell, values, result } = resultOf(line, plan);
    return { digest: cellDigest(cell, values, result) };
  } catch (error) {
    return { problem: `cannot be read: ${(error as Error).message}` };
  }
}

/** Read the journal of a folder, while another process writes it or not. @cost memory of the journal itself, about 10 kB a cell for a world of six states */
export function readCells(folder: string, plan: Plan): JournalContents {
  const done = new Map<number, DoneLine>();
  const failed = new Map<number, FailedLine>();
  const runs: RunLine[] = [];
  const foreign: number[] = [];
  const design = designOf(plan);
  const state = readJournal(storePath(folder, 'journal'), (entry, line) => {
    const found = entry as JournalLine;
    if (isRunLine(found)) {
      runs.push(found);
      return;
    }
    if (!isOfPlan(found, design)) {
      foreign.push(line);
      return;
    }
    done.delete(found.cell);
    failed.delete(found.cell);
    if (found.kind === 'done') done.set(found.cell, found);
    else failed.set(found.cell, found);
  });
  return { ...state, damaged: [...state.damaged, ...foreign].sort((a, b) => a - b), done, failed, runs };
}

function isRunLine(line: JournalLine): line is RunLine {
  return line.kind === 'begun' || line.kind === 'ended';
}

/** A line of another plan's journal has a sound checksum too. */
function isOfPlan(line: Cell, design: ReturnType<typeof designOf>): boolean {
  try {
    const { row, setting, replicate, seed } = cellAt(design, line.cell);
    return row === line.row && setting === line.setting && replicate === line.replicate && seed === line.seed;
  } catch {
    return false;
  }
}

/** Both sides with numbers as numbers. */
function partingOf({ hour, left, right }: PairResult['divergence']): PairResult['divergence'] {
  const read = (side: PartingSide): PartingSide => ({ ...side, ...(side.value !== undefined && { value: Number(side.value) }) });
  return { hour, ...(left && { left: read(left) }), ...(right && { right: read(right) }) };
}

function numbers(written: Readonly<Record<string, Written>>): Record<string, number> {
  return Object.fromEntries(Object.entries(written).map(([name, value]) => [name, Number(value)]));
}

function armLine(arm: RunSummary): ArmLine {
  const places = arm.dailyCrowd.length;
  const days = arm.dailyCrowd[0]?.length ?? 0;
  const series = [arm.turnout, arm.outOnDay, arm.placesLost, ...arm.forces, ...arm.dailyCrowd];
  const floats = series.reduce((sum, one) => sum + one.length, 0);
  const decisions = new TextEncoder().encode(JSON.stringify(arm.decisions, writtenNumber));
  const bytes = new Uint8Array(floats * 4 + 2 * places * days + decisions.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const one of series)
    for (const value of one) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  for (const one of [...arm.dailyLost, ...arm.dailyControl]) {
    bytes.set(one, at);
    at += one.length;
  }
  bytes.set(decisions, at);
  return {
    arm: arm.arm,
    digest: arm.digest,
    quantities: arm.quantities,
    shape: [arm.turnout.length, places, days],
    packed: deflateRawSync(bytes).toString('base64'),
  };
}

/** A journal that says it holds more in one arm is none of ours. */
const largestArmBytes = 256 * 2 ** 20;

function summaryOf(line: ArmLine): RunSummary {
  const [hours, places, days] = line.shape;
  const bytes = inflateRawSync(Buffer.from(line.packed, 'base64'), { maxOutputLength: largestArmBytes });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const floats = (count: number) => {
    const from = at;
    at += count * 4;
    return Float32Array.from({ length: count }, (_, i) => view.getFloat32(from + 4 * i, true));
  };
  const [turnout, outOnDay, placesLost] = [floats(hours), floats(hours), floats(hours)];
  const forces = forceSeries.map(() => floats(hours));
  const dailyCrowd = Array.from({ length: places }, () => floats(days));
  const codes = () =>
    Array.from({ length: places }, () => {
      const from = at;
      at += days;
      return Uint8Array.from(bytes.subarray(from, from + days));
    });
  const [dailyLost, dailyControl] = [codes(), codes()];
  const decisions = (JSON.parse(bytes.toString('utf8', at)) as { because: Record<string, Written> }[]).map((d) => ({ ...d, because: numbers(d.because) }));
  return {
    arm: line.arm,
    digest: line.digest,
    quantities: numbers(line.quantities),
    turnout,
    outOnDay,
    placesLost,
    dailyCrowd,
    dailyLost,
    dailyControl,
    forces,
    decisions: decisions as unknown as RunSummary['decisions'],
  };
}
