import { failure } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import { compareText } from '../../model/text.ts';
import { nameKey, organisationUnifier } from '../organisations/unify-organisation.ts';

/** What badges can be ordered by besides a column of the registrations, which goes by its header. */
export const BADGE_ORDERS = ['name', 'organisation', 'type'] as const;

/** What somebody is ordered by, before the name; whoever has '' comes last. */
type KeyOf = (attendee: Attendee) => string;

/**
 * Badges in the order of `--sort`: `name`, `organisation` (as `organisations:` unifies them, then unit), `type` (as
 * sosent.yaml lists the attendee types) or a column of the registrations such as `Table`, numbers in it by their value.
 * Then by name, then id, all by code points: the same order on every machine and for every order of rows. Throws
 * SOS545.
 */
export function orderBadges(
  attendees: readonly Attendee[],
  event: Event,
  order: string,
): readonly Attendee[] {
  const keyOf = keyFor(order, event, attendees);
  const keys = new Map(attendees.map((one) => [one.id, keyOf(one)]));
  const key = (one: Attendee): string => keys.get(one.id) ?? '';
  return [...attendees].sort(
    (a, b) =>
      Number(key(a) === '') - Number(key(b) === '') ||
      compareText(key(a), key(b)) ||
      compareText(a.name, b.name) ||
      compareText(a.id, b.id),
  );
}

function keyFor(order: string, event: Event, attendees: readonly Attendee[]): KeyOf {
  const wanted = order.trim().toLowerCase();
  if (wanted === 'name') return () => '';
  if (wanted === 'organisation') {
    const unify = organisationUnifier(event.organisations);
    return (attendee) => {
      const { organisation, unit } = unify(attendee);
      return organisation.trim() === '' ? '' : `${nameKey(organisation)}\u0000${nameKey(unit)}`;
    };
  }
  if (wanted === 'type') {
    const places = new Map(event.attendeeTypes.map(({ id }, index) => [id, numberKey(String(index))]));
    return ({ type }) => places.get(type) ?? '';
  }
  const column = requireColumn(order, attendees, '--sort', BADGE_ORDERS);
  return ({ extra }) => naturalKey((extra[column] ?? '').trim());
}

/** The header of a column of the registrations, however it was spelt; `others` is what could stand there instead. */
export function requireColumn(
  wanted: string,
  attendees: readonly Attendee[],
  option: string,
  others: readonly string[],
): string {
  const headers = [...new Set(attendees.flatMap((one) => Object.keys(one.extra)))].sort(compareText);
  const found = headers.find((one) => nameKey(one) === nameKey(wanted));
  if (found !== undefined) return found;
  const columns = headers.length === 0 ? '' : `, or a column of the registrations: ${headers.join(', ')}`;
  throw failure('SOS545', `${option} does not know "${wanted}".`, {
    hint: `It takes ${others.join(', ')}${columns}.`,
  });
}

/** `Table 9` before `Table 10`: every number in a text is ordered by its value. */
function naturalKey(text: string): string {
  return nameKey(text).replace(/\d+/g, numberKey);
}

/** A whole number so that the order of code points is that of values: how many digits it has, then the digits. */
function numberKey(digits: string): string {
  const plain = digits.replace(/^0+(?=\d)/, '');
  return `${String(plain.length).padStart(6, '0')}.${plain}`;
}
