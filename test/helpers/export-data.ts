import { comparePlans } from '../../src/core/assign/compare-plans.ts';
import { summarise } from '../../src/core/summary.ts';
import type { Attendee } from '../../src/model/attendee.ts';
import type { Event } from '../../src/model/event.ts';
import type { Placement } from '../../src/model/placement.ts';
import type { Export, ExportData } from '../../src/render/exports/export.ts';
import { FORMATS } from '../../src/render/exports/formats.ts';
import { EXPORTS } from '../../src/render/exports/index.ts';
import { instance } from '../core/assign/small-instances.ts';
import { builtInDocuments } from './export-documents.ts';

export type Row = Readonly<Record<string, string | number | boolean | null>>;

export function exportNamed(name: string): Export {
  const found = EXPORTS.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no export ${name}`);
  return found;
}

/** The tables of an export as its JSON has them. */
export function tablesOf(name: string, data: ExportData): Readonly<Record<string, readonly Row[]>> {
  const [file] = FORMATS.json(exportNamed(name), data);
  return JSON.parse(String(file?.content)).tables;
}

/** What is read of an export, as Markdown by file name. */
export function markdownOf(name: string, data: ExportData): Readonly<Record<string, string>> {
  const files = FORMATS.md(exportNamed(name), data);
  return Object.fromEntries(files.map((one) => [one.name, one.content]));
}

/** The same as HTML. */
export function htmlOf(name: string, data: ExportData): Readonly<Record<string, string>> {
  const csv = { delimiter: ',', mark: false } as const;
  const files = FORMATS.html(exportNamed(name), data, { csv, documents: builtInDocuments(data) });
  return Object.fromEntries(files.map((one) => [one.name, one.content]));
}

/** The data of a plan; `more` may say which plan was published. */
export function exportData(
  of: Event,
  attendees: readonly Attendee[],
  placements: readonly Placement[],
  more: Partial<ExportData> & { readonly published?: readonly Placement[] } = {},
): ExportData {
  const { published, ...rest } = more;
  return {
    event: of,
    attendees,
    placements,
    summary: summarise(of, attendees, placements, []),
    revision: { number: 2, at: new Date('2026-03-01T12:00:00Z') },
    language: of.languages[0] ?? 'en',
    ...(published && {
      changes: comparePlans(instance(of, attendees), attendees, { before: published, after: placements }),
    }),
    ...rest,
  };
}
