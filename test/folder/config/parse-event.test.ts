import { describe, expect, test } from 'vitest';
import { parseEvent } from '../../../src/folder/config/parse-event.ts';
import { toBadges } from '../../../src/folder/config/to-badges.ts';
import type { Problem } from '../../../src/model/problem.ts';
import { NO_RULES } from '../../core/assign/small-instances.ts';
import { SMALL_EVENT } from '../../helpers/event-folder.ts';

type Edit = (text: string) => string;

const whole =
  (text: string): Edit =>
  () =>
    text;
const append =
  (text: string): Edit =>
  (before) =>
    before + text;
const replace =
  (old: string, fresh: string): Edit =>
  (before) => {
    expect(before).toContain(old);
    return before.replace(old, () => fresh);
  };

const ROOMS =
  'rooms:\n  - { id: hall, title: Hall, capacity: 3 }\n  - { id: attic, title: Attic, capacity: 2 }\n';
/** Nine of nine of nine of nine: the "billion laughs". */
const ALIASES = `a: &a [x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
d: [*c, *c, *c, *c, *c, *c, *c, *c, *c]
`;
const SEE = 'docs/sosent-yaml.md describes every key; `sosent init` writes a commented example.';

/** A whole problem on one line: severity, code, line and column, message, hint. */
function lineOf({ severity, code, message, hint, location }: Problem): string {
  const place = [location?.line, location?.column].filter((one) => one !== undefined).join(':');
  return `${severity} ${code} ${place} ${message}${hint === undefined ? '' : ` | ${hint}`}`;
}

