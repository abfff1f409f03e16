import { join, resolve } from 'node:path';
import { EXIT, failure } from '../errors.ts';
import { type EventFolder, openEvent } from '../folder/event-folder.ts';
import { readExportTemplates } from '../folder/export-templates.ts';
import { keepOwnFiles } from '../folder/keep-own-files.ts';
import { readOwnFonts } from '../folder/own-fonts.ts';
import type { Language } from '../model/text.ts';
import { documentSettings } from '../render/exports/document-settings.ts';
import { renderIndex } from '../render/exports/index-page.ts';
import type { CommandContext, Outcome } from './command.ts';
import { chooseExports, hasCalendars, hasFormat, leaveOutUnmade, requireShared } from './export/choose.ts';
import { renewedBy, writeExports } from './export/files.ts';
import { makeExports } from './export/make.ts';
import { exportOutcome } from './export/outcome.ts';
import { readExportData } from './export/read-data.ts';
import { renderReportFile } from './export/report.ts';
import { requireDialect, requireLanguage } from './export/settle-options.ts';
import { showFile } from './export/show-file.ts';

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

/** `sosent export <name...>`: what the day needs as files, each export in each format. */
export async function runExport(
  context: CommandContext,
  names: readonly string[],
  options: ExportOptions,
): Promise<Outcome> {
  const wanted = chooseExports(names, options);
  const folder = await openEvent(context);
  const target = await targetOf(context, folder, options.out);
  const language = requireLanguage(folder, options.language);
  const csv = requireDialect(options, language);
  const read = await readExportData(folder, {
    language,
    withNames: options.withNames ?? false,
    hasCalendars: hasCalendars(wanted),
  });
  const { data, source } = read;
  const choice = leaveOutUnmade(wanted, data, names);
  const templates = await readExportTemplates(folder);
  const fonts = hasFormat(choice, 'pdf') ? await readOwnFonts(folder) : undefined;
  const shared = options.shared === true;
  const [made, report] = await Promise.all([
    makeExports(choice.exports, data, { csv, documents: documentSettings(data, templates), fonts }),
    choice.hasReport ? renderReportFile(folder, source, { language, shared }) : undefined,
  ]);
  const entries = [
    ...(shared && !choice.hasReport ? requireShared(made.entries, choice.isAll) : made.entries),
    ...(report === undefined ? [] : [report]),
  ];
  const rendered = entries.flatMap((one) => one.files);
  const problems = [...read.problems, ...made.problems];
  if (options.out === '-') return { ...showFile(rendered), problems, exit: EXIT.done };

  const files = choice.isAll ? [...rendered, renderIndex(entries, data, templates)] : rendered;
  await writeExports(target, files, renewedBy(choice, options));
  const told = exportOutcome(context, choice, { entries, files, target, language });
  return { ...told, problems, exit: EXIT.done };
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
