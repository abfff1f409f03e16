/**
 * What is known of one message to one attendee. `planned`: decided, not tried yet. `sending`: an attempt began; where
 * nothing follows, the attempt was cut short and nobody here knows how it ended. `sent`: the server took it.
 * `deferred`: not taken this time (4xx, or a connection that was lost before). `failed`: refused for good (5xx).
 * `unknown`: handed over, and no answer came.
 */
export const MAIL_STATES = ['planned', 'sending', 'sent', 'deferred', 'failed', 'unknown'] as const;

export type MailState = (typeof MAIL_STATES)[number];

/** Each as its maker left it, and as somebody may have edited it since. */
export interface MailMemo {
  /** What the attendee's calendar was told: core/calendar/calendar-state.ts. */
  readonly calendar?: unknown;
}

/** One line of data/mail-journal.jsonl. It names the attendee by id and holds no address. */
export interface MailRecord {
  /** ISO 8601 instant. */
  readonly at: string;
  /** Id of the mailing. */
  readonly mailing: string;
  /** Id of the attendee. */
  readonly attendee: string;
  readonly state: MailState;
  /** On `sending`: by which the mail server's own log knows the message. */
  readonly messageId?: string;
  /** On `sent`: SHA-256 of what the message tells, in hexadecimal digits; see render/emails/content-hash.ts. */
  readonly hash?: string;
  /** What the server said, or what happened; without addresses. */
  readonly reply?: string;
  /** On `sent`: what the makers of messages want to know the next time. */
  readonly memo?: MailMemo;
}
