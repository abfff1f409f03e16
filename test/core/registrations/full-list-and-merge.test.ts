import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Registration } from '../../../src/model/registration.ts';
import { registration, testEvent } from './event.ts';
import { type Before, plan, type WholePlan } from './plan.ts';

const kari = registration({ name: 'Kari Moe', email: 'kari@oslo.example', sourceId: '1' });
const ola = registration({ name: 'Ola Dahl', email: 'ola@x.example', sourceId: '2' }, { line: 3 });
const statuses = ({ attendees }: Before): Record<string, string> =>
  Object.fromEntries(attendees.map(({ name, status }) => [name, status]));

describe('a full list (--complete)', () => {
  it('cancels those whom it does not name any more, and nobody without it', () => {
    const first = plan([kari, ola]);
    const selection = plan([kari], first);
    const full = plan([kari], first, { complete: true });

    expect([selection.withdrawn, statuses(selection)]).toEqual([
      [],
      { 'Kari Moe': 'registered', 'Ola Dahl': 'registered' },
    ]);
    expect(full.withdrawn.map((one) => one.name)).toEqual(['Ola Dahl']);
    expect(statuses(full)).toEqual({ 'Kari Moe': 'registered', 'Ola Dahl': 'cancelled' });
    expect(plan([kari], full, { complete: true }).withdrawn).toEqual([]);
  });

  it('has those back who stand on it again, though it has no status column', () => {
    const full = plan([kari], plan([kari, ola]), { complete: true });
    const back = plan([kari, ola], full, { complete: true });

    expect(back.changed.map(({ attendee, changes }) => [attendee.name, changes])).toEqual([
      ['Ola Dahl', [{ field: 'status', before: 'cancelled', after: 'registered' }]],
    ]);
  });

  it('says nothing about people of another source, and keeps those whom another one still names', () => {
    const elsewhere = registration({ name: 'Ola Dahl', email: 'ola@x.example' }, { shape: 'csv-b' });
    const guest = registration({ name: 'Eva Lie', email: 'eva@x.example' }, { shape: 'csv-b', line: 3 });
    const first = plan([kari, ola, elsewhere, guest]);

    expect(plan([kari], first, { complete: true }).withdrawn).toEqual([]);
    expect(plan([guest], first, { complete: true }).withdrawn).toEqual([]);
  });

  it('spares somebody who may stand in a row that was rejected', () => {
    const broken = registration({ name: 'Ola Dahl', email: 'ola(a)x.example', sourceId: '2' }, { line: 3 });

    expect(plan([kari, broken], plan([kari, ola]), { complete: true }).withdrawn).toEqual([]);
  });
});

