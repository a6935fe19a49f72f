/** Cells on worker threads: hands them out, survives threads that die, stops when asked. */
import { setMaxListeners, type EventEmitter } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ParameterValues } from '../../base/parameter.ts';
import type { Design } from '../../experiment/design.ts';
import type { PairResult } from '../../experiment/pairs.ts';
import type { Clock } from './executor-clock.ts';
import { StoreRefusal } from './store.ts';

/** What a thread loads before it answers cells. */
export type ThreadOrder =
  | { readonly from: 'folder'; readonly folder: string }
  | { readonly from: 'scenario'; readonly scenario: string; readonly armIds: readonly string[]; readonly design: Design };

/** As much of a worker thread as is used here. */
export interface Thread extends EventEmitter {
  postMessage(cell: number): void;
  terminate(): Promise<number>;
}

/** What a thread says: first that it is ready, then one answer for each cell it is given. */
export type ThreadWord = { readonly ready: true } | ThreadAnswer;

export type ThreadAnswer =
  | { readonly cell: number; readonly result: PairResult; readonly values: ParameterValues }
  /** the model refused: it would again */
  | { readonly cell: number; readonly message: string };

export type CellAnswer = ThreadAnswer & {
  readonly seconds: number;
  /** the thread died twice under this cell */
  readonly crashed: boolean;
};

export interface CellWork {
  readonly cells: Iterable<number>;
  readonly threads: number;
  /** starts one thread; tests put others here */
  readonly startThread: () => Thread;
  readonly clock: Clock;
  /** called once for each cell, in order of completion; what it throws ends the work */
  readonly onAnswer: (answer: CellAnswer) => void;
  /** no new cells; those in flight are finished */
  readonly pause?: AbortSignal;
  /** at once: cells in flight are dropped */
  readonly stop?: AbortSignal;
}

export type Ending = 'finished' | 'paused' | 'stopped';

/** A thread that loads what `order` says. */
export function startThread(order: ThreadOrder): Thread {
  return new Worker(new URL('./pair-worker.js', import.meta.url), { workerData: order });
}

/** Times a cell is tried before a dying thread counts as its failure. */
const tries = 2;

/**
 * Run cells on threads. A thread that dies is replaced and its cell tried once more; the second time the
 * cell is a failure. Results depend on the cell alone, so neither threads nor retries show in them.
 * @throws StoreRefusal when threads cannot be started at all
 */
export async function runCells(work: CellWork): Promise<Ending> {
  const broken = new AbortController();
  const stop = AbortSignal.any([broken.signal, ...(work.stop ? [work.stop] : [])]);
  // every thread listens to it
  setMaxListeners(0, stop);
  const queue = work.cells[Symbol.iterator]();
  const seat = async () => {
    let thread: Thread | undefined;
    try {
      while (!stop.aborted && !work.pause?.aborted) {
        const next = queue.next();
        if (next.done === true) return;
        const cell = next.value;
        const from = work.clock.seconds();
        for (let attempt = 1; attempt <= tries; attempt++) {
          thread ??= await readyThread(work.startThread, stop);
          if (!thread) return;
          const heard = await ask(thread, cell, stop);
          if (heard === 'stopped') return;
          const seconds = work.clock.seconds() - from;
          if ('died' in heard) {
            thread = undefined;
            if (attempt === tries) work.onAnswer({ cell, seconds, crashed: true, message: `the thread that ran it died ${tries} times: ${heard.died}` });
            continue;
          }
          work.onAnswer({ ...heard, seconds, crashed: false });
          break;
        }
      }
    } catch (error) {
      broken.abort();
      throw error;
    } finally {
      await thread?.terminate();
    }
  };
  const seats = await Promise.allSettled(Array.from({ length: work.threads }, seat));
  for (const one of seats) if (one.status === 'rejected') throw one.reason;
  if (work.stop?.aborted) return 'stopped';
  return work.pause?.aborted ? 'paused' : 'finished';
}

/** A thread that has loaded its scenario, or nothing when it is time to stop. */
async function readyThread(start: () => Thread, stop: AbortSignal): Promise<Thread | undefined> {
  let why = '';
  for (let attempt = 1; attempt <= tries; attempt++) {
    const thread = start();
    // what a thread says when nobody listens, or after it was dropped, must not bring the process down
    thread.on('error', () => {});
    const heard = await nextWord(thread, stop);
    if (heard === 'stopped') {
      await thread.terminate();
      return undefined;
    }
    if (!('died' in heard)) return thread;
    why = heard.died;
  }
  const cause = Object.assign(new Error(why), { code: 'ERR_WORKER_INIT_FAILED' });
  throw new StoreRefusal(`no worker thread can be started: ${why}; try fewer --threads`, cause);
}

async function ask(thread: Thread, cell: number, stop: AbortSignal): Promise<ThreadAnswer | { readonly died: string } | 'stopped'> {
  thread.postMessage(cell);
  return (await nextWord(thread, stop)) as ThreadAnswer | { readonly died: string } | 'stopped';
}

/** The next thing a thread says, or how it died, or that nobody wants to know any more. */
function nextWord(thread: Thread, stop: AbortSignal): Promise<ThreadWord | { readonly died: string } | 'stopped'> {
  return new Promise((answer) => {
    const ends = {
      message: (word: ThreadWord) => settle(word),
      error: (error: unknown) => settle({ died: error instanceof Error ? error.message : String(error) }),
      messageerror: (error: Error) => settle({ died: error.message }),
      exit: (code: number) => settle({ died: `it ended with code ${code}` }),
    };
    const stopped = () => settle('stopped');
    const settle = (word: ThreadWord | { readonly died: string } | 'stopped') => {
      for (const [name, listener] of Object.entries(ends)) thread.off(name, listener);
      stop.removeEventListener('abort', stopped);
      answer(word);
    };
    for (const [name, listener] of Object.entries(ends)) thread.on(name, listener);
    stop.addEventListener('abort', stopped);
    if (stop.aborted) stopped();
  });
}
