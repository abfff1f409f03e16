import { describe, expect, test } from 'vitest';
import { buildInstance } from '../../../src/core/assign/instance.ts';
import { resolvePins } from '../../../src/core/assign/resolve-pins.ts';
import { applyChanges, keepPins } from '../../../src/core/what-if/apply-changes.ts';
import { figuresOf } from '../../../src/core/what-if/figures.ts';
import { parseWhatIf } from '../../../src/core/what-if/parse-what-if.ts';
import { SosentError } from '../../../src/errors.ts';
import type { Event } from '../../../src/model/event.ts';
import type { PinKind, Placement } from '../../../src/model/placement.ts';
import { attendee, event, instance } from '../assign/small-instances.ts';

/** Sessions of work in a hall of 20 and of elderly in an attic of 10, where one of them has fewer seats. */
function programme(): Event {
  const made = event({ 'work/1': 20, 'work/2': 15, 'old/1': 10, 'old/2': { capacity: 10, minimum: 6 } });
  return {
    ...made,
    rooms: [
      { id: 'hall', title: { nb: 'Sal A, andre etasje', en: 'Main hall' }, capacity: 20, accessible: true },
      { id: 'attic', title: { nb: 'Loftet' }, capacity: 10, accessible: false },
    ],
    sessions: made.sessions.map((one) => ({
      ...one,
      room: one.theme === 'work' ? 'hall' : 'attic',
      title: one.theme === 'work' ? { nb: 'Arbeid', en: 'Work' } : { und: 'Eldre' },
    })),
  };
}

const asked = (text: string): unknown =>
  parseWhatIf(programme(), text).map((one) =>
    one.kind === 'resize-room' ? [one.kind, one.room.id, one.capacity] : [one.kind, one.session.id],
  );
const refusal = (text: string): unknown => {
  try {
    return asked(text);
  } catch (error) {
    if (!(error instanceof SosentError)) throw error;
    return error.problems.map((one) => [one.code, one.message, one.hint]);
  }
};
const seats = (text: string): unknown => {
  const of = programme();
  const { sessions } = applyChanges(of, parseWhatIf(of, text));
  return Object.fromEntries(sessions.map((one) => [one.id, one.capacity]));
};

describe('a what-if', () => {
  test.each([
    ['session work-2 cancelled', [['cancel-session', 'work-2']]],
    ['  SESSION  Work 10:00   Cancelled ', [['cancel-session', 'work-2']]],
    ['session arbeid 10:00 canceled', [['cancel-session', 'work-2']]],
    ['session old-1 capacity 4', [['resize-session', 'old-1']]],
    ['room loftet capacity 0', [['resize-room', 'attic', 0]]],
    ['room Sal A, andre etasje capacity 60', [['resize-room', 'hall', 60]]],
    [
      'session work-2 cancelled, room Main hall capacity 60',
      [
        ['cancel-session', 'work-2'],
        ['resize-room', 'hall', 60],
      ],
    ],
  ])('%s', (text, meant) => {
    expect(asked(text)).toEqual(meant);
  });

  const HOW =
    'Write "session <name> cancelled", "session <name> capacity <number>" or "room <name> capacity <number>".';
  test.each([
    ['more cake', [['SOS426', 'The what-if "more cake" is not understood.', HOW]]],
    ['room hall cancelled', [['SOS426', 'The what-if "room hall cancelled" is not understood.', HOW]]],
    ['room hall capacity -3', [['SOS426', 'The what-if "room hall capacity -3" is not understood.', HOW]]],
    ['', [['SOS426', 'The what-if "" is not understood.', HOW]]],
    ['session wrok-2 cancelled', [['SOS426', 'There is no session "wrok-2".', 'Did you mean "work-2"?']]],
    ['room cellar capacity 3', [['SOS426', 'There is no room "cellar".', 'The rooms are hall, attic.']]],
    [
      'session Eldre cancelled',
      [['SOS426', '"Eldre" is the title of 2 sessions.', 'Write the id: old-1, old-2.']],
    ],
    [
      'session old-1 capacity 30',
      [
        [
          'SOS426',
          '"session old-1 capacity 30" needs a room for it: attic holds 10.',
          'Think of a larger room as well: "room attic capacity 30, session old-1 capacity 30".',
        ],
      ],
    ],
  ])('%s: refused with a way out', (text, told) => {
    expect(refusal(text)).toEqual(told);
  });
});

