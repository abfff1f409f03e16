import type { Event } from '../../../model/event.ts';
import type { PlacedBadge } from '../badge-document.ts';
import { type BadgeFinding, findingAbout } from '../findings.ts';

/** Badges of people whose attendee type is unknown, at an event that has types. */
export function findMissingType(badges: readonly PlacedBadge[], event: Event): readonly BadgeFinding[] {
  if (event.attendeeTypes.length === 0) return [];
  const hint = `Fill in the column type of data/attendees.csv: ${event.attendeeTypes.map((one) => one.id).join(', ')}.`;
  return badges
    .filter((badge) => badge.attendee.type === '')
    .map((badge) => findingAbout(badge, 'SOS538', 'no attendee type.', { hint }));
}
