import { parseEvent } from '../../src/folder/config/parse-event.ts';
import type { Event, Mailing } from '../../src/model/event.ts';
import type { Placement } from '../../src/model/placement.ts';
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
