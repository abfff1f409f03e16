import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Pin, Placement } from '../../model/placement.ts';
import { comparePlans, type PersonChange } from '../assign/compare-plans.ts';
import { buildInstance } from '../assign/instance.ts';
import { findAbsences } from '../assign/presence.ts';
import { resolvePins } from '../assign/resolve-pins.ts';
import { cellOf } from '../attendee-cell.ts';
import type { DelegationGroup } from '../delegations.ts';
import { groupBy } from '../group-by.ts';
import { nameKey, organisationUnifier } from '../organisations/unify-organisation.ts';

/** What a mailing is planned from, as the event folder holds it. */
export interface MailingInputs {
  /** Everybody, also those who come no longer. */
  readonly attendees: readonly Attendee[];
  readonly pins: readonly Pin[];
  /** Undefined where there is no plan yet, and where none was published. */
  readonly placements: readonly Placement[] | undefined;
  readonly published: readonly Placement[] | undefined;
}

/** The same, found out once for every mailing of a command. */
export interface MailingFacts extends MailingInputs {
  readonly event: Event;
  readonly placementsOf: (attendee: string) => readonly Placement[];
  /** Ids of attendee and time slot. */
  readonly isAbsent: (attendee: string, timeSlot: string) => boolean;
  /** What is otherwise for somebody than in the published plan. */
  readonly changeOf: (attendee: string) => PersonChange | undefined;
  readonly delegationOf: (attendee: string) => DelegationGroup | undefined;
  /** Whether they lead the delegation they belong to. */
  readonly leads: (attendee: Attendee) => boolean;
  /** The organisation as the event spells it, and what its people noted. */
  readonly workplaceOf: (attendee: Attendee) => WorkplaceNotes;
}

/** What one organisation's people noted when they registered. */
export interface WorkplaceNotes {
  readonly title: string;
  /** Those of its people who come, by id. */
  readonly people: readonly Attendee[];
  /** Each text once, in that order. */
  readonly needs: readonly string[];
  readonly solutions: readonly string[];
}

export function gatherFacts(event: Event, inputs: MailingInputs): MailingFacts {
  const { attendees, pins, placements = [], published } = inputs;
  const instance = buildInstance(event, attendees, resolvePins(event, attendees, pins, '').value);
  const placementsOf = groupBy(placements, (one) => one.attendee);
  const changes =
    published === undefined || inputs.placements === undefined
      ? []
      : comparePlans(instance, attendees, { before: published, after: placements }).people;
  const changeOf = new Map(changes.map((one) => [one.attendee, one]));
  const delegationOf = new Map(
    instance.delegations.flatMap((one) => one.attendees.map((id) => [id, one] as const)),
  );
  const isLead = leadRule(event);
  return {
    ...inputs,
    event,
    placementsOf: (attendee) => placementsOf.get(attendee) ?? [],
    isAbsent: findAbsences({ event, attendees, pins: instance.pins }),
    changeOf: (attendee) => changeOf.get(attendee),
    delegationOf: (attendee) => delegationOf.get(attendee),
    leads: (attendee) => delegationOf.has(attendee.id) && isLead(attendee),
    workplaceOf: workplaceNotes(event, instance.attendees),
  };
}

function leadRule({ delegations: { leads } }: Event): (attendee: Attendee) => boolean {
  if (leads === undefined) return () => false;
  const values = leads.values.map((one) => one.trim().toLowerCase());
  return (attendee) => values.includes(cellOf(attendee, leads.column).toLowerCase());
}

/** Somebody without an organisation is their own. */
function workplaceNotes(event: Event, coming: readonly Attendee[]): MailingFacts['workplaceOf'] {
  const unify = organisationUnifier(event.organisations);
  const titleOf = (attendee: Attendee): string => unify(attendee).organisation.trim();
  const colleagues = groupBy(coming, (one) => nameKey(titleOf(one)));
  const known = new Map<string, WorkplaceNotes>();
  return (attendee) => {
    const title = titleOf(attendee);
    const people = colleagues.get(nameKey(title));
    if (title === '' || people === undefined) return notesOf(title, [attendee]);
    const found = known.get(nameKey(title)) ?? notesOf(title, people);
    known.set(nameKey(title), found);
    return found;
  };
}

function notesOf(title: string, people: readonly Attendee[]): WorkplaceNotes {
  const texts = (field: 'needs' | 'solutions'): readonly string[] => [
    ...new Set(people.map((one) => one[field].trim()).filter((text) => text !== '')),
  ];
  return { title, people, needs: texts('needs'), solutions: texts('solutions') };
}
