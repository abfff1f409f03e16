import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { headerText, type Mailbox } from '../../core/mail/address.ts';
import type { MailingPlan } from '../../core/mail/plan-mailing.ts';
import type { Message } from './render-mailing.ts';

/** The composer cannot do without a date; its line is taken out again. */
const NO_DATE = new Date(0);
const NO_DATE_LINE = 'Date: Thu, 01 Jan 1970 00:00:00 +0000\r\n';

/** A file with its bytes, in the order of `Message.attachments`. */
export interface AttachmentContent {
  readonly name: string;
  readonly content: Uint8Array;
  /** Where it does not follow from the ending of the name. */
  readonly contentType?: string;
  /** The type as which it also stands beside text and HTML. */
  readonly alternative?: string;
}

/**
 * A message as MIME (RFC 5322, 2045): text and HTML as alternatives, then its files. The same message gives the same
 * bytes, because its id and its boundary follow from what it holds. It has no `Date`, which says when a message was
 * handed over.
 */
export async function composeMessage(
  { from, replyTo, unsubscribe }: Pick<MailingPlan, 'from' | 'replyTo' | 'unsubscribe'>,
  message: Message,
  files: readonly AttachmentContent[] = [],
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
      ...(unsubscribe === undefined ? {} : { 'List-Unsubscribe': mailtoHeader(unsubscribe) }),
    },
    alternatives: files.flatMap(({ content, alternative }) =>
      alternative === undefined ? [] : [{ ...part(content), contentType: alternative }],
    ),
    attachments: files.map(({ name, content, contentType }) => ({
      ...part(content),
      filename: name,
      ...(contentType === undefined ? {} : { contentType }),
    })),
    baseBoundary: boundaryOf(message, files),
    newline: '\r\n',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return withoutDate(await composer.compile().build());
}

/** Bytes that no server may alter. */
function part(bytes: Uint8Array): { readonly content: Buffer; readonly contentTransferEncoding: 'base64' } {
  return { content: Buffer.from(bytes), contentTransferEncoding: 'base64' };
}

/** `List-Unsubscribe` (RFC 2369): mail programs make a button of it. In ASCII, as it is no text but an address. */
function mailtoHeader(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = new URL(`http://${address.slice(at + 1)}`).hostname;
  return `<mailto:${encodeURIComponent(address.slice(0, at))}@${domain}?subject=unsubscribe>`;
}

function mailbox({ name, address }: Mailbox): { name: string; address: string } {
  return { name: headerText(name), address };
}

/** Made of the content as well, so that no text in the message can end its part. */
function boundaryOf({ recipient, text, html }: Message, files: readonly AttachmentContent[]): string {
  const hash = createHash('sha256').update(JSON.stringify([recipient.messageId, text, html]));
  for (const { name, content } of files) hash.update(name).update(content);
  return hash.digest('hex').slice(0, 32);
}

function withoutDate(bytes: Buffer): Uint8Array {
  const at = bytes.indexOf(NO_DATE_LINE);
  const end = bytes.indexOf('\r\n\r\n');
  if (at < 0 || at > end) throw new Error('the composer wrote no Date header where one was given');
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + NO_DATE_LINE.length)]);
}
