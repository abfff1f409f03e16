import { setImmediate as turn } from 'node:timers/promises';
import type { Problem } from '../../model/problem.ts';
import type { Fonts } from '../../ports.ts';
import { privacyOf } from '../../render/exports/contents.ts';
import type { DocumentSettings } from '../../render/exports/document-settings.ts';
import type { Export, ExportData, RenderedFile, UnprintedFile } from '../../render/exports/export.ts';
import { FORMATS, type FormatName, type FormatSettings } from '../../render/exports/formats.ts';
import type { ExportedFiles } from '../../render/exports/index-page.ts';
import { findMissingGlyphsOf } from '../../render/exports/missing-glyphs.ts';
import { createTypstPrinter } from '../../sinks/typst-printer.ts';
import type { ChosenExport } from './choose.ts';
import { printFiles } from './print.ts';

export interface MakeSettings extends FormatSettings {
  readonly documents: DocumentSettings;
  /** The organiser's, where they have some and anything is printed. */
  readonly fonts: Fonts | undefined;
}

/**
 * Every export in each of its formats, and what print cannot show of them. What is printed is begun first, and goes on
 * while the rest is made.
 */
export async function makeExports(
  chosen: readonly ChosenExport[],
  data: ExportData,
  settings: MakeSettings,
): Promise<{ readonly entries: readonly ExportedFiles[]; readonly problems: readonly Problem[] }> {
  const { fonts, documents } = settings;
  const toPrint = chosen.filter(([, formats]) => formats.includes('pdf'));
  const pdfs = new Map(toPrint.map(([one]) => [one, FORMATS.pdf(one, data, settings)]));
  const [printed, made, problems] = await Promise.all([
    printFiles([...pdfs.values()].flat(), fonts, documents.pdf),
    makeFiles(chosen, pdfs, (one, format) => FORMATS[format](one, data, settings)),
    toPrint.length === 0 ? [] : findMissingGlyphsOf(data, createTypstPrinter(fonts).withoutGlyph),
  ]);
  return {
    entries: chosen.map(([one], index) => ({
      name: one.name,
      privacy: privacyOf(one, data),
      files: (made[index] ?? []).flatMap((file) => ('job' in file ? (printed.get(file) ?? []) : file)),
    })),
    problems,
  };
}

type MadeFile = RenderedFile | UnprintedFile;

/** The files of each export in the order of its formats. */
async function makeFiles(
  chosen: readonly ChosenExport[],
  pdfs: ReadonlyMap<Export, readonly UnprintedFile[]>,
  make: (one: Export, format: Exclude<FormatName, 'pdf'>) => readonly RenderedFile[],
): Promise<readonly (readonly MadeFile[])[]> {
  const made: MadeFile[][] = [];
  for (const [one, formats] of chosen) {
    const files: MadeFile[] = [];
    for (const format of formats) {
      await turn(); // in which printing processes are heard, and given their next document
      files.push(...(format === 'pdf' ? (pdfs.get(one) ?? []) : make(one, format)));
    }
    made.push(files);
  }
  return made;
}
