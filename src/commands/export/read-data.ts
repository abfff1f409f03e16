import { join } from 'node:path';
import { comparePlans } from '../../core/assign/compare-plans.ts';
import { buildInstance } from '../../core/assign/instance.ts';
import { findAbsences, findAwayAllDay } from '../../core/assign/presence.ts';
import { resolvePins } from '../../core/assign/resolve-pins.ts';
import { findStalePlan } from '../../core/check/find-findings.ts';
import { checkPlan } from '../../core/constraints/check-plan.ts';
import { findSpeakerProblems } from '../../core/find-speakers.ts';
import { summarise } from '../../core/summary.ts';
import { failure } from '../../errors.ts';
import { readAttendees } from '../../folder/attendees.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { PINS_FILE, readPins } from '../../folder/pins.ts';
import { readPlacements, readPublished } from '../../folder/placements.ts';
import type { Problem } from '../../model/problem.ts';
import type { Language } from '../../model/text.ts';
import type { ExportData } from '../../render/exports/export.ts';
import { readRevision } from '../read-revision.ts';
import { readToldCalendars } from '../read-told-calendars.ts';
import type { ReportSource } from './report.ts';

/** Everything that exports are made from. Throws SOS550 where there is no plan yet. */
export async function readExportData(
  folder: EventFolder,
  {
    language,
    withNames,
    hasCalendars,
  }: { readonly language: Language; readonly withNames: boolean; readonly hasCalendars: boolean },
): Promise<{
  readonly data: ExportData;
  readonly problems: readonly Problem[];
  /** What the report is made from. */
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
  const violations = checkPlan({ ...instance, language }, placements);
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
      withNames,
      pins: pins.value,
      // The journal is looked at only for those, so that a damaged one stands in nobody else's way.
      ...(hasCalendars && { toldCalendars: await readToldCalendars(folder) }),
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
    source: {
      instance,
      placements: written,
      summary,
      isAbsent,
      everybody,
      // What is found of attendees is an error, which has ended the command.
      problems: [...folder.problems, ...pins.problems],
    },
  };
}
