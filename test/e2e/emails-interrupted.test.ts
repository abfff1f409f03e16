import { spawn } from 'node:child_process';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFiles, writeFiles } from '../helpers/event-folder.ts';
import { type MailServer, startMailServer } from '../helpers/mail-server.ts';
import { makeMailingFolder, readStates } from '../helpers/mailing-folder.ts';
import { BIN, bareEnvironment, type CliRun, runCli } from '../helpers/run-cli.ts';
import { canMountDisks, onSmallDisk } from '../helpers/small-disk.ts';

const PEOPLE = 60;
const everybody = Array.from({ length: PEOPLE }, (_, index) => `p${index + 1}`);

/** A server on which a mailing takes about a second. */
function startSlowServer(): Promise<MailServer> {
  return startMailServer({
    options: {
      onMailFrom: (_address, _session, done) => void setTimeout(done, 15),
    },
  });
}

/** Sends, and gets a signal once the server has so many messages. */
async function sendUntil(
  root: string,
  server: MailServer,
  { messages, signal, expected }: { messages: number; signal: NodeJS.Signals; expected: number },
): Promise<Pick<CliRun, 'status' | 'signal' | 'stdout'>> {
  const args = ['emails', 'send', 'your-sessions', '--yes', '--expect', String(expected)];
  const child = spawn(process.execPath, [BIN, ...args], { cwd: root, env: bareEnvironment() });
  let stdout = '';
  child.stdout.on('data', (text: Buffer) => {
    stdout += text.toString('utf8');
  });
  const ended = new Promise<Pick<CliRun, 'status' | 'signal' | 'stdout'>>((resolve) => {
    child.on('close', (status, by) => resolve({ status, signal: by, stdout }));
  });
  const target = server.received.length + messages;
  while (server.received.length < target && child.exitCode === null) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  child.kill(signal);
  return ended;
}

/** How many messages each attendee got. */
function countOf(server: MailServer, id: string): number {
  return server.received.filter((one) => one.to === `${id}@example.org`).length;
}

describe('kill -9', () => {
  test.each([1, 2, 9, 25, 50])(
    'after %i messages: one each, or unknown; the next run goes on',
    async (messages) => {
      const server = await startSlowServer();
      const root = await makeMailingFolder(PEOPLE, server.port);
      const killed = await sendUntil(root, server, { messages, signal: 'SIGKILL', expected: PEOPLE });
      expect(killed.signal).toBe('SIGKILL');
      const before = await readStates(root);
      const open = everybody.filter((one) => before[one] !== 'sent' && before[one] !== 'sending');
      expect(open.length).toBeGreaterThan(0);

      const run = await runCli(
        ['emails', 'send', 'your-sessions', '--yes', '--expect', String(open.length)],
        { cwd: root },
      );
      const after = await readStates(root);
      const unknown = everybody.filter((one) => after[one] === 'sending');
      expect({ status: run.status, mentioned: run.stderr.includes('SOS627') }).toEqual({
        status: unknown.length > 0 ? 1 : 0,
        mentioned: unknown.length > 0,
      });
      expect(unknown.length).toBeLessThanOrEqual(3); // connections
      for (const one of everybody) {
        const counts = unknown.includes(one) ? [0, 1] : [1];
        expect(counts).toContain(countOf(server, one));
      }
      expect(everybody.filter((one) => !['sent', 'sending'].includes(after[one] ?? ''))).toEqual([]);

      // Those who got none come to light as unknown, and get theirs when somebody says so.
      const status = await runCli(['emails', 'status'], { cwd: root });
      expect(status.stderr.includes('SOS627')).toBe(unknown.length > 0);
      const rest = ['--yes', '--expect', String(unknown.length), '--resend-unknown'];
      expect((await runCli(['emails', 'send', 'your-sessions', ...rest], { cwd: root })).status).toBe(0);
      expect(everybody.filter((one) => countOf(server, one) === 0)).toEqual([]);
    },
  );
});

test('Ctrl-C finishes what is under way, says where it stands, and the next run goes on', async () => {
  const server = await startSlowServer();
  const root = await makeMailingFolder(PEOPLE, server.port);
  const { status, stdout } = await sendUntil(root, server, {
    messages: 10,
    signal: 'SIGINT',
    expected: PEOPLE,
  });
  expect(status).toBe(130);
  const sent = server.received.length;
  expect(stdout).toContain(`your-sessions: ${sent} sent, ${PEOPLE - sent} not tried yet.
Stopped by Ctrl-C, with nothing under way. Run the command again to go on.`);
  const states = await readStates(root);
  expect(Object.values(states)).toEqual(Array(sent).fill('sent'));
  const rest = ['--yes', '--expect', String(PEOPLE - sent)];
  expect((await runCli(['emails', 'send', 'your-sessions', ...rest], { cwd: root })).status).toBe(0);
  expect(everybody.filter((one) => countOf(server, one) !== 1)).toEqual([]);
});

test.skipIf(!canMountDisks())('a disk that fills up: nothing leaves without its record', async () => {
  const server = await startMailServer();
  await onSmallDisk(512, async ({ path }) => {
    const template = await makeMailingFolder(PEOPLE, server.port);
    await writeFiles(path, await readFiles(template));
    const { bavail, bsize } = await statfs(path);
    await writeFile(join(path, 'filler'), Buffer.alloc(bavail * bsize - 16_384));
    const send = (expected: number): Promise<CliRun> =>
      runCli(['emails', 'send', 'your-sessions', '--yes', '--expect', String(expected)], { cwd: path });

    const run = await send(PEOPLE);
    expect(run.status).toBe(4);
    expect(run.stderr).toContain('error SOS628  data/mail-journal.jsonl cannot be written (ENOSPC)');
    expect(server.received.length).toBeGreaterThan(0);
    expect(server.received.length).toBeLessThan(PEOPLE);

    await rm(join(path, 'filler'));
    const states = await readStates(path);
    const unknown = everybody.filter((one) => states[one] === 'sending');
    const sent = everybody.filter((one) => states[one] === 'sent');
    expect([0, 1]).toContain((await send(PEOPLE - sent.length - unknown.length)).status);
    for (const one of everybody) {
      expect(unknown.includes(one) ? [0, 1] : [1]).toContain(countOf(server, one));
    }
  });
});
