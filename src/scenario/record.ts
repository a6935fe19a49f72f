/** What was seen of a real uprising, as dated observations: the shapes that `load-record` produces. */
import type { Source } from './types.ts';

/** How each observable quantity is told, and which error models fit it. */
export const observables = {
  turnoutDay: { unit: 'people', as: 'count', meaning: 'people in the street on a day' },
  regionsWithProtest: { unit: 'regions', as: 'count', meaning: 'regions with a gathering so far' },
  hourPlaceLost: { unit: 'h', as: 'hour', meaning: 'when the state lost a place' },
  hourPlaceRetaken: { unit: 'h', as: 'hour', meaning: 'when the state had it back' },
  detainedCumulative: { unit: 'people', as: 'count', meaning: 'people detained so far' },
  deadCumulative: { unit: 'people', as: 'count', meaning: 'people killed so far' },
  injuredCumulative: { unit: 'people', as: 'count', meaning: 'people injured so far' },
  placesLost: { unit: 'places', as: 'count', meaning: 'places the state had lost by then' },
  requestHour: { unit: 'h', as: 'hour', meaning: 'when help was asked for' },
  decisionHour: { unit: 'h', as: 'hour', meaning: 'when the alliance decided' },
  firstLandingHour: { unit: 'h', as: 'hour', meaning: 'when the first foreign troops landed' },
  contingentPeople: { unit: 'people', as: 'count', meaning: 'foreign troops in the country' },
  parliamentVoteHour: { unit: 'h', as: 'hour', meaning: 'when a parliament voted' },
  networkShut: { unit: '1', as: 'binary', meaning: 'whether the government held the network shut in that hour' },
  strikeDay: { unit: '1', as: 'binary', meaning: 'whether thirty workers or more struck on a day' },
  foreignTroops: { unit: 'people', as: 'count', meaning: 'foreign troops of one sender in the country' },
  seatLost: { unit: '1', as: 'binary', meaning: 'whether the seat of government was lost' },
  groupOut: { unit: '1', as: 'binary', meaning: 'whether the ruling group was out' },
  headOut: { unit: '1', as: 'binary', meaning: 'whether the head was out of office' },
} as const satisfies Record<string, { unit: string; as: 'count' | 'hour' | 'binary'; meaning: string }>;

export type ObservedQuantity = keyof typeof observables;

/** How what was told may differ from what was true. */
export type ErrorModel =
  /** truth = told value x something in [low, high]: official counts run low */
  | { readonly dist: 'factor'; readonly low: number; readonly high: number }
  /** truth = told hour + something in [low, high] h */
  | { readonly dist: 'hours'; readonly low: number; readonly high: number }
  | { readonly dist: 'exact' }
  | { readonly dist: 'binary' };

export interface Observation {
  readonly id: string;
  readonly quantity: ObservedQuantity;
  readonly country: string;
  /** absent = the country as a whole */
  readonly place?: string;
  /** hour of the run the observation holds for; for an hour quantity that hour itself */
  readonly atHour: number;
  /** in the quantity's unit; hours count from the start of the run; 0 or 1 for binary quantities */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** `input`: a condition given to the run; `outcome`: something it must explain */
  readonly kind: 'input' | 'outcome';
  readonly errorModel: ErrorModel;
  readonly source?: string;
  readonly note?: string;
}

export interface ScenarioRecord {
  readonly observations: readonly Observation[];
  /** the record's own sources and the scenario's */
  readonly sources: Readonly<Record<string, Source>>;
  /** SHA-256 of the parsed file */
  readonly hash: string;
}
