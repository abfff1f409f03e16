import { Chalk } from 'chalk';
import { describe, expect, test } from 'vitest';
import { comparePlans } from '../../../src/core/assign/compare-plans.ts';
import { compareRows } from '../../../src/core/assign/verify-plan.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { renderChanges } from '../../../src/render/terminal/plan-changes.ts';
import { attendee, event, instance } from './small-instances.ts';

const chalk = new Chalk({ level: 0 });

/** Places as `attendee session`, or `attendee ?session` for somebody who waits. */
function plan(...places: string[]): Placement[] {
  return places.map((place) => {
    const [who = '', where = ''] = place.split(' ');
    const session = where.replace('?', '');
    const kind = where.startsWith('?') ? 'waitlisted' : 'assigned';
    return { attendee: who, timeSlot: session.split('-')[1] ?? '', session, kind, rank: 0 };
  });
}

describe('what changes for people', () => {
  const people = [
    attendee({ id: 'stays' }),
    attendee({ id: 'moves', name: 'Åse' }),
    attendee({ id: 'loses', name: 'Anne' }),
    attendee({ id: 'waited' }),
    attendee({ id: 'gone-session' }),
    attendee({ id: 'comes' }),
    attendee({ id: 'cancels', status: 'cancelled' }),
  ];
  const of = instance(event({ 'a/1': 9, 'b/1': 9, 'a/2': 9, 'b/2': 9 }), people);
  const before = plan(
    ...['stays a-1', 'stays b-2', 'moves a-1', 'moves b-2', 'loses a-1', 'waited ?a-1', 'waited b-2'],
    ...['gone-session c-1', 'cancels a-1', 'vanished b-1'],
  );
  const after = plan(
    ...['stays a-1', 'stays b-2', 'moves b-1', 'moves a-2', 'loses ?a-1', 'waited a-1', 'waited b-2'],
    ...['gone-session b-1', 'comes a-1'],
  );

  test('is told person by person: moves first, in the order of names', () => {
    const { moves, people: changed } = comparePlans(of, people, { before, after });
    const place = (at: { session: string; waits: boolean } | undefined): string =>
      at === undefined ? '-' : `${at.waits ? '?' : ''}${at.session}`;
    expect(moves).toBe(3);
    expect(
      changed.map(({ attendee: id, kind, slots }) => [
        id,
        kind,
        ...slots.map((one) => `${place(one.before)} ${place(one.after)}`),
      ]),
    ).toEqual([
      ['loses', 'moved', 'a-1 ?a-1'],
      ['moves', 'moved', 'a-1 b-1', 'b-2 a-2'],
      ['gone-session', 'changed', 'c-1 b-1'],
      ['waited', 'promoted', '?a-1 a-1'],
      ['comes', 'new', '- a-1'],
      ['cancels', 'cancelled', 'a-1 -'],
      ['vanished', 'cancelled', 'b-1 -'],
    ]);
  });

  test('whoever will be away frees a seat, and that is no move', () => {
    const away = { column: 'Team', present: [{ value: 'away', timeSlots: ['2'] }] };
    const those = [attendee({ id: 'away', extra: { Team: 'away' } })];
    const at = event({ 'a/1': 9, 'b/2': 9 }, { availability: away });
    const plans = { before: plan('away a-1', 'away b-2'), after: plan('away b-2') };
    const changes = comparePlans(instance(at, those), those, plans);
    expect([changes.moves, changes.people.map((one) => one.kind)]).toEqual([0, ['changed']]);
    expect(renderChanges(at, changes, chalk, 80)).toEqual([
      'Against the published plan: 0 seats move, 1 otherwise changed.',
      '  changed    Person away (AWAY): 09:00 frees a',
    ]);
  });

  test('nothing, where the plan is the published one', () => {
    const same = before.filter((one) => !['cancels', 'vanished', 'gone-session'].includes(one.attendee));
    expect(comparePlans(of, people, { before: same, after: same })).toEqual({ moves: 0, people: [] });
  });
});

describe('rows beside the rows that the rules give', () => {
  const computed = plan('p1 a-1', 'p2 b-1', 'p3 ?a-1', 'p4 ?a-1');

  test('seats in another order are the same plan', () => {
    const [p1, p2, ...queue] = computed;
    const shuffled = [p2, p1, ...queue].flatMap((one) => one ?? []);
    expect(compareRows(shuffled, computed)).toEqual({ differences: [], queue: undefined });
  });

  test('a changed, a missing and an added row', () => {
    const written = plan('p1 b-1', 'p3 ?a-1', 'p4 ?a-1', 'p5 a-1');
    expect(
      compareRows(written, computed).differences.map((one) => [
        one.attendee,
        one.written?.session,
        one.computed?.session,
      ]),
    ).toEqual([
      ['p1', 'b-1', 'a-1'],
      ['p2', undefined, 'b-1'],
      ['p5', 'a-1', undefined],
    ]);
  });

  test('a seat given twice in a time slot', () => {
    expect(compareRows([...plan('p1 b-1'), ...computed], computed).differences).toHaveLength(2);
  });

  test('the waitlist in another order', () => {
    const { differences, queue } = compareRows(plan('p1 a-1', 'p2 b-1', 'p4 ?a-1', 'p3 ?a-1'), computed);
    expect([differences, queue?.written.attendee, queue?.computed.attendee]).toEqual([[], 'p4', 'p3']);
  });
});
