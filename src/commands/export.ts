import { join, relative, resolve } from 'node:path';
import { comparePlans } from '../core/assign/compare-plans.ts';
import { buildInstance } from '../core/assign/instance.ts';
import { findAbsences, findAwayAllDay } from '../core/assign/presence.ts';
import { resolvePins } from '../core/assign/resolve-pins.ts';
import { findStalePlan } from '../core/check/find-findings.ts';
import { checkPlan } from '../core/constraints/check-plan.ts';
import { findSpeakerProblems } from '../core/find-speakers.ts';
import { summarise } from '../core/summary.ts';
import { EXIT, failure } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { readExportTemplates } from '../folder/export-templates.ts';
import { readOwnFonts } from '../folder/own-fonts.ts';
import { PINS_FILE, readPins } from '../folder/pins.ts';
import { readPlacements, readPublished } from '../folder/placements.ts';
import type { Problem } from '../model/problem.ts';
import type { Language } from '../model/text.ts';
import type { PdfPrinter } from '../ports.ts';
import { privacyOf } from '../render/exports/contents.ts';
import { documentSettings } from '../render/exports/document-settings.ts';
import { type Export, type ExportData, isPersonal } from '../render/exports/export.ts';
import { FORMATS, type FormatName, isFormat, type RenderedFile } from '../render/exports/formats.ts';
import { EXPORTS } from '../render/exports/index.ts';
import { type ExportedFiles, renderIndex } from '../render/exports/index-page.ts';
import { renderExported } from '../render/terminal/exported.ts';
import { writeOutputFiles } from '../sinks/output-files.ts';
import { createTypstPrinter } from '../sinks/typst-printer.ts';
import type { CsvDialect } from '../tabular/write-table.ts';
import type { CommandContext, Outcome } from './command.ts';

export interface ExportOptions {
  /** Names of formats, joined by commas. */
  readonly format?: string;
  /** A folder, from where the person stands; `-` is standard output. */
  readonly out?: string;
  readonly language?: Language;
  readonly delimiter?: string;
  /** Names where an export leaves them out otherwise. */
  readonly withNames?: boolean;
  /** Only what says nothing about people. */
  readonly shared?: boolean;
}

/** Without --format: what scripts and spreadsheets take, and of the whole set also what is read and printed. */
const USUAL_FORMATS = 'csv';
const USUAL_FORMATS_OF_ALL = 'csv,xlsx,html,pdf';

/** Excel takes the semicolon where the comma is the decimal sign (Windows' list separator of the region). */
const COMMA_LANGUAGES: readonly Language[] = ['en'];

/** `sosent export <name...>`: what the day needs as files, each export in each format. */
export async function runExport(
  context: CommandContext,
  names: readonly string[],
  options: ExportOptions,
): Promise<Outcome> {
  const isAll = names.includes('all');
  const wanted = requireExports(names);
  const formats = requireFormats(
    options.format ?? (isAll && options.out !== '-' ? USUAL_FORMATS_OF_ALL : USUAL_FORMATS),
  );
  const folder = await openEvent(context);
  const language = requireLanguage(folder, options.language);
  const csv = requireDialect(options, language);
  const { data, problems } = await readData(folder, language, options.withNames ?? false);
  const exports = leaveOutUnmade(wanted, data, names);
  const templates = await readExportTemplates(folder);
  const printer = await preparePrinter(folder, formats);
  const settings = { csv, documents: documentSettings(data, templates, printer) };
  const made = exports.map((one) => ({
    name: one.name,
    privacy: privacyOf(one, data),
    files: formats.flatMap((format): readonly RenderedFile[] => FORMATS[format](one, data, settings)),
  }));
  const entries = options.shared ? requireShared(made, isAll) : made;
  const rendered = entries.flatMap((one) => one.files);
  if (options.out === '-') return { ...print(rendered), problems, exit: EXIT.done };

  const target =
    options.out === undefined ? join(folder.root, 'out', 'exports') : resolve(context.cwd, options.out);
  const all = isAll ? [...rendered, renderIndex(entries, data, templates)] : rendered;
  await writeOutputFiles(
    target,
    all.map(({ name, content }) => ({ path: name, content })),
  );
  const shown = (name: string): string => join(relative(context.cwd, target), name);
  return {
    result: {
      exports: exports.map((one) => one.name),
      formats,
      language,
      files: all.map((one) => shown(one.name)),
      personal: entries.flatMap((one) =>
        one.files.filter((file) => isPersonal(file.privacy ?? one.privacy)).map((file) => shown(file.name)),
      ),
    },
    text: renderExported(entries, { shown, page: isAll ? 'index.html' : undefined, paint: context.paint }),
    problems,
    exit: EXIT.done,
  };
}

// Object.keys forgets that the keys are known.
const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** In the order of the catalogue, each once. */
function requireExports(names: readonly string[]): readonly Export[] {
  const known = EXPORTS.map((one) => one.name);
  const unknown = names.find((name) => name !== 'all' && !known.includes(name));
  if (unknown === undefined) {
    return EXPORTS.filter((one) => names.includes('all') || names.includes(one.name));
  }
  throw failure('SOS551', `There is no export "${unknown}".`, {
    hint: `The exports are: ${known.join(', ')}; \`sosent export all\` writes every one.`,
  });
}

