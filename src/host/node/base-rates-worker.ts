/** A worker thread of a population: reads the tables once, then makes members by number. */
import { parentPort, workerData } from 'node:worker_threads';
import { memberMaker, type PopulationData } from './base-rates.ts';

const make = memberMaker(workerData as PopulationData);
parentPort!.on('message', (n: number) => {
  parentPort!.postMessage(make(n));
});
