import { describe, expect, test } from 'vitest';
import { foldJournal, replyText } from '../../../src/core/mail/journal.ts';
import type { MailRecord, MailState } from '../../../src/model/mail-record.ts';

const AT = '2026-03-01T12:00:00.000Z';

function record(attendee: string, state: MailState, more: Partial<MailRecord> = {}): MailRecord {
  return { at: AT, mailing: 'm', attendee, state, ...more };
}

function standingsOf(...records: readonly MailRecord[]): object {
  const journal = foldJournal();
  for (const one of records) journal.add(one);
  return Object.fromEntries(journal.of('m'));
}

describe('where a message stands', () => {
  test('an attempt without an end is unknown, with the id that the server knows it by', () => {
    expect(standingsOf(record('p1', 'planned'), record('p1', 'sending', { messageId: '<a@b>' }))).toEqual({
      p1: {
        attendee: 'p1',
        state: 'unknown',
        at: AT,
        reply: '',
        messageId: '<a@b>',
        timesSent: 0,
        sent: undefined,
      },
    });
  });

  test('a version that was sent stays known through later attempts', () => {
    expect(
      standingsOf(
        record('p1', 'sending', { messageId: '<a@b>' }),
        record('p1', 'sent', { hash: 'one', reply: '250 OK', memo: { calendar: 1 } }),
        record('p1', 'sending', { messageId: '<a.2@b>' }),
        record('p1', 'deferred', { at: '2026-03-02T12:00:00.000Z', reply: '451 later' }),
      ),
    ).toEqual({
      p1: {
        attendee: 'p1',
        state: 'deferred',
        at: '2026-03-02T12:00:00.000Z',
        reply: '451 later',
        messageId: '<a.2@b>',
        timesSent: 1,
        sent: { at: AT, hash: 'one' },
      },
    });
  });

  test('mailings are apart, and attempts count for a rate limit from an instant on', () => {
    const journal = foldJournal(Date.parse(AT));
    journal.add({ ...record('p1', 'sending'), at: '2026-03-01T11:59:59.999Z' });
    journal.add({ ...record('p1', 'sending'), mailing: 'n', at: '2026-03-01T12:00:01.000Z' });
    journal.add(record('p2', 'sending'));
    expect(journal.mailings()).toEqual(['m', 'n']);
    expect(journal.attemptsSince(0)).toEqual([Date.parse(AT), Date.parse(AT) + 1000]);
    expect([...journal.of('m').keys(), ...journal.of('nothing').keys()]).toEqual(['p1', 'p2']);
  });
});

test.each([
  [
    '550 5.1.1 <bo@example.org>: Recipient address rejected',
    '550 5.1.1 <...@...>: Recipient address rejected',
  ],
  ['550-first line\r\n550 "Å"@xn--bl.example', '550-first line 550 "Å"@xn--bl.example'],
  ['421 \u202e gnp.exe\u0007', '421 gnp.exe'],
  ['x'.repeat(300), 'x'.repeat(200)],
])('an answer for the journal: %s', (answer, kept) => {
  expect(replyText(answer)).toBe(kept);
});
