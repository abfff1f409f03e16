import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import { type LazyList, lazyList } from '../../model/lazy-list.ts';
import type { Problem } from '../../model/problem.ts';
import type { SourceRecord } from '../../model/registration.ts';
import { groupBy } from '../group-by.ts';
import { compareText } from '../order.ts';
import { type NearEquals, suggestOrganisations } from '../organisations/suggest-organisations.ts';
import { tellNearEquals } from '../organisations/tell-near-equals.ts';
import { organisationUnifier } from '../organisations/unify-organisation.ts';
import { findNearDoubles, type NearDouble, tellNearDouble } from './find-near-doubles.ts';
import { type FoundPeople, findPeople, type KnownPerson, type Rows } from './find-people.ts';
import { findUnreadTimes } from './find-unread-times.ts';
import { codeOf, giveCodes } from './give-identity.ts';
import { leaveOutCancelled } from './leave-out-cancelled.ts';
import { type Join, mergePeople, type People, resolveMerges } from './merge-people.ts';
import { createNewcomers, type Newcomers } from './newcomers.ts';
import { type FieldChange, type Reconciled, reconcile, stayAsTheyAre } from './reconcile.ts';
import type { TakenRows } from './take-rows.ts';
import { withdrawMissing } from './withdraw.ts';

/** What the event folder holds before an import, and what is asked of it. */
export interface ImportInput {
  readonly event: Event;
  /** Everybody there is already. */
  readonly attendees: readonly Attendee[];
  /** What the sources said at earlier imports. */
  readonly records: readonly SourceRecord[];
  /** True where the files are the full list of what their sources know: who is missing has withdrawn. */
  readonly complete?: boolean;
  /** People to put together, as `--merge` has them: `K7QM=B4DY`. */
  readonly merges?: readonly string[];
}

/** What an import would change; the same value whether it is then carried out or only shown. */
export interface ImportPlan {
  /** Everybody after the import, by name, and what the sources have said by then, by attendee. */
  readonly attendees: LazyList<Attendee>;
  readonly records: LazyList<SourceRecord>;
  /** Headers of extra columns that any attendee, any record has. */
  readonly extras: ReadonlySet<string>;
  /** Whether these differ from what was there before. */
  readonly changes: { readonly attendees: boolean; readonly records: boolean };
  readonly added: LazyList<Attendee>;
  readonly changed: readonly ChangedAttendee[];
  /** Those whom the files name and who stay as they are. */
  readonly unchanged: readonly Pick<Attendee, 'id'>[];
  /** Those whom a full list does not name any more. */
  readonly withdrawn: readonly Attendee[];
  /** Newcomers who may be somebody there is already. */
  readonly doubles: readonly NearDouble[];
  /** Number of people who went into another one by the organiser's word, and who they were and are. */
  readonly joined: number;
  readonly joins: readonly Join[];
  readonly rejected: readonly RejectedRow[];
  /** Number of rows that were put together with another of the same person. */
  readonly merged: number;
  /** Number of cancelled rows that are of nobody who is known, or of somebody who has a valid one. */
  readonly leftOut: number;
  /** Spellings in these files, or in them and the folder, that are probably one organisation. */
  readonly organisations: readonly NearEquals[];
  readonly problems: readonly Problem[];
}

/** What an import would change, without the people themselves. */
export type ImportDiff = Omit<ImportPlan, 'attendees' | 'records' | 'extras' | 'changes' | 'organisations'>;

/** The diff of an import that says of these people what is known already. */
export function unchangedDiff(ids: readonly string[]): ImportDiff {
  return {
    added: lazyList(0, () => {
      throw new RangeError('nobody is added');
    }),
    changed: [],
    unchanged: ids.map((id) => ({ id })),
    withdrawn: [],
    doubles: [],
    joined: 0,
    joins: [],
    rejected: [],
    merged: 0,
    leftOut: 0,
    problems: [],
  };
}

interface ChangedAttendee {
  readonly attendee: Attendee;
  readonly changes: readonly FieldChange[];
}

