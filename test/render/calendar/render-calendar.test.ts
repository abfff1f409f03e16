import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarSettings, prepareCalendars } from '../../../src/core/calendar/plan-calendar.ts';
import type { Event } from '../../../src/model/event.ts';
import {
  type CalendarFile,
  renderCalendar,
  renderProgramme,
} from '../../../src/render/calendar/render-calendar.ts';
import { attendee } from '../../core/assign/small-instances.ts';
import { SMALL_EVENT } from '../../helpers/event-folder.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';
import { eventOf, place } from '../../helpers/mail-event.ts';
import { readCalendar } from '../../helpers/read-calendar.ts';

const EVENT = eventOf(SMALL_EVENT);
const ANN = attendee({ id: 'ann', name: 'Ann Lie' });
const SEATS = [place('ann', 'music-1'), place('ann', 'maths-2')];
const SETTINGS: CalendarSettings = {
  organizer: { name: 'Office', address: 'office@example.org' },
  method: 'PUBLISH',
  revision: { number: 0, at: new Date('2026-03-01T12:00:00Z') },
};
const INVITE = { ...SETTINGS, method: 'REQUEST' } as const;

const planOf = (settings: CalendarSettings, event: Event = EVENT) => prepareCalendars(event, settings).plan;
const namesOf = (files: readonly CalendarFile[]): readonly string[] =>
  files.map(({ name, method }) => `${name} ${method}`);

