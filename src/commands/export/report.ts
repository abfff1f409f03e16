import { findAwayAllDay } from '../../core/assign/presence.ts';
import { findFindings } from '../../core/check/find-findings.ts';
import { makeFigures, type ReportInput } from '../../core/report/report-figures.ts';
import { shareFigures } from '../../core/report/shared-figures.ts';
import { failure } from '../../errors.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readPlanRecord } from '../../folder/plan-record.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Finding } from '../../model/finding.ts';
import type { Language } from '../../model/text.ts';
import type { Privacy } from '../../render/exports/export.ts';
import type { ExportedFiles } from '../../render/exports/index-page.ts';
import { renderReport } from '../../render/report/report.ts';
import { renderSharedReport } from '../../render/report/shared-report.ts';

export interface ReportSource extends Omit<ReportInput, 'record' | 'findings'> {
  /** Also those who have cancelled, as `sosent check` sees them. */
  readonly everybody: readonly Attendee[];
  /** Of reading the folder. */
  readonly problems: readonly Finding[];
}

/** As it is called on the command line. */
export const REPORT = 'report';

/**
 * Whether the report is among what was asked for. Its shared version is written alone: beside exact figures, it would hide
 * nothing. Throws SOS580 where it cannot be had that way.
 */
export function wantsReport(
  names: readonly string[],
  { format, shared }: { readonly format?: string; readonly shared?: boolean },
): boolean {
  if (!names.includes(REPORT)) return names.includes('all') && format === undefined && shared !== true;
  if (shared === true && names.some((name) => name !== REPORT)) {
    throw failure('SOS580', 'The shared version of the report is written alone.', {
      hint: 'Run `sosent export report --shared`; exact figures beside it would tell what it withholds.',
    });
  }
  if (format === undefined || format === 'html') return true;
  throw failure('SOS580', `The report is a page (HTML) and cannot be had as ${format}.`, {
    hint: 'Leave out --format. The same figures as tables: `sosent export summary delegations`.',
  });
}

/** `sosent export report`: the plan as one page for people, with what `sosent check` finds. */
export async function renderReportFile(
  folder: EventFolder,
  source: ReportSource,
  { language, shared }: { readonly language: Language; readonly shared: boolean },
): Promise<ExportedFiles> {
  const { event } = folder;
  const { everybody, problems, ...input } = source;
  const findings = [
    ...problems,
    ...findFindings({
      event,
      attendees: everybody,
      placements: input.placements,
      isAway: findAwayAllDay(event, input.isAbsent),
      language,
    }),
  ];
  const figures = makeFigures({ ...input, record: await readPlanRecord(folder), findings });
  return shared
    ? entry(
        'figures',
        'report-shared.html',
        renderSharedReport(event, shareFigures(event, figures), language),
      )
    : entry('health', 'report.html', renderReport(event, figures, language));
}

function entry(privacy: Privacy, name: string, content: string): ExportedFiles {
  return { name: REPORT, privacy, files: [{ name, content }] };
}
