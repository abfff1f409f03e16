import type { Attendee, AttendeeStatus } from '../model/attendee.ts';
import type { Event } from '../model/event.ts';
import type { Read } from '../model/problem.ts';
import { compareText } from '../model/text.ts';
import { parseWishes, renderWishes } from '../model/wishes.ts';
import { writePieces } from '../tabular/write-table.ts';
import type { FileChange } from './commit-files.ts';
import { type DataRow, readDataFile } from './data-file.ts';
import type { EventFolder } from './event-folder.ts';

export const ATTENDEES_FILE = 'data/attendees.csv';
const STATUSES: readonly string[] = ['registered', 'cancelled'] satisfies AttendeeStatus[];

/** The canonical columns of data/attendees.csv, in their order; every other column is an extra. */
const COLUMNS: readonly (readonly [header: string, write: (attendee: Attendee) => string])[] = [
  ['id', (one) => one.id],
  ['code', (one) => one.code],
  ['name', (one) => one.name],
  ['email', (one) => one.email],
  ['phone', (one) => one.phone],
  ['organisation', (one) => one.organisation],
  ['unit', (one) => one.unit],
  ['type', (one) => one.type],
  ['role', (one) => one.role],
  ['language', (one) => one.language],
  ['delegation', (one) => one.delegation],
  ['wishes', (one) => renderWishes(one.wishes)],
  ['dietary', (one) => one.dietary],
  ['accessibility', (one) => one.accessibility],
  ['needs', (one) => one.needs],
  ['solutions', (one) => one.solutions],
  ['status', (one) => one.status],
  ['registered_at', (one) => one.registeredAt],
  ['source', (one) => one.source],
  ['source_id', (one) => one.sourceId],
];

/** Headers that an extra column must not have. */
export const ATTENDEE_COLUMNS: readonly string[] = COLUMNS.map(([header]) => header);

/** Everybody in data/attendees.csv, by id; nobody where there is no such file yet. */
export async function readAttendees(folder: EventFolder): Promise<Read<readonly Attendee[]>> {
  const file = await readDataFile(folder, ATTENDEES_FILE, ['id', 'name']);
  if (file === undefined) return { value: [], problems: [] };
  const extras = file.headers.filter((header) => header !== '' && !ATTENDEE_COLUMNS.includes(header));
  const byId = new Map<string, Attendee>();
  for (const row of file.rows) {
    const id = row.cell('id');
    if (id === '') {
      const who = row.cell('name') || 'A row';
      row.damaged('id', `${who} has no id. \`sosent import\` gives ids; do not add rows by hand.`);
      continue;
    }
    if (byId.has(id)) row.damaged('id', `The id "${id}" stands twice.`);
    byId.set(id, toAttendee(row, extras, folder.event));
  }
  return { value: [...byId.values()].sort((a, b) => compareText(a.id, b.id)), problems: file.problems };
}

function toAttendee({ cell, damaged }: DataRow, extras: readonly string[], event: Event): Attendee {
  const wishes = parseWishes(cell('wishes'));
  for (const theme of wishes.flat()) {
    if (!event.themes.some((one) => one.id === theme)) damaged('wishes', `There is no theme "${theme}".`);
  }
  const status = cell('status') || 'registered';
  if (!STATUSES.includes(status)) damaged('status', `"${status}" is none of ${STATUSES.join(', ')}.`);
  const type = cell('type');
  if (type !== '' && !event.attendeeTypes.some((one) => one.id === type)) {
    damaged('type', `There is no attendee type "${type}" in sosent.yaml.`);
  }
  return {
    id: cell('id'),
    code: cell('code'),
    name: cell('name'),
    email: cell('email'),
    phone: cell('phone'),
    organisation: cell('organisation'),
    unit: cell('unit'),
    type,
    role: cell('role'),
    language: cell('language') || (event.languages[0] ?? 'en'),
    delegation: cell('delegation'),
    wishes,
    dietary: cell('dietary'),
    accessibility: cell('accessibility'),
    needs: cell('needs'),
    solutions: cell('solutions'),
    status: status === 'cancelled' ? 'cancelled' : 'registered',
    registeredAt: cell('registered_at'),
    source: cell('source'),
    sourceId: cell('source_id'),
    extra: Object.fromEntries(extras.flatMap((header) => (cell(header) ? [[header, cell(header)]] : []))),
  };
}

/** data/attendees.csv with these people, by name, so that a new one is one new line in git. */
export function attendeesFile(attendees: readonly Attendee[]): FileChange<string> {
  const sorted = [...attendees].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  const extras = new Set(attendees.flatMap((one) => Object.keys(one.extra)));
  const { path, content } = attendeesInPieces(sorted, extras);
  return { path, content: [...content].join('') };
}

/** The same of people who are in order and made one by one; `extras` are the headers that any of them has. */
export function attendeesInPieces(
  attendees: Iterable<Attendee>,
  extras: ReadonlySet<string>,
): FileChange<Iterable<string>> {
  const headers = [...extras].sort(compareText);
  return {
    path: ATTENDEES_FILE,
    content: writePieces([...ATTENDEE_COLUMNS, ...headers], toRows(attendees, headers)),
  };
}

function* toRows(attendees: Iterable<Attendee>, extras: readonly string[]): Generator<readonly string[]> {
  for (const one of attendees) {
    const cells = COLUMNS.map(([, write]) => write(one));
    // A column may be named "constructor": what an object inherits is not the attendee's.
    for (const header of extras)
      cells.push(Object.hasOwn(one.extra, header) ? (one.extra[header] ?? '') : '');
    yield cells;
  }
}
