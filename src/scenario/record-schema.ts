/** What may stand in `record.yaml`. */
import { z } from 'zod';
import { key, moment, placeRef, sourceKey, sources } from './schema-parts.ts';
import { observables, type ObservedQuantity } from './record.ts';

const quantities = Object.keys(observables) as [ObservedQuantity, ...ObservedQuantity[]];

const told = z.union([z.number(), z.boolean(), moment]).describe('a number; a time for quantities that are hours; true or false for yes-or-no ones');

export const errorModelSchema = z.strictObject({
  dist: z.enum(['factor', 'hours', 'exact', 'binary']),
  low: z.number().optional(),
  high: z.number().optional(),
});

export const observationSchema = z
  .strictObject({
    id: key,
    quantity: z.enum(quantities),
    place: placeRef.optional().describe('<country>/<region>/<place>'),
    country: key.optional().describe('absent = the place’s, or the focus'),
    at: moment.optional().describe('not needed when the value is itself a time'),
    value: told,
    low: told.optional().describe('absent = the value'),
    high: told.optional().describe('absent = the value'),
    kind: z.enum(['input', 'outcome']).default('outcome'),
    errorModel: errorModelSchema,
    source: sourceKey.optional(),
    note: z.string().optional(),
  })
  .describe('one thing somebody saw or announced');

export const recordSchema = z
  .strictObject({
    unrest: z.literal(1).optional().describe('version of this language'),
    observations: z.array(observationSchema),
    sources: sources.default({}),
  })
  .describe('The record of one uprising.');
