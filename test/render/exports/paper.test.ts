import { describe, expect, test } from 'vitest';
import type { Placement } from '../../../src/model/placement.ts';
import { renderDate } from '../../../src/render/dates.ts';
import { attendee, event } from '../../core/assign/small-instances.ts';
import { exportData, htmlOf, markdownOf, tablesOf } from '../../helpers/export-data.ts';

/** With or without a comma after the weekday, as the version of Node.js writes it. */
const DAY = renderDate('2026-03-12', 'en');
const EVENT = event({ 'work/1': 3, 'elderly/1': 2, 'work/2': 3 });
const PEOPLE = [
  attendee({
    id: 'a',
    name: 'Åse Zahl',
    organisation: 'Northby',
    unit: 'Schools',
    type: 'municipality',
    dietary: 'vegetar',
    needs: 'A hall',
    wishes: [['work']],
  }),
  attendee({ id: 'b', name: 'Zoé Berg', organisation: 'Northby', type: 'municipality', dietary: 'none' }),
  attendee({
    id: 'c',
    name: 'Carl Lie',
    organisation: 'Bakery',
    type: 'entrepreneur',
    dietary: 'No fish at all',
    accessibility: 'wheelchair',
    solutions: 'Bread at six',
    email: 'carl@bakery.example.org',
    phone: '+4791234567',
    wishes: [['work']],
  }),
  attendee({ id: 'd', name: 'Adam Aas' }),
];
const seat = (who: string, session: string, kind: Placement['kind'] = 'assigned'): Placement => ({
  attendee: who,
  timeSlot: session.slice(-1),
  session,
  kind,
  rank: 0,
});
const PLAN = [
  seat('a', 'work-1'),
  seat('b', 'elderly-1'),
  seat('c', 'work-1'),
  seat('d', 'elderly-1', 'waitlisted'),
  seat('a', 'work-2'),
  seat('c', 'work-2'),
];
const DATA = exportData(EVENT, PEOPLE, PLAN);

test('a sheet to sign has a page for each session, with rows for people who walk in', () => {
  const sheet = markdownOf('sign-in', DATA)['sign-in.md'] ?? '';
  const pages = sheet.split('\n---\n');

  expect(pages).toHaveLength(3);
  expect(pages[1]).toBe(`
## elderly

09:00–12:30, Hall. 1 person is expected.

| No. | Name | Organisation | Signature |
| ---: | --- | --- | --- |
| 1 | Zoé Berg | Northby |  |

### Others who came

| No. | Name | Organisation | Signature |
| ---: | --- | --- | --- |
|  |  |  |  |
|  |  |  |  |
|  |  |  |  |
|  |  |  |  |
`);
});

