/** Runs what is missing in a run folder, and keeps it so that nothing but the cells in flight can be lost. */
import { existsSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { engineVersion } from '../../base/version.ts';
import { cellAt } from '../../experiment/design.ts';
import { quoted } from './comparison.ts';
import { runCells, startThread, type CellAnswer, type Ending, type Thread } from './executor.ts';
import { systemClock, type Clock } from './executor-clock.ts';
import { StoreRefusal, storePath } from './store.ts';
import { doneLine, readCells, type FailedLine, type JournalContents, type RunLine } from './store-cells.ts';
import { Journal } from './store-journal.ts';
import { takeLock } from './store-lock.ts';
import { digestOfCells, readManifest, writeResults } from './store-manifest.ts';
import { designOf, prepareStored, readPlan, type Plan } from './store-plan.ts';

/** At most so many answers, or so many seconds of answers, wait for the disk. */
const chunkCells = 16;
const chunkSeconds = 1;
/** Seconds between two looks for a request to pause. */
const lookSeconds = 0.25;

export interface FolderWork {
  readonly folder: string;
  readonly threads: number;
  /** run cells again that failed */
  readonly failedToo?: boolean;
  /** refuse a folder in which nothing was begun, or nothing is left */
  readonly mustGoOn?: boolean;
  readonly stop?: AbortSignal;
  readonly onStart?: (start: FolderStart) => void;
  readonly onProgress?: (done: number, seconds: number) => void;
  readonly onFailure?: (failure: FailedLine) => void;
  readonly clock?: Clock;
  readonly startThread?: () => Thread;
}

export interface FolderStart {
  readonly plan: Plan;
  readonly kept: number;
  readonly toRun: number;
  readonly threads: number;
  /** what was found broken and set right */
  readonly notes: readonly string[];
}

export interface FolderEnding {
  readonly plan: Plan;
  readonly ending: Ending;
  /** cells run by this call */
  readonly ran: number;
  readonly done: number;
  readonly failed: number;
  readonly remaining: number;
  /** of all cells, once none remains */
  readonly digest: string | undefined;
}

/** Numbers of the cells a journal does not have. */
export function missingCells(plan: Plan, contents: Pick<JournalContents, 'done' | 'failed'>, failedToo = false): number[] {
  return Array.from({ length: plan.cells }, (_, cell) => cell).filter((cell) => !contents.done.has(cell) && (failedToo || !contents.failed.has(cell)));
}

/** A folder of which nothing is missing: all cells run, and results written from exactly these cells. */
export function isFinished(folder: string, plan: Plan, contents: JournalContents): boolean {
  const hasResults = existsSync(storePath(folder, 'results')) && existsSync(storePath(folder, 'turnout'));
  return hasResults && missingCells(plan, contents).length === 0 && readManifest(folder)?.digest === digestOfCells(plan, contents);
}

/**
 * Run the cells a folder lacks; when none remains, write the results.
 * @throws RangeError  when it is no run folder, when another process runs it, or when `mustGoOn` finds nothing to go on with
 * @throws StoreRefusal when the computer refuses; the folder stays readable and can be resumed
 */
export async function runFolder(work: FolderWork): Promise<FolderEnding> {
  const { folder } = work;
  const plan = readPlan(folder);
  prepareStored(folder, plan);
  const before = readCells(folder, plan);
  if (work.mustGoOn) refuseNothing(work, plan, before);
  if (isFinished(folder, plan, before) && !(work.failedToo && before.failed.size > 0)) return endingOf(plan, before, 'finished', 0);
  const clock = work.clock ?? systemClock;
  const lock = takeLock(folder, clock.wallTime());
  try {
    // another process may have worked since
    const contents = readCells(folder, plan);
    const missing = missingCells(plan, contents, work.failedToo);
    const threads = Math.max(1, Math.min(work.threads, missing.length));
    const notes = [
      ...(lock.tookOver ? [`process ${lock.tookOver.pid}, which ran this folder, is gone; its lock was taken over`] : []),
      ...(contents.tornBytes > 0
        ? [`the journal ended in the middle of a line (${contents.tornBytes} bytes); that line is dropped and its cell run again`]
        : []),
      ...contents.damaged.map((line) => `line ${line} of the journal is damaged; its cell is run again`),
    ];
    rmSync(storePath(folder, 'pause'), { force: true });
    work.onStart?.({ plan, kept: plan.cells - missing.length, toRun: missing.length, threads, notes });
    const { ending, ran } =
      missing.length > 0 ? await runMissing({ ...work, clock, threads }, plan, contents, missing) : { ending: 'finished' as const, ran: 0 };
    const after = readCells(folder, plan);
    const ended = endingOf(plan, after, ending, ran);
    if (ending === 'finished' && ended.remaining > 0)
      throw new StoreRefusal(`${storePath(folder, 'journal')} lacks ${ended.remaining} cells that were just run: somebody else changed the folder`, undefined);
    if (ended.remaining === 0) withAdvice(folder, plan, plan.cells, () => writeResults(folder, plan, after));
    return ended;
  } finally {
    lock.release();
  }
}

function refuseNothing(work: FolderWork, plan: Plan, contents: JournalContents): void {
  const name = quoted(work.folder);
  if (contents.runs.length === 0) throw new RangeError(`nothing to resume in ${work.folder}: no cell was run yet; begin with "unrest exec ${name}"`);
  if (!isFinished(work.folder, plan, contents)) return;
  if (!work.failedToo)
    throw new RangeError(
      `nothing to resume in ${work.folder}: all ${plan.cells} cells are there${contents.failed.size > 0 ? `, ${contents.failed.size} of them failed; "--failed" runs those again` : ''}`,
    );
  if (contents.failed.size === 0) throw new RangeError(`nothing to resume in ${work.folder}: all ${plan.cells} cells are there and none failed`);
}

function endingOf(plan: Plan, contents: JournalContents, ending: Ending, ran: number): FolderEnding {
  const remaining = missingCells(plan, contents).length;
  // a pause that came when the last cell was in flight kept nobody from finishing
  const how = remaining === 0 ? 'finished' : ending;
  const digest = remaining === 0 ? digestOfCells(plan, contents) : undefined;
  return { plan, ending: how, ran, done: contents.done.size, failed: contents.failed.size, remaining, digest };
}

type Running = FolderWork & { readonly clock: Clock };

async function runMissing(
  work: Running,
  plan: Plan,
  contents: JournalContents,
  missing: readonly number[],
): Promise<{ readonly ending: Ending; readonly ran: number }> {
  const { folder, clock } = work;
  const journal = new Journal(storePath(folder, 'journal'), contents);
  const pause = new AbortController();
  const stop = new AbortController();
  const stopToo = () => stop.abort();
  work.stop?.addEventListener('abort', stopToo);
  if (work.stop?.aborted) stop.abort();
  let refusal: unknown;
  let flushed = clock.seconds();
  let saved = 0;
  const flush = () => {
    const waiting = journal.unsaved;
    journal.flush();
    saved += waiting;
    flushed = clock.seconds();
  };
  const looks = setInterval(() => {
    if (existsSync(storePath(folder, 'pause'))) pause.abort();
    try {
      if (clock.seconds() - flushed >= chunkSeconds) flush();
    } catch (error) {
      refusal ??= error;
      stop.abort();
    }
  }, lookSeconds * 1000);
  let done = 0;
  try {
    journal.append(runLine(work, 'begun'));
    flush();
    saved = 0;
    const ending = await runCells({
      cells: missing,
      threads: work.threads,
      startThread: work.startThread ?? (() => startThread({ from: 'folder', folder })),
      clock,
      pause: pause.signal,
      stop: stop.signal,
      onAnswer: (answer) => {
        const line = lineFor(answer, plan, folder);
        journal.append(line);
        if (journal.unsaved >= chunkCells || clock.seconds() - flushed >= chunkSeconds) flush();
        if (line.kind === 'failed') work.onFailure?.(line);
        work.onProgress?.(++done, answer.seconds);
      },
    });
    if (refusal !== undefined) throw refusal;
    flush();
    journal.append(runLine(work, 'ended', ending));
    return { ending, ran: done };
  } catch (error) {
    throw advised(error, folder, plan, plan.cells - missing.length + saved);
  } finally {
    clearInterval(looks);
    work.stop?.removeEventListener('abort', stopToo);
    rmSync(storePath(folder, 'pause'), { force: true });
    closeQuietly(journal);
  }
}

/** A refusal of the computer with what is kept and how to go on; anything else as it is. */
function advised(error: unknown, folder: string, plan: Plan, kept: number): unknown {
  if (!(error instanceof StoreRefusal)) return error;
  return new StoreRefusal(`${error.message}. Of ${plan.cells} cells ${kept} are kept. When that is mended: unrest resume ${quoted(folder)}`, error.cause);
}

function withAdvice(folder: string, plan: Plan, kept: number, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw advised(error, folder, plan, kept);
  }
}

/** The end is noted where it can be; what could not be written was said already. */
function closeQuietly(journal: Journal): void {
  try {
    journal.close();
  } catch (error) {
    if (!(error instanceof StoreRefusal)) throw error;
  }
}

function lineFor(answer: CellAnswer, plan: Plan, folder: string) {
  const cell = cellAt(designOf(plan), answer.cell);
  if (!('message' in answer)) return doneLine(cell, answer.values, answer.result, answer.seconds);
  const failed: FailedLine = {
    kind: 'failed',
    ...cell,
    seconds: answer.seconds,
    message: answer.message,
    replay: `unrest replay ${quoted(folder)} --cell ${cell.cell}`,
    crashed: answer.crashed,
  };
  return failed;
}

function runLine(work: Running, kind: RunLine['kind'], how?: string): RunLine {
  return {
    kind,
    at: work.clock.wallTime(),
    pid: process.pid,
    host: hostname(),
    engineVersion,
    nodeVersion: process.versions.node,
    threads: work.threads,
    ...(how === undefined ? {} : { how }),
  };
}
