import { closest, distance } from 'fastest-levenshtein';
import { problem } from '../../errors.ts';
import type { Problem } from '../../model/problem.ts';
import type { ConfigPath, Locate } from './parse-event.ts';
import type { EventFile } from './schema.ts';
import { toEvent } from './to-event.ts';

/** What the shape alone cannot tell: ids used twice, references to nothing, rooms used twice at a time. */
export function findConfigProblems(file: EventFile, locate: Locate): Problem[] {
  return [
    ...duplicateIds(file, locate),
    ...unknownReferences(file, locate),
    ...sessionProblems(file, locate),
    ...timeProblems(file, locate),
  ];
}

function duplicateIds(file: EventFile, locate: Locate): Problem[] {
  const delegations = file.delegations === 'off' ? [] : file.delegations.named;
  const lists: [ConfigPath, readonly { id?: string | undefined }[]][] = [
    [['themes'], file.themes],
    [['rooms'], file.rooms],
    [['timeSlots'], file.timeSlots],
    [['attendeeTypes'], file.attendeeTypes],
    [['delegations', 'named'], delegations],
    [['emails', 'mailings'], file.emails?.mailings ?? []],
  ];
  return lists.flatMap(([path, list]) => {
    const seen = new Set<string>();
    return list.flatMap((one, index) => {
      if (one.id === undefined || !seen.has(one.id)) {
        if (one.id !== undefined) seen.add(one.id);
        return [];
      }
      const location = locate([...path, index, 'id']);
      return [problem('SOS306', `The id "${one.id}" stands twice in ${path.join('.')}.`, { location })];
    });
  });
}

function unknownReferences(file: EventFile, locate: Locate): Problem[] {
  const ids = (list: readonly { id: string }[]): string[] => list.map((one) => one.id);
  const themes = ids(file.themes);
  const delegations = file.delegations === 'off' ? [] : ids(file.delegations.named);
  const found: Problem[] = [];
  const refer = (path: ConfigPath, what: string, wanted: string, known: readonly string[]): void => {
    if (!known.includes(wanted)) found.push(unknown(what, wanted, known, locate(path)));
  };
  const referAll = (
    path: ConfigPath,
    what: string,
    wanted: 'all' | readonly string[],
    known: string[],
  ): void => {
    if (wanted === 'all') return;
    for (const [index, one] of wanted.entries()) refer([...path, index], what, one, known);
  };
  for (const [index, session] of file.sessions.entries()) {
    refer(['sessions', index, 'theme'], 'theme', session.theme, themes);
    refer(['sessions', index, 'room'], 'room', session.room, ids(file.rooms));
    const slots = session.timeSlot === undefined ? (session.timeSlots ?? 'all') : [session.timeSlot];
    const key = session.timeSlot === undefined ? 'timeSlots' : 'timeSlot';
    referAll(['sessions', index, key], 'time slot', slots, ids(file.timeSlots));
  }
  for (const [index, rule] of (file.rules?.spread ?? []).entries()) {
    referAll(['rules', 'spread', index, 'themes'], 'theme', rule.themes, themes);
    // With minimumSize, delegations also arise from organisations that are known only after the import.
    const derived = file.delegations !== 'off' && file.delegations.minimumSize !== undefined;
    if (!derived)
      referAll(['rules', 'spread', index, 'delegations'], 'delegation', rule.delegations, delegations);
  }
  for (const [index, rule] of (file.rules?.mix ?? []).entries()) {
    referAll(['rules', 'mix', index, 'themes'], 'theme', rule.themes, themes);
    referAll(['rules', 'mix', index, 'types'], 'attendee type', rule.types, ids(file.attendeeTypes));
  }
  return found;
}

function unknown(
  what: string,
  wanted: string,
  known: readonly string[],
  location: Problem['location'],
): Problem {
  const nearest = known.length === 0 ? '' : closest(wanted, [...known]);
  const near = nearest !== '' && distance(wanted, nearest) <= Math.max(2, wanted.length / 3);
  const hint = near ? `Did you mean "${nearest}"?` : `Known: ${known.join(', ') || 'none'}.`;
  return problem('SOS305', `There is no ${what} "${wanted}".`, { location, hint });
}

/** Two sessions with one id, and two sessions in one room at one time. */
function sessionProblems(file: EventFile, locate: Locate): Problem[] {
  const found: Problem[] = [];
  const ids = new Set<string>();
  const rooms = new Map<string, string>();
  for (const [index, line] of file.sessions.entries()) {
    for (const session of toEvent({ ...file, sessions: [line] }).sessions) {
      const location = locate(['sessions', index]);
      if (ids.has(session.id)) {
        const hint = 'Give the second one an `id` of its own.';
        found.push(problem('SOS306', `Two sessions would have the id "${session.id}".`, { location, hint }));
      }
      ids.add(session.id);
      const place = JSON.stringify([session.room, session.timeSlot]);
      const other = rooms.get(place);
      if (other !== undefined) {
        found.push(
          problem('SOS307', `Room "${session.room}" is used twice in time slot "${session.timeSlot}".`, {
            location,
            hint: `"${other}" and "${session.id}" meet there at the same time. Move one of them.`,
          }),
        );
      }
      rooms.set(place, session.id);
    }
  }
  return found;
}

function timeProblems(file: EventFile, locate: Locate): Problem[] {
  return file.timeSlots.flatMap((slot, index) => {
    if (slot.start < slot.end) return [];
    const location = locate(['timeSlots', index, 'end']);
    return [problem('SOS308', `Time slot "${slot.id}" ends before it begins.`, { location })];
  });
}
