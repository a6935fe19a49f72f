/** Predictions on this computer: scenarios × alternatives × draws, on worker threads, in any order. */
import { predict, type Alternative, type Prediction } from '../../experiment/prediction.ts';
import { prepareComparison, type PreparedComparison } from './comparison.ts';
import { runTasks } from './task-threads.ts';

export interface PredictionOrder {
  readonly scenarios: readonly string[];
  readonly alternatives: readonly Alternative[];
  readonly seed: number;
  readonly draws: number;
  readonly threads: number;
}

export interface PredictionTask {
  readonly scenario: number;
  readonly alternative: number;
  readonly draw: number;
}

/** Scenarios with a record, their first arm only. @throws RangeError for one without a record */
export function preparePredictions(order: Pick<PredictionOrder, 'scenarios'>): PreparedComparison[] {
  return order.scenarios.map((scenario) => {
    const prepared = prepareComparison({ scenario, armIds: [] });
    if (prepared.observations.length === 0)
      throw new RangeError(
        `scenario ${scenario} has no observations in a record.yaml beside it: there is nothing to predict; add observations or choose another`,
      );
    return prepared;
  });
}

export function answerTask(prepared: readonly PreparedComparison[], order: PredictionOrder, task: PredictionTask): Prediction {
  const { scenario, observations, arms } = prepared[task.scenario]!;
  return predict(scenario, observations, arms[0]!, order.seed, task.draw, order.alternatives[task.alternative]!);
}

/** All tasks of an order: [scenario][alternative] predictions by draw. */
export async function runPredictions(order: PredictionOrder, onDone: (done: number, of: number) => void): Promise<Prediction[][][]> {
  const answers: Prediction[][][] = order.scenarios.map(() => order.alternatives.map(() => []));
  const tasks: PredictionTask[] = [];
  for (let draw = 0; draw < order.draws; draw++)
    for (let scenario = 0; scenario < order.scenarios.length; scenario++)
      for (let alternative = 0; alternative < order.alternatives.length; alternative++) tasks.push({ scenario, alternative, draw });
  let done = 0;
  await runTasks<PredictionTask, Prediction>({
    script: new URL('./prediction-worker.js', import.meta.url),
    data: order,
    tasks,
    threads: order.threads,
    onAnswer: (prediction, task) => {
      answers[task.scenario]![task.alternative]![task.draw] = prediction;
      onDone(++done, tasks.length);
    },
  });
  return answers;
}
