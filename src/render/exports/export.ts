import type { Revision } from '../../core/calendar/plan-calendar.ts';
import { nameOrder } from '../../core/order.ts';
import type { Summary } from '../../core/summary.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event, Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { inLanguage, type Language, type LocalText } from '../../model/text.ts';

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
  /** Language of titles and of the order of names. */
  readonly language: Language;
}

export type Cell = string | number | null;

/** What a table looks like before there is data; docs/exports.md is made from it. */
export interface Column {
  /** Stable, the same in every format and language. */
  readonly name: string;
  readonly about: string;
}

/** One table of an export: the same columns in every event, one array of cells per row. */
export interface Table {
  /** '' for the main table of its export. */
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
  readonly rows: (data: ExportData) => readonly (readonly Cell[])[];
}

/** Something that the day needs, in whatever format. */
export interface Export {
  /** As it is called on the command line and in file names. */
  readonly name: string;
  readonly about: string;
  /** The main table first; none where an export is only for calendars. */
  readonly tables: readonly Table[];
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
  readonly content: string;
}

/** A column with the cell that it takes from a row of the table. */
export type ColumnOf<Row> = readonly [
  name: string,
  about: string,
  cell: (row: Row, data: ExportData) => Cell,
];

/** A table whose rows are values, so that a column's name, meaning and content stand in one line. */
export function table<Row>(
  { name, about }: Pick<Table, 'name' | 'about'>,
  rowsOf: (data: ExportData) => readonly Row[],
  columns: readonly ColumnOf<Row>[],
): Table {
  return {
    name,
    about,
    columns: columns.map(([column, what]) => ({ name: column, about: what })),
    rows: (data) => rowsOf(data).map((row) => columns.map(([, , cell]) => cell(row, data))),
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
    ['date', 'day, yyyy-mm-dd', of(({ event }, session) => slotOf(event, session)?.date ?? '')],
    [
      'start',
      'beginning, HH:MM, local time',
      of(({ event }, session) => slotOf(event, session)?.start ?? ''),
    ],
    ['end', 'end, HH:MM, local time', of(({ event }, session) => slotOf(event, session)?.end ?? '')],
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

function slotOf(event: Event, session: Session): Event['timeSlots'][number] | undefined {
  return event.timeSlots.find((one) => one.id === session.timeSlot);
}

function roomOf(data: ExportData, { room }: Session): string {
  return titleOf(data, data.event.rooms.find((one) => one.id === room)?.title);
}
