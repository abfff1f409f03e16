import { expect, test } from 'vitest';
import { SosentError } from '../../../src/errors.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { eventOf, MAIL_EVENT, place, planFirst } from '../../helpers/mail-event.ts';
import { attendee } from '../assign/small-instances.ts';

function plan(people: readonly Attendee[], placements: readonly Placement[] = [], yaml = MAIL_EVENT) {
  return planFirst(eventOf(yaml), people, placements);
}

test('everybody who is coming gets a message of their own, in order of names', () => {
  const [bo, ann] = [attendee({ id: 'b', name: 'Bo' }), attendee({ id: 'a', name: 'Ann', code: 'AX7' })];
  const gone = attendee({ id: 'c', name: 'Cas', status: 'cancelled' });
  const seat = place('a', 'maths-1');

  expect(plan([bo, ann, gone], [seat, place('b', 'music-1')])).toEqual({
    mailing: {
      id: 'your-sessions',
      template: 'your-sessions',
      subject: { und: 'Your sessions at {{event.title}}' },
      audience: [],
      except: [],
      from: '',
      replyTo: '',
      unsubscribe: '',
      attachments: [],
      calendar: 'none',
    },
    from: { name: "Teachers' Day", address: 'day@example.org' },
    replyTo: undefined,
    unsubscribe: undefined,
    recipients: [
      {
        attendee: ann,
        address: 'a@example.org',
        language: 'en',
        placements: [seat],
        absences: [],
        changes: [],
        workplace: { title: '', people: [ann], needs: [], solutions: [] },
        delegation: undefined,
        messageId: expect.stringMatching(/^<[0-9a-f]{32}@example\.org>$/),
        fileName: 'AX7',
      },
      expect.objectContaining({ attendee: bo, placements: [place('b', 'music-1')], fileName: 'B' }),
    ],
    leftOut: [],
    outside: 0,
  });
});

test('names are in the order of the first language of the event', () => {
  const yaml = MAIL_EVENT.replace('languages: [en]', 'languages: [nb, en]');
  const people = ['Åse', 'Zara', 'Ørjan', 'anne'].map((name, index) => attendee({ id: `p${index}`, name }));
  const namesOf = (one: ReturnType<typeof plan>) => one.recipients.map(({ attendee: { name } }) => name);
  expect(namesOf(plan(people, [], yaml))).toEqual(['anne', 'Zara', 'Ørjan', 'Åse']);
  expect(namesOf(plan(people))).toEqual(['anne', 'Åse', 'Ørjan', 'Zara']);
});

test('who has no usable address is left out, with the reason', () => {
  const nobody = attendee({ id: 'a', email: ' ' });
  const several = attendee({ id: 'b', email: 'b@example.org, c@example.org' });
  expect(plan([nobody, several])).toMatchObject({
    recipients: [],
    leftOut: [
      { attendee: nobody, reason: 'no-address' },
      { attendee: several, reason: 'unusable-address' },
    ],
  });
});

test('two people with one address get a message each', () => {
  const couple = ['a', 'b'].map((id) => attendee({ id, email: 'both@example.org' }));
  const { recipients } = plan(couple);
  expect(recipients.map((one) => one.address)).toEqual(['both@example.org', 'both@example.org']);
  expect(new Set(recipients.map((one) => one.messageId)).size).toBe(2);
});

test('a language that the event lacks becomes its first', () => {
  const yaml = MAIL_EVENT.replace('languages: [en]', 'languages: [nb, en]');
  const people = ['en', 'nb', 'sv', ''].map((language, index) => attendee({ id: `p${index}`, language }));
  expect(plan(people, [], yaml).recipients.map((one) => one.language)).toEqual(['en', 'nb', 'nb', 'nb']);
  expect(plan(people).recipients.map((one) => one.language)).toEqual(['en', 'en', 'en', 'en']);
});

test('a file is named by the code only where that leads nowhere else and is nobody else’s', () => {
  const codes = [
    'A7',
    'a7',
    '',
    '../../etc/passwd',
    'x/y',
    'C:\\x',
    '.',
    'CON',
    'com1',
    'a'.repeat(61),
    'B-8',
  ];
  const people = codes.map((code, index) => attendee({ id: `p${index}`, name: `P ${index + 10}`, code }));
  const names = plan(people).recipients.map((one) => one.fileName);
  expect(names.at(-1)).toBe('B-8');
  for (const name of names.slice(0, -1)) expect(name).toMatch(/^id-[0-9a-f]{16}$/);
  expect(new Set(names).size).toBe(codes.length);
});

test('the message id follows from event, mailing and attendee, and from nothing else', () => {
  const before = plan([attendee({ id: 'a' })]).recipients[0]?.messageId;
  const renamed = attendee({ id: 'a', name: 'Other', email: 'other@example.org', code: 'X' });
  expect(
    plan([renamed, attendee({ id: 'b' })]).recipients.find((one) => one.attendee === renamed)?.messageId,
  ).toBe(before);
  expect(plan([attendee({ id: 'b' })]).recipients[0]?.messageId).not.toBe(before);
});

test('an international sender gets a message id in ASCII', () => {
  const yaml = MAIL_EVENT.replace('day@example.org', 'day@blåbær.example');
  expect(plan([attendee({ id: 'a' })], [], yaml).recipients[0]?.messageId).toMatch(/@sosent\.invalid>$/);
});

test('no usable sender is SOS602, and so is an unusable address for replies', () => {
  const codes = (yaml: string): unknown => {
    try {
      return plan([], [], yaml);
    } catch (error) {
      return error instanceof SosentError
        ? error.problems.map(({ code, message }) => `${code} ${message}`)
        : error;
    }
  };
  expect(codes(MAIL_EVENT.replace("from: Teachers' Day <day@example.org>", 'replyTo: ""'))).toEqual([
    'SOS602 Nobody is named as the sender of the mails.',
  ]);
  expect(
    codes(
      MAIL_EVENT.replace('<day@example.org>', 'day@example').replace('mailings:', 'replyTo: me\n  mailings:'),
    ),
  ).toEqual([
    'SOS602 emails.from in sosent.yaml: "Teachers\' Day day@example" is not one e-mail address.',
    'SOS602 emails.replyTo in sosent.yaml: "me" is not one e-mail address.',
  ]);
});
