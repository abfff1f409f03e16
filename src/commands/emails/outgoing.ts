import { findKnownAbsences } from '../../core/assign/known-absences.ts';
import { withEveryExtra } from '../../core/every-extra.ts';
import { type MailingPlan, planMailing } from '../../core/mail/plan-mailing.ts';
import { failure } from '../../errors.ts';
import { readAttendees } from '../../folder/attendees.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readPins } from '../../folder/pins.ts';
import type { Attendee } from '../../model/attendee.ts';
import { composeMessage } from '../../render/emails/compose-message.ts';
import { renderMailing } from '../../render/emails/render-mailing.ts';
import { readTexts, requireMailings, requirePlacements } from '../emails.ts';

/** A mailing that could be sent now. This file is all that sending knows about how messages are made. */
export interface PreparedMailing {
  readonly plan: Pick<MailingPlan, 'mailing' | 'from' | 'replyTo' | 'leftOut'>;
  /** In the order in which they are sent. */
  readonly messages: readonly PreparedMessage[];
}

export interface PreparedMessage {
  /** Id of the attendee. */
  readonly attendee: string;
  readonly person: Attendee;
  readonly address: string;
  readonly messageId: string;
  readonly subject: () => string;
  /** The bytes that the preview shows; with another address and id for a sample. */
  readonly compose: (instead?: {
    readonly address: string;
    readonly messageId: string;
  }) => Promise<Uint8Array>;
  readonly memo?: object;
}

/** Renders the whole mailing once, so that a mistake in a template is told before anything is sent. */
export async function prepareMailing(folder: EventFolder, named: string): Promise<PreparedMailing> {
  const { event } = folder;
  const [mailing] = requireMailings(folder, named);
  if (mailing === undefined) throw failure('SOS601', `There is no mailing "${named}".`);
  const attendees = withEveryExtra(requireSound(await readAttendees(folder)));
  const placements = await requirePlacements(folder);
  const isAbsent = findKnownAbsences(event, attendees, (await readPins(folder)).value);
  const plan = planMailing(event, mailing, attendees, placements, isAbsent);
  const messages = renderMailing(event, plan, await readTexts(folder, mailing));
  return {
    plan,
    messages: messages.map((message): PreparedMessage => {
      const { recipient } = message;
      const { attendee, address, messageId } = recipient;
      return {
        attendee: attendee.id,
        person: attendee,
        address,
        messageId,
        subject: () => message.subject,
        compose: (instead = { address, messageId }) =>
          composeMessage(plan, { ...message, recipient: { ...recipient, ...instead } }),
      };
    }),
  };
}
