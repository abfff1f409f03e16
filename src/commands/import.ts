import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { titleMatcher } from '../core/registrations/match-title.ts';
import { type ImportPlan, planImport } from '../core/registrations/plan-import.ts';
import { EXIT, hasErrors, problem, SosentError } from '../errors.ts';
import { ATTENDEE_COLUMNS, attendeesFile, readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import {
  changeFolder,
  EVENT_FILE,
  type EventFolder,
  type FolderChange,
  openEvent,
} from '../folder/event-folder.ts';
import { fileFailure } from '../folder/file-failure.ts';
import { readSourceRecords, sourceRecordsFile } from '../folder/source-records.ts';
import type { Problem } from '../model/problem.ts';
import { renderImport } from '../render/terminal/import-summary.ts';
import { COLUMN_FIELDS, isColumnField } from '../sources/columns/map-columns.ts';
import {
  type DialectChoice,
  type ReadRegistrations,
  type RegistrationFile,
  readRegistrations,
} from '../sources/read-registrations.ts';
import type { SourceSettings } from '../sources/source.ts';
import { bytesSource, fileSource } from '../tabular/byte-source.ts';
import { requireDialect } from '../tabular/require-dialect.ts';
import type { CommandContext, Outcome } from './command.ts';

interface ImportOptions {
  /** Paths as typed; `-` is standard input. */
  readonly files: readonly string[];
  readonly dryRun: boolean;
  /** As typed. */
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
}

/**
 * `sosent import <file...>`: registrations into data/attendees.csv, as a diff. Good rows go in, bad rows are
 * reported and make exit 1. Where no file can be used, or nothing would change, nothing is written at all.
 */
export async function runImport(context: CommandContext, options: ImportOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  requireKnownFields(folder);
  const dialect = requireDialect(options);
  const settings = { columns: folder.event.columns, reserved: ATTENDEE_COLUMNS, isTheme: themeTest(folder) };
  const inputs = await Promise.all(options.files.map((path) => readInput(context, path, settings, dialect)));
  const readings = inputs.flatMap(({ reading }) => (reading === undefined ? [] : [reading]));
  const aboutFiles = [...inputs.flatMap((one) => one.problems), ...readings.flatMap((one) => one.problems)];
  if (!readings.some((one) => one.usable)) throw new SosentError(aboutFiles);
  const work = (): Promise<FolderChange<ImportPlan>> => planChange(folder, readings);
  const plan = options.dryRun
    ? (await work()).value
    : await changeFolder(folder, 'import', context.clock.now(), work);
  const problems = [...folder.problems, ...aboutFiles, ...plan.problems];
  return {
    result: toResult(plan, readings, options),
    text: renderImport({ plan, readings, dryRun: options.dryRun, paint: context.paint }),
    problems,
    exit: hasErrors(problems) ? EXIT.findings : EXIT.done,
  };
}

/** `columns:` may name any header, but only fields that exist. */
function requireKnownFields({ event, shownRoot }: EventFolder): void {
  const wrong = event.columns.filter((column) => !isColumnField(column.field));
  if (wrong.length === 0) return;
  throw new SosentError(
    wrong.map(({ header, field }) =>
      problem('SOS216', `columns: ${JSON.stringify(header)} is mapped to "${field}", which does not exist.`, {
        location: { file: join(shownRoot, EVENT_FILE) },
        hint: `Fields: ${COLUMN_FIELDS.join(', ')}, and wish.1, wish.2, ...`,
      }),
    ),
  );
}

function themeTest({ event }: EventFolder): (text: string) => boolean {
  const match = titleMatcher(event.themes);
  return (text) => match(text).kind !== 'unknown';
}

interface Input {
  readonly reading: ReadRegistrations | undefined;
  readonly problems: readonly Problem[];
}

/** A file that cannot be read must not stop the others. */
async function readInput(
  context: CommandContext,
  path: string,
  settings: SourceSettings,
  dialect: DialectChoice,
): Promise<Input> {
  try {
    const file = await openInput(context, path);
    return { reading: await readRegistrations(file, settings, dialect), problems: [] };
  } catch (error) {
    const expected = fileFailure(error, path, 'read');
    if (expected instanceof SosentError) return { reading: undefined, problems: expected.problems };
    throw expected;
  }
}

/** A file is read twice, so that what can be read only once, standard input or a pipe, is kept in memory. */
async function openInput(context: CommandContext, path: string): Promise<RegistrationFile> {
  if (path === '-') return { file: 'stdin', source: bytesSource(await context.readStdin()) };
  const found = resolve(context.cwd, path);
  const isFile = (await stat(found)).isFile();
  return { file: path, source: isFile ? fileSource(found) : bytesSource(await readFile(found)) };
}

/** Nothing is written, and no line of history, where an import says nothing new: the folder stays byte-identical. */
async function planChange(
  folder: EventFolder,
  readings: readonly ReadRegistrations[],
): Promise<FolderChange<ImportPlan>> {
  const attendees = requireSound(await readAttendees(folder));
  const records = requireSound(await readSourceRecords(folder));
  const registrations = readings.flatMap((one) => one.registrations);
  const value = planImport({ event: folder.event, attendees, records, registrations });
  const isSame = sameContent(attendeesFile(attendees), attendeesFile(value.attendees));
  const isRecorded = sameContent(sourceRecordsFile(records), sourceRecordsFile(value.records));
  const files = [
    ...(isSame ? [] : [attendeesFile(value.attendees)]),
    ...(isRecorded ? [] : [sourceRecordsFile(value.records)]),
  ];
  return {
    value,
    files,
    history: {
      files: readings.map((one) => ({
        file: one.file.split(/[\\/]/).at(-1),
        sha256: one.sha256,
        source: one.source,
        rows: one.rows,
      })),
      counts: countsOf(value),
    },
  };
}

function sameContent(a: { readonly content: unknown }, b: { readonly content: unknown }): boolean {
  return a.content === b.content;
}

function countsOf(plan: ImportPlan): Readonly<Record<string, number>> {
  return {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged.length,
    merged: plan.merged,
    rejected: plan.rejected.length,
  };
}

function toResult(plan: ImportPlan, readings: readonly ReadRegistrations[], options: ImportOptions): object {
  return {
    dryRun: options.dryRun,
    files: readings.map(({ file, source, why, encoding, delimiter, rows, columns, usable }) => ({
      file,
      usable,
      source,
      why,
      encoding,
      delimiter,
      rows,
      columns,
    })),
    counts: countsOf(plan),
    added: plan.added.map((one) => one.id),
    changed: plan.changed.map(({ attendee, changes }) => ({ id: attendee.id, fields: changes })),
    unchanged: plan.unchanged.map((one) => one.id),
    rejected: plan.rejected,
  };
}
