import { describe, expect, test } from 'vitest';
import { findSpeakerProblems, findSpeakers } from '../../src/core/find-speakers.ts';
import { attendee, event, instance } from './assign/small-instances.ts';

const EVENT = event({ 'work/1': 9, 'elderly/1': 9 });

const found = (
  of: typeof EVENT,
  people: Parameters<typeof instance>[1],
  reasons: Readonly<Record<string, string>> = {},
): readonly string[] => {
  const pins = instance(
    of,
    people,
    Object.keys(reasons).map((who) => [who, 'work-1']),
  ).pins.map((one) => ({ ...one, pin: { ...one.pin, reason: reasons[one.attendee.id] ?? '' } }));
  return findSpeakers(of, people, pins).map(
    ({ attendee: { id }, part, source, sessions }) => `${id}: ${part} (${source}) ${sessions ?? 'all'}`,
  );
};

describe('findSpeakers', () => {
  test('takes roles that are a part in a programme, as whole words', () => {
    const roles = [
      'Keynote speaker',
      'Innleder',
      'ordstyrer, NAV',
      'Chairperson',
      'Loudspeakers AS',
      'Betaler',
    ];
    expect(
      found(
        EVENT,
        roles.map((role, index) => attendee({ id: `p${index}`, role })),
      ),
    ).toEqual([
      'p0: Keynote speaker (role) all',
      'p1: Innleder (role) all',
      'p2: ordstyrer, NAV (role) all',
      'p3: Chairperson (role) all',
    ]);
  });

  test('takes the reasons of pins, for their session', () => {
    const people = [attendee({ id: 'a' }), attendee({ id: 'b' })];
    expect(found(EVENT, people, { a: 'Innleder, viser kurset', b: 'Rullestol' })).toEqual([
      'a: Innleder, viser kurset (pin) work-1',
    ]);
  });

  test('takes the column that sosent.yaml names before all else', () => {
    const of = { ...EVENT, exports: { speakers: 'Talk' } };
    const people = [
      attendee({ id: 'a', role: 'Moderator', extra: { Talk: 'Opening' } }),
      attendee({ id: 'b', extra: { Talk: 'nei' } }),
      attendee({ id: 'c' }),
    ];
    expect(found(of, people)).toEqual(['a: Opening (column) all']);
    expect(findSpeakerProblems(of, people)).toEqual([]);
  });

  test('says where nobody has that column', () => {
    const of = { ...EVENT, exports: { speakers: 'Tlak' } };
    expect(findSpeakerProblems(of, [attendee({ id: 'a' })])).toMatchObject([
      { code: 'SOS554', message: 'exports.speakers reads the column "Tlak", which nobody has.' },
    ]);
  });
});
