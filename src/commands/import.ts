import { basename, join, resolve } from 'node:path';
import type { CleaningTools } from '../core/registrations/clean-registration.ts';
import { titleMatcher } from '../core/registrations/match-title.ts';
import type { ImportDiff, ImportPlan } from '../core/registrations/plan-import.ts';
import { rowTaker, type TakenRows } from '../core/registrations/take-rows.ts';
import { EXIT, failure, hasErrors, problem, SosentError } from '../errors.ts';
import { acceptOrganisations } from '../folder/accept-organisations.ts';
import { ATTENDEE_COLUMNS, readAttendees } from '../folder/attendees.ts';
import {
  changeFolder,
  EVENT_FILE,
  type EventFolder,
  type FolderChange,
  openEvent,
} from '../folder/event-folder.ts';
import { keepOwnFiles } from '../folder/keep-own-files.ts';
import type { Event, Organisation } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { renderImport } from '../render/terminal/import-summary.ts';
import { COLUMN_FIELDS, isColumnField } from '../sources/columns/map-columns.ts';
import { openRegistrations } from '../sources/open-registrations.ts';
import type { OpenedFile, ReadFile } from '../sources/read-rows.ts';
import { requireSource } from '../sources/require-source.ts';
import { requireDialect } from '../tabular/require-dialect.ts';
import type { CommandContext, Outcome } from './command.ts';
import { findSameImport } from './import/again.ts';
import { planChange, previewChange } from './import/change.ts';
import { readInput } from './import/input.ts';
import { askOrganisations } from './import/organisations.ts';
import { counter } from './import/progress.ts';
import { needsPreview, settleQuestions } from './import/questions.ts';
import { writeRejects } from './import/rejects.ts';
import { toResult } from './import/result.ts';
import { settleColumns } from './import/settle-columns.ts';

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
  await keepOwnFiles(folder, context.cwd, { option: '--rejects', path: options.rejects });
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
  const { readings, taken } = await readAll(context, folder.event, opened, tools);
  const aboutFiles = [
    ...files.flatMap((file) => file.problems),
    ...aboutColumns,
    ...readings.flatMap((one) => one.problems),
  ];
  const isAllUsable = readings.every((one) => one.usable);
  const isNoneUsable = paths.length > 0 && !readings.some((one) => one.usable);
  if (isNoneUsable || (options.complete && !isAllUsable)) throw new SosentError(aboutFiles);

  const merges = options.merge ?? [];
  const { terminal } = context;
  const wanted = { terminal, means, readings, taken, complete: options.complete ?? false };
  const first = needsPreview(context, options)
    ? await previewChange(folder, () => planChange(folder, { ...wanted, merges }))
    : undefined;
  // A question must not stand behind a line of progress.
  terminal.progress('');
  const organisations = await settleOrganisations(context, options, folder, first?.value);
  let respelt: TakenRows | undefined;
  const work = async (chosen: readonly string[]): Promise<FolderChange<ImportPlan>> => {
    if (organisations.length === 0) return planChange(folder, { ...wanted, merges: chosen });
    const accepted = await acceptOrganisations(folder, organisations);
    respelt ??= (await readAll(context, accepted.folder.event, opened, tools)).taken;
    const change = await planChange(accepted.folder, { ...wanted, taken: respelt, merges: chosen });
    return { ...change, files: [...change.files, accepted.file] };
  };
  const preview = organisations.length === 0 ? first : await previewChange(folder, () => work(merges));
  terminal.progress('');
  const decided =
    preview === undefined
      ? { merges, write: true }
      : await settleQuestions(context, options, preview.value, [...folder.problems, ...aboutFiles]);
  const carryOut = async (): Promise<FolderChange<ImportPlan>> =>
    (decided.merges.length === merges.length ? await preview?.again() : undefined) ?? work(decided.merges);
  const plan =
    preview === undefined || decided.write
      ? await changeFolder(folder, 'import', context.clock.now(), carryOut)
      : preview.value;
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
  { terminal }: CommandContext,
  event: Event,
  opened: readonly OpenedFile[],
  tools: CleaningTools,
): Promise<{ readonly readings: readonly ReadFile[]; readonly taken: TakenRows }> {
  const taker = rowTaker(event, tools);
  const readings: ReadFile[] = [];
  for (const file of opened) {
    const count = counter(terminal, (rows) => `Reading ${basename(file.file)}: ${rows} rows ...`);
    readings.push(
      await file.read((registration) => {
        taker.add(registration);
        count();
      }),
    );
  }
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
  plan: ImportPlan | undefined,
): Promise<readonly Organisation[]> {
  if (plan === undefined || prompt === undefined || yes || dryRun) return [];
  const before = new Set((await readAttendees(folder)).value.map((one) => one.organisation));
  return askOrganisations(prompt, plan.organisations, before);
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
