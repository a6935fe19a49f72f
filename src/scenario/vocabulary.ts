/** The words a scenario may use that belong to the mechanisms, handed in so that this room need not know them. */
export interface Vocabulary {
  /** by `<mechanism>.<name>`: the unit it is kept in and the values it may take */
  readonly parameters: Readonly<Record<string, { readonly unit: string; readonly low: number; readonly high: number }>>;
  /** by `<mechanism>.<lever>`; `in: 'wave'` = moved for a wave of events, not in a country or alliance */
  readonly levers: Readonly<Record<string, { readonly kind: 'number' | 'choice' | 'switch'; readonly values?: readonly string[]; readonly in?: 'wave' }>>;
  /** what an arm may name with `use:` */
  readonly interventions: readonly Intervention[];
  readonly mechanisms: readonly string[];
  /** published forms by mechanism */
  readonly variants: Readonly<Record<string, readonly string[]>>;
  /** frozen distributions of parameters; the first is taken where a scenario names none */
  readonly weights: readonly string[];
  /** facts nobody measures that may be set by hand */
  readonly latents: readonly string[];
}

/** An intervention with a name: the levers it moves, where and from when unless the arm says otherwise. */
export interface Intervention {
  readonly id: string;
  readonly meaning: string;
  readonly sets: readonly { readonly lever: string; readonly to: string }[];
  /** without `in:`: the country the scenario is about, or everywhere a lever can be moved */
  readonly where: 'focus' | 'everywhere';
  /** without `from:`: a time on the local clock of the scenario; absent = the first hour of the run */
  readonly from?: string;
  /** counts back this many hours from the time an arm gives as `than:`, which it must give instead of `from:` */
  readonly hoursBefore?: number;
}
