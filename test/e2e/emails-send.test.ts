import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { writeFiles } from '../helpers/event-folder.ts';
import { type MailServer, startMailServer } from '../helpers/mail-server.ts';
import { mailEvent, makeMailingFolder, readJournalLines, readStates } from '../helpers/mailing-folder.ts';
import { type CliRun, documentOf, runCli } from '../helpers/run-cli.ts';
import { HAS_TERMINAL, KEYS, runOnTerminal } from '../helpers/terminal.ts';

/** `sosent emails send your-sessions` as a script runs it, counting on so many recipients. */
function send(root: string, expected: number, ...more: readonly string[]): Promise<CliRun> {
  return runCli(['emails', 'send', 'your-sessions', '--yes', '--expect', String(expected), ...more], {
    cwd: root,
  });
}

function summary(port: number, people: string, more = ''): string {
  return `your-sessions: ${people}
  From      Teachers' Day <day@example.org>
  Server    localhost, port ${port}, NOT encrypted
${more}`;
}

const SUBJECT = `  Subjects  Your sessions at Teachers' day\n`;

describe('nobody gets a mailing by mistake', () => {
  test('without a terminal it says whom it would go to, and sends nothing', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(3, server.port);
    await writeFiles(root, {
      'data/attendees.csv': attendeesFile([
        attendee({ id: 'p1' }),
        attendee({ id: 'p2' }),
        attendee({ id: 'p3', name: 'Bo\u202e Birk', email: '' }),
      ]).content,
    });
    expect(await runCli(['emails', 'send', 'your-sessions'], { cwd: root })).toEqual({
      status: 3,
      signal: null,
      stdout: summary(
        server.port,
        '2 people',
        `${SUBJECT}  Left out  1 without a usable address: Bo\\u{202e} Birk\n`,
      ),
      stderr: `error SOS615  Nothing was sent: nobody is here to confirm the number.
  hint: If the list above is right: --yes --expect 2.
`,
    });
    expect((await runCli(['emails', 'send', 'your-sessions', '--yes'], { cwd: root })).status).toBe(3);
    expect(server.received).toEqual([]);
  });

  test('who was put together with somebody since has what either of them got', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(4, server.port);
    expect((await send(root, 4)).status).toBe(0);
    await writeFiles(root, {
      'data/attendees.csv': attendeesFile(
        ['p1', 'p2', 'p3', 'p4', 'p5', 'p6'].map((id) => attendee({ id, code: id.toUpperCase() })),
      ).content,
    });
    // p1 goes into p5, and both into p6: only p5 and p6 had no mail, and one of them is left.
    expect((await runCli(['import', '--merge', 'P5=P1'], { cwd: root })).status).toBe(0);
    expect((await runCli(['import', '--merge', 'P6=P5'], { cwd: root })).status).toBe(0);
    const run = await send(root, 0);
    expect([run.status, run.stderr.slice(0, 14)]).toEqual([0, 'warning SOS642']); // the code on the badge is another one
    expect(server.received).toHaveLength(4);
    const { result } = documentOf<{ mailings: readonly { sent: number; waiting: number }[] }>(
      await runCli(['emails', 'status', '--json'], { cwd: root }),
    );
    expect(result.mailings).toMatchObject([{ sent: 4 }]);
  });

  test('a script that counts on another number is refused', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(3, server.port);
    expect(await send(root, 2)).toEqual({
      status: 3,
      signal: null,
      stdout: '',
      stderr: `error SOS616  3 people would get the mail now, and 2 were expected. Nothing was
  sent.
  hint: Look at the list with \`sosent emails preview\`, then say --expect 3.
`,
    });
    expect(server.connections()).toBe(0);
  });

  test.skipIf(!HAS_TERMINAL)('at a terminal, only the number itself lets it go', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(3, server.port);
    const args = ['emails', 'send', 'your-sessions'];
    const type = (answer: string) =>
      runOnTerminal(args, { cwd: root, steps: [['Type 3 to send it', `${answer}${KEYS.enter}`]] });
    const no = await type('y');
    expect({ status: no.status, sent: server.recipients() }).toEqual({ status: 3, sent: [] });
    expect(no.output).toContain('SOS615  Nothing was sent.');
    const yes = await type('3');
    expect({ status: yes.status, sent: server.recipients() }).toEqual({
      status: 0,
      sent: ['p1@example.org', 'p2@example.org', 'p3@example.org'],
    });
    expect(yes.output).toContain('your-sessions: 3 sent.');
  });
});

