import { spawnSync } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { writeFiles } from '../helpers/event-folder.ts';
import { type MailServer, startMailServer } from '../helpers/mail-server.ts';
import { mailEvent, makeMailingFolder } from '../helpers/mailing-folder.ts';
import { readCalendar } from '../helpers/read-calendar.ts';
import { type CliRun, runCli } from '../helpers/run-cli.ts';

const HAS_PYTHON = spawnSync('python3', ['-c', 'import email.policy']).status === 0;

/** Ann in both time slots, Bo in the first; `your-sessions` and `plan-changed` bring calendars. */
async function makeCalendarFolder(server: MailServer, calendar: 'true' | 'invite'): Promise<string> {
  const root = await makeMailingFolder(0, server.port);
  const second = `\n    - { id: plan-changed, subject: News, audience: { status: [registered, cancelled] }, calendar: ${calendar} }\n`;
  const yaml = mailEvent(server.port).replace(
    'subject: Your sessions at {{event.title}}\n',
    `subject: Your sessions at {{event.title}}\n      calendar: ${calendar}${second}`,
  );
  await writeFiles(root, {
    'sosent.yaml': yaml,
    'data/attendees.csv': attendeesFile([attendee({ id: 'ann' }), attendee({ id: 'bo' })]).content,
  });
  await plan(root, 1, ['ann,1,music-1', 'ann,2,maths-2', 'bo,1,maths-1']);
  return root;
}

/** A plan as `assign` leaves it: the seats, and a line of the history. */
async function plan(root: string, day: number, seats: readonly string[]): Promise<void> {
  const rows = seats.map((one) => `${one},assigned,1\n`).join('');
  await writeFile(join(root, 'data/placements.csv'), `attendee,time_slot,session,how,rank\n${rows}`);
  const line = { at: `2026-03-0${day}T12:00:00.000Z`, command: 'assign', summary: '' };
  await appendFile(join(root, 'data/history.jsonl'), `${JSON.stringify(line)}\n`);
}

function send(root: string, mailing: string, expected: number, ...more: readonly string[]): Promise<CliRun> {
  return runCli(['emails', 'send', mailing, '--yes', '--expect', String(expected), ...more], { cwd: root });
}

/** `METHOD sequence status title day` of every entry in every file of a mail. */
function tellings(mail: ParsedMail): readonly string[] {
  return mail.attachments.flatMap(({ filename, content }) => {
    const { method, entries } = readCalendar(content.toString('utf8'));
    return entries.map((one) =>
      [filename ?? '(beside the text)', method, one.sequence, one.status, one.title, one.start].join(' '),
    );
  });
}

async function lastTo(server: MailServer, to: string): Promise<ParsedMail> {
  const raw = server.received.findLast((one) => one.to === to)?.raw;
  if (raw === undefined) throw new Error(`${to} got nothing`);
  return simpleParser(raw);
}

