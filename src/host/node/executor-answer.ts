/** What a thread does with the number of a cell, wherever it runs. */
import { EventEmitter } from 'node:events';
import { cellAt, pairOf, scenarioOfCell, valuesOfCell, type Design } from '../../experiment/design.ts';
import { parametersOf, runWith } from '../../experiment/pairs.ts';
import type { PreparedComparison } from './comparison.ts';
import type { Thread, ThreadAnswer } from './executor.ts';

/** Answers cells of a design: a result, or what the model said when it broke. */
export function answererOf(prepared: PreparedComparison, design: Design): (cell: number) => ThreadAnswer {
  const parameters = parametersOf(prepared.scenario);
  return (number) => {
    try {
      const cell = cellAt(design, number);
      const values = valuesOfCell(design, parameters, cell);
      return {
        cell: number,
        values,
        result: runWith({ ...prepared, scenario: scenarioOfCell(prepared.scenario, design, cell), pair: pairOf(design, number), seed: cell.seed, values }),
      };
    } catch (error) {
      return { cell: number, message: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** A thread that is none: it answers here, with a breath between cells in which the bar moves and Ctrl-C is heard. */
export function answerHere(answer: (cell: number) => ThreadAnswer): Thread {
  const thread: Thread = Object.assign(new EventEmitter(), {
    postMessage: (cell: number) => void setImmediate(() => thread.emit('message', answer(cell))),
    terminate: () => Promise.resolve(0),
  });
  setImmediate(() => thread.emit('message', { ready: true }));
  return thread;
}
