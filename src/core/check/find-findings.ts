import { finding } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Finding } from '../../model/finding.ts';
import type { Placement } from '../../model/placement.ts';
import { inLanguage, type Language, type LocalText } from '../../model/text.ts';
import { findDelegations } from '../delegations.ts';
import { suggestOrganisations } from '../organisations/suggest-organisations.ts';
import { tellNearEquals } from '../organisations/tell-near-equals.ts';
import { findUnknownCells } from './find-unknown-cells.ts';
import { listNames, nameList } from './name-list.ts';

/** What an event folder holds, as far as findings about it need. */
export interface Checked {
  readonly event: Event;
  readonly attendees: readonly Attendee[];
  /** Undefined before the first `assign`. */
  readonly placements: readonly Placement[] | undefined;
  /** Who is there in no time slot, by id. */
  readonly isAway?: (attendee: string) => boolean;
  /** Of titles; the first one of the event where it is left out. */
  readonly language?: Language;
}

/**
 * What is well-formed and still wants a look before the day: seats that do not suffice, people without type, wishes
 * or address, a plan that is older than the registrations. One problem per kind, naming the first few.
 */
export function findFindings(checked: Checked): readonly Finding[] {
  const coming = checked.attendees.filter((one) => one.status === 'registered');
  const language = checked.language ?? checked.event.languages[0] ?? 'en';
  const title = (text: LocalText): string => inLanguage(text, language);
  return [
    ...findTightSlots(checked.event, coming.length, title),
    ...findIncomplete(checked.event, coming),
    ...findUnknownCells(checked.event, coming),
    ...findSharedCodes(checked.attendees),
    ...findEmptyDelegations(checked.event, coming, title),
    ...suggestOrganisations(
      checked.attendees.map((one) => one.organisation),
      checked.event,
    ).map((one) => tellNearEquals(one, checked.event)),
    ...findStalePlan(coming, checked.placements, checked.isAway),
  ];
}

type Title = (text: LocalText) => string;

function findTightSlots(event: Event, people: number, titleOf: Title): Finding[] {
  return event.timeSlots.flatMap((slot) => {
    const sessions = event.sessions.filter((session) => session.timeSlot === slot.id);
    const seats = sessions.reduce((sum, session) => sum + session.capacity, 0);
    if (sessions.length === 0 || seats >= people) return [];
    const title = titleOf(slot.title);
    return [
      finding('SOS350', `${title} (${slot.start}) has ${seats} seats for ${people} people.`, {
        facts: { timeSlot: slot.id, seats, people },
        hint: `${people - seats} will be on the waitlist. Find a larger room or add a session.`,
      }),
    ];
  });
}

function findIncomplete(event: Event, coming: readonly Attendee[]): Finding[] {
  const withoutWishes = coming.filter((one) => one.wishes.length === 0);
  const withoutType = event.attendeeTypes.length === 0 ? [] : coming.filter((one) => one.type === '');
  const withoutAddress = coming.filter((one) => one.email === '');
  return [
    ...about(withoutWishes, 'SOS351', 'no wishes', 'They are seated where there is room.'),
    ...about(
      withoutType,
      'SOS352',
      'no attendee type',
      'Their badges have no colour, and the mix does not count them.',
    ),
    ...about(withoutAddress, 'SOS353', 'no e-mail address', 'They get no mail; tell them in another way.'),
  ];
}

function about(
  lacking: readonly Attendee[],
  code: 'SOS351' | 'SOS352' | 'SOS353',
  lack: string,
  hint: string,
): Finding[] {
  if (lacking.length === 0) return [];
  const people = nameList(lacking);
  const verb = people.count === 1 ? 'attendee has' : 'attendees have';
  return [
    finding(code, `${people.count} ${verb} ${lack}: ${listNames(people)}.`, { hint, facts: { people } }),
  ];
}

function findSharedCodes(attendees: readonly Attendee[]): Finding[] {
  const byCode = new Map<string, Attendee[]>();
  for (const one of attendees) {
    if (one.code !== '') byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  }
  return [...byCode].flatMap(([code, sharing]) => {
    if (sharing.length < 2) return [];
    const people = nameList(sharing);
    return [
      finding('SOS354', `The code ${code} belongs to ${people.count} attendees: ${listNames(people)}.`, {
        hint: 'Empty the code of the newer one in data/attendees.csv; the next import gives a new one.',
        facts: { code, people },
      }),
    ];
  });
}

function findEmptyDelegations(event: Event, coming: readonly Attendee[], titleOf: Title): Finding[] {
  return findDelegations(event, coming)
    .filter((delegation) => delegation.attendees.length === 0 && coming.length > 0)
    .map(({ title, organisations, units, domains }) => {
      const members = [...organisations, ...units, ...domains];
      return finding('SOS355', `Nobody belongs to the delegation ${titleOf(title)}.`, {
        hint: `Check the spelling in sosent.yaml: ${members.join(', ')}.`,
        facts: { title, members },
      });
    });
}

/** One warning where attendees came or left since the plan was made; none where there is no plan. */
export function findStalePlan(
  coming: readonly Attendee[],
  placements: readonly Placement[] | undefined,
  isAway: (attendee: string) => boolean = () => false,
): Finding[] {
  if (placements === undefined) return [];
  const placed = new Set(placements.map((one) => one.attendee));
  const here = new Set(coming.map((one) => one.id));
  const missing = coming.filter((one) => !placed.has(one.id) && !isAway(one.id)).length;
  const gone = [...placed].filter((id) => !here.has(id)).length;
  if (missing === 0 && gone === 0) return [];
  return [
    finding(
      'SOS356',
      `The plan is older than the registrations: not in it yet: ${missing}; in it but not coming: ${gone}.`,
      { hint: 'Run `sosent assign` again.', facts: { missing, gone } },
    ),
  ];
}
