import { comparePlans } from '../../core/assign/compare-plans.ts';
import { findAbsences, findAwayAllDay } from '../../core/assign/presence.ts';
import { hashPlacements } from '../../core/assign/record-plan.ts';
import { checkPlan } from '../../core/constraints/check-plan.ts';
import { EXIT, failure } from '../../errors.ts';
import { requireSound } from '../../folder/data-file.ts';
import { changeFolder, type EventFolder, type FolderChange } from '../../folder/event-folder.ts';
import {
  PUBLISHED_BEFORE_FILE,
  PUBLISHED_FILE,
  placementsFile,
  readPlacements,
  readPublished,
} from '../../folder/placements.ts';
import { readPlanRecord } from '../../folder/plan-record.ts';
import { isUnchanged } from '../../folder/unchanged.ts';
import type { Placement } from '../../model/placement.ts';
import { renderChanges } from '../../render/terminal/plan-changes.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { type AssignInputs, readInputs } from './inputs.ts';

interface Published extends AssignInputs {
  readonly placements: readonly Placement[];
  readonly before: readonly Placement[] | undefined;
}

/**
 * `sosent assign --publish`: keeps the plan in data/placements.csv, as it stands, as what people are told. Throws SOS421
 * where there is none, or it does not fit the folder any more.
 */
export async function runPublish(
  context: CommandContext,
  folder: EventFolder,
  dryRun: boolean,
): Promise<Outcome> {
  const publish = (): Promise<FolderChange<{ published: Published; isNew: boolean }>> =>
    planPublishing(folder);
  const { published, isNew } = dryRun
    ? (await publish()).value
    : await changeFolder(folder, 'assign --publish', context.clock.now(), publish);
  const { instance, attendees, placements, before, problems } = published;
  const changes = before && comparePlans(instance, attendees, { before, after: placements });
  const fate = dryRun
    ? 'Dry run: nothing was written.'
    : isNew
      ? 'Written: data/published.csv. From now on `sosent assign` moves as few of these seats as it can.'
      : 'This plan is published already.';
  const seats = placements.filter((one) => one.kind !== 'waitlisted').length;
  const head = `${seats} seats of ${instance.attendees.length} people; ${placements.length - seats} wait.`;
  const shown =
    changes === undefined || changes.people.length === 0
      ? []
      : ['', ...renderChanges(folder.event, changes, context.paint, context.terminal.width)];
  return {
    result: {
      written: isNew && !dryRun,
      seats,
      waiting: placements.length - seats,
      changes: changes ?? null,
    },
    text: [context.paint.bold(head), ...shown, '', context.paint.dim(fate)].join('\n'),
    problems: [...folder.problems, ...problems],
    exit: EXIT.done,
  };
}

async function planPublishing(
  folder: EventFolder,
): Promise<FolderChange<{ published: Published; isNew: boolean }>> {
  const inputs = await readInputs(folder);
  const placements = requireSound(await readPlacements(folder));
  const before = requireSound(await readPublished(folder));
  requireFitting(inputs, placements);
  const file = placementsFile(placements, PUBLISHED_FILE);
  const isNew = !(await isUnchanged(folder.root, file));
  const record = await readPlanRecord(folder);
  // The plan that this one followed must not be lost, or nobody could make this one again.
  const isFollowed = before !== undefined && record?.replan?.published === hashPlacements(before);
  const kept = isFollowed ? [placementsFile(before, PUBLISHED_BEFORE_FILE)] : [];
  return {
    value: { published: { ...inputs, placements, before }, isNew },
    files: isNew ? [file, ...kept] : [],
    history: { seats: placements.filter((one) => one.kind !== 'waitlisted').length },
  };
}

function requireFitting(
  { instance }: AssignInputs,
  placements: readonly Placement[] | undefined,
): asserts placements is readonly Placement[] {
  const hint = 'Make a plan with `sosent assign`, look at it, and publish that.';
  if (placements === undefined) throw failure('SOS421', 'There is no plan yet to publish.', { hint });
  const placed = new Set(placements.map((one) => one.attendee));
  const isAway = findAwayAllDay(instance.event, findAbsences(instance));
  const missing = instance.attendees.filter((one) => !placed.has(one.id) && !isAway(one.id));
  if (missing.length > 0) {
    const who =
      missing.length === 1
        ? `${missing[0]?.name ?? ''} is not in the plan; who registers`
        : `${missing.length} people are not in the plan; who registers`;
    throw failure('SOS421', `${who} after it was made is seated by the next one.`, { hint });
  }
  const [broken] = checkPlan(instance, placements).filter((one) => one.hard);
  if (broken !== undefined) {
    throw failure('SOS421', `The plan does not fit the folder any more: ${broken.message}`, { hint });
  }
}
