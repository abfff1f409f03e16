import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { writeFiles } from '../helpers/event-folder.ts';
import { type MailServer, startMailServer } from '../helpers/mail-server.ts';
import { mailEvent, makeMailingFolder } from '../helpers/mailing-folder.ts';
import { type CliRun, documentOf, runCli } from '../helpers/run-cli.ts';

const PEOPLE = ['ann', 'bo', 'cas', 'dag', 'eli'];

/** Five people, and room for three in each session. */
async function makeFolderOfFive(server: MailServer): Promise<string> {
  const root = await makeMailingFolder(0, server.port);
  const people = PEOPLE.map((id) => attendee({ id, wishes: [['maths'], ['music']] }));
  const mailings = '    - { id: plan-changed, subject: News }\n    - id: your-sessions\n';
  await writeFiles(root, {
    'sosent.yaml': mailEvent(server.port)
      .replace('    - id: your-sessions\n', mailings)
      .replace('capacity: 2', 'capacity: 3'),
    'data/attendees.csv': attendeesFile(people).content,
  });
  return root;
}

/** `ann,1` to the session; the two files of a plan are alike in their first columns. */
async function seatsIn(root: string): Promise<ReadonlyMap<string, string>> {
  const rows = (await readFile(join(root, 'data/placements.csv'), 'utf8')).trim().split(/\r?\n/).slice(1);
  return new Map(
    rows.map((row) => {
      const [who, slot, session = ''] = row.split(',');
      return [`${who},${slot}`, session];
    }),
  );
}

/** Addresses of those whose seats differ. */
function moved(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
  const who = PEOPLE.filter((id) =>
    ['1', '2'].some((slot) => before.get(`${id},${slot}`) !== after.get(`${id},${slot}`)),
  );
  return who.map((id) => `${id}@example.org`);
}

test('publish, mail, plan again, mail plan-changed, publish: each wave goes to exactly those who moved', async () => {
  const server = await startMailServer();
  const root = await makeFolderOfFive(server);
  const run = (...args: readonly string[]): Promise<CliRun> =>
    runCli(args, { cwd: root, env: { SOSENT_NOW: '2026-03-01T12:00:00Z' } });
  const send = (mailing: string, expected: number, ...more: readonly string[]): Promise<CliRun> =>
    run('emails', 'send', mailing, '--yes', '--expect', String(expected), ...more);
  const newSince = (count: number): readonly string[] =>
    server.received
      .slice(count)
      .map((one) => one.to)
      .sort();
  const other = (session = ''): string =>
    session.replace(/maths|music/, (theme) => (theme === 'maths' ? 'music' : 'maths'));

  expect((await run('assign')).status).toBe(0);
  expect((await run('assign', '--publish')).status).toBe(0);
  expect((await send('your-sessions', 5)).status).toBe(0);
  const published = await seatsIn(root);

  const statusOf = async (): Promise<unknown> =>
    (documentOf(await run('status', '--json')).result as { next: { command: string } }).next.command;
  expect((await run('status')).stdout).toContain('your-sessions sent to all 5');

  const firstPin = `attendee,session,kind\nann,${other(published.get('ann,1'))},pin\n`;
  await writeFiles(root, { 'data/pins.csv': firstPin });
  expect((await run('assign')).status).toBe(0);
  const first = moved(published, await seatsIn(root));
  expect(first).toContain('ann@example.org');
  expect(first.length).toBeLessThan(5);
  expect(await statusOf()).toBe('sosent emails preview plan-changed');
  expect((await send('plan-changed', first.length)).status).toBe(0);
  expect(await statusOf()).toBe('sosent assign --publish --dry-run');
  expect(newSince(5)).toEqual(first);
  expect((await simpleParser(server.received[5]?.raw ?? '')).text).toContain('WHAT HAS CHANGED');

  // A second change before the plan is published: the usual run serves newcomers to the news and names the others.
  const kept = (await seatsIn(root)).get('ann,2');
  await writeFiles(root, { 'data/pins.csv': `${firstPin}ann,${kept},exclude\n` });
  expect((await run('assign')).status).toBe(1); // she waits for a seat
  const second = moved(published, await seatsIn(root));
  const fresh = second.filter((one) => !first.includes(one));
  const usual = await send('plan-changed', fresh.length);
  expect(usual).toMatchObject({
    status: 0,
    stderr: expect.stringContaining('warning SOS642  plan-changed:'),
  });
  expect(newSince(5 + first.length)).toEqual(fresh);
  const again = await send('plan-changed', 1, '--changed');
  expect(again).toMatchObject({ status: 0, stderr: '' });
  expect(newSince(5 + first.length + fresh.length)).toEqual(['ann@example.org']);

  expect((await run('assign', '--publish')).status).toBe(0);
  const count = server.received.length;
  await send('plan-changed', 0);
  await send('plan-changed', 0, '--changed');
  expect(server.received).toHaveLength(count);
});
