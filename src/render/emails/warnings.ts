import { isAddress } from '../../core/mail/address.ts';
import type { AttachedFile } from './attachment-files.ts';
import type { Message } from './render-mailing.ts';

/** What of a message wants a look before it is sent. */
export const MESSAGE_WARNINGS = [
  'no-name',
  'no-placement',
  'no-subject',
  'long-subject',
  'broken-link',
  'no-attachment',
  'big-attachment',
] as const;

export type MessageWarning = (typeof MESSAGE_WARNINGS)[number];

/** Programs show 60 to 75 characters of a subject on a wide screen. */
const LONG_SUBJECT = 75;

/** In bytes. Mail servers take 10 to 25 MB, and a file grows by a third on its way. */
export const BIG_ATTACHMENTS = 5_000_000;
export const MOST_ATTACHMENTS = 18_000_000;

export interface WarningFacts {
  /** Whether the mailing tells people where they have places. */
  readonly tellsPlaces: boolean;
  /** In bytes. */
  readonly sizeOf: (file: AttachedFile) => number;
}

export function warningsOf(
  message: Message,
  { tellsPlaces, sizeOf }: WarningFacts,
): readonly MessageWarning[] {
  const { recipient, subject, html, attachments } = message;
  const size = attachments.reduce((sum, one) => sum + sizeOf(one), 0);
  const found: Readonly<Record<MessageWarning, boolean>> = {
    'no-name': recipient.attendee.name.trim() === '',
    'no-placement': tellsPlaces && !message.isPlaced,
    'no-subject': subject === '',
    'long-subject': [...subject].length > LONG_SUBJECT,
    'broken-link': hasBrokenLink(html),
    'no-attachment': message.withoutFiles > 0,
    'big-attachment': size > BIG_ATTACHMENTS,
  };
  return MESSAGE_WARNINGS.filter((one) => found[one]);
}

/** Links that lead nowhere: empty, without a scheme, or to an address that is none. */
function hasBrokenLink(html: string): boolean {
  return [...html.matchAll(/\shref="([^"]*)"/g)].some(([, link = '']) => !isSoundLink(link));
}

function isSoundLink(escaped: string): boolean {
  const link = escaped.replace(/&(?:amp|#x3D|#x27|#x60);/g, (entity) => ENTITIES[entity] ?? entity);
  const to = /^mailto:([^?]*)/i.exec(link)?.[1];
  if (to !== undefined) return isAddress(safelyDecoded(to));
  if (/^tel:/i.test(link)) return /^tel:\+?[\d().\s-]{3,}$/i.test(link);
  return /^https?:\/\/[^\s/]/i.test(link) && URL.canParse(link);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&#x3D;': '=',
  '&#x27;': "'",
  '&#x60;': '`',
};

function safelyDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
