import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Instance } from '../assign/instance.ts';
import type { Constraint } from './constraint.ts';
import { CONSTRAINTS } from './index.ts';

/** Whether an attendee may sit in a session at all, whoever else sits there. */
export function findWhoMaySit(instance: Instance): (attendee: Attendee, session: Session) => boolean {
  const bans = findBans(instance);
  return (attendee, session) => !bans.some(({ isForbidden }) => isForbidden(attendee, session));
}

/** What forbids a seat by itself: the id of a constraint, and of its rule in sosent.yaml ('' for none). */
export function findBan(
  instance: Instance,
  attendee: Attendee,
  session: Session,
): { readonly constraint: string; readonly rule: string } | undefined {
  const ban = findBans(instance).find(({ isForbidden }) => isForbidden(attendee, session));
  if (ban === undefined) return undefined;
  const seat = { attendee: attendee.id, timeSlot: session.timeSlot, session: session.id, rank: 0 };
  const [broken] = ban.constraint.check(instance, [{ ...seat, kind: 'assigned' }]);
  return { constraint: ban.constraint.id, rule: broken?.rule ?? '' };
}

function findBans(instance: Instance): readonly {
  readonly constraint: Constraint;
  readonly isForbidden: (attendee: Attendee, session: Session) => boolean;
}[] {
  return CONSTRAINTS.flatMap((constraint) => {
    const isForbidden = constraint.forbid?.(instance);
    return isForbidden === undefined ? [] : [{ constraint, isForbidden }];
  });
}
