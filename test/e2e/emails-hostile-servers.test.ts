import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { HAS_OPENSSL, makeCertificate, startMailServer } from '../helpers/mail-server.ts';
import { makeMailingFolder, readJournalLines, readStates } from '../helpers/mailing-folder.ts';
import { type CliRun, documentOf, runCli } from '../helpers/run-cli.ts';
import { readWhole } from '../helpers/tables.ts';

const SEND = ['emails', 'send', 'your-sessions', '--yes', '--expect'];

function send(root: string, expected: number, ...more: readonly string[]): Promise<CliRun> {
  return runCli([...SEND, String(expected), ...more], { cwd: root });
}

/** How many attendees stand in which state. */
async function countStates(root: string): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const state of Object.values(await readStates(root))) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

/** Words of a problem without the line breaks of the terminal. */
function wordsOf(run: CliRun): string {
  return run.stderr.replace(/\s+/g, ' ').trim();
}

function addresses(...numbers: readonly number[]): readonly string[] {
  return numbers.map((one) => `p${one}@example.org`).sort();
}

const all = (people: number): readonly number[] => Array.from({ length: people }, (_, index) => index + 1);

describe('a server that', () => {
  test('greylists: everybody is tried again after the wait, and gets it once', async () => {
    const server = await startMailServer({
      recipient: (_to, _turn, tries) => (tries === 1 ? { code: 451, text: '4.7.1 Greylisted' } : 'take'),
    });
    const root = await makeMailingFolder(6, server.port, { smtp: 'retryAfter: [1s]' });
    const run = await send(root, 6);
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    expect(server.recipients()).toEqual(addresses(...all(6)));
    const own = (await readJournalLines(root)).filter((one) => one.startsWith('p3 '));
    expect(own).toEqual(['p3 sending', 'p3 deferred', 'p3 sending', 'p3 sent']);
  });

  test('greylists for longer than we wait: the next run sends to these alone', async () => {
    let isPatient = false;
    const server = await startMailServer({
      recipient: (to) => (isPatient || to !== 'p2@example.org' ? 'take' : { code: 450, text: '4.2.0 Later' }),
    });
    const root = await makeMailingFolder(3, server.port);
    const run = await send(root, 3);
    expect({ status: run.status, words: wordsOf(run) }).toEqual({
      status: 1,
      words:
        'warning SOS626 your-sessions: 1 message was put off by the server: Person p2 (450 4.2.0 Later). hint: Run the same command again after a while; nobody who has the mail gets it twice.',
    });
    expect(run.stdout).toContain('your-sessions: 2 sent, 1 put off.');
    isPatient = true;
    expect((await send(root, 1)).status).toBe(0);
    expect(server.recipients()).toEqual(addresses(1, 2, 3));
  });

  test('refuses every seventh: all others get it, and a table says who did not and why', async () => {
    let isMended = false;
    const server = await startMailServer({
      recipient: (to, turn) =>
        !isMended && turn % 7 === 0 ? { code: 550, text: `5.1.1 <${to}>: unknown user` } : 'take',
    });
    const root = await makeMailingFolder(30, server.port);
    const run = await send(root, 30, '--failed', 'lists/failed.csv');
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('your-sessions: 26 sent, 4 refused.');
    expect(run.stdout).toContain('lists/failed.csv  those who did not get it, and why');
    expect(wordsOf(run)).toMatch(
      /^warning SOS625 your-sessions: 4 messages were refused: Person p\d+ \(550 5\.1\.1 <\.\.\.@\.\.\.>: unknown user\); .* --retry-failed/,
    );
    expect(await countStates(root)).toEqual({ sent: 26, failed: 4 });

    const { headers, rows } = await readWhole(await readFile(join(root, 'lists/failed.csv')));
    expect(headers).toEqual([
      'attendee',
      'code',
      'name',
      'email',
      'organisation',
      'state',
      'reason',
      'at',
      'message_id',
    ]);
    const failed = Object.entries(await readStates(root)).filter(([, state]) => state === 'failed');
    expect(rows.map(({ cells: [id, , , email, , state] }) => [id, email, state]).sort()).toEqual(
      failed.map(([id]) => [id, `${id}@example.org`, 'failed']).sort(),
    );

    // They are passed over until somebody asks for them.
    isMended = true;
    const again = await send(root, 0);
    expect({ status: again.status, sent: server.received.length }).toEqual({ status: 1, sent: 26 });
    expect((await send(root, 4, '--retry-failed')).status).toBe(0);
    expect(server.recipients()).toEqual(addresses(...all(30)));
  });

  test('refuses everybody: it stops after ten, as this is not about addresses', async () => {
    const server = await startMailServer({
      recipient: () => ({ code: 554, text: '5.7.1 Relay access denied' }),
    });
    const root = await makeMailingFolder(30, server.port, { smtp: 'connections: 1' });
    const run = await send(root, 30);
    expect(run.status).toBe(4);
    expect(run.stdout).toContain('your-sessions: 0 sent, 10 refused, 20 not tried yet.');
    expect(wordsOf(run)).toContain(
      'error SOS624 localhost refuses everybody: 554 5.7.1 Relay access denied.',
    );
    expect(await countStates(root)).toEqual({ failed: 10 });
  });

  test('takes nothing from the sender: it stops at the first, and nobody counts as refused', async () => {
    const server = await startMailServer({
      options: {
        onMailFrom: (_address, _session, done) =>
          done(Object.assign(new Error('5.7.60 Not allowed to send as this address'), { responseCode: 550 })),
      },
    });
    const root = await makeMailingFolder(5, server.port, { smtp: 'connections: 1' });
    const run = await send(root, 5);
    expect(run.status).toBe(4);
    expect(wordsOf(run)).toContain('error SOS622 localhost takes nothing from this sender: 550 5.7.60');
    expect(await countStates(root)).toEqual({ deferred: 1 });
  });

  test('answers 421 after 50: it stops, and the next run goes on with the others', async () => {
    let isRested = false;
    const server = await startMailServer({
      recipient: (_to, turn) =>
        !isRested && turn > 50 ? { code: 421, text: '4.7.0 Too many messages, come back later' } : 'take',
    });
    const root = await makeMailingFolder(60, server.port);
    const run = await send(root, 60);
    expect(run.status).toBe(4);
    expect(run.stdout).toMatch(/your-sessions: 50 sent, [123] put off, [789] not tried yet\./);
    expect(wordsOf(run)).toContain(
      'error SOS621 localhost ended the session: 421 4.7.0 Too many messages, come back later. hint: It may have a limit: write it as emails.smtp.rate (50/5m), and wait. Run the same command again then; it goes on where it stopped.',
    );
    isRested = true;
    expect((await send(root, 10)).status).toBe(0);
    expect(server.recipients()).toEqual(addresses(...all(60)));
  });

  test('drops the connection in DATA now and then: those are unknown, and nobody gets two', async () => {
    let isMended = false;
    const server = await startMailServer({
      message: (_to, turn) =>
        isMended ? 'take' : turn % 10 === 5 ? 'drop' : turn % 10 === 0 ? 'take-and-drop' : 'take',
    });
    const root = await makeMailingFolder(30, server.port);
    const run = await send(root, 30);
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('your-sessions: 24 sent, 6 unknown.');
    expect(wordsOf(run)).toMatch(
      /^warning SOS627 your-sessions: 6 messages of which nobody knows whether they arrived: .*--resend-unknown sends to them again\.$/,
    );
    expect(await countStates(root)).toEqual({ sent: 24, unknown: 6 });
    expect(new Set(server.recipients()).size).toBe(server.received.length);
    expect(server.received).toHaveLength(27);

    isMended = true;
    // Not sent again by itself; when asked for, with the same id, so that mail programs can show one of the two.
    expect((await send(root, 0)).status).toBe(1);
    expect(server.received).toHaveLength(27);
    expect((await send(root, 6, '--resend-unknown')).status).toBe(0);
    expect(await countStates(root)).toEqual({ sent: 30 });
    const ids = server.received.map((one) => /^Message-ID: (.*)\r$/m.exec(one.raw)?.[1]);
    expect({ ids: new Set(ids).size, messages: ids.length }).toEqual({ ids: 30, messages: 33 });
  });

  test('drops every connection in DATA: it stops before there are many unknown', async () => {
    const server = await startMailServer({ message: () => 'drop' });
    const root = await makeMailingFolder(30, server.port, { smtp: 'connections: 1' });
    const run = await send(root, 30);
    expect(run.status).toBe(4);
    expect(run.stdout).toContain('your-sessions: 0 sent, 3 unknown, 27 not tried yet.');
    expect(wordsOf(run)).toContain('error SOS623 The connection to localhost was lost again and again');
    expect(await countStates(root)).toEqual({ unknown: 3 });
  });

  test('drops the connection before DATA: nothing was handed over, so it is tried again at once', async () => {
    const server = await startMailServer({ recipient: (_to, turn) => (turn % 5 === 0 ? 'drop' : 'take') });
    const root = await makeMailingFolder(20, server.port);
    const run = await send(root, 20);
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    expect(server.recipients()).toEqual(addresses(...all(20)));
  });

  test('stalls: before DATA it is tried again, after the message it is unknown', async () => {
    const server = await startMailServer({
      recipient: (_to, turn) => (turn === 2 ? 'stall' : 'take'),
      message: (_to, turn) => (turn === 3 ? 'stall' : 'take'),
    });
    const root = await makeMailingFolder(5, server.port, { smtp: 'timeout: 1s, connections: 1' });
    const run = await send(root, 5);
    expect(run.status).toBe(1);
    expect(wordsOf(run)).toContain('SOS627');
    expect(await countStates(root)).toEqual({ sent: 4, unknown: 1 });
    expect(server.received).toHaveLength(4);
  });

  test('never greets', async () => {
    const server = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const root = await makeMailingFolder(2, port, { smtp: 'timeout: 1s' });
    const run = await send(root, 2);
    expect({ status: run.status, words: wordsOf(run) }).toEqual({
      status: 4,
      words: `error SOS618 The mail server localhost, port ${port}, cannot be reached: Greeting never received. hint: Check emails.smtp.host and port, and the network. Run the same command again then; it goes on where it stopped.`,
    });
    expect(await countStates(root)).toEqual({});
  });

  test('is not there', async () => {
    const root = await makeMailingFolder(2, 1);
    const run = await send(root, 2);
    expect(run.status).toBe(4);
    expect(run.stdout).toContain('your-sessions: 0 sent, 2 not tried yet.');
    expect(wordsOf(run)).toContain(
      'error SOS618 The mail server localhost, port 1, cannot be reached: connect ECONNREFUSED',
    );
    expect(await countStates(root)).toEqual({});
  });

  test('does not know the password: told once, with one login', async () => {
    const server = await startMailServer({ options: { authOptional: false } });
    const root = await makeMailingFolder(9, server.port, { smtp: 'user: me' });
    const run = await runCli([...SEND, '9', '--json'], { cwd: root, env: { SOSENT_SMTP_PASSWORD: 'wrong' } });
    const { exit, ok, problems, result } = documentOf<Record<string, unknown>>(run);
    expect({ exit, ok, logins: server.logins(), connections: server.connections() }).toEqual({
      exit: 4,
      ok: false,
      logins: 1,
      connections: 1,
    });
    expect(problems.map((one) => [one['code'], one['message']])).toEqual([
      [
        'SOS620',
        'localhost does not accept the login of me: Invalid login: 535 Authentication credentials invalid.',
      ],
    ]);
    expect(result).toMatchObject({ sent: 0, untried: 9, stopped: 'authentication', interrupted: false });
    expect(run.stdout + run.stderr).not.toContain('wrong');
  });

  test('wants a login that sosent.yaml does not have', async () => {
    const server = await startMailServer({ options: { authOptional: false } });
    const root = await makeMailingFolder(2, server.port);
    const run = await send(root, 2);
    expect(run.status).toBe(4);
    expect(wordsOf(run)).toContain('error SOS620 localhost wants a login');
  });

  test('takes fewer connections than we ask for: those it takes do the work', async () => {
    const server = await startMailServer({ options: { maxClients: 1 } });
    const root = await makeMailingFolder(20, server.port, { smtp: 'connections: 5' });
    const run = await send(root, 20);
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    expect(server.recipients()).toEqual(addresses(...all(20)));
  });
});

