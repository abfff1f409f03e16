import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarState, parseCalendarState } from '../../../src/core/calendar/calendar-state.ts';
import {
  type CalendarPlan,
  type CalendarSettings,
  prepareCalendars,
} from '../../../src/core/calendar/plan-calendar.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { SMALL_EVENT } from '../../helpers/event-folder.ts';
import { eventOf, place } from '../../helpers/mail-event.ts';
import { attendee } from '../assign/small-instances.ts';

const EVENT = eventOf(SMALL_EVENT);
const ANN = attendee({ id: 'ann', name: 'Ann Lie' });
const SEATS = [place('ann', 'music-1'), place('ann', 'maths-2')];
const FIRST: CalendarSettings = {
  organizer: { name: 'Office', address: 'office@example.org' },
  method: 'PUBLISH',
  revision: { number: 0, at: new Date('2026-03-01T12:00:00Z') },
};
const LATER = { ...FIRST, revision: { number: 1, at: new Date('2026-03-05T12:00:00Z') } };

function plan(
  placements: readonly Placement[],
  earlier?: CalendarState,
  { event = EVENT, settings = LATER }: { event?: Event; settings?: CalendarSettings } = {},
): CalendarPlan {
  return prepareCalendars(event, settings).plan(ANN, placements, earlier);
}

const first = plan(SEATS, undefined, { settings: FIRST });
const [MUSIC_UID = '', MATHS_UID = ''] = first.entries.map((one) => one.uid);

/** Title, sequence and day of the revision. */
function told({ entries, cancellations }: CalendarPlan): readonly string[] {
  const line = (sign: string) => (one: CalendarPlan['entries'][number]) =>
    `${sign} ${one.title} ${one.sequence} ${one.stamp.slice(0, 10)}`;
  return [...entries.map(line('+')), ...cancellations.map(line('-'))];
}

describe('the calendar of an attendee', () => {
  test('has an entry per seat, in UTC, and what is needed to tell a change later', () => {
    expect(first).toEqual({
      method: 'PUBLISH',
      organizer: { name: 'Office', address: 'office@example.org' },
      invited: undefined,
      entries: [
        {
          uid: expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/),
          sequence: 0,
          stamp: '2026-03-01T12:00:00.000Z',
          start: '2026-03-12T08:00:00.000Z',
          end: '2026-03-12T08:45:00.000Z',
          title: 'Music',
          location: 'Attic',
          description: "Teachers' day",
        },
        expect.objectContaining({ title: 'Mathematics', start: '2026-03-12T09:00:00.000Z' }),
      ],
      cancellations: [],
      state: {
        [MUSIC_UID]: {
          sequence: 0,
          digest: expect.stringMatching(/^[\da-f]{16}$/),
          stamp: '2026-03-01T12:00:00.000Z',
          start: '2026-03-12T08:00:00.000Z',
          end: '2026-03-12T08:45:00.000Z',
          title: 'Music',
        },
        [MATHS_UID]: expect.objectContaining({ title: 'Mathematics' }),
      },
    });
  });

  test('says where, with venue and address, and what it is about, in the language of the attendee', () => {
    const event = eventOf(
      SMALL_EVENT.replace(
        '  languages: [en]',
        '  languages: [en, nb]\n  venue: { en: The Fort, nb: Festningen }\n  address: Kaia 1\n  url: https://day.example.org',
      )
        .replace('title: Music', 'title: { en: Music, nb: Musikk }, description: Sing along')
        .replace('theme: music, room: attic', 'theme: music, title: { en: Choir, nb: Kor }, room: attic'),
    );
    const { entries } = prepareCalendars(event, FIRST).plan({ ...ANN, language: 'nb' }, SEATS.slice(0, 1));

    expect(entries).toMatchObject([
      {
        title: 'Kor',
        location: 'Attic, Festningen, Kaia 1',
        description: "Teachers' day\nMusikk\nSing along\nhttps://day.example.org",
      },
    ]);
  });

  test('invites where there is an organizer and an address, and is shown where not', () => {
    const invite = { ...FIRST, method: 'REQUEST' } as const;
    const methods = [
      prepareCalendars(EVENT, invite).plan(ANN, SEATS),
      prepareCalendars(EVENT, invite).plan({ ...ANN, email: '' }, SEATS),
      prepareCalendars(EVENT, { ...invite, organizer: undefined }).plan(ANN, SEATS),
    ].map(({ method, invited }) => [method, invited]);

    expect(methods).toEqual([
      ['REQUEST', { name: 'Ann Lie', address: 'ann@example.org' }],
      ['PUBLISH', undefined],
      ['PUBLISH', undefined],
    ]);
  });

  test('leaves out who waits, and a session that is no more', () => {
    expect(plan([place('ann', 'music-1', 'waitlisted'), place('ann', 'chess-2')])).toMatchObject({
      method: 'PUBLISH',
      entries: [],
      cancellations: [],
      state: {},
    });
  });
});