describe('everybody gets it once', () => {
  test('the bytes of the preview with a Date, an attempt and an end in the journal for each', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(3, server.port, { smtp: 'connections: 1' });
    expect(await send(root, 3)).toEqual({
      status: 0,
      signal: null,
      stdout: `${summary(server.port, '3 people', SUBJECT)}
your-sessions: 3 sent.
`,
      stderr: '',
    });
    await runCli(['emails', 'preview'], { cwd: root });
    for (const { from, to, raw } of server.received) {
      const [, code = ''] = /^(p\d)@/.exec(to) ?? [];
      const preview = await readFile(
        join(root, `out/emails/your-sessions/${code.toUpperCase()}.eml`),
        'utf8',
      );
      expect(from).toBe('day@example.org');
      expect(raw.replace(/^Date: [A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} \+0000\r\n/, '')).toBe(
        preview,
      );
    }
    expect(await readJournalLines(root)).toEqual(
      ['p1', 'p2', 'p3'].flatMap((one) => [`${one} sending`, `${one} sent`]),
    );
    const journal = await readFile(join(root, 'data/mail-journal.jsonl'), 'utf8');
    expect(journal).not.toContain('example.org"');
    expect(journal.replaceAll(/<[\da-f]{32}@example\.org>/g, '')).not.toContain('@');
  });

  test('a second run has nothing left to do; a newcomer alone is served', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(2, server.port);
    await send(root, 2);
    expect(await send(root, 0)).toMatchObject({
      status: 0,
      stdout: `${summary(server.port, '0 people', '  Not now   2 have it already\n')}
Nobody is left to send it to.
`,
    });
    await writeFiles(root, {
      'data/attendees.csv': attendeesFile(['p1', 'p2', 'p3'].map((id) => attendee({ id }))).content,
    });
    expect((await send(root, 1)).status).toBe(0);
    expect(server.recipients()).toEqual(['p1@example.org', 'p2@example.org', 'p3@example.org']);
  });

  test('a journal with a torn last line goes on; the record that was lost was never acted upon', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(2, server.port);
    await send(root, 2);
    await appendFile(join(root, 'data/mail-journal.jsonl'), '{"at":"2026-03-01T12:00:00.000Z","mail');
    await writeFiles(root, {
      'data/attendees.csv': attendeesFile(['p1', 'p2', 'p3'].map((id) => attendee({ id }))).content,
    });
    expect((await send(root, 1)).status).toBe(0);
    expect(await readStates(root)).toEqual({ p1: 'sent', p2: 'sent', p3: 'sent' });
  });

  test('a journal with a damaged line stops everything, as that line may say who has the mail', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(2, server.port);
    await send(root, 2);
    const path = join(root, 'data/mail-journal.jsonl');
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, lines.with(2, 'rubbish').join('\n'));
    const stderr = `error SOS108  This line of the journal cannot be understood. Nothing is sent
  while it stands.
  --> data/mail-journal.jsonl:3
  hint: It may say that somebody has a mail already. Restore the file from a
        backup, or mend the line.
`;
    expect(await send(root, 2)).toMatchObject({ status: 2, stderr });
    expect(await runCli(['emails', 'status'], { cwd: root })).toMatchObject({ status: 2, stderr });
    expect(server.recipients()).toHaveLength(2);
  });

  test('two senders at once: the second is told who is at it', async () => {
    const server = await startMailServer({
      recipient: (_to, turn) => (turn === 1 ? 'stall' : 'take'),
    });
    const root = await makeMailingFolder(3, server.port, { smtp: 'timeout: 3s, connections: 1' });
    const first = send(root, 3);
    while (server.connections() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await send(root, 3);
    expect(second.status).toBe(3);
    expect(second.stderr).toMatch(/^error SOS103 {2}`sosent emails send your-sessions` \(process \d+ on /);
    // Everything else goes on meanwhile.
    expect((await runCli(['assign'], { cwd: root })).status).toBe(0);
    await first;
    expect(server.recipients()).toEqual(['p1@example.org', 'p2@example.org', 'p3@example.org']);
  });
});

