/**
 * What is known of one message to one attendee. `planned`: decided, not tried yet. `sending`: an attempt began; where
 * nothing follows, the attempt was cut short and nobody here knows how it ended. `sent`: the server took it.
 * `deferred`: not taken this time (4xx, or a connection that was lost before). `failed`: refused for good (5xx).
 * `unknown`: handed over, and no answer came.
 */
export const MAIL_STATES = ['planned', 'sending', 'sent', 'deferred', 'failed', 'unknown'] as const;

export type MailState = (typeof MAIL_STATES)[number];

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
  /** On `sent`: SHA-256 of the message as it is previewed, in hexadecimal digits. */
  readonly hash?: string;
  /** What the server said, or what happened; without addresses. */
  readonly reply?: string;
  /** On `sent`: what the maker of the message wants to know the next time, kept as it is. */
  readonly memo?: object;
}
