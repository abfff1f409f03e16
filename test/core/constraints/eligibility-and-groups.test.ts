import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Instance } from '../../../src/core/assign/instance.ts';
import { checkPlan } from '../../../src/core/constraints/check-plan.ts';
import type { Pin, Placement } from '../../../src/model/placement.ts';
import { arbitraryInstance } from '../assign/arbitrary-instance.ts';
import { attendee, event } from '../assign/small-instances.ts';
import { pinned, plan, type Row, resolve, said, seat } from './plans.ts';

const seatsOf = async (of: Instance): Promise<string[]> =>
  (await plan(of)).placements
    .filter((one) => one.kind !== 'waitlisted')
    .map((one) => `${one.attendee} ${one.session}`);

const PEOPLE = ['ann', 'bo', 'cas'].map((id) => attendee({ id, name: id, wishes: [['work'], ['elderly']] }));

describe('eligibility', () => {
  const rule = { id: 'founders', types: ['entrepreneur'], themes: ['work'], sessions: [] };
  const of = event({ 'work/1': 2, 'elderly/1': 2 }, { eligibility: [rule] });
  const people = [...PEOPLE, attendee({ id: 'dee', name: 'dee', type: 'entrepreneur' })];

  test('somebody of another type is told by name, session and rule; who waits, waits elsewhere', async () => {
    expect(said(pinned(of, people), seat('ann', 'work-1'), seat('dee', 'work-1'))).toEqual([
      'hard 1: ann sits in work 09:00, which the rule founders keeps for Entrepreneur.',
    ]);
    const { placements } = await plan(pinned(of, people));
    expect(placements.map((one) => `${one.kind} ${one.session}`).sort()).toEqual([
      'assigned elderly-1',
      'assigned elderly-1',
      'assigned work-1',
      'waitlisted elderly-1',
    ]);
  });

  test('whoever is pinned there is let in', async () => {
    const withMayor = pinned(of, people, ['pin', 'ann', 'work-1']);
    expect(await seatsOf(withMayor)).toContain('ann work-1');
  });

  test('several rules for one session must all hold; a single session can be meant', () => {
    const second = { id: 'towns', types: ['municipality'], themes: [], sessions: ['work-1'] };
    const both = pinned(event({ 'work/1': 2, 'work/2': 2 }, { eligibility: [second] }), people);
    expect(said(both, seat('dee', 'work-1'), seat('ann', 'work-2'))).toEqual([
      'hard 1: dee sits in work 09:00, which the rule towns keeps for Municipality.',
    ]);
  });
});

describe('together', () => {
  const of = event({ 'work/1': 2, 'elderly/1': 1, 'work/2': 1, 'elderly/2': 2 });

  test('they share every session, also where one of them would have sat better alone', async () => {
    const pair = pinned(of, PEOPLE, ['together', 'ann', 'guide'], ['together', 'bo', 'Guide']);
    expect(await seatsOf(pair)).toEqual([
      'ann work-1',
      'ann elderly-2',
      'bo work-1',
      'bo elderly-2',
      'cas elderly-1',
      'cas work-2',
    ]);
  });

  test('a plan that parts them is refused, with the time and both places', () => {
    const pair = pinned(of, PEOPLE, ['together', 'ann', 'guide'], ['together', 'bo', 'guide']);
    expect(said(pair, seat('ann', 'work-1'), seat('bo', 'elderly-1'), seat('ann', 'elderly-2'))).toEqual([
      'hard 1: ann, bo belong together (guide) but are at 09:00 in work 09:00 and elderly 09:00.',
      'hard 1: ann, bo belong together (guide) but are at 10:00 in elderly 10:00 and no session.',
    ]);
  });

  test('a column of the registrations puts people together; blank cells do not', async () => {
    const people = PEOPLE.map((one, index) => ({
      ...one,
      extra: { 'Comes with': ['Ida', ' ida', ''][index] ?? '' },
    }));
    const by = { ...of, rules: { ...of.rules, together: [{ id: 'company', column: 'comes with' }] } };
    expect((await seatsOf(pinned(by, people))).filter((one) => !one.startsWith('cas'))).toEqual([
      'ann work-1',
      'ann elderly-2',
      'bo work-1',
      'bo elderly-2',
    ]);
  });

  test('who would wait alone waits with the others', async () => {
    const small = event({ 'work/1': 1 });
    const pair = pinned(small, PEOPLE.slice(0, 2), ['together', 'ann', 'g'], ['together', 'bo', 'g']);
    expect(await seatsOf(pair)).toEqual([]);
  });
});

