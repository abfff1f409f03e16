import type { ChalkInstance } from 'chalk';
import { nameSlot } from '../../core/assign/instance.ts';
import type { Comparison } from '../../core/assign/verify-plan.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import type { PlanRecord } from '../../model/plan-record.ts';
import { safeText } from './safe-text.ts';
import { wrap } from './wrap.ts';

/** What became of making a plan again. */
export interface Verification extends Comparison {
  readonly event: Event;
  readonly attendees: readonly Attendee[];
  readonly record: PlanRecord;
  /** Rows that the rules give. */
  readonly rows: number;
  /** Files that have changed since the plan was made. */
  readonly changed: readonly string[];
}

/** The verdict on a plan, and every row that differs, within `width` columns. */
export function renderVerification(report: Verification, paint: ChalkInstance, width: number): string {
  const columns = Math.max(60, Math.min(width, 100));
  const { differences, queue, rows, record, changed } = report;
  const isSame = differences.length === 0 && queue === undefined;
  const verdict = isSame
    ? paint.bold.green(`Verified: the rules give the ${rows} rows of data/placements.csv.`)
    : paint.bold.yellow('data/placements.csv is not what the rules give.');
  const follows =
    record.replan === undefined ? 'no published plan' : `the published plan, ${modeOf(record.replan)}`;
  const made = `Made again with the criterion "${record.criterion}" and the seed "${safeText(record.seed)}", following ${follows}.`;
  const since = `Since it was made, ${changed.join(' and ')} changed; the rows came out the same.`;
  return [
    verdict,
    ...differences.flatMap((one) => {
      const texts = [one.written, one.computed].map((row) => describeRow(row));
      return wrap(`  ${whoAndWhen(report, one)}: ${texts[0]}; the rules give ${texts[1]}`, columns, '    ');
    }),
    ...(queue === undefined
      ? []
      : wrap(
          `  The waitlist has ${whoAndWhen(report, queue.written)} where the rules have ${whoAndWhen(report, queue.computed)}.`,
          columns,
          '    ',
        )),
    '',
    ...wrap(made, columns, '').map((line) => paint.dim(line)),
    ...(isSame && changed.length > 0 ? wrap(since, columns, '').map((line) => paint.dim(line)) : []),
  ].join('\n');
}

function modeOf({ fillOnly, maxMoves }: NonNullable<PlanRecord['replan']>): string {
  const limit = maxMoves === undefined ? '' : `, at most ${maxMoves}`;
  return `${fillOnly ? 'filling only' : 'with fewest moves'}${limit}`;
}

function whoAndWhen(
  { event, attendees }: Verification,
  { attendee, timeSlot }: Pick<Placement, 'attendee' | 'timeSlot'>,
): string {
  const slot = event.timeSlots.find((one) => one.id === timeSlot);
  const name = attendees.find((one) => one.id === attendee)?.name ?? attendee;
  return safeText(`${name} ${slot === undefined ? timeSlot : nameSlot(event, slot)}`);
}

function describeRow(row: Placement | undefined): string {
  if (row === undefined) return 'no row';
  const rank = row.rank === 0 ? '' : `, rank ${row.rank}`;
  return safeText(`${row.session || 'no session'} (${row.kind}${rank})`);
}
