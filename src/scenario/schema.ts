/** What may stand in `scenario.yaml`: shapes only; what the words refer to is checked in `load.ts`. */
import { z } from 'zod';
import { worldSchema } from './world-schema.ts';
import { key, moment, placeRef, quantity, sourcedQuantity, sourceKey, sources } from './schema-parts.ts';

export const eventKinds = ['price', 'election', 'arrest', 'death', 'decree', 'call', 'callHome'] as const;

export const clockSchema = z
  .strictObject({
    from: z.string().min(1).describe('first hour of the run, ISO 8601 with offset: 2022-01-02T00:00+06:00'),
    days: z.number().int().min(1).max(366).describe('length of the run'),
  })
  .describe('when the run begins and how long it lasts');

export const eventSchema = z
  .strictObject({
    id: key,
    kind: z.enum(eventKinds),
    at: moment,
    where: z.union([placeRef, z.array(placeRef).min(1)]).describe('place, region or country keys; a country stands for all its places'),
    group: z.enum(['all', 'workers']).default('all').describe('whom it hurts and calls; a callHome speaks to everybody who is out'),
    grievance: quantity.optional().describe("added to the hardship of the people concerned; unit '1', in [0,1]"),
    reach: quantity.optional().describe('share of the people concerned who hear of a gathering; unit share, in [0,1]'),
    hours: z.number().min(0).max(8784).default(0).describe("hours the gathering's call lasts; a callHome lasts one"),
    everyDays: z.number().int().min(0).max(366).default(0).describe('repeat every n days; 0 = once'),
    wave: key.optional().describe('happens only in arms that turn this wave of events on (lever shock.wave); absent = in every arm'),
    source: sourceKey.optional(),
    assumption: z.string().min(1).optional(),
  })
  .describe('a dated thing from outside the model');

/** Country and name, and a quantity written flat beside them. */
export const latentSchema = z
  .strictObject({ country: key, name: z.string().min(1), ...sourcedQuantity.shape })
  .describe('a fact nobody measures, set by hand: an assumption that counts as a free value');

export const leverValueSchema = z.union([z.number(), z.string(), z.boolean()]);

export const doSchema = z
  .strictObject({
    at: moment,
    set: z.string().min(1).describe('lever: <mechanism>.<lever>'),
    to: leverValueSchema,
    in: key.optional().describe('country or alliance (for shock.wave: a wave of events); absent = everywhere'),
  })
  .describe('from this hour on a lever has this value');

export const useSchema = z
  .strictObject({
    use: z.string().min(1).describe('a named intervention: unrest show --do'),
    from: moment.optional().describe('from this hour on; absent = as the intervention says'),
    than: moment.optional().describe('the fixed hour an intervention counts back from (request-a-day-earlier); not with from'),
    in: key.optional().describe('country, alliance or wave of events; absent = as the intervention says'),
  })
  .describe('a named intervention');

export const armSchema = z
  .strictObject({ id: key, title: z.string().min(1), do: z.array(z.union([doSchema, useSchema])).default([]) })
  .describe('one side of a comparison');

export const variantSchema = z
  .union([z.string(), z.array(z.string()).min(1)])
  .describe('a published form; a list, or any for all of them: each pair draws one');

export const mechanismsSchema = z.strictObject({ off: z.array(z.string().min(1)).default([]) });

export const scenarioSchema = z
  .strictObject({
    unrest: z.literal(1).describe('version of this language'),
    name: key,
    title: z.string().min(1),
    question: z.string().default('').describe('what the scenario is meant to answer'),
    about: z.string().default(''),
    world: z.union([key, worldSchema]).describe('folder worlds/<name>/, or the world itself'),
    clock: clockSchema,
    indicatorYear: z.number().int().min(1900).max(2200).describe('year whose indicators give the unmeasured facts'),
    focus: key.describe('country the questions are about'),
    events: z.array(eventSchema).default([]),
    latent: z.array(latentSchema).default([]),
    parameters: z.record(z.string(), quantity).default({}).describe('<mechanism>.<parameter>: quantity'),
    weights: z.string().min(1).max(80).optional().describe('frozen distribution of model parameters, or prior; absent = the newest frozen one'),
    variants: z.record(z.string(), variantSchema).default({}).describe('<mechanism>: published form'),
    mechanisms: mechanismsSchema.default({ off: [] }),
    arms: z.array(armSchema).default([{ id: 'as-it-was', title: 'As it was', do: [] }]),
    sources: sources.default({}),
  })
  .describe('One uprising: a question, a world, a clock, what happens from outside, and the arms to compare.');
