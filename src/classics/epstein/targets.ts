/** A published number, what comes out here, and whether the two agree. */
export interface Target {
  readonly what: string;
  readonly published: string;
  readonly obtained: string;
  readonly tolerance: string;
  readonly reproduces: boolean;
}

/** A published model rebuilt, with the numbers it must give. */
export interface Classic {
  readonly id: string;
  readonly title: string;
  readonly citation: string;
  /** Computes every target. @param full more ticks and seeds; quick takes about half a minute */
  run(full: boolean): readonly Target[];
}
