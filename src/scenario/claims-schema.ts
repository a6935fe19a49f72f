/** What may stand in `claims.yaml`. */
import { z } from 'zod';
import { claimedQuantities, claimKinds, horizonsDays, type ClaimedQuantity } from './claims.ts';
import { maxNameLetters } from './files.ts';
import { key, sourceKey, sources } from './schema-parts.ts';

const quantities = Object.keys(claimedQuantities) as [ClaimedQuantity, ...ClaimedQuantity[]];

const by = z.string().min(1).describe('who holds the statement');

export const claimQuerySchema = z
  .strictObject({
    quantity: z.enum(quantities),
    arm: key.describe('arm of the scenario'),
    against: key.optional().describe('arm it is set against; absent = the arm by itself'),
    withinDays: z
      .array(z.literal(horizonsDays))
      .min(1)
      .optional()
      .describe('days after the clock; needed for headOut, groupOut and seatLost, and for nothing else'),
  })
  .describe('one question to the model');

export const claimSchema = z
  .strictObject({
    id: z
      .string()
      .max(maxNameLetters)
      .regex(/^[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$/, 'an id: letters, digits and single hyphens, a letter first'),
    kind: z.enum(claimKinds),
    statement: z.string().min(1).describe('what is claimed, in our words'),
    by: by.optional().describe('absent = as the file says for all'),
    source: sourceKey.optional().describe('absent = as the file says for all'),
    paragraph: z.number().int().min(1).max(100_000).optional().describe('paragraph of the source, counted from 1'),
    note: z.string().min(1).optional(),
    queries: z.array(claimQuerySchema).default([]),
  })
  .describe('one statement of somebody');

export const claimsSchema = z
  .strictObject({
    unrest: z.literal(1).optional().describe('version of this language'),
    scenario: key.optional().describe('name of the scenario beside it'),
    by: by.optional().describe('who holds the statements that name nobody'),
    source: sourceKey.optional().describe('source of the statements that name none'),
    claims: z.array(claimSchema),
    sources: sources.default({}),
  })
  .describe('What is claimed of one uprising. The program adopts no statement and rejects none.');
