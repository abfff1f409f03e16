import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import {
  RECORD_FIELDS,
  type RecordFields,
  recordFields,
  type SourceRecord,
} from '../../model/registration.ts';
import { parseWishes, renderWishes } from '../../model/wishes.ts';
import type { CleanRegistration } from './clean-registration.ts';
import { fileName, inOrderOfTime, joinRecords, recordRows } from './records.ts';
import { sameCell } from './same-cell.ts';
import { fingerprint } from './same-person.ts';
import { preferred, ranking } from './source-priority.ts';

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

/** A person who is new. */
export function createAttendee(
  event: Event,
  { id, code }: { readonly id: string; readonly code: string },
  rows: readonly CleanRegistration[],
): Attendee {
  const { fields, extra, source, sourceId } = wordOf(event, id, rows);
  return {
    id,
    code,
    name: fields.name,
    email: fields.email,
    phone: fields.phone,
    organisation: fields.organisation,
    unit: fields.unit,
    type: fields.type,
    role: fields.role,
    language: fields.language || (event.languages[0] ?? 'en'),
    delegation: '',
    wishes: parseWishes(fields.wishes),
    dietary: fields.dietary,
    accessibility: fields.accessibility,
    needs: fields.needs,
    solutions: fields.solutions,
    status: fields.status === 'cancelled' ? 'cancelled' : 'registered',
    registeredAt: fields.registeredAt,
    source,
    sourceId,
    extra: withoutBlanks(extra),
  };
}

type Word = Pick<SourceRecord, 'fields' | 'extra' | 'source' | 'sourceId'>;

/** What the rows of one person say together; nearly everybody has one. */
function wordOf(event: Event, id: string, rows: readonly CleanRegistration[]): Word {
  const [row] = rows;
  if (row !== undefined && rows.length === 1) {
    const { registration, sourceId, fields, extra } = row;
    return { fields, extra, source: fileName(registration.origin.file), sourceId };
  }
  const records = recordRows(id, rows);
  const [only] = records;
  const { fields, extra } = only !== undefined && records.length === 1 ? only : agreeOn(event, records);
  return { fields, extra, ...sourceOf(rows, records.at(-1)) };
}

/**
 * One word per field where several sources speak: that of the one the organiser trusts most, else the last. Somebody
 * comes where one of them says so, unless the organiser ranks them.
 */
function agreeOn(event: Event, records: readonly SourceRecord[]): Pick<SourceRecord, 'fields' | 'extra'> {
  const said = records.map((record) => ({ record, cells: cellsOf(record) }));
  const wordOn = (field: string): string => {
    const words = said.map((one) => ({ source: one.record, text: one.cells.get(field) ?? '' }));
    const rank = ranking(event.sources, field);
    const comes = words.find(({ text }) => text !== 'cancelled');
    if (field === 'status' && rank === undefined && comes !== undefined) return comes.text;
    const chosen = preferred(words, rank)?.text ?? '';
    // As if the sources had come one after the other: who says the same in other letters changes nothing.
    const agreed = rank === undefined ? words.find(({ text }) => sameCell(field, text, chosen)) : undefined;
    return agreed?.text ?? chosen;
  };
  const headers = new Set(records.flatMap((record) => Object.keys(record.extra)));
  return {
    fields: recordFields(wordOn),
    extra: Object.fromEntries([...headers].map((header) => [header, wordOn(`extra.${header}`)])),
  };
}

