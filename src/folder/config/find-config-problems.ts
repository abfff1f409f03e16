import { finding, problem } from '../../errors.ts';
import type { Finding } from '../../model/finding.ts';
import type { Problem } from '../../model/problem.ts';
import { RECORD_FIELDS } from '../../model/registration.ts';
import { findMailingConfigProblems } from './mailing-problems.ts';
import type { ConfigPath, Locate } from './parse-event.ts';
import { findRuleProblems } from './rule-problems.ts';
import type { EventFile } from './schema.ts';
import { findSheetProblems } from './sheet-problems.ts';
import { toEvent } from './to-event.ts';
import { unknownReference } from './unknown-reference.ts';

/** What the shape alone cannot tell: ids used twice, references to nothing, rooms used twice at a time. */
export function findConfigProblems(file: EventFile, locate: Locate): Problem[] {
  const twice = duplicateIds(file, locate);
  return [
    ...twice,
    ...unknownReferences(file, locate),
    // an id that stands twice would be a session that stands twice, and so on
    ...(twice.length > 0 ? [] : sessionProblems(file, locate)),
    ...slotProblems(file, locate),
    ...timeProblems(file, locate),
    ...cancelProblems(file, locate),
    ...findRuleProblems(file, locate),
    ...organisationProblems(file, locate),
    ...sourceProblems(file, locate),
    ...delegationProblems(file, locate),
    ...findSheetProblems(file, locate),
    ...findMailingConfigProblems(file, locate),
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
    [['rules', 'spread'], file.rules?.spread ?? []],
    [['rules', 'mix'], file.rules?.mix ?? []],
    [['rules', 'eligibility'], file.rules?.eligibility ?? []],
    [['rules', 'together'], file.rules?.together ?? []],
    [['rules', 'apart'], file.rules?.apart ?? []],
    [['rules', 'notAlone'], file.rules?.notAlone ?? []],
    [['rules', 'topWishes'], file.rules?.topWishes ?? []],
    [['badges', 'sizes'], file.badges?.sizes ?? []],
    [['badges', 'sheets'], file.badges?.sheets ?? []],
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
  const found: Problem[] = [];
  const refer = (path: ConfigPath, what: string, wanted: string, known: readonly string[]): void => {
    if (!known.includes(wanted)) found.push(unknownReference(what, wanted, known, locate(path)));
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
  return found;
}

/** Sessions that say twice, and differently, in which time slots they meet. */
function slotProblems(file: EventFile, locate: Locate): Problem[] {
  return file.sessions.flatMap((session, index) => {
    if (session.timeSlot === undefined || session.timeSlots === undefined) return [];
    return [
      problem('SOS310', 'A session has either "timeSlot" or "timeSlots", not both.', {
        location: locate(['sessions', index, 'timeSlots'], 'key'),
        hint: 'Use "timeSlots: all" or a list of ids; "timeSlot" is for a single one.',
      }),
    ];
  });
}

/** What may be cancelled says below how many people. */
function cancelProblems(file: EventFile, locate: Locate): Problem[] {
  return file.sessions.flatMap((session, index) => {
    if (!session.mayCancel || session.minimum > 0) return [];
    const location = locate(['sessions', index, 'mayCancel']);
    const hint = 'Add "minimum": a session is cancelled rather than held for fewer people.';
    return [problem('SOS303', 'A session that may be cancelled needs a "minimum".', { location, hint })];
  });
}

/** A spelling stands for one organisation. */
function organisationProblems(file: EventFile, locate: Locate): Problem[] {
  const owners = new Map<string, string>();
  return file.organisations.flatMap(({ name, aliases }, index) => {
    const spellings: [ConfigPath, string][] = [
      [['name'], name],
      ...aliases.map((alias, place): [ConfigPath, string] => [['aliases', place], alias]),
    ];
    return spellings.flatMap(([path, spelling]) => {
      const key = spelling.replace(/\s+/gu, ' ').toLowerCase();
      const owner = owners.get(key);
      owners.set(key, owner ?? name);
      if (owner === undefined || (owner === name && path[0] === 'aliases')) return [];
      const location = locate(['organisations', index, ...path]);
      return [
        problem('SOS312', `"${spelling}" already stands for the organisation "${owner}".`, { location }),
      ];
    });
  });
}

const DELEGATION_KEYS = ['organisations', 'units', 'domains'] as const;

/** A delegation is made of something, and nothing of it belongs to another; compared as `findDelegations` does. */
function delegationProblems(file: EventFile, locate: Locate): Problem[] {
  if (file.delegations === 'off') return [];
  const owners = new Map<string, string>();
  return file.delegations.named.flatMap((delegation, index) => {
    const path: ConfigPath = ['delegations', 'named', index];
    if (DELEGATION_KEYS.every((key) => delegation[key].length === 0)) {
      const hint = 'Say who belongs to it: organisations, units, or domains of e-mail addresses.';
      return [
        problem('SOS303', `The delegation "${delegation.id}" is empty.`, { location: locate(path), hint }),
      ];
    }
    return DELEGATION_KEYS.flatMap((key) =>
      delegation[key].flatMap((member, place) => {
        const id = `${key} ${member.trim().toLowerCase()}`;
        const owner = owners.get(id);
        owners.set(id, owner ?? delegation.id);
        if (owner === undefined) return [];
        const where =
          owner === delegation.id ? `twice in delegation "${owner}"` : `in delegation "${owner}" too`;
        const location = locate([...path, key, place]);
        return [problem('SOS309', `The ${WORDS[key]} "${member}" stands ${where}.`, { location })];
      }),
    );
  });
}

const WORDS = { organisations: 'organisation', units: 'unit', domains: 'domain' } as const;

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
      if (session.minimum > session.capacity) {
        const message = `Session "${session.id}" wants at least ${session.minimum} people and has ${session.capacity} seats.`;
        found.push(problem('SOS310', message, { location: locate(['sessions', index, 'minimum']) }));
      }
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

/** A time slot that ends before it begins. */
function timeProblems(file: EventFile, locate: Locate): Problem[] {
  return file.timeSlots.flatMap((slot, index) => {
    if (slot.start < slot.end) return [];
    const location = locate(['timeSlots', index, 'end']);
    return [problem('SOS308', `Time slot "${slot.id}" ends before it begins.`, { location })];
  });
}

/** Two time slots that overlap, where one person would have to be in two rooms: what may be meant, and no error. */
export function findOverlaps(file: EventFile, locate: Locate): Finding[] {
  const dayOf = (slot: EventFile['timeSlots'][number]): string => slot.date ?? file.event.date;
  return file.timeSlots.flatMap((slot, index) => {
    if (slot.start >= slot.end) return [];
    const other = file.timeSlots
      .slice(0, index)
      .find((one) => dayOf(one) === dayOf(slot) && one.start < slot.end && slot.start < one.end);
    if (other === undefined) return [];
    const message = `Time slots "${other.id}" and "${slot.id}" overlap.`;
    const hint = 'Everybody is seated in both. Sessions at the same time belong in one time slot.';
    const location = locate(['timeSlots', index, 'start']);
    return [finding('SOS311', message, { location, hint, facts: { timeSlots: [other.id, slot.id] } })];
  });
}

/** `sources.fields` may name what registrations decide, and extra columns. */
function sourceProblems(file: EventFile, locate: Locate): Problem[] {
  return Object.keys(file.sources.fields).flatMap((field) => {
    const known: readonly string[] = RECORD_FIELDS;
    if (known.includes(field) || /^extra\../.test(field)) return [];
    return [unknownReference('field of an attendee', field, known, locate(['sources', 'fields', field]))];
  });
}
