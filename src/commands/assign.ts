import { isDeepStrictEqual } from 'node:util';
import { assign } from '../core/assign/assign.ts';
import { comparePlans, type PlanChanges } from '../core/assign/compare-plans.ts';
import type { Plan } from '../core/assign/plan.ts';
import { findAbsences } from '../core/assign/presence.ts';
import { recordPlan } from '../core/assign/record-plan.ts';
import { findUnfinished } from '../core/assign/unfinished-plan.ts';
import { findUnseated } from '../core/assign/unseated.ts';
import { type Summary, summarise } from '../core/summary.ts';
import { EXIT, failure } from '../errors.ts';
import { changeFolder, type EventFolder, type FolderChange, openEvent } from '../folder/event-folder.ts';
import { placementsFile } from '../folder/placements.ts';
import { planRecordFile, readPlanRecord } from '../folder/plan-record.ts';
import { isUnchanged } from '../folder/unchanged.ts';
import type { PlanRecord } from '../model/plan-record.ts';
import type { Problem } from '../model/problem.ts';
import { renderAssignment } from '../render/terminal/assignment.ts';
import { renderChanges } from '../render/terminal/plan-changes.ts';
import { type AssignInputs, type DrawOptions, readDraw, readInputs } from './assign/inputs.ts';
import { runPublish } from './assign/publish.ts';
import { listen, type Patience } from './assign/time.ts';
import { runVerify } from './assign/verify.ts';
import { runWhatIf } from './assign/what-if.ts';
import type { CommandContext, Outcome } from './command.ts';

export interface AssignOptions extends DrawOptions {
  readonly dryRun?: boolean;
  /** In seconds. */
  readonly timeLimit?: number;
  /** In place of making a plan: keep the one that is there as published, make it again, compare it with others. */
  readonly publish?: boolean;
  readonly verify?: boolean;
  readonly whatIf?: readonly string[];
}

/** What a run of `assign` came to. */
interface Assigned extends AssignInputs {
  readonly plan: Plan;
  readonly record: PlanRecord;
  readonly summary: Summary;
  /** From the published plan; undefined where none is followed. */
  readonly changes: PlanChanges | undefined;
}

/** A plan, and what became of it. */
interface Decided {
  readonly assigned: Assigned;
  readonly fate: Fate;
}

/** One run of the command. */
interface Run {
  readonly folder: EventFolder;
  readonly context: CommandContext;
  readonly options: AssignOptions;
  readonly patience: Patience;
}

type Fate = 'dry-run' | 'written' | 'unchanged' | 'declined';

/**
 * `sosent assign`: gives everybody a seat in every time slot, with as few changes to a published plan as there can be;
 * exit 1 where somebody has none.
 */
export async function runAssign(context: CommandContext, options: AssignOptions): Promise<Outcome> {
  const folder = await openEvent(context);
  if (options.publish) return runPublish(context, folder, options.dryRun ?? false);
  if (options.verify) return runVerify(context, folder);
  if (options.whatIf !== undefined) return runWhatIf(context, folder, options, options.whatIf);
  const patience = listen(context, options.timeLimit, context.takeInterrupt);
  const run: Run = { folder, context, options, patience };
  const { assigned, fate }: Decided = options.dryRun
    ? { assigned: await planFrom(run), fate: 'dry-run' }
    : await planAndWrite(run);
  return report(run, assigned, fate);
}

function planAndWrite(run: Run): Promise<Decided> {
  const { folder, context, patience } = run;
  return changeFolder(folder, 'assign', context.clock.now(), async (): Promise<FolderChange<Decided>> => {
    const assigned = await planFrom(run);
    const { plan, summary, record, changes } = assigned;
    const file = placementsFile(plan.placements);
    const unchanged = await isUnchanged(folder.root, file);
    const isCutShort = patience.isInterrupted() && !record.proven;
    if (!unchanged && !(await isAgreed(run, assigned, isCutShort))) {
      return { value: { assigned, fate: 'declined' }, files: [] };
    }
    const isKnown = unchanged && tells(await readPlanRecord(folder), record);
    return {
      value: { assigned, fate: unchanged ? 'unchanged' : 'written' },
      files: isKnown ? [] : [...(unchanged ? [] : [file]), planRecordFile(record)],
      history: {
        criterion: plan.criterion,
        seed: plan.seed,
        engine: plan.engine,
        attendees: summary.attendees.registered,
        withoutSeat: summary.attendees.withoutSeat,
        rulesBentBy: plan.violations.reduce((sum, one) => sum + one.amount, 0),
        ...(changes && { moves: changes.moves }),
      },
    };
  });
}

