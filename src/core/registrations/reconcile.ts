import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import { RECORD_FIELDS, type RecordFields, type SourceRecord } from '../../model/registration.ts';
import { parseWishes, renderWishes } from '../../model/wishes.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { sameCell } from './same-cell.ts';
import { fingerprint } from './same-person.ts';

/** One value that an import changes, or would have; an extra column is named `extra.<header>`. */
export interface FieldChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

export interface Reconciled {
  readonly attendee: Attendee;
  readonly records: readonly SourceRecord[];
  readonly changes: readonly FieldChange[];
  /** Where the organiser and the source both changed a value: the organiser's stands. */
  readonly conflicts: readonly FieldChange[];
}

/** Cells by field, extras among them as `extra.<header>`. */
type Cells = ReadonlyMap<string, string>;

interface Said {
  readonly record: SourceRecord;
  readonly cells: Cells;
}

/** What the rows of one person say per source, oldest first: within a source, a later cell that is not empty wins. */
function recordRows(attendee: string, rows: readonly CleanRegistration[]): readonly SourceRecord[] {
  const records = new Map<string, SourceRecord>();
  for (const row of inOrderOfTime(rows)) {
    const { shape } = row.registration.origin;
    const { sourceId, fields, extra } = row;
    const latest = { attendee, shape, sourceId, rows: [fingerprint(row)], fields, extra };
    const before = records.get(shape);
    // Deleting first puts the source last, where its newest row stands.
    records.delete(shape);
    records.set(shape, before === undefined ? latest : update(before, latest));
  }
  return [...records.values()];
}

/** By the time of registration where it could be read, else by place in the files; rows without a time come first. */
function inOrderOfTime(rows: readonly CleanRegistration[]): readonly CleanRegistration[] {
  const time = (row: CleanRegistration): string =>
    /^\d{4}-\d\d-\d\d/.test(row.fields.registeredAt) ? row.fields.registeredAt : '';
  return [...rows].sort((a, b) => (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : 0));
}

/** A person who is new. */
export function createAttendee(
  event: Event,
  identity: { readonly id: string; readonly code: string },
  rows: readonly CleanRegistration[],
): Reconciled {
  const records = recordRows(identity.id, rows);
  const cells = new Map<string, string>();
  for (const record of records) {
    for (const [field, cell] of cellsOf(record)) if (cell !== '' || !cells.has(field)) cells.set(field, cell);
  }
  const blank: Attendee = { ...EMPTY, ...identity, language: event.languages[0] ?? 'en' };
  const attendee = { ...withCells(blank, cells), ...sourceOf(rows, records.at(-1)) };
  return { attendee, records, changes: [], conflicts: [] };
}

/**
 * Three-way: a value goes to the attendee only where the source says something else than it said last time, and only
 * over a value that came from a source. What the organiser edited stands, and is a conflict where the source has
 * changed as well. An empty cell never erases.
 */
export function reconcile(
  event: Event,
  attendee: Attendee,
  priors: readonly SourceRecord[],
  rows: readonly CleanRegistration[],
): Reconciled {
  const latest = recordRows(attendee.id, rows);
  const ours = cellsOf({ fields: fieldsOf(attendee), extra: attendee.extra });
  const defaults: Cells = new Map([
    ['language', event.languages[0] ?? 'en'],
    ['status', 'registered'],
  ]);
  const known = priors.map((record) => ({ record, cells: cellsOf(record) }));
  const said = latest.map((record) => ({ record, cells: cellsOf(record) }));
  const accepted = new Map<string, string>();
  const changes: FieldChange[] = [];
  const conflicts: FieldChange[] = [];
  let changedBy: SourceRecord | undefined;
  for (const field of new Set(said.flatMap(({ cells }) => [...cells.keys()]))) {
    const news = said.filter((one) => isNews(field, one, known));
    const winner = news.at(-1);
    if (winner === undefined) continue;
    const after = winner.cells.get(field) ?? '';
    const before = ours.get(field) ?? '';
    if (sameCell(field, before, after)) continue;
    const fromSource = known.some(({ cells }) =>
      sameCell(field, cells.get(field) || (defaults.get(field) ?? ''), before),
    );
    const edited = before !== '' && known.length > 0 && !fromSource;
    if (edited) conflicts.push({ field, before, after });
    else {
      changes.push({ field, before, after });
      accepted.set(field, after);
      changedBy = winner.record;
    }
  }
  const merged = latest.map((record) => {
    const prior = priors.find((one) => one.shape === record.shape);
    return prior === undefined ? record : update(prior, record);
  });
  const untouched = priors.filter((prior) => !latest.some((record) => record.shape === prior.shape));
  const source = changedBy === undefined ? {} : sourceOf(rows, changedBy);
  return {
    attendee: { ...withCells(attendee, accepted), ...source },
    records: [...untouched, ...merged],
    changes,
    conflicts,
  };
}

