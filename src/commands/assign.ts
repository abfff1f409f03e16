import { join } from 'node:path';
import { assign } from '../core/assign/assign.ts';
import { findCrowdedGroups } from '../core/assign/crowded-groups.ts';
import { buildInstance } from '../core/assign/instance.ts';
import type { Plan } from '../core/assign/plan.ts';
import { findAbsences } from '../core/assign/presence.ts';
import { resolvePins } from '../core/assign/resolve-pins.ts';
import { findUnseated } from '../core/assign/unseated.ts';
import { type Summary, summarise } from '../core/summary.ts';
import { EXIT, failure, hasErrors, SosentError } from '../errors.ts';
import { readAttendees } from '../folder/attendees.ts';
import { requireSound } from '../folder/data-file.ts';
import { changeFolder, type EventFolder, openEvent } from '../folder/event-folder.ts';
import { PINS_FILE, readPins } from '../folder/pins.ts';
import { placementsFile } from '../folder/placements.ts';
import { isUnchanged } from '../folder/unchanged.ts';
import type { Attendee } from '../model/attendee.ts';
import type { Criterion } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import { renderAssignment } from '../render/terminal/assignment.ts';
import type { CommandContext, Outcome } from './command.ts';

export interface AssignOptions {
  /** In place of the criterion and the seed in sosent.yaml. */
  readonly criterion?: Criterion;
  readonly seed?: string;
  readonly dryRun?: boolean;
}

/** What a run of `assign` came to. */
interface Assigned {
  readonly attendees: readonly Attendee[];
  readonly plan: Plan;
  readonly summary: Summary;
  readonly problems: readonly Problem[];
}

/** `sosent assign`: gives everybody a seat in every time slot; exit 1 where somebody has none. */
export async function runAssign(context: CommandContext, options: AssignOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  const { assigned, written } = options.dryRun
    ? { assigned: await planFrom(folder, context, options), written: false }
    : await planAndWrite(folder, context, options);
  const { attendees, plan, summary, problems } = assigned;
  const fate = describeFate(options.dryRun ?? false, written);
  const unseated = findUnseated(folder.event, summary);
  return {
    result: {
      written,
      criterion: plan.criterion,
      seed: plan.seed,
      engine: plan.engine,
      certificate: plan.certificate,
      summary,
    },
    text: renderAssignment(
      { event: folder.event, attendees, plan, summary, fate },
      context.paint,
      context.terminal.width,
    ),
    problems: [...folder.problems, ...problems, ...unseated],
    exit: summary.attendees.withoutSeat > 0 ? EXIT.findings : EXIT.done,
  };
}

async function planAndWrite(
  folder: EventFolder,
  context: CommandContext,
  options: AssignOptions,
): Promise<{ readonly assigned: Assigned; readonly written: boolean }> {
  return changeFolder(folder, 'assign', context.clock.now(), async () => {
    const assigned = await planFrom(folder, context, options);
    const { plan, summary } = assigned;
    const file = placementsFile(plan.placements);
    const unchanged = await isUnchanged(folder.root, file);
    return {
      value: { assigned, written: !unchanged },
      files: unchanged ? [] : [file],
      history: {
        criterion: plan.criterion,
        seed: plan.seed,
        engine: plan.engine,
        attendees: summary.attendees.registered,
        withoutSeat: summary.attendees.withoutSeat,
        rulesBentBy: plan.violations.reduce((sum, one) => sum + one.amount, 0),
      },
    };
  });
}

async function planFrom(
  folder: EventFolder,
  context: CommandContext,
  { criterion, seed }: AssignOptions,
): Promise<Assigned> {
  const { event } = folder;
  const attendees = requireSound(await readAttendees(folder));
  if (!attendees.some((one) => one.status === 'registered')) {
    throw failure('SOS401', 'There is nobody to assign: no attendee is registered.', {
      hint: 'Import the registrations first: sosent import <file...>.',
    });
  }
  const pins = resolvePins(
    event,
    attendees,
    requireSound(await readPins(folder)),
    join(folder.shownRoot, PINS_FILE),
  );
  if (hasErrors(pins.problems)) throw new SosentError(pins.problems);
  const wanted = { criterion: criterion ?? event.rules.criterion, seed: seed ?? event.rules.seed };
  const instance = buildInstance(event, attendees, pins.value);
  const plan = await assign(instance, wanted, async (stage) => {
    context.terminal.progress(`Assigning: ${stage} ...`);
    await breathe();
  });
  const summary = summarise(event, attendees, plan.placements, plan.violations, findAbsences(instance));
  return { attendees, plan, summary, problems: [...pins.problems, ...findCrowdedGroups(instance)] };
}

/** Lets the process hear Ctrl-C between two stages. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function describeFate(dryRun: boolean, written: boolean): string {
  if (dryRun) return 'Dry run: nothing was written.';
  return written ? 'Written: data/placements.csv.' : 'data/placements.csv holds this plan already.';
}
