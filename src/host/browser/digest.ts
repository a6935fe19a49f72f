/** The fingerprint of a history, made where there is no Node: the browser's half of "the same bytes everywhere". */
import { seedOf, valuesOf } from '../../experiment/pairs.ts';
import { vocabulary } from '../../mechanisms/registry.ts';
import { runArms } from '../../run/run.ts';
import type { FileReader } from '../../scenario/files.ts';
import { parseScenario } from '../../scenario/load.ts';
import { buildWorld } from '../../world/build.ts';

export interface DigestOrder {
  /** of the scenario file, below the reader */
  readonly path: string;
  readonly seed: number;
  /** draw the parameters from their priors: the pair number of `compare`; absent = the stated values */
  readonly draw?: number;
}

/**
 * Run the first arm of a scenario; needs no page, so a worker can do it.
 * Equal to `unrest digest --seed` on a computer, and with `draw` to `unrest run --seed --draw`.
 * @throws ScenarioError with all issues of the files
 */
export function digestOf(reader: FileReader, order: DigestOrder): string {
  const scenario = parseScenario(reader, order.path, vocabulary());
  const values = valuesOf(scenario, order.seed, order.draw ?? 0, order.draw !== undefined);
  const seed = order.draw === undefined ? order.seed : seedOf(order.seed, order.draw);
  const arm = scenario.arms[0] ?? { id: 'as-it-was', title: 'As it was', do: [] };
  return runArms(buildWorld(scenario, seed, values), values, [arm])[0]!.digest;
}
