import { problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Placement } from '../../model/placement.ts';
import type { Problem } from '../../model/problem.ts';
import { inLanguage, type LocalText } from '../../model/text.ts';
import { findDelegations } from '../delegations.ts';
import { suggestOrganisations } from '../organisations/suggest-organisations.ts';
import { tellNearEquals } from '../organisations/tell-near-equals.ts';
import { findUnknownCells } from './find-unknown-cells.ts';

/** Names listed in one message before the rest is counted. */
const MOST_NAMES = 5;

/** What an event folder holds, as far as findings about it need. */
export interface Checked {
  readonly event: Event;
  readonly attendees: readonly Attendee[];
  /** Undefined before the first `assign`. */
  readonly placements: readonly Placement[] | undefined;
  /** Who is there in no time slot, by id. */
  readonly isAway?: (attendee: string) => boolean;
}

/**
 * What is well-formed and still wants a look before the day: seats that do not suffice, people without type, wishes
 * or address, a plan that is older than the registrations. One problem per kind, naming the first few.
 */
export function findFindings(checked: Checked): readonly Problem[] {
  const coming = checked.attendees.filter((one) => one.status === 'registered');
  return [
    ...findTightSlots(checked.event, coming.length),
    ...findIncomplete(checked.event, coming),
    ...findUnknownCells(checked.event, coming),
    ...findSharedCodes(checked.attendees),
    ...findEmptyDelegations(checked.event, coming),
    ...suggestOrganisations(
      checked.attendees.map((one) => one.organisation),
      checked.event,
    ).map((one) => tellNearEquals(one, checked.event)),
    ...findStalePlan(coming, checked.placements, checked.isAway),
  ];
}

function findTightSlots(event: Event, people: number): Problem[] {
  return event.timeSlots.flatMap((slot) => {
    const sessions = event.sessions.filter((session) => session.timeSlot === slot.id);
    const seats = sessions.reduce((sum, session) => sum + session.capacity, 0);
    if (sessions.length === 0 || seats >= people) return [];
    const title = textOf(event, slot.title);
    return [
      problem('SOS350', `${title} (${slot.start}) has ${seats} seats for ${people} people.`, {
        hint: `${people - seats} will be on the waitlist. Find a larger room or add a session.`,
      }),
    ];
  });
}

function findIncomplete(event: Event, coming: readonly Attendee[]): Problem[] {
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
  people: readonly Attendee[],
  code: 'SOS351' | 'SOS352' | 'SOS353',
  lack: string,
  hint: string,
): Problem[] {
  if (people.length === 0) return [];
  const verb = people.length === 1 ? 'attendee has' : 'attendees have';
  return [problem(code, `${people.length} ${verb} ${lack}: ${listNames(people)}.`, { hint })];
}

function findSharedCodes(attendees: readonly Attendee[]): Problem[] {
  const byCode = new Map<string, Attendee[]>();
  for (const one of attendees) {
    if (one.code !== '') byCode.set(one.code, [...(byCode.get(one.code) ?? []), one]);
  }
  return [...byCode].flatMap(([code, sharing]) =>
    sharing.length < 2
      ? []
      : [
          problem(
            'SOS354',
            `The code ${code} belongs to ${sharing.length} attendees: ${listNames(sharing)}.`,
            {
              hint: 'Empty the code of the newer one in data/attendees.csv; the next import gives a new one.',
            },
          ),
        ],
  );
}

function findEmptyDelegations(event: Event, coming: readonly Attendee[]): Problem[] {
  return findDelegations(event, coming)
    .filter((delegation) => delegation.attendees.length === 0 && coming.length > 0)
    .map((delegation) =>
      problem('SOS355', `Nobody belongs to the delegation ${textOf(event, delegation.title)}.`, {
        hint: `Check the spelling in sosent.yaml: ${[...delegation.organisations, ...delegation.units, ...delegation.domains].join(', ')}.`,
      }),
    );
}

/** One warning where attendees came or left since the plan was made; none where there is no plan. */
export function findStalePlan(
  coming: readonly Attendee[],
  placements: readonly Placement[] | undefined,
  isAway: (attendee: string) => boolean = () => false,
): Problem[] {
  if (placements === undefined) return [];
  const placed = new Set(placements.map((one) => one.attendee));
  const here = new Set(coming.map((one) => one.id));
  const missing = coming.filter((one) => !placed.has(one.id) && !isAway(one.id)).length;
  const gone = [...placed].filter((id) => !here.has(id)).length;
  if (missing === 0 && gone === 0) return [];
  return [
    problem(
      'SOS356',
      `The plan is older than the registrations: not in it yet: ${missing}; in it but not coming: ${gone}.`,
      { hint: 'Run `sosent assign` again.' },
    ),
  ];
}

function listNames(people: readonly Attendee[]): string {
  const names = people.slice(0, MOST_NAMES).map((one) => one.name || one.id);
  const rest = people.length - names.length;
  return rest === 0 ? names.join(', ') : `${names.join(', ')} and ${rest} more`;
}

function textOf(event: Event, text: LocalText): string {
  return inLanguage(text, event.languages[0] ?? 'en');
}
