import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { ViolationFacts } from '../../model/violation.ts';
import { type Instance, seatsOf } from '../assign/instance.ts';
import type { Constraint, Forbidding } from './constraint.ts';
import { hardViolation } from './violations.ts';

/** Why somebody may not sit in a session, and by which rule of sosent.yaml ('' where it is none of these). */
export interface Ban<Id extends SeatRuleId> {
  readonly rule: string;
  readonly facts: ViolationFacts[Id];
}

type SeatRuleId = 'accessibility' | 'availability' | 'eligibility';

/** A constraint that looks at one seat at a time and forbids it or not; undefined where the event has no such rule. */
export function seatRule<Id extends SeatRuleId>(about: {
  readonly id: Id;
  readonly title: string;
  readonly banOf: (
    instance: Instance,
  ) => ((attendee: Attendee, session: Session) => Ban<Id> | undefined) | undefined;
  /** A sentence about somebody who sits there all the same. */
  readonly describe: (instance: Instance, attendee: Attendee, session: Session, ban: Ban<Id>) => string;
}): Constraint & { readonly forbid: Forbidding } {
  const { id, title, banOf, describe } = about;
  return {
    id,
    title,
    forbid: (instance) => {
      const ban = banOf(instance);
      return ban === undefined ? undefined : (attendee, session) => ban(attendee, session) !== undefined;
    },
    contribute: (model, instance) => {
      const ban = banOf(instance);
      if (ban === undefined) return;
      for (const attendee of instance.attendees) {
        for (const column of model.seatsOf(attendee.id)) {
          const seat = model.columns[column];
          if (seat?.kind === 'seat' && ban(attendee, seat.session) !== undefined) model.fix(column, 0);
        }
      }
    },
    check: (instance, placements) => {
      const ban = banOf(instance);
      if (ban === undefined) return [];
      const people = new Map(instance.attendees.map((one) => [one.id, one]));
      const sessions = new Map(instance.sessions.map((one) => [one.id, one]));
      return seatsOf(placements).flatMap((seat) => {
        const attendee = people.get(seat.attendee);
        const session = sessions.get(seat.session);
        if (attendee === undefined || session === undefined) return [];
        const found = ban(attendee, session);
        if (found === undefined) return [];
        const places = { attendees: [attendee.id], sessions: [session.id] };
        const message = describe(instance, attendee, session, found);
        return [hardViolation<Id>({ constraint: id, ...found, ...places }, message)];
      });
    },
  };
}
