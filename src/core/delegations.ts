import type { Attendee } from '../model/attendee.ts';
import type { Delegation, Event } from '../model/event.ts';

/** A delegation and who belongs to it. */
export interface DelegationGroup extends Delegation {
  /** Ids of attendees, in the order given. */
  readonly attendees: readonly string[];
}

/**
 * The delegations of an event: first those that the organiser named, then every other organisation that is large
 * enough, by title. An attendee's own `delegation` goes before what follows from the organisation. Organisations are
 * compared without regard to case and outer blanks.
 */
export function findDelegations(event: Event, attendees: readonly Attendee[]): readonly DelegationGroup[] {
  const { named, minimumSize } = event.delegations;
  const byOrganisation = new Map(
    named.flatMap((one) => one.organisations.map((organisation) => [key(organisation), one.id] as const)),
  );
  const members = new Map<string, string[]>(named.map((one) => [one.id, []]));
  const others = new Map<string, { title: string; attendees: string[] }>();
  for (const attendee of attendees) {
    const id = attendee.delegation || byOrganisation.get(key(attendee.organisation));
    const group = id === undefined ? undefined : members.get(id);
    if (group !== undefined) group.push(attendee.id);
    else if (attendee.organisation.trim() !== '') {
      const found = others.get(key(attendee.organisation)) ?? {
        title: attendee.organisation.trim(),
        attendees: [],
      };
      others.set(key(attendee.organisation), found);
      found.attendees.push(attendee.id);
    }
  }
  const derived = [...others]
    .filter(([, group]) => minimumSize > 0 && group.attendees.length >= minimumSize)
    .map(([id, group]) => ({
      id,
      title: { und: group.title },
      organisations: [group.title],
      attendees: group.attendees,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...named.map((one) => ({ ...one, attendees: members.get(one.id) ?? [] })), ...derived];
}

function key(organisation: string): string {
  return organisation.trim().toLowerCase();
}