// A mistake in the small event, and everything that sosent says about it.
const MISTAKES: readonly (readonly [what: string, edit: Edit, problems: readonly string[]])[] = [
  ['nothing', whole(''), [`error SOS303 1 sosent.yaml is empty. | ${SEE}`]],
  ['comments only', whole('# nothing\n'), [`error SOS303 1 sosent.yaml is empty. | ${SEE}`]],
  [
    'a list instead of keys',
    whole('- a\n- b\n'),
    [`error SOS304 1:1 sosent.yaml must hold keys such as "event:" and "themes:"; this is a list. | ${SEE}`],
  ],
  [
    'a sentence',
    whole('hello\n'),
    [
      `error SOS304 1:1 sosent.yaml must hold keys such as "event:" and "themes:"; this is a single text. | ${SEE}`,
    ],
  ],
  [
    'a tab as indentation',
    replace('  id: teachers-day', '\tid: teachers-day'),
    ['error SOS301 3:1 A line is indented with a tab. | YAML takes blanks only: two for each level.'],
  ],
  [
    'a key twice',
    replace("  title: Teachers' day", '  title: A\n  title: B'),
    ['error SOS301 5:3 This key stands twice in the same group. | Keep one of the two.'],
  ],
  [
    'keys twice',
    replace('  date: 2026-03-12', '  date: 2026-03-12\n  date: 2026-03-13\n  date: 2026-03-14'),
    [
      'error SOS301 6:3 This key stands twice in the same group. | Keep one of the two.',
      'error SOS301 7:3 This key stands twice in the same group. | Keep one of the two.',
    ],
  ],
  [
    'a text with a colon',
    replace("Teachers' day", 'Teachers: day'),
    [
      'error SOS301 4:10 This line is indented wrongly, or holds a text with ": " in it. | Put texts that hold ": " or begin with "@", "%", "*", "[" or "{" in quotes.',
    ],
  ],
  [
    'a text that begins with @',
    replace("Teachers' day", '@day'),
    [
      'error SOS301 4:10 A text must not begin with this character. | Put texts that hold ": " or begin with "@", "%", "*", "[" or "{" in quotes.',
    ],
  ],
  [
    'a quote that is not closed',
    replace("Teachers' day", '"day'),
    ['error SOS301 4:14 Something is not closed, or ":" is missing. | Close every quote, "[" and "{".'],
  ],
  [
    'a bracket that is not closed',
    replace('[en]', '[en'),
    [
      'error SOS301 7:1 This line is indented wrongly, or a "[" or "{" before it is not closed. | Compare it with the lines around it.',
    ],
  ],
  [
    'a brace that is not closed',
    replace('capacity: 3 }', 'capacity: 3'),
    [
      'error SOS301 12:3 This line is indented wrongly, or a "[" or "{" before it is not closed. | Compare it with the lines around it.',
    ],
  ],
  [
    'a line that is indented too much',
    replace('  title: Teach', '   title: Teach'),
    [
      'error SOS301 3:7 This line is indented wrongly, or holds a text with ": " in it. | Put texts that hold ": " or begin with "@", "%", "*", "[" or "{" in quotes.',
    ],
  ],
  [
    'a key without colon',
    replace('  title: Teach', '  title Teach'),
    [
      'error SOS301 4:3 The ":" after a key is missing, or this line is indented wrongly. | Compare it with the lines around it.',
    ],
  ],
  [
    'a text in asterisks',
    replace("Teachers' day", '*day*'),
    [
      'error SOS301 4:10 "*day*" is a YAML alias, and there is no anchor "&day*" before it. | If it is a text, put it in quotes: "*day*".',
    ],
  ],
  [
    'aliases of aliases of aliases',
    whole(ALIASES),
    ['error SOS301 1 Aliases of aliases would make this file endless.'],
  ],
  [
    'a text that begins with !',
    replace("Teachers' day", '!secret day'),
    [
      'warning SOS301 4:10 A "!" at the beginning marks a YAML tag; sosent knows none. | Put texts that hold ": " or begin with "@", "%", "*", "[" or "{" in quotes.',
    ],
  ],
  [
    'a second document',
    append('---\nsosent: 1\n'),
    [
      'error SOS301 21:1 A line "---" begins a second document. | Keep one event in one file; remove the line.',
    ],
  ],
  [
    'the format of a later sosent',
    replace('sosent: 1', 'sosent: 2'),
    [
      'error SOS304 1:9 This file is written for a newer sosent: its format is 2, and this sosent reads 1. | Update: npm install -g sosent@latest.',
    ],
  ],
  ['no format', replace('sosent: 1\n', ''), [`error SOS303 1:1 "sosent" is missing. | ${SEE}`]],
  [
    'a format in words',
    replace('sosent: 1', 'sosent: one'),
    [`error SOS304 1:9 "sosent" must be 1, the version of this file format. | ${SEE}`],
  ],
  [
    'an unknown key',
    append('theme: []\n'),
    ['error SOS302 21:1 Unknown key "theme". | Did you mean "themes"?'],
  ],
  [
    'an unknown key that is like no other',
    append('zzzzzzzzzz: []\n'),
    [
      'error SOS302 21:1 Unknown key "zzzzzzzzzz". | Known here: sosent, event, themes, rooms, timeSlots, sessions, attendeeTypes, organisations, delegations, rules, columns, sources, badges, emails, exports.',
    ],
  ],
  [
    'a key that JavaScript has a meaning for',
    append('__proto__: { a: 1 }\n'),
    [
      'error SOS302 21:1 Unknown key "__proto__". | Known here: sosent, event, themes, rooms, timeSlots, sessions, attendeeTypes, organisations, delegations, rules, columns, sources, badges, emails, exports.',
    ],
  ],
  [
    'an unknown key in a group',
    replace('  date:', '  datee: x\n  date:'),
    ['error SOS302 5:3 Unknown key "datee" in event. | Did you mean "date"?'],
  ],
  [
    'a misspelt key in a list',
    replace('capacity: 3', 'capacty: 3'),
    [
      `error SOS303 11:5 "capacity" in rooms #1 is missing. | ${SEE}`,
      'error SOS302 11:30 Unknown key "capacty" in rooms #1. | Did you mean "capacity"?',
    ],
  ],
  [
    'a misspelt key where a word is allowed too',
    append('delegations:\n  named:\n    - { id: oslo, organisation: [Oslo] }\n'),
    [
      'error SOS302 23:19 Unknown key "organisation" in delegations.named #1. | Did you mean "organisations"?',
    ],
  ],
  [
    'a delegation of nobody',
    append('delegations:\n  named:\n    - { id: oslo }\n'),
    [
      'error SOS303 23:7 The delegation "oslo" is empty. | Say who belongs to it: organisations, units, or domains of e-mail addresses.',
    ],
  ],
  [
    'a domain in two delegations, in other letters',
    append(
      'delegations:\n  named:\n    - { id: a, domains: [x.example] }\n    - { id: b, domains: [X.example] }\n',
    ),
    ['error SOS309 24:26 The domain "X.example" stands in delegation "a" too.'],
  ],
  [
    'an alias of two organisations',
    append(
      'organisations:\n  - { name: Oslo kommune, aliases: [Kommunen] }\n  - { name: Asker kommune, aliases: [Asker, kommunen] }\n',
    ),
    ['error SOS312 23:45 "kommunen" already stands for the organisation "Oslo kommune".'],
  ],
  [
    'a unit with two stars and a country that does not exist',
    (yaml) =>
      `${yaml.replace('languages:', 'country: XX\n  languages:')}organisations:\n  - { name: Oslo, units: ["*bydel*"] }\n`,
    [
      `error SOS304 6:12 "country" in event must be the two letters of a country, such as NO. | ${SEE}`,
      `error SOS304 23:27 Entry 1 of organisations #1.units must hold one "*" at most. | ${SEE}`,
    ],
  ],
  [
    'a missing title',
    replace("  title: Teachers' day\n", ''),
    [`error SOS303 3:3 "title" in event is missing. | ${SEE}`],
  ],
  [
    'a list without entries',
    replace('  - { id: maths, title: Mathematics }\n  - { id: music, title: Music }\n', ''),
    [`error SOS303 7:1 "themes" is empty. | ${SEE}`],
  ],
  ['a missing list', replace(ROOMS, ''), [`error SOS303 1:1 "rooms" is missing. | ${SEE}`]],
  [
    'an empty list',
    replace(
      'themes:\n  - { id: maths, title: Mathematics }\n  - { id: music, title: Music }\n',
      'themes: []\n',
    ),
    [`error SOS304 7:9 "themes" must hold at least one entry. | ${SEE}`],
  ],
  [
    'a text instead of a list',
    replace('languages: [en]', 'languages: en'),
    [`error SOS304 6:14 "languages" in event must be a list. | ${SEE}`],
  ],
  [
    'a number instead of a text',
    replace("Teachers' day", '2026'),
    [
      'error SOS304 4:10 "title" in event must be a text, or one per language as in { nb: ..., en: ... }. | Put it in quotes: "2026".',
    ],
  ],
  [
    'a text instead of a number',
    replace('capacity: 3', 'capacity: many'),
    [`error SOS304 11:40 "capacity" in rooms #1 must be a number. | ${SEE}`],
  ],
  [
    'a negative number of people',
    replace('capacity: 3', 'capacity: -3'),
    [`error SOS304 11:40 "capacity" in rooms #1 must be at least 0. | ${SEE}`],
  ],
  [
    'half a person',
    replace('capacity: 3', 'capacity: 2.5'),
    [`error SOS304 11:40 "capacity" in rooms #1 must be a whole number. | ${SEE}`],
  ],
  [
    'an unknown language',
    replace('[en]', '[en, no]'),
    ['error SOS304 6:19 Entry 2 of event.languages must be one of nb, en. | Did you mean "nb"?'],
  ],
  [
    'a language in words',
    replace("Teachers' day", '{ english: Day }'),
    [`error SOS304 4:12 "english" in event.title is no language code such as nb or en. | ${SEE}`],
  ],
  [
    'an empty text',
    replace("Teachers' day", '""'),
    [
      `error SOS304 4:10 "title" in event must be a text, or one per language as in { nb: ..., en: ... }. | ${SEE}`,
    ],
  ],
  [
    'an id with a blank',
    replace('id: hall', 'id: "the hall"'),
    [`error SOS304 11:11 "id" in rooms #1 must be a text of letters, digits, ".", "_" and "-". | ${SEE}`],
  ],
  [
    'an id that YAML reads as true',
    replace('id: hall', 'id: true'),
    [
      'error SOS304 11:11 "id" in rooms #1 must be a text of letters, digits, ".", "_" and "-". | Put it in quotes: "true".',
    ],
  ],
  [
    'a date in another order',
    replace('2026-03-12', '12.03.2026'),
    [`error SOS304 5:9 "date" in event must be a date such as 2016-10-26. | ${SEE}`],
  ],
  [
    'a day that is not in the calendar',
    replace('2026-03-12', '2026-02-30'),
    [`error SOS304 5:9 "date" in event must be a date such as 2016-10-26. | ${SEE}`],
  ],
  [
    'a time with a point',
    replace('"09:45"', '"9.45"'),
    [`error SOS304 14:37 "end" in timeSlots #1 must be a time such as "09:30", in quotes. | ${SEE}`],
  ],
  [
    'an unknown time zone',
    replace('  languages', '  timeZone: Oslo\n  languages'),
    [`error SOS304 6:13 "timeZone" in event must be a time zone such as Europe/Oslo. | ${SEE}`],
  ],
  [
    'an offset as time zone',
    replace('  languages', '  timeZone: UTC+1\n  languages'),
    [`error SOS304 6:13 "timeZone" in event must be a time zone such as Europe/Oslo. | ${SEE}`],
  ],
  [
    'an address that is a script',
    replace('  languages', '  url: "javascript:alert(1)"\n  languages'),
    [`error SOS304 6:8 "url" in event must be an address such as https://example.org. | ${SEE}`],
  ],
  [
    'an e-mail address that is none',
    replace('  languages', '  contact: { email: nobody }\n  languages'),
    [
      `error SOS304 6:21 "email" in event.contact must be an e-mail address such as post@example.org. | ${SEE}`,
    ],
  ],
  [
    'a colour by name',
    replace('title: Teacher }', 'title: Teacher, colour: red }'),
    [`error SOS304 20:44 "colour" in attendeeTypes #1 must be a colour such as "#1b6ca8". | ${SEE}`],
  ],
  [
    'sessions about nothing',
    replace('theme: maths, room: hall, timeSlots: all', 'theme: math, room: hal, timeSlots: ["1", "3"]'),
    [
      'error SOS305 17:14 There is no theme "math". | Did you mean "maths"?',
      'error SOS305 17:26 There is no room "hal". | Did you mean "hall"?',
      'error SOS305 17:48 There is no time slot "3". | Known here: 1, 2.',
    ],
  ],
  [
    'a time slot that is not there',
    replace('timeSlots: all', 'timeSlot: "9"'),
    ['error SOS305 17:43 There is no time slot "9". | Known here: 1, 2.'],
  ],
  [
    'labels that overlap, and that leave the paper',
    append(
      `badges:
  sheets:
    - { id: a, paper: a4, width: 80, height: 50, columns: 2, rows: 5, across: 75 }
    - { id: b, paper: a4, width: 80, height: 50, columns: 3, rows: 5 }
    - { id: c, paper: letter, width: 80, height: 50, columns: 2, rows: 5, top: 40 }
    - { id: d, paper: { width: 100, height: 60 }, width: 50, height: 30, columns: 2, rows: 2 }
`,
    ),
    [
      'error SOS524 23:79 The sheet "a": labels 80 mm wide, 75 mm apart, overlap.',
      'error SOS524 24:59 The sheet "b": 3 columns of labels are wider than the paper.',
      'error SOS524 25:72 The sheet "c": 5 rows of labels are higher than the paper.',
    ],
  ],
  [
    'labels that are half described, and a gutter between labels',
    append(
      `badges:
  sheets:
    - { id: a, paper: a4, width: 80, top: 3 }
    - { id: b, paper: a9, gutter: 3 }
    - { id: c, paper: a4, gutter: 3, width: 80, height: 50, columns: 2, rows: 5 }
`,
    ),
    [
      `error SOS304 23:7 Entry 1 of badges.sheets must have height, columns, rows too, as it says where labels are. | ${SEE}`,
      `error SOS304 24:23 "paper" in badges.sheets #2 must be a4, a3, sra3, letter, tabloid, or { width: ..., height: ... } in mm. | ${SEE}`,
      `error SOS304 25:35 "gutter" in badges.sheets #3 must not stand beside labels, which have across and down. | ${SEE}`,
    ],
  ],
  [
    'a theme twice',
    replace('id: music', 'id: maths'),
    [
      'error SOS306 9:11 The id "maths" stands twice in themes.',
      'error SOS305 18:14 There is no theme "music". | Known here: maths.',
    ],
  ],
  [
    'a time slot twice',
    replace('{ id: "2", start', '{ id: "1", start'),
    ['error SOS306 15:11 The id "1" stands twice in timeSlots.'],
  ],
  [
    'two sessions in one room',
    replace('room: attic', 'room: hall'),
    [
      'error SOS307 18:5 Room "hall" is used twice in time slot "1". | "maths-1" and "music-1" meet there at the same time. Move one of them.',
      'error SOS307 18:5 Room "hall" is used twice in time slot "2". | "maths-2" and "music-2" meet there at the same time. Move one of them.',
    ],
  ],
  [
    'two sessions of a theme at one time',
    replace('attendeeTypes', '  - { theme: maths, room: attic, timeSlot: "1" }\nattendeeTypes'),
    [
      'error SOS306 19:5 Two sessions would have the id "maths-1". | Give the second one an `id` of its own.',
      'error SOS307 19:5 Room "attic" is used twice in time slot "1". | "music-1" and "maths-1" meet there at the same time. Move one of them.',
    ],
  ],
  [
    'a time slot that ends before it begins',
    replace('"10:45"', '"09:00"'),
    ['error SOS308 15:37 Time slot "2" ends before it begins.'],
  ],
  [
    'time slots that overlap',
    replace('start: "10:00"', 'start: "09:30"'),
    [
      'warning SOS311 15:23 Time slots "1" and "2" overlap. | Everybody is seated in both. Sessions at the same time belong in one time slot.',
    ],
  ],
  [
    'a minimum that the room cannot hold',
    replace('timeSlots: all', 'timeSlot: "1", minimum: 9'),
    ['error SOS310 17:57 Session "maths-1" wants at least 9 people and has 3 seats.'],
  ],
  [
    'both timeSlot and timeSlots',
    replace('timeSlots: all', 'timeSlot: "1", timeSlots: all'),
    [
      'error SOS310 17:48 A session has either "timeSlot" or "timeSlots", not both. | Use "timeSlots: all" or a list of ids; "timeSlot" is for a single one.',
    ],
  ],
  [
    'values that no rule takes',
    append('rules:\n  criterion: fiar\n  mix:\n    - { types: teacher, atMost: 200% }\n'),
    [
      'error SOS304 22:14 "criterion" in rules must be one of fair, happy, first, custom. | Did you mean "fair"?',
      `error SOS304 24:33 "atMost" in rules.mix #1 must be a share such as 20%. | ${SEE}`,
    ],
  ],
  [
    'rules about nothing',
    append(
      'rules:\n  spread:\n    - { delegations: [oslo], themes: [maths, muisc], atLeast: 20% }\n  mix:\n    - { types: techer, atMost: 20% }\n',
    ),
    [
      'error SOS305 23:23 There is no delegation "oslo". | None is defined.',
      'error SOS305 23:46 There is no theme "muisc". | Did you mean "music"?',
      'error SOS305 25:16 There is no attendee type "techer". | Did you mean "teacher"?',
    ],
  ],
  [
    'rules of wishes and classes that cannot be meant',
    append(
      'rules:\n  notAlone: [{ delegations: oslo }]\n  topWishes: [{ atLeast: 3, of: 2 }]\n  priority: [{ types: techer }, {}]\n',
    ),
    [
      'error SOS305 22:29 There is no delegation "oslo". | None is defined.',
      'error SOS310 23:26 Nobody can get 3 of their first 2 wishes.',
      'error SOS305 24:23 There is no attendee type "techer". | Did you mean "teacher"?',
      'error SOS303 24:33 A priority class needs "types" or "registeredBefore". | Everybody else comes after the last class without being named.',
    ],
  ],
  [
    'stages without the criterion that reads them',
    append('rules:\n  stages: [unseated]\n'),
    ['error SOS310 22:11 Only the criterion "custom" has stages of its own. | Write "criterion: custom".'],
  ],
  [
    'a criterion of its own without stages',
    append('rules:\n  criterion: custom\n'),
    [
      'error SOS303 22:14 The criterion "custom" needs "stages". | Add "stages", such as [unseated, rules, total-rank].',
    ],
  ],
  [
    'stages in an order that cannot be meant',
    append(
      'rules:\n  criterion: custom\n  fairOverSlots: true\n  stages: [lottery, cancelled, rules, worst-rank, unseated, first-wishes, rules]\n',
    ),
    [
      'error SOS310 23:18 "fairOverSlots" is a stage here. | Put "slots" into "stages" instead.',
      'error SOS310 24:12 "lottery" must be the last stage. | It leaves nothing to decide.',
      'error SOS310 24:21 "cancelled" must come after "rules". | A session is cancelled to keep a minimum, which is a rule.',
      'error SOS310 24:39 "worst-rank" must come after "unseated". | An empty plan gives nobody a late wish.',
      'error SOS310 24:61 "worst-rank" and "first-wishes" each leave the other nothing to decide. | Keep one of them.',
      'error SOS310 24:75 The stage "rules" stands twice. | Keep the first.',
    ],
  ],
  [
    'a stage that there is not',
    append('rules:\n  criterion: custom\n  stages: [unseeted]\n'),
    [
      'error SOS304 23:12 Entry 1 of rules.stages must be one of unseated, rules, cancelled, moves, worst-rank, total-rank, first-wishes, slots, priority, lottery. | Did you mean "unseated"?',
    ],
  ],
  [
    'a session that may be cancelled for nothing',
    replace('room: attic, timeSlots: all }', 'room: attic, timeSlots: all, mayCancel: true }'),
    [
      'error SOS303 18:61 A session that may be cancelled needs a "minimum". | Add "minimum": a session is cancelled rather than held for fewer people.',
    ],
  ],
  [
    'people who are there in a time slot that is not, and a language that is none',
    append('rules:\n  availability:\n    column: When\n    present: { Morning: ["1", "3"], Later: all }\n'),
    ['error SOS305 24:31 There is no time slot "3". | Known here: 1, 2.'],
  ],
  [
    'a rule of languages that names no language',
    append('rules:\n  language: { understand: { nb: [English] } }\n'),
    [
      `error SOS304 22:34 Entry 1 of rules.language.understand.nb must be a language such as nb or en. | ${SEE}`,
    ],
  ],
  [
    'eligibility for nobody known, of nothing known, and of nothing at all',
    append(
      'rules:\n  eligibility:\n    - { types: techer, sessions: maths-3, themes: muisc }\n    - { types: teacher }\n',
    ),
    [
      'error SOS305 23:16 There is no attendee type "techer". | Did you mean "teacher"?',
      'error SOS305 23:34 There is no session "maths-3". | Did you mean "maths-1"?',
      'error SOS305 23:51 There is no theme "muisc". | Did you mean "music"?',
      'error SOS303 24:7 A rule of eligibility needs "themes" or "sessions". | Say which sessions are for these attendee types only, such as "themes: [work]".',
    ],
  ],
  [
    'rules without a limit',
    append('rules:\n  spread:\n    - { themes: all }\n  mix:\n    - { types: teacher }\n'),
    [
      'error SOS303 23:7 A rule needs "atLeast" or "atMost". | Add one of them, such as "atLeast: 20%"; without it the rule asks for nothing.',
      'error SOS303 25:7 A rule needs "atLeast" or "atMost". | Add one of them, such as "atLeast: 20%"; without it the rule asks for nothing.',
    ],
  ],
  [
    'rules that cannot be kept',
    append(
      'rules:\n  spread:\n    - { atLeast: 5, atMost: 3 }\n    - { atLeast: 50%, atMost: 30% }\n  mix:\n    - { types: teacher, atLeast: 9%, atMost: 8.5% }\n',
    ),
    [
      'error SOS310 23:18 "atLeast" asks for more than "atMost" allows.',
      'error SOS310 24:18 "atLeast" asks for more than "atMost" allows.',
      'error SOS310 26:34 "atLeast" asks for more than "atMost" allows.',
    ],
  ],
  [
    'a share without %',
    append('rules:\n  spread:\n    - { atLeast: 0.5 }\n'),
    [
      `error SOS304 23:18 "atLeast" in rules.spread #1 must be a number of people, or a share such as 20%. | ${SEE}`,
    ],
  ],
  [
    'two rules of one id',
    append('rules:\n  spread:\n    - { id: a, atLeast: 1 }\n    - { id: a, atMost: 9 }\n'),
    ['error SOS306 24:13 The id "a" stands twice in rules.spread.'],
  ],
  [
    'organisations in two delegations',
    append(
      'delegations:\n  named:\n    - { id: oslo, organisations: [Oslo kommune, Bydel] }\n    - { id: asker, organisations: [Asker, " oslo Kommune"] }\n    - { id: baerum, organisations: [B, b] }\n',
    ),
    [
      'error SOS309 24:43 The organisation " oslo Kommune" stands in delegation "oslo" too.',
      'error SOS309 25:40 The organisation "b" stands twice in delegation "baerum".',
    ],
  ],
  [
    'delegations by a word',
    append('delegations: none\n'),
    [`error SOS304 21:14 "delegations" must be off, or must be a group of keys. | ${SEE}`],
  ],
  [
    'a delegation of one',
    append('delegations: { minimumSize: 1 }\n'),
    [`error SOS304 21:29 "minimumSize" in delegations must be at least 2. | ${SEE}`],
  ],
  [
    'a mailing without subject',
    append('emails:\n  mailings:\n    - { id: a }\n'),
    [`error SOS303 23:7 "subject" in emails.mailings #1 is missing. | ${SEE}`],
  ],
  [
    'a mailing to people whom there cannot be',
    append(
      'emails:\n  mailings:\n    - id: a\n      subject: A\n      audience:\n        - { types: pupil }\n        - { themes: [maths, mussic] }\n      except: { languages: nb }\n',
    ),
    [
      'error SOS305 26:20 There is no attendee type "pupil". | Known here: teacher.',
      'error SOS305 27:29 There is no theme "mussic". | Did you mean "music"?',
      'error SOS305 28:28 There is no language of the event "nb". | Known here: en.',
    ],
  ],
  [
    'keys and words of an audience that do not exist',
    append(
      'emails:\n  mailings:\n    - { id: a, subject: A, audience: { typ: teacher } }\n    - { id: b, subject: B, audience: { placement: sitting } }\n    - { id: c, subject: C, audience: { changes: [moved, all] } }\n',
    ),
    [
      'error SOS302 23:40 Unknown key "typ" in emails.mailings #1.audience. | Known here: types, delegations, organisations, units, themes, sessions, languages, status, placement, changes, leads, columns.',
      'error SOS304 24:51 "placement" in emails.mailings #2.audience must be one or some of seated, waiting, none. | docs/sosent-yaml.md describes every key; `sosent init` writes a commented example.',
      'error SOS304 25:57 Entry 2 of emails.mailings #3.audience.changes must be one or some of moved, promoted, changed, new, any. | Known here: moved, promoted, changed, new, any.',
    ],
  ],
  [
    'leads of delegations that no column tells',
    append(
      'emails:\n  mailings:\n    - { id: a, subject: A, audience: { leads: true } }\n    - { id: delegation-lead, subject: B }\n',
    ),
    [
      'error SOS303 23:40 Nothing says who leads a delegation. | Add to delegations: leads: { column: "...", values: ["..."] }',
      'error SOS303 24:13 Nothing says who leads a delegation. | Add to delegations: leads: { column: "...", values: ["..."] }',
    ],
  ],
  [
    'attachments that lead out of the event folder, or to what is known of everybody',
    append(
      'emails:\n  mailings:\n    - id: a\n      subject: A\n      attachments: [../x.pdf, /etc/passwd, "a\\\\b.pdf", data/attendees.csv, files//x.pdf, { file: C:/x }]\n',
    ),
    [
      ['25:21', '../x.pdf', 'the path must lead straight to a file in the event folder'],
      ['25:31', '/etc/passwd', 'the path begins outside the event folder'],
      ['25:44', 'a\\b.pdf', 'a path is written with "/"'],
      ['25:56', 'data/attendees.csv', 'data/ holds what is known of everybody'],
      ['25:76', 'files//x.pdf', 'the path must lead straight to a file in the event folder'],
      ['25:90', 'C:/x', 'the path begins outside the event folder'],
    ].map(
      ([place, path, reason]) =>
        `error SOS631 ${place} "${path}" cannot be attached: ${reason}. | Put the file into a folder of the event folder, for instance files/, and name it as files/programme.pdf.`,
    ),
  ],
  [
    'an unknown QR code',
    append('badges: { qr: barcode }\n'),
    ['error SOS304 21:15 "qr" in badges must be one of code, vcard, url, none. | Did you mean "code"?'],
  ],
  [
    'a column that means a number',
    append('columns:\n  "Tema": 3\n'),
    ['error SOS304 22:11 "Tema" in columns must be a text. | Put it in quotes: "3".'],
  ],
  [
    'many mistakes at once',
    whole('sosent: 1\nevnt: {}\nthemes: 5\nrooms:\n  - { id: a }\n'),
    [
      `error SOS303 1:1 "event" is missing. | ${SEE}`,
      `error SOS303 1:1 "timeSlots" is missing. | ${SEE}`,
      `error SOS303 1:1 "sessions" is missing. | ${SEE}`,
      'error SOS302 2:1 Unknown key "evnt". | Did you mean "event"?',
      `error SOS304 3:9 "themes" must be a list. | ${SEE}`,
      `error SOS303 5:5 "title" in rooms #1 is missing. | ${SEE}`,
      `error SOS303 5:5 "capacity" in rooms #1 is missing. | ${SEE}`,
    ],
  ],
];

