import type { Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { seatsOf } from './instance.ts';

/**
 * Ids of the sessions that a plan cancels: those that may be, and hold nobody although they have a minimum. An empty
 * session is then never worth holding.
 */
export function findCancelled(
  sessions: readonly Session[],
  placements: readonly Placement[],
): ReadonlySet<string> {
  const held = new Set(seatsOf(placements).map((one) => one.session));
  const mayBe = sessions.filter((one) => one.mayCancel && one.minimum > 0);
  return new Set(mayBe.map((one) => one.id).filter((id) => !held.has(id)));
}
