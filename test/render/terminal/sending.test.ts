import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import type { SendProgress, SendReport } from '../../../src/core/mail/send-mailing.ts';
import type { SmtpSettings } from '../../../src/model/smtp-settings.ts';
import { renderFailedMails } from '../../../src/render/failed-mails.ts';
import {
  clock,
  renderSendProgress,
  renderSendReport,
  renderSendSummary,
} from '../../../src/render/terminal/sending.ts';
import { attendee } from '../../core/assign/small-instances.ts';

const paint = new Chalk({ level: 0 });
const SERVER: SmtpSettings = {
  host: 'smtp.example.org',
  port: 587,
  security: 'starttls',
  user: 'office@example.org',
  passwordCommand: 'pass show \u001b[31mmail',
  connections: 3,
  perConnection: 100,
  rate: { messages: 50, per: 300_000 },
  retryAfter: [],
  timeout: 60_000,
  dkim: undefined,
};

test('everything that somebody looks at before they let a mailing go', () => {
  const summary = renderSendSummary(
    {
      mailing: 'your-sessions',
      recipients: 412,
      from: 'Office <office@example.org>',
      replyTo: 'Bo <bo@example.org>',
      server: SERVER,
      subjects: ['Your sessions', 'Dine \u202esesjoner'],
      leftOut: ['Ann', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'],
      skipped: { sent: 15, unknown: 2, failed: 1 },
    },
    paint,
  );
  expect(summary).toBe(`your-sessions: 412 people
  From      Office <office@example.org>
  Reply to  Bo <bo@example.org>
  Server    smtp.example.org, port 587, encrypted, as office@example.org
  Password  from \`pass show \\u{1b}[31mmail\`
  Takes     40:00 at least, with at most 50 in 5:00
  Subjects  Your sessions
            Dine \\u{202e}sesjoner
  Left out  7 without a usable address: Ann, Bo, Cy, Di, Ed and 2 more
  Not now   15 have it already
  Not now   2 may have it, nobody knows (--resend-unknown)
  Not now   1 were refused before (--retry-failed)`);
});

describe('progress', () => {
  const progress: SendProgress = {
    total: 400,
    sent: 90,
    failed: 0,
    unknown: 0,
    waiting: 0,
    elapsed: 9_000,
    pause: 0,
  };

  test.each([
    ['at the start', { sent: 0, elapsed: 0 }, 'Sent 0 of 400, 0.0 a second'],
    ['under way', {}, 'Sent 90 of 400, 10.0 a second, 0:31 left'],
    [
      'with trouble',
      { failed: 9, unknown: 1, waiting: 3 },
      'Sent 90 of 400, 9 refused, 1 unknown, 3 to be tried again, 11.1 a second, 0:27 left',
    ],
    ['waiting for the limit', { pause: 272_100 }, 'Sent 90 of 400, going on in 4:33'],
  ])('%s', (_name, more, expected) => {
    expect(renderSendProgress({ ...progress, ...more })).toBe(expected);
  });
});

test.each([
  [0, '0:00'],
  [1, '0:01'],
  [59_000, '0:59'],
  [60_001, '1:01'],
  [3_723_000, '1:02:03'],
])('%i milliseconds on a clock', (ms, expected) => {
  expect(clock(ms)).toBe(expected);
});

test('what a run came to', () => {
  const report: SendReport = {
    sent: 7,
    unsent: [
      { attendee: 'a', state: 'deferred', reply: '' },
      { attendee: 'b', state: 'failed', reply: '' },
      { attendee: 'c', state: 'unknown', reply: '' },
    ],
    untried: ['d', 'e'],
    stop: undefined,
    interrupted: true,
  };
  expect(renderSendReport('m', report, paint)).toBe(
    `m: 7 sent, 1 refused, 1 put off, 1 unknown, 2 not tried yet.
Stopped by Ctrl-C, with nothing under way. Run the command again to go on.`,
  );
});

test('the table of those who did not get it opens in Excel, and runs nothing there', () => {
  const standing = {
    attendee: 'p1',
    state: 'failed',
    at: '2026-03-01T12:00:00.000Z',
    reply: '=550, no',
    messageId: '<a@b>',
    timesSent: 0,
    sent: undefined,
  } as const;
  const table = renderFailedMails([standing, { ...standing, attendee: 'gone' }], (id) =>
    id === 'p1' ? attendee({ id, name: '=1+1', organisation: 'Å; B' }) : undefined,
  );
  expect(table).toBe(`\ufeffattendee,code,name,email,organisation,state,reason,at,message_id
p1,P1,'=1+1,p1@example.org,"Å; B",failed,"'=550, no",2026-03-01T12:00:00.000Z,<a@b>
gone,,,,,failed,"'=550, no",2026-03-01T12:00:00.000Z,<a@b>
`);
});
