import { join, relative, resolve } from 'node:path';
import { EXIT, failure } from '../errors.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { readExportTemplates } from '../folder/export-templates.ts';
import { keepOwnFiles } from '../folder/keep-own-files.ts';
import { readOwnFonts } from '../folder/own-fonts.ts';
import type { Language } from '../model/text.ts';
import type { PdfPrinter } from '../ports.ts';
import { privacyOf } from '../render/exports/contents.ts';
import { documentSettings } from '../render/exports/document-settings.ts';
import { type ExportData, isPersonal, type RenderedFile } from '../render/exports/export.ts';
import { FORMATS } from '../render/exports/formats.ts';
import { type ExportedFiles, renderIndex } from '../render/exports/index-page.ts';
import { findMissingGlyphsOf } from '../render/exports/missing-glyphs.ts';
import { renderExported } from '../render/terminal/exported.ts';
import { createTypstPrinter } from '../sinks/typst-printer.ts';
import type { CsvDialect } from '../tabular/write-table.ts';
import type { CommandContext, Outcome } from './command.ts';
import {
  type ChosenExport,
  chooseFormats,
  leaveOutUnmade,
  requireExports,
  requireShared,
} from './export/choose.ts';
import { firstNames, writeExports } from './export/files.ts';
import { readExportData } from './export/read-data.ts';
import { REPORT, renderReportFile, wantsReport } from './export/report.ts';
import { readToldCalendars } from './read-told-calendars.ts';

export interface ExportOptions {
  /** Names of formats, joined by commas; without it, the usual format of each export. */
  readonly format?: string;
  /** A folder, from where the person stands; `-` is standard output. */
  readonly out?: string;
  readonly language?: Language;
  readonly delimiter?: string;
  /** Names where an export leaves them out otherwise. */
  readonly withNames?: boolean;
  /** Only what says nothing about people; the report without names and small numbers. */
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
  const isAll = names.includes('all');
  const hasReport = wantsReport(names, options);
  const listed = names.filter((name) => name !== REPORT);
  const wanted = listed.length === 0 ? [] : chooseFormats(requireExports(listed), listed, options);
  const folder = await openEvent(context);
  const target = await targetOf(context, folder, options.out);
  const language = requireLanguage(folder, options.language);
  const csv = requireDialect(options, language);
  const read = await readExportData(folder, language, options.withNames ?? false);
  const chosen = leaveOutUnmade(wanted, read.data, names);
  const hasCalendars = chosen.some(([one, formats]) => one.name === 'calendars' && formats.includes('ics'));
  // The journal is looked at only for those, so that a damaged one stands in nobody else's way.
  const data: ExportData = hasCalendars
    ? { ...read.data, toldCalendars: await readToldCalendars(folder) }
    : read.data;
  const templates = await readExportTemplates(folder);
  const settings = {
    csv,
    documents: documentSettings(data, templates, await preparePrinter(folder, chosen)),
  };
  const made = chosen.map(([one, formats]) => ({
    name: one.name,
    privacy: privacyOf(one, data),
    files: formats.flatMap((format): readonly RenderedFile[] => FORMATS[format](one, data, settings)),
  }));
  const printed = isPrinted(chosen)
    ? findMissingGlyphsOf(data, settings.documents.pdf().printer.withoutGlyph)
    : [];
  const problems = [...read.problems, ...printed];
  const shared = options.shared === true;
  const entries: readonly ExportedFiles[] = [
    ...(shared && !hasReport ? requireShared(made, isAll) : made),
    ...(hasReport ? [await renderReportFile(folder, read.source, { language, shared })] : []),
  ];
  const rendered = entries.flatMap((one) => one.files);
  if (options.out === '-') return { ...print(rendered), problems, exit: EXIT.done };

  const all = isAll ? [...rendered, renderIndex(entries, data, templates)] : rendered;
  const isWholeSet = isAll && options.format === undefined && !shared;
  const renewed = isWholeSet ? 'all' : hasCalendars ? 'calendars' : 'nothing';
  await writeExports(target, all, options.out === undefined ? renewed : 'nothing');
  const shown = (name: string): string => join(relative(context.cwd, target), name);
  return {
    result: {
      exports: entries.map((one) => one.name),
      formats: [...new Set([...chosen.flatMap(([, formats]) => formats), ...(hasReport ? ['html'] : [])])],
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

async function targetOf(
  { cwd }: CommandContext,
  folder: EventFolder,
  out: string | undefined,
): Promise<string> {
  if (out === undefined || out === '-') return join(folder.root, 'out', 'exports');
  if (out.trim() === '') {
    throw failure('SOS101', '--out names no folder.', { hint: 'For instance: --out lists' });
  }
  await keepOwnFiles(folder, cwd, { option: '--out', path: out });
  return resolve(cwd, out);
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

/** The printer is made for the first PDF; the organiser's fonts are read only where there will be one. */
async function preparePrinter(
  folder: EventFolder,
  exports: readonly ChosenExport[],
): Promise<() => PdfPrinter> {
  const fonts = isPrinted(exports) ? await readOwnFonts(folder) : undefined;
  return () => createTypstPrinter(fonts);
}

function isPrinted(exports: readonly ChosenExport[]): boolean {
  return exports.some(([, formats]) => formats.includes('pdf'));
}

/** The content itself as the command's result; only one file of text can be that. */
function print(files: readonly RenderedFile[]): Pick<Outcome, 'result' | 'text'> {
  const [only] = files;
  if (only === undefined || files.length !== 1) {
    throw failure('SOS101', `Standard output takes one file, and this would be ${files.length}.`, {
      hint: `They are: ${firstNames(files)}. Name one export with --format json, programme with --format ics, or a folder with --out.`,
    });
  }
  const { name, content } = only;
  if (typeof content === 'string')
    return { result: { file: name, content }, text: content.replace(/\n$/, '') };
  throw failure('SOS101', `${name} is no text, so that standard output does not take it.`, {
    hint: 'Name a folder with --out, or take --format csv, json, md or html.',
  });
}