interface RejectedRow {
  readonly file: string;
  readonly line: number;
}

/**
 * Rows to a diff against the attendees: who is added, who changes in which field, who stays. Ids and codes once given
 * never change. The result does not depend on the order of rows, save that of two rows of one person the later wins,
 * by the time of registration where it can be read, else by place.
 */
export function planImport(input: ImportInput, taken: TakenRows): ImportPlan {
  const { event } = input;
  const found = findPeople(taken.rows, ...unifyFaces(event, input.attendees, input.records));
  const { people, leftOut } = leaveOutCancelled(found, taken, input);
  const known = withCodes(input.attendees);
  const newcomers = createNewcomers(event, taken.rows, people.strangers, known);
  const settled = settle(event, { ...input, attendees: known }, people.known, taken.rows);
  const after = afterwards({ ...input, attendees: known }, settled);
  const left = input.complete
    ? withdrawMissing({
        ...after,
        shapes: taken.shapes,
        named: new Set(settled.map(({ attendee }) => attendee.id)),
        rejected: taken.rejected,
      })
    : { ...after, withdrawn: [] };
  const all = everybody(left, newcomers);
  const final = join(all, input.merges ?? []);
  const isGone = (attendee: Attendee): boolean => final.gone.has(attendee.id);
  const doubles = findNearDoubles(newcomers, left.attendees, taken.rows).filter(
    ({ attendee, other }) => !isGone(attendee) && !isGone(other),
  );
  const organisations = findNearEquals(
    event,
    taken.rows,
    organisationsOf(final.gone, taken.rows, left.attendees, newcomers),
  );
  const several = [...ofSeveralRows(people)];
  const changed = settled.filter(({ changes }) => changes.length > 0);
  return {
    attendees: final.attendees,
    records: final.records,
    extras: headersOf(taken.rows, left),
    changes: {
      attendees:
        newcomers.length + changed.length + left.withdrawn.length + final.gone.size > 0 ||
        input.attendees.some((one) => one.code === ''),
      records:
        newcomers.length + final.gone.size > 0 ||
        areChanged(sortRecords(input.records), sortRecords(left.records)),
    },
    added: final.gone.size === 0 ? newcomers.byName : withoutGone(newcomers.byName, isGone),
    changed: changed
      .map(({ attendee, changes }) => ({ attendee, changes }))
      .sort((a, b) => byName(a.attendee, b.attendee)),
    unchanged: settled
      .filter(({ changes }) => changes.length === 0)
      .map(({ attendee }) => attendee)
      .sort(byName),
    withdrawn: [...left.withdrawn].sort(byName),
    doubles,
    joined: final.gone.size,
    joins: final.joins,
    rejected: taken.rejected.map(({ origin, line }) => ({ file: origin.file, line })),
    merged: taken.rows.length - leftOut - people.known.length - people.strangers.length,
    leftOut,
    organisations,
    problems: [
      ...taken.problems,
      ...findUnreadTimes(several.map((places) => ({ rows: places.map(taken.rows.get) }))),
      ...organisations.map((one) => tellNearEquals(one, event)),
      ...several.flatMap((places) => doubleRows(places, taken.rows)),
      ...settled.flatMap(({ attendee, conflicts }) => conflicts.map((one) => keptEdit(attendee, one))),
      ...final.problems,
      ...doubles.map(tellNearDouble),
    ],
  };
}

/** What is the same value is not looked into: that is nearly everything where a list is imported again. */
function areChanged(before: readonly SourceRecord[], now: readonly SourceRecord[]): boolean {
  if (before.length !== now.length) return true;
  return before.some(
    (one, index) => one !== now[index] && JSON.stringify(one) !== JSON.stringify(now[index]),
  );
}

function headersOf(rows: Rows, { attendees, records }: People): ReadonlySet<string> {
  const headers = new Set(rows.extras);
  for (const { extra } of attendees) for (const header of Object.keys(extra)) headers.add(header);
  for (const { extra } of records) for (const header of Object.keys(extra)) headers.add(header);
  return headers;
}

