/** Two clocks, kept apart: one that only goes forward measures, the one on the wall is shown to people. */
export interface Clock {
  /** seconds since some moment; never goes back, whatever somebody does to the date */
  seconds(): number;
  /** ISO instant */
  wallTime(): string;
}

export const systemClock: Clock = { seconds: () => performance.now() / 1000, wallTime: () => new Date().toISOString() };
