import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneReader } from '../../../src/core/registrations/read-phone.ts';
import type { Attendee } from '../../../src/model/attendee.ts';
import type { Registration } from '../../../src/model/registration.ts';
import { registration, testEvent } from './event.ts';
import { plan, type WholePlan } from './plan.ts';

const codes = ({ problems }: WholePlan) => problems.map((one) => one.code);
const edit = (before: WholePlan, change: Partial<Attendee>) => ({
  ...before,
  attendees: before.attendees.map((one) => ({ ...one, ...change })),
});

const kari = { name: 'Kari Åsnes', email: 'kari@oslo.example', organisation: 'Oslo kommune' };

describe('planImport', () => {
  it('adds people with a stable id and a short code', () => {
    const { attendees, added, problems } = plan([
      registration(
        { ...kari, sourceId: '2001', type: 'Kommune' },
        { wishes: ['Arbeid'], extra: { Notat: 'hei' } },
      ),
    ]);
    expect(problems).toEqual([]);
    expect(added).toEqual(attendees);
    expect(attendees).toEqual([
      {
        id: expect.stringMatching(/^a-[0-9a-hjkmnp-tv-z]{10}$/),
        code: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{4}$/),
        ...kari,
        phone: '',
        unit: '',
        type: 'municipality',
        role: '',
        language: 'nb',
        delegation: '',
        wishes: [['arbeid']],
        dietary: '',
        accessibility: '',
        needs: '',
        solutions: '',
        status: 'registered',
        registeredAt: '',
        source: 'csv-a.csv',
        sourceId: '2001',
        extra: { Notat: 'hei' },
      },
    ]);
  });

  it('changes field by field, and never erases by an empty cell', () => {
    const first = plan([registration({ ...kari, phone: '1', dietary: 'Nøtter', sourceId: '1' })]);
    const second = plan([registration({ ...kari, phone: '2', dietary: '', sourceId: '1' })], first);
    expect(second.changed).toEqual([
      {
        attendee: { ...first.attendees[0], phone: '2' },
        changes: [{ field: 'phone', before: '1', after: '2' }],
      },
    ]);
    expect([second.added, second.unchanged]).toEqual([[], []]);
  });

  it('cancels and never deletes', () => {
    const first = plan([
      registration(kari),
      registration({ name: 'Ola', email: 'ola@x.example' }, { line: 3 }),
    ]);
    const second = plan([registration({ ...kari, status: 'Avmeldt' })], first);
    expect(second.attendees.map(({ name, status }) => [name, status])).toEqual([
      ['Kari Åsnes', 'cancelled'],
      ['Ola', 'registered'],
    ]);
  });

  it("keeps the organiser's edit while the source says what it said", () => {
    const first = plan([registration({ ...kari, phone: '1' })]);
    const edited = edit(first, { phone: '999', dietary: 'Vegan' });
    const second = plan([registration({ ...kari, phone: '1' })], edited);
    expect([second.attendees, codes(second)]).toEqual([edited.attendees, []]);
  });

  it("keeps the organiser's edit and reports it where the source has changed as well, once", () => {
    const edited = edit(plan([registration({ ...kari, phone: '1' })]), { phone: '999' });
    const second = plan([registration({ ...kari, phone: '2' })], edited);
    expect([second.attendees[0]?.phone, codes(second)]).toEqual(['999', ['SOS217']]);
    const third = plan([registration({ ...kari, phone: '2' })], second);
    expect([third.attendees[0]?.phone, codes(third)]).toEqual(['999', []]);
  });

  it('puts two rows of one person together: the later registration wins where it says something', () => {
    const { attendees, merged, problems } = plan([
      registration({ ...kari, phone: '2', registeredAt: '7.9.2016' }, { line: 2 }),
      registration(
        { ...kari, name: 'Kari M. Åsnes', phone: '1', dietary: 'Nøtter', registeredAt: '5.9.2016' },
        { line: 3 },
      ),
    ]);
    expect(attendees).toMatchObject([{ name: 'Kari Åsnes', phone: '2', dietary: 'Nøtter' }]);
    expect(merged).toBe(1);
    expect(problems).toEqual([
      {
        code: 'SOS210',
        severity: 'warning',
        message: 'Kari M. Åsnes stands here and in csv-a.csv:2; imported as one person.',
        location: { file: 'csv-a.csv', line: 3 },
      },
    ]);
  });

  it('finds one person in two files, and importing one of them again changes nothing', () => {
    const a = registration({ ...kari, phone: '1', sourceId: '7' }, { shape: 'csv-a' });
    const b = registration(
      { name: 'Kari Åsnes', email: 'KARI@OSLO.example', phone: '2' },
      { shape: 'csv-b' },
    );
    const both = plan([a, b]);
    expect(both.attendees).toMatchObject([{ phone: '2', organisation: 'Oslo kommune' }]);
    for (const again of [[a], [b], [b, a]]) {
      const { attendees, records } = plan(again, both);
      expect({ attendees, records }).toEqual({ attendees: both.attendees, records: both.records });
    }
  });

  it('keeps colleagues apart who share a mailbox or an order', () => {
    const shared = { email: 'post@firma.example', organisation: 'Firma', sourceId: '7' };
    const rows = ['Anne Hansen', 'Anne Berg', 'Bo Dahl'].map((name, index) =>
      registration({ ...shared, name }, { line: index + 2 }),
    );
    const first = plan(rows);
    expect(first.attendees.map((one) => one.name)).toEqual(['Anne Berg', 'Anne Hansen', 'Bo Dahl']);
    expect(new Set(codes(first))).toEqual(new Set(['SOS218']));
    const second = plan(rows, first);
    expect([second.attendees, codes(second)]).toEqual([first.attendees, []]);
  });

  it('keeps namesakes apart who have addresses of their own', () => {
    const per = { name: 'Per Hansen', organisation: 'Oslo kommune' };
    const rows = [
      registration({ ...per, email: 'per1@x.example' }, { line: 2 }),
      registration({ ...per, email: 'per2@x.example' }, { line: 3 }),
      registration({ ...per, phone: '1' }, { line: 4 }),
    ];
    const first = plan(rows);
    expect(first.attendees.map((one) => one.email).sort()).toEqual(['', 'per1@x.example', 'per2@x.example']);
    expect(plan(rows, first).attendees).toEqual(first.attendees);
  });

  it('knows somebody by name and organisation where one side has no address', () => {
    const first = plan([registration({ name: 'Per Hansen', organisation: 'Oslo kommune' })]);
    const second = plan(
      [registration({ name: 'per hansen', organisation: 'OSLO kommune', email: 'p@x.example' })],
      first,
    );
    expect(second.attendees).toMatchObject([{ id: first.attendees[0]?.id, email: 'p@x.example' }]);
  });

  it('knows somebody by the id of the source whose address or name is new', () => {
    const first = plan([registration({ ...kari, sourceId: '7' })]);
    const moved = plan([registration({ ...kari, email: 'kari@ny.example', sourceId: '7' })], first);
    expect(moved.attendees).toMatchObject([{ id: first.attendees[0]?.id, email: 'kari@ny.example' }]);
    const renamed = plan([registration({ ...kari, name: 'Karianne Moe', sourceId: '7' })], first);
    expect(renamed.attendees).toMatchObject([{ id: first.attendees[0]?.id, name: 'Karianne Moe' }]);
    const other = plan(
      [registration({ ...kari, name: 'Ola Dahl', email: 'ola@x.example', sourceId: '7' })],
      first,
    );
    expect(other.attendees).toHaveLength(2);
  });

  it('knows somebody by the address in the source after the organiser mended it', () => {
    const first = edit(plan([registration(kari)]), { email: 'kari@riktig.example' });
    const second = plan([registration(kari)], first);
    expect([second.attendees, second.added]).toEqual([first.attendees, []]);
  });

  it('reports no change where a number is only written otherwise', () => {
    const tools = { phones: phoneReader('NO') };
    const written = plan([registration({ ...kari, phone: '912 34 567' })]);
    const again = [registration({ ...kari, phone: '+47 91234567' })];
    const second = plan(again, written, { tools });
    expect([second.changed, second.attendees, codes(second)]).toEqual([[], written.attendees, []]);
    // As Excel saves it.
    const edited = edit(written, { phone: '4791234567' });
    const third = plan(again, edited, { tools });
    expect([third.changed, third.attendees, codes(third)]).toEqual([[], edited.attendees, []]);
  });

  it('gives an alias its name when the file comes again, and makes nobody new', () => {
    const people = [
      registration({ name: 'Kari', organisation: 'Baerum Kommune' }),
      registration({ name: 'Ola', organisation: 'Bærum kommune' }, { line: 3 }),
      registration({ name: 'Per', organisation: 'Bærum kommune' }, { line: 4 }),
    ];
    const first = plan(people);
    expect(first.problems).toMatchObject([
      {
        code: 'SOS245',
        severity: 'hint',
        message: 'Perhaps one organisation: "Bærum kommune" (2), "Baerum Kommune" (1).',
        hint: 'If so, add to sosent.yaml under organisations:  - { name: "Bærum kommune", aliases: ["Baerum Kommune"] }  If not, list each as a name of its own.',
      },
    ]);
    const unified = {
      ...testEvent(),
      organisations: [{ name: 'Bærum kommune', aliases: ['Baerum Kommune'], units: [] }],
    };
    const second = plan(people, first, { event: unified });
    expect([second.added, second.problems]).toEqual([[], []]);
    expect(second.changed.map(({ attendee, changes }) => [attendee.name, changes])).toEqual([
      ['Kari', [{ field: 'organisation', before: 'Baerum Kommune', after: 'Bærum kommune' }]],
    ]);
    const third = plan(people, second, { event: unified });
    expect([third.attendees, third.records, third.changed]).toEqual([second.attendees, second.records, []]);
  });

  it('hints once per file at times that decide and cannot be read', () => {
    const rows = ['09/06/2016 10:00', '09/07/2016 11:00', '10/07/2016'].map((registeredAt, index) =>
      registration({ ...kari, registeredAt }, { line: index + 2 }),
    );
    const times = (list: readonly Registration[]) =>
      plan(list).problems.filter((one) => one.code === 'SOS244');
    expect(times(rows)).toEqual([
      {
        code: 'SOS244',
        severity: 'hint',
        message: 'Times such as "09/06/2016 10:00" can be read in two ways or in none.',
        hint: 'Of two rows of one person, the lower one counts as the later. Export the times as 2016-09-06 15:37 or 6.9.2016 15:37 to have them compared.',
        location: { file: 'csv-a.csv', line: 2 },
      },
    ]);
    expect(times(rows.slice(0, 1))).toEqual([]);
  });

  it('leaves out rejected rows and names them', () => {
    const { attendees, rejected, problems } = plan([
      registration(kari),
      registration({ ...kari, name: '' }, { line: 3 }),
      registration({ name: 'Ola', email: 'ola' }, { line: 4 }),
    ]);
    expect(attendees).toHaveLength(1);
    expect(rejected).toEqual([
      { file: 'csv-a.csv', line: 3 },
      { file: 'csv-a.csv', line: 4 },
    ]);
    expect(problems.map((one) => one.code)).toEqual(['SOS207', 'SOS208']);
  });

  it('forgets what the sources said about somebody who was deleted', () => {
    const first = plan([
      registration(kari),
      registration({ name: 'Ola', email: 'ola@x.example' }, { line: 3 }),
    ]);
    const left = { ...first, attendees: first.attendees.filter((one) => one.name === 'Ola') };
    expect(plan([], left).records.map((one) => one.fields.name)).toEqual(['Ola']);
  });
});