/** Places of the rows of everybody who has more than one. */
function* ofSeveralRows({ known, strangers }: FoundPeople): Generator<readonly number[]> {
  for (const { rows } of known) if (rows.length > 1) yield rows;
  for (let index = 0; index < strangers.length; index += 1) {
    if (strangers.onlyRowOf(index) === undefined) yield strangers.rowsOf(index);
  }
}

/** People as they are compared: an alias that the organiser has added since is no other organisation. */
function unifyFaces(
  event: Event,
  attendees: readonly Attendee[],
  records: readonly SourceRecord[],
): [readonly Attendee[], readonly SourceRecord[]] {
  if (event.organisations.length === 0) return [attendees, records];
  const unify = organisationUnifier(event.organisations);
  return [
    attendees.map((one) => ({ ...one, ...unify(one) })),
    records.map((one) => ({ ...one, fields: { ...one.fields, ...unify(one.fields) } })),
  ];
}

/** Those that these rows take part in. */
function findNearEquals(event: Event, rows: Rows, organisations: Iterable<string>): readonly NearEquals[] {
  const suggested = suggestOrganisations(organisations, event);
  if (suggested.length === 0) return [];
  const written = new Set<string>();
  for (let index = 0; index < rows.length; index += 1) written.add(rows.field(index, 'organisation'));
  return suggested.filter(({ spellings }) => spellings.some(({ name }) => written.has(name)));
}

/** Of everybody but those who went into another one. */
function* organisationsOf(
  gone: ReadonlySet<string>,
  rows: Rows,
  attendees: readonly Attendee[],
  newcomers: Newcomers,
): Generator<string> {
  for (const { id, organisation } of attendees) if (!gone.has(id)) yield organisation;
  for (let index = 0; index < newcomers.length; index += 1) {
    if (gone.size > 0 && gone.has(newcomers.at(index).id)) continue;
    const only = newcomers.onlyRowOf(index);
    yield only === undefined ? newcomers.at(index).organisation : rows.field(only, 'organisation');
  }
}

/** Attendees whose code the organiser has emptied get a new one. */
function withCodes(attendees: readonly Attendee[]): readonly Attendee[] {
  const codeless = attendees
    .filter((one) => one.code === '')
    .map((one) => one.id)
    .sort(compareText);
  if (codeless.length === 0) return attendees;
  const codes = giveCodes(
    codeless.length,
    (index) => codeless[index] ?? '',
    attendees.map((one) => one.code),
  );
  const byId = new Map(codeless.map((id, index) => [id, codeOf(codes[index] ?? 0)]));
  return attendees.map((one) => (one.code === '' ? { ...one, code: byId.get(one.id) ?? '' } : one));
}

/** What becomes of the people who are known. */
function settle(
  event: Event,
  { attendees, records }: People,
  people: readonly KnownPerson[],
  rows: Rows,
): readonly Reconciled[] {
  if (attendees.length === 0) return [];
  const byId = new Map(attendees.map((one) => [one.id, one]));
  const priors = groupBy(records, (record) => record.attendee);
  return people.flatMap((person): Reconciled[] => {
    const known = byId.get(person.attendee);
    if (known === undefined) return [];
    const theirs = priors.get(known.id) ?? [];
    const said = person.rows.map(rows.get);
    return [stayAsTheyAre(known, theirs, said) ?? reconcile(event, known, theirs, said)];
  });
}

/** Those who were there before, as they stand now. Whoever was deleted from the attendees is forgotten in the records. */
function afterwards({ attendees, records }: People, settled: readonly Reconciled[]): People {
  const touched = new Map(settled.map(({ attendee }) => [attendee.id, attendee]));
  const present = new Set(attendees.map((one) => one.id));
  return {
    attendees: attendees.map((one) => touched.get(one.id) ?? one),
    records: [
      ...records.filter((record) => present.has(record.attendee) && !touched.has(record.attendee)),
      ...settled.flatMap((outcome) => outcome.records),
    ],
  };
}

interface Everybody {
  readonly attendees: LazyList<Attendee>;
  readonly records: LazyList<SourceRecord>;
}

