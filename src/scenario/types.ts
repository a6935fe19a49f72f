/**
 * What is asked, as plain data: the shapes that `load` produces and `world/build` consumes.
 * Every number that somebody chose carries where it comes from (`Quantity`).
 */

/** A number with its provenance. `range` and `prior` say how sure we are; both absent = taken as exact. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
  readonly range?: readonly [number, number];
  readonly prior?: Prior;
  /** key into `sources` */
  readonly source?: string;
  /** free text; present when the number is a guess of ours */
  readonly assumption?: string;
}

export type Prior =
  | { readonly dist: 'uniform'; readonly low: number; readonly high: number }
  | { readonly dist: 'logUniform'; readonly low: number; readonly high: number }
  | { readonly dist: 'triangular'; readonly low: number; readonly mode: number; readonly high: number };

export interface Source {
  readonly title: string;
  readonly address: string;
  readonly date?: string;
  readonly note?: string;
}

export type EventKind = 'price' | 'election' | 'arrest' | 'death' | 'decree' | 'call' | 'callHome';

/** A dated thing from outside the model: it hurts (grievance), it gathers people (reach), or both. */
export interface OutsideEvent {
  readonly id: string;
  readonly kind: EventKind;
  /** hours since the scenario's first hour (may be fractional in the file; floored here) */
  readonly atHour: number;
  /** place, region or country keys: `kazakhstan/mangystau/zhanaozen`, `kazakhstan/mangystau`, `kazakhstan` */
  readonly where: readonly string[];
  readonly group: 'all' | 'workers';
  /** added to hardship of the people concerned, [0,1] */
  readonly grievance01: Quantity;
  /** share of the people concerned who hear of the gathering, [0,1]; 0 = no gathering */
  readonly reach01: Quantity;
  /** hours the gathering's call lasts */
  readonly hours: number;
  /** repeat every n days until the end of the run; 0 = once */
  readonly everyDays: number;
  /** happens only where an arm turns this wave on; absent = in every arm */
  readonly wave?: string;
  readonly source?: string;
  readonly assumption?: string;
}

/** An intervention by the analyst: from this hour on a lever of the model has this value. */
export interface DoEntry {
  readonly atHour: number;
  /** `<mechanism>.<lever>`, see `unrest show --levers` */
  readonly set: string;
  readonly to: number | string | boolean;
  /** country, alliance or wave of events the lever is moved in; absent = everywhere */
  readonly in?: string;
}

export interface Arm {
  readonly id: string;
  readonly title: string;
  readonly do: readonly DoEntry[];
}

export interface HandSetLatent {
  readonly country: string;
  readonly name: string;
  readonly quantity: Quantity;
}

export interface ScenarioSpec {
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly about: string;
  /** ISO instant of hour 0 with the offset of the focus country, e.g. 2022-01-02T00:00+06:00 */
  readonly from: string;
  /** milliseconds since 1970 of hour 0 */
  readonly fromEpochMs: number;
  readonly hours: number;
  readonly indicatorYear: number;
  readonly focus: string;
  readonly events: readonly OutsideEvent[];
  readonly latent: readonly HandSetLatent[];
  readonly parameters: Readonly<Record<string, Quantity>>;
  /** name of the distribution model parameters are drawn from: the priors as they stand, or a frozen fit of them */
  readonly weights: string;
  /** by mechanism, the published forms a run may take; with several each pair draws one */
  readonly variants: Readonly<Record<string, readonly string[]>>;
  readonly mechanismsOff: readonly string[];
  readonly arms: readonly Arm[];
  /** the scenario's own sources and its world's */
  readonly sources: Readonly<Record<string, Source>>;
  readonly world: WorldSpec;
  /** SHA-256 of the parsed content of all files (comments and key order do not count), hexadecimal */
  readonly hash: string;
}

export interface WorldSpec {
  readonly id: string;
  readonly countries: readonly CountrySpec[];
  readonly regions: readonly RegionSpec[];
  /** places of a country stand together, in the order of `countries`; those of a region too */
  readonly places: readonly PlaceSpec[];
  readonly links: readonly LinkSpec[];
  readonly indicators: readonly IndicatorRow[];
  readonly alliances: readonly AllianceSpec[];
  readonly sources: Readonly<Record<string, Source>>;
}

export interface CountrySpec {
  readonly key: string;
  readonly name: string;
  readonly iso2: string;
  readonly iso3: string;
  readonly population: Quantity;
  /** offices, never persons */
  readonly headOffice: string;
  readonly rulingGroup: string;
  readonly seatPlace: string;
  /** most populous or most symbolic other place whose loss counts, or the seat again */
  readonly chiefCity: string;
  readonly languages: readonly string[];
  readonly neighbours: readonly string[];
  readonly parliament: {
    readonly name: string;
    readonly seats: number;
    readonly quorumShare01: number;
    readonly majorityShare01: number;
    readonly mustRatify: boolean;
    readonly source?: string;
  };
  readonly forces: { readonly police: Quantity; readonly interior: Quantity; readonly army: Quantity };
  /** share of residents in industrial or extractive work whose stoppage presses the government */
  readonly strikeableShare01: Quantity;
}

export interface RegionSpec {
  readonly country: string;
  /** short, unique in its country: `mangystau` */
  readonly key: string;
  readonly name: string;
  readonly iso: string;
  readonly population: number;
  readonly utcOffsetHours: number;
  readonly source: string;
}

export interface PlaceSpec {
  readonly country: string;
  /** short key of the region: `mangystau` */
  readonly region: string;
  /** `<country>/<region>/<place>`; a rural remainder is `<country>/<region>/rural` */
  readonly key: string;
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly population: number;
  readonly kind: 'town' | 'rural';
  readonly utcOffsetHours: number;
  /** share of residents in strikeable trades where it differs from the country's, else NaN */
  readonly strikeableShare01: number;
  /** residents without any exchange with other people in the model (tests of coupling) */
  readonly uncoupled: boolean;
  /** fixed number of person slots; 0 = derived from the population */
  readonly capacity: number;
  readonly source: string;
}

export interface LinkSpec {
  readonly from: string;
  readonly to: string;
  readonly hours: number;
  readonly mode: 'road' | 'rail' | 'air';
  readonly source: string;
}

export interface IndicatorRow {
  readonly country: string;
  readonly year: number;
  readonly indicator: string;
  readonly value: number;
  readonly unit: string;
  readonly source: string;
}

export interface AllianceSpec {
  readonly key: string;
  readonly name: string;
  readonly patron: string;
  readonly members: readonly string[];
  /** treaty article on mutual aid; some treaties speak of outside aggression only */
  readonly article: string;
  readonly needsExternalCause: boolean;
  /** people the patron can move by air in 24 hours, and in all */
  readonly liftPeoplePerDay: Quantity;
  readonly contingentMax: Quantity;
  /** hours between the decision and the first landing */
  readonly firstLandingHours: Quantity;
  /** contribution each member would make if it agrees, people */
  readonly contributions: Readonly<Record<string, Quantity>>;
}