/** What the source did not say last time; from a source that is new, what no other source has said. */
function isNews(field: string, { record, cells }: Said, known: readonly Said[]): boolean {
  const cell = cells.get(field) ?? '';
  if (cell === '') return false;
  const own = known.filter((one) => one.record.shape === record.shape);
  return !(own.length > 0 ? own : known).some((one) => sameCell(field, one.cells.get(field) ?? '', cell));
}

function update(before: SourceRecord, latest: SourceRecord): SourceRecord {
  const filled = ([, cell]: [string, string]): boolean => cell !== '';
  return {
    ...latest,
    sourceId: latest.sourceId || before.sourceId,
    rows: [...new Set([...before.rows, ...latest.rows])].sort(),
    fields: { ...before.fields, ...Object.fromEntries(Object.entries(latest.fields).filter(filled)) },
    extra: { ...before.extra, ...Object.fromEntries(Object.entries(latest.extra).filter(filled)) },
  };
}

/** The file that the last word came from, by its name alone, and the id that it gave. */
function sourceOf(
  rows: readonly CleanRegistration[],
  record: SourceRecord | undefined,
): Pick<Attendee, 'source' | 'sourceId'> {
  const row = inOrderOfTime(rows).findLast((one) => one.registration.origin.shape === record?.shape);
  const path = row?.registration.origin.file ?? '';
  return { source: path.split(/[\\/]/).at(-1) ?? path, sourceId: record?.sourceId ?? '' };
}

function cellsOf({ fields, extra }: Pick<SourceRecord, 'fields' | 'extra'>): Cells {
  return new Map([
    ...Object.entries(fields),
    ...Object.entries(extra).map(([header, cell]) => [`extra.${header}`, cell] as const),
  ]);
}

function fieldsOf(attendee: Attendee): RecordFields {
  return { ...attendee, wishes: renderWishes(attendee.wishes) };
}

function withCells(attendee: Attendee, cells: Cells): Attendee {
  const current = fieldsOf(attendee);
  const fields = Object.fromEntries(
    RECORD_FIELDS.map((field) => [field, cells.get(field) || current[field]]),
    // Object.fromEntries forgets which keys it was given.
  ) as RecordFields;
  const extra = [...cells].flatMap(([field, cell]) =>
    field.startsWith('extra.') && cell !== '' ? [[field.slice('extra.'.length), cell] as const] : [],
  );
  return {
    ...attendee,
    ...fields,
    wishes: parseWishes(fields.wishes),
    status: fields.status === 'cancelled' ? 'cancelled' : 'registered',
    extra: { ...attendee.extra, ...Object.fromEntries(extra) },
  };
}

const EMPTY: Omit<Attendee, 'id' | 'code' | 'language'> = {
  name: '',
  email: '',
  phone: '',
  organisation: '',
  unit: '',
  type: '',
  role: '',
  delegation: '',
  wishes: [],
  dietary: '',
  accessibility: '',
  needs: '',
  solutions: '',
  status: 'registered',
  registeredAt: '',
  source: '',
  sourceId: '',
  extra: {},
};
