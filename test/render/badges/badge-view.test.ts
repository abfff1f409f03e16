import { describe, expect, test } from 'vitest';
import { orderBadges } from '../../../src/core/badges/order-badges.ts';
import { renderBadges } from '../../../src/render/badges/badge-document.ts';
import { viewBadge } from '../../../src/render/badges/badge-view.ts';
import { requireSize } from '../../../src/render/badges/sizes.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { FAIR, printJob } from '../../helpers/badge-fixtures.ts';

describe('viewBadge', () => {
  const event = {
    ...FAIR,
    languages: ['en', 'nb'],
    attendeeTypes: [{ id: 'guest', title: { en: 'Guest', nb: 'Gjest' }, aliases: [], colour: '#ffd400' }],
  };
  const context = { ...printJob([]).context, event };

  test('speaks the language of the attendee; the type is a colour and a word', () => {
    const view = viewBadge(attendee({ id: 'p1', type: 'guest', language: 'nb' }), context);
    expect(view).toMatchObject({
      language: 'nb',
      words: { programme: 'Ditt program' },
      band: { label: 'Gjest', colour: '#ffd400', textColour: '#000000' },
      hasProgramme: false,
    });
  });

  test('an unknown type is a participant, in a neutral colour; an unknown language is the first of the event', () => {
    const view = viewBadge(attendee({ id: 'p1', type: 'gone', language: 'fr' }), context);
    expect(view).toMatchObject({
      language: 'en',
      band: { label: 'Participant', colour: '#55606b', textColour: '#ffffff' },
    });
  });
});

test('badges are sorted by name, then id, by code points, whatever the order of the rows', () => {
  const people = ['Bo/2', 'Åse/1', 'Ann/9', 'Bo/1'].map((one) => {
    const [name = '', id = ''] = one.split('/');
    return attendee({ id, name });
  });
  const order = (of: typeof people) => orderBadges(of, FAIR, 'name').map((one) => `${one.name}/${one.id}`);
  expect(order(people)).toEqual(['Ann/9', 'Bo/1', 'Bo/2', 'Åse/1']);
  expect(order(people.toReversed())).toEqual(order(people));
});

test('1,000 badges are one document, of more each holds 500', () => {
  const documentsOf = (length: number) => {
    const people = Array.from({ length }, (_, index) => attendee({ id: `p${index}` }));
    const { run, layout, context } = printJob(people, { template: '#badge({{id}})' });
    return renderBadges(run, { layout, title: context.title });
  };
  expect(documentsOf(1000).map((one) => one.badges.length)).toEqual([1000]);
  const documents = documentsOf(1001);
  expect(documents.map((one) => one.badges.length)).toEqual([500, 500, 1]);
  expect(documents[2]?.source.split('\n')).toEqual([
    '#import "lib.typ": *',
    '#import "sheet.typ": cell, crop-mark',
    '#let badge = badge.with(width: 105mm, height: 148mm, bleed: 0mm)',
    '#let cell = cell.with(width: 105mm, height: 148mm)',
    '#show: sheet.with(width: 105mm, height: 148mm)',
    '#set document(title: "Spring Fair")',
    '#cell(x: 0mm, y: 0mm, turned: false)[',
    '#badge("p1000")',
    ']',
  ]);
});

test('requireSize knows a name in any case, and lists the names for any other', () => {
  expect(requireSize('A7')).toEqual({ width: 74, height: 105, shape: 'portrait' });
  for (const name of ['letter', '', 'toString', '__proto__']) {
    expect(() => requireSize(name)).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            code: 'SOS503',
            hint: 'The sizes are a5, a6, a7, a5-fold, a6-fold, 90x55, 100x150, 86x54, 4x3in, wristband.',
          }),
        ],
      }),
    );
  }
});
