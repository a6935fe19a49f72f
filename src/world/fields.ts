/**
 * The columns a run moves. Every hour starts by freezing them: mechanisms read `now`, write `next`.
 * One table serves allocation, snapshots, documentation and the conformance test of `reads`/`writes`.
 */

export interface FieldNote {
  readonly unit: string;
  readonly meaning: string;
}

const note = (unit: string, meaning: string): FieldNote => ({ unit, meaning });

export const placeFields = {
  crowd: note('people', 'people out here at the start of the hour'),
  outings: note('people', 'outings begun by residents so far'),
  grievanceOthers01: note('1', 'hardship added by outside events, people outside strikeable trades'),
  grievanceWorkers01: note('1', 'the same for strikeable trades'),
  callReach01: note('share', 'share of residents a gathering call speaks to this hour; over its hours they add up to its reach'),
  callHours: note('h', 'hours the current call still lasts'),
  homeCall01: note('share', 'share of those out who hear a call to go home this hour'),
  company: note('people', 'largest crowd here that people still remember: whom somebody called to a square expects to meet there'),
  seen01: note('1', 'V: what people here have seen of the movement lately'),
  seenAtHome01: note('1', 'the same without what is seen abroad'),
  outrage01: note('1', 'B: outrage at force used'),
  fear01: note('1', 'fear left by recent force'),
  risk01: note('1', 'danger of being out, from coercive strength against crowd'),
  force: note('people', 'effective coercive strength of obeying units on shift'),
  crowdStrength: note('people', 'crowd counted with looted arms'),
  curfew01: note('1', 'curfew in force (0 or 1)'),
  strikers: note('people', 'people who stay away from work today'),
  sitesLost01: note('share', 'share of site weight the crowd holds'),
  control: note('code', '0 government, 1 contested, 2 crowd'),
  controlHours: note('h', 'hours the crowd has held the place without a break'),
  arms: note('weapons', 'weapons taken and not given back'),
  violence01: note('1', 'how violent the last hours were here (attacks on sites), decays'),
  detained: note('people', 'people detained here so far'),
  dead: note('people', 'residents and others killed here so far'),
  securityDead: note('people', 'members of the forces killed here so far'),
  injured: note('people', 'people injured here so far'),
  unitsAside01: note('share', 'share of the strength here that stands aside or has changed sides'),
} as const satisfies Record<string, FieldNote>;

export const countryFields = {
  legitimacy01: note('1', 'L: standing of the government with the people'),
  legitimacyBase01: note('1', 'the level L returns to'),
  cohesion01: note('1', 'how far the elite holds together'),
  connectivity01: note('share', 'share of normal network traffic that gets through'),
  narrative01: note('1', 'hold of the official story (foreign instigators), decays'),
  sympathy01: note('1', 'sympathy with an uprising in another member state'),
  turnout: note('people', 'people out in the whole country'),
  regionsOut: note('regions', 'regions with a gathering of at least 30 people'),
  visible01: note('1', 'how visible the movement is in the country as a whole'),
  threat01: note('1', "the government's own view of the danger"),
  strikePressure01: note('1', 'pressure of stopped work, grows with share and length'),
  placesLost: note('places', 'towns wholly in the hands of the crowd'),
  belief01: note('1', 'belief that the government will last, held by units and elite'),
  expectation01: note('1', 'expectation that a patron would step in here'),
  resentment01: note('1', 'resentment at foreign troops'),
  callUp01: note('share', 'share of all police on duty beyond the normal shift'),
  rung: note('count', 'steps of the policy ladder taken so far'),
  conceded: note('count', 'concessions made so far'),
  emergency01: note('1', 'state of emergency (0 or 1)'),
  shutdown01: note('1', 'network shut (0 or 1)'),
  moving01: note('1', 'forces ordered to move (0 or 1)'),
  fire01: note('1', 'lethal force allowed (0 or 1)'),
  asked01: note('1', 'help asked for (0 or 1)'),
  foreignPeople: note('people', 'foreign troops in the country'),
  freedPeople: note('people', 'own forces freed from guarding by foreign troops'),
  sentPeople: note('people', 'own troops sent abroad'),
  headOut: note('hour', 'hour the head of government was out, 0 = not'),
  groupOut: note('hour', 'hour the ruling group was out, 0 = not'),
  seatLost: note('hour', 'hour at which the seat had been lost for 72 h, 0 = not'),
  seatLostHours: note('h', 'hours the seat has been in the hands of the crowd'),
  detained: note('people', 'people detained so far'),
  dead: note('people', 'people killed so far, forces included'),
  injured: note('people', 'people injured so far'),
} as const satisfies Record<string, FieldNote>;

export const allianceFields = {
  client: note('country', 'country that asked, -1 = none'),
  askedHour: note('hour', 'hour of the request, -1 = none'),
  externalLabel01: note('1', 'how convincingly an external cause was named'),
  decision: note('code', '0 open, 1 granted, 2 refused'),
  decidedHour: note('hour', "hour of the patron's decision, -1 = none"),
  landedHour: note('hour', 'hour of the first landing, -1 = none'),
  promisedPeople: note('people', 'troops promised in all'),
  landedPeople: note('people', 'troops landed'),
  committed01: note('share', "share of the patron's capacity in use elsewhere"),
  withdrawnHour: note('hour', 'hour the contingent began to leave, -1 = none'),
} as const satisfies Record<string, FieldNote>;

export const memberFields = {
  /** rows: alliance x country */
  consent: note('code', '0 not asked, 1 pending, 2 consented, 3 refused'),
  sessions: note('count', 'parliamentary sessions held on the question'),
  landed: note('people', 'troops of this member landed'),
} as const satisfies Record<string, FieldNote>;

export type PlaceField = keyof typeof placeFields;
export type CountryField = keyof typeof countryFields;
export type AllianceField = keyof typeof allianceFields;
export type MemberField = keyof typeof memberFields;

export type Columns<K extends string> = Record<K, Float64Array>;

export interface FieldSet {
  readonly place: Columns<PlaceField>;
  readonly country: Columns<CountryField>;
  readonly alliance: Columns<AllianceField>;
  readonly member: Columns<MemberField>;
}

function columns<K extends string>(notes: Record<K, FieldNote>, rows: number): Columns<K> {
  // filled in over a copy of the notes: all sets then share one hidden class, in which `now.place.crowd`
  // is a load; built name by name, two dozen columns become a hash table each
  const made = { ...notes } as unknown as Columns<K>;
  for (const name of Object.keys(notes) as K[]) made[name] = new Float64Array(rows);
  return made;
}

export function newFields(places: number, countries: number, alliances: number): FieldSet {
  return {
    place: columns(placeFields, places),
    country: columns(countryFields, countries),
    alliance: columns(allianceFields, alliances),
    member: columns(memberFields, alliances * countries),
  };
}

/** Copy all columns of `from` into `to`. */
export function copyFields(from: FieldSet, to: FieldSet): void {
  for (const part of ['place', 'country', 'alliance', 'member'] as const) {
    const source = from[part] as Record<string, Float64Array>;
    const target = to[part] as Record<string, Float64Array>;
    for (const name of Object.keys(source)) target[name]!.set(source[name]!);
  }
}
