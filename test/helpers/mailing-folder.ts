import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { type Files, makeEventFolder } from './event-folder.ts';
import { MAIL_EVENT } from './mail-event.ts';

/** An event folder with so many attendees, `p1@example.org` and so on, and a mail server. */
export async function makeMailingFolder(
  people: number,
  port: number,
  { smtp = '', files = {} }: { readonly smtp?: string; readonly files?: Files } = {},
): Promise<string> {
  const { path, content } = attendeesFile(
    Array.from({ length: people }, (_, index) => attendee({ id: `p${index + 1}` })),
  );
  return makeEventFolder({
    'sosent.yaml': mailEvent(port, smtp),
    [path]: content,
    'data/placements.csv': 'attendee,time_slot,session,how,rank\n',
    ...files,
  });
}

/**
 * The small event with one mailing and a mail server on this machine. `smtp` adds to its settings; without it,
 * nothing is encrypted and nothing tried twice.
 */
export function mailEvent(port: number, smtp = ''): string {
  const given = smtp === '' ? [] : [smtp];
  const usual = ['security: none', 'retryAfter: []'].filter((one) => !smtp.includes(one.split(':')[0] ?? ''));
  return `${MAIL_EVENT}  smtp: { ${['host: localhost', `port: ${port}`, ...usual, ...given].join(', ')} }\n`;
}

/** The journal, in short: `p1 sent` for each whole line, in order; without the plans. */
export async function readJournalLines(root: string): Promise<readonly string[]> {
  const text = await readFile(join(root, 'data/mail-journal.jsonl'), 'utf8');
  return text
    .slice(0, text.lastIndexOf('\n'))
    .split('\n')
    .map((line): { attendee: string; state: string } => JSON.parse(line))
    .filter((one) => one.state !== 'planned')
    .map((one) => `${one.attendee} ${one.state}`);
}

/** The last state of each attendee, as the journal has it. */
export async function readStates(root: string): Promise<Readonly<Record<string, string>>> {
  const lines = await readJournalLines(root);
  return Object.fromEntries(lines.map((line) => line.split(' ') as [string, string]));
}