/** In a fixed order, whatever the order of the list, so that the index is the same. */
function requireFormats(list: string): readonly FormatName[] {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))];
  if (names.every(isFormat)) return FORMAT_NAMES.filter((name) => names.includes(name));
  throw failure('SOS551', `There is no format "${names.find((name) => !isFormat(name))}".`, {
    hint: `The formats are: ${FORMAT_NAMES.join(', ')}. Several are joined by commas: --format csv,json`,
  });
}

function requireLanguage({ event }: EventFolder, wanted: Language | undefined): Language {
  const [first = 'en'] = event.languages;
  if (wanted === undefined || event.languages.includes(wanted)) return wanted ?? first;
  throw failure('SOS101', `The event does not speak "${wanted}".`, {
    hint: `Its languages in sosent.yaml: ${event.languages.join(', ')}.`,
  });
}

/** A byte order mark for Excel; none for the program that reads standard output. */
function requireDialect({ delimiter, out }: ExportOptions, language: Language): CsvDialect {
  const byName = { comma: ',', semicolon: ';' } as const;
  const name = delimiter ?? (COMMA_LANGUAGES.includes(language) ? 'comma' : 'semicolon');
  if (name === 'comma' || name === 'semicolon') return { delimiter: byName[name], mark: out !== '-' };
  throw failure('SOS101', `"${name}" is no delimiter.`, { hint: 'Take --delimiter comma or semicolon.' });
}

/** What cannot be made of this folder is left out of `all`, and said where it was asked for by name. */
function leaveOutUnmade(
  exports: readonly Export[],
  { changes }: ExportData,
  names: readonly string[],
): readonly Export[] {
  const unmade = exports.filter((one) => one.needs === 'published-plan' && changes === undefined);
  const named = unmade.find((one) => names.includes(one.name));
  if (named === undefined) return exports.filter((one) => !unmade.includes(one));
  throw failure('SOS553', 'No plan is published, so that there are no changes since.', {
    hint: 'Publish the plan that people were told: sosent assign --publish.',
  });
}

/** The files that say nothing about people. Throws SOS552 where an export that was asked for by name has none. */
function requireShared(entries: readonly ExportedFiles[], isAll: boolean): readonly ExportedFiles[] {
  const shared = entries.map((one) => ({
    ...one,
    files: one.files.filter((file) => !isPersonal(file.privacy ?? one.privacy)),
  }));
  const empty = shared.filter((one) => one.files.length === 0).map((one) => one.name);
  if (empty.length === 0 || isAll) {
    return shared
      .filter((one) => one.files.length > 0)
      .map((one) => ({ ...one, privacy: 'figures' as const }));
  }
  throw failure('SOS552', `There is nothing to share of ${empty.join(', ')}: all of it is about people.`, {
    hint: 'Leave --shared out to export it for yourself. Without people: `sosent export all --shared`.',
  });
}

/** The printer is made for the first PDF; the organiser's fonts are read only where there will be one. */
async function preparePrinter(
  folder: EventFolder,
  formats: readonly FormatName[],
): Promise<() => PdfPrinter> {
  const fonts = formats.includes('pdf') ? await readOwnFonts(folder) : undefined;
  return () => createTypstPrinter(fonts);
}

/** Everything that exports are made from. Throws SOS550 where there is no plan yet. */
async function readData(
  folder: EventFolder,
  language: Language,
  withNames: boolean,
): Promise<{ readonly data: ExportData; readonly problems: readonly Problem[] }> {
  const { event } = folder;
  const everybody = requireSound(await readAttendees(folder));
  const written = requireSound(await readPlacements(folder));
  if (written === undefined) {
    throw failure('SOS550', 'Nobody has a place yet, so there is nothing to export.', {
      hint: 'Run `sosent assign` first.',
    });
  }
  const published = requireSound(await readPublished(folder));
  const attendees = everybody.filter((one) => one.status === 'registered');
  const ids = new Set(attendees.map((one) => one.id));
  const placements = written.filter((one) => ids.has(one.attendee));
  const pins = resolvePins(
    event,
    everybody,
    requireSound(await readPins(folder)),
    join(folder.shownRoot, PINS_FILE),
  );
  const instance = buildInstance(event, attendees, pins.value);
  const violations = checkPlan(instance, placements);
  const isAbsent = findAbsences(instance);
  const isAway = findAwayAllDay(event, isAbsent);
  return {
    data: {
      event,
      attendees,
      placements,
      summary: summarise(event, attendees, placements, violations, isAbsent),
      language,
      withNames,
      pins: pins.value,
      ...(published && {
        changes: comparePlans(instance, everybody, { before: published, after: written }),
      }),
    },
    problems: [
      ...folder.problems,
      ...findSpeakerProblems(event, attendees),
      ...pins.problems,
      ...findStalePlan(attendees, written, isAway),
    ],
  };
}

/** The content itself as the command's result; only one file of text can be that. */
function print(files: readonly RenderedFile[]): Pick<Outcome, 'result' | 'text'> {
  const [only] = files;
  if (only === undefined || files.length !== 1) {
    throw failure('SOS101', `Standard output takes one file, and this would be ${files.length}.`, {
      hint: `They are: ${files.map((one) => one.name).join(', ')}. Name one export with --format json, or a folder with --out.`,
    });
  }
  const { name, content } = only;
  if (typeof content === 'string')
    return { result: { file: name, content }, text: content.replace(/\n$/, '') };
  throw failure('SOS101', `${name} is no text, so that standard output does not take it.`, {
    hint: 'Name a folder with --out, or take --format csv, json, md or html.',
  });
}
