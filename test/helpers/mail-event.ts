import { gatherFacts, type MailingInputs } from '../../src/core/mail/facts.ts';
import { type MailingPlan, planMailing, type Recipient } from '../../src/core/mail/plan-mailing.ts';
import { parseEvent } from '../../src/folder/config/parse-event.ts';
import type { Attendee } from '../../src/model/attendee.ts';
import type { Event } from '../../src/model/event.ts';
import type { Mailing } from '../../src/model/mailing.ts';
import type { Placement } from '../../src/model/placement.ts';
import type { MailingTexts } from '../../src/render/emails/render-mailing.ts';
import { SMALL_EVENT } from './event-folder.ts';

/** The small event with a sender and one mailing. */
export const MAIL_EVENT = `${SMALL_EVENT}emails:
  from: Teachers' Day <day@example.org>
  mailings:
    - id: your-sessions
      subject: Your sessions at {{event.title}}
`;

/** An event as sosent.yaml describes it. */
export function eventOf(yaml: string): Event {
  const { value, problems } = parseEvent(yaml, 'sosent.yaml');
  if (value === undefined) throw new Error(JSON.stringify(problems));
  return value;
}

export function firstMailing(event: Event): Mailing {
  const [mailing] = event.emails.mailings;
  if (mailing === undefined) throw new Error('the event of this test has no mailing');
  return mailing;
}

/** A seat in a session of the small event (`maths-1`), or a place in its queue. */
export function place(attendee: string, session: string, kind: Placement['kind'] = 'assigned'): Placement {
  return { attendee, timeSlot: session.slice(-1), session, kind, rank: 1 };
}

/** The first mailing of an event, planned for these people. */
export function planFirst(
  event: Event,
  attendees: readonly Attendee[],
  placements: readonly Placement[] = [],
  inputs: Partial<MailingInputs> = {},
): MailingPlan {
  const facts = gatherFacts(event, { attendees, placements, pins: [], published: undefined, ...inputs });
  return planMailing(firstMailing(event), facts);
}

/** A recipient of whom only what matters is said. */
export function recipient(of: Attendee, about: Partial<Recipient> = {}): Recipient {
  return {
    attendee: of,
    address: of.email,
    language: of.language,
    placements: [],
    absences: [],
    changes: [],
    workplace: { title: of.organisation, people: [of], needs: [], solutions: [] },
    delegation: undefined,
    messageId: '<1@example.org>',
    fileName: of.code,
    ...about,
  };
}

/** Where the texts of a mailing come from, but for the templates. */
export const TEXTS: Omit<MailingTexts, 'templates'> = {
  locateSubject: (language) => ({ file: `sosent.yaml, subject in ${language}`, line: 7 }),
  locateAttachment: (index) => ({ file: `sosent.yaml, attachment ${index}`, line: 9 }),
  isThere: () => true,
};
