import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildInstance } from '../../../src/core/assign/instance.ts';
import { makeFigures, type ReportFigures } from '../../../src/core/report/report-figures.ts';
import { shareFigures } from '../../../src/core/report/shared-figures.ts';
import { summarise } from '../../../src/core/summary.ts';
import type { Event } from '../../../src/model/event.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { attendee, event } from '../assign/small-instances.ts';
import { findOut } from './audit-shared.ts';

/** One person: type, organisation, and by time slot a session with the rank of the wish, or another place. */
type Row = readonly [
  type: string,
  organisation: string,
  ...places: (readonly [session: string, rank: number] | 'unseated' | 'away')[],
];

function figuresOf(of: Event, rows: readonly Row[]): ReportFigures {
  const slots = of.timeSlots.map((one) => one.id);
  const people = rows.map(([type, organisation], index) =>
    attendee({ id: `p${index}`, type, organisation, wishes: [['work'], ['elderly']] }),
  );
  const placements = rows.flatMap(([, , ...places], index) =>
    places.flatMap((place, slot): Placement[] =>
      typeof place === 'string'
        ? []
        : [
            {
              attendee: `p${index}`,
              timeSlot: slots[slot] ?? '',
              session: place[0],
              kind: 'assigned',
              rank: place[1],
            },
          ],
    ),
  );
  const isAbsent = (id: string, slot: string): boolean =>
    rows[Number(id.slice(1))]?.[slots.indexOf(slot) + 2] === 'away';
  return makeFigures({
    instance: buildInstance(of, people, []),
    placements,
    summary: summarise(of, people, placements, [], isAbsent),
    isAbsent,
    record: undefined,
    findings: [],
  });
}

function times(count: number, row: Row): readonly Row[] {
  return Array.from({ length: count }, () => row);
}

const EVENT = event({ 'work/1': 20, 'elderly/1': 20, 'work/2': 20, 'elderly/2': 20 });

describe('figures to share', () => {
  test('withhold what is under five, and what would give it away', () => {
    const figures = figuresOf(EVENT, [
      ...times(12, ['entrepreneur', 'Oslo', ['work-1', 1], ['elderly-2', 2]]),
      ...times(3, ['municipality', 'Oslo', ['work-1', 1], ['work-2', 0]]),
      ...times(8, ['municipality', 'Asker', ['elderly-1', 2], ['work-2', 1]]),
      ...times(2, ['nobody knows', 'Elsewhere', ['elderly-1', 2], 'unseated']),
    ]);
    const { slots, types, delegations, people } = shareFigures(EVENT, figures);

    expect({ people, types, slots, delegations }).toEqual({
      people: 25,
      types: [
        { ids: ['entrepreneur'], people: 12 },
        { ids: ['municipality', ''], people: 13 },
      ],
      slots: [
        {
          timeSlot: '1',
          sessions: [
            { session: 'work-1', seated: 15, mix: [undefined, undefined] },
            { session: 'elderly-1', seated: 10, mix: [undefined, undefined] },
          ],
          unseated: 0,
          away: 0,
        },
        {
          timeSlot: '2',
          sessions: [
            { session: 'work-2', seated: undefined, mix: [] },
            { session: 'elderly-2', seated: 12, mix: [12, undefined] },
          ],
          unseated: undefined,
          away: 0,
        },
      ],
      delegations: [
        {
          title: { und: 'Asker' },
          themes: [
            { theme: 'work', isReached: false },
            { theme: 'elderly', isReached: true },
          ],
        },
        {
          title: { und: 'Oslo' },
          themes: [
            { theme: 'work', isReached: false },
            { theme: 'elderly', isReached: true },
          ],
        },
      ],
    });
  });

  test('tell nothing of fewer than five people', () => {
    const figures = figuresOf(EVENT, times(4, ['entrepreneur', '', ['work-1', 1], ['elderly-2', 2]]));

    expect(() => shareFigures(EVENT, figures)).toThrow('SOS581');
  });

  test('where every seat is taken, one small room does not follow from the seats of the others', async () => {
    const full = event({ 'work/1': 3, 'elderly/1': 2 });
    const figures = figuresOf(full, [
      ...times(3, ['entrepreneur', '', ['work-1', 1]]),
      ...times(2, ['entrepreneur', '', ['elderly-1', 2]]),
    ]);
    const shared = shareFigures(full, figures);

    expect(shared.slots[0]).toMatchObject({ unseated: undefined, away: undefined });
    expect(await findOut(full, figures, shared)).toEqual([]);
  });

  test('a delegation that fills one room does not tell who is in the other', async () => {
    const rooms = event({ 'work/1': 2, 'elderly/1': 5 });
    const figures = figuresOf(rooms, [
      ...times(1, ['entrepreneur', '', ['work-1', 1]]),
      ...times(5, ['entrepreneur', 'Asker', ['elderly-1', 2]]),
    ]);

    expect(await findOut(rooms, figures, shareFigures(rooms, figures))).toEqual([]);
  });

  test('two types that are few in a session are not told by the third, which is all the rest of it', async () => {
    const rooms = event({ 'work/1': 9, 'elderly/1': 1, 'work/2': 10, 'elderly/2': 5 });
    const figures = figuresOf(rooms, [
      ...times(5, ['municipality', '', 'unseated', ['work-2', 0]]),
      ...times(1, ['', '', ['elderly-1', 0], ['work-2', 0]]),
      ...times(4, ['', '', ['work-1', 0], ['work-2', 0]]),
      ...times(5, ['entrepreneur', '', ['work-1', 0], ['elderly-2', 0]]),
    ]);

    expect(await findOut(rooms, figures, shareFigures(rooms, figures))).toEqual([]);
  });

  test('name a rule of data/pins.csv only by what it says', () => {
    const figures = figuresOf(EVENT, times(5, ['entrepreneur', '', ['work-1', 1], ['elderly-2', 2]]));
    const violation = { hard: false, amount: 1, message: 'Ann', attendees: ['p0'], sessions: [] };
    const violations = ['mobbing', 'mobbing', 'by-unit'].map((rule) => ({
      ...violation,
      constraint: 'apart' as const,
      facts: { group: rule },
      rule,
    }));
    const rules = { ...EVENT.rules, apart: [{ id: 'by-unit', column: 'unit', weight: 1 }] };

    expect(
      shareFigures({ ...EVENT, rules }, { ...figures, summary: { ...figures.summary, violations } }).rules,
    ).toEqual([
      { constraint: 'apart', rule: '', hard: false },
      { constraint: 'apart', rule: 'by-unit', hard: false },
    ]);
  });
});

