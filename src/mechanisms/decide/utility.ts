/**
 * The expected-utility form: sending is an issue among actors, 0 = leave the client alone, 1 = send.
 * The patron's government grants help when challenging the strongest actor on the other side is worth
 * more to it than the status quo.
 * @source Bueno de Mesquita through Scholz et al. 2011 for the calculus (challenge.ts); who the actors
 *   are, and what they weigh, is ASSUMPTION
 */
import { clamp, power } from '../../base/maths.ts';
import type { RunState } from '../contract.ts';
import type { Case, Judgement } from './case.ts';
import { chanceOf, expectedUtility, riskExponents, type Actor } from './challenge.ts';

export interface Capabilities {
  readonly home: number;
  readonly staff: number;
  readonly treaty: number;
  readonly caution: number;
}

/** Who has a say, the patron's government first; its capability is the unit. */
export function actorsOf(one: Case, capability: Capabilities): Actor[] {
  const actor = (name: string, position: number, weight: number, salience01: number): Actor => ({ name, position, capability: weight, salience01 });
  return [
    // a near client matters, and a far one in danger too
    actor('government of the patron', 1, 1, 1 - (1 - one.affinity01) * (1 - one.threat01)),
    actor('caution', 0, capability.caution, 1),
    actor('government of the client', 1, one.clientSize, one.threat01),
    actor("the patron's own streets", 0, capability.home, one.home01),
    actor("the patron's staff", 0, capability.staff, one.elsewhere01),
    ...one.others.map((other, k) => actor(`other member ${k + 1}`, 1 - other.sympathy01, other.size, other.affinity01)),
    ...(one.needsCause ? [actor('the letter of the treaty', one.label01, capability.treaty, 1)] : []),
  ];
}

export function utilityForm(run: RunState): (one: Case) => Judgement {
  const v = (name: string) => run.value(`decide.${name}`);
  const capability: Capabilities = { home: v('homeCapability'), staff: v('staffCapability'), treaty: v('treatyCapability'), caution: v('cautionCapability') };
  const misjudged = v('misjudged01');
  const riskWeight = v('riskWeight01');
  return (one) => {
    const actors = actorsOf(one, capability);
    const opponent = strongestAgainst(actors);
    const chance = clamp(chanceOf(actors, 0, opponent) + misjudged * (2 * one.draw - 1), 0, 1);
    const risk = power(riskExponents(actors)[0]!, riskWeight);
    const utility = expectedUtility(actors, 0, opponent, risk, chance);
    return {
      total: utility,
      threshold: 0,
      because: { utility, chance, risk, opponent, resistance01: actors[opponent]!.salience01, draw: one.draw },
    };
  };
}

/** The actor nearer to leaving the client alone that throws the most weight into it. */
function strongestAgainst(actors: readonly Actor[]): number {
  let best = 1;
  actors.forEach(({ position, capability, salience01 }, k) => {
    const leader = actors[best]!;
    if (k > 0 && capability * salience01 * (1 - position) > leader.capability * leader.salience01 * (1 - leader.position)) best = k;
  });
  return best;
}
