import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../src/model/registration.ts';
import { registration, testEvent } from './event.ts';
import { plan, type WholePlan } from './plan.ts';

const kari = { name: 'Kari Moe', email: 'kari@oslo.example' };
const valid = registration({ ...kari, sourceId: '1', phone: '1', status: 'Paid' });
const cancelled = registration({ ...kari, sourceId: '2', phone: '2', status: 'Cancelled' }, { line: 3 });
/** A row below a header that asks: "Kommer du?". */
const answer = (line: number, status: string, time: string): Registration => {
  const row = registration({ ...kari, status, registeredAt: time }, { line, shape: 'csv-form' });
  return { ...row, origin: { ...row.origin, columns: { ...row.origin.columns, status: 'Kommer du?' } } };
};
const counts = ({ added, changed, leftOut, merged, attendees }: WholePlan) => ({
  people: attendees.map(({ name, phone, status }) => [name, phone, status]),
  added: added.length,
  changed: changed.map((one) => one.changes),
  leftOut,
  merged,
});
const NOBODY = { people: [], added: 0, changed: [], leftOut: 0, merged: 0 };
const STAYS = { ...NOBODY, people: [['Kari Moe', '1', 'registered']] };
const CANCELS = {
  ...NOBODY,
  people: [['Kari Moe', '1', 'cancelled']],
  changed: [[{ field: 'status', before: 'registered', after: 'cancelled' }]],
};

describe('a cancelled row', () => {
  it.each(['Cancelled', 'Avmeldt', 'declined', 'refunded', 'void'])(
    'of somebody who was never here ("%s") makes no attendee, no problem and no record',
    (status) => {
      const first = plan([registration({ ...kari, status })]);
      expect(counts(first)).toEqual({ ...NOBODY, leftOut: 1 });
      expect([first.problems, first.records, first.changes]).toEqual([
        [],
        [],
        { attendees: false, records: false },
      ]);
    },
  );

  it('that was left out does not hinder the person who registers later', () => {
    const first = plan([cancelled]);
    const later = plan([registration({ ...kari, sourceId: '2', phone: '1', status: 'Paid' })], first);
    expect(counts(later)).toEqual({ ...STAYS, added: 1 });
  });

  it('cancels somebody who is known, as often as the file comes', () => {
    const first = plan([valid]);
    const gone = { ...valid, fields: { ...valid.fields, status: 'Cancelled' } };
    const second = plan([gone], first);
    expect(counts(second)).toEqual(CANCELS);
    const third = plan([gone], second);
    expect([third.attendees, third.records, third.changed]).toEqual([second.attendees, second.records, []]);
  });

  it('cancels somebody who is known from another source', () => {
    const elsewhere = registration({ ...kari, status: 'Avmeldt' }, { shape: 'csv-b' });
    expect(counts(plan([elsewhere], plan([valid])))).toEqual(CANCELS);
  });

  it.each([
    ['valid first', [valid, cancelled]],
    ['cancelled first', [cancelled, valid]],
    ['without ids', [valid, cancelled].map((one) => ({ ...one, fields: { ...one.fields, sourceId: '' } }))],
  ])('beside a valid one of the same person says nothing: %s', (_, both) => {
    const first = plan(both);
    expect(counts(first)).toEqual({ ...STAYS, added: 1, leftOut: 1 });
    expect(first.problems).toEqual([]);
    const second = plan(both, first);
    expect([second.attendees, second.records, second.changed]).toEqual([first.attendees, first.records, []]);
  });

  it('of one source beside a valid one of another leaves a new person in, whichever comes again', () => {
    const elsewhere = { ...cancelled, origin: { ...cancelled.origin, shape: 'csv-b' } };
    const first = plan([valid, elsewhere]);
    expect(first.attendees).toMatchObject([{ name: 'Kari Moe', status: 'registered' }]);
    for (const again of [[elsewhere, valid], [elsewhere], [valid]]) {
      const { attendees, records } = plan(again, first);
      expect({ attendees, records }).toEqual({ attendees: first.attendees, records: first.records });
    }
  });

  it('of the source that the organiser trusts most is believed', () => {
    const event = { ...testEvent(), sources: { priority: ['pretix'], fields: {} } };
    const trusted = { ...cancelled, origin: { ...cancelled.origin, shape: 'pretix' } };
    expect(counts(plan([valid, trusted], undefined, { event }))).toEqual({ ...NOBODY, leftOut: 2 });
  });

  it('of two tickets that were both valid leaves the person in, until the other is cancelled too', () => {
    const other = { ...cancelled, fields: { ...cancelled.fields, phone: '1', status: 'Paid' } };
    const two = plan([valid, other]);
    const one = plan([valid, cancelled], two);
    expect(counts(one)).toEqual({ ...STAYS, leftOut: 1 });
    const none = plan([{ ...valid, fields: { ...valid.fields, status: 'Cancelled' } }, cancelled], one);
    expect(none.attendees).toMatchObject([{ status: 'cancelled' }]);
  });

  it('that answers a question takes back what the person answered before, and only that', () => {
    const yes = answer(2, 'Ja', '2016-09-01 10:00');
    const no = answer(3, 'Nei', '2016-09-02 10:00');
    const yesAgain = answer(4, 'Ja', '2016-09-03 10:00');
    expect(counts(plan([yes, no]))).toEqual({ ...NOBODY, leftOut: 2 });
    expect(plan([yes, no], plan([yes])).attendees).toMatchObject([{ status: 'cancelled' }]);
    expect(plan([yes, no, yesAgain]).attendees).toMatchObject([{ status: 'registered' }]);
  });
});

describe('a cancelled row and a full list (--complete)', () => {
  it('adds nobody, cancels those who are known and keeps those who have another ticket', () => {
    const ola = registration({ name: 'Ola Dahl', email: 'ola@x.example', sourceId: '3' }, { line: 4 });
    const first = plan([valid, ola]);
    const stranger = registration(
      { name: 'Eva Lie', email: 'eva@x.example', sourceId: '4', status: 'Cancelled' },
      { line: 5 },
    );
    const full = plan([valid, cancelled, stranger], first, { complete: true });
    expect(full.attendees.map(({ name, status }) => [name, status])).toEqual([
      ['Kari Moe', 'registered'],
      ['Ola Dahl', 'cancelled'],
    ]);
    expect([full.withdrawn.map((one) => one.name), full.leftOut]).toEqual([['Ola Dahl'], 2]);
    const again = plan([valid, cancelled, stranger], full, { complete: true });
    expect([again.attendees, again.records, again.withdrawn]).toEqual([full.attendees, full.records, []]);
  });
});
