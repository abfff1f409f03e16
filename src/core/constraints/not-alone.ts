import type { NotAloneRule, Session } from '../../model/event.ts';
import { inLanguage } from '../../model/text.ts';
import { type Instance, nameSession, seatsOf } from '../assign/instance.ts';
import { sumOf } from '../assign/linear-model.ts';
import type { DelegationGroup } from '../delegations.ts';
import { groupBy } from '../group-by.ts';
import type { Constraint } from './constraint.ts';

/** Nobody is the only one of their delegation in a session: none of it are there, or at least two. Elastic. */
export const notAlone: Constraint = {
  id: 'not-alone',
  title: 'Nobody is the only one of their delegation in a session',
  contribute: (model, instance) => {
    for (const { rule, delegation, session } of findCases(instance)) {
      const members = new Set(delegation.attendees);
      const seats = model.seatsIn(session.id, members);
      // Somebody of them is there; then there are two, or one is alone.
      const there = model.addFlag();
      for (const seat of seats) {
        model.addRow({
          lower: Number.NEGATIVE_INFINITY,
          upper: 0,
          entries: [
            [seat, 1],
            [there, -1],
          ],
        });
      }
      const entries = [...sumOf([...seats, model.addSlack(rule.weight)]), [there, -2] as const];
      model.addRow({ lower: 0, upper: Number.POSITIVE_INFINITY, entries });
    }
  },
  check: (instance, placements) => {
    const seats = groupBy(seatsOf(placements), (one) => one.session);
    const names = new Map(instance.attendees.map((one) => [one.id, one.name]));
    return findCases(instance).flatMap(({ rule, delegation, session }) => {
      const inSession = seats.get(session.id) ?? [];
      const here = inSession.filter((one) => delegation.attendees.includes(one.attendee));
      const [alone] = here;
      if (here.length !== 1 || alone === undefined) return [];
      return [
        {
          constraint: 'not-alone',
          rule: rule.id,
          hard: false,
          amount: 1,
          facts: { delegation: delegation.id },
          message: `${names.get(alone.attendee) ?? alone.attendee} is the only one of ${inLanguage(delegation.title, instance.language)} in ${nameSession(instance, session)} (rule ${rule.id}).`,
          attendees: [alone.attendee],
          sessions: [session.id],
        },
      ];
    });
  },
};

function findCases({ event, delegations, sessions }: Instance): readonly {
  readonly rule: NotAloneRule;
  readonly delegation: DelegationGroup;
  readonly session: Session;
}[] {
  return event.rules.notAlone.flatMap((rule) =>
    delegations
      .filter((one) => one.attendees.length > 1)
      .filter((one) => rule.delegations === 'all' || rule.delegations.includes(one.id))
      .flatMap((delegation) => sessions.map((session) => ({ rule, delegation, session }))),
  );
}
