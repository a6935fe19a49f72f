/** A worker thread: loads what its order names once, then answers cell numbers with results. */
import { parentPort, workerData } from 'node:worker_threads';
import { cellAt, pairOf, valuesOfCell } from '../../experiment/design.ts';
import { parametersOf, runWith } from '../../experiment/pairs.ts';
import { prepareComparison } from './comparison.ts';
import type { ThreadAnswer, ThreadOrder, ThreadWord } from './executor.ts';
import { designOf, prepareStored, readPlan } from './store-plan.ts';

const port = parentPort!;
const { prepared, design } = load(workerData as ThreadOrder);
const parameters = parametersOf(prepared.scenario);
const say = (word: ThreadWord) => port.postMessage(word);

port.on('message', (number: number) => say(answer(number)));
say({ ready: true });

function load(order: ThreadOrder) {
  if (order.from === 'scenario') return { prepared: prepareComparison(order), design: order.design };
  const plan = readPlan(order.folder);
  return { prepared: prepareStored(order.folder, plan), design: designOf(plan) };
}

function answer(number: number): ThreadAnswer {
  try {
    const cell = cellAt(design, number);
    const values = valuesOfCell(design, parameters, cell);
    return { cell: number, values, result: runWith({ ...prepared, pair: pairOf(design, number), seed: cell.seed, values }) };
  } catch (error) {
    return { cell: number, message: error instanceof Error ? error.message : String(error) };
  }
}
