import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Problem } from '../../model/problem.ts';
import type { Registration, SourceRecord } from '../../model/registration.ts';
import { groupBy } from '../group-by.ts';
import { type NearEquals, suggestOrganisations } from '../organisations/suggest-organisations.ts';
import { tellNearEquals } from '../organisations/tell-near-equals.ts';
import { organisationUnifier } from '../organisations/unify-organisation.ts';
import { type CleaningTools, type CleanRegistration, registrationCleaner } from './clean-registration.ts';
import { findMailTypos } from './find-mail-typos.ts';
import { findNearDoubles } from './find-near-doubles.ts';
import { findOddPhones } from './find-odd-phones.ts';
import { findPeople, type Person } from './find-people.ts';
import { findUnreadTimes } from './find-unread-times.ts';
import { attendeeId, giveCodes } from './give-identity.ts';
import { createAttendee, type FieldChange, type Reconciled, reconcile } from './reconcile.ts';

export interface ImportInput {
  readonly event: Event;
  /** Everybody there is already. */
  readonly attendees: readonly Attendee[];
  /** What the sources said at earlier imports. */
  readonly records: readonly SourceRecord[];
  /** In the order of the files and their rows. */
  readonly registrations: readonly Registration[];
  readonly tools?: CleaningTools;
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
  readonly rejected: readonly RejectedRow[];
  /** Number of rows that were put together with another of the same person. */
  readonly merged: number;
  /** Spellings in these files, or in them and the folder, that are probably one organisation. */
  readonly organisations: readonly NearEquals[];
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
export function planImport({ event, attendees, records, registrations, tools }: ImportInput): ImportPlan {
  const clean = registrationCleaner(event, tools);
  const cleaned = registrations.map((registration) => ({ registration, ...clean(registration) }));
  const rows = cleaned.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const people = findPeople(rows, ...unifyFaces(event, attendees, records));
  const byId = new Map(attendees.map((one) => [one.id, one]));
  const priors = groupBy(records, (record) => record.attendee);
  const newcomers = people.filter((person) => person.attendee === undefined);
  const ids = new Map(newcomers.map((person) => [person, attendeeId(person.rows)]));
  const codeless = attendees.filter((one) => one.code === '').map((one) => one.id);
  const codes = giveCodes(
    [...ids.values(), ...codeless],
    attendees.map((one) => one.code),
  );
  const outcomes = people.map((person): Reconciled & { readonly person: Person } => {
    const known = byId.get(person.attendee ?? '');
    if (known !== undefined) {
      return { person, ...reconcile(event, known, priors.get(known.id) ?? [], person.rows) };
    }
    const id = ids.get(person) ?? '';
    return { person, ...createAttendee(event, { id, code: codes.get(id) ?? '' }, person.rows) };
  });
  const after = new Map(
    attendees.map((one) => [one.id, { ...one, code: one.code || (codes.get(one.id) ?? '') }]),
  );
  for (const { attendee } of outcomes) {
    after.set(attendee.id, { ...attendee, code: attendee.code || (codes.get(attendee.id) ?? '') });
  }
  const touched = new Set(outcomes.map(({ attendee }) => attendee.id));
  const added = outcomes.filter(({ person }) => person.attendee === undefined);
  const settled = outcomes.filter(({ person }) => person.attendee !== undefined);
  const organisations = findNearEquals(event, rows, [...after.values()]);
  return {
    attendees: sortByName([...after.values()]),
    records: sortRecords([
      // Whoever was deleted from the attendees is forgotten here too.
      ...records.filter((record) => byId.has(record.attendee) && !touched.has(record.attendee)),
      ...outcomes.flatMap((outcome) => outcome.records),
    ]),
    added: sortByName(added.map(({ attendee }) => attendee)),
    changed: settled
      .filter(({ changes }) => changes.length > 0)
      .map(({ attendee, changes }) => ({ attendee, changes }))
      .sort((a, b) => byName(a.attendee, b.attendee)),
    unchanged: sortByName(
      settled.filter(({ changes }) => changes.length === 0).map(({ attendee }) => attendee),
    ),
    rejected: cleaned
      .filter(({ value }) => value === undefined)
      .map(({ registration }) => ({ file: registration.origin.file, line: registration.line })),
    merged: people.reduce((sum, person) => sum + person.rows.length - 1, 0),
    organisations,
    problems: [
      ...cleaned.flatMap(({ problems }) => problems),
      ...findMailTypos(rows),
      ...findOddPhones(rows, event.country, tools?.phones),
      ...findUnreadTimes(people),
      ...organisations.map((one) => tellNearEquals(one, event)),
      ...people.flatMap(({ rows: theirs }) => doubles(theirs)),
      ...settled.flatMap(({ attendee, conflicts }) => conflicts.map((one) => keptEdit(attendee, one))),
      ...findNearDoubles(
        added.map(({ attendee, person }) => ({ attendee, row: person.rows[0] })),
        [...after.values()],
      ),
    ],
  };
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
function findNearEquals(
  event: Event,
  rows: readonly CleanRegistration[],
  attendees: readonly Attendee[],
): readonly NearEquals[] {
  const written = new Set(rows.map((row) => row.fields.organisation));
  const names = attendees.map((one) => one.organisation);
  return suggestOrganisations(names, event).filter(({ spellings }) =>
    spellings.some(({ name }) => written.has(name)),
  );
}

/** One warning for each further row of a person, naming the row before it. */
function doubles(rows: readonly CleanRegistration[]): Problem[] {
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
