import type { EmailSettings } from '../../model/event.ts';
import {
  type AttachmentSettings,
  type AudienceFilter,
  type MailedCalendar,
  type Mailing,
  TOLD_CHANGES,
  type ToldChange,
} from '../../model/mailing.ts';
import type { EventFile } from './schema.ts';
import { toSmtp } from './smtp-schema.ts';

type EmailsFile = NonNullable<EventFile['emails']>;
type MailingFile = EmailsFile['mailings'][number];

/**
 * For whom the ready-made templates are that would say nothing to others, so that a forgotten `audience` mails nobody
 * by mistake.
 */
const OWN_AUDIENCES: Readonly<Record<string, readonly AudienceFilter[]>> = {
  'plan-changed': [{ changes: ['moved', 'promoted', 'changed'] }],
  waitlist: [{ placement: ['waiting'] }, { changes: ['promoted'] }],
  'delegation-lead': [{ leads: true }],
};

/** How attendees are told of their badge where `badge` is attached. */
const BADGE_NAME = { nb: 'Navneskilt', en: 'Badge' };

/** The part `emails` of sosent.yaml with everything that was left out. */
export function toEmails(emails: EventFile['emails']): EmailSettings {
  return {
    from: emails?.from ?? '',
    replyTo: emails?.replyTo ?? '',
    unsubscribe: emails?.unsubscribe ?? '',
    smtp: emails?.smtp === undefined ? undefined : toSmtp(emails.smtp),
    mailings: (emails?.mailings ?? []).map(toMailing),
  };
}

function toMailing(mailing: MailingFile): Mailing {
  const template = mailing.template ?? mailing.id;
  return {
    ...mailing,
    template,
    audience: mailing.audience?.map(toFilter) ?? OWN_AUDIENCES[template] ?? [],
    except: mailing.except?.map(toFilter) ?? [],
    attachments: mailing.attachments.map(toAttachment),
    calendar: toCalendar(mailing.calendar),
  };
}

function toCalendar(calendar: MailingFile['calendar']): MailedCalendar {
  if (calendar === 'invite') return 'invite';
  return calendar ? 'file' : 'none';
}

function toFilter({ changes, ...filter }: NonNullable<MailingFile['audience']>[number]): AudienceFilter {
  if (changes === undefined) return filter;
  const isMeant = (one: ToldChange): boolean =>
    changes.includes(one) || (changes.includes('any') && one !== 'new');
  return { ...filter, changes: TOLD_CHANGES.filter(isMeant) };
}

function toAttachment({ file, name, optional }: MailingFile['attachments'][number]): AttachmentSettings {
  const isBadge = file === 'badge';
  return { file: isBadge ? '' : file, name: name ?? (isBadge ? BADGE_NAME : {}), optional };
}
