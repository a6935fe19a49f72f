/** A worker thread of predictions: loads the scenarios once, then answers tasks. */
import { parentPort, workerData } from 'node:worker_threads';
import { answerTask, preparePredictions, type PredictionOrder, type PredictionTask } from './predictions.ts';

const order = workerData as PredictionOrder;
const prepared = preparePredictions(order);
parentPort!.on('message', (task: PredictionTask) => {
  parentPort!.postMessage(answerTask(prepared, order, task));
});
