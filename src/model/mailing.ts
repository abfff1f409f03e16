import type { LocalText } from './text.ts';

/** One batch of e-mails: a template and a subject per language, for whom, from whom, and what comes with it. */
export interface Mailing {
  readonly id: string;
  readonly template: string;
  readonly subject: LocalText;
  /** Whoever fits any of these; everybody who is coming where there is none. */
  readonly audience: readonly AudienceFilter[];
  /** But for whoever fits any of these. */
  readonly except: readonly AudienceFilter[];
  /** `Name <address>`; '' for what `emails` says. */
  readonly from: string;
  readonly replyTo: string;
  /** The address that takes requests to hear no more; '' for what `emails` says. */
  readonly unsubscribe: string;
  readonly attachments: readonly AttachmentSettings[];
  readonly calendar: MailedCalendar;
}

/**
 * How a mailing brings people's own sessions for their calendar: not at all, as a file that they open themselves, or as
 * invitations that programs enter by themselves.
 */
export type MailedCalendar = 'none' | 'file' | 'invite';

/** What a mailing can ask about a person in the plan: has a seat, stands in a queue, has neither. */
export const STANDINGS = ['seated', 'waiting', 'none'] as const;

export type Standing = (typeof STANDINGS)[number];

/** What a mailing can ask about a person since the published plan. */
export const TOLD_CHANGES = ['moved', 'promoted', 'changed', 'new'] as const;

export type ToldChange = (typeof TOLD_CHANGES)[number];

/** Fits whoever meets all that is given here; a list is met by any of its entries. */
export interface AudienceFilter {
  /** Ids of attendee types; of named delegations. */
  readonly types?: readonly string[] | undefined;
  readonly delegations?: readonly string[] | undefined;
  /** Names; `*` in one of a unit stands for any text. */
  readonly organisations?: readonly string[] | undefined;
  readonly units?: readonly string[] | undefined;
  /** Ids of themes, of sessions, in which they have a seat. */
  readonly themes?: readonly string[] | undefined;
  readonly sessions?: readonly string[] | undefined;
  readonly languages?: readonly string[] | undefined;
  /** Whether they are coming; only those who are, where it is not given. */
  readonly status?: readonly ('registered' | 'cancelled')[] | undefined;
  readonly placement?: readonly Standing[] | undefined;
  readonly changes?: readonly ToldChange[] | undefined;
  /** Whether they lead a delegation. */
  readonly leads?: boolean | undefined;
  /** By header: what stands in a column of the registrations; `*` stands for any text. */
  readonly columns?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** A file that goes with every message of a mailing: the attendee's badge, or a file of the event folder. */
export interface AttachmentSettings {
  /** Path inside the event folder, which may hold what a template may hold; '' for the badge. */
  readonly file: string;
  /** How it is called in the mail, without an ending; that of the file where there is none. */
  readonly name: LocalText;
  /** Whether somebody whose file is not there gets the message without it. */
  readonly optional: boolean;
}
