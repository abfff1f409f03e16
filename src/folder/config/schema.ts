import { z } from 'zod';
import { lookKeys, printKeys } from './badges-schema.ts';
import { emailsSchema } from './emails-schema.ts';
import { rulesSchema } from './rules-schema.ts';
import { colour, date, id, language, people, some, text, time } from './schema-parts.ts';

/**
 * The shape of sosent.yaml as a person writes it: short forms allowed, defaults left out. `toEvent` fills in the
 * rest. Keys that are not listed are refused, because a misspelt key would be a rule that is silently not applied.
 */

const strings = z.array(z.string()).default([]);

const country = z
  .string()
  .transform(regionOf)
  .refine((value) => value !== '', {
    error: 'must be the two letters of a country, such as NO',
  });
const pattern = z
  .string()
  .regex(/^[^*]*\*?[^*]*$/, { error: 'must hold one "*" at most' })
  .trim()
  .min(1);
const patterns = z.array(pattern).default([]);
const domain = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}.-]*\.[\p{L}\p{M}\p{N}-]{2,}$/u, {
  error: 'must be the domain of e-mail addresses, such as example.org',
});
const name = z.string().trim().min(1);

const timeZone = z.string().refine(isTimeZone, { error: 'must be a time zone such as Europe/Oslo' });

export const fileSchema = z.strictObject({
  sosent: z.literal(1, { error: 'must be 1, the version of this file format' }),
  event: z.strictObject({
    id,
    title: text,
    date,
    timeZone: timeZone.default('Europe/Oslo'),
    country: country.optional(),
    languages: z
      .array(z.enum(['nb', 'en']))
      .min(1)
      .default(['nb', 'en']),
    venue: text.optional(),
    address: z.string().default(''),
    url: z.url({ protocol: /^https?$/, error: 'must be an address such as https://example.org' }).optional(),
    contact: z
      .strictObject({
        name: z.string().default(''),
        email: z.email({ error: 'must be an e-mail address such as post@example.org' }).optional(),
        phone: z.string().default(''),
      })
      .optional(),
    hosts: strings,
    colours: z.strictObject({ primary: colour.optional(), accent: colour.optional() }).optional(),
  }),
  themes: z.array(z.strictObject({ id, title: text, aliases: strings, description: text.optional() })).min(1),
  rooms: z
    .array(z.strictObject({ id, title: text, capacity: people, accessible: z.boolean().default(true) }))
    .min(1),
  timeSlots: z
    .array(z.strictObject({ id, title: text.optional(), date: date.optional(), start: time, end: time }))
    .min(1),
  sessions: z
    .array(
      z.strictObject({
        id: id.optional(),
        theme: id,
        room: id,
        timeSlots: z.union([z.literal('all'), z.array(id).min(1)]).optional(),
        timeSlot: id.optional(),
        title: text.optional(),
        capacity: people.optional(),
        minimum: people.default(0),
        mayCancel: z.boolean().default(false),
        language: language.optional(),
      }),
    )
    .min(1),
  attendeeTypes: z
    .array(z.strictObject({ id, title: text, aliases: strings, colour: colour.optional() }))
    .default([]),
  organisations: z
    .array(z.strictObject({ name, aliases: z.array(name).default([]), units: patterns }))
    .default([]),
  delegations: z
    .union([
      z.literal('off'),
      z.strictObject({
        minimumSize: z.int().min(2).optional(),
        named: z
          .array(
            z.strictObject({
              id,
              title: text.optional(),
              organisations: strings,
              units: patterns,
              domains: z.array(domain).default([]),
            }),
          )
          .default([]),
        leads: z.strictObject({ column: name, values: some(name) }).optional(),
      }),
    ])
    .default('off'),
  rules: rulesSchema.optional(),
  columns: z.record(z.string(), z.string()).default({}),
  sources: z
    .strictObject({
      priority: strings,
      fields: z.record(z.string(), z.array(z.string()).min(1)).default({}),
    })
    .default({ priority: [], fields: {} }),
  badges: z
    .strictObject({
      design: id.default('classic'),
      size: id.default('a6'),
      qr: z.enum(['code', 'vcard', 'url', 'none']).default('code'),
      fonts: strings,
      ...lookKeys,
      ...printKeys,
    })
    .optional(),
  emails: emailsSchema.optional(),
  exports: z.strictObject({ speakers: name.optional() }).optional(),
});

/** sosent.yaml after its shape was checked, before defaults that depend on other parts are filled in. */
export type EventFile = z.infer<typeof fileSchema>;

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}

/** `NO` for `no`, `GB` for `UK`; '' for what is no country. */
function regionOf(text: string): string {
  if (!/^[a-z]{2}$/i.test(text)) return '';
  const code = new Intl.Locale(`und-${text}`).region ?? '';
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(code) === undefined ? '' : code;
}
