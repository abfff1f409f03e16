import { z } from 'zod';
import { STANDINGS, TOLD_CHANGES } from '../../model/mailing.ts';
import { id, language, some, someOf, text } from './schema-parts.ts';
import { smtpSchema } from './smtp-schema.ts';

const name = z.string().trim().min(1);

/** Keys are and, lists are or. */
const filter = z.strictObject({
  types: some(id).optional(),
  delegations: some(id).optional(),
  organisations: some(name).optional(),
  units: some(name).optional(),
  themes: some(id).optional(),
  sessions: some(id).optional(),
  languages: some(language).optional(),
  status: someOf(['registered', 'cancelled']).optional(),
  placement: someOf(STANDINGS).optional(),
  changes: someOf([...TOLD_CHANGES, 'any']).optional(),
  leads: z.boolean().optional(),
  columns: z.record(z.string(), some(name)).optional(),
});

const audience = some(filter);

const attachment = z.union([
  name.transform((file) => ({ file, name: undefined, optional: false })),
  z.strictObject({ file: name, name: text.optional(), optional: z.boolean().default(false) }),
]);

/** The part `emails` of sosent.yaml. */
export const emailsSchema = z.strictObject({
  from: z.string().default(''),
  replyTo: z.string().default(''),
  unsubscribe: z.string().default(''),
  smtp: smtpSchema.optional(),
  mailings: z
    .array(
      z.strictObject({
        id,
        template: id.optional(),
        subject: text,
        audience: audience.optional(),
        except: audience.optional(),
        from: z.string().default(''),
        replyTo: z.string().default(''),
        unsubscribe: z.string().default(''),
        attachments: z.array(attachment).default([]),
        calendar: z.union([z.boolean(), z.literal('invite')]).default(false),
      }),
    )
    .default([]),
});
