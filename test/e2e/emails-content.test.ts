import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { writeFiles } from '../helpers/event-folder.ts';
import { HOSTILE } from '../helpers/hostile-texts.ts';
import { startMailServer } from '../helpers/mail-server.ts';
import { makeMailingFolder } from '../helpers/mailing-folder.ts';
import { runCli } from '../helpers/run-cli.ts';

test('names and texts from hell arrive as they are previewed, each at its own address', async () => {
  const server = await startMailServer();
  const texts = [...HOSTILE, '.', '..\r\n.\r\n', 'a\r\n.\r\nMAIL FROM:<x@example.org>'];
  const people = texts.map((text, index) =>
    attendee({ id: `p${index}`, code: `N${index}`, name: text, organisation: text, needs: text }),
  );
  const root = await makeMailingFolder(0, server.port);
  await writeFiles(root, { 'data/attendees.csv': attendeesFile(people).content });
  const args = ['emails', 'send', 'your-sessions', '--yes', '--expect', String(people.length)];
  expect(await runCli(args, { cwd: root })).toMatchObject({ status: 0, stderr: '' });
  await runCli(['emails', 'preview'], { cwd: root });
  expect(server.recipients()).toEqual(people.map((one) => one.email).sort());
  for (const { to, raw } of server.received) {
    const code = `N${/^p(\d+)@/.exec(to)?.[1]}`;
    const preview = await readFile(join(root, `out/emails/your-sessions/${code}.eml`), 'utf8');
    expect(raw.replace(/^Date: .*\r\n/, '')).toBe(preview);
    expect((await simpleParser(raw)).text).toContain(`Your code:        ${code}`);
  }
});

test('a domain of any script goes to the server in ASCII', async () => {
  const server = await startMailServer();
  const root = await makeMailingFolder(0, server.port);
  await writeFiles(root, {
    'data/attendees.csv': attendeesFile([attendee({ id: 'p1', email: 'bo@blåbær.example' })]).content,
  });
  await runCli(['emails', 'send', 'your-sessions', '--yes', '--expect', '1'], { cwd: root });
  // smtp-server shows domains as people read them; the bytes of the header are ASCII.
  expect(server.received.map((one) => one.raw.match(/^To: .*$/m)?.[0].trim())).toEqual([
    'To: Person p1 <bo@xn--blbr-roah.example>',
  ]);
});

test('a message is signed where sosent.yaml says so, and is otherwise the same', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  const server = await startMailServer();
  const dkim = 'dkim: { domain: example.org, selector: sosent, keyFile: dkim.pem }';
  const root = await makeMailingFolder(1, server.port, { smtp: dkim });
  const send = ['emails', 'send', 'your-sessions', '--yes', '--expect', '1'];
  expect(await runCli(send, { cwd: root })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('SOS105  Cannot read dkim.pem'),
  });
  await writeFiles(root, { 'dkim.pem': publicKey });
  expect(await runCli(send, { cwd: root })).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('SOS617  dkim.pem is no private key'),
  });
  await writeFiles(root, { 'dkim.pem': privateKey });
  expect((await runCli(send, { cwd: root })).status).toBe(0);
  await runCli(['emails', 'preview'], { cwd: root });

  const raw = server.received[0]?.raw ?? '';
  const [signature = ''] = /^DKIM-Signature: .*?\r\n(?=\S)/s.exec(raw) ?? [];
  const plain = raw.slice(signature.length);
  expect(plain.replace(/^Date: .*\r\n/, '')).toBe(
    await readFile(join(root, 'out/emails/your-sessions/P1.eml'), 'utf8'),
  );
  expect(isSigned(signature, plain, publicKey)).toBe(true);
  expect(isSigned(signature, plain.replace('Hello', 'Hallo'), publicKey)).toBe(false);
  expect(isSigned(signature, plain.replace('Subject: ', 'Subject: Not '), publicKey)).toBe(false);
});

/** RFC 6376 with relaxed canonicalisation of headers and body. */
function isSigned(signature: string, message: string, key: string): boolean {
  const tag = (name: string): string =>
    new RegExp(`[;\\s]${name}=([^;]*)`).exec(signature)?.[1]?.replace(/\s/g, '') ?? '';
  const split = message.indexOf('\r\n\r\n');
  const body = message
    .slice(split + 4)
    .replace(/[ \t]+(?=\r\n)/g, '')
    .replace(/[ \t]+/g, ' ')
    .replace(/(?:\r\n)*$/, '\r\n');
  if (createHash('sha256').update(body).digest('base64') !== tag('bh')) return false;
  const relaxed = (header: string): string => {
    const [name = '', ...value] = header.split(':');
    return `${name.toLowerCase().trim()}:${value.join(':').replace(/\r\n/g, '').replace(/\s+/g, ' ').trim()}`;
  };
  const headers = message.slice(0, split).split(/\r\n(?!\s)/);
  const signed = tag('h')
    .split(':')
    .flatMap((name) => headers.filter((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`)))
    .map((one) => `${relaxed(one)}\r\n`);
  const own = relaxed(signature).replace(/([;\s]b=)[^;]*/, '$1');
  return createVerify('sha256')
    .update(`${signed.join('')}${own}`)
    .verify(key, tag('b'), 'base64');
}
