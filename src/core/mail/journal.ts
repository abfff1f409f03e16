import type { MailRecord, MailState } from '../../model/mail-record.ts';

/** Where one message stands after all that the journal says of it. */
export interface MailStanding {
  readonly attendee: string;
  /** `unknown` also where an attempt began and no record tells its end. */
  readonly state: Exclude<MailState, 'sending'>;
  /** Instant of the last record. */
  readonly at: string;
  /** What the server said last, or what happened; '' where nothing is told. */
  readonly reply: string;
  /** Of the last attempt; '' before the first one. */
  readonly messageId: string;
  /** How many times the server took a message, each another version of it. */
  readonly timesSent: number;
  /** Of the version that was sent last; undefined where none was. */
  readonly sent: { readonly at: string; readonly hash: string } | undefined;
}

/** The standings of one mailing by attendee id, in the order in which they were first recorded. */
export type MailStandings = ReadonlyMap<string, MailStanding>;

/** Standings of several mailings by mailing id, made of the records of a journal one after the other. */
export interface JournalFold {
  readonly add: (record: MailRecord) => void;
  readonly of: (mailing: string) => MailStandings;
  /** Ids of the mailings, the first recorded first. */
  readonly mailings: () => readonly string[];
  /** Instants of the attempts that began at this time or later, oldest first: what a rate limit has to count. */
  readonly attemptsSince: (ms: number) => readonly number[];
}

/** `keep` counts attempts from this instant on, in milliseconds. */
export function foldJournal(keep = Number.POSITIVE_INFINITY): JournalFold {
  const mailings = new Map<string, Map<string, MailStanding>>();
  const attempts: number[] = [];
  return {
    add(record) {
      const standings = mailings.get(record.mailing) ?? new Map<string, MailStanding>();
      mailings.set(record.mailing, standings);
      standings.set(record.attendee, standingAfter(standings.get(record.attendee), record));
      const at = record.state === 'sending' ? Date.parse(record.at) : Number.NaN;
      if (at >= keep) attempts.push(at);
    },
    of: (mailing) => mailings.get(mailing) ?? new Map(),
    mailings: () => [...mailings.keys()],
    attemptsSince: (ms) => attempts.filter((one) => one >= ms).sort((a, b) => a - b),
  };
}

/** What one more record makes of a standing. An attempt without an end is one whose end is unknown. */
export function standingAfter(before: MailStanding | undefined, record: MailRecord): MailStanding {
  const { attendee, at, state } = record;
  return {
    attendee,
    at,
    state: state === 'sending' ? 'unknown' : state,
    reply: record.reply ?? '',
    messageId: record.messageId ?? before?.messageId ?? '',
    timesSent: (before?.timesSent ?? 0) + (state === 'sent' ? 1 : 0),
    sent: state === 'sent' ? { at, hash: record.hash ?? '' } : before?.sent,
  };
}

/** Characters of a server's answer that are kept. */
const LONGEST_REPLY = 200;

/** An answer of a server for the journal: one line, and no address, as servers repeat whom they refuse. */
export function replyText(answer: string): string {
  const line = answer
    .replace(/[^\s<>"'=:;,()]+@[^\s<>"'=:;,()]+/g, '...@...')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
  return [...line].slice(0, LONGEST_REPLY).join('');
}
