import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { headerText } from '../../../src/core/mail/address.ts';
import { composeMessage } from '../../../src/render/emails/compose-message.ts';
import type { Message } from '../../../src/render/emails/render-mailing.ts';
import { tidyText, withoutControls } from '../../../src/render/emails/tidy-text.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';
import { recipient } from '../../helpers/mail-event.ts';

const FROM = {
  from: { name: 'SosEnt 2016', address: 'sosent@example.org' },
  replyTo: undefined,
  unsubscribe: undefined,
};

/** A message in which this text stands wherever one can. */
function messageWith(text: string): Message {
  return {
    recipient: recipient(attendee({ id: 'a', name: text, language: 'nb' })),
    subject: headerText(text),
    text: tidyText(text),
    html: `<p>${withoutControls(text)}</p>`,
    attachments: [],
    withoutFiles: 0,
    isPlaced: true,
  };
}

async function compose(
  message: Message,
  sender: Parameters<typeof composeMessage>[0] = FROM,
): Promise<string> {
  return Buffer.from(await composeMessage(sender, message)).toString('latin1');
}

test('text and HTML as alternatives, in plain lines, without a date', async () => {
  const sender = { ...FROM, replyTo: { name: '', address: 'reply@example.org' } };
  expect((await compose(messageWith('Ola Ås'), sender)).replace(/\b[0-9a-f]{32}\b/g, 'HASH')).toBe(
    [
      'Auto-Submitted: auto-generated',
      'Content-Language: nb',
      'From: SosEnt 2016 <sosent@example.org>',
      'To: =?UTF-8?Q?Ola_=C3=85s?= <a@example.org>',
      'Reply-To: reply@example.org',
      'Subject: =?UTF-8?Q?Ola_=C3=85s?=',
      'Message-ID: <1@example.org>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative;',
      ' boundary="--_NmP-HASH-Part_1"',
      '',
      '----_NmP-HASH-Part_1',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'Ola =C3=85s',
      '',
      '----_NmP-HASH-Part_1',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<p>Ola =C3=85s</p>',
      '----_NmP-HASH-Part_1--',
      '',
    ].join('\r\n'),
  );
});

test('any text comes back as it was, in one message to one person, in lines that every server takes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), async (text) => {
      const message = messageWith(text);
      const source = await compose(message);
      expect(await compose(message)).toBe(source);
      expect(source).toMatch(/^[\t\r\n\x20-\x7e]*$/);
      expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);

      const parsed = await simpleParser(source, { skipTextToHtml: true, skipHtmlToText: true });
      expect([...parsed.headers.keys()].sort()).toEqual(
        HEADERS.filter((one) => message.subject !== '' || one !== 'subject'),
      );
      expect(parsed.subject ?? '').toBe(message.subject);
      expect(parsed.text).toBe(message.text);
      expect(parsed.html).toBe(message.html);
      const to = Array.isArray(parsed.to) ? parsed.to : [parsed.to];
      const people = to.flatMap((one) => one?.value ?? []);
      expect(people).toEqual([{ address: 'a@example.org', name: headerText(text) }]);
    }),
  );
}, 120_000);

const HEADERS = [
  'auto-submitted',
  'content-language',
  'content-type',
  'from',
  'message-id',
  'mime-version',
  'subject',
  'to',
];

test('an international domain goes out in ASCII', async () => {
  const message = messageWith('Ola');
  const source = await compose({
    ...message,
    recipient: { ...message.recipient, address: 'post@blåbær.example' },
  });
  expect(source).toContain('\r\nTo: Ola <post@xn--blbr-roah.example>\r\n');
});
