import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Pin } from '../../model/placement.ts';
import { findAbsences } from './presence.ts';
import { resolvePins } from './resolve-pins.ts';

/**
 * Who is not there in which time slot, as far as pins and columns are understood, for whoever tells people where to go.
 * What is not understood is for `check` and `assign` to say.
 */
export function findKnownAbsences(
  event: Event,
  everybody: readonly Attendee[],
  pins: readonly Pin[],
): ReturnType<typeof findAbsences> {
  const { value } = resolvePins(event, everybody, pins, '');
  return findAbsences({ event, attendees: everybody, pins: value });
}
