/** All mechanisms, in the order of a step. */
import type { Parameter } from '../base/parameter.ts';
import type { ScenarioSpec } from '../scenario/types.ts';
import type { Vocabulary } from '../scenario/vocabulary.ts';
import { latentNames } from '../world/latent.ts';
import { handSetId, worldParameters } from '../world/build.ts';
import { broadcast } from './broadcast/broadcast.ts';
import { call } from './call/call.ts';
import type { Lever, Mechanism } from './contract.ts';
import { decide } from './decide/decide.ts';
import { deploy } from './deploy/deploy.ts';
import { fall } from './fall/fall.ts';
import { fire } from './fire/fire.ts';
import { govern } from './govern/govern.ts';
import { interventions } from './interventions.ts';
import { mobilise } from './mobilise/mobilise.ts';
import { obey } from './obey/obey.ts';
import { police } from './police/police.ts';
import { ratify } from './ratify/ratify.ts';
import { request } from './request/request.ts';
import { retake } from './retake/retake.ts';
import { seize } from './seize/seize.ts';
import { send } from './send/send.ts';
import { shock } from './shock/shock.ts';
import { spread } from './spread/spread.ts';
import { strike } from './strike/strike.ts';
import { support } from './support/support.ts';
import { weightsKnown } from './weights.ts';

export const mechanisms: readonly Mechanism[] = [
  shock,
  call,
  broadcast,
  spread,
  police,
  fire,
  seize,
  retake,
  obey,
  mobilise,
  strike,
  govern,
  deploy,
  request,
  decide,
  ratify,
  send,
  support,
  fall,
];

export const levers: readonly Lever[] = mechanisms.flatMap((m) => m.levers);

export const modelParameters: readonly Parameter[] = [...worldParameters, ...mechanisms.flatMap((m) => m.parameters)];

/** Numbers of the scenario file that carry a range are drawn like any parameter. */
export function scenarioParameters(scenario: ScenarioSpec): Parameter[] {
  const events = scenario.events.flatMap((event) => [
    fromQuantity(`event.${event.id}.grievance01`, event.grievance01, `grievance of ${event.id}`),
    fromQuantity(`event.${event.id}.reach01`, event.reach01, `reach of ${event.id}`),
  ]);
  const handSet = scenario.latent.map((hand) => fromQuantity(handSetId(hand), hand.quantity, `${hand.name} of ${hand.country}, set by hand`));
  const alliances = scenario.world.alliances.flatMap((a) => [
    fromQuantity(`alliance.${a.key}.firstLandingHours`, a.firstLandingHours, `hours from the decision of ${a.name} to its first landing`),
    fromQuantity(`alliance.${a.key}.liftPeoplePerDay`, a.liftPeoplePerDay, `troops ${a.name} can land in a day`),
  ]);
  return [...events, ...handSet, ...alliances];
}

function fromQuantity(id: string, q: ScenarioSpec['events'][number]['grievance01'], meaning: string): Parameter {
  const prior = q.prior ?? { dist: 'uniform' as const, low: q.range?.[0] ?? q.value, high: q.range?.[1] ?? q.value };
  return {
    id,
    unit: q.unit,
    value: q.value,
    prior,
    meaning,
    ...(q.source ? { source: q.source } : {}),
    assumption: q.assumption ?? (q.source ? '' : 'number without a source'),
  };
}

/** The words a scenario may use, for checking. */
export function vocabulary(): Vocabulary {
  return {
    parameters: Object.fromEntries(modelParameters.map((p) => [p.id, { unit: p.unit, low: p.prior.low, high: p.prior.high }])),
    levers: Object.fromEntries(levers.map((l) => [l.id, { values: l.values, kind: 'choice' as const, ...(l.in ? { in: l.in } : {}) }])),
    interventions,
    mechanisms: mechanisms.map((m) => m.id),
    variants: Object.fromEntries(mechanisms.filter((m) => m.variants).map((m) => [m.id, [...m.variants!]])),
    weights: weightsKnown.map(({ id }) => id),
    latents: [...latentNames],
  };
}