describe('what is told later', () => {
  test.each([
    ['nothing has changed', SMALL_EVENT, ['+ Music 0 2026-03-01', '+ Mathematics 0 2026-03-01']],
    [
      'the room has changed',
      SMALL_EVENT.replace('title: Attic', 'title: Loft'),
      ['+ Music 1 2026-03-05', '+ Mathematics 0 2026-03-01'],
    ],
    [
      'the time has changed',
      SMALL_EVENT.replace('end: "10:45"', 'end: "10:50"'),
      ['+ Music 0 2026-03-01', '+ Mathematics 1 2026-03-05'],
    ],
    [
      'the title has changed',
      SMALL_EVENT.replace('title: Music', 'title: Song'),
      ['+ Song 1 2026-03-05', '+ Mathematics 0 2026-03-01'],
    ],
    [
      'clocks of another zone are meant',
      SMALL_EVENT.replace('  languages', '  timeZone: Europe/Helsinki\n  languages'),
      ['+ Music 1 2026-03-05', '+ Mathematics 1 2026-03-05'],
    ],
  ])('where %s', (_what, yaml, expected) => {
    const after = plan(SEATS, first.state, { event: eventOf(yaml) });

    expect(told(after)).toEqual(expected);
    expect(after.entries.map((one) => one.uid)).toEqual([MUSIC_UID, MATHS_UID]);
  });

  test('another session in the same time slot is a change of the same entry', () => {
    const after = plan([place('ann', 'maths-1'), place('ann', 'maths-2')], first.state);

    expect(told(after)).toEqual(['+ Mathematics 1 2026-03-05', '+ Mathematics 0 2026-03-01']);
    expect(after.entries[0]?.uid).toBe(MUSIC_UID);
  });

  test('a lost seat is cancelled with what it was, and goes on when it comes back', () => {
    const lost = plan([place('ann', 'maths-2')], first.state);
    const back = plan(SEATS, lost.state);

    expect(told(lost)).toEqual(['+ Mathematics 0 2026-03-01', '- Music 1 2026-03-05']);
    expect(lost.cancellations).toEqual([
      {
        uid: MUSIC_UID,
        sequence: 1,
        stamp: '2026-03-05T12:00:00.000Z',
        start: '2026-03-12T08:00:00.000Z',
        end: '2026-03-12T08:45:00.000Z',
        title: 'Music',
        location: '',
        description: '',
      },
    ]);
    expect(told(back)).toEqual(['+ Music 2 2026-03-05', '+ Mathematics 0 2026-03-01']);
  });

  test('where no seat is left, the whole is a cancellation', () => {
    const over = plan([], first.state);

    expect(over.method).toBe('CANCEL');
    expect(told(over)).toEqual(['- Music 1 2026-03-05', '- Mathematics 1 2026-03-05']);
  });

  test('a sequence is never below the number of the plan', () => {
    const settings = { ...LATER, revision: { ...LATER.revision, number: 7 } };
    const after = plan([place('ann', 'maths-1'), place('ann', 'maths-2')], first.state, { settings });

    expect(after.entries.map((one) => one.sequence)).toEqual([7, 0]);
  });

  test('of any history: uids stay, sequences never fall, every change is seen, and told again it is the same', () => {
    const sessions = fc.constantFrom('music', 'maths', undefined);
    const seats = fc
      .tuple(sessions, sessions)
      .map((themes) =>
        themes.flatMap((theme, index) =>
          theme === undefined ? [] : [place('ann', `${theme}-${index + 1}`)],
        ),
      );
    fc.assert(
      fc.property(fc.array(seats, { maxLength: 8 }), (history) => {
        let state: CalendarState = {};
        history.forEach((placements, index) => {
          const settings = {
            ...FIRST,
            revision: { number: index, at: new Date(Date.UTC(2026, 0, 1 + index)) },
          };
          const now = plan(placements, state, { settings });
          const again = plan(placements, now.state, { settings: LATER });

          expect({ ...again, state: sorted(again.state) }).toEqual({ ...now, state: sorted(now.state) });
          expect(now.entries).toHaveLength(placements.length);
          for (const [uid, { sequence, ...kept }] of Object.entries(state)) {
            const after = now.state[uid];
            const isSame = JSON.stringify({ ...after, sequence }) === JSON.stringify({ sequence, ...kept });
            if (after?.digest === kept.digest && after.cancelled === kept.cancelled) {
              expect(after.sequence).toBe(sequence);
            } else {
              expect(isSame).toBe(false);
              expect(after?.sequence).toBeGreaterThan(sequence);
            }
          }
          state = now.state;
        });
      }),
    );
  });
});

test('two people in the same session have entries of their own', () => {
  const bo = prepareCalendars(EVENT, FIRST).plan({ ...ANN, id: 'bo' }, SEATS);
  expect(bo.entries.filter((one) => [MUSIC_UID, MATHS_UID].includes(one.uid))).toEqual([]);
});

test('the programme has every session that is held, in order of time', () => {
  const entries = prepareCalendars(EVENT, LATER).programme('en', new Set(['music-2']));

  expect(entries.map(({ title, start, sequence }) => `${start} ${title} ${sequence}`).sort()).toEqual([
    '2026-03-12T08:00:00.000Z Mathematics 1',
    '2026-03-12T08:00:00.000Z Music 1',
    '2026-03-12T09:00:00.000Z Mathematics 1',
  ]);
  expect(entries.at(-1)?.title).toBe('Mathematics');
  expect(new Set(entries.map((one) => one.uid)).size).toBe(3);
});

test('a state is read back from JSON, and what is none is not', () => {
  const { state } = plan([place('ann', 'maths-2')], first.state);
  const broken = [null, [], 'state', { a: 1 }, { a: { ...state[MUSIC_UID], sequence: -1 } }];

  expect(parseCalendarState(JSON.parse(JSON.stringify(state)))).toEqual(state);
  expect(parseCalendarState({})).toEqual({});
  expect(broken.map(parseCalendarState)).toEqual(broken.map(() => undefined));
});

function sorted(state: CalendarState): CalendarState {
  return Object.fromEntries(Object.entries(state).sort(([a], [b]) => (a < b ? -1 : 1)));
}
