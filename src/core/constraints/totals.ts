import { costRank, type Instance, unseatedRank } from '../assign/instance.ts';
import { findAbsences } from '../assign/presence.ts';
import type { Constraint } from './constraint.ts';

/**
 * What the stage `slots` counts: who has ranks that add up to how much over all time slots. Forbids nothing. A column says
 * that somebody's total is so much or more; a stage that wants few of the highest, then few of the next, leaves each at
 * the least that the total asks for.
 */
export const totals: Constraint = {
  id: 'totals',
  title: 'Late wishes are shared out over the time slots',
  contribute: (model, instance) => {
    if (!asksForTotals(instance)) return;
    const isAbsent = findAbsences(instance);
    for (const [index, attendee] of instance.attendees.entries()) {
      if (attendee.wishes.length === 0) continue;
      const present = instance.slots.filter((slot) => !isAbsent(attendee.id, slot.id));
      const ranks = model.seatsOf(attendee.id).flatMap((column) => {
        const seat = model.columns[column];
        return seat?.kind === 'seat' ? [[column, costRank(attendee, seat.session.theme)] as const] : [];
      });
      const missing = present.map(
        (slot) => [model.unseated(attendee.id, slot.id), unseatedRank(attendee)] as const,
      );
      const least = present.length;
      const most = least * unseatedRank(attendee);
      const steps = Array.from({ length: most }, (_, step) => model.addTotal(index, step + 1));
      // Every time slot counts one at least.
      for (const column of steps.slice(0, least)) model.fix(column, 1);
      const entries = [...ranks, ...missing, ...steps.map((column) => [column, -1] as const)];
      model.addRow({ lower: Number.NEGATIVE_INFINITY, upper: 0, entries });
    }
  },
  check: () => [],
};

function asksForTotals({ event: { rules } }: Instance): boolean {
  return rules.fairOverSlots || rules.stages.includes('slots');
}
