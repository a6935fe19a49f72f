/** What somebody claims of an uprising, as attributed statements with questions to the model: the shapes that `load-claims` produces. */
import type { Source } from './types.ts';

/** Days after the clock of a scenario within which a fall is asked for. */
export const horizonsDays = [7, 14, 28] as const;
export type HorizonDays = (typeof horizonsDays)[number];

/** What a claim may be asked of, for the country the scenario is about; `fall` = whether it happens within so many days. */
export const claimedQuantities = {
  headOut: { unit: '1', as: 'fall', meaning: 'the head of government is out' },
  groupOut: { unit: '1', as: 'fall', meaning: 'the ruling group is out' },
  seatLost: { unit: '1', as: 'fall', meaning: 'the seat of government is lost for 72 hours' },
  peakTurnout: { unit: 'people', as: 'count', meaning: 'most people out at once' },
  outings: { unit: 'outings', as: 'count', meaning: 'outings begun' },
  everOut: { unit: 'people', as: 'count', meaning: 'people who were out at least once' },
  personHours: { unit: 'h', as: 'count', meaning: 'hours spent out, over all people' },
  placesEverLost: { unit: 'places', as: 'count', meaning: 'places lost at some hour' },
  mostPlacesLost: { unit: 'places', as: 'count', meaning: 'most places lost at once' },
  detained: { unit: 'people', as: 'count', meaning: 'detained by the end' },
  dead: { unit: 'people', as: 'count', meaning: 'dead by the end' },
  injured: { unit: 'people', as: 'count', meaning: 'injured by the end' },
  requestHour: { unit: 'h', as: 'hour', meaning: 'when help is requested' },
  decisionHour: { unit: 'h', as: 'hour', meaning: 'when the alliance decides' },
  granted: { unit: '1', as: 'binary', meaning: 'whether help is granted' },
  firstLandingHour: { unit: 'h', as: 'hour', meaning: 'when the first foreign troops land' },
  foreignPeople: { unit: 'people', as: 'count', meaning: 'most foreign troops in the country at once' },
  unitsRefused: { unit: 'units', as: 'count', meaning: 'units that stood aside or changed sides, each time counted' },
} as const satisfies Record<string, { unit: string; as: 'fall' | 'count' | 'hour' | 'binary'; meaning: string }>;

export type ClaimedQuantity = keyof typeof claimedQuantities;

/** What a statement says: what happened, what worked how, what would have happened otherwise, what will, how to name it, what is hoped. */
export const claimKinds = ['course', 'cause', 'counterfactual', 'expectation', 'judgement', 'hope'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** One question a claim puts to the model. */
export interface ClaimQuery {
  readonly quantity: ClaimedQuantity;
  /** id of an arm of the scenario */
  readonly arm: string;
  /** id of the arm it is set against, with the same people, parameters and luck; absent = the arm by itself */
  readonly against?: string;
  /** days after the scenario's clock, rising; empty for quantities that are no fall */
  readonly withinDays: readonly HorizonDays[];
}

export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  /** in our words */
  readonly statement: string;
  /** who holds it */
  readonly by: string;
  /** key of the source it stands in */
  readonly source: string;
  /** paragraph of that source, counted from 1 */
  readonly paragraph?: number;
  readonly note?: string;
  /** empty = the model is not asked */
  readonly queries: readonly ClaimQuery[];
}

export interface ScenarioClaims {
  readonly claims: readonly Claim[];
  /** the claims' own sources and the scenario's */
  readonly sources: Readonly<Record<string, Source>>;
  /** SHA-256 of the parsed file */
  readonly hash: string;
}