describe('--changed', () => {
  test('goes to exactly those whose message is another one today, with an id of its own', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(3, server.port);
    await send(root, 3);
    expect((await send(root, 0, '--changed')).stdout).toContain('Not now   3 have it as it is today');
    await writeFiles(root, {
      'data/placements.csv': 'attendee,time_slot,session,how,rank\np2,1,maths-1,assigned,1\n',
      'data/attendees.csv': attendeesFile(['p1', 'p2', 'p3', 'p4'].map((id) => attendee({ id }))).content,
    });
    const run = await send(root, 1, '--changed');
    expect({ status: run.status, stdout: run.stdout }).toEqual({
      status: 0,
      stdout: `${summary(
        server.port,
        '1 person',
        `${SUBJECT}  Not now   2 have it as it is today
  Not now   1 were never sent it (leave out --changed)
`,
      )}
your-sessions: 1 sent.
`,
    });
    const own = server.received.filter((one) => one.to === 'p2@example.org');
    const ids = own.map((one) => /^Message-ID: <[\da-f]+(.*)>\r$/m.exec(one.raw)?.[1]);
    expect(ids).toEqual(['@example.org', '.2@example.org']);
    expect(own[1]?.raw).toContain('Mathematics');
    expect((await send(root, 0, '--changed')).status).toBe(0);
    // The newcomer has no version yet; the usual run serves them, and nobody else.
    expect((await send(root, 1)).status).toBe(0);
    expect(server.received.map((one) => one.to).slice(-1)).toEqual(['p4@example.org']);
  });
});

describe('emails test', () => {
  test('a message as its attendee would get it, to somebody else, in no journal', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(2, server.port);
    const args = ['emails', 'test', 'your-sessions', '--to', 'me@example.org'];
    expect(await runCli([...args, '--attendee', 'p2'], { cwd: root })).toMatchObject({
      status: 0,
      stdout: `Sent to me@example.org: the message of Person p2.
  Subject   Your sessions at Teachers' day
Nobody else got anything, and the journal knows nothing of it.
`,
      stderr: '',
    });
    const [mail] = server.received;
    expect(server.recipients()).toEqual(['me@example.org']);
    expect(mail?.raw).toContain('To: Person p2 <me@example.org>');
    expect(mail?.raw).toContain('Your code:        P2');
    expect(mail?.raw).toMatch(/^Message-ID: <test-[\da-f]{32}@example\.org>\r$/m);
    expect((await send(root, 2)).status).toBe(0);
  });

  test('whom it cannot be sent to, and what it cannot be', async () => {
    const server = await startMailServer({
      recipient: () => ({ code: 550, text: '5.1.1 <me@example.org> is nobody' }),
    });
    const root = await makeMailingFolder(2, server.port);
    const test = (to: string, ...more: string[]): Promise<CliRun> =>
      runCli(['emails', 'test', 'your-sessions', '--to', to, ...more], { cwd: root });
    expect(await test('a@example.org, b@example.org')).toMatchObject({
      status: 2,
      stderr: `error SOS101  --to: "a@example.org, b@example.org" is not one e-mail address.
  hint: Write it as --to me@example.org.
`,
    });
    expect(await test('me@example.org', '--attendee', 'p9')).toMatchObject({
      status: 2,
      stderr: `error SOS101  "p9" is nobody who gets the mailing your-sessions.
  hint: Name somebody who gets this mailing by id, code, e-mail address or name.
`,
    });
    const refused = await test('me@example.org');
    expect(refused.status).toBe(4);
    expect(refused.stderr).toContain('localhost refuses the message to me@example.org: 550 5.1.1');
  });
});

