/** What may stand in a world: the rows of its tables and the entries of its lists, in files or inline. */
import { z } from 'zod';
import { key, placeRef, quantity, sourceKey, sources } from './schema-parts.ts';

const share01 = z.number().min(0).max(1);
const source = sourceKey.optional();

const parliamentSchema = z.strictObject({
  name: z.string().min(1),
  seats: z.number().int().min(1).max(10_000),
  quorumShare01: share01,
  majorityShare01: share01,
  mustRatify: z.boolean().describe('whether foreign troops, or sending one’s own, need its vote'),
  source,
});

export const countrySchema = z.strictObject({
  key,
  name: z.string().min(1),
  iso2: z
    .string()
    .regex(/^[A-Z]{2}$/, 'two capital letters')
    .optional(),
  iso3: z
    .string()
    .regex(/^[A-Z]{3}$/, 'three capital letters')
    .optional(),
  population: quantity.describe('people, by census; its regions must sum to it'),
  headOffice: z.string().min(1).default('head of state').describe('an office, never a person'),
  rulingGroup: z.string().min(1).default('ruling group'),
  seatPlace: placeRef.describe('place of the government'),
  chiefCity: placeRef.optional().describe('other place whose loss counts; absent = the seat'),
  languages: z.array(z.string().min(1)).default([]),
  neighbours: z.array(key).default([]),
  parliament: parliamentSchema,
  forces: z.strictObject({ police: quantity, interior: quantity, army: quantity }).describe('people'),
  strikeableShare01: quantity.describe('share of residents in work whose stoppage presses the government'),
});

export const regionSchema = z.strictObject({
  country: key,
  key: placeRef.describe('short (north) or full (freeland/north)'),
  name: z.string().min(1),
  iso: z.string().optional(),
  population: z.number().int().min(0),
  utcOffsetHours: z.number().min(-12).max(14).multipleOf(0.25),
  source,
});

export const placeSchema = z.strictObject({
  country: key.optional().describe('not needed with a full key'),
  region: placeRef.optional().describe('not needed with a full key'),
  key: placeRef.describe('short (hilltown) or full (freeland/north/hilltown)'),
  name: z.string().min(1),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  population: z.number().int().min(0),
  kind: z.enum(['town', 'rural']).optional().describe('absent = town, but rural for the key rural'),
  utcOffsetHours: z.number().min(-12).max(14).multipleOf(0.25).optional().describe('absent = the region’s'),
  strikeableShare01: share01.optional().describe('absent = the country’s'),
  uncoupled: z.boolean().default(false),
  capacity: z.number().int().min(0).max(200_000_000).default(0).describe('person slots; 0 = from the population'),
  source,
});

export const linkSchema = z.strictObject({
  from: placeRef,
  to: placeRef,
  hours: z.number().positive().max(1000),
  mode: z.enum(['road', 'rail', 'air']).default('road'),
  source,
});

export const indicatorSchema = z.strictObject({
  country: key,
  year: z.number().int().min(1900).max(2200),
  indicator: z.string().min(1).max(80),
  value: z.number(),
  unit: z.string().min(1),
  source,
});

export const allianceSchema = z.strictObject({
  key,
  name: z.string().min(1),
  patron: key,
  members: z.array(key).min(1),
  article: z.string().default(''),
  needsExternalCause: z.boolean().default(false),
  liftPeoplePerDay: quantity.describe('people/day the patron can move by air'),
  contingentMax: quantity.describe('people in all'),
  firstLandingHours: quantity.describe('h between decision and first landing'),
  contributions: z.record(key, quantity).default({}).describe('<member>: people it sends if it agrees'),
});

export const worldSchema = z
  .strictObject({
    countries: z.array(countrySchema).min(1),
    regions: z.array(regionSchema).default([]).describe('absent = made from the places'),
    places: z.array(placeSchema).min(1),
    links: z.array(linkSchema).default([]),
    indicators: z.array(indicatorSchema).default([]),
    alliances: z.array(allianceSchema).default([]),
    sources: sources.default({}),
  })
  .describe('countries, regions, places, links, indicators, alliances');

export type RawCountry = z.output<typeof countrySchema>;
export type RawRegion = z.output<typeof regionSchema>;
export type RawPlace = z.output<typeof placeSchema>;
export type RawLink = z.output<typeof linkSchema>;
export type RawIndicator = z.output<typeof indicatorSchema>;
export type RawAlliance = z.output<typeof allianceSchema>;
