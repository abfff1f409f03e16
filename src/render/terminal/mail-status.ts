import type { ChalkInstance } from 'chalk';
import type { Unsent } from '../../core/mail/send-tally.ts';
import { fitText } from './columns.ts';
import { safeText } from './safe-text.ts';

/** Where one mailing stands. */
export interface MailStatus {
  /** Id. */
  readonly mailing: string;
  /** Attendees who have it, in whatever version. */
  readonly sent: number;
  /** Those of them who got more than one version. */
  readonly again: number;
  /** Planned and not tried yet. */
  readonly waiting: number;
  readonly deferred: number;
  readonly failed: number;
  readonly unknown: number;
  /** ISO 8601 instants. */
  readonly firstSent: string | null;
  readonly lastSent: string | null;
  readonly unsent: readonly UnsentMail[];
}

export interface UnsentMail extends Unsent {
  /** ISO 8601 instant of the last record. */
  readonly at: string;
  /** By which the log of the mail server knows the message. */
  readonly messageId: string;
}

const COLUMNS = [
  ['sent', 'sent'],
  ['again', 'again'],
  ['waiting', 'waiting'],
  ['deferred', 'put off'],
  ['failed', 'refused'],
  ['unknown', 'unknown'],
] as const;

/** One row per mailing. */
export function renderMailStatus(statuses: readonly MailStatus[], paint: ChalkInstance): string {
  if (statuses.length === 0) return 'sosent.yaml names no mailing, and none was ever sent.';
  const width = Math.min(30, Math.max(7, ...statuses.map((one) => one.mailing.length)));
  const header = `${fitText('mailing', width)}${COLUMNS.map(([, title]) => title.padStart(9)).join('')}  last sent`;
  const rows = statuses.map((one) => {
    const counts = COLUMNS.map(([key]) => String(one[key]).padStart(9)).join('');
    const last = one.lastSent === null ? 'never' : minute(one.lastSent);
    const row = `${fitText(safeText(one.mailing), width)}${counts}  ${last}`;
    return one.unsent.length + one.waiting > 0 ? paint.yellow(row) : row;
  });
  return [paint.dim(header), ...rows].join('\n');
}

/** `2026-03-01 12:00 UTC` */
function minute(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
