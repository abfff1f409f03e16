import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CleaningTools } from '../core/registrations/clean-registration.ts';
import { titleMatcher } from '../core/registrations/match-title.ts';
import { type ImportPlan, planImport } from '../core/registrations/plan-import.ts';
import { EXIT, hasErrors, problem, SosentError } from '../errors.ts';
import { acceptOrganisations } from '../folder/accept-organisations.ts';
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
import type { Organisation } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { renderImport } from '../render/terminal/import-summary.ts';
import { COLUMN_FIELDS, isColumnField } from '../sources/columns/map-columns.ts';
import {
  type ReadRegistrations,
  type RegistrationFile,
  readRegistrations,
} from '../sources/read-registrations.ts';
import type { CommandContext, Outcome } from './command.ts';
import { askOrganisations } from './import-organisations.ts';

interface ImportOptions {
  /** Paths as typed; `-` is standard input. */
  readonly files: readonly string[];
  readonly dryRun: boolean;
}

/**
 * `sosent import <file...>`: registrations into data/attendees.csv, as a diff. Good rows go in, bad rows are
 * reported and make exit 1. Where no file can be used, or nothing would change, nothing is written at all.
 */
export async function runImport(context: CommandContext, options: ImportOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  requireKnownFields(folder);
  const files = await Promise.all(options.files.map((path) => readInput(context, path)));
  const inputs = files.flatMap(({ input }) => (input === undefined ? [] : [input]));
  const settings = { columns: folder.event.columns, reserved: ATTENDEE_COLUMNS, isTheme: themeTest(folder) };
  const readings = inputs.map((input) => readRegistrations(input, settings));
  const aboutFiles = [...files.flatMap((file) => file.problems), ...readings.flatMap((one) => one.problems)];
  if (!readings.some((one) => one.usable)) throw new SosentError(aboutFiles);
  const tools = await loadTools(folder, readings);
  const organisations = await settleOrganisations(context, options, { folder, readings, tools });
  const work = async (): Promise<FolderChange<ImportPlan>> => {
    if (organisations.length === 0) return planChange(folder, { readings, inputs, tools });
    const accepted = await acceptOrganisations(folder, organisations);
    const change = await planChange(accepted.folder, { readings, inputs, tools });
    return { ...change, files: [...change.files, accepted.file] };
  };
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

/** The numbering plans of the world are loaded only where there are phone numbers. */
async function loadTools(
  { event }: EventFolder,
  readings: readonly ReadRegistrations[],
): Promise<CleaningTools> {
  const hasPhones = readings.some(({ columns }) => columns.some(({ field }) => field === 'phone'));
  if (!hasPhones) return {};
  const { phoneReader } = await import('../core/registrations/read-phone.ts');
  return { phones: phoneReader(event.country) };
}

/** What the organiser at the terminal says about spellings; nothing where nobody can be asked. */
async function settleOrganisations(
  { prompt, yes }: CommandContext,
  { dryRun }: ImportOptions,
  { folder, readings, tools }: Omit<Work, 'inputs'> & { readonly folder: EventFolder },
): Promise<readonly Organisation[]> {
  if (prompt === undefined || yes || dryRun) return [];
  const before = new Set((await readAttendees(folder)).value.map((one) => one.organisation));
  const { organisations } = (await planChange(folder, { readings, inputs: [], tools })).value;
  return askOrganisations(prompt, organisations, before);
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
  readonly input: RegistrationFile | undefined;
  readonly problems: readonly Problem[];
}

/** A file that cannot be read must not stop the others. */
async function readInput(context: CommandContext, path: string): Promise<Input> {
  if (path === '-') return { input: { file: 'stdin', bytes: await context.readStdin() }, problems: [] };
  try {
    return { input: { file: path, bytes: await readFile(resolve(context.cwd, path)) }, problems: [] };
  } catch (error) {
    const expected = fileFailure(error, path, 'read');
    if (expected instanceof SosentError) return { input: undefined, problems: expected.problems };
    throw expected;
  }
}

interface Work {
  readonly readings: readonly ReadRegistrations[];
  readonly inputs: readonly RegistrationFile[];
  readonly tools: CleaningTools;
}

/** Nothing is written, and no line of history, where an import says nothing new: the folder stays byte-identical. */
async function planChange(
  folder: EventFolder,
  { readings, inputs, tools }: Work,
): Promise<FolderChange<ImportPlan>> {
  const attendees = requireSound(await readAttendees(folder));
  const records = requireSound(await readSourceRecords(folder));
  const registrations = readings.flatMap((one) => one.registrations);
  const value = planImport({ event: folder.event, attendees, records, registrations, tools });
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
      files: readings.map((one, index) => ({
        file: one.file.split(/[\\/]/).at(-1),
        sha256: createHash('sha256')
          .update(inputs[index]?.bytes ?? '')
          .digest('hex'),
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
