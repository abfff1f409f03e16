import { z } from 'zod';
import type { SmtpSettings } from '../../model/smtp-settings.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000 };

const duration = z.string().regex(/^[1-9]\d{0,3}[smh]$/, {
  error: 'must be a time such as 30s, 5m or 1h',
});
const rate = z.string().regex(/^[1-9]\d{0,6}\/(?:[1-9]\d{0,3})?[smh]$/, {
  error: 'must be a number of messages in a time, such as 50/5m or 10/s',
});
const hostName = z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{N}])?$|^[\da-fA-F:]+$/u, {
  error: 'must be the name of a mail server, such as smtp.example.org, without port',
});
const few = (most: number) =>
  z
    .int()
    .min(1)
    .max(most, { error: `must be ${most} at most` });

/** `emails.smtp` of sosent.yaml. A password is refused by name, because the file may be public. */
export const smtpSchema = z.strictObject({
  host: hostName,
  port: z.int().min(1).max(65_535).optional(),
  security: z.enum(['starttls', 'tls', 'none']).optional(),
  user: z.string().default(''),
  password: z
    .undefined({
      error:
        'must not stand in sosent.yaml: put the password in the environment variable SOSENT_SMTP_PASSWORD, or name the command that tells it as passwordCommand',
    })
    .optional(),
  passwordCommand: z.string().trim().default(''),
  connections: few(50).default(3),
  perConnection: few(100_000).default(100),
  rate: rate.optional(),
  retryAfter: z.array(duration).max(20).default(['1m', '5m', '10m']),
  timeout: duration.default('5m'),
  dkim: z
    .strictObject({
      domain: hostName,
      selector: z.string().regex(/^[\w.-]+$/, { error: 'must be letters, digits, ".", "_" and "-"' }),
      keyFile: z.string().trim().min(1),
    })
    .optional(),
});

/** The mail server with every default filled in. */
export function toSmtp(smtp: z.infer<typeof smtpSchema>): SmtpSettings {
  const { password: _, ...rest } = smtp;
  const security = smtp.security ?? (smtp.port === 465 ? 'tls' : 'starttls');
  return {
    ...rest,
    security,
    port: smtp.port ?? { starttls: 587, tls: 465, none: 25 }[security],
    rate: smtp.rate === undefined ? undefined : toRate(smtp.rate),
    retryAfter: smtp.retryAfter.map(toMilliseconds),
    timeout: toMilliseconds(smtp.timeout),
    dkim: smtp.dkim,
  };
}

function toRate(text: string): { messages: number; per: number } {
  const [messages = '', per = ''] = text.split('/');
  return { messages: Number(messages), per: toMilliseconds(/^\d/.test(per) ? per : `1${per}`) };
}

function toMilliseconds(text: string): number {
  return Number(text.slice(0, -1)) * (UNITS[text.slice(-1)] ?? 0);
}
