/** Pieces the schemas of scenario, world and record share. */
import { z } from 'zod';
import { maxNameLetters } from './files.ts';

/** The message of a format is what was expected, see `validate.ts`. */
export const keyPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const key = z.string().max(maxNameLetters).regex(keyPattern, 'a key: lower-case letters, digits and single hyphens');

export const placeRef = z
  .string()
  .max(3 * maxNameLetters + 2)
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+){0,2}$/, 'a key such as freeland, freeland/north or freeland/north/hilltown')
  .describe('<country>, <country>/<region> or <country>/<region>/<place>');

export const sourceKey = z.string().min(1).max(100).describe('key under sources');

export const moment = z
  .string()
  .min(1)
  .describe('ISO 8601 with offset (2022-01-02T11:00+05:00), or "day 3 18:00" on the local clock of clock.from; day 1 is the first');

export const prior = z
  .strictObject({
    dist: z.enum(['uniform', 'logUniform', 'triangular']),
    low: z.number(),
    high: z.number(),
    mode: z.number().optional().describe('triangular only'),
  })
  .describe('how likely each value is held to be before the record is seen');

const bothEnds = z.tuple([z.number(), z.number()]);

/** Shape of a number that says where it comes from. */
export const sourcedQuantity = z.strictObject({
  value: z.number(),
  unit: z.string().min(1).max(60),
  range: bothEnds.optional().describe('lowest and highest value held possible'),
  prior: prior.optional(),
  source: sourceKey.optional(),
  assumption: z.string().min(1).optional().describe('why this number, when it is a guess'),
});

export const quantity = z
  .union([z.number(), sourcedQuantity])
  .meta({ id: 'Quantity', description: 'A number; better {value, unit, range or prior, source or assumption}.' });

export type RawQuantity = z.output<typeof quantity>;

export const source = z.strictObject({
  title: z.string().min(1),
  address: z.string().default('').describe('where to find it; required'),
  date: z.union([z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'a date such as 2022, 2022-01 or 2022-01-15'), z.number().int().min(1000).max(9999)]).optional(),
  note: z.string().optional(),
});

export const sources = z
  .record(z.string().regex(/^[A-Za-z0-9][\w.:-]*$/, 'a source key: letters, digits, . : _ -'), source)
  .describe('<key>: {title, address, date, note}');