/**
 * Whether a record says already how this plan came about from the folder as it is. It is not replaced by one that says
 * less: a published plan that is planned again moves nobody, and would then seem to follow from itself.
 */
function tells(before: PlanRecord | undefined, now: PlanRecord): boolean {
  if (before?.placements !== now.placements) return false;
  const isOfToday = isDeepStrictEqual(before.inputs, now.inputs);
  return isOfToday && (before.proven || !now.proven);
}

/**
 * At a terminal, what changes for people is shown and asked about before it is written, and so is a plan that Ctrl-C cut
 * short.
 */
async function isAgreed(
  { folder, context }: Run,
  { changes }: Assigned,
  isCutShort: boolean,
): Promise<boolean> {
  const { prompt, yes, paint, terminal } = context;
  if (prompt === undefined || yes) return true;
  const isKnown = changes !== undefined && changes.people.length > 0;
  if (!isKnown && !isCutShort) return true;
  const shown = isKnown
    ? `${renderChanges(folder.event, changes, paint, terminal.width).join('\n')}\n\n`
    : '';
  const which = isCutShort ? 'The search was ended. Write the best plan so far?' : 'Write this plan?';
  return prompt.confirm(`${shown}${which}`, !isCutShort);
}

async function planFrom({ folder, context, options, patience }: Run): Promise<Assigned> {
  const { event } = folder;
  const inputs = await readInputs(folder);
  const wanted = await readDraw(folder, options);
  const { attendees, instance } = inputs;
  const plan = await assign(instance, wanted, patience.before, patience.timeLeft);
  // What was made without looking for a good plan is no answer to "stop".
  if (plan.engine === 'makeshift' && patience.isInterrupted()) {
    throw failure('SOS107', 'Interrupted. Nothing in the event folder is half-written.', {
      hint: 'No plan had been found yet. Run the command again to have it done.',
    });
  }
  context.terminal.progress('');
  return {
    ...inputs,
    plan,
    record: recordPlan(instance, wanted, plan),
    summary: summarise(event, attendees, plan.placements, plan.violations, findAbsences(instance)),
    changes:
      wanted.replan &&
      comparePlans(instance, attendees, { before: wanted.replan.published, after: plan.placements }),
  };
}

function report({ folder, context, patience }: Run, assigned: Assigned, fate: Fate): Outcome {
  const { attendees, plan, summary, changes } = assigned;
  const { event } = folder;
  const problems: readonly Problem[] = [
    ...folder.problems,
    ...assigned.problems,
    ...findUnseated(event, summary),
    ...findUnfinished(plan, patience.isInterrupted() ? 'Ctrl-C' : '--time-limit'),
  ];
  const wasAsked =
    context.prompt !== undefined && !context.yes && (fate === 'written' || fate === 'declined');
  const shown =
    changes === undefined || wasAsked
      ? []
      : renderChanges(event, changes, context.paint, context.terminal.width);
  const text = renderAssignment(
    { event, attendees, plan, summary, fate: FATES[fate] },
    context.paint,
    context.terminal.width,
  );
  return {
    result: {
      written: fate === 'written',
      criterion: plan.criterion,
      seed: plan.seed,
      engine: plan.engine,
      certificate: plan.certificate,
      changes: changes ?? null,
      summary,
    },
    text: shown.length === 0 ? text : `${shown.join('\n')}\n\n${text}`,
    problems,
    exit: summary.attendees.withoutSeat > 0 ? EXIT.findings : EXIT.done,
  };
}

const FATES: Readonly<Record<Fate, string>> = {
  'dry-run': 'Dry run: nothing was written.',
  written: 'Written: data/placements.csv.',
  unchanged: 'data/placements.csv holds this plan already.',
  declined: 'Left as it was: nothing was written.',
};
