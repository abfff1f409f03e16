import type { Attendee, AttendeeStatus } from '../model/attendee.ts';
import type { Event } from '../model/event.ts';
import { type LazyList, lazyList } from '../model/lazy-list.ts';
import { ATTENDEE_BESIDE, FIELD_PLACES, SOURCE_ID_PLACE } from '../model/packed-row.ts';
import type { Read } from '../model/problem.ts';
import type { RecordField } from '../model/registration.ts';
import { compareText } from '../model/text.ts';
import { parseWishes, renderWishes } from '../model/wishes.ts';
import type { PackedColumn } from '../tabular/packed-columns.ts';
import { writeList } from '../tabular/write-list.ts';
import type { FileChange } from './commit-files.ts';
import { type DataRow, readDataFile } from './data-file.ts';
import type { EventFolder } from './event-folder.ts';

export const ATTENDEES_FILE = 'data/attendees.csv';
const STATUSES: readonly string[] = ['registered', 'cancelled'] satisfies AttendeeStatus[];

/** The canonical columns of data/attendees.csv, in their order, and where packed rows have them; every other column is an extra. */
const COLUMNS: readonly (readonly [
  header: string,
  write: (attendee: Attendee) => string,
  packed: PackedColumn,
])[] = [
  ['id', (one) => one.id, beside('id')],
  ['code', (one) => one.code, beside('code')],
  ['name', (one) => one.name, cell('name')],
  ['email', (one) => one.email, cell('email')],
  ['phone', (one) => one.phone, cell('phone')],
  ['organisation', (one) => one.organisation, cell('organisation')],
  ['unit', (one) => one.unit, cell('unit')],
  ['type', (one) => one.type, cell('type')],
  ['role', (one) => one.role, cell('role')],
  ['language', (one) => one.language, { ...cell('language'), ...orElse('language') }],
  ['delegation', (one) => one.delegation, 'nothing'],
  ['wishes', (one) => renderWishes(one.wishes), cell('wishes')],
  ['dietary', (one) => one.dietary, cell('dietary')],
  ['accessibility', (one) => one.accessibility, cell('accessibility')],
  ['needs', (one) => one.needs, cell('needs')],
  ['solutions', (one) => one.solutions, cell('solutions')],
  ['status', (one) => one.status, { ...cell('status'), ...orElse('status') }],
  ['registered_at', (one) => one.registeredAt, cell('registeredAt')],
  ['source', (one) => one.source, beside('source')],
  ['source_id', (one) => one.sourceId, { cell: SOURCE_ID_PLACE }],
];

function cell(field: RecordField): { readonly cell: number } {
  return { cell: FIELD_PLACES[field] };
}

function beside(what: (typeof ATTENDEE_BESIDE)[number]): PackedColumn {
  return { beside: ATTENDEE_BESIDE.indexOf(what) };
}

function orElse(what: (typeof ATTENDEE_BESIDE)[number]): { readonly orElse: number } {
  return { orElse: ATTENDEE_BESIDE.indexOf(what) };
}

/** Headers that an extra column must not have. */
export const ATTENDEE_COLUMNS: readonly string[] = COLUMNS.map(([header]) => header);

/** Everybody in data/attendees.csv, by id; nobody where there is no such file yet. */
export async function readAttendees(folder: EventFolder): Promise<Read<readonly Attendee[]>> {
  const file = await readDataFile(folder, ATTENDEES_FILE, ['id', 'name']);
  if (file === undefined) return { value: [], problems: [] };
  const extras = file.headers.filter((header) => header !== '' && !ATTENDEE_COLUMNS.includes(header));
  const byId = new Map<string, Attendee>();
  const wishesOf = wishesReader();
  for (const row of file.rows) {
    const id = row.cell('id');
    if (id === '') {
      const who = row.cell('name') || 'A row';
      row.damaged('id', `${who} has no id. \`sosent import\` gives ids; do not add rows by hand.`);
      continue;
    }
    if (byId.has(id)) row.damaged('id', `The id "${id}" stands twice.`);
    byId.set(id, toAttendee(row, { extras, event: folder.event, wishesOf }));
  }
  return { value: [...byId.values()].sort((a, b) => compareText(a.id, b.id)), problems: file.problems };
}

/** So many different wishes are kept once each. */
const MOST_SHARED = 1000;

/** Most people of a large event have the wishes of many others. */
function wishesReader(): typeof parseWishes {
  const known = new Map<string, ReturnType<typeof parseWishes>>();
  return (cell) => {
    const wishes = known.get(cell) ?? parseWishes(cell);
    if (known.size < MOST_SHARED) known.set(cell, wishes);
    return wishes;
  };
}

interface Reading {
  readonly extras: readonly string[];
  readonly event: Event;
  readonly wishesOf: typeof parseWishes;
}

function toAttendee({ cell, damaged }: DataRow, { extras, event, wishesOf }: Reading): Attendee {
  const wishes = wishesOf(cell('wishes'));
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
  const everybody = lazyList(sorted.length, (index) => sorted[index] as Attendee);
  const { path, content } = attendeesInPieces(everybody, extras);
  return { path, content: Buffer.concat([...content]).toString() };
}

/** The same of people who are in order and made one by one; `extras` are the headers that any of them has. */
export function attendeesInPieces(
  attendees: LazyList<Attendee>,
  extras: ReadonlySet<string>,
): FileChange<Iterable<Uint8Array>> {
  const headers = [...extras].sort(compareText);
  const pieces = writeList(attendees, {
    headers: [...ATTENDEE_COLUMNS, ...headers],
    cells: (one) => [...COLUMNS.map(([, write]) => write(one)), ...extraCells(one.extra, headers)],
    packed: (places) => [
      ...COLUMNS.map(([, , packed]) => packed),
      ...headers.map((header) => ({ extra: places.indexOf(header) })),
    ],
  });
  return { path: ATTENDEES_FILE, content: pieces };
}

/** A column may be named "constructor": what an object inherits is not the attendee's. */
export function extraCells(
  extra: Readonly<Record<string, string>>,
  headers: readonly string[],
): readonly string[] {
  return headers.map((header) => (Object.hasOwn(extra, header) ? (extra[header] ?? '') : ''));
}
