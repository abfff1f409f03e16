import { expect, test } from 'vitest';
import { gatherFacts, type MailingInputs } from '../../../src/core/mail/facts.ts';
import { planMailing } from '../../../src/core/mail/plan-mailing.ts';
import { SosentError } from '../../../src/errors.ts';
import { eventOf, firstMailing, MAIL_EVENT, place } from '../../helpers/mail-event.ts';
import { attendee } from '../assign/small-instances.ts';

const EXTRA = { 'T-shirt': '' };
const ANN = attendee({ id: 'ann', type: 'teacher', organisation: 'Hill School', role: 'Head', extra: EXTRA });
const BO = attendee({
  id: 'bo',
  organisation: 'hill  school',
  unit: 'Class 4',
  extra: { 'T-shirt': 'Large' },
});
const CAS = attendee({ id: 'cas', organisation: 'Lake School', language: 'nb', extra: EXTRA });
const DI = attendee({ id: 'di', status: 'cancelled', extra: EXTRA });

const INPUTS: MailingInputs = {
  attendees: [ANN, BO, CAS, DI],
  pins: [],
  placements: [place('ann', 'maths-1'), place('ann', 'music-2', 'waitlisted'), place('bo', 'music-1')],
  published: [place('ann', 'maths-1'), place('ann', 'maths-2'), place('bo', 'music-1', 'waitlisted')],
};

/** The ids of whom a mailing goes to, with these lines in its entry in sosent.yaml. */
function meant(lines: readonly string[], inputs: Partial<MailingInputs> = {}): readonly string[] {
  const yaml = `${MAIL_EVENT.replace('languages: [en]', 'languages: [en, nb]')}${lines.map((line) => `      ${line}\n`).join('')}delegations: { minimumSize: 2, named: [{ id: hill, organisations: [Hill School] }], leads: { column: role, values: head } }\n`;
  const event = eventOf(yaml);
  const facts = gatherFacts(event, { ...INPUTS, ...inputs });
  return planMailing(firstMailing(event), facts).recipients.map((one) => one.attendee.id);
}

test.each<readonly [lines: readonly string[], ids: readonly string[]]>([
  [[], ['ann', 'bo', 'cas']],
  [['audience: { types: teacher }'], ['ann']],
  [['audience: { delegations: hill }'], ['ann', 'bo']],
  [['audience: { organisations: [HILL SCHOOL, Sea School] }'], ['ann', 'bo']],
  [['audience: { units: Class * }'], ['bo']],
  [['audience: { languages: nb }'], ['cas']],
  [['audience: { status: cancelled }'], ['di']],
  [['audience: { status: [cancelled, registered], types: teacher }'], ['ann']],
  [['audience: { themes: music }'], ['bo']],
  [['audience: { sessions: [maths-1, maths-2] }'], ['ann']],
  [['audience: { placement: seated }'], ['ann', 'bo']],
  [['audience: { placement: waiting }'], ['ann']],
  [['audience: { placement: [none, waiting] }'], ['ann', 'cas']],
  [['audience: { changes: any }'], ['ann', 'bo']],
  [['audience: { changes: promoted }'], ['bo']],
  [['audience: { changes: moved }'], ['ann']],
  [['audience: { leads: true }'], ['ann']],
  [['audience: { leads: false }'], ['bo', 'cas']],
  [['audience: { columns: { t-shirt: "*" } }'], ['bo']],
  [['audience: { columns: { T-shirt: [Small, large], role: "*" } }'], []],
  [['audience: [{ types: teacher }, { languages: nb }]'], ['ann', 'cas']],
  [['audience: { placement: seated, delegations: hill }', 'except: { types: teacher }'], ['bo']],
  [['except: [{ languages: nb }, { units: Class 4 }]'], ['ann']],
  [['template: delegation-lead'], ['ann']],
  [['template: plan-changed'], ['ann', 'bo']],
  [['template: waitlist'], ['ann', 'bo']],
  [['template: plan-changed', 'audience: { languages: nb }'], ['cas']],
])('%s', (lines, ids) => {
  expect(meant(lines)).toEqual(ids);
});

test('who is coming and not meant is counted, and nobody besides', () => {
  const event = eventOf(`${MAIL_EVENT}      audience: { types: teacher }\n`);
  expect(planMailing(firstMailing(event), gatherFacts(event, INPUTS))).toMatchObject({
    outside: 2,
    leftOut: [],
  });
});

test('a lead has the list of their people, by name, with the places of each', () => {
  const event = eventOf(
    `${MAIL_EVENT}      template: delegation-lead\ndelegations: { minimumSize: 2, leads: { column: role, values: head } }\n`,
  );
  const [lead] = planMailing(firstMailing(event), gatherFacts(event, INPUTS)).recipients;
  expect(lead?.delegation).toEqual({
    title: { und: 'Hill School' },
    members: [
      { attendee: ANN, placements: INPUTS.placements?.slice(0, 2), absences: [] },
      { attendee: BO, placements: [place('bo', 'music-1')], absences: [] },
    ],
  });
});

test('what colleagues noted is gathered once each, however they write the organisation', () => {
  const event = eventOf(MAIL_EVENT);
  const noted = ['Chairs', '', ' Chairs ', 'Tables'].map((needs, index) =>
    attendee({ id: `n${index}`, organisation: index === 3 ? 'HILL school' : 'Hill School', needs }),
  );
  const { recipients } = planMailing(
    firstMailing(event),
    gatherFacts(event, { ...INPUTS, attendees: noted }),
  );
  expect(new Set(recipients.map((one) => one.workplace)).size).toBe(1);
  expect(recipients[0]?.workplace).toEqual({
    title: 'Hill School',
    people: noted,
    needs: ['Chairs', 'Tables'],
    solutions: [],
  });
});

test('a column that nobody has, or changes of a plan that was never published', () => {
  const problems = (lines: readonly string[], inputs: Partial<MailingInputs> = {}): unknown => {
    try {
      return meant(lines, inputs);
    } catch (error) {
      return error instanceof SosentError ? error.problems.map((one) => one.message) : error;
    }
  };
  expect(problems(['audience: { columns: { Tshirt: Large } }'])).toEqual([
    'your-sessions: no registration has a column "Tshirt".',
  ]);
  expect(problems(['template: waitlist'], { published: undefined })).toEqual([
    'your-sessions tells what changed, and no plan was published that it changed from.',
  ]);
  expect(problems(['audience: { columns: { Tshirt: Large } }'], { attendees: [] })).toEqual([]);
});
