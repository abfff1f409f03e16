import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import { compareText, inLanguage, type Language } from '../../model/text.ts';
import { findDelegations } from '../delegations.ts';
import { groupBy } from '../group-by.ts';
import { nameKey, organisationUnifier } from '../organisations/unify-organisation.ts';
import { requireColumn } from './order-badges.ts';

/** What badges can be grouped by besides a column of the registrations, which goes by its header. */
export const BADGE_GROUPS = ['delegation', 'organisation', 'type'] as const;

/** The badges that go into one envelope. */
export interface BadgeGroup {
  /** '' for those who belong to no other. */
  readonly title: string;
  readonly attendees: readonly Attendee[];
}

/**
 * Badges by `--group-by`: `delegation`, `organisation`, `type` or a column of the registrations. Groups stand by title
 * (types as sosent.yaml lists them), people in the order given; whoever belongs to none comes last. `everybody` is who
 * makes the delegations, so that a selection falls into the same ones. Throws SOS545.
 */
export function groupBadges(
  attendees: readonly Attendee[],
  {
    event,
    everybody,
    by,
    language,
  }: {
    readonly event: Event;
    readonly everybody: readonly Attendee[];
    readonly by: string;
    readonly language: Language;
  },
): readonly BadgeGroup[] {
  const { titleOf, titles = [] } = grouping(by, event, everybody, language);
  const groups = groupBy(attendees, (one) => nameKey(titleOf(one)));
  const rank = new Map(titles.map((title, index) => [nameKey(title), index]));
  const rankOf = (key: string): number => rank.get(key) ?? titles.length;
  const others = attendees.filter((one) => nameKey(titleOf(one)) === '');
  return [
    ...[...groups]
      .sort(([a], [b]) => rankOf(a) - rankOf(b) || compareText(a, b))
      .map(([, members]) => ({ title: members[0] ? titleOf(members[0]) : '', attendees: members })),
    ...(others.length === 0 ? [] : [{ title: '', attendees: others }]),
  ];
}

interface Grouping {
  /** Title of the group of an attendee, '' where there is none. */
  readonly titleOf: (attendee: Attendee) => string;
  /** Titles in an order of their own. */
  readonly titles?: readonly string[];
}

function grouping(by: string, event: Event, everybody: readonly Attendee[], language: Language): Grouping {
  const wanted = by.trim().toLowerCase();
  if (wanted === 'delegation') {
    const titles = new Map(
      findDelegations(event, everybody).flatMap((one) =>
        one.attendees.map((id) => [id, inLanguage(one.title, language)] as const),
      ),
    );
    return { titleOf: ({ id }) => titles.get(id) ?? '' };
  }
  if (wanted === 'organisation') {
    const unify = organisationUnifier(event.organisations);
    return { titleOf: (attendee) => unify(attendee).organisation.trim() };
  }
  if (wanted === 'type') {
    const titles = new Map(event.attendeeTypes.map((one) => [one.id, inLanguage(one.title, language)]));
    return { titleOf: ({ type }) => titles.get(type) ?? '', titles: [...titles.values()] };
  }
  const column = requireColumn(by, everybody, '--group-by', BADGE_GROUPS);
  return { titleOf: ({ extra }) => (extra[column] ?? '').trim() };
}
