import { type ProblemDetails, problem } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event } from '../../model/event.ts';
import type { Pin } from '../../model/placement.ts';
import type { Problem } from '../../model/problem.ts';
import { resolvePins } from './resolve-pins.ts';

/** Two attendees who have been put together. */
interface Join {
  readonly stays: Attendee;
  readonly goes: Attendee;
}

interface MovedPins {
  /** All pins, in their order. */
  readonly pins: readonly Pin[];
  /** What was moved (SOS252), or which pins of the two contradict each other (SOS404, an error). */
  readonly problems: readonly Problem[];
}

/**
 * Pins of people who went into others name those others. A name that still finds the right person stays as it was
 * written. `attendees` is everybody who is left; `file` is the path of the pins for messages.
 */
export function movePins(
  event: Event,
  pins: readonly Pin[],
  people: { readonly attendees: readonly Attendee[]; readonly joins: readonly Join[] },
  file: string,
): MovedPins {
  const moved = pins.map((pin) => ({ pin, join: findJoin(pin, people) }));
  const after = moved.map(({ pin, join }) =>
    join === undefined ? pin : { ...pin, attendee: nameOf(pin, join) },
  );
  const told = moved.flatMap(({ pin, join }) => (join === undefined ? [] : [tellMove(pin, join, file)]));
  const clashes = findNewClashes(event, { before: pins, after }, people, file);
  return { pins: after, problems: clashes.length > 0 ? clashes : told };
}

function findJoin(
  pin: Pin,
  { attendees, joins }: { readonly attendees: readonly Attendee[]; readonly joins: readonly Join[] },
): Join | undefined {
  const named = joins.filter(({ goes }) => isNamed(goes, pin));
  const [join] = named;
  if (join === undefined || named.some(({ stays }) => stays.id !== join.stays.id)) return undefined;
  const cancelled = named.every(({ goes }) => goes.status === 'cancelled');
  const others = attendees.filter((one) => isNamed(one, pin) && (cancelled || one.status === 'registered'));
  return others.length > 0 ? undefined : join;
}

function isNamed(attendee: Attendee, { attendee: text }: Pin): boolean {
  const wanted = text.toLowerCase();
  return (
    wanted !== '' &&
    [attendee.id, attendee.code, attendee.email].some((name) => name.trim().toLowerCase() === wanted)
  );
}

/** In the way in which the pin named the other one; by code where an address would not do. */
function nameOf({ attendee }: Pin, { stays, goes }: Join): string {
  return attendee.toLowerCase() === goes.id.toLowerCase() ? stays.id : stays.code || stays.id;
}

function tellMove(pin: Pin, join: Join, file: string): Problem {
  const { stays, goes } = join;
  return problem(
    'SOS252',
    `The pin to ${pin.session} names ${stays.name} (${nameOf(pin, join)}) in place of ${goes.name} ("${pin.attendee}").`,
    at(pin, file),
  );
}

function at(pin: Pin, file: string): ProblemDetails {
  return { location: { file, line: pin.line, column: 'attendee' } };
}

/** What could be kept for two people, and cannot for one. */
function findNewClashes(
  event: Event,
  { before, after }: { readonly before: readonly Pin[]; readonly after: readonly Pin[] },
  { attendees, joins }: { readonly attendees: readonly Attendee[]; readonly joins: readonly Join[] },
  file: string,
): readonly Problem[] {
  const clashesOf = (everybody: readonly Attendee[], pins: readonly Pin[]): readonly Problem[] =>
    resolvePins(event, everybody, pins, file).problems.filter((one) => one.code === 'SOS404');
  const known = new Set(
    clashesOf([...attendees, ...joins.map(({ goes }) => goes)], before).map((one) => one.message),
  );
  const who = joins.map(({ stays, goes }) => `${stays.name} (${stays.code}) and ${goes.name} (${goes.code})`);
  return clashesOf(attendees, after)
    .filter((one) => !known.has(one.message))
    .map((one) => ({
      ...one,
      message: `${one.message.replace(/\.$/, '')}, once --merge has put ${who.join(', ')} together.`,
      hint: `Nothing was written. ${one.hint ?? ''} Then merge again.`,
    }));
}
