/** What happened to the people of a run, for counting how eventful the random worlds are. */
export interface Tally {
  /** place-hours in which fewer residents were willing (their ties apart) than the hour before */
  fallingCuts: number;
  /** outings of people who had been in custody and were let go */
  rejoinedAfterRelease: number;
  dead: number;
  arrivals: number;
  recoveries: number;
  strikers: number;
  sentHome: number;
  /** workers reached in an hour in which a call spoke to workers alone */
  calledAsWorkers: number;
  /** people with two or more marks in one hour */
  doubleMarks: number;
  /** people who set out because a tie rang and nothing else reached them */
  rung: number;
  /** of these: with a friend abroad who was out */
  rungWithTieAbroad: number;
  /** of these: who would not have gone that hour without the friends abroad */
  rungOnlyBecauseOfTieAbroad: number;
}

export function newTally(): Tally {
  return {
    fallingCuts: 0,
    rejoinedAfterRelease: 0,
    dead: 0,
    arrivals: 0,
    recoveries: 0,
    strikers: 0,
    sentHome: 0,
    calledAsWorkers: 0,
    doubleMarks: 0,
    rung: 0,
    rungWithTieAbroad: 0,
    rungOnlyBecauseOfTieAbroad: 0,
  };
}
