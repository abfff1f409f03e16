import { createHash } from 'node:crypto';
import { problem, SosentError } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event, Mailing } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import type { Problem } from '../../model/problem.ts';
import type { Language } from '../../model/text.ts';
import { groupBy } from '../group-by.ts';
import { compareText, nameOrder } from '../order.ts';
import { isAddress, type Mailbox, parseMailbox } from './address.ts';

/** Who gets a mailing, and who is left out and why; nothing is rendered yet. */
export interface MailingPlan {
  readonly mailing: Mailing;
  readonly from: Mailbox;
  readonly replyTo: Mailbox | undefined;
  /** By name as the event's first language orders names, then by id. */
  readonly recipients: readonly Recipient[];
  readonly leftOut: readonly LeftOut[];
}

export interface Recipient {
  readonly attendee: Attendee;
  readonly address: string;
  /** The attendee's own language where the event has it, else the first of the event. */
  readonly language: Language;
  /** The attendee's own placements. */
  readonly placements: readonly Placement[];
  /** Ids of the time slots in which they are not there. */
  readonly absences: readonly string[];
  /** The same for the same mailing and attendee, whenever and however often it is rendered. */
  readonly messageId: string;
  /** Name for files, without an ending: the attendee's code where that can be one. Says nothing about the person. */
  readonly fileName: string;
}

export interface LeftOut {
  readonly attendee: Attendee;
  readonly reason: 'no-address' | 'unusable-address';
}

/** Plans one mailing to everybody who is coming. Throws SOS602 where sosent.yaml names no usable sender. */
export function planMailing(
  event: Event,
  mailing: Mailing,
  attendees: readonly Attendee[],
  placements: readonly Placement[],
  isAbsent: (attendee: string, timeSlot: string) => boolean = () => false,
): MailingPlan {
  const { from, replyTo } = requireSender(event);
  const byName = nameOrder(event.languages[0] ?? 'en');
  const coming = attendees
    .filter((one) => one.status === 'registered')
    .sort((a, b) => byName(a.name, b.name) || compareText(a.id, b.id));
  const placementsOf = groupBy(placements, (one) => one.attendee);
  const sharing = groupBy(coming, (one) => one.code.toLowerCase()); // some disks do not tell A from a
  const recipients: Recipient[] = [];
  const leftOut: LeftOut[] = [];
  for (const attendee of coming) {
    const address = attendee.email.trim();
    if (!isAddress(address)) {
      leftOut.push({ attendee, reason: address === '' ? 'no-address' : 'unusable-address' });
      continue;
    }
    const key = hash([event.id, mailing.id, attendee.id]);
    const isShared = (sharing.get(attendee.code.toLowerCase()) ?? []).length > 1;
    recipients.push({
      attendee,
      address,
      language: languageOf(event, attendee),
      placements: placementsOf.get(attendee.id) ?? [],
      absences: event.timeSlots.map((slot) => slot.id).filter((slot) => isAbsent(attendee.id, slot)),
      messageId: `<${key.slice(0, 32)}@${domainOf(from)}>`,
      fileName: !isShared && isFileName(attendee.code) ? attendee.code : `id-${key.slice(0, 16)}`,
    });
  }
  return { mailing, from, replyTo, recipients, leftOut };
}

function languageOf({ languages }: Event, { language }: Attendee): Language {
  return languages.includes(language) ? language : (languages[0] ?? language);
}

/** Leads nowhere else, and is a name that Windows has not kept for a device. */
function isFileName(code: string): boolean {
  return /^[\w-]{1,60}$/.test(code) && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(code);
}

function requireSender(event: Event): Pick<MailingPlan, 'from' | 'replyTo'> {
  const { emails, contact } = event;
  const from =
    emails.from === '' ? { name: contact.name, address: contact.email } : parseMailbox(emails.from);
  const replyTo = emails.replyTo === '' ? undefined : parseMailbox(emails.replyTo);
  const problems: Problem[] = [];
  if (emails.replyTo !== '' && replyTo === undefined) {
    problems.push(unusable('emails.replyTo', emails.replyTo));
  }
  if (from === undefined || !isAddress(from.address)) {
    problems.unshift(unusable('emails.from', emails.from || contact.email));
    throw new SosentError(problems);
  }
  if (problems.length > 0) throw new SosentError(problems);
  return { from, replyTo };
}

function unusable(key: string, value: string): Problem {
  const message =
    value === ''
      ? 'Nobody is named as the sender of the mails.'
      : `${key} in sosent.yaml: "${value}" is not one e-mail address.`;
  return problem('SOS602', message, {
    hint: `Write it as "SosEnt 2016 <post@example.org>" under ${key} in sosent.yaml.`,
  });
}

/** RFC 5322 asks for ASCII in a Message-ID; a sender with an international domain gets one that is nobody's. */
function domainOf(from: Mailbox): string {
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1).toLowerCase();
  return /^[a-z0-9.-]+$/.test(domain) ? domain : 'sosent.invalid';
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
