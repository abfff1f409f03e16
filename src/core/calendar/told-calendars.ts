import { failure } from '../../errors.ts';
import type { MailRecord } from '../../model/mail-record.ts';
import { type CalendarState, parseCalendarState } from './calendar-state.ts';

/** What an attendee's calendar was told last, by whichever mailing; undefined where it never was. */
export type ToldCalendars = (attendee: string) => CalendarState | undefined;

export interface ToldFold {
  readonly add: (record: MailRecord) => void;
  /** Throws SOS641 where the journal holds something else; `journal` is its path as shown. */
  readonly told: (journal: string) => ToldCalendars;
}

/** Finds out from the records of a journal, one after the other, what every calendar was told. */
export function foldTold(): ToldFold {
  const kept = new Map<string, unknown>();
  return {
    add: ({ attendee, state, memo }) => {
      if (state === 'sent' && memo?.calendar !== undefined) kept.set(attendee, memo.calendar);
    },
    told: (journal) => {
      const states = new Map(
        [...kept].map(([attendee, one]) => [attendee, requireState(attendee, one, journal)]),
      );
      return (attendee) => states.get(attendee);
    },
  };
}

/** Where it cannot be read, changes would be told by numbers that calendars take for old ones. */
function requireState(attendee: string, value: unknown, journal: string): CalendarState {
  const state = parseCalendarState(value);
  if (state !== undefined) return state;
  throw failure('SOS641', `What the calendar of the attendee "${attendee}" was told cannot be understood.`, {
    location: { file: journal },
    hint: 'It stands under "memo" in their last line with one. Restore the file from a backup.',
  });
}
