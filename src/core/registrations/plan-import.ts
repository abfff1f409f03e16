import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { Registration, SourceRecord } from '../../model/registration.ts';
import { groupBy } from '../group-by.ts';
import { type CleanRegistration, registrationCleaner } from './clean-registration.ts';
import { findNearDoubles, type NearDouble, tellNearDouble } from './find-near-doubles.ts';
import { findPeople, type Person } from './find-people.ts';
import { attendeeId, giveCodes } from './give-identity.ts';
import { mergePeople, type People, resolveMerges } from './merge-people.ts';
import { createAttendee, type FieldChange, type Reconciled, reconcile } from './reconcile.ts';
import { type Withdrawals, withdrawMissing } from './withdraw.ts';

export interface ImportInput {
  readonly event: Event;
  /** Everybody there is already. */
  readonly attendees: readonly Attendee[];
  /** What the sources said at earlier imports. */
  readonly records: readonly SourceRecord[];
  /** In the order of the files and their rows. */
  readonly registrations: readonly Registration[];
  /** True where the files are the full list of what their sources know: who is missing has withdrawn. */
  readonly complete?: boolean;
  /** People to put together, as `--merge` has them: `K7QM=B4DY`. */
  readonly merges?: readonly string[];
}

/** What an import would change; the same value whether it is then carried out or only shown. */
export interface ImportPlan {
  /** Everybody after the import, and what the sources have said by then. */
  readonly attendees: readonly Attendee[];
  readonly records: readonly SourceRecord[];
  readonly added: readonly Attendee[];
  readonly changed: readonly ChangedAttendee[];
  /** Those whom the files name and who stay as they are. */
  readonly unchanged: readonly Attendee[];
  /** Those whom a full list does not name any more. */
  readonly withdrawn: readonly Attendee[];
  /** Newcomers who may be somebody there is already. */
  readonly doubles: readonly NearDouble[];
  /** Number of people who went into another one by the organiser's word. */
  readonly joined: number;
  readonly rejected: readonly RejectedRow[];
  /** Number of rows that were put together with another of the same person. */
  readonly merged: number;
  readonly problems: readonly Problem[];
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
 * Registrations to a diff against the attendees: who is added, who changes in which field, who stays. Ids and codes
 * once given never change. The result does not depend on the order of rows, save that of two rows of one person the
 * later wins, by the time of registration where it can be read, else by place.
 */
export function planImport(input: ImportInput): ImportPlan {
  const { event, attendees, records } = input;
  const clean = registrationCleaner(event);
  const cleaned = input.registrations.map((registration) => ({ registration, ...clean(registration) }));
  const rows = cleaned.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const rejected = cleaned.flatMap(({ value, registration }) => (value === undefined ? [registration] : []));
  const people = findPeople(rows, attendees, records);
  const outcomes = settle(event, { attendees, records }, people);
  const touched = new Map(outcomes.map(({ attendee }) => [attendee.id, attendee]));
  const before = new Set(attendees.map((one) => one.id));
  const added = outcomes.filter(({ person }) => person.attendee === undefined);
  const settled = outcomes.filter(({ person }) => person.attendee !== undefined);
  const after: People = {
    attendees: [
      ...attendees.map((one) => touched.get(one.id) ?? one),
      ...added.map(({ attendee }) => attendee),
    ],
    records: [
      // Whoever was deleted from the attendees is forgotten here too.
      ...records.filter((record) => before.has(record.attendee) && !touched.has(record.attendee)),
      ...outcomes.flatMap((outcome) => outcome.records),
    ],
  };
  const left = input.complete
    ? withdraw(after, input.registrations, touched, rejected)
    : { ...after, withdrawn: [] };
  const merges = resolveMerges(input.merges ?? [], left.attendees);
  const gone = new Set(merges.value.map((one) => one.goes));
  const final = mergePeople(left, merges.value);
  const doubles = findNearDoubles(
    added
      .filter(({ attendee }) => !gone.has(attendee.id))
      .map(({ attendee, person }) => ({ attendee, row: person.rows[0] })),
    final.attendees,
  );
  return {
    attendees: sortByName(final.attendees),
    records: sortRecords(final.records),
    added: sortByName(added.map(({ attendee }) => attendee).filter((one) => !gone.has(one.id))),
    changed: settled
      .filter(({ changes }) => changes.length > 0)
      .map(({ attendee, changes }) => ({ attendee, changes }))
      .sort((a, b) => byName(a.attendee, b.attendee)),
    unchanged: sortByName(
      settled.filter(({ changes }) => changes.length === 0).map(({ attendee }) => attendee),
    ),
    withdrawn: sortByName(left.withdrawn),
    doubles,
    joined: left.attendees.length - final.attendees.length,
    rejected: rejected.map(({ origin, line }) => ({ file: origin.file, line })),
    merged: people.reduce((sum, person) => sum + person.rows.length - 1, 0),
    problems: [
      ...cleaned.flatMap(({ problems }) => problems),
      ...people.flatMap(({ rows: theirs }) => doubleRows(theirs)),
      ...settled.flatMap(({ attendee, conflicts }) => conflicts.map((one) => keptEdit(attendee, one))),
      ...merges.problems,
      ...doubles.map(tellNearDouble),
    ],
  };
}

type Outcome = Reconciled & { readonly person: Person };

/** What becomes of each person, with ids and codes for those who have none. */
function settle(event: Event, { attendees, records }: People, people: readonly Person[]): readonly Outcome[] {
  const byId = new Map(attendees.map((one) => [one.id, one]));
  const priors = groupBy(records, (record) => record.attendee);
  const newcomers = people.filter((person) => person.attendee === undefined);
  const ids = new Map(newcomers.map((person) => [person, attendeeId(person.rows)]));
  const codeless = attendees.filter((one) => one.code === '').map((one) => one.id);
  const codes = giveCodes(
    [...ids.values(), ...codeless],
    attendees.map((one) => one.code),
  );
  return people.map((person): Outcome => {
    const known = byId.get(person.attendee ?? '');
    if (known !== undefined) {
      const coded = { ...known, code: known.code || (codes.get(known.id) ?? '') };
      return { person, ...reconcile(event, coded, priors.get(known.id) ?? [], person.rows) };
    }
    const id = ids.get(person) ?? '';
    return { person, ...createAttendee(event, { id, code: codes.get(id) ?? '' }, person.rows) };
  });
}

function withdraw(
  people: People,
  registrations: readonly Registration[],
  named: ReadonlyMap<string, unknown>,
  rejected: readonly Registration[],
): Withdrawals {
  return withdrawMissing({
    ...people,
    shapes: new Set(registrations.map(({ origin }) => origin.shape)),
    named: new Set(named.keys()),
    rejected,
  });
}

/** One warning for each further row of a person, naming the row before it. */
function doubleRows(rows: readonly CleanRegistration[]): Problem[] {
  return rows.slice(1).map(({ registration, fields }, index) => {
    const before = rows[index]?.registration;
    return problem(
      'SOS210',
      `${fields.name} stands here and in ${before?.origin.file}:${before?.line}; imported as one person.`,
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

function sortByName(attendees: readonly Attendee[]): readonly Attendee[] {
  return [...attendees].sort(byName);
}

function byName(a: Attendee, b: Attendee): number {
  return compare(a.name, b.name) || compare(a.id, b.id);
}

function sortRecords(records: readonly SourceRecord[]): readonly SourceRecord[] {
  return [...records].sort((a, b) => compare(a.attendee, b.attendee) || compare(a.shape, b.shape));
}

/** By code points: the same order on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
