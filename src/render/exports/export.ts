import type { PlanChanges } from '../../core/assign/compare-plans.ts';
import type { ResolvedPin } from '../../core/assign/instance.ts';
import type { Revision } from '../../core/calendar/plan-calendar.ts';
import type { ToldCalendars } from '../../core/calendar/told-calendars.ts';
import { nameOrder } from '../../core/order.ts';
import type { Summary } from '../../core/summary.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event, Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { inLanguage, type Language, type LocalText } from '../../model/text.ts';
import type { PdfJob } from '../../ports.ts';
import type { Document } from '../documents/document.ts';

/** What every export is made from. */
export interface ExportData {
  readonly event: Event;
  /** Everybody who is coming. */
  readonly attendees: readonly Attendee[];
  /** Theirs, and nobody else's. */
  readonly placements: readonly Placement[];
  readonly summary: Summary;
  /** Of the plan, for calendars. */
  readonly revision: Revision;
  /** What mails have told them before; looked for only where calendars are made. */
  readonly toldCalendars?: ToldCalendars;
  /** Language of titles and of the order of names. */
  readonly language: Language;
  /** The organiser's decisions; their reasons tell who speaks. */
  readonly pins?: readonly ResolvedPin[];
  /** Since the published plan; undefined where none is. */
  readonly changes?: PlanChanges;
  /** Tables that hold names only on request are there, too. */
  readonly withNames?: boolean;
}

/** null where there is nothing; a date is `yyyy-mm-dd`, a time `HH:MM`. */
export type Cell = string | number | boolean | null;

/** `any` is a number or a text, row by row. */
export type ColumnKind = 'text' | 'number' | 'date' | 'time' | 'yes-no' | 'any';

/** What a table looks like before there is data; docs/exports.md is made from it. */
export interface Column {
  /** Stable, the same in every format and language. */
  readonly name: string;
  readonly about: string;
  readonly kind: ColumnKind;
}

/**
 * What somebody learns about people who gets hold of it: numbers only; what people wrote, without their names; names;
 * names beside diets or needs of access, which the law protects most.
 */
export type Privacy = 'figures' | 'words' | 'names' | 'health';

export function isPersonal(privacy: Privacy): boolean {
  return privacy !== 'figures';
}

/** One table of an export: the same columns in every event, one array of cells per row. */
export interface Table {
  /** '' for the main table of its export. */
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: (data: ExportData) => readonly (readonly Cell[])[];
  /** There only where names are asked for. */
  readonly onlyWithNames?: true;
  /** Names of the columns that documents show; all that tell something where it is not given. */
  readonly inDocuments?: readonly string[];
  /** Columns by which a workbook has a sheet for each group of rows: one that tells them apart, and those that name it. */
  readonly sheets?: { readonly by: string; readonly title: readonly string[] };
}

/** Something that the day needs, in whatever format. */
export interface Export {
  /** As it is called on the command line and in file names. */
  readonly name: string;
  readonly about: string;
  readonly privacy: Privacy;
  /** What it cannot be made without, beside the plan. */
  readonly needs?: 'published-plan';
  /** The main table first; none where an export is only for calendars. */
  readonly tables: readonly Table[];
  /** What is read on paper or on a screen, where that is more than the tables. */
  readonly documents?: (data: ExportData) => readonly ExportDocument[];
  readonly calendars?: Calendars;
}

/** What an export has for programs that keep a calendar. */
interface Calendars {
  readonly about: string;
  readonly files: (data: ExportData) => readonly RenderedFile[];
}

export interface RenderedFile {
  /** Where it goes in the folder of exports, with `/`. */
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What one of several documents is about, and what it says about people where that is not as the export. */
  readonly title?: string;
  readonly privacy?: Privacy;
}

/** A file that has to be printed first. */
export interface UnprintedFile extends Omit<RenderedFile, 'content'> {
  readonly job: PdfJob;
}

export interface ExportDocument {
  readonly document: Document;
  /** One document may say less about people than the export: a sign for a door. */
  readonly privacy: Privacy;
}

/** A column with the cell that it takes from a row of the table. */
export type ColumnOf<Row> = readonly [
  name: string,
  about: string,
  cell: (row: Row, data: ExportData) => Cell,
  kind?: ColumnKind,
];

/** A table whose rows are values, so that a column's name, meaning and content stand in one line. */
export function table<Row>(
  about: Omit<Table, 'columns' | 'rows'>,
  rowsOf: (data: ExportData) => readonly Row[],
  columns: readonly ColumnOf<Row>[],
): Table {
  return {
    ...about,
    columns: columns.map(([name, what, , kind = 'text']) => ({ name, about: what, kind })),
    rows: remember((data) => rowsOf(data).map((row) => columns.map(([, , cell]) => cell(row, data)))),
  };
}

/** What is made from the data of a command, made once for all formats. */
export function remember<T>(make: (data: ExportData) => T): (data: ExportData) => T {
  const made = new WeakMap<ExportData, { readonly value: T }>();
  return (data) => {
    const known = made.get(data) ?? { value: make(data) };
    made.set(data, known);
    return known.value;
  };
}

/** Columns that tell where and when a session is, and what it is about. */
export function sessionColumns<Row>(sessionOf: (row: Row) => Session): readonly ColumnOf<Row>[] {
  const of =
    <T>(find: (data: ExportData, session: Session) => T) =>
    (row: Row, data: ExportData): T =>
      find(data, sessionOf(row));
  return [
    ['time_slot', 'id of the time slot', of((_data, session) => session.timeSlot)],
    ['date', 'day, yyyy-mm-dd', of(({ event }, session) => slotOf(event, session)?.date ?? null), 'date'],
    [
      'start',
      'beginning, HH:MM, local time',
      of(({ event }, session) => slotOf(event, session)?.start ?? null),
      'time',
    ],
    [
      'end',
      'end, HH:MM, local time',
      of(({ event }, session) => slotOf(event, session)?.end ?? null),
      'time',
    ],
    ['session', 'id of the session', of((_data, session) => session.id)],
    ['title', 'title of the session', of((data, session) => titleOf(data, session.title))],
    ['theme', 'id of the theme', of((_data, session) => session.theme)],
    ['room', 'title of the room', of((data, session) => roomOf(data, session))],
  ];
}

export function titleOf({ language }: ExportData, text: LocalText | undefined): string {
  return inLanguage(text ?? {}, language);
}

/** Title of an attendee type, '' where the type is unknown. */
export function typeOf(data: ExportData, id: string): string {
  return titleOf(data, data.event.attendeeTypes.find((one) => one.id === id)?.title);
}

/** By name as the language orders them, then id. */
export function byName(data: ExportData): (a: Attendee, b: Attendee) => number {
  const compare = nameOrder(data.language);
  return (a, b) => compare(a.name, b.name) || compare(a.id, b.id);
}

export function slotOf(event: Event, session: Session): Event['timeSlots'][number] | undefined {
  return event.timeSlots.find((one) => one.id === session.timeSlot);
}

export function roomOf(data: ExportData, { room }: Session): string {
  return titleOf(data, data.event.rooms.find((one) => one.id === room)?.title);
}