describe('the programme as it would be', () => {
  test('a larger room is filled by the sessions that filled it; a smaller one holds no more', () => {
    expect(seats('room hall capacity 60')).toEqual({ 'work-1': 60, 'work-2': 15, 'old-1': 10, 'old-2': 10 });
    expect(seats('room hall capacity 12')).toEqual({ 'work-1': 12, 'work-2': 12, 'old-1': 10, 'old-2': 10 });
  });

  test('changes apply one after the other', () => {
    expect(seats('room attic capacity 30, session old-1 capacity 25, session work-1 cancelled')).toEqual({
      'work-2': 15,
      'old-1': 25,
      'old-2': 30,
    });
  });

  test('a minimum is no larger than the seats, and pins to what is cancelled have nothing to say', () => {
    const of = programme();
    const before = instance(
      of,
      [attendee({ id: 'p1' })],
      [
        ['p1', 'work-1'],
        ['p1', '!old'],
      ],
    );
    const after = applyChanges(of, parseWhatIf(of, 'session work-1 cancelled, session old-2 capacity 3'));
    expect(after.sessions.map((one) => [one.id, one.minimum])).toEqual([
      ['work-2', 0],
      ['old-1', 0],
      ['old-2', 3],
    ]);
    const kept = keepPins(after, before.pins).map((one) =>
      one.sessions.map(({ id, capacity }) => [id, capacity]),
    );
    expect(kept).toEqual([
      [
        ['old-1', 10],
        ['old-2', 3],
      ],
    ]);
  });

  test('pins that speak of no session stay, whatever is cancelled', () => {
    const of = programme();
    const people = ['p1', 'p2'].map((id) => attendee({ id }));
    const rows = (['together red', 'apart blue', 'absent 1', 'step-free '] as const).flatMap((row) => {
      const [kind, session] = row.split(' ') as [PinKind, string];
      return people.map(({ id }) => ({ attendee: id, session, kind, reason: '', line: 2 }));
    });
    const pins = resolvePins(of, people, rows, 'pins.csv').value;
    const after = applyChanges(of, parseWhatIf(of, 'session work-1 cancelled'));
    expect(keepPins(after, pins).map((one) => one.pin)).toEqual(rows);
  });
});

test('figures count first wishes, the worst rank, seats missing, moved and gone, and rules bent', () => {
  const place = (who: string, session: string, rank: number): Placement => ({
    attendee: who,
    timeSlot: '1',
    session,
    kind: 'assigned',
    rank,
  });
  const of = event({ 'a/1': { capacity: 2, minimum: 2 }, 'b/1': 2 });
  const people = [
    attendee({ id: 'p1', wishes: [['a'], ['b']] }),
    attendee({ id: 'p2', wishes: [['a']] }),
    attendee({ id: 'p3' }),
    attendee({ id: 'p4', wishes: [['b']] }),
  ];
  const plan = [place('p1', 'a-1', 1), place('p2', 'b-1', 0), place('p3', 'b-1', 0)];
  const current = [
    place('p1', 'b-1', 2),
    place('p2', 'b-1', 0),
    place('p3', 'c-1', 0),
    place('gone', 'a-1', 0),
  ];
  expect(figuresOf(buildInstance(of, people, []), plan, current)).toEqual({
    firstWishes: 1,
    withFirstWish: 3,
    worstRank: 2,
    unseated: 1,
    moves: 1,
    seatsGone: 1,
    violations: { places: 1, people: 1 },
  });
});