test('the door list is by the alphabet of the language, under letters, with the room of each time slot', () => {
  const list = (language: string): readonly string[] =>
    (markdownOf('door-list', { ...DATA, language })['door-list.md'] ?? '')
      .split('\n')
      .filter((line) => /^## |^\| (?!---|Na)/.test(line));

  expect(list('nb')).toEqual([
    '## A',
    '| Adam Aas |  |  |  |',
    '## C',
    '| Carl Lie | Bakery | Hall | Hall |',
    '## Z',
    '| Zoé Berg | Northby | Hall |  |',
    '## Å',
    '| Åse Zahl | Northby | Hall | Hall |',
  ]);
  expect(list('en').slice(0, 3)).toEqual([
    '## A',
    '| Adam Aas |  |  |  |',
    '| Åse Zahl | Northby | Hall | Hall |',
  ]);
  expect(htmlOf('door-list', DATA)['door-list.html']).toContain('<body class="large">');
});

describe('catering', () => {
  test('counts diets for the day, time slots and sessions, and names nobody', () => {
    expect(tablesOf('catering', DATA)).toEqual({
      catering: [
        { diet: 'Vegetarian', people: 1 },
        { diet: 'No fish at all', people: 1 },
        { diet: '', people: 2 },
      ],
      slots: [
        { time_slot: '1', date: '2026-03-12', start: '09:00', diet: 'Vegetarian', people: 1 },
        { time_slot: '1', date: '2026-03-12', start: '09:00', diet: 'No fish at all', people: 1 },
        { time_slot: '1', date: '2026-03-12', start: '09:00', diet: '', people: 1 },
        { time_slot: '2', date: '2026-03-12', start: '10:00', diet: 'Vegetarian', people: 1 },
        { time_slot: '2', date: '2026-03-12', start: '10:00', diet: 'No fish at all', people: 1 },
      ],
      sessions: [
        expect.objectContaining({ session: 'work-1', diet: 'Vegetarian', people: 1 }),
        expect.objectContaining({ session: 'work-1', diet: 'No fish at all', people: 1 }),
        expect.objectContaining({ session: 'elderly-1', diet: '', people: 1 }),
        expect.objectContaining({ session: 'work-2', diet: 'Vegetarian', people: 1 }),
        expect.objectContaining({ session: 'work-2', diet: 'No fish at all', people: 1 }),
      ],
    });
  });

  test('names those with a need where names are asked for, and says that this is about health', () => {
    const named = { ...DATA, withNames: true };

    expect(tablesOf('catering', named)['names']).toEqual([
      { name: 'Åse Zahl', organisation: 'Northby', diet: 'Vegetarian', dietary: 'vegetar', code: 'A' },
      {
        name: 'Carl Lie',
        organisation: 'Bakery',
        diet: 'No fish at all',
        dietary: 'No fish at all',
        code: 'C',
      },
    ]);
    expect(markdownOf('catering', named)['catering.md']).toContain('| Carl Lie | Bakery |');
    expect(markdownOf('catering', named)['catering.md']).toContain('> Holds personal data about health.');
  });
});

test('rooms tell load and needs of access without names; what hangs on a door tells neither', () => {
  const files = markdownOf('rooms', DATA);

  expect(files['rooms.md']).toContain(`## Hall

- 09:00–12:30 work: 2 of 3
- 09:00–12:30 elderly: 1 of 2
- 10:00–12:30 work: 2 of 3

### Needs of access

- wheelchair *(09:00–12:30)*
- wheelchair *(10:00–12:30)*
`);
  expect(files['rooms-door-signs.md']).toBe(`# Door signs

One page for each room, to hang on its door.

*Small, ${DAY}*

## Hall

- **09:00–12:30** work / elderly
- **10:00–12:30** work
`);
});

test('the waitlist tells whom to call, in the order of the queue', () => {
  expect(tablesOf('waitlist', DATA)['waitlist']).toMatchObject([
    { session: 'elderly-1', number: 1, name: 'Adam Aas', email: 'd@example.org', rank: null },
  ]);
});

test('changes tell who has to be told what, since the published plan', () => {
  const published = [seat('a', 'elderly-1'), seat('a', 'work-2'), seat('c', 'work-1'), seat('c', 'work-2')];
  const data = exportData(EVENT, PEOPLE, PLAN, { published });

  expect(tablesOf('changes', data)['changes']).toMatchObject([
    { change: 'moved', name: 'Åse Zahl', title_before: 'elderly', title_after: 'work', waits_after: false },
    { change: 'new', name: 'Adam Aas', session_before: '', waits_before: null, waits_after: true },
    { change: 'new', name: 'Zoé Berg', title_after: 'elderly', room_after: 'Hall' },
  ]);
});

test('the pack of a delegation is the agenda of its workshop, and names nobody of others', () => {
  const files = markdownOf('delegations', DATA);

  expect(Object.keys(files)).toEqual(['delegation-northby.md']);
  expect(files['delegation-northby.md']).not.toMatch(/Carl|Adam|bakery\.example/);
  expect(files['delegation-northby.md']).toBe(`# Northby

What you take home from Small: who was where, whom you met, and the agenda of your workshop.

*Small, ${DAY}*

> Holds personal data. Give it to those who need it only, and delete it after the event.

- People: **2**
- Units: **1**
- Themes covered: **2 of 2**
- Sessions covered: **3 of 3**

## Agenda of your workshop

Start with the needs you brought. Then take the themes one by one: those who were there tell what they heard, and all look at what was offered. Give each theme an owner before you go on.

| No. | Theme | Owner | Next step | By |
| ---: | --- | --- | --- | --- |
| 1 | work 1 was there |  |  |  |
| 2 | elderly 1 was there |  |  |  |
| 3 | What we do together, and when we meet again |  |  |  |

## Where you were

| Theme | 09:00–12:30 | 10:00–12:30 | People |
| --- | ---: | ---: | ---: |
| work | 1 | 1 | 1 |
| elderly | 1 |  | 1 |

Somebody of you was in every session.

Only one of you heard this. Ask:

- work, 09:00–12:30, Hall *(Åse Zahl)*
- work, 10:00–12:30, Hall *(Åse Zahl)*
- elderly, 09:00–12:30, Hall *(Zoé Berg)*

## Whom you met

*Others who sat in the same sessions as somebody of you.*

| Type | People | From |
| --- | ---: | --- |
| Entrepreneur | 1 | Bakery |

## Needs you brought

*In the words of the registrations. Which of them was answered on the day, and who follows up?*

| Looks for | Name | Owner |
| --- | --- | --- |
| A hall | Åse Zahl, Schools |  |

---

## work

1 of you was here, in 2 sessions.

| When and where | Who can tell about it |
| --- | --- |
| 09:00–12:30, Hall | Åse Zahl |
| 10:00–12:30, Hall | Åse Zahl |

Notes: what did we hear, what do we try?

- …
- …
- …
- …
- …

### What others offer here

*Of those who put this theme first. Beside it, who of you sat in a session of the theme with them.*

| Solution | From | Who of you met them |
| --- | --- | --- |
| Bread at six | Bakery | 09:00–12:30: Åse Zahl 10:00–12:30: Åse Zahl |

---

## elderly

1 of you was here, in 1 session.

| When and where | Who can tell about it |
| --- | --- |
| 09:00–12:30, Hall | Zoé Berg |

Notes: what did we hear, what do we try?

- …
- …
- …
- …
- …

## Who was where

| Name | Unit | 09:00–12:30 | 10:00–12:30 |
| --- | --- | --- | --- |
| Åse Zahl | Schools | work | work |
| Zoé Berg |  | elderly |  |
`);
});

test('the pack of a delegation names the room of a meeting where a theme has two sessions at the same time', () => {
  const twin = EVENT.sessions.filter((one) => one.id === 'work-1').map((one) => ({ ...one, id: 'work-1b' }));
  const data = exportData({ ...EVENT, sessions: [...EVENT.sessions, ...twin] }, PEOPLE, PLAN);

  expect(markdownOf('delegations', data)['delegation-northby.md']).toContain(
    '| Bread at six | Bakery | 09:00–12:30, Hall: Åse Zahl 10:00–12:30: Åse Zahl |',
  );
});
