import { z } from 'zod';

/** Values that stand in several places of sosent.yaml. */

const ID = 'must be a text of letters, digits, ".", "_" and "-"';
export const id = z
  .union([z.string(), z.number()], { error: ID })
  .transform(String)
  .refine((value) => /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(value), { error: ID });
export const text = z.union(
  [
    z
      .string()
      .min(1)
      .transform((value) => ({ und: value })),
    z.record(z.string().regex(/^[a-z]{2,3}$/), z.string().min(1)),
  ],
  { error: 'must be a text, or one per language as in { nb: ..., en: ... }' },
);
export const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'must be a colour such as "#1b6ca8"' });
export const date = z.iso.date({ error: 'must be a date such as 2016-10-26' });
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as "09:30", in quotes' });
export const people = z.int().min(0);
export const share = z
  .string()
  .regex(/^(100|\d{1,2})(\.\d+)?\s*%$/, { error: 'must be a share such as 20%' })
  .transform((value) => Number.parseFloat(value) / 100);
export const amount = z.union(
  [people.transform((value) => ({ people: value })), share.transform((value) => ({ share: value }))],
  { error: 'must be a number of people, or a share such as 20%' },
);
export const language = z.string().regex(/^[a-z]{2,3}$/, { error: 'must be a language such as nb or en' });
export const weight = z.number().positive().default(1);
export const listOrAll = z
  .union([z.literal('all'), id.transform((one) => [one]), z.array(id).min(1)])
  .default('all');

/** One value, or a list of some. */
export function some<T extends z.ZodType>(
  one: T,
): z.ZodUnion<[z.ZodArray<T>, z.ZodPipe<T, z.ZodTransform<z.output<T>[], z.output<T>>>]> {
  return z.union([z.array(one).min(1), one.transform((value): z.output<T>[] => [value])]);
}

/** One of these words, or a list of some. */
export function someOf<const Word extends string>(words: readonly Word[]) {
  const error = `must be one or some of ${words.join(', ')}`;
  const one = z.enum(words, { error });
  return z.union([z.array(one).min(1), one.transform((value): Word[] => [value])], { error });
}
