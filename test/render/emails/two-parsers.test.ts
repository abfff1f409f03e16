import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { type ParsedMail, simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { headerText, isAddress } from '../../../src/core/mail/address.ts';
import { composeMessage } from '../../../src/render/emails/compose-message.ts';
import { prepareMailing } from '../../../src/render/emails/render-mailing.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { makeFolder } from '../../helpers/event-folder.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';
import { eventOf, MAIL_EVENT, planFirst, TEXTS } from '../../helpers/mail-event.ts';
import { HAS_SHARED_DATA, readShared } from '../../helpers/shared-data.ts';

const PYTHON = 'python3';
const HAS_PYTHON = spawnSync(PYTHON, ['-c', 'import email.policy']).status === 0;

const YAML = `${MAIL_EVENT.replace('{{event.title}}', '{{attendee.name}} | {{attendee.role}}')}      replyTo: reply@example.org
      unsubscribe: stop@example.org
      attachments: [{ file: "files/{{attendee.code}}.bin", name: "{{attendee.name}}" }]
`;

/** What a mail says, as one program or another understands it. */
interface Understood {
  readonly subject: string;
  readonly to: readonly (readonly [name: string, address: string])[];
  readonly replyTo: string;
  readonly headers: readonly string[];
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly (readonly [name: string, hex: string])[];
}

/** A mail to somebody of whom everything is this text, and what it should say. */
async function mailFor(text: string): Promise<{ readonly bytes: Uint8Array; readonly meant: Understood }> {
  const event = eventOf(YAML);
  const person = attendee({ id: 'p', name: text, role: text, organisation: text, needs: text });
  const plan = planFirst(event, [person]);
  const source = { language: 'en', partials: {} };
  const { render } = prepareMailing(event, plan, {
    ...TEXTS,
    templates: [
      {
        ...source,
        format: 'txt',
        path: 'mail.txt.hbs',
        text: 'Dear {{attendee.name}}: {{attendee.needs}}\n',
      },
      {
        ...source,
        format: 'html',
        path: 'mail.html.hbs',
        text: '<p title="{{attendee.name}}">{{attendee.needs}}</p>\n',
      },
    ],
  });
  const [to] = plan.recipients;
  if (to === undefined) throw new Error('this test has no recipient');
  const message = render(to);
  const content = Buffer.from([0, 10, 13, 255, ...Buffer.from(text)]);
  const files = message.attachments.map(({ name }) => ({ name, content }));
  return {
    bytes: await composeMessage(plan, message, files),
    meant: {
      subject: message.subject,
      to: [[headerText(text), 'p@example.org']],
      replyTo: 'reply@example.org',
      headers: HEADERS,
      text: message.text,
      html: message.html,
      attachments: files.map(({ name }) => [name, content.toString('hex')]),
    },
  };
}

const HEADERS = [
  'auto-submitted',
  'content-language',
  'content-type',
  'from',
  'list-unsubscribe',
  'message-id',
  'mime-version',
  'reply-to',
  'subject',
  'to',
];

async function asMailparser(bytes: Uint8Array): Promise<Understood> {
  const mail: ParsedMail = await simpleParser(Buffer.from(bytes), {
    skipTextToHtml: true,
    skipHtmlToText: true,
  });
  return {
    subject: mail.subject ?? '',
    to: [mail.to]
      .flat()
      .flatMap((one) => (one?.value ?? []).map(({ name, address = '' }) => [name, address] as const)),
    replyTo: mail.replyTo?.text ?? '',
    headers: mail.headerLines.map((one) => one.key).sort(),
    text: mail.text ?? '',
    html: mail.html || '',
    attachments: mail.attachments.map(({ filename = '', content }) => [filename, content.toString('hex')]),
  };
}

const READER = `
import email, email.header, email.utils, json, sys
from email import policy
def header(value):
    value = value and value.replace('\\r', '').replace('\\n', '')
    return str(email.header.make_header(email.header.decode_header(value))) if value else ''
for path in sys.stdin.read().split():
    raw = email.message_from_bytes(open(path, 'rb').read(), policy=policy.compat32)
    said = email.message_from_bytes(open(path, 'rb').read(), policy=policy.default)
    def body(kind):
        for part in said.walk():
            if part.get_content_type() == kind and part.get_filename() is None:
                return part.get_payload(decode=True).decode('utf-8').replace('\\r\\n', '\\n')
        return ''
    fields = raw.get_all('To') + raw.get_all('Cc', []) + raw.get_all('Bcc', [])
    many = email.utils.getaddresses([one.replace('\\r', '').replace('\\n', '') for one in fields])
    print(json.dumps({
        'subject': header(raw['Subject']),
        'to': [[header(name), address] for name, address in many],
        'replyTo': email.utils.parseaddr(raw['Reply-To'])[1],
        'headers': sorted(key.lower() for key in raw.keys()),
        'text': body('text/plain'),
        'html': body('text/html'),
        'attachments': [[part.get_filename() or '', part.get_payload(decode=True).hex()]
            for part in said.walk() if part.get_content_disposition() == 'attachment'],
    }))
`;

/** The mails as Python's email package reads them. */
async function asPython(mails: readonly Uint8Array[]): Promise<readonly Understood[]> {
  const folder = join(await makeFolder(), 'mails');
  await mkdir(folder);
  const paths = mails.map((_, index) => join(folder, `${index}.eml`));
  for (const [index, bytes] of mails.entries()) await writeFile(paths[index] ?? '', bytes);
  const run = spawnSync(PYTHON, ['-c', READER], {
    input: paths.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  expect(run.stderr).toBe('');
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line): Understood => JSON.parse(line));
}

const NAUGHTY: readonly string[] = HAS_SHARED_DATA
  ? JSON.parse(Buffer.from(readShared('naughty-strings.json')).toString('utf8'))
  : [];

describe.each([
  ['hostile texts', HOSTILE],
  ['the big list of naughty strings', NAUGHTY],
])('%s', (_, texts) => {
  test.skipIf(texts.length === 0)(
    'say the same to mailparser as they should',
    async () => {
      for (const text of texts) {
        const { bytes, meant } = await mailFor(text);
        expect(await asMailparser(bytes)).toEqual(meant);
      }
    },
    120_000,
  );

  test.skipIf(texts.length === 0 || !HAS_PYTHON)(
    'say the same to Python’s email package',
    async () => {
      const mails = await Promise.all(texts.map(mailFor));
      expect(await asPython(mails.map((one) => one.bytes))).toEqual(mails.map((one) => one.meant));
    },
    120_000,
  );
});

test('nothing that stands in any field adds a header or a recipient', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc
          .array(
            fc.constantFrom(
              '\r',
              '\n',
              '\r\n',
              ': ',
              'Bcc',
              'a@b.example',
              ',',
              '<',
              '>',
              '"',
              '\u2028',
              ' ',
              '=?UTF-8?Q?',
              '?=',
            ),
          )
          .map((parts) => parts.join('')),
      ),
      async (text) => {
        const { bytes, meant } = await mailFor(text);
        expect(await asMailparser(bytes)).toEqual(meant);
        expect(isAddress(`a${text}@example.org`) && /[\r\n,<>"]/.test(text)).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);
