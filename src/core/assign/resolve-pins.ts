import { distance } from 'fastest-levenshtein';
import { finding } from '../../errors.ts';
import type { Attendee } from '../../model/attendee.ts';
import type { Event, Session } from '../../model/event.ts';
import type { Finding, UnknownSubject } from '../../model/finding.ts';
import type { Pin } from '../../model/placement.ts';
import { buildInstance, type ResolvedPin } from './instance.ts';
import { at, findContradictions } from './pin-contradictions.ts';
import { findClashesWithRules } from './pins-and-rules.ts';

/**
 * Finds the people and sessions that the pins name, and every way in which the pins contradict each other. `file` is
 * the path of the pins for messages. Pins of people who have cancelled are left out with a warning; any error among
 * the problems means that no plan can keep all pins.
 */
export function resolvePins(
  event: Event,
  attendees: readonly Attendee[],
  pins: readonly Pin[],
  file: string,
): { readonly value: readonly ResolvedPin[]; readonly problems: readonly Finding[] } {
  const problems: Finding[] = [];
  const resolved: ResolvedPin[] = [];
  for (const pin of pins) {
    const attendee = findAttendee(attendees, pin, file, problems);
    const sessions = findSubject(event, pin, file, problems);
    if (attendee === undefined || sessions === undefined) continue;
    if (attendee.status === 'registered') resolved.push({ attendee, sessions, pin });
    else {
      problems.push(
        finding('SOS405', `${attendee.name} has cancelled; the pin is left out.`, {
          facts: { name: attendee.name },
          ...at(pin, file, 'attendee'),
          hint: 'Delete the row, so that the next reader is not misled.',
        }),
      );
    }
  }
  problems.push(...findContradictions(event, resolved, file));
  const isSound = problems.every((one) => one.severity !== 'error');
  if (isSound && resolved.some((one) => one.pin.kind === 'pin')) {
    problems.push(...findClashesWithRules(buildInstance(event, attendees, resolved), file));
  }
  return { value: resolved, problems };
}

/** The sessions that a pin speaks of, none where it speaks of something else; undefined where that is not there. */
function findSubject(
  event: Event,
  pin: Pin,
  file: string,
  problems: Finding[],
): readonly Session[] | undefined {
  if (pin.kind === 'pin' || pin.kind === 'exclude') {
    const sessions = findSessions(event, pin, file, problems);
    return sessions.length === 0 ? undefined : sessions;
  }
  if (pin.kind === 'absent') return findTimeSlot(event, pin, file, problems);
  if (pin.kind === 'step-free') return findNothing(pin, file, problems);
  if (pin.session !== '') return [];
  const hint = `Write a name of your own into "session": everybody with the same name is kept ${pin.kind}.`;
  problems.push(
    unknownSubject(pin, file, {
      message: `A row of the kind "${pin.kind}" names no group.`,
      hint,
      fault: { fault: 'no-group' },
    }),
  );
  return undefined;
}

function findAttendee(
  attendees: readonly Attendee[],
  pin: Pin,
  file: string,
  problems: Finding[],
): Attendee | undefined {
  const wanted = pin.attendee.toLowerCase();
  const found = attendees.filter(
    (one) =>
      wanted !== '' && [one.id, one.code, one.email].some((name) => name.trim().toLowerCase() === wanted),
  );
  const coming = found.filter((one) => one.status === 'registered');
  const candidates = coming.length > 0 ? coming : found;
  if (candidates.length === 1) return candidates[0];
  const message =
    candidates.length === 0
      ? `Nobody has the id, code or e-mail address "${pin.attendee}".`
      : `"${pin.attendee}" is the address of ${candidates.length} people: ${candidates.map((one) => one.name).join(', ')}.`;
  const names = attendees.flatMap((one) => [one.id, one.code, one.email]).filter((name) => name !== '');
  const nearest = candidates.length === 0 ? nearestTo(pin.attendee, names) : undefined;
  const facts = {
    written: pin.attendee,
    candidates: candidates.map(({ name, code, id }) => ({ name, code: code || id })),
    nearest,
  };
  const hint =
    candidates.length === 0
      ? didYouMean(nearest, 'The ids and codes stand in data/attendees.csv.')
      : `Write the code: ${facts.candidates.map((one) => one.code).join(' or ')}.`;
  problems.push(finding('SOS402', message, { ...at(pin, file, 'attendee'), hint, facts }));
  return undefined;
}

function findTimeSlot(event: Event, pin: Pin, file: string, problems: Finding[]): readonly [] | undefined {
  const ids = event.timeSlots.map((one) => one.id);
  if (ids.includes(pin.session)) return [];
  const nearest = nearestTo(pin.session, ids);
  problems.push(
    unknownSubject(pin, file, {
      message: `There is no time slot "${pin.session}" to be absent in.`,
      hint: didYouMean(nearest, `The time slots are ${ids.join(', ')}.`),
      fault: { fault: 'no-time-slot', nearest, known: ids },
    }),
  );
  return undefined;
}

function findNothing(pin: Pin, file: string, problems: Finding[]): readonly [] | undefined {
  if (pin.session === '') return [];
  problems.push(
    unknownSubject(pin, file, {
      message: `A row of the kind "${pin.kind}" names a session, "${pin.session}".`,
      hint: 'Leave "session" empty: it is about every session.',
      fault: { fault: 'names-session' },
    }),
  );
  return undefined;
}

function findSessions(event: Event, pin: Pin, file: string, problems: Finding[]): readonly Session[] {
  const single = event.sessions.filter((one) => one.id === pin.session);
  if (single.length > 0) return single;
  const ofTheme = event.sessions.filter((one) => one.theme === pin.session);
  if (pin.kind === 'exclude' && ofTheme.length > 0) return ofTheme;
  const message = `There is no session "${pin.session}".`;
  if (ofTheme.length > 0) {
    const known = ofTheme.map((one) => one.id);
    const hint = `"${pin.session}" is a theme; a pin names one session: ${known.join(', ')}.`;
    problems.push(unknownSubject(pin, file, { message, hint, fault: { fault: 'theme', known } }));
    return [];
  }
  const ids = event.sessions.map((one) => one.id);
  const nearest = nearestTo(pin.session, ids);
  const known = ids.slice(0, MOST_SESSIONS);
  const hint = didYouMean(nearest, `The sessions are ${known.join(', ')}.`);
  problems.push(unknownSubject(pin, file, { message, hint, fault: { fault: 'no-session', nearest, known } }));
  return [];
}

/** Sessions named in one message. */
const MOST_SESSIONS = 12;

type Fault<One = UnknownSubject> = One extends UnknownSubject ? Omit<One, 'kind' | 'written'> : never;

function unknownSubject(
  pin: Pin,
  file: string,
  { message, hint, fault }: { readonly message: string; readonly hint: string; readonly fault: Fault },
): Finding {
  return finding('SOS403', message, {
    ...at(pin, file, 'session'),
    hint,
    facts: { kind: pin.kind, written: pin.session, ...fault },
  });
}

function didYouMean(nearest: string | undefined, otherwise: string): string {
  return nearest === undefined ? otherwise : `Did you mean "${nearest}"?`;
}

function nearestTo(written: string, known: readonly string[]): string | undefined {
  const [closest] = known
    .map((name) => ({ name, away: distance(name.toLowerCase(), written.toLowerCase()) }))
    .filter(({ name, away }) => away <= (name.length > 5 ? 2 : 1))
    .sort((a, b) => a.away - b.away || (a.name < b.name ? -1 : 1));
  return closest?.name;
}
