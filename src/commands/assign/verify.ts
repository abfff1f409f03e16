import { assign } from '../../core/assign/assign.ts';
import { hashInputs } from '../../core/assign/record-plan.ts';
import { compareRows } from '../../core/assign/verify-plan.ts';
import { EXIT, failure, problem } from '../../errors.ts';
import { requireSound } from '../../folder/data-file.ts';
import type { EventFolder } from '../../folder/event-folder.ts';
import { readPlacements } from '../../folder/placements.ts';
import { readPlanRecord } from '../../folder/plan-record.ts';
import type { PlanRecord } from '../../model/plan-record.ts';
import { renderVerification } from '../../render/terminal/verification.ts';
import type { CommandContext, Outcome } from '../command.ts';
import { readInputs, readMadeWith } from './inputs.ts';
import { listen } from './time.ts';

const NO_RECORD = 'Run `sosent assign`: it makes a plan, and keeps what it was made with.';

/**
 * `sosent assign --verify`: makes the plan again from the folder, with the criterion, seed and published plan that it was
 * made with; exit 1 where a row differs. Throws SOS425 where it is not known what it was made with.
 */
export async function runVerify(context: CommandContext, folder: EventFolder): Promise<Outcome> {
  const { attendees, instance, problems } = await readInputs(folder);
  const written = requireSound(await readPlacements(folder));
  const record = await readPlanRecord(folder);
  if (written === undefined || record === undefined) {
    const what =
      written === undefined ? 'There is no plan yet.' : 'data/plan.json is not there, or cannot be read.';
    throw failure('SOS425', what, { hint: NO_RECORD });
  }
  const wanted = await readMadeWith(folder, record);
  if (wanted === undefined) {
    throw failure('SOS425', 'The published plan that this plan followed is not in the folder any more.', {
      hint: 'Restore data/published.csv, or data/published-before.csv, for instance from git.',
    });
  }
  const plan = await assign(instance, wanted, listen(context, undefined).before);
  const { differences, queue } = compareRows(written, plan.placements);
  const changed = changedInputs(record, hashInputs(instance));
  const isSame = differences.length === 0 && queue === undefined;
  const report = {
    event: folder.event,
    attendees,
    record,
    rows: plan.placements.length,
    differences,
    queue,
    changed,
  };
  const why = [
    ...(record.proven ? [] : ['it was not proven to be the best']),
    ...(changed.length > 0 ? [`${changed.join(' and ')} changed since it was made`] : []),
  ];
  const count = differences.length === 1 ? '1 row differs' : `${differences.length} rows differ`;
  const message = `${differences.length === 0 ? 'The order of the waitlist differs' : count} from what the rules give${why.length > 0 ? `; ${why.join(', and ')}` : ''}.`;
  return {
    result: {
      verified: isSame,
      criterion: record.criterion,
      seed: record.seed,
      followsPublished: record.replan !== undefined,
      rows: plan.placements.length,
      differences: differences.map((one) => ({
        ...one,
        written: one.written ?? null,
        computed: one.computed ?? null,
      })),
      queue: queue ?? null,
      changedInputs: changed,
    },
    text: renderVerification(report, context.paint, context.terminal.width),
    problems: [
      ...folder.problems,
      ...problems,
      ...(isSame
        ? []
        : [
            problem('SOS424', message, {
              hint: 'Whoever belongs elsewhere by your decision is pinned in data/pins.csv; `sosent assign` then makes the plan.',
            }),
          ]),
    ],
    exit: isSame ? EXIT.done : EXIT.findings,
  };
}

function changedInputs({ inputs }: PlanRecord, now: PlanRecord['inputs']): readonly string[] {
  return [
    ...(inputs.event === now.event ? [] : ['sosent.yaml']),
    ...(inputs.attendees === now.attendees ? [] : ['data/attendees.csv']),
    ...(inputs.pins === now.pins ? [] : ['data/pins.csv']),
  ];
}
