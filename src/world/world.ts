/** What exists before anything happens: immutable facts in columns, plus who lives where. */
import type { ScenarioSpec } from '../scenario/types.ts';
import type { UnitFacts } from './forces.ts';
import type { Latents } from './latent.ts';
import type { Settlement } from './people/settlement.ts';

export interface PlaceFacts {
  readonly count: number;
  readonly keys: readonly string[];
  readonly names: readonly string[];
  readonly country: Int32Array;
  readonly region: Int32Array;
  readonly residents: Float64Array;
  /** residents a crowd is weighed against: from the slots, so that one more resident moves no weight */
  readonly weighedResidents: Float64Array;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly isRural: Uint8Array;
  readonly isRegionalCapital: Uint8Array;
  readonly uncoupled: Uint8Array;
  /** [place * siteKinds + kind] 1 = the place has that site */
  readonly sites: Uint8Array;
  /** [place] sum of its sites' weights */
  readonly siteWeight: Float64Array;
  /** [place] share of residents in strikeable trades */
  readonly strikeableShare01: Float64Array;
}

export interface CountryFacts {
  readonly count: number;
  readonly keys: readonly string[];
  readonly names: readonly string[];
  /** [country] residents of its coupled places: what is counted per head is counted per head of these */
  readonly residents: Float64Array;
  readonly regions: Float64Array;
  readonly seat: Int32Array;
  readonly chiefCity: Int32Array;
  readonly firstPlace: Int32Array;
  readonly endPlace: Int32Array;
  readonly firstUnit: Int32Array;
  readonly endUnit: Int32Array;
  readonly latents: readonly Latents[];
  /** [country * count + country] how much one hears of the other, [0,1]: neighbours, shared language */
  readonly affinity01: Float64Array;
  readonly patron: Int32Array;
}

export interface World {
  readonly scenario: ScenarioSpec;
  readonly seed: number;
  readonly hours: number;
  readonly places: PlaceFacts;
  readonly countries: CountryFacts;
  readonly units: UnitFacts;
  readonly settlement: Settlement;
  /** [place * count + place] hours by road (sourced link or great circle x 1.3 at 60 km/h) */
  readonly travelHours: Float32Array;
  /** [class] hardship of the class, [0,1] */
  readonly hardships: Float64Array;
  readonly placeIndex: ReadonlyMap<string, number>;
  readonly countryIndex: ReadonlyMap<string, number>;
  readonly regionCount: number;
  readonly regionNames: readonly string[];
  /** [place] local day of week at hour 0: 0 = Sunday */
  readonly firstWeekday: Int32Array;
}