describe('sessions for the calendar', () => {
  test('come as one file; what moves and what is gone is told by the next mail, whichever it is', async () => {
    const server = await startMailServer();
    const root = await makeCalendarFolder(server, 'true');
    expect((await send(root, 'your-sessions', 2)).status).toBe(0);
    const first = await lastTo(server, 'ann@example.org');
    expect(first.attachments.map((one) => [one.filename, one.contentType, one.contentDisposition])).toEqual([
      ['sessions.ics', 'text/calendar', 'attachment'],
    ]);
    expect(first.text).toContain('Your sessions come with this e-mail for your calendar.');
    expect(tellings(first)).toEqual([
      'sessions.ics PUBLISH 0 CONFIRMED Music 2026-03-12T08:00:00.000Z',
      'sessions.ics PUBLISH 0 CONFIRMED Mathematics 2026-03-12T09:00:00.000Z',
    ]);

    // Another plan that leaves all as it was is no news, and a second run finds nobody.
    await plan(root, 2, ['ann,1,music-1', 'ann,2,maths-2', 'bo,1,maths-1']);
    expect((await send(root, 'your-sessions', 0)).status).toBe(0);
    expect((await send(root, 'your-sessions', 0, '--changed')).status).toBe(0);

    await plan(root, 3, ['ann,1,maths-1', 'bo,1,maths-1']);
    expect((await send(root, 'plan-changed', 2)).status).toBe(0);
    expect(tellings(await lastTo(server, 'ann@example.org'))).toEqual([
      'sessions.ics PUBLISH 2 CONFIRMED Mathematics 2026-03-12T08:00:00.000Z',
      'cancelled-1.ics CANCEL 2 CANCELLED Mathematics 2026-03-12T09:00:00.000Z',
    ]);
    expect(tellings(await lastTo(server, 'bo@example.org'))).toEqual([
      'sessions.ics PUBLISH 0 CONFIRMED Mathematics 2026-03-12T08:00:00.000Z',
    ]);
    expect((await send(root, 'plan-changed', 0, '--changed')).status).toBe(0);

    // Back to the first plan: your-sessions reads as it did, whatever calendars were told in between.
    await plan(root, 4, ['ann,1,music-1', 'ann,2,maths-2', 'bo,1,maths-1']);
    expect((await send(root, 'plan-changed', 1, '--changed')).status).toBe(0);
    expect(tellings(await lastTo(server, 'ann@example.org'))).toEqual([
      'sessions.ics PUBLISH 3 CONFIRMED Music 2026-03-12T08:00:00.000Z',
      'sessions.ics PUBLISH 3 CONFIRMED Mathematics 2026-03-12T09:00:00.000Z',
    ]);
    expect((await send(root, 'your-sessions', 0, '--changed')).status).toBe(0);
  });

  test('who comes no longer gets everything cancelled', async () => {
    const server = await startMailServer();
    const root = await makeCalendarFolder(server, 'true');
    await send(root, 'your-sessions', 2);
    const people = [attendee({ id: 'ann' }), attendee({ id: 'bo', status: 'cancelled' })];
    await writeFiles(root, { 'data/attendees.csv': attendeesFile(people).content });
    await plan(root, 2, ['ann,1,music-1', 'ann,2,maths-2', 'bo,1,maths-1']);
    expect((await send(root, 'plan-changed', 2)).status).toBe(0);
    expect(tellings(await lastTo(server, 'bo@example.org'))).toEqual([
      'cancelled-1.ics CANCEL 1 CANCELLED Mathematics 2026-03-12T08:00:00.000Z',
    ]);
  });

  test('as invitations stand in files of their own, the newest beside the text as well', async () => {
    const server = await startMailServer();
    const root = await makeCalendarFolder(server, 'invite');
    await send(root, 'your-sessions', 2);
    await plan(root, 2, ['ann,1,music-1', 'ann,2,music-2', 'bo,1,maths-1']);
    await send(root, 'plan-changed', 2);
    const raw = server.received.findLast((one) => one.to === 'ann@example.org')?.raw ?? '';
    const mail = await simpleParser(raw);
    expect(tellings(mail)).toEqual([
      '(beside the text) REQUEST 1 CONFIRMED Music 2026-03-12T09:00:00.000Z',
      'session-1.ics REQUEST 0 CONFIRMED Music 2026-03-12T08:00:00.000Z',
      'session-2.ics REQUEST 1 CONFIRMED Music 2026-03-12T09:00:00.000Z',
    ]);
    expect(mail.headerLines.find((one) => one.key === 'content-type')?.line).toContain('multipart/mixed');
    expect(raw).toContain('Content-Type: text/calendar; charset=utf-8; method=REQUEST');
  });

  test.skipIf(!HAS_PYTHON)('are the same to Python’s email package', async () => {
    const server = await startMailServer();
    const root = await makeCalendarFolder(server, 'invite');
    await send(root, 'your-sessions', 2);
    const reader = `
import email, sys
from email import policy
mail = email.message_from_bytes(sys.stdin.buffer.read(), policy=policy.default)
for part in mail.walk():
    print(part.get_content_type(), part.get_param('method'), part.get_filename())
`;
    const input = server.received.find((one) => one.to === 'ann@example.org')?.raw ?? '';
    const { stdout, stderr } = spawnSync('python3', ['-c', reader], { input, encoding: 'utf8' });
    expect({ stderr, parts: stdout.trim().split('\n') }).toEqual({
      stderr: '',
      parts: [
        'multipart/mixed None None',
        'multipart/alternative None None',
        'text/plain None None',
        'text/html None None',
        'text/calendar REQUEST None',
        'application/ics None session-1.ics',
        'text/calendar REQUEST session-2.ics',
      ],
    });
  });

  test('a preview shows the bytes that are sent, also of a change', async () => {
    const server = await startMailServer();
    const root = await makeCalendarFolder(server, 'true');
    await send(root, 'your-sessions', 2);
    await plan(root, 2, ['ann,1,maths-1', 'bo,1,maths-1']);
    await runCli(['emails', 'preview', 'plan-changed'], { cwd: root });
    const preview = await readFile(join(root, 'out/emails/plan-changed/ANN.eml'), 'utf8');
    await send(root, 'plan-changed', 2);
    const sent = server.received.findLast((one) => one.to === 'ann@example.org')?.raw ?? '';
    expect(sent.replace(/^Date: .*\r\n/, '')).toBe(preview);
    expect(preview).toContain('cancelled-1.ics');
  });

  test('files that are exported are never older than what a mail told', async () => {
    const server = await startMailServer();
    const root = await makeCalendarFolder(server, 'true');
    await send(root, 'your-sessions', 2);
    // A room is renamed without a new plan: a mail counts on by itself.
    const yaml = await readFile(join(root, 'sosent.yaml'), 'utf8');
    await writeFile(join(root, 'sosent.yaml'), yaml.replace('title: Attic', 'title: Loft'));
    await send(root, 'your-sessions', 1, '--changed');
    await runCli(['export', 'calendars'], { cwd: root });
    const file = readCalendar(await readFile(join(root, 'out/exports/calendars/ANN.ics'), 'utf8'));
    expect(file.entries.map((one) => `${one.title} ${one.location} ${one.sequence}`)).toEqual([
      'Music Loft 1',
      'Mathematics Hall 0',
    ]);
  });

  test('a journal whose memory of calendars was edited stops before anything is sent', async () => {
    const server = await startMailServer();
    const root = await makeCalendarFolder(server, 'true');
    await send(root, 'your-sessions', 2);
    const path = join(root, 'data/mail-journal.jsonl');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/"sequence":0/, '"sequence":"0"'));
    for (const args of [
      ['emails', 'preview'],
      ['export', 'calendars'],
      ['emails', 'send', 'plan-changed'],
    ]) {
      const run = await runCli(args, { cwd: root });
      expect(run).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('error SOS641') });
    }
    expect(server.received).toHaveLength(2);
  });
});
