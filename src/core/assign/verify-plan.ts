import type { Placement } from '../../model/placement.ts';
import { groupBy } from '../group-by.ts';

/** A row of a plan that the rules give otherwise; undefined where there is no such row. */
export interface RowDifference {
  readonly attendee: string;
  readonly timeSlot: string;
  readonly written: Placement | undefined;
  readonly computed: Placement | undefined;
}

export interface Comparison {
  readonly differences: readonly RowDifference[];
  /** Where the same people wait in another order: the first of them, as written and as computed. */
  readonly queue: { readonly written: Placement; readonly computed: Placement } | undefined;
}

/** A plan as it is written beside the plan that the rules give. The order of seats says nothing, that of the waitlist does. */
export function compareRows(written: readonly Placement[], computed: readonly Placement[]): Comparison {
  const [left, right] = [byRow(written), byRow(computed)];
  const keys = [...new Set([...right.keys(), ...left.keys()])];
  const differences = keys
    .flatMap((key) => {
      const [mine, theirs] = [left.get(key) ?? [], right.get(key) ?? []];
      const rows = Array.from({ length: Math.max(mine.length, theirs.length) }, (_, index) => ({
        written: mine[index],
        computed: theirs[index],
      }));
      return rows.filter((one) => text(one.written) !== text(one.computed));
    })
    .map((one) => {
      const { attendee = '', timeSlot = '' } = one.computed ?? one.written ?? {};
      return { attendee, timeSlot, ...one };
    });
  const waits = written.filter((one) => one.kind === 'waitlisted');
  const should = computed.filter((one) => one.kind === 'waitlisted');
  const at = differences.length > 0 ? -1 : waits.findIndex((one, index) => text(one) !== text(should[index]));
  const [first, other] = [waits[at], should[at]];
  return { differences, queue: first && other && { written: first, computed: other } };
}

function byRow(placements: readonly Placement[]): ReadonlyMap<string, readonly Placement[]> {
  return groupBy(placements, (one) => JSON.stringify([one.attendee, one.timeSlot]));
}

function text(one: Placement | undefined): string {
  return one === undefined
    ? ''
    : JSON.stringify([one.attendee, one.timeSlot, one.session, one.kind, one.rank]);
}
