import type { Attendee } from '../../model/attendee.ts';
import type { NameList } from '../../model/finding.ts';

/** Names listed in one message before the rest is counted. */
const MOST_NAMES = 5;

/** How many people, and the first few of them by name. */
export function nameList(people: readonly Attendee[]): NameList {
  return {
    count: people.length,
    names: people.slice(0, MOST_NAMES).map((one) => one.name || one.id),
  };
}

/** `Ann, Bo and 3 more`. */
export function listNames({ count, names }: NameList): string {
  const rest = count - names.length;
  return rest === 0 ? names.join(', ') : `${names.join(', ')} and ${rest} more`;
}
