import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';

/**
 * The class of an attendee: the place of the first entry of `rules.priority` that speaks of them, from 0; after the
 * last one for everybody else. Who registered on the day itself has not registered before it.
 */
export function priorityOf({ rules }: Event, { type, registeredAt }: Attendee): number {
  const found = rules.priority.findIndex(({ types, registeredBefore }) => {
    const isEarly = registeredAt !== '' && registeredAt.slice(0, 10) < (registeredBefore ?? '');
    return (types === undefined || types.includes(type)) && (registeredBefore === undefined || isEarly);
  });
  return found < 0 ? rules.priority.length : found;
}
