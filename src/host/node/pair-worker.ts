/** A worker thread: loads the scenario once, then answers pair numbers with results. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerPair, prepareComparison, type ComparisonOrder } from './comparison.ts';

const order = workerData as ComparisonOrder;
const prepared = prepareComparison(order);
parentPort!.on('message', (pair: number) => {
  parentPort!.postMessage(answerPair(prepared, order, pair));
});
