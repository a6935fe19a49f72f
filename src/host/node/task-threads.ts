/** A list of tasks on worker threads, in any order; answers come back by the number of their task. */
import { Worker } from 'node:worker_threads';

export interface ThreadedTasks<Task, Answer> {
  /** of the worker: it answers each task it is posted with one message */
  readonly script: URL;
  /** what every worker is started with */
  readonly data: unknown;
  readonly tasks: readonly Task[];
  readonly threads: number;
  readonly onAnswer: (answer: Answer, task: Task, number: number) => void;
}

/** Runs all tasks. @throws what a worker throws */
export async function runTasks<Task, Answer>({ script, data, tasks, threads, onAnswer }: ThreadedTasks<Task, Answer>): Promise<void> {
  let next = 0;
  const seat = () =>
    new Promise<void>((end, fail) => {
      const worker = new Worker(script, { workerData: data });
      let current = -1;
      const feed = () => {
        if (next >= tasks.length) return void worker.terminate().then(() => end());
        current = next++;
        worker.postMessage(tasks[current]!);
      };
      worker.on('message', (answer: Answer) => {
        onAnswer(answer, tasks[current]!, current);
        feed();
      });
      worker.on('error', fail);
      feed();
    });
  await Promise.all(Array.from({ length: Math.min(threads, tasks.length) }, seat));
}
