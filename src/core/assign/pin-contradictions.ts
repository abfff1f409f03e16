import { finding, type ProblemDetails } from '../../errors.ts';
import type { Event, Session } from '../../model/event.ts';
import type { Finding } from '../../model/finding.ts';
import type { Pin } from '../../model/placement.ts';
import { nameSession, type ResolvedPin } from './instance.ts';

/** Pins that no plan can keep together: SOS404 for every pair, and for every session with more pins than seats. */
export function findContradictions(event: Event, resolved: readonly ResolvedPin[], file: string): Finding[] {
  const pinned = resolved.filter((one) => one.pin.kind === 'pin');
  const clashes = resolved.flatMap((later, index) =>
    resolved
      .slice(0, index)
      .filter((earlier) => earlier.attendee.id === later.attendee.id)
      .flatMap((earlier) => describeClash(event, earlier, later, file)),
  );
  return [...clashes, ...event.sessions.flatMap((session) => findOverfull(event, session, pinned, file))];
}

/** Where a pin stands. */
export function at(pin: Pin, file: string, column: string): ProblemDetails {
  return { location: { file, line: pin.line, column } };
}

function describeClash(event: Event, earlier: ResolvedPin, later: ResolvedPin, file: string): Finding[] {
  const found = findClash(event, earlier, later);
  if (found === undefined) return [];
  const { clash, sessions, why } = found;
  return [
    finding('SOS404', `${later.attendee.name} ${why} (lines ${earlier.pin.line} and ${later.pin.line}).`, {
      ...at(later.pin, file, 'session'),
      hint: `Delete or change line ${earlier.pin.line} or line ${later.pin.line}.`,
      facts: {
        clash,
        name: later.attendee.name,
        sessions: sessions.map((one) => one.id),
        lines: [earlier.pin.line, later.pin.line],
      },
    }),
  ];
}

/** How two decisions about one attendee contradict each other, if they do. */
function findClash(
  event: Event,
  a: ResolvedPin,
  b: ResolvedPin,
):
  | {
      readonly clash: 'excluded' | 'same-time' | 'same-theme';
      readonly sessions: readonly Session[];
      readonly why: string;
    }
  | undefined {
  const name = (session: Session): string => nameOf(event, session);
  const [one, other] = a.pin.kind === 'pin' ? [a, b] : [b, a];
  const session = one.sessions[0];
  const second = other.sessions[0];
  if (one.pin.kind !== 'pin' || session === undefined || second === undefined) return undefined;
  if (other.pin.kind === 'exclude') {
    if (!other.sessions.includes(session)) return undefined;
    const why = `is pinned to ${name(session)} and excluded from it`;
    return { clash: 'excluded', sessions: [session], why };
  }
  if (session === second) return undefined;
  const sessions = [session, second];
  if (session.timeSlot === second.timeSlot) {
    const why = `is pinned to ${name(session)} and to ${name(second)}, at the same time`;
    return { clash: 'same-time', sessions, why };
  }
  if (session.theme !== second.theme) return undefined;
  const why = `is pinned to one theme twice: ${name(session)} and ${name(second)}`;
  return { clash: 'same-theme', sessions, why };
}

function findOverfull(
  event: Event,
  session: Session,
  pinned: readonly ResolvedPin[],
  file: string,
): Finding[] {
  const here = pinned.filter((one) => one.sessions[0] === session);
  const pins = [...new Map(here.map((one) => [one.attendee.id, one.pin])).values()];
  const over = pins[session.capacity];
  if (over === undefined) return [];
  const lines = pins.map((one) => one.line);
  return [
    finding(
      'SOS404',
      `${pins.length} people are pinned to ${nameOf(event, session)}, which holds ${session.capacity}.`,
      {
        ...at(over, file, 'session'),
        hint: `Take out ${pins.length - session.capacity} of the pins in lines ${lines.join(', ')}, or give the session a larger room.`,
        facts: {
          clash: 'overfull',
          lines,
          session: session.id,
          people: pins.length,
          capacity: session.capacity,
        },
      },
    ),
  ];
}

function nameOf(event: Event, session: Session): string {
  return nameSession({ event, language: event.languages[0] ?? 'en' }, session);
}
