import { join, relative, resolve } from 'node:path';
import { buildInstance } from '../core/assign/instance.ts';
import { findAbsences, findAwayAllDay } from '../core/assign/presence.ts';
import { resolvePins } from '../core/assign/resolve-pins.ts';
import { findStalePlan } from '../core/check/find-findings.ts';
import { checkPlan } from '../core/constraints/check-plan.ts';
import { summarise } from '../core/summary.ts';
import { EXIT, failure } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { PINS_FILE, readPins } from '../folder/pins.ts';
import { readPlacements } from '../folder/placements.ts';
import type { Problem } from '../model/problem.ts';
import type { Language } from '../model/text.ts';
import type { Export, ExportData, RenderedFile } from '../render/exports/export.ts';
import { FORMATS, type FormatName, formatsOf, isFormat } from '../render/exports/formats.ts';
import { EXPORTS } from '../render/exports/index.ts';
import { safeText } from '../render/terminal/safe-text.ts';
import type { CsvDialect } from '../tabular/write-table.ts';
import type { CommandContext, Outcome } from './command.ts';
import { countFiles, firstNames, listFiles, writeExports } from './export/files.ts';
import { REPORT, type ReportSource, renderReportFile, wantsReport } from './export/report.ts';
import { readRevision } from './read-revision.ts';

export interface ExportOptions {
  /** Names of formats, joined by commas; without it, the usual format of each export. */
  readonly format?: string;
  /** A folder, from where the person stands; `-` is standard output. */
  readonly out?: string;
  readonly language?: Language;
  readonly delimiter?: string;
  /** The report without names and small numbers. */
  readonly shared?: boolean;
}

/** Excel takes the semicolon where the comma is the decimal sign (Windows' list separator of the region). */
const COMMA_LANGUAGES: readonly Language[] = ['en'];

/** `sosent export <name...>`: what the day needs as files, each export in each format. */
export async function runExport(
  context: CommandContext,
  names: readonly string[],
  options: ExportOptions,
): Promise<Outcome> {
  const hasReport = wantsReport(names, options);
  const exports = requireExports(names.filter((name) => name !== REPORT));
  const wanted = exports.length === 0 ? [] : chooseFormats(exports, names, options.format);
  const folder = await openEvent(context);
  const language = requireLanguage(folder, options.language);
  const csv = requireDialect(options, language);
  const { data, problems, source } = await readData(folder, language);
  const rendered = [
    ...wanted.flatMap(([one, formats]) => formats.flatMap((format) => FORMATS[format](one, data, { csv }))),
    ...(hasReport
      ? [await renderReportFile(folder, source, { language, shared: options.shared === true })]
      : []),
  ];
  if (options.out === '-') return { ...print(rendered), problems, exit: EXIT.done };

  const target =
    options.out === undefined ? join(folder.root, 'out', 'exports') : resolve(context.cwd, options.out);
  const hasCalendars = wanted.some(([one, formats]) => one.name === 'calendars' && formats.includes('ics'));
  await writeExports(target, rendered, hasCalendars && options.out === undefined);
  const shown = (name: string): string => join(relative(context.cwd, target), name);
  return {
    result: {
      exports: [...wanted.map(([one]) => one.name), ...(hasReport ? [REPORT] : [])],
      formats: [...new Set([...wanted.flatMap(([, formats]) => formats), ...(hasReport ? ['html'] : [])])],
      language,
      files: rendered.map(({ name }) => shown(name)),
    },
    text: [
      context.paint.green(`${countFiles(rendered.length)} written:`),
      ...listFiles(rendered).map((line) => `  ${safeText(shown(line))}`),
    ].join('\n'),
    problems,
    exit: EXIT.done,
  };
}

/** In the order of the catalogue, each once. */
function requireExports(names: readonly string[]): readonly Export[] {
  const known = [...EXPORTS.map((one) => one.name), REPORT];
  const unknown = names.find((name) => name !== 'all' && !known.includes(name));
  if (unknown === undefined) {
    return EXPORTS.filter((one) => names.includes('all') || names.includes(one.name));
  }
  throw failure('SOS551', `There is no export "${unknown}".`, {
    hint: `The exports are: ${known.join(', ')}; \`sosent export all\` writes every one.`,
  });
}

/**
 * Each export with the formats it is written in. Of `all`, those that can be had in none of the formats are left out;
 * whoever names one wants it.
 */
function chooseFormats(
  exports: readonly Export[],
  names: readonly string[],
  list: string | undefined,
): readonly (readonly [Export, readonly FormatName[]])[] {
  const formats = list === undefined ? undefined : requireFormats(list);
  return exports.flatMap((one) => {
    const own = formatsOf(one);
    const chosen = formats === undefined ? own.slice(0, 1) : formats.filter((format) => own.includes(format));
    if (chosen.length > 0) return [[one, chosen] as const];
    if (!names.includes(one.name)) return [];
    throw failure('SOS640', `The export "${one.name}" cannot be had as ${list}.`, {
      hint: `It can be had as: ${own.join(', ')}. Exports that can be had as ${list}: ${othersIn(formats ?? [])}.`,
    });
  });
}

function othersIn(formats: readonly FormatName[]): string {
  const able = EXPORTS.filter((one) => formatsOf(one).some((format) => formats.includes(format)));
  return able.map((one) => one.name).join(', ');
}

function requireFormats(list: string): readonly FormatName[] {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))];
  const formats = names.filter(isFormat);
  if (formats.length === names.length) return formats;
  throw failure('SOS551', `There is no format "${names.find((name) => !isFormat(name))}".`, {
    hint: `The formats are: ${Object.keys(FORMATS).join(', ')}. Several are joined by commas: --format csv,json`,
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

/** Everything that exports are made from. Throws SOS550 where there is no plan yet. */
async function readData(
  folder: EventFolder,
  language: Language,
): Promise<{
  readonly data: ExportData;
  readonly problems: readonly Problem[];
  readonly source: ReportSource;
}> {
  const { event } = folder;
  const people = await readAttendees(folder);
  const everybody = requireSound(people);
  const written = requireSound(await readPlacements(folder));
  if (written === undefined) {
    throw failure('SOS550', 'Nobody has a place yet, so there is nothing to export.', {
      hint: 'Run `sosent assign` first.',
    });
  }
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
  const summary = summarise(event, attendees, placements, violations, isAbsent);
  return {
    data: {
      event,
      attendees,
      placements,
      summary,
      language,
      revision: await readRevision(folder),
    },
    problems: [...folder.problems, ...pins.problems, ...findStalePlan(attendees, written, isAway)],
    source: {
      instance,
      placements: written,
      summary,
      isAbsent,
      everybody,
      problems: [...folder.problems, ...people.problems, ...pins.problems],
    },
  };
}

/** The content itself as the command's result; only one file can be that. */
function print(files: readonly RenderedFile[]): Pick<Outcome, 'result' | 'text'> {
  const [only] = files;
  if (only !== undefined && files.length === 1) {
    return { result: { file: only.name, content: only.content }, text: only.content.replace(/\n$/, '') };
  }
  throw failure('SOS101', `Standard output takes one file, and this would be ${files.length}.`, {
    hint: `They are: ${firstNames(files)}. Name one export with --format json, programme with --format ics, or a folder with --out.`,
  });
}