describe('apart', () => {
  const of = event({ 'work/1': 3, 'elderly/1': 3 });
  const rivals = (kind: 'apart') =>
    [
      [kind, 'ann', 'rivals'],
      [kind, 'bo', 'rivals'],
      [kind, 'cas', 'rivals'],
    ] as const;

  test('pins keep people apart at any price', async () => {
    const parted = pinned(of, PEOPLE, ...rivals('apart'));
    expect(said(parted, ...PEOPLE.map(({ id }) => seat(id, 'work-1')))).toEqual([
      'hard 2: ann, bo, cas sit in work 09:00 but are to be kept apart (rivals).',
    ]);
    expect((await seatsOf(parted)).map((one) => one.split(' ')[1]).sort()).toEqual(['elderly-1', 'work-1']);
  });

  test('a column keeps them apart as far as there are sessions, and says what is left', async () => {
    const people = PEOPLE.map((one) => ({ ...one, organisation: 'Bakery' }));
    const by = event(
      { 'work/1': 3, 'elderly/1': 3 },
      { apart: [{ id: 'firms', column: 'organisation', weight: 1 }] },
    );
    const { violations } = await plan(pinned(by, people));
    expect(violations.map((one) => [one.hard, one.amount])).toEqual([[false, 1]]);
    expect(violations[0]?.message).toMatch(/ sit in .* but are to be kept apart \(rule firms: Bakery\)\.$/);
  });
});

describe('pins that a rule does not allow', () => {
  const of = event({ 'work/1': 1, 'elderly/1': 3, 'work/2': 3 });
  const problems = (...rows: readonly Row[]): string[] =>
    resolve(of, PEOPLE, rows).problems.map(
      ({ code, message, hint, location }) => `${code} :${location?.line} ${message} ${hint}`,
    );

  test('two who belong together are pinned to two places, or one is excluded where the other must sit', () => {
    const pair = [
      ['together', 'ann', 'g'],
      ['together', 'bo', 'g'],
    ] as const;
    expect(problems(...pair, ['pin', 'ann', 'elderly-1'], ['exclude', 'bo', 'elderly'])).toEqual([
      'SOS404 :5 The pins leave no other way, and it is not allowed: bo sits in elderly 09:00 but is excluded from it. Delete or change one of the lines 3, 4, 5, or the rule.',
    ]);
    expect(problems(...pair, ['pin', 'ann', 'work-1'])).toEqual([
      'SOS404 :4 The pins leave no other way, and it is not allowed: work 09:00 holds 1 person, but 2 are placed there. Delete or change line 4, or the rule.',
    ]);
    expect(problems(...pair, ['pin', 'ann', 'elderly-1'], ['pin', 'bo', 'work-1'])[0]).toContain(
      'ann sits in 2 sessions at 09:00: elderly-1, work-1.',
    );
  });

  test('people who are kept apart are pinned to one session', () => {
    expect(
      problems(
        ['apart', 'ann', 'g'],
        ['apart', 'bo', 'g'],
        ['pin', 'ann', 'elderly-1'],
        ['pin', 'bo', 'elderly-1'],
      ),
    ).toEqual([
      'SOS404 :5 The pins leave no other way, and it is not allowed: ann, bo sit in elderly 09:00 but are to be kept apart (g). Delete or change one of the lines 2, 3, 4, 5, or the rule.',
    ]);
  });

  test('a group without a name', () => {
    expect(problems(['apart', 'ann', ''])).toEqual([
      'SOS403 :2 A row of the kind "apart" names no group. Write a name of your own into "session": everybody with the same name is kept apart.',
    ]);
  });
});

test('mutated plans: whoever is moved out of a group, or into a session for others, is found', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryInstance({ people: 6, themes: 3, slots: 2 }), async (of) => {
      const made = (await plan(of)).placements.filter((one) => one.kind !== 'waitlisted');
      const hard = (mutated: readonly Placement[]): string[] =>
        checkPlan(of, mutated).flatMap((one) => (one.hard ? [one.constraint] : []));
      const reds = (kind: Pin['kind']): string[] => [
        ...new Set(
          of.pins.flatMap((one) =>
            one.pin.kind === kind && one.pin.session === 'red' ? [one.attendee.id] : [],
          ),
        ),
      ];
      for (const one of made.filter((each) => reds('together').includes(each.attendee))) {
        if (reds('together').length > 1)
          expect(hard(made.filter((each) => each !== one))).toContain('together');
      }
      const [first, second] = reds('apart');
      for (const one of made.filter((each) => each.attendee === first)) {
        if (second === undefined) continue;
        const others = made.filter((each) => each.attendee !== second || each.timeSlot !== one.timeSlot);
        expect(hard([...others, { ...one, attendee: second }])).toContain('apart');
      }
      const [closed] = of.event.rules.eligibility;
      const session = of.sessions.find((one) => closed?.sessions.includes(one.id));
      const stranger = of.attendees.find((one) => closed !== undefined && !closed.types.includes(one.type));
      const isPinned = of.pins.some((one) => one.pin.kind === 'pin' && one.attendee === stranger);
      if (session === undefined || stranger === undefined || isPinned) return;
      const others = made.filter((one) => one.attendee !== stranger.id);
      expect(
        hard(
          [...others, seat(stranger.id, session.id)].map((one) => ({
            ...one,
            timeSlot: of.sessions.find((each) => each.id === one.session)?.timeSlot ?? '',
          })),
        ),
      ).toContain('eligibility');
    }),
    { numRuns: 60 },
  );
});