test('the audit finds out what follows where only the small numbers themselves are withheld', async () => {
  const figures = figuresOf(EVENT, [
    ...times(12, ['entrepreneur', '', ['work-1', 1], ['elderly-2', 2]]),
    ...times(3, ['municipality', '', ['work-1', 1], ['work-2', 1]]),
    ...times(8, ['municipality', '', ['elderly-1', 1], ['work-2', 1]]),
  ]);
  const shared = shareFigures(EVENT, figures);
  const [slot, ...others] = shared.slots;
  if (slot === undefined) throw new Error('no time slot');
  const [work, elderly] = slot.sessions;
  if (work === undefined || elderly === undefined) throw new Error('no session');
  const sessions = [{ ...work, mix: [12, undefined] }, elderly];

  expect(await findOut(EVENT, figures, shared)).toEqual([]);
  expect(await findOut(EVENT, figures, { ...shared, slots: [{ ...slot, sessions }, ...others] })).toContain(
    'slot 0 work-1, type municipality: 3',
  );
});

const seats = fc.integer({ min: 1, max: 20 });
const rank = fc.integer({ min: 0, max: 2 });
function place(slot: number): fc.Arbitrary<Row[2]> {
  const session = (theme: string): fc.Arbitrary<readonly [string, number]> =>
    rank.map((one) => [`${theme}-${slot}`, one] as const);
  return fc.oneof(
    { weight: 6, arbitrary: session('work') },
    { weight: 3, arbitrary: session('elderly') },
    { weight: 1, arbitrary: fc.constantFrom('unseated' as const, 'away' as const) },
  );
}
const row = fc.tuple(
  fc.constantFrom('entrepreneur', 'municipality', 'municipality', ''),
  fc.constantFrom('', 'Asker', 'Oslo'),
  place(1),
  place(2),
);
/** Groups of people alike, so that there are large numbers and small ones. */
const rows = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), row), { minLength: 2, maxLength: 7 })
  .map((groups): Row[] => groups.flatMap(([count, one]) => [...times(count, one)]))
  .filter((people) => people.length >= 5);

test('no number of 1 to 4 people follows from what is told, for whoever has a solver', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.tuple(seats, seats, seats, seats), async (people, [a, b, c, d]) => {
      const room = (wanted: number, session: string): number =>
        Math.max(wanted, people.filter((one) => one.slice(2).some((at) => at[0] === session)).length);
      const of = event({
        'work/1': room(a, 'work-1'),
        'elderly/1': room(b, 'elderly-1'),
        'work/2': room(c, 'work-2'),
        'elderly/2': room(d, 'elderly-2'),
      });
      const figures = figuresOf(of, people);

      expect(await findOut(of, figures, shareFigures(of, figures))).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 120_000);
