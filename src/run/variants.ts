/** Which published form of a mechanism a run takes, where the scenario leaves several open. */
import type { Parameter } from '../base/parameter.ts';
import { drawKey, uniform01 } from '../base/random.ts';
import { mechanisms } from '../mechanisms/registry.ts';
import type { ScenarioSpec } from '../scenario/types.ts';

/**
 * The form of every mechanism that has several: the scenario's choice, the default where it makes
 * none, or one of those it leaves open. Arms of a pair share it, because they share the seed.
 * @random decision "variant", subject = mechanism, one draw where several are open
 */
export function variantsOf(scenario: Pick<ScenarioSpec, 'variants'>, seed: number): Readonly<Record<string, string>> {
  const chosen: Record<string, string> = {};
  for (const { id, variants } of mechanisms) {
    if (!variants) continue;
    const open = formsOpen(scenario, id);
    chosen[id] = open[open.length > 1 ? Math.floor(uniform01(drawKey(seed, id, 'variant'), 0, 0) * open.length) : 0]!;
  }
  return chosen;
}

/** Whether a run of the scenario may read a parameter: those of a form that no pair can draw are none of its own. */
export function isInPlay(scenario: Pick<ScenarioSpec, 'variants'>, { id, variant }: Parameter): boolean {
  return variant === undefined || formsOpen(scenario, id.slice(0, id.indexOf('.'))).includes(variant);
}

function formsOpen(scenario: Pick<ScenarioSpec, 'variants'>, mechanism: string): readonly string[] {
  return scenario.variants[mechanism] ?? mechanisms.find((m) => m.id === mechanism)!.variants!.slice(0, 1);
}
