import { failure } from '../../errors.ts';
import { type Export, type ExportData, isPersonal } from '../../render/exports/export.ts';
import { FORMATS, type FormatName, formatsOf, isFormat } from '../../render/exports/formats.ts';
import { EXPORTS } from '../../render/exports/index.ts';
import type { ExportedFiles } from '../../render/exports/index-page.ts';
import type { ExportOptions } from '../export.ts';
import { REPORT, wantsReport } from './report.ts';

/** An export with the formats it is written in. */
export type ChosenExport = readonly [Export, readonly FormatName[]];

/** Without --format: of one export its usual format, of the whole set also what is read and printed. */
const USUAL_OF_ALL: readonly FormatName[] = ['csv', 'xlsx', 'html', 'pdf', 'ics'];
// Object.keys forgets that the keys are known.
const FORMAT_NAMES = Object.keys(FORMATS) as readonly FormatName[];

/** What the command line asks for. */
export interface ExportChoice {
  readonly exports: readonly ChosenExport[];
  readonly isAll: boolean;
  readonly hasReport: boolean;
}

/** Throws SOS551 for a name or format that is none, SOS580 and SOS640 for what cannot be had that way. */
export function chooseExports(names: readonly string[], options: ExportOptions): ExportChoice {
  const hasReport = wantsReport(names, options);
  const listed = names.filter((name) => name !== REPORT);
  return {
    exports: listed.length === 0 ? [] : chooseFormats(requireExports(listed), listed, options),
    isAll: names.includes('all'),
    hasReport,
  };
}

/** In the order of the catalogue, each once. */
function requireExports(names: readonly string[]): readonly Export[] {
  const known = EXPORTS.map((one) => one.name);
  const unknown = names.find((name) => name !== 'all' && !known.includes(name));
  if (unknown === undefined) {
    return EXPORTS.filter((one) => names.includes('all') || names.includes(one.name));
  }
  throw failure('SOS551', `There is no export "${unknown}".`, {
    hint: `The exports are: ${known.join(', ')}, ${REPORT}; \`sosent export all\` writes every one.`,
  });
}

/**
 * Each export with the formats it is written in. Of `all`, those that can be had in none of the formats are left out;
 * whoever names one wants it.
 */
function chooseFormats(
  exports: readonly Export[],
  names: readonly string[],
  { format: list, out }: ExportOptions,
): readonly ChosenExport[] {
  const formats = list === undefined ? undefined : requireFormats(list);
  const usual = (own: readonly FormatName[]): readonly FormatName[] =>
    names.includes('all') && out !== '-'
      ? own.filter((format) => USUAL_OF_ALL.includes(format))
      : own.slice(0, 1);
  return exports.flatMap((one) => {
    const own = formatsOf(one);
    const chosen = formats === undefined ? usual(own) : formats.filter((format) => own.includes(format));
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

/** In a fixed order, whatever the order of the list, so that the index is the same. */
function requireFormats(list: string): readonly FormatName[] {
  const names = [...new Set(list.split(',').map((name) => name.trim().toLowerCase()))];
  if (names.every(isFormat)) return FORMAT_NAMES.filter((name) => names.includes(name));
  throw failure('SOS551', `There is no format "${names.find((name) => !isFormat(name))}".`, {
    hint: `The formats are: ${FORMAT_NAMES.join(', ')}. Several are joined by commas: --format csv,json`,
  });
}

/** Whether any export is written in a format. */
export function hasFormat({ exports }: ExportChoice, format: FormatName): boolean {
  return exports.some(([, formats]) => formats.includes(format));
}

/** Whether everybody gets a calendar of their own. */
export function hasCalendars({ exports }: ExportChoice): boolean {
  return exports.some(([one, formats]) => one.name === 'calendars' && formats.includes('ics'));
}

/** What cannot be made of this folder is left out of `all`; where it was asked for by name, SOS553 is thrown. */
export function leaveOutUnmade(
  choice: ExportChoice,
  { changes }: ExportData,
  names: readonly string[],
): ExportChoice {
  const unmade = choice.exports.filter(([one]) => one.needs === 'published-plan' && changes === undefined);
  const named = unmade.find(([one]) => names.includes(one.name));
  if (named === undefined) {
    return { ...choice, exports: choice.exports.filter((one) => !unmade.includes(one)) };
  }
  throw failure('SOS553', 'No plan is published, so that there are no changes since.', {
    hint: 'Publish the plan that people were told: sosent assign --publish.',
  });
}

/** The files that say nothing about people. Throws SOS552 where an export that was asked for by name has none. */
export function requireShared(entries: readonly ExportedFiles[], isAll: boolean): readonly ExportedFiles[] {
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
