/**
 * What mechanisms may ask of the people, whoever keeps them: the event-driven engine
 * (`engine.ts`) or the literal oracle of the tests. Both must give the same bytes.
 */

/** Where a person stands. Idle people are at home and may join; the others are not asked. */
export const Status = {
  idle: 0,
  out: 1,
  resting: 2,
  spent: 3,
  detained: 4,
  injured: 5,
  dead: 6,
} as const;
export type Status = (typeof Status)[keyof typeof Status];

/**
 * The fields of one place as a person there feels them in one hour. The rules below put them against
 * his hardship h of `hardships` by class and his fear r; `grievance` differs for strikeable trades.
 */
export interface Mood {
  readonly hardships: Float64Array;
  grievanceOthers01: number;
  grievanceWorkers01: number;
  /** 1 - legitimacy */
  openness01: number;
  /** weight of one active tie; in Kuran's form the share of one's ties that one tie is */
  tieWeight: number;
  /** anger beside hardship - threshold; in the default form with what is seen */
  push: number;
  /** danger of being out, to be scaled by fear */
  risk: number;
  /** Kuran's form: standing lost by opposing where no tie does, to be scaled by fear; 0 in the others */
  reputation: number;
  lowestFear01: number;
}

/** The published or default form of the decision; must not fall with ties nor rise with fear. */
export type WillingRule = (hardship: number, fear: number, grievance01: number, ties: number, mood: Mood) => boolean;

/** How long people stay out and what becomes of them afterwards. */
export interface OutingRule {
  /** mean hours beyond the first */
  readonly stayHours: number;
  /** share of outings after which somebody needs a longer rest */
  readonly tiredShare01: number;
  readonly restDays: number;
  /** share of outings after which somebody does not come again */
  readonly spentShare01: number;
  /** share of those setting out who go to the destination of their place */
  readonly travelShare01: number;
  /** [place] destination of travellers, -1 = none */
  readonly destinations: Int32Array;
  /** [place] hours to the destination */
  readonly travelHours: Int32Array;
}

export interface HourCounts {
  joined: number;
  left: number;
  returned: number;
  released: number;
  /** ties across a border, to people who can be moved, set ringing by those who set out */
  crossBorderRings: number;
}

export interface People {
  /** [place] people out there now (travellers count where they are) */
  readonly present: Int32Array;
  /** [home place] outings begun so far; nobody begins two between one dawn and the next */
  readonly outings: Int32Array;
  /** [place] residents who have been out at least once */
  readonly everOut: Int32Array;
  readonly counts: HourCounts;

  /** Roll days over and let everybody return whose rest, detention or injury ends. */
  beginHour(hour: number): void;
  /**
   * Ask the residents of `place`; those who set out do so in `settle`. Clocks grow by the hazards given:
   * workers of strikeable trades have a clock of their own, which calls to them alone move faster.
   */
  ask(place: number, mood: Mood, rule: WillingRule, reachHazard: number, tieHazard: number, workersReachHazard?: number): void;
  /** Residents in strikeable trades who stay away from work today. */
  askStrike(place: number, mood: Mood, rule: WillingRule, reach: number): number;
  /** Take the `number` people present with the smallest keyed draws into custody; returns how many. */
  detain(place: number, number: number, meanDetentionDays: number): number;
  /** The people present with the smallest keyed draws are hit: the first `dead`, then `injured`. */
  hit(place: number, dead: number, injured: number, recoverDays: number): { dead: number; injured: number };
  /** Outings that end, then those who were asked and set out. */
  settle(rule: OutingRule): void;
  /** Everybody out in `place` goes home (a call to go home, a cleared square). */
  sendHome(place: number, share01: number): number;

  save(): PeopleSnapshot;
  /** Bytes held for people now. */
  bytes(): number;
}

export interface PeopleSnapshot {
  readonly kind: string;
}

/** The default rule (threshold form): ties and what is seen add to anger. The oracle of the tests spells each rule out on its own. */
export const thresholdRule: WillingRule = (hardship, fear, grievance01, ties, mood) =>
  (hardship + grievance01) * mood.openness01 + mood.tieWeight * ties + mood.push > fear * mood.risk;

/**
 * Grievance minus net risk above the threshold, G - N > T with N = R P: others count only for the
 * chance of arrest and for being reached, whoever they are.
 * @source Epstein 2002, doi:10.1073/pnas.092080199
 */
export const epsteinRule: WillingRule = (hardship, fear, grievance01, _ties, mood) =>
  (hardship + grievance01) * mood.openness01 + mood.push - fear * mood.risk > 0;

/**
 * Preference falsification: he opposes in public when his private anger is worth more than the standing
 * and the safety it costs him, and standing costs less the larger the share of others who oppose:
 * in the country (in `reputation`) and among his ties.
 * @source Kuran 1989, doi:10.1007/BF00116762; Kuran 1991, doi:10.2307/2010422
 */
export const kuranRule: WillingRule = (hardship, fear, grievance01, ties, mood) => {
  const loyalTies01 = 1 - Math.min(1, mood.tieWeight * ties);
  return (hardship + grievance01) * mood.openness01 + mood.push > fear * (mood.reputation * loyalTies01 + mood.risk);
};
