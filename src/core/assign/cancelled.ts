import type { Session } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import { seatsOf } from './instance.ts';

/**
 * Ids of the sessions that a plan cancels: those that may be, and hold nobody. A session that may be cancelled has a
 * minimum, so that an empty one is never worth holding.
 */
export function findCancelled(
  sessions: readonly Session[],
  placements: readonly Placement[],
): ReadonlySet<string> {
  const held = new Set(seatsOf(placements).map((one) => one.session));
  return new Set(sessions.filter((one) => one.mayCancel && !held.has(one.id)).map((one) => one.id));
}
