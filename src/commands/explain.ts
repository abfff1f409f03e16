import { solvingAgain } from '../core/assign/assign.ts';
import { type Instance, seatsOf } from '../core/assign/instance.ts';
import type { Draw, Plan } from '../core/assign/plan.ts';
import { explainAttendee } from '../core/explain/attendee.ts';
import { explainDelegation } from '../core/explain/delegation.ts';
import { explainRule } from '../core/explain/rule.ts';
import { explainSession } from '../core/explain/session.ts';
import { requireSubject, type Subject } from '../core/explain/subject.ts';
import type { Solve } from '../core/explain/variants.ts';
import { EXIT, failure, problem } from '../errors.ts';
import { requireSound } from '../folder/data-file.ts';
import { openEvent } from '../folder/event-folder.ts';
import { readPlacements, readPublished } from '../folder/placements.ts';
import type { Criterion } from '../model/event.ts';
import type { Placement } from '../model/placement.ts';
import type { Problem } from '../model/problem.ts';
import { writeForAttendee } from '../render/explain-to-attendee.ts';
import { renderExplanation } from '../render/terminal/explain/explanation.ts';
import { readExplained, readInputs } from './assign/inputs.ts';
import type { CommandContext, Outcome } from './command.ts';

const TOLD =
  'People were told this plan: `sosent assign` moves nobody for a better wish,\nwhat is told here is why it was made so. `--fresh` plans anew.';

export interface ExplainOptions {
  /** As `assign` was given them, in place of those in sosent.yaml. */
  readonly criterion?: Criterion;
  readonly seed?: string;
  /** A text for the attendee, in place of one for the organiser. */
  readonly forAttendee?: boolean;
}

/** `sosent explain <word>`: why the plan is as it is for one attendee, session, delegation or rule. Writes nothing. */
export async function runExplain(
  context: CommandContext,
  word: string,
  options: ExplainOptions,
): Promise<Outcome> {
  const folder = await openEvent(context);
  const placements = requireSound(await readPlacements(folder));
  if (placements === undefined) {
    throw failure('SOS409', 'Nobody has a place yet, so there is nothing to explain.', {
      hint: 'Run `sosent assign` first.',
    });
  }
  const { instance, problems: aboutInputs } = await readInputs(folder);
  const coming = new Set(instance.attendees.map((one) => one.id));
  const written = placements.filter((one) => coming.has(one.attendee));
  const subject = requireSubject(instance, word);
  if (options.forAttendee === true && subject.kind !== 'attendee') {
    throw failure('SOS101', `--for-attendee writes to an attendee; "${word}" is a ${subject.kind}.`);
  }
  const { draw, isBest } = await readExplained(folder, instance, placements, options);
  const hear = async (): Promise<void> => {
    context.terminal.progress('Explaining ...');
    await new Promise((resolve) => setImmediate(resolve)); // hears Ctrl-C
  };
  const again = { instance, wanted: draw, best: isBest ? written : undefined, before: hear };
  const { today, explanation } = await solvingAgain(again, async (solve) => {
    let solved: Promise<Plan> | undefined; // when it is first asked for
    const best = (): Promise<Plan> => (solved ??= solve(instance));
    return {
      today: isBest ? written : (await best()).placements,
      explanation: await explain({ instance, written, best, draw, solve }, subject),
    };
  });
  const problems = [...folder.problems, ...aboutInputs, ...findBehind(written, today)];
  const attendee = instance.attendees.find((one) => one.id === subject.id);
  if (options.forAttendee === true && explanation.kind === 'attendee' && attendee !== undefined) {
    const letter = writeForAttendee(instance, attendee, explanation);
    return { result: { attendee: attendee.id, ...letter }, text: letter.text, problems, exit: EXIT.done };
  }
  const isTold = isSamePlan(requireSound(await readPublished(folder)) ?? [], placements);
  const notes = isTold && explanation.kind === 'attendee' && explanation.missed.length > 0 ? [TOLD] : [];
  const text = renderExplanation(instance, explanation, context.paint, context.terminal.width);
  return {
    result: explanation,
    text: [text, ...notes.map((one) => `\n${context.paint.dim(one)}`)].join('\n'),
    problems,
    exit: EXIT.done,
  };
}

async function explain(
  about: {
    readonly instance: Instance;
    readonly written: readonly Placement[];
    readonly best: () => Promise<Plan>;
    readonly draw: Draw;
    readonly solve: Solve;
  },
  { kind, id }: Subject,
): Promise<Parameters<typeof renderExplanation>[1]> {
  if (kind === 'session') {
    const { published } = about.draw.replan ?? {};
    return explainSession({
      ...about,
      best: await about.best(),
      session: id,
      ...(published && { published }),
    });
  }
  if (kind === 'rule') return explainRule({ ...about, best: await about.best(), rule: id });
  if (kind === 'delegation') return explainDelegation(about.instance, id, about.written);
  const attendee = about.instance.attendees.find((one) => one.id === id);
  if (attendee === undefined) throw new RangeError(`no attendee ${id}`);
  return explainAttendee({ ...about, criterion: about.draw.criterion, attendee });
}

/** SOS410 where the plan on disk is not the one that the folder gives now. */
function findBehind(written: readonly Placement[], today: readonly Placement[]): readonly Problem[] {
  if (isSamePlan(written, today)) return [];
  return [
    problem('SOS410', 'data/placements.csv is not the plan that the folder gives today.', {
      hint: 'Reasons and changes are told from the plan of today. Run `sosent assign`, or give the --criterion and --seed that the plan was made with.',
    }),
  ];
}

function isSamePlan(one: readonly Placement[], other: readonly Placement[]): boolean {
  const key = (all: readonly Placement[]): string =>
    seatsOf(all)
      .map((seat) => JSON.stringify([seat.attendee, seat.session]))
      .sort()
      .join();
  return key(one) === key(other);
}