/** Old and new people together: attendees by name, records by attendee. */
function everybody({ attendees, records }: People, newcomers: Newcomers): Everybody {
  const old = [...attendees].sort(byName);
  const oldRecords = sortRecords(records);
  return {
    attendees: merged(
      lazyList(old.length, (index) => old[index] as Attendee),
      newcomers.byName,
      byName,
    ),
    records: merged(
      lazyList(oldRecords.length, (index) => oldRecords[index] as SourceRecord),
      newcomers.records,
      byAttendee,
    ),
  };
}

/** Two lists in order as one in order, as lazy as they are: of what is equal, the first list's comes first. */
function merged<T>(a: LazyList<T>, b: LazyList<T>, order: (a: T, b: T) => number): LazyList<T> {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const length = a.length + b.length;
  // The place in the first list, or that in the second behind all of them.
  const places = new Uint32Array(length);
  let [left, right] = [0, 0];
  for (let index = 0; index < length; index += 1) {
    const isLeft = right === b.length || (left < a.length && order(a.at(left), b.at(right)) <= 0);
    places[index] = isLeft ? left++ : a.length + right++;
  }
  return lazyList(length, (index) => {
    const place = places[index] ?? 0;
    return place < a.length ? a.at(place) : b.at(place - a.length);
  });
}

/** Carries out the merges; a list that nobody is merged in stays as lazy as it was. */
function join(
  all: Everybody,
  words: readonly string[],
): Everybody & {
  readonly gone: ReadonlySet<string>;
  readonly joins: readonly Join[];
  readonly problems: readonly Problem[];
} {
  if (words.length === 0) return { ...all, gone: new Set(), joins: [], problems: [] };
  const people = { attendees: [...all.attendees], records: [...all.records] };
  const { value: merges, problems } = resolveMerges(words, people.attendees);
  const { attendees, records, became } = mergePeople(people, merges);
  const sorted = [...attendees].sort(byName);
  const sortedRecords = sortRecords(records);
  return {
    attendees: lazyList(sorted.length, (index) => sorted[index] as Attendee),
    records: lazyList(sortedRecords.length, (index) => sortedRecords[index] as SourceRecord),
    gone: new Set(became.keys()),
    joins: people.attendees.flatMap((goes): Join[] => {
      const stays = attendees.find((one) => one.id === became.get(goes.id));
      return stays === undefined ? [] : [{ stays, goes }];
    }),
    problems,
  };
}

function withoutGone(list: LazyList<Attendee>, isGone: (attendee: Attendee) => boolean): LazyList<Attendee> {
  const left = [...list].filter((one) => !isGone(one));
  return lazyList(left.length, (index) => left[index] as Attendee);
}

/** One warning for each further row of a person, naming the row before it. */
function doubleRows(places: readonly number[], rows: Rows): Problem[] {
  return places.slice(1).map((place, index) => {
    const { registration, fields } = rows.get(place);
    const before = rows.get(places[index] ?? place).registration;
    return problem(
      'SOS210',
      `${fields.name} stands here and in ${before.origin.file}:${before.line}; imported as one person.`,
      { location: { file: registration.origin.file, line: registration.line } },
    );
  });
}

function keptEdit(attendee: Attendee, { field, before, after }: FieldChange): Problem {
  return problem(
    'SOS217',
    `${attendee.name}: ${field} stays "${before}" as you edited it; the source now says "${after}".`,
    {
      location: { file: 'data/attendees.csv', column: field.replace(/^extra\./, '') },
      hint: 'If the source is right, write its value into data/attendees.csv.',
    },
  );
}

function byName(a: Attendee, b: Attendee): number {
  return compareText(a.name, b.name) || compareText(a.id, b.id);
}

function byAttendee(a: SourceRecord, b: SourceRecord): number {
  return compareText(a.attendee, b.attendee) || compareText(a.shape, b.shape);
}

function sortRecords(records: readonly SourceRecord[]): readonly SourceRecord[] {
  return [...records].sort(byAttendee);
}
