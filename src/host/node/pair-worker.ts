/** A worker thread: loads what its order names once, then answers cell numbers with results. */
import { parentPort, workerData } from 'node:worker_threads';
import { prepareComparison } from './comparison.ts';
import { answererOf } from './executor-answer.ts';
import type { ThreadOrder, ThreadWord } from './executor.ts';
import { designOf, prepareStored, readPlan } from './store-plan.ts';

const port = parentPort!;
const answer = load(workerData as ThreadOrder);
const say = (word: ThreadWord) => port.postMessage(word);

port.on('message', (cell: number) => say(answer(cell)));
say({ ready: true });

function load(order: ThreadOrder) {
  if (order.from === 'scenario') return answererOf(prepareComparison(order), order.design);
  const plan = readPlan(order.folder);
  return answererOf(prepareStored(order.folder, plan), designOf(plan));
}
