import { problem } from '../errors.ts';
import type { Attendee } from '../model/attendee.ts';
import type { Event } from '../model/event.ts';
import type { Problem } from '../model/problem.ts';
import type { ResolvedPin } from './assign/instance.ts';
import { cellOf, hasColumn } from './attendee-cell.ts';

/** Somebody with a part in the programme. */
export interface Speaker {
  readonly attendee: Attendee;
  /** Their part in the organiser's or their own words. */
  readonly part: string;
  /** Where that is said. */
  readonly source: 'role' | 'column' | 'pin';
  /** Ids of the sessions of a pin; undefined for all in which they sit. */
  readonly sessions: readonly string[] | undefined;
}

/** Words for a part in a programme, in English, Norwegian, Danish and Swedish; of a plural, the singular. */
const PARTS =
  /(?<![\p{L}\p{N}])(?:speaker|keynote|presenter|panell?ist|moderator|chair(?:person)?|facilitator|foredragsholder|innleder|taler|ordstyrer|møteleder|paneldeltaker|debattant|konferansier|oplægsholder|föredragshållare|talare)s?(?![\p{L}\p{N}])/iu;
const NO = /^(?:no|nei|nej|n|0|false|-)?$/i;

/**
 * Who speaks: by the column that sosent.yaml names (`exports.speakers`), by a role that says so, by the reason of a pin,
 * in this order for each person and in the order of `attendees`.
 */
export function findSpeakers(
  event: Event,
  attendees: readonly Attendee[],
  pins: readonly ResolvedPin[],
): readonly Speaker[] {
  const column = event.exports?.speakers;
  const ofPins = pins.filter(({ pin }) => pin.kind === 'pin' && PARTS.test(pin.reason));
  return attendees.flatMap((attendee): readonly Speaker[] => {
    const cell = column === undefined ? '' : cellOf(attendee, column);
    if (!NO.test(cell)) return [{ attendee, part: cell, source: 'column', sessions: undefined }];
    if (PARTS.test(attendee.role)) {
      return [{ attendee, part: attendee.role, source: 'role', sessions: undefined }];
    }
    return ofPins
      .filter((one) => one.attendee.id === attendee.id)
      .map(({ pin, sessions }) => ({
        attendee,
        part: pin.reason,
        source: 'pin',
        sessions: sessions.map((one) => one.id),
      }));
  });
}

/** SOS554: a misspelt column would be a list of speakers that is silently empty. */
export function findSpeakerProblems(event: Event, attendees: readonly Attendee[]): readonly Problem[] {
  const column = event.exports?.speakers;
  if (column === undefined || attendees.length === 0) return [];
  if (attendees.some((one) => hasColumn(one, column))) return [];
  return [
    problem('SOS554', `exports.speakers reads the column "${column}", which nobody has.`, {
      hint: 'Write it in sosent.yaml as the registrations have it; data/attendees.csv shows all columns.',
    }),
  ];
}
