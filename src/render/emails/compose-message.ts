import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { headerText, type Mailbox } from '../../core/mail/address.ts';
import type { MailingPlan } from '../../core/mail/plan-mailing.ts';
import type { Message } from './render-mailing.ts';

/** The composer cannot do without a date; its line is taken out again. */
const NO_DATE = new Date(0);
const NO_DATE_LINE = 'Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n';

/**
 * A message as MIME (RFC 5322, 2045): text and HTML as alternatives. The same message gives the same bytes, because
 * its id and its boundary follow from what it holds. It has no `Date`, which says when a message was handed over.
 */
export async function composeMessage(
  { from, replyTo }: Pick<MailingPlan, 'from' | 'replyTo'>,
  message: Message,
): Promise<Uint8Array> {
  const { recipient, subject, text, html } = message;
  const composer = new MailComposer({
    from: mailbox(from),
    to: mailbox({ name: recipient.attendee.name, address: recipient.address }),
    ...(replyTo === undefined ? {} : { replyTo: mailbox(replyTo) }),
    subject,
    text,
    html,
    textEncoding: 'quoted-printable',
    date: NO_DATE,
    messageId: recipient.messageId,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'Content-Language': recipient.language,
    },
    baseBoundary: boundaryOf(message),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return withoutDate(await composer.compile().build());
}

function mailbox({ name, address }: Mailbox): { name: string; address: string } {
  return { name: headerText(name), address };
}

/** Made of the content as well, so that no text in the message can end its part. */
function boundaryOf({ recipient, text, html }: Message): string {
  const parts = JSON.stringify([recipient.messageId, text, html]);
  return createHash('sha256').update(parts).digest('hex').slice(0, 32);
}

function withoutDate(bytes: Buffer): Uint8Array {
  const at = bytes.indexOf(NO_DATE_LINE);
  const end = bytes.indexOf('\r\n\r\n');
  if (at < 0 || at > end) throw new Error('the composer wrote no Date header where one was given');
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + NO_DATE_LINE.length)]);
}
