import type { Attendee } from '../../model/attendee.ts';
import type { TopWishesRule } from '../../model/event.ts';
import { costRank, type Instance, seatsOf } from '../assign/instance.ts';
import { sumOf } from '../assign/linear-model.ts';
import { findAbsences } from '../assign/presence.ts';
import { groupBy } from '../group-by.ts';
import type { Constraint } from './constraint.ts';

/**
 * Everybody who stated wishes gets so many of their first few. Elastic. A theme that is not on a list counts as the rank
 * after its last: whoever wishes for one thing only may have been given another, so that a short list secures nothing.
 */
export const topWishes: Constraint = {
  id: 'top-wishes',
  title: 'Everybody gets some of their first wishes',
  contribute: (model, instance) => {
    for (const { rule, attendee, wanted } of findCases(instance)) {
      const seats = model.seatsOf(attendee.id).filter((column) => {
        const seat = model.columns[column];
        return seat?.kind === 'seat' && costRank(attendee, seat.session.theme) <= rule.of;
      });
      const entries = sumOf([...seats, model.addSlack(rule.weight)]);
      model.addRow({ lower: wanted, upper: Number.POSITIVE_INFINITY, entries });
    }
  },
  check: (instance, placements) => {
    const themes = new Map(instance.sessions.map((one) => [one.id, one.theme]));
    const taken = groupBy(seatsOf(placements), (one) => one.attendee);
    return findCases(instance).flatMap(({ rule, attendee, wanted }) => {
      const granted = (taken.get(attendee.id) ?? []).filter(
        (one) => costRank(attendee, themes.get(one.session) ?? '') <= rule.of,
      );
      if (granted.length >= wanted) return [];
      return [
        {
          constraint: 'top-wishes',
          rule: rule.id,
          hard: false,
          amount: wanted - granted.length,
          facts: { granted: granted.length, wanted, of: rule.of },
          message: `${attendee.name} gets ${describe(granted.length, rule)}; the rule ${rule.id} asks for at least ${wanted}.`,
          attendees: [attendee.id],
          sessions: [],
        },
      ];
    });
  },
};

/** No more is asked for than there are time slots in which somebody is there. */
function findCases(instance: Instance): readonly {
  readonly rule: TopWishesRule;
  readonly attendee: Attendee;
  readonly wanted: number;
}[] {
  const isAbsent = findAbsences(instance);
  return instance.event.rules.topWishes.flatMap((rule) =>
    instance.attendees
      .filter((one) => one.wishes.length > 0)
      .map((attendee) => {
        const present = instance.slots.filter((slot) => !isAbsent(attendee.id, slot.id)).length;
        return { rule, attendee, wanted: Math.min(rule.atLeast, present) };
      }),
  );
}

function describe(granted: number, { of }: TopWishesRule): string {
  if (of === 1) return granted === 0 ? 'no first wish' : `${granted} first wishes`;
  return `${granted === 0 ? 'none' : granted} of the first ${of} wishes`;
}