describe('sosent.yaml with', () => {
  test.each(MISTAKES)('%s', (_what, edit, wanted) => {
    const { value, problems } = parseEvent(edit(SMALL_EVENT), 'sosent.yaml');

    expect(problems.map(lineOf)).toEqual(wanted);
    expect(problems.map((one) => one.location?.file)).toEqual(problems.map(() => 'sosent.yaml'));
    expect(value === undefined).toBe(problems.some((one) => one.severity === 'error'));
  });

  test.each<[string, Edit]>([
    ['an anchor', replace('[en]', '&languages [en]')],
    ['the same hours on another day', replace('start: "10:00"', 'date: 2026-03-13, start: "09:30"')],
    [
      'limits that only the attendees can compare',
      append('rules:\n  spread:\n    - { atLeast: 5, atMost: 30% }\n'),
    ],
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
  ])('%s is sound', (_what, edit) => {
    const { value, problems } = parseEvent(edit(SMALL_EVENT), 'sosent.yaml');

    expect(problems).toEqual([]);
    expect(value).toMatchObject({ id: 'teachers-day', date: '2026-03-12', languages: ['en'] });
  });
});

test('everything that was left out is filled in', () => {
  const session = (theme: string, title: string, timeSlot: string, room: string, capacity: number) => ({
    id: `${theme}-${timeSlot}`,
    theme,
    timeSlot,
    room,
    title: { und: title },
    capacity,
    minimum: 0,
    mayCancel: false,
    language: '',
  });

  expect(parseEvent(SMALL_EVENT, 'sosent.yaml').value).toEqual({
    id: 'teachers-day',
    title: { und: "Teachers' day" },
    date: '2026-03-12',
    timeZone: 'Europe/Oslo',
    country: 'NO',
    languages: ['en'],
    venue: {},
    address: '',
    url: '',
    contact: { name: '', email: '', phone: '' },
    hosts: [],
    colours: { primary: '#1f3a5f', accent: '#e4572e' },
    themes: [
      { id: 'maths', title: { und: 'Mathematics' }, aliases: [], description: {} },
      { id: 'music', title: { und: 'Music' }, aliases: [], description: {} },
    ],
    rooms: [
      { id: 'hall', title: { und: 'Hall' }, capacity: 3, accessible: true },
      { id: 'attic', title: { und: 'Attic' }, capacity: 2, accessible: true },
    ],
    timeSlots: [
      { id: '1', title: { nb: 'Bolk 1', en: 'Round 1' }, date: '2026-03-12', start: '09:00', end: '09:45' },
      { id: '2', title: { nb: 'Bolk 2', en: 'Round 2' }, date: '2026-03-12', start: '10:00', end: '10:45' },
    ],
    sessions: [
      session('maths', 'Mathematics', '1', 'hall', 3),
      session('maths', 'Mathematics', '2', 'hall', 3),
      session('music', 'Music', '1', 'attic', 2),
      session('music', 'Music', '2', 'attic', 2),
    ],
    attendeeTypes: [{ id: 'teacher', title: { und: 'Teacher' }, aliases: [], colour: '#0072b2' }],
    organisations: [],
    delegations: { named: [], minimumSize: 0 },
    rules: {
      criterion: 'fair',
      seed: 'teachers-day',
      ...NO_RULES,
    },
    columns: [],
    sources: { priority: [], fields: {} },
    badges: toBadges(undefined),
    emails: { from: '', replyTo: '', unsubscribe: '', mailings: [] },
  });
});
