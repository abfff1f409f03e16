import type { Attendee } from '../../model/attendee.ts';

const MOST_NAMES = 5;
const LONGEST_NAME = 60;

/** The first few names, and how many more there are. */
export function listNames(attendees: readonly Attendee[]): string {
  const names = attendees.slice(0, MOST_NAMES).map((attendee) => {
    const name = [...(attendee.name.replace(/\s+/g, ' ').trim() || attendee.id)];
    return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).join('')}…` : name.join('');
  });
  const rest = attendees.length - names.length;
  return rest === 0 ? names.join(', ') : `${names.join(', ')} and ${rest} more`;
}