function withoutBlanks(extra: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const filled = Object.entries(extra).filter(([, cell]) => cell !== '');
  return filled.length === Object.keys(extra).length ? extra : Object.fromEntries(filled);
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
  const latest = recordRows(attendee.id, rows).map((record) => backAgain(record, priors));
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
  const merged = joinRecords([...priors, ...latest]);
  const all = merged.map((record) => ({ record, cells: cellsOf(record) }));
  for (const field of new Set(said.flatMap(({ cells }) => [...cells.keys()]))) {
    const winner = findNews(event, field, { known, said, all });
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
  const source = changedBy === undefined ? {} : sourceOf(rows, changedBy);
  return {
    attendee: { ...withCells(attendee, accepted), ...source },
    records: merged,
    changes,
    conflicts,
  };
}

const NO_CHANGES: readonly FieldChange[] = [];

/**
 * Where the one row of a person says word for word what their one source said last time, nothing of them changes but
 * the name of the file; `reconcile` would find that out more slowly. Undefined where there is more to it.
 */
export function stayAsTheyAre(
  attendee: Attendee,
  priors: readonly SourceRecord[],
  rows: readonly CleanRegistration[],
): Reconciled | undefined {
  const [prior] = priors;
  const [row] = rows;
  if (prior === undefined || row === undefined || priors.length + rows.length > 2) return undefined;
  const isSame =
    prior.shape === row.registration.origin.shape &&
    prior.sourceId === row.sourceId &&
    RECORD_FIELDS.every((field) => prior.fields[field] === row.fields[field]) &&
    sameExtras(prior.extra, row.extra) &&
    prior.rows.length === 1 &&
    prior.rows[0] === fingerprint(row);
  if (!isSame) return undefined;
  const source = fileName(row.registration.origin.file);
  const records = prior.source === source ? priors : [{ ...prior, source }];
  return { attendee, records, changes: NO_CHANGES, conflicts: NO_CHANGES };
}

/** Blank cells are as good as none: data/registrations.csv does not tell them apart. */
function sameExtras(a: SourceRecord['extra'], b: SourceRecord['extra']): boolean {
  const isIn =
    (others: SourceRecord['extra']) =>
    ([header, cell]: [string, string]): boolean =>
      (Object.hasOwn(others, header) ? others[header] : '') === cell;
  return Object.entries(a).every(isIn(b)) && Object.entries(b).every(isIn(a));
}

/**
 * A source without a status column says by a row alone that somebody comes; that is news where it had been said that
 * they do not, because a full list had missed them (`withdrawMissing`).
 */
function backAgain(latest: SourceRecord, priors: readonly SourceRecord[]): SourceRecord {
  const prior = priors.find((one) => one.shape === latest.shape);
  if (latest.fields.status !== '' || prior?.fields.status !== 'cancelled') return latest;
  return { ...latest, fields: { ...latest.fields, status: 'registered' } };
}

/** What sources said before this import, what they say in it, and what they have said by now. */
interface Words {
  readonly known: readonly Said[];
  readonly said: readonly Said[];
  readonly all: readonly Said[];
}

/**
 * Whose word on a field is new and counts. Where the organiser ranks sources, the highest that says anything: news is
 * where that word differs from before. Otherwise the last source that says something new.
 */
function findNews(event: Event, field: string, { known, said, all }: Words): Said | undefined {
  const rank = ranking(event.sources, field);
  if (rank === undefined) return said.filter((one) => isNews(field, one, known)).at(-1);
  const choose = (list: readonly Said[]): Said | undefined =>
    preferred(
      list.map((one) => ({ source: one.record, text: one.cells.get(field) ?? '', one })),
      rank,
    )?.one;
  const now = choose(all);
  const then = choose(known);
  return sameCell(field, now?.cells.get(field) ?? '', then?.cells.get(field) ?? '') ? undefined : now;
}

/** What the source did not say last time; from a source that is new, what no other source has said. */
function isNews(field: string, { record, cells }: Said, known: readonly Said[]): boolean {
  const cell = cells.get(field) ?? '';
  if (cell === '') return false;
  const own = known.filter((one) => one.record.shape === record.shape);
  return !(own.length > 0 ? own : known).some((one) => sameCell(field, one.cells.get(field) ?? '', cell));
}

/** The file that the last word came from, by its name alone, and the id that it gave. */
function sourceOf(
  rows: readonly CleanRegistration[],
  record: SourceRecord | undefined,
): Pick<Attendee, 'source' | 'sourceId'> {
  const row =
    rows.length === 1
      ? rows[0]
      : inOrderOfTime(rows).findLast((one) => one.registration.origin.shape === record?.shape);
  return { source: fileName(row?.registration.origin.file ?? ''), sourceId: record?.sourceId ?? '' };
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
  const fields = recordFields((field) => cells.get(field) || current[field]);
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
