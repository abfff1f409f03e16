import { makeFigures, type ReportInput } from '../core/report/report-figures.ts';
import { findFindings } from '../core/check/find-findings.ts';
import { findAwayAllDay } from '../core/assign/presence.ts';
import type { EventFolder } from '../folder/event-folder.ts';
import { readPlanRecord } from '../folder/plan-record.ts';
import type { Attendee } from '../model/attendee.ts';
import type { Problem } from '../model/problem.ts';
import type { Language } from '../model/text.ts';
import type { RenderedFile } from '../render/exports/formats.ts';
import { renderReport } from '../render/report/report.ts';

export interface ReportSource extends Omit<ReportInput, 'record' | 'findings'> {
  /** Also those who have cancelled, as `sosent check` sees them. */
  readonly everybody: readonly Attendee[];
  /** Of reading the folder. */
  readonly problems: readonly Problem[];
}

/** `sosent export report`: the plan as one page for people, with what `sosent check` finds. */
export async function renderReportFile(
  folder: EventFolder,
  source: ReportSource,
  language: Language,
): Promise<RenderedFile> {
  const { event } = folder;
  const { everybody, problems, ...input } = source;
  const findings = [
    ...problems,
    ...findFindings({
      event,
      attendees: everybody,
      placements: input.placements,
      isAway: findAwayAllDay(event, input.isAbsent),
    }),
  ];
  const record = await readPlanRecord(folder);
  return {
    name: 'report.html',
    content: renderReport(event, makeFigures({ ...input, record, findings }), language),
  };
}
