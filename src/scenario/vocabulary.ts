/** The words a scenario may use that belong to the mechanisms, handed in so that this room need not know them. */
export interface Vocabulary {
  /** by `<mechanism>.<name>`: the unit it is kept in and the values it may take */
  readonly parameters: Readonly<Record<string, { readonly unit: string; readonly low: number; readonly high: number }>>;
  /** by `<mechanism>.<lever>` */
  readonly levers: Readonly<Record<string, { readonly kind: 'number' | 'choice' | 'switch'; readonly values?: readonly string[] }>>;
  readonly mechanisms: readonly string[];
  /** published forms by mechanism */
  readonly variants: Readonly<Record<string, readonly string[]>>;
  /** facts nobody measures that may be set by hand */
  readonly latents: readonly string[];
}