describe('emails status', () => {
  test('a row for each mailing, and what is left to do', async () => {
    const server = await startMailServer({
      recipient: (to) =>
        to.startsWith('p2@') ? { code: 550, text: '5.1.1 No <p2@example.org> here' } : 'take',
    });
    const root = await makeMailingFolder(3, server.port);
    const before = await runCli(['emails', 'status'], { cwd: root });
    expect(before).toMatchObject({
      status: 0,
      stdout: `mailing           sent    again  waiting  put off  refused  unknown  last sent
your-sessions        0        0        0        0        0        0  never
`,
    });
    await runCli(['emails', 'send', 'your-sessions', '--yes', '--expect', '3'], {
      cwd: root,
      env: { SOSENT_NOW: '2026-03-01T12:00:00Z' },
    });
    expect(await runCli(['emails', 'status', 'your-sessions'], { cwd: root })).toEqual({
      status: 1,
      signal: null,
      stdout: `mailing           sent    again  waiting  put off  refused  unknown  last sent
your-sessions        2        0        0        0        1        0  2026-03-01 12:00 UTC
`,
      stderr: `warning SOS625  your-sessions: 1 message was refused: Person p2 (550 5.1.1 No
  <...@...> here).
  hint: Correct the addresses and send to them with --retry-failed; --failed
        failed.csv lists all of them.
`,
    });
    const { result } = documentOf<{ mailings: unknown[] }>(
      await runCli(['emails', 'status', '--json'], { cwd: root }),
    );
    expect(result.mailings).toEqual([
      {
        mailing: 'your-sessions',
        sent: 2,
        again: 0,
        waiting: 0,
        deferred: 0,
        failed: 1,
        unknown: 0,
        firstSent: '2026-03-01T12:00:00.000Z',
        lastSent: '2026-03-01T12:00:00.000Z',
        unsent: [
          {
            attendee: 'p2',
            state: 'failed',
            reply: '550 5.1.1 No <...@...> here',
            at: '2026-03-01T12:00:00.000Z',
            messageId: expect.stringMatching(/^<[\da-f]{32}@example\.org>$/),
          },
        ],
      },
    ]);
    expect(await runCli(['emails', 'status', 'last-call'], { cwd: root })).toMatchObject({ status: 2 });
  });
});

describe('what stands in sosent.yaml', () => {
  const run = (root: string, env: Record<string, string> = {}): Promise<CliRun> =>
    runCli(['emails', 'send', 'your-sessions', '--yes', '--expect', '1'], { cwd: root, env });

  async function folder(smtp: string): Promise<{ server: MailServer; root: string }> {
    const server = await startMailServer({ options: { authOptional: false } });
    return { server, root: await makeMailingFolder(1, server.port, { smtp }) };
  }

  test('no mail server', async () => {
    const { root } = await folder('');
    const path = join(root, 'sosent.yaml');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/ {2}smtp: .*\n/, ''));
    expect(await run(root)).toMatchObject({
      status: 2,
      stderr: `error SOS613  sosent.yaml names no mail server.
  hint: Add under emails: smtp: { host: smtp.example.org, user: post@example.org
        }. docs/sending.md says more.
`,
    });
  });

  test('a password is refused where it stands', async () => {
    const { root } = await folder('user: me, password: secret');
    const { status, stderr } = await run(root);
    expect(status).toBe(2);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'SOS304 "password" in emails.smtp must not stand in sosent.yaml: put the password in the environment variable SOSENT_SMTP_PASSWORD, or name the command that tells it as passwordCommand.',
    );
    expect(stderr).toMatch(/--> sosent.yaml:\d+:\d+/);
    expect(stderr).not.toContain('secret');
  });

  test('a login without a password', async () => {
    const { root } = await folder('user: me');
    expect(await run(root)).toMatchObject({ status: 2, stderr: expect.stringContaining('SOS617') });
  });

  test('the password of the environment, of a command, and of a command that fails', async () => {
    const { root, server } = await folder('user: me, passwordCommand: "echo right; echo more"');
    expect((await run(root, { SOSENT_SMTP_PASSWORD: 'wrong' })).status).toBe(4);
    expect(server.recipients()).toEqual([]);
    expect((await run(root)).status).toBe(0);
    expect(server.recipients()).toEqual(['p1@example.org']);

    const broken = await folder('user: me, passwordCommand: "echo locked >&2; false"');
    expect(await run(broken.root)).toMatchObject({
      status: 2,
      stderr: `error SOS617  The command for the password did not give one: locked
  hint: Run emails.smtp.passwordCommand in a terminal: its first line must be
        the password.
`,
    });
    expect(broken.server.connections()).toBe(0);
  });

  test('a password never travels unencrypted to another machine', async () => {
    const { root } = await folder('');
    await writeFile(
      join(root, 'sosent.yaml'),
      mailEvent(587).replace('host: localhost', 'host: smtp.example.org, user: me'),
    );
    const { status, stderr } = await run(root, { SOSENT_SMTP_PASSWORD: 'right' });
    expect({ status, code: stderr.slice(0, 12) }).toEqual({ status: 2, code: 'error SOS614' });
  });
});