describe('encryption', () => {
  const tls = { disabledCommands: [] };

  test('no STARTTLS: nothing is handed over', async () => {
    const server = await startMailServer();
    const root = await makeMailingFolder(2, server.port, { smtp: 'security: starttls' });
    const run = await send(root, 2);
    expect(run.status).toBe(4);
    expect(wordsOf(run)).toMatch(
      /error SOS619 There is no encrypted connection to localhost: .*security: tls\.$/,
    );
    expect(server.received).toEqual([]);
    expect(await countStates(root)).toEqual({});
  });

  test('a certificate that is not to be trusted: nothing is handed over, and no login', async () => {
    const server = await startMailServer({ options: tls });
    const root = await makeMailingFolder(2, server.port, { smtp: 'user: me, security: starttls' });
    const run = await runCli([...SEND, '2'], { cwd: root, env: { SOSENT_SMTP_PASSWORD: 'right' } });
    expect(run.status).toBe(4);
    expect(wordsOf(run)).toContain('error SOS619 There is no encrypted connection to localhost');
    expect({ logins: server.logins(), received: server.received }).toEqual({ logins: 0, received: [] });
  });

  test.skipIf(!HAS_OPENSSL).each([
    ['starttls', tls],
    ['tls', { secure: true }],
  ])('%s with a certificate that is trusted', async (security, options) => {
    const { key, cert, path } = await makeCertificate();
    const server = await startMailServer({ options: { ...options, key, cert, authOptional: false } });
    const root = await makeMailingFolder(2, server.port, { smtp: `user: me, security: ${security}` });
    const env = { SOSENT_SMTP_PASSWORD: 'right', NODE_EXTRA_CA_CERTS: path };
    const run = await runCli([...SEND, '2'], { cwd: root, env });
    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    expect(run.stdout).toContain(`localhost, port ${server.port}, encrypted, as me`);
    expect(server.recipients()).toEqual(addresses(1, 2));
  });
});
