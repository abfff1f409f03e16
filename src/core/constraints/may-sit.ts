import type { Attendee } from '../../model/attendee.ts';
import type { Session } from '../../model/event.ts';
import type { Instance } from '../assign/instance.ts';
import { CONSTRAINTS } from './index.ts';

/** Whether an attendee may sit in a session at all, whoever else sits there. */
export function findWhoMaySit(instance: Instance): (attendee: Attendee, session: Session) => boolean {
  const bans = CONSTRAINTS.flatMap(({ forbid }) => forbid?.(instance) ?? []);
  return (attendee, session) => !bans.some((isForbidden) => isForbidden(attendee, session));
}
