import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMailJournal, readMailJournal } from '../../src/folder/mail-journal.ts';
import type { MailRecord } from '../../src/model/mail-record.ts';
import { makeFolder } from '../helpers/event-folder.ts';

const FILE = 'data/mail-journal.jsonl';

function record(attendee: string, more: Partial<MailRecord> = {}): MailRecord {
  return { at: '2026-03-01T12:00:00.000Z', mailing: 'm', attendee, state: 'sending', ...more };
}

async function folderWith(content?: string | Uint8Array): Promise<{ root: string; shownRoot: string }> {
  const root = await makeFolder();
  await mkdir(join(root, 'data'));
  if (content !== undefined) await writeFile(join(root, FILE), content);
  return { root, shownRoot: '.' };
}

async function readAll(folder: { root: string; shownRoot: string }): Promise<MailRecord[]> {
  const records: MailRecord[] = [];
  await readMailJournal(folder, (one) => records.push(one));
  return records;
}

const line = (one: MailRecord): string => `${JSON.stringify(one)}\n`;

test('no journal yet', async () => {
  expect(await readAll(await folderWith())).toEqual([]);
});

test('records come back as they went in, in order, however many were given at once', async () => {
  const folder = await folderWith();
  const journal = await openMailJournal(folder);
  const records = Array.from({ length: 500 }, (_, index) =>
    record(`p${index}`, { reply: 'Å\u2028\n"', memo: { calendar: ['å', null, 1] } }),
  );
  await Promise.all(records.map((one) => journal.append([one])));
  await journal.append([]);
  await journal.close();
  expect(await readAll(folder)).toEqual(records);
  const again = await openMailJournal(folder);
  await again.append([record('last'), record('very last')]);
  await again.close();
  expect((await readAll(folder)).slice(-2)).toEqual([record('last'), record('very last')]);
});

describe('the end of the file', () => {
  test.each([
    ['half a record', '{"at":"2026-03-01T1', ['p1', 'p3']],
    ['a whole record whose line feed an editor took', JSON.stringify(record('p2')), ['p1', 'p2', 'p3']],
    ['nothing but zeros, as a power cut leaves it', '\0'.repeat(4096), ['p1', 'p3']],
    ['JSON that is no record', '12', ['p1', 'p3']],
    ['empty lines', '\n\n', ['p1', 'p3']],
  ])('%s', async (_name, tail, expected) => {
    const folder = await folderWith(line(record('p1')) + tail);
    const journal = await openMailJournal(folder);
    await journal.append([record('p3')]);
    await journal.close();
    expect((await readAll(folder)).map((one) => one.attendee)).toEqual(expected);
  });

  test('cut anywhere: whole lines stay, the torn one goes, and the next record stands alone', async () => {
    const whole = Buffer.from([record('p1'), record('på2', { reply: 'Å' }), record('p3')].map(line).join(''));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length }), async (length) => {
        const folder = await folderWith(whole.subarray(0, length));
        const before = await readAll(folder);
        const journal = await openMailJournal(folder);
        await journal.append([record('next')]);
        await journal.close();
        expect(await readAll(folder)).toEqual([...before, record('next')]);
        expect((await readFile(join(folder.root, FILE), 'utf8')).endsWith(line(record('next')))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

test.each([
  ['rubbish', 'rubbish'],
  ['a state of a later sosent', JSON.stringify({ ...record('p2'), state: 'bounced' })],
  ['no attendee', '{"at":"2026-03-01T12:00:00.000Z","mailing":"m","state":"sent"}'],
  ['no instant', JSON.stringify({ ...record('p2'), at: 'yesterday' })],
])('a line in the middle that is no record is not passed over: %s', async (_name, text) => {
  const folder = await folderWith(`${line(record('p1'))}${text}\n${line(record('p3'))}`);
  await expect(readAll(folder)).rejects.toMatchObject({
    problems: [{ code: 'SOS108', location: { file: FILE, line: 2 } }],
  });
});
