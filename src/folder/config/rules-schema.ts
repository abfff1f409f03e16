import { z } from 'zod';
import { STAGE_IDS } from '../../model/event.ts';
import { amount, date, id, language, listOrAll, share, weight } from './schema-parts.ts';

const listOrNone = z.union([id.transform((one) => [one]), z.array(id)]).default([]);
const texts = z.array(z.string().trim().min(1)).default([]);
const column = z.string().trim().min(1);

/** The part `rules` of sosent.yaml. */
export const rulesSchema = z.strictObject({
  criterion: z.enum(['fair', 'happy', 'first', 'custom']).default('fair'),
  seed: z.union([z.string(), z.number()]).transform(String).optional(),
  spread: z
    .array(
      z.strictObject({
        id: id.optional(),
        delegations: listOrAll,
        themes: listOrAll,
        per: z.enum(['theme', 'session']).default('theme'),
        atLeast: amount.optional(),
        atMost: amount.optional(),
        weight,
      }),
    )
    .default([]),
  mix: z
    .array(
      z.strictObject({
        id: id.optional(),
        types: z.union([id.transform((one) => [one]), z.array(id).min(1)]),
        themes: listOrAll,
        atLeast: share.optional(),
        atMost: share.optional(),
        weight,
      }),
    )
    .default([]),
  eligibility: z
    .array(
      z.strictObject({
        id: id.optional(),
        types: z.union([id.transform((one) => [one]), z.array(id).min(1)]),
        themes: listOrNone,
        sessions: listOrNone,
      }),
    )
    .default([]),
  together: z.array(z.strictObject({ id: id.optional(), column })).default([]),
  apart: z.array(z.strictObject({ id: id.optional(), column, weight })).default([]),
  notAlone: z.array(z.strictObject({ id: id.optional(), delegations: listOrAll, weight })).default([]),
  topWishes: z
    .array(
      z.strictObject({
        id: id.optional(),
        atLeast: z.int().min(1).default(1),
        of: z.int().min(1),
        weight,
      }),
    )
    .default([]),
  priority: z
    .array(
      z.strictObject({
        types: z.union([id.transform((one) => [one]), z.array(id).min(1)]).optional(),
        registeredBefore: date.optional(),
      }),
    )
    .default([]),
  fairOverSlots: z.boolean().default(false),
  stages: z.array(z.enum(STAGE_IDS)).default([]),
  availability: z
    .strictObject({
      column,
      present: z.record(
        z.string().trim().min(1),
        z.union([z.literal('all'), id.transform((one) => [one]), z.array(id)]),
      ),
    })
    .optional(),
  accessibility: z
    .strictObject({ column: column.default('accessibility'), needs: texts, ignore: texts })
    .optional(),
  language: z
    .strictObject({
      understand: z.record(language, z.array(language)).default({}),
      strict: z.boolean().default(false),
      weight,
    })
    .optional(),
});
