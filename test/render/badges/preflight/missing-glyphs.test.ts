import { describe, expect, test } from 'vitest';
import type { Attendee } from '../../../../src/model/attendee.ts';
import type { Event } from '../../../../src/model/event.ts';
import { findMissingSigns, leaveOut } from '../../../../src/render/badges/missing-signs.ts';
import {
  findMissingGlyphs,
  findMissingGlyphsOfEvent,
} from '../../../../src/render/badges/preflight/missing-glyphs.ts';
import { createTypstPrinter } from '../../../../src/sinks/typst-printer.ts';
import { attendee } from '../../../core/assign/small-instances.ts';
import { FAIR } from '../../../helpers/badge-fixtures.ts';

const ANN = attendee({ id: 'p1', name: 'Ann' });
const EVENT: Event = { ...FAIR, badges: { ...FAIR.badges, pronouns: 'Pronouns', languages: 'Languages' } };
const noneBut = (printable: RegExp) => (texts: readonly string[]) =>
  texts.filter((one) => !printable.test(one));

/** What is said of these people where only letters and a few signs have a glyph. */
function messagesOf(...people: readonly Attendee[]): readonly string[] {
  const missing = findMissingSigns(people, EVENT, noneBut(/^[\p{Script=Latin}\d/.,:&-]$/u));
  const badges = people.map((one, index) => ({ attendee: one, page: index + 1 }));
  return findMissingGlyphs(badges, EVENT, missing).map((one) => one.problem.message);
}

describe('findMissingGlyphs', () => {
  test('names the person, the field and the sign with its code points, and what becomes of it', () => {
    const zoe = attendee({
      id: 'p3',
      name: 'Zoë 👩‍👧',
      organisation: 'A①b②c③d④e⑤f⑥',
      unit: '\u0007\n ',
      role: '李',
      extra: { Pronouns: 'she☃', Languages: 'no, 中文', Motto: '☃' },
    });
    expect(messagesOf(ANN, zoe)).toEqual([
      'Zoë 👩‍👧 (page 2): no font has 👩‍👧 (U+1F469 U+200D U+1F467), in the name; left out.',
      'Zoë 👩‍👧 (page 2): no font has ① (U+2460), ② (U+2461), ③ (U+2462), ④ (U+2463), ⑤ (U+2464) and more, in the organisation; left out.',
      'Zoë 👩‍👧 (page 2): no font has 李 (U+674E), in the role; no role is printed.',
      'Zoë 👩‍👧 (page 2): no font has ☃ (U+2603), in the pronouns; left out.',
      'Zoë 👩‍👧 (page 2): no font has 中 (U+4E2D), 文 (U+6587), in the languages; left out.',
    ]);
  });

  test('the event is looked at as well', () => {
    const event = { ...FAIR, title: { en: 'Fair☃' } };
    const missing = findMissingSigns([], event, noneBut(/^[^☃]$/));
    expect(findMissingGlyphsOfEvent(event, missing)).toMatchObject([
      { code: 'SOS509', message: 'No font has ☃ (U+2603), in the texts of sosent.yaml; left out.' },
    ]);
    expect(findMissingGlyphsOfEvent(FAIR, missing)).toEqual([]);
  });
});

test('findMissingSigns asks once for every sign that Inter may not have, and for no blank', () => {
  const asked: (readonly string[])[] = [];
  const event = { ...FAIR, title: {}, venue: {}, address: '', hosts: [] };
  const untitled = { ...event, themes: [], sessions: [], rooms: [], attendeeTypes: [] };
  findMissingSigns([ANN, { ...ANN, unit: 'éő\n☃e\u0301☃' }], untitled, (texts) => {
    asked.push(texts);
    return [];
  });
  expect(asked).toEqual([['e\u0301', '☃']]);
});

test('Inter has all the letters that are not asked for', () => {
  const signs = Array.from({ length: 0x17f }, (_, code) => String.fromCodePoint(code));
  const asked: string[] = [];
  findMissingSigns([attendee({ id: 'p1', name: signs.join(' ') })], FAIR, (texts) => {
    asked.push(...texts);
    return [];
  });
  const never = signs.filter((sign) => /[^\s\p{Cc}\xad]/u.test(sign) && !asked.includes(sign));
  expect(never).toHaveLength(94 + 94 + 127);
  expect(createTypstPrinter({ blobs: [], families: [] }).withoutGlyph(never)).toEqual([]);
});

test('leaveOut copies a value without the signs, but for ids', () => {
  const value = { id: 'a☃', name: 'Zoë ☃', list: ['☃☃', 'b'], nested: { count: 2, none: null, yes: true } };
  expect(leaveOut(value, new Set(['☃']))).toEqual({
    id: 'a☃',
    name: 'Zoë ',
    list: ['', 'b'],
    nested: { count: 2, none: null, yes: true },
  });
});