describe('planImport, whatever is registered', () => {
  const names = fc.constantFrom(
    'Kari Moe',
    'Kari Berg',
    'K. Moe',
    'Ola Dahl',
    '李 军',
    'kari moe',
    'constructor',
  );
  const emails = fc.constantFrom(
    '',
    'kari@x.example',
    'KARI@x.example',
    'ola@x.example',
    'post@y.example',
    'broken',
  );
  const rows = fc.record({
    fields: fc.record({
      name: names,
      email: emails,
      organisation: fc.constantFrom('', 'Oslo', 'oslo '),
      phone: fc.constantFrom('', '1', '2'),
      status: fc.constantFrom('', 'Avmeldt', 'ok'),
      sourceId: fc.constantFrom('', '1', '2'),
    }),
    wishes: fc.array(fc.constantFrom('', 'Arbeid', 'Eldre', 'Eldr', 'X'), { maxLength: 3 }),
    shape: fc.constantFrom('csv-a', 'csv-b'),
    extra: fc.constantFrom<Record<string, string>>({}, { constructor: 'x' }, { Notat: 'n' }),
  });
  const lists = fc
    .array(rows, { maxLength: 12 })
    .map((list) =>
      list.map(({ fields, ...more }, index) => registration(fields, { ...more, line: index + 2 })),
    );

  it('importing twice changes nothing, ids and codes are distinct, and nobody is lost', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const first = plan(list);
        const second = plan(list, first);
        expect([second.attendees, second.records]).toEqual([first.attendees, first.records]);
        expect([second.added, second.changed]).toEqual([[], []]);
        expect(new Set(first.attendees.map((one) => one.id)).size).toBe(first.attendees.length);
        expect(new Set(first.attendees.map((one) => one.code)).size).toBe(first.attendees.length);
        expect(first.attendees.filter((one) => one.status === 'cancelled')).toEqual([]);
        expect(first.attendees.length + first.merged + first.rejected.length + first.leftOut).toBe(
          list.length,
        );
      }),
      { numRuns: 1500 },
    );
  });

  it('shuffling rows changes nothing where times tell which row is later', () => {
    const timed = lists.map((list) =>
      list.map((one, index) => ({
        ...one,
        fields: { ...one.fields, registeredAt: `2016-09-01 10:${String(index).padStart(2, '0')}` },
      })),
    );
    const shuffled = timed.chain((list) =>
      fc.shuffledSubarray(list, { minLength: list.length }).map((other) => [list, other] as const),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const [one, two] = [plan(list), plan(other)];
        expect([two.attendees, two.records]).toEqual([one.attendees, one.records]);
      }),
      { numRuns: 1500 },
    );
  });
});
