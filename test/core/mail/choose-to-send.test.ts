import { expect, test } from 'vitest';
import { chooseToSend, type SendChoice } from '../../../src/core/mail/choose-to-send.ts';
import type { MailStanding } from '../../../src/core/mail/journal.ts';

function standing(attendee: string, state: MailStanding['state'], hash?: string): MailStanding {
  const sent = hash === undefined ? undefined : { at: '', hash };
  return { attendee, state, at: '', reply: '', messageId: '', timesSent: hash ? 1 : 0, sent };
}

const STANDINGS = new Map(
  [
    standing('planned', 'planned'),
    standing('deferred', 'deferred'),
    standing('sent', 'sent', 'same'),
    standing('sent-other', 'sent', 'before'),
    standing('failed', 'failed'),
    standing('unknown', 'unknown'),
    standing('other-deferred', 'deferred', 'before'),
    standing('other-failed', 'failed', 'before'),
    standing('other-unknown', 'unknown', 'before'),
  ].map((one) => [one.attendee, one] as const),
);
const AUDIENCE = ['new', ...STANDINGS.keys()].map((attendee) => ({ attendee }));
const NOTHING: SendChoice = { changed: false, resendUnknown: false, retryFailed: false };

test.each([
  ['the usual run', {}, ['new', 'planned', 'deferred']],
  ['--resend-unknown', { resendUnknown: true }, ['new', 'planned', 'deferred', 'unknown', 'other-unknown']],
  ['--retry-failed', { retryFailed: true }, ['new', 'planned', 'deferred', 'failed']],
  ['--changed', { changed: true }, ['sent-other', 'other-deferred']],
  [
    '--changed with both',
    { changed: true, resendUnknown: true, retryFailed: true },
    ['sent-other', 'other-deferred', 'other-failed', 'other-unknown'],
  ],
])('%s', async (_name, choice, expected) => {
  const { chosen, skipped } = await chooseToSend(
    AUDIENCE,
    STANDINGS,
    { ...NOTHING, ...choice },
    async () => 'same',
  );
  expect(chosen.map((one) => one.attendee)).toEqual(expected);
  expect(skipped.length + chosen.length).toBe(AUDIENCE.length);
});

test('why somebody is passed over; messages are made only where their content decides', async () => {
  const made: string[] = [];
  const hashOf = async ({ attendee }: { attendee: string }): Promise<string> => {
    made.push(attendee);
    return 'same';
  };
  const usual = await chooseToSend(AUDIENCE, STANDINGS, NOTHING, hashOf);
  expect(made).toEqual(['sent', 'sent-other', 'other-deferred']);
  made.length = 0;
  expect(usual.skipped.map((one) => `${one.recipient.attendee}: ${one.reason}`)).toEqual([
    'sent: sent',
    'sent-other: outdated',
    'failed: failed',
    'unknown: unknown',
    'other-deferred: outdated',
    'other-failed: failed',
    'other-unknown: unknown',
  ]);
  const changed = await chooseToSend(AUDIENCE, STANDINGS, { ...NOTHING, changed: true }, hashOf);
  expect(made).toEqual(['sent', 'sent-other', 'other-deferred']);
  expect(changed.skipped.map((one) => `${one.recipient.attendee}: ${one.reason}`)).toEqual([
    'new: never-sent',
    'planned: never-sent',
    'deferred: never-sent',
    'sent: unchanged',
    'failed: failed',
    'unknown: unknown',
    'other-failed: failed',
    'other-unknown: unknown',
  ]);
});
