import { createHash } from 'node:crypto';
import { problem, SosentError } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Mailing } from '../../model/mailing.ts';
import type { Placement } from '../../model/placement.ts';
import type { Problem } from '../../model/problem.ts';
import type { Language, LocalText } from '../../model/text.ts';
import type { SlotChange } from '../assign/compare-plans.ts';
import { nameFiles } from '../file-names.ts';
import { compareText, nameOrder } from '../order.ts';
import { hasForeignLocalPart, isAddress, type Mailbox, parseMailbox } from './address.ts';
import { audienceOf } from './audience.ts';
import type { MailingFacts, WorkplaceNotes } from './facts.ts';

/** Who gets a mailing, and who is left out and why; nothing is rendered yet. */
export interface MailingPlan {
  readonly mailing: Mailing;
  readonly from: Mailbox;
  readonly replyTo: Mailbox | undefined;
  /** The address that takes requests to hear no more. */
  readonly unsubscribe: string | undefined;
  /** By name as the event's first language orders names, then by id. */
  readonly recipients: readonly Recipient[];
  readonly leftOut: readonly LeftOut[];
  /** How many who are coming are not meant. */
  readonly outside: number;
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
  /** What is otherwise than in the published plan, in order of time. */
  readonly changes: readonly SlotChange[];
  readonly workplace: WorkplaceNotes;
  /** The delegation that they lead. */
  readonly delegation: LedDelegation | undefined;
  /** The same for the same mailing and attendee, whenever and however often it is rendered. */
  readonly messageId: string;
  /** Name for files, without an ending: the attendee's code where that can be one. Says nothing about the person. */
  readonly fileName: string;
}

export interface LedDelegation {
  readonly title: LocalText;
  /** Those who come, by name; the lead is among them. */
  readonly members: readonly Pick<Recipient, 'attendee' | 'placements' | 'absences'>[];
}

export interface LeftOut {
  readonly attendee: Attendee;
  readonly reason: 'no-address' | 'unusable-address' | 'foreign-address';
}

/**
 * Plans one mailing to those of its audience who have an address. Throws SOS602 where sosent.yaml names no usable
 * sender, SOS630 for an audience that cannot be found.
 */
export function planMailing(mailing: Mailing, facts: MailingFacts): MailingPlan {
  const { event } = facts;
  const sender = requireSender(event, mailing);
  const isMeant = audienceOf(mailing, facts);
  const byName = nameOrder(event.languages[0] ?? 'en');
  const inOrder = facts.attendees.toSorted((a, b) => byName(a.name, b.name) || compareText(a.id, b.id));
  const audience = inOrder.filter(isMeant);
  const fileNames = nameFiles(audience);
  const recipients: Recipient[] = [];
  const leftOut: LeftOut[] = [];
  for (const attendee of audience) {
    const address = attendee.email.trim();
    if (!isAddress(address)) {
      leftOut.push({ attendee, reason: whyUnusable(address) });
      continue;
    }
    const key = hash([event.id, mailing.id, attendee.id]);
    recipients.push({
      ...ownPlan(attendee, facts),
      address,
      language: languageOf(event, attendee),
      changes: facts.changeOf(attendee.id)?.slots ?? [],
      workplace: facts.workplaceOf(attendee),
      delegation: facts.leads(attendee) ? ledBy(attendee, inOrder, facts) : undefined,
      messageId: `<${key.slice(0, 32)}@${domainOf(sender.from)}>`,
      fileName: fileNames.get(attendee.id) ?? attendee.id,
    });
  }
  const outside = inOrder.filter((one) => one.status === 'registered' && !isMeant(one)).length;
  return { mailing, ...sender, recipients, leftOut, outside };
}

function ownPlan(
  attendee: Attendee,
  { event, placementsOf, isAbsent }: MailingFacts,
): Pick<Recipient, 'attendee' | 'placements' | 'absences'> {
  const absences = event.timeSlots.map((slot) => slot.id).filter((slot) => isAbsent(attendee.id, slot));
  return {
    attendee,
    placements: placementsOf(attendee.id),
    absences: absences.length === 0 ? NOWHERE : absences,
  };
}

const NOWHERE: readonly string[] = [];

function ledBy(lead: Attendee, inOrder: readonly Attendee[], facts: MailingFacts): LedDelegation | undefined {
  const delegation = facts.delegationOf(lead.id);
  if (delegation === undefined) return undefined;
  const ids = new Set(delegation.attendees);
  const members = inOrder.filter((one) => ids.has(one.id)).map((one) => ownPlan(one, facts));
  return { title: delegation.title, members };
}

function whyUnusable(address: string): LeftOut['reason'] {
  if (address === '') return 'no-address';
  return hasForeignLocalPart(address) ? 'foreign-address' : 'unusable-address';
}

function languageOf({ languages }: Event, { language }: Attendee): Language {
  return languages.includes(language) ? language : (languages[0] ?? language);
}

function requireSender(
  event: Event,
  mailing: Mailing,
): Pick<MailingPlan, 'from' | 'replyTo' | 'unsubscribe'> {
  const { emails, contact } = event;
  const own = (key: 'from' | 'replyTo' | 'unsubscribe'): { readonly key: string; readonly value: string } =>
    mailing[key] === ''
      ? { key: `emails.${key}`, value: emails[key] }
      : { key: `${key} of the mailing ${mailing.id}`, value: mailing[key] };
  const [asFrom, asReplyTo, asUnsubscribe] = [own('from'), own('replyTo'), own('unsubscribe')];
  const from =
    asFrom.value === '' ? { name: contact.name, address: contact.email } : parseMailbox(asFrom.value);
  const replyTo = parseMailbox(asReplyTo.value);
  const isSender = from !== undefined && isAddress(from.address);
  const problems: Problem[] = [
    ...(isSender ? [] : [unusable(asFrom.key, asFrom.value || contact.email)]),
    ...(asReplyTo.value === '' || replyTo !== undefined ? [] : [unusable(asReplyTo.key, asReplyTo.value)]),
    ...(asUnsubscribe.value === '' || isAddress(asUnsubscribe.value)
      ? []
      : [unusable(asUnsubscribe.key, asUnsubscribe.value)]),
  ];
  if (!isSender || problems.length > 0) throw new SosentError(problems);
  return { from, replyTo, unsubscribe: asUnsubscribe.value === '' ? undefined : asUnsubscribe.value };
}

function unusable(key: string, value: string): Problem {
  const message =
    value === ''
      ? 'Nobody is named as the sender of the mails.'
      : `${key} in sosent.yaml: "${value}" is not one e-mail address.`;
  const example = key.includes('unsubscribe') ? 'post@example.org' : 'SosEnt 2016 <post@example.org>';
  return problem('SOS602', message, {
    hint: `Write it as "${example}" under ${key} in sosent.yaml.`,
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
