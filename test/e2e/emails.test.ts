import { readdir, readFile, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { headerText } from '../../src/core/mail/address.ts';
import { attendeesFile, readAttendees } from '../../src/folder/attendees.ts';
import { openEvent } from '../../src/folder/event-folder.ts';
import type { Attendee } from '../../src/model/attendee.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { copyExample, type Files, makeEventFolder, readFiles, writeFiles } from '../helpers/event-folder.ts';
import { HOSTILE } from '../helpers/hostile-texts.ts';
import { MAIL_EVENT } from '../helpers/mail-event.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';
import { HAS_SHARED_DATA, readShared } from '../helpers/shared-data.ts';

const OUT = 'out/emails/your-sessions';
const ANN = attendee({ id: 'p1', name: 'Ann Ash', organisation: 'Hill School', dietary: 'Vegan' });
const PLAN = 'attendee,time_slot,session,how,rank\np1,1,maths-1,assigned,1\np1,2,music-2,waitlisted,2\n';

function folderWith(people: readonly Attendee[], files: Files = {}): Promise<string> {
  const { path, content } = attendeesFile(people);
  return makeEventFolder({
    'sosent.yaml': MAIL_EVENT,
    [path]: content,
    'data/placements.csv': PLAN,
    ...files,
  });
}

/** The attendees as the folder holds them, after a CSV file. */
async function readStored(root: string): Promise<readonly Attendee[]> {
  return (await readAttendees(await openEvent({ cwd: root, eventPath: undefined }))).value;
}

/** Every mail of the mailing by file name, as a mail program reads it. */
async function readMails(root: string): Promise<Readonly<Record<string, ParsedMail>>> {
  const names = (await readdir(join(root, OUT))).filter((name) => name.endsWith('.eml')).sort();
  const mails: Record<string, ParsedMail> = {};
  for (const name of names) {
    mails[name] = await simpleParser(await readFile(join(root, OUT, name)), {
      skipTextToHtml: true,
      skipHtmlToText: true,
    });
  }
  return mails;
}

function recipientsOf({
  to,
  cc,
  bcc,
}: ParsedMail): readonly { readonly name: string; readonly address?: string }[] {
  return [to, cc, bcc].flat().flatMap((one) => one?.value ?? []);
}

describe('sosent emails', () => {
  test('writes a mail per attendee and a page, and says where', async () => {
    const root = await folderWith([ANN, attendee({ id: 'p2', name: 'Bo Birk', email: '' })]);
    const run = await runCli(['emails'], { cwd: root });

    expect(run).toEqual({
      status: 0,
      signal: null,
      stdout: `your-sessions: 1 message, 1 in en
  From      Teachers' Day <day@example.org>
  Subject   Your sessions at Teachers' day
  Left out  1 without a usable address
  out/emails/your-sessions/index.html  to leaf through them
  out/emails/your-sessions/  one .eml each, for any mail program

Nothing was sent.
`,
      stderr: `warning SOS356  The plan is older than the registrations: not in it yet: 1; in
  it but not coming: 0.
  hint: Run \`sosent assign\` again.
warning SOS611  your-sessions: no usable e-mail address, so no mail: Bo Birk.
  hint: Add the address in data/attendees.csv, or tell them in another way.
`,
    });
    expect(await readdir(join(root, OUT))).toEqual(['P1.eml', 'index.html']);
    const { 'P1.eml': mail } = await readMails(root);
    expect(mail?.text).toBe(`Hello Ann!

The programme is ready. These are your sessions; where a room was full, you
are on the waitlist.

YOUR SESSIONS

  09:00–09:45   Mathematics
                Hall

  10:00–10:45   Waitlist: Music
                This session is full just now. You are in the queue, and we
                will tell you if a seat becomes free.

PRACTICAL INFORMATION

  When:             Thursday, 12 March 2026
  Your code:        P1

WHAT WE HAVE NOTED ABOUT YOU

  Organisation:     Hill School
  Food:             Vegan
  Accessibility:    Nothing stated

Is something not right? Reply to this e-mail, and we will correct it.

-- 
Teachers' day
You receive this e-mail because you are registered for the event.
`);
  });

  test('nobody is left without words: seated, waiting, or neither', async () => {
    const root = await folderWith(['p1', 'p2'].map((id) => attendee({ id })));
    await runCli(['emails'], { cwd: root });
    const { 'P1.eml': seated, 'P2.eml': free } = await readMails(root);
    expect(seated?.html).toContain('<strong>Waitlist:</strong> Music');
    expect(free?.text).toContain('You do not have a seat in a session yet.');
    expect(free?.text).not.toContain('YOUR SESSIONS');
    expect(free?.html).not.toContain('Your sessions</h2>');
  });

  test('--json tells the same for programs', async () => {
    const root = await folderWith([ANN, attendee({ id: 'p2', email: 'nobody' })]);
    const { command, ok, result } = documentOf(await runCli(['emails', '--json'], { cwd: root }));
    expect({ command, ok, result }).toEqual({
      command: 'emails preview',
      ok: true,
      result: {
        mailings: [
          {
            mailing: 'your-sessions',
            template: 'your-sessions',
            folder: OUT,
            index: `${OUT}/index.html`,
            from: { name: "Teachers' Day", address: 'day@example.org' },
            replyTo: null,
            messages: 1,
            written: 1,
            languages: { en: 1 },
            warnings: {
              'no-name': 0,
              'no-placement': 0,
              'no-subject': 0,
              'long-subject': 0,
              'broken-link': 0,
              'no-attachment': 0,
              'big-attachment': 0,
            },
            outside: 0,
            leftOut: [{ attendee: 'p2', reason: 'unusable-address' }],
          },
        ],
      },
    });
  });

  test.each([
    [
      'sosent-2016',
      ['registrations/pamelding-kommune.csv', 'registrations/webform.csv'],
      { nb: 176, en: 14 },
    ],
    ['teachers-day', ['registrations/signup.csv'], { en: 48 }],
  ])(
    '%s: everybody gets one in their language, and the same bytes every time',
    async (name, files, languages) => {
      const root = await copyExample(name);
      const env = { SOSENT_NOW: '2016-10-20T08:00:00Z' };
      await runCli(['import', ...files], { cwd: root, env });
      await runCli(['assign'], { cwd: root, env });
      expect((await runCli(['emails'], { cwd: root, env })).status).toBe(0);

      const mails = Object.values(await readMails(root));
      const count = (language: string): number =>
        mails.filter((mail) => mail.headers.get('content-language') === language).length;
      expect(Object.fromEntries(Object.keys(languages).map((one) => [one, count(one)]))).toEqual(languages);
      for (const mail of mails) {
        expect(recipientsOf(mail)).toHaveLength(1);
        expect(mail.attachments).toEqual([]);
        expect(mail.html).not.toMatch(/<img|url\(|src=/);
      }
      const before = await readFiles(join(root, 'out'));
      await rm(join(root, 'out'), { recursive: true });
      await runCli(['emails'], { cwd: root, env: { SOSENT_NOW: '2017-01-01T00:00:00Z' } });
      expect(await readFiles(join(root, 'out'))).toEqual(before);
    },
  );

  test('an attendee who is gone leaves no mail behind', async () => {
    const root = await folderWith([ANN, attendee({ id: 'p2' })]);
    await runCli(['emails'], { cwd: root });
    const { path, content } = attendeesFile([ANN, attendee({ id: 'p2', status: 'cancelled' })]);
    await writeFiles(root, { [path]: content });
    await runCli(['emails'], { cwd: root });
    expect(await readdir(join(root, OUT))).toEqual(['P1.eml', 'index.html']);
  });
});

describe('files that come with a mail', () => {
  const withFiles = (lines: string): string => MAIL_EVENT.concat(`      attachments:\n${lines}`);
  const BO = attendee({ id: 'p2', name: 'Bo Birk' });

  async function attachmentsOf(root: string, person: string): Promise<unknown> {
    const mail = (await readMails(root))[`${person}.eml`];
    return mail?.attachments.map(({ filename, contentType, content }) => [
      filename,
      contentType,
      content.subarray(0, 5).toString(),
    ]);
  }

  test('one for all, one for each, one that only some have, and the badge', async () => {
    const root = await folderWith([ANN, BO], {
      'sosent.yaml': withFiles(
        `        - files/programme.pdf
        - { file: "maps/{{attendee.code}}.txt", name: "Map for {{attendee.givenName}}/.." }
        - { file: "diplomas/{{attendee.code}}.pdf", optional: true }
        - badge\n`,
      ),
      'files/programme.pdf': 'THE PROGRAMME',
      'maps/P1.txt': 'MAP 1',
      'maps/P2.txt': 'MAP 2',
      'diplomas/P2.pdf': 'DIPLOMA',
    });
    const run = await runCli(['emails'], { cwd: root });
    expect(run.stderr).toContain('1 without a file that others get');
    expect(await attachmentsOf(root, 'P1')).toEqual([
      ['programme.pdf', 'application/pdf', 'THE P'],
      ['Map for Ann ...txt', 'text/plain', 'MAP 1'],
      ['Badge.pdf', 'application/pdf', '%PDF-'],
    ]);
    expect(await attachmentsOf(root, 'P2')).toEqual([
      ['programme.pdf', 'application/pdf', 'THE P'],
      ['Map for Bo ...txt', 'text/plain', 'MAP 2'],
      ['P2.pdf', 'application/pdf', 'DIPLO'],
      ['Badge.pdf', 'application/pdf', '%PDF-'],
    ]);
    const before = await readFile(join(root, OUT, 'P1.eml'));
    await runCli(['emails'], { cwd: root });
    expect(await readFile(join(root, OUT, 'P1.eml'))).toEqual(before);
  });

  test('what is missing, too large or elsewhere is told together, and nothing is written', async () => {
    const root = await folderWith([{ ...ANN, unit: '../data/attendees' }, BO], {
      'sosent.yaml': withFiles(
        '        - files/none.pdf\n        - "maps/{{attendee.unit}}.csv"\n        - files/large.bin\n        - files\n        - files/link.csv\n',
      ),
      'files/large.bin': new Uint8Array(19_000_000),
    });
    await symlink('../data/attendees.csv', join(root, 'files/link.csv'));
    const { exit, problems } = documentOf(await runCli(['emails', '--json'], { cwd: root }));
    expect(exit).toBe(2);
    expect(problems.map(({ code, message, location }) => [code, message, location])).toEqual(
      [
        [27, '"files/none.pdf" cannot be attached: there is no such file (Ann Ash, Bo Birk).'],
        [
          28,
          '"maps/{{attendee.unit}}.csv" cannot be attached: what it is made of gives no name of a file (Ann Ash, Bo Birk).',
        ],
        [30, '"files" cannot be attached: it is a folder (Ann Ash, Bo Birk).'],
        [
          31,
          '"files/link.csv" cannot be attached: data/ holds what is known of everybody (Ann Ash, Bo Birk).',
        ],
        [27, 'The attachments are larger than 18 MB, more than most servers take (Ann Ash, Bo Birk).'],
      ].map(([line, message]) => ['SOS631', message, { file: 'sosent.yaml', line, column: 11 }]),
    );
    expect(Object.keys(await readFiles(root)).filter((path) => path.startsWith('out/'))).toEqual([]);
  });
});

describe('some of a mailing', () => {
  const people = Array.from({ length: 9 }, (_, index) =>
    attendee({ id: `p${index + 1}`, name: `Person ${index + 1}` }),
  );
  const files = async (root: string): Promise<readonly string[]> => (await readdir(join(root, OUT))).sort();

  test('a sample is taken from the whole list, and every message is looked at', async () => {
    const root = await folderWith(people);
    const run = await runCli(['emails', '--sample', '3'], { cwd: root });
    expect(run.stdout).toContain('your-sessions: 9 messages, 9 in en\n');
    expect(run.stdout).toContain('  Written   3 of 9, as asked for\n');
    expect(run.stderr).toContain('messages that want a look: 8 to people without a\n  place.');
    expect(await files(root)).toEqual(['P1.eml', 'P5.eml', 'P9.eml', 'index.html']);
    expect((await runCli(['emails', '--sample', '0'], { cwd: root })).status).toBe(2);
  });

  test('to single people, and to nobody who does not get it', async () => {
    const root = await folderWith(people, {
      'sosent.yaml': MAIL_EVENT.concat('      audience: { placement: none }\n'),
    });
    await runCli(['emails', '--to', 'P2', 'person 4', '--json'], { cwd: root });
    expect(await files(root)).toEqual(['P2.eml', 'P4.eml', 'index.html']);
    expect(await runCli(['emails', '--to', 'p1@example.org'], { cwd: root })).toMatchObject({
      status: 2,
      stderr: `error SOS632  "p1@example.org" is not among the recipients of your-sessions.
  hint: Name somebody of its audience by id, code, e-mail address or full name;
        data/attendees.csv lists everybody.
`,
    });
  });
});

test('headers that mail programs look at', async () => {
  const root = await folderWith([ANN], {
    'sosent.yaml': MAIL_EVENT.replace(
      'mailings:',
      'unsubscribe: "no+more?@blåbær.example"\n  mailings:',
    ).concat('      from: Ärlig <day@example.org>\n      replyTo: reply@example.org\n'),
  });
  await runCli(['emails'], { cwd: root });
  const source = await readFile(join(root, OUT, 'P1.eml'), 'latin1');
  expect(source.split('\r\n\r\n')[0]?.split('\r\n').slice(0, 9)).toEqual([
    'Auto-Submitted: auto-generated',
    'Content-Language: en',
    'List-Unsubscribe:',
    ' <mailto:no%2Bmore%3F@xn--blbr-roah.example?subject=unsubscribe>',
    'From: =?UTF-8?Q?=C3=84rlig?= <day@example.org>',
    'To: Ann Ash <p1@example.org>',
    'Reply-To: reply@example.org',
    "Subject: Your sessions at Teachers' day",
    expect.stringMatching(/^Message-ID: <[0-9a-f]{32}@example\.org>$/),
  ]);
});

test('an address with letters that many servers do not take is left out, with the reason', async () => {
  const root = await folderWith([ANN, attendee({ id: 'p2', name: 'Bo', email: 'bø@example.org' })]);
  expect((await runCli(['emails'], { cwd: root })).stderr).toContain(
    'letters other than a to z before the "@" of the\n  address, so no mail: Bo.',
  );
});

test('a mailing to nobody says so', async () => {
  const root = await folderWith([ANN], {
    'sosent.yaml': MAIL_EVENT.concat('      audience: { languages: en, status: cancelled }\n'),
  });
  const { problems } = documentOf(await runCli(['emails', '--json'], { cwd: root }));
  expect(problems.map((one) => one['message'])).toEqual([
    'your-sessions: nobody fits its audience, so there is no mail.',
  ]);
});

test('what tells no places can go out before there is a plan', async () => {
  const root = await folderWith([ANN], {
    'templates/emails/your-sessions.en.txt.hbs': 'Hello {{attendee.name}}, feel free to come.\n',
    'templates/emails/your-sessions.en.html.hbs': '<a href="{{event.url}}">{{event.title}}</a>\n',
  });
  await rm(join(root, 'data/placements.csv'));
  const { exit, problems } = documentOf(await runCli(['emails', '--json'], { cwd: root }));
  expect([exit, ...problems.map((one) => one['message'])]).toEqual([
    0,
    'your-sessions: messages that want a look: 1 with a link that leads nowhere.',
  ]);
});

describe('names and texts from hell', () => {
  async function expectWholeMails(texts: readonly string[]): Promise<void> {
    const people = texts.map((text, index) =>
      attendee({ id: `p${index}`, code: `N${index}`, name: text, organisation: text, needs: text }),
    );
    const root = await folderWith(people, {
      'sosent.yaml': MAIL_EVENT.replace('{{event.title}}', '{{attendee.name}} ({{attendee.code}})'),
    });
    expect((await runCli(['emails'], { cwd: root })).status).toBe(0);
    const mails = await readMails(root);
    expect(Object.keys(mails)).toHaveLength(people.length);
    for (const { code, email, name } of await readStored(root)) {
      const mail = mails[`${code}.eml`];
      expect(mail?.subject).toBe(headerText(`Your sessions at ${name} (${code})`));
      expect(mail === undefined ? [] : recipientsOf(mail)).toEqual([
        { name: headerText(name), address: email },
      ]);
      expect(mail?.text).toContain(`Your code:        ${code}`);
      expect(mail?.html).toContain(`<strong>${code}</strong>`);
      expect(mail?.html).not.toMatch(/<script|<img|<iframe/i);
    }
    const page = await readFile(join(root, OUT, 'index.html'), 'utf8');
    expect(page.split('<details class="message').length - 1).toBe(people.length);
    expect(page.match(/<(?:script|img|iframe)/gi)).toEqual(['<script']);
  }

  test('each comes back from its mail as it went in', () => expectWholeMails(HOSTILE));

  test.skipIf(!HAS_SHARED_DATA)(
    'the big list of naughty strings',
    async () => {
      const strings: readonly string[] = JSON.parse(
        Buffer.from(readShared('naughty-strings.json')).toString('utf8'),
      );
      expect(strings.length).toBeGreaterThan(400);
      await expectWholeMails(strings);
    },
    180_000,
  );
});

describe('what stops it', () => {
  test('a mistake in a template: file and line, and nothing is written', async () => {
    const root = await folderWith([ANN], {
      'templates/emails/your-sessions.en.txt.hbs': 'Hello\n{{#if attendee.nmae}}you{{/if}}\n',
      'templates/emails/layout.html.hbs': '<p>{{evnt.title}}</p>\n{{> @partial-block}}\n',
      'sosent.yaml': MAIL_EVENT.replace('{{event.title}}', '{{event.titel}}'),
    });
    expect(await runCli(['emails'], { cwd: root })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `error SOS502  The template uses "event.titel", which does not exist.
  --> sosent.yaml:25:16
  hint: docs/templates.md lists every name that a template can use.
error SOS502  The template uses "attendee.nmae", which does not exist.
  --> templates/emails/your-sessions.en.txt.hbs:2:7
  hint: docs/templates.md lists every name that a template can use.
error SOS502  The template uses "evnt.title", which does not exist.
  --> templates/emails/layout.html.hbs:1:6
  hint: docs/templates.md lists every name that a template can use.
`,
    });
    expect(Object.keys(await readFiles(root)).filter((path) => path.startsWith('out/'))).toEqual([]);
  });

  test('nothing was assigned yet', async () => {
    const root = await folderWith([ANN]);
    await rm(join(root, 'data/placements.csv'));
    expect(await runCli(['emails'], { cwd: root })).toMatchObject({
      status: 2,
      stderr: `error SOS550  Nobody has a place yet, so there is nothing to tell the attendees.
  hint: Run \`sosent assign\` first.
`,
    });
  });

  test('a mailing that is not in sosent.yaml', async () => {
    const root = await folderWith([ANN]);
    expect(await runCli(['emails', 'your-session'], { cwd: root })).toMatchObject({
      status: 2,
      stderr: `error SOS601  There is no mailing "your-session".
  hint: In sosent.yaml: your-sessions.
`,
    });
  });

  test('a mailing with a template that is not there', async () => {
    const root = await folderWith([ANN], {
      'sosent.yaml': MAIL_EVENT.replace('id: your-sessions', 'id: last-call'),
    });
    const { exit, problems } = documentOf(await runCli(['emails', '--json'], { cwd: root }));
    expect({ exit, messages: problems.map((one) => one['message']) }).toEqual({
      exit: 2,
      messages: [
        'The mailing last-call has no template templates/emails/last-call.en.txt.hbs.',
        'The mailing last-call has no template templates/emails/last-call.en.html.hbs.',
      ],
    });
  });
});