describe('two who are one (--merge)', () => {
  const other = registration(
    { name: 'Kari M. Berg', email: 'kari@privat.example', phone: '5', dietary: 'Nøtter', sourceId: '9' },
    { line: 4, wishes: ['Arbeid'] },
  );

  it('the first keeps id, code and values; what is empty is filled from the second', () => {
    const first = plan([kari, other]);
    const [berg, moe] = first.attendees;
    const merged = plan([], first, { merges: [`${moe?.code}=${berg?.code}`] });

    expect(merged.attendees).toEqual([{ ...moe, phone: '5', dietary: 'Nøtter', wishes: [['arbeid']] }]);
    expect(merged.joined).toBe(1);
  });

  it('the rows of both are that person ever after, and say nothing new', () => {
    const first = plan([kari, other]);
    const merged = plan([], first, { merges: ['kari@oslo.example=kari@privat.example'] });
    const again = plan([kari, other], merged);

    expect([again.added, again.attendees.length]).toEqual([[], 1]);
    expect(plan([kari, other], again).attendees).toEqual(again.attendees);
  });

  it('joins a newcomer of the same import, who is then not asked about', () => {
    const first = plan([kari]);
    const twin = registration({ name: 'Karoline Berg', email: 'kari@oslo.example' }, { shape: 'csv-b' });
    const seen = plan([twin], first);
    const [double] = seen.doubles;
    const joined = plan([twin], first, { merges: [`${double?.other.id}=${double?.attendee.id}`] });

    expect(double).toMatchObject({ shared: 'email', other: { name: 'Kari Moe' } });
    expect([joined.attendees.length, joined.added, joined.doubles]).toEqual([1, [], []]);
  });

  it('no longer counts the organisation of the one who goes as a spelling', () => {
    const rows = ['Bærum kommune', 'Baerum Kommune'].map((organisation, index) =>
      registration(
        { name: `Kari ${index}x`, email: `k${index}@x.example`, organisation },
        { line: index + 2 },
      ),
    );
    expect(plan(rows).organisations).toHaveLength(1);
    const merges = ['k0@x.example=k1@x.example'];
    expect(plan(rows, undefined, { merges }).organisations).toEqual([]);
    const known = plan(rows.slice(1));
    expect(plan(rows.slice(0, 1), known, { merges }).organisations).toEqual([]);
  });

  it('follows chains: whoever has gone already is the one they went into', () => {
    const rows = ['Ada', 'Bo', 'Cy'].map((name, index) =>
      registration({ name, email: `${name}@x.example` }, { line: index + 2 }),
    );
    const first = plan(rows);
    for (const merges of [
      ['Ada=Bo', 'Bo=Cy'],
      ['Bo=Cy', 'Ada=Bo'],
      ['Ada=Bo', 'Ada=Cy', 'Cy=Bo'],
    ]) {
      expect(plan([], first, { merges }).attendees.map((one) => one.name)).toEqual(['Ada']);
    }
  });

  it.each([
    ['Kari Moe', 'There is no "=" between them.'],
    ['Kari Moe=Nobody', 'Nobody is called "Nobody".'],
    ['Kari Moe=kari@oslo.example', 'Both are the same person.'],
  ])('refuses %j', (word, reason) => {
    const { problems, joined } = plan([], plan([kari, ola]), { merges: [word] });

    expect(problems).toMatchObject([{ code: 'SOS250', hint: expect.stringContaining(reason) }]);
    expect(joined).toBe(0);
  });

  it('loses nobody but the one who goes, whoever is merged with whom', () => {
    const people = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(people, fc.nat(), fc.nat(), (numbers, a, b) => {
        const rows = numbers.map((n) =>
          registration({ name: `Person ${n}x${n}`, email: `p${n}@x.example` }, { line: n + 1 }),
        );
        const first = plan(rows);
        const stays = first.attendees[a % first.attendees.length];
        const goes = first.attendees[b % first.attendees.length];
        if (stays === undefined || goes === undefined || stays === goes) return;
        const merged = plan([], first, { merges: [`${stays.id}=${goes.id}`] });

        expect(merged.attendees.map((one) => one.id)).toEqual(
          first.attendees.filter((one) => one !== goes).map((one) => one.id),
        );
        expect(merged.records.flatMap((one) => one.rows).sort()).toEqual(
          first.records.flatMap((one) => one.rows).sort(),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('sources that agree', () => {
  it('in other letters give the same person together as one after the other', () => {
    const [a, b] = ['kari@OSLO.example', 'kari@oslo.example'].map((email, index) =>
      registration(
        { name: 'Kari Moe', email, phone: index === 0 ? '912 00 001' : '+4791200001' },
        { shape: `csv-${index}` },
      ),
    ) as [Registration, Registration];
    const face = ({ attendees }: Before) => attendees.map(({ email, phone }) => ({ email, phone }));

    expect(face(plan([a, b]))).toEqual([{ email: 'kari@OSLO.example', phone: '912 00 001' }]);
    expect(face(plan([a, b]))).toEqual(face(plan([b], plan([a]))));
    expect(plan([b, a], plan([a, b])).changed).toEqual([]);
  });
});

describe('sources that differ', () => {
  const asked = { ...testEvent(), sources: { priority: ['pretix'], fields: { phone: ['web*.csv'] } } };
  const said = (shape: string, phone: string, role: string): Registration => {
    const row = registration({ name: 'Kari Moe', email: 'kari@oslo.example', phone, role }, { shape });
    return { ...row, origin: { ...row.origin, file: shape === 'pretix' ? 'orders.csv' : 'webform.csv' } };
  };
  const run = (rows: readonly Registration[], before?: Before): WholePlan =>
    plan(rows, before, { event: asked });

  it('the organiser ranks them, for all fields and for single ones, whatever comes last', () => {
    const both = run([said('pretix', '1', 'Leder'), said('csv-b', '2', 'Sjef')]);
    const apart = run([said('csv-b', '2', 'Sjef')], run([said('pretix', '1', 'Leder')]));

    expect([both, apart].map(({ attendees }) => [attendees[0]?.phone, attendees[0]?.role])).toEqual([
      ['2', 'Leder'],
      ['2', 'Leder'],
    ]);
  });

  it('a trusted source that says something new is heard, and one that says nothing leaves the word to the next', () => {
    const first = run([said('pretix', '1', ''), said('csv-b', '', 'Sjef')]);
    const second = run([said('pretix', '1', 'Leder')], first);

    expect(first.attendees).toMatchObject([{ phone: '1', role: 'Sjef' }]);
    expect(second.changed.map((one) => one.changes)).toEqual([
      [{ field: 'role', before: 'Sjef', after: 'Leder' }],
    ]);
    expect(run([said('csv-b', '', 'Direktør')], second).changed).toEqual([]);
  });
});