describe('a calendar', () => {
  test('is written as RFC 5545 asks', () => {
    const [file] = renderCalendar(planOf(SETTINGS)(ANN, SEATS.slice(0, 1)));

    expect(file).toEqual({
      name: 'sessions.ics',
      method: 'PUBLISH',
      content: [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//sosent//sosent//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'BEGIN:VEVENT',
        'UID:98dfefa5-01c1-8945-a151-49fa16b281de',
        'DTSTAMP:20260301T120000Z',
        'DTSTART:20260312T080000Z',
        'DTEND:20260312T084500Z',
        'SEQUENCE:0',
        'STATUS:CONFIRMED',
        'SUMMARY:Music',
        'LOCATION:Attic',
        "DESCRIPTION:Teachers' day",
        'ORGANIZER;CN="Office":mailto:office@example.org',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    });
  });

  test('names no method without an organizer', () => {
    const [file] = renderCalendar(planOf({ ...SETTINGS, organizer: undefined })(ANN, SEATS));

    expect(file?.method).toBeUndefined();
    expect(readCalendar(file?.content ?? '')).toMatchObject({ method: '', entries: [{ organizer: '' }, {}] });
  });

  test('shows all sessions in one file, and invites to each and cancels each in one of its own', () => {
    const { state } = planOf(SETTINGS)(ANN, SEATS);
    const files = [
      planOf(SETTINGS)(ANN, SEATS),
      planOf(INVITE)(ANN, SEATS),
      planOf(INVITE)(ANN, SEATS.slice(1), state),
      planOf(SETTINGS)(ANN, [], state),
      planOf(SETTINGS)(ANN, []),
    ].map(renderCalendar);

    expect(files.map(namesOf)).toEqual([
      ['sessions.ics PUBLISH'],
      ['session-1.ics REQUEST', 'session-2.ics REQUEST'],
      ['session-1.ics REQUEST', 'cancelled-1.ics CANCEL'],
      ['cancelled-1.ics CANCEL', 'cancelled-2.ics CANCEL'],
      [],
    ]);
    const parsed = files.flat().map((one) => readCalendar(one.content));
    expect(parsed.map(({ method, entries }) => [method, ...entries.map((one) => one.status)])).toEqual([
      ['PUBLISH', 'CONFIRMED', 'CONFIRMED'],
      ['REQUEST', 'CONFIRMED'],
      ['REQUEST', 'CONFIRMED'],
      ['REQUEST', 'CONFIRMED'],
      ['CANCEL', 'CANCELLED'],
      ['CANCEL', 'CANCELLED'],
      ['CANCEL', 'CANCELLED'],
    ]);
  });

  test('invites the attendee, who need not answer', () => {
    const [file] = renderCalendar(planOf(INVITE)({ ...ANN, name: 'Ann "the ^Fox" Lie' }, SEATS));

    expect(file?.content.replaceAll('\r\n ', '')).toContain(
      'ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN="Ann ^\'the ^^Fox^\' Lie":mailto:',
    );
    expect(readCalendar(file?.content ?? '').entries).toMatchObject([
      { attendee: 'Ann "the ^Fox" Lie <mailto:ann@example.org>' },
    ]);
  });

  test('of the whole programme has a title', () => {
    const planner = prepareCalendars(EVENT, SETTINGS);
    const text = renderProgramme("Teachers' day; all", planner.programme('en', new Set()), undefined);

    const { name, entries } = readCalendar(text);

    expect({ name, entries: entries.length }).toEqual({ name: "Teachers' day; all", entries: 4 });
  });
});

describe('whatever people write', () => {
  const text = fc.oneof(
    fc.constantFrom(
      ...HOSTILE,
      'a;b,c\\d\\n:"',
      "^n^^'",
      'æøå'.repeat(40),
      '🎉👩‍👩‍👧‍👦'.repeat(20),
      ' '.repeat(90),
    ),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ maxLength: 200 }),
  );

  test('comes out as it was, but for what no calendar shows', () => {
    fc.assert(
      fc.property(fc.record({ title: text, room: text, about: text, name: text, sender: text }), (texts) => {
        const settings = { ...INVITE, organizer: { name: texts.sender, address: 'office@example.org' } };
        const plan = planOf(settings, eventWith(texts))({ ...ANN, name: texts.name }, SEATS.slice(0, 1));
        const [file] = renderCalendar(plan);
        const { entries } = readCalendar(file?.content ?? '');

        expect(entries).toEqual([
          {
            uid: plan.entries[0]?.uid,
            sequence: 0,
            status: 'CONFIRMED',
            stamp: '2026-03-01T12:00:00.000Z',
            start: '2026-03-12T08:00:00.000Z',
            end: '2026-03-12T08:45:00.000Z',
            title: shown(texts.title),
            location: shown(texts.room),
            description: expect.any(String),
            organizer: expect.stringMatching(/ <mailto:office@example.org>$/),
            attendee: expect.stringMatching(/ <mailto:ann@example.org>$/),
          },
        ]);
        expect(nameOf('ORGANIZER', file?.content)).toBe(shown(texts.sender));
        expect(nameOf('ATTENDEE', file?.content)).toBe(shown(texts.name));
        expect(words(entries[0]?.description ?? '')).toEqual(words(texts.about));
      }),
      { numRuns: 500 },
    );
  });

  test('no line is longer than 75 octets, none divides a character, and none is new', () => {
    fc.assert(
      fc.property(fc.record({ title: text, room: text, about: text, name: text, sender: text }), (texts) => {
        const settings = { ...INVITE, organizer: { name: texts.sender, address: 'office@example.org' } };
        const plan = planOf(settings, eventWith(texts))({ ...ANN, name: texts.name }, SEATS.slice(0, 1));
        const content = renderCalendar(plan)[0]?.content ?? '';
        const bytes = Buffer.from(content);
        const lines = content.split('\r\n');

        expect(lines.pop()).toBe('');
        expect(bytes.toString('utf8')).toBe(content);
        expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
        expect(lines.filter((line) => /[\r\n\0\u202e]|\p{Cs}/u.test(line))).toEqual([]);
        const names = content
          .replaceAll('\r\n ', '')
          .split('\r\n')
          .map((line) => /^[A-Z-]*/.exec(line)?.[0]);
        expect(names.filter((name) => name === 'LOCATION' || name === 'DESCRIPTION').length).toBeLessThan(3);
        expect(names.filter((name) => name !== 'LOCATION' && name !== 'DESCRIPTION')).toEqual([
          'BEGIN',
          'VERSION',
          'PRODID',
          'CALSCALE',
          'METHOD',
          'BEGIN',
          'UID',
          'DTSTAMP',
          'DTSTART',
          'DTEND',
          'SEQUENCE',
          'STATUS',
          'SUMMARY',
          'ORGANIZER',
          'ATTENDEE',
          'END',
          'END',
          '',
        ]);
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['ola+tag@example.org', 'mailto:ola+tag@example.org'],
    ["o'hara&sons%?#x@example.org", "mailto:o'hara%26sons%25%3F%23x@example.org"],
    ['post@blåbær.example', 'mailto:post@bl%C3%A5b%C3%A6r.example'],
  ])('the address %s is one in a calendar too', (address, uri) => {
    const [file] = renderCalendar(planOf({ ...SETTINGS, organizer: { name: '', address } })(ANN, SEATS));
    expect(readCalendar(file?.content ?? '').entries[0]?.organizer).toBe(` <${uri}>`);
  });
});

/** By RFC 5545 and RFC 6868; ical.js reads a backslash in a parameter as an escape, which it is not there. */
function nameOf(property: string, content = ''): string {
  const lines = content.replaceAll('\r\n ', '').split('\r\n');
  const line = lines.find((one) => one.startsWith(`${property}:`) || one.startsWith(`${property};`)) ?? '';
  const signs: Readonly<Record<string, string>> = { "^'": '"', '^n': '\n', '^^': '^' };
  return (/;CN="([^"]*)":/.exec(line)?.[1] ?? '').replace(/\^['n^]/g, (one) => signs[one] ?? one);
}

interface Texts {
  readonly title: string;
  readonly room: string;
  readonly about: string;
}

function eventWith({ title, room, about }: Texts): Event {
  return {
    ...EVENT,
    title: {},
    themes: EVENT.themes.map((one) => ({ ...one, title: { en: title }, description: { en: about } })),
    rooms: EVENT.rooms.map((one) => ({ ...one, title: { en: room } })),
    sessions: EVENT.sessions.map((one) => ({ ...one, title: { en: title } })),
  };
}

/** A text as one line: what a calendar may show of it. */
function shown(text: string): string {
  return words(text).join(' ');
}

function words(text: string): readonly string[] {
  return [...text]
    .map((one) => (/\p{Cs}/u.test(one) ? '\ufffd' : one))
    .filter((one) => !/[\u202a-\u202e\u2066-\u2069]/.test(one))
    .join('')
    .split(/[\s\p{Cc}\p{Zl}\p{Zp}]+/u)
    .filter((one) => one !== '');
}
