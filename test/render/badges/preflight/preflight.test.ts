import { describe, expect, test } from 'vitest';
import type { Event } from '../../../../src/model/event.ts';
import { findLowContrast } from '../../../../src/render/badges/preflight/low-contrast.ts';
import { findMissingType } from '../../../../src/render/badges/preflight/missing-type.ts';
import { findSharedCodes } from '../../../../src/render/badges/preflight/shared-codes.ts';
import { attendee } from '../../../core/assign/small-instances.ts';
import { FAIR } from '../../../helpers/badge-fixtures.ts';

type Type = Event['attendeeTypes'][number];

const badge = (name: string, about: { code?: string; type?: string }, page: number) => ({
  attendee: attendee({ id: `p${page}`, name, ...about }),
  page,
});
const type = (id: string, colour: string): Type => ({ id, title: { en: id }, aliases: [], colour });
const coloured = (primary: string, accent: string, types: readonly Type[] = []): Event => ({
  ...FAIR,
  colours: { primary, accent },
  attendeeTypes: types,
});

describe('findSharedCodes', () => {
  test('names the other badge, on every badge that has the code', () => {
    const badges = [
      badge('Ann', { code: 'K7QM' }, 1),
      badge('Bo', { code: 'B4DY' }, 2),
      badge('Cas', { code: 'K7QM' }, 3),
      badge('Dee', { code: '' }, 4),
      badge('Eve', { code: '' }, 5),
    ];
    expect(findSharedCodes(badges).map((one) => [one.attendee, one.page, one.problem.message])).toEqual([
      ['p1', 1, 'Ann (page 1): the code K7QM is also that of Cas (page 3).'],
      ['p3', 3, 'Cas (page 3): the code K7QM is also that of Ann (page 1).'],
    ]);
  });

  test('counts the others where there are many, and names the file where there are several', () => {
    const badges = [1, 2, 3, 4].map((page) => ({
      ...badge('Ann', { code: 'A' }, page),
      file: 'badges-2.pdf',
    }));
    expect(findSharedCodes(badges)[3]).toMatchObject({
      file: 'badges-2.pdf',
      problem: {
        code: 'SOS537',
        message:
          'Ann (badges-2.pdf, page 4): the code A is also that of Ann (badges-2.pdf, page 1) and 2 more.',
      },
    });
  });
});

test('findMissingType: nobody is named at an event that has no types', () => {
  const badges = [badge('Ann', { type: '' }, 1), badge('Bo', { type: 'guest' }, 2)];
  const types = [type('guest', '#0072b2'), type('crew', '#d55e00')];
  expect(findMissingType(badges, { ...FAIR, attendeeTypes: types })).toMatchObject([
    {
      attendee: 'p1',
      problem: {
        code: 'SOS538',
        message: 'Ann (page 1): no attendee type.',
        hint: 'Fill in the column type of data/attendees.csv: guest, crew.',
      },
    },
  ]);
  expect(findMissingType(badges, { ...FAIR, attendeeTypes: [] })).toEqual([]);
});

describe('findLowContrast', () => {
  test('colours of the event whose lines nobody sees, and types whose band is white', () => {
    const types = [type('pale', '#f4f1ea'), type('yellow', '#ffff00'), type('grey', '#c8c8c8')];
    expect(findLowContrast(coloured('#1f3a5f', '#ffee88', types)).map((one) => one.message)).toEqual([
      'The colour event.colours.accent (#ffee88) has a contrast of 1.2 to white paper.',
      'The colour of the attendee type "pale" (#f4f1ea) is nearly that of the paper.',
    ]);
  });

  test.each([
    ['#1f3a5f', '#e4572e'],
    ['#000000', '#d0d0d0'],
    ['#e69f00', '#f2a93b'],
  ])('%s and %s are seen', (one, other) => {
    expect(findLowContrast(coloured(one, other))).toEqual([]);
  });
});
