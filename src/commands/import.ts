import { access, constants, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { CleaningTools } from '../core/registrations/clean-registration.ts';
import { titleMatcher } from '../core/registrations/match-title.ts';
import { type ImportDiff, type ImportPlan, planImport } from '../core/registrations/plan-import.ts';
import { rowTaker, type TakenRows } from '../core/registrations/take-rows.ts';
import { EXIT, failure, hasErrors, problem, SosentError } from '../errors.ts';
import { acceptOrganisations } from '../folder/accept-organisations.ts';
import { ATTENDEE_COLUMNS, attendeesInPieces, readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import { hashed } from '../folder/data-state.ts';
import {
  changeFolder,
  EVENT_FILE,
  type EventFolder,
  type FolderChange,
  openEvent,
} from '../folder/event-folder.ts';
import { fileFailure } from '../folder/file-failure.ts';
import { readSourceRecords, recordsInPieces } from '../folder/source-records.ts';
import type { Event, Organisation } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { renderImport } from '../render/terminal/import-summary.ts';
import { COLUMN_FIELDS, isColumnField } from '../sources/columns/map-columns.ts';
import { openRegistrations, type RegistrationFile } from '../sources/open-registrations.ts';
import type { OpenedFile, ReadFile } from '../sources/read-rows.ts';
import { requireSource } from '../sources/require-source.ts';
import { bytesSource, fileSource } from '../tabular/byte-source.ts';
import { requireDialect } from '../tabular/require-dialect.ts';
import type { CommandContext, Outcome } from './command.ts';
import { findSameImport, type Means, stateAfter } from './import-again.ts';
import { askOrganisations } from './import-organisations.ts';
import { settlePins } from './import-pins.ts';
import { needsPreview, settleQuestions } from './import-questions.ts';
import { writeRejects } from './import-rejects.ts';
import { countsOf, toResult } from './import-result.ts';
import { settleColumns } from './settle-columns.ts';

export interface ImportOptions {
  readonly dryRun?: boolean;
  /** What columns mean, each as `header=field`. */
  readonly map?: readonly string[];
  /** Id of the source that all files come from, in place of what they look like. */
  readonly source?: string;
  /** How CSV files are written, as typed. */
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Sheet of workbooks. */
  readonly sheet?: string;
  readonly complete?: boolean;
  /** `K7QM=B4DY`: two attendees who are one person. */
  readonly merge?: readonly string[];
  /** Where rows go that could not be used. */
  readonly rejects?: string;
  readonly strict?: boolean;
}

/**
 * `sosent import <file...>`: registrations into data/attendees.csv, as a diff. Good rows go in, bad rows are
 * reported and make exit 1. Where no file can be used, or nothing would change, nothing is written at all.
 */
export async function runImport(
  person: CommandContext,
  paths: readonly string[],
  options: ImportOptions,
): Promise<Outcome> {
  // What a person answers at a terminal would pass there and fail in CI.
  const context = options.strict ? { ...person, prompt: undefined } : person;
  requireSomething(context, paths, options);
  const folder = await openEvent(context);
  requireKnownFields(folder);
  const choice = {
    ...requireDialect(options),
    source: requireSource(options.source),
    sheet: options.sheet,
  };
  const files = await Promise.all(paths.map((path) => readInput(context, path)));
  const inputs = files.flatMap(({ input }) => (input === undefined ? [] : [input]));
  const settings = { reserved: ATTENDEE_COLUMNS, isTheme: themeTest(folder) };
  const { files: opened, problems: aboutColumns } = await settleColumns(context, {
    folder,
    maps: options.map ?? [],
    mayWrite: !options.dryRun,
    open: (columns) =>
      Promise.all(inputs.map((input) => openRegistrations(input, { ...settings, columns }, choice))),
  });
  const means = { version: context.version, folder, files: opened };
  const isPlain = aboutColumns.length === 0 && inputs.length === paths.length && isPlainImport(options);
  const same = isPlain ? await findSameImport(means) : undefined;
  if (same !== undefined) {
    return toOutcome(context, options, { ...same, problems: folder.problems, written: !options.dryRun });
  }
  const tools = await loadTools(folder, opened);
  const { readings, taken } = await readAll(folder.event, opened, tools);
  const aboutFiles = [
    ...files.flatMap((file) => file.problems),
    ...aboutColumns,
    ...readings.flatMap((one) => one.problems),
  ];
  if (paths.length > 0 && !readings.some((one) => one.usable)) throw new SosentError(aboutFiles);
  if (options.complete && !readings.every((one) => one.usable)) throw new SosentError(aboutFiles);

  const merges = options.merge ?? [];
  const wanted = { means, readings, taken, complete: options.complete ?? false };
  const organisations = await settleOrganisations(context, options, folder, { ...wanted, merges });
  let respelt: TakenRows | undefined;
  const work = async (chosen: readonly string[]): Promise<FolderChange<ImportPlan>> => {
    if (organisations.length === 0) return planChange(folder, { ...wanted, merges: chosen });
    const accepted = await acceptOrganisations(folder, organisations);
    respelt ??= (await readAll(accepted.folder.event, opened, tools)).taken;
    const change = await planChange(accepted.folder, { ...wanted, taken: respelt, merges: chosen });
    return { ...change, files: [...change.files, accepted.file] };
  };
  const preview = needsPreview(context, options) ? (await work(merges)).value : undefined;
  const decided =
    preview === undefined
      ? { merges, write: true }
      : await settleQuestions(context, options, preview, [...folder.problems, ...aboutFiles]);
  const plan =
    preview === undefined || decided.write
      ? await changeFolder(folder, 'import', context.clock.now(), () => work(decided.merges))
      : preview;
  const problems = [...folder.problems, ...aboutFiles, ...plan.problems];
  const rejects =
    decided.write && options.rejects !== undefined
      ? await writeRejects(context, options.rejects, { readings, problems })
      : [];
  return toOutcome(context, options, { plan, readings, problems, written: decided.write, rejects });
}

interface Done {
  readonly plan: ImportDiff;
  readonly readings: readonly ReadFile[];
  readonly problems: readonly Problem[];
  readonly written: boolean;
  readonly rejects?: readonly string[];
}

function toOutcome({ paint }: CommandContext, options: ImportOptions, done: Done): Outcome {
  const { plan, readings, problems, written, rejects = [] } = done;
  return {
    result: { ...toResult(plan, readings, written), rejects },
    text: renderImport({ plan, readings, written, rejects, options, paint }),
    problems,
    exit: hasErrors(problems) || (options.strict && !written) ? EXIT.findings : EXIT.done,
  };
}

/** Registrations in, and nothing asked besides. */
function isPlainImport({ merge = [], complete, rejects }: ImportOptions): boolean {
  return merge.length === 0 && !complete && rejects === undefined;
}

/** A file or a merge; and the rejects must not replace what they were taken from. */
function requireSomething(
  { cwd }: CommandContext,
  paths: readonly string[],
  { merge, complete, rejects }: ImportOptions,
): void {
  if (paths.length === 0 && (merge === undefined || complete)) {
    throw failure('SOS101', 'No file to import.', { hint: 'For instance: sosent import registrations.csv' });
  }
  if (rejects === undefined || !paths.some((path) => resolve(cwd, path) === resolve(cwd, rejects))) return;
  throw failure('SOS101', `--rejects "${rejects}" is a file that is imported; it would be replaced.`, {
    hint: 'Choose another name, for instance --rejects rejected.csv',
  });
}

/** All rows of all files, cleaned as this event understands them. */
async function readAll(
  event: Event,
  opened: readonly OpenedFile[],
  tools: CleaningTools,
): Promise<{ readonly readings: readonly ReadFile[]; readonly taken: TakenRows }> {
  const taker = rowTaker(event, tools);
  const readings: ReadFile[] = [];
  for (const file of opened) readings.push(await file.read(taker.add));
  return { readings, taken: taker.done() };
}

/** The numbering plans of the world are loaded only where there are phone numbers. */
async function loadTools({ event }: EventFolder, opened: readonly OpenedFile[]): Promise<CleaningTools> {
  const hasPhones = opened.some(({ columns }) => columns.some(({ field }) => field === 'phone'));
  if (!hasPhones) return {};
  const { phoneReader } = await import('../core/registrations/read-phone.ts');
  return { phones: phoneReader(event.country) };
}

/** What the organiser at the terminal says about spellings; nothing where nobody can be asked. */
async function settleOrganisations(
  { prompt, yes }: CommandContext,
  { dryRun }: ImportOptions,
  folder: EventFolder,
  work: Work,
): Promise<readonly Organisation[]> {
  if (prompt === undefined || yes || dryRun) return [];
  const before = new Set((await readAttendees(folder)).value.map((one) => one.organisation));
  const { organisations } = (await planChange(folder, work)).value;
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
  try {
    return { input: await openInput(context, path), problems: [] };
  } catch (error) {
    const expected = fileFailure(error, path, 'read');
    if (expected instanceof SosentError) return { input: undefined, problems: expected.problems };
    throw expected;
  }
}

/** A file is read twice, so that what can be read only once, standard input or a pipe, is kept in memory. */
async function openInput(context: CommandContext, path: string): Promise<RegistrationFile> {
  if (path === '-') return { file: 'stdin', source: bytesSource(await context.readStdin()) };
  const found = resolve(context.cwd, path);
  const isFile = (await stat(found)).isFile();
  if (!isFile) return { file: path, source: bytesSource(await readFile(found)) };
  await access(found, constants.R_OK);
  return { file: path, source: fileSource(found) };
}

interface Work {
  readonly means: Means;
  readonly readings: readonly ReadFile[];
  readonly taken: TakenRows;
  readonly complete: boolean;
  readonly merges: readonly string[];
}

/** Nothing is written, and no line of history, where an import says nothing new: the folder stays byte-identical. */
async function planChange(
  folder: EventFolder,
  { means, readings, taken, complete, merges }: Work,
): Promise<FolderChange<ImportPlan>> {
  const attendees = requireSound(await readAttendees(folder));
  const records = requireSound(await readSourceRecords(folder));
  const plan = planImport({ event: folder.event, attendees, records, complete, merges }, taken);
  const wrongMerges = plan.problems.filter((one) => one.code === 'SOS250');
  if (wrongMerges.length > 0) throw new SosentError(wrongMerges);
  const pins = await settlePins(folder, plan);
  const value = { ...plan, problems: [...plan.problems, ...pins.problems] };
  const written = {
    attendees: hashed(attendeesInPieces(value.attendees, value.extras)),
    records: hashed(recordsInPieces(value.records, value.extras)),
  };
  const isQuiet = readings.every((one) => one.problems.length === 0);
  const state =
    isQuiet && value.changes.attendees && value.changes.records
      ? stateAfter({ ...means, folder, files: readings }, value, written)
      : undefined;
  const files = [
    ...(value.changes.attendees ? [written.attendees.change] : []),
    ...(value.changes.records ? [written.records.change] : []),
    ...pins.files,
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
      ...(complete ? { complete } : {}),
      counts: countsOf(value),
      ...(state === undefined ? {} : { state }),
    },
  };
}
