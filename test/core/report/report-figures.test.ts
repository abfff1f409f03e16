import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from '../../../src/core/assign/assign.ts';
import { buildInstance } from '../../../src/core/assign/instance.ts';
import { recordPlan } from '../../../src/core/assign/record-plan.ts';
import { figureDietary } from '../../../src/core/report/dietary-figures.ts';
import {
  makeFigures,
  type ReportFigures,
  type ReportInput,
} from '../../../src/core/report/report-figures.ts';
import { summarise } from '../../../src/core/summary.ts';
import type { Placement } from '../../../src/model/placement.ts';
import { arbitraryInstance } from '../assign/arbitrary-instance.ts';
import { attendee, event } from '../assign/small-instances.ts';

const EVENT = event({ 'work/1': 2, 'elderly/1': 2, 'work/2': 2, 'elderly/2': 2 });
const PEOPLE = [
  attendee({ id: 'a', type: 'entrepreneur', organisation: 'NGO', wishes: [['work'], ['elderly']] }),
  attendee({ id: 'b', type: 'entrepreneur', organisation: 'NGO', wishes: [['work']], dietary: 'Vegan' }),
  attendee({ id: 'c', type: 'nobody knows', dietary: ' vegan ' }),
];
const PLACEMENTS: readonly Placement[] = [
  { attendee: 'a', timeSlot: '1', session: 'work-1', kind: 'assigned', rank: 1 },
  { attendee: 'a', timeSlot: '2', session: 'elderly-2', kind: 'assigned', rank: 2 },
  { attendee: 'b', timeSlot: '1', session: 'work-1', kind: 'pinned', rank: 1 },
  { attendee: 'b', timeSlot: '2', session: 'elderly-2', kind: 'assigned', rank: 0 },
  { attendee: 'c', timeSlot: '1', session: 'work-1', kind: 'waitlisted', rank: 0 },
];

function inputOf(about: Partial<ReportInput> = {}): ReportInput {
  const input = {
    instance: buildInstance(EVENT, PEOPLE, []),
    placements: PLACEMENTS,
    isAbsent: (id: string, slot: string) => id === 'c' && slot === '2',
    record: undefined,
    findings: [],
    ...about,
  };
  const { event: of, attendees } = input.instance;
  return { summary: summarise(of, attendees, input.placements, [], input.isAbsent), ...input };
}

describe('figures of a report', () => {
  test('tell what became of wishes, who moves where, and what people eat', () => {
    const { wishes, flow, dietary, people, delegations, method } = makeFigures(inputOf());

    expect({ wishes, flow, dietary, method }).toEqual({
      wishes: [
        {
          type: 'entrepreneur',
          people: 2,
          ranks: [2, 1],
          unwished: 1,
          indifferent: 0,
          unseated: 0,
          away: 0,
        },
        { type: '', people: 1, ranks: [0, 0], unwished: 0, indifferent: 0, unseated: 1, away: 1 },
      ],
      flow: {
        slots: [
          {
            timeSlot: '1',
            stops: [
              { kind: 'theme', theme: 'work', people: 2 },
              { kind: 'unseated', theme: '', people: 1 },
            ],
          },
          {
            timeSlot: '2',
            stops: [
              { kind: 'theme', theme: 'elderly', people: 2 },
              { kind: 'away', theme: '', people: 1 },
            ],
          },
        ],
        steps: [
          [
            { from: 0, to: 0, people: 2 },
            { from: 1, to: 1, people: 1 },
          ],
        ],
      },
      dietary: [{ diet: { kind: 'known', ids: ['vegan'] }, people: 2 }],
      method: undefined,
    });
    expect(people.map(({ attendee: { id }, places }) => [id, ...places])).toEqual([
      ['a', PLACEMENTS[0], PLACEMENTS[1]],
      ['b', PLACEMENTS[2], PLACEMENTS[3]],
      ['c', 'unseated', 'away'],
    ]);
    expect(delegations.map(({ id, themes }) => [id, themes.map((one) => [one.theme, one.people])])).toEqual([
      [
        'ngo',
        [
          ['work', 2],
          ['elderly', 2],
        ],
      ],
    ]);
  });

  test('tell how the plan was made, and whether it was changed by hand since', async () => {
    const { instance } = inputOf();
    const draw = { criterion: 'fair', seed: 's' } as const;
    const plan = await assign(instance, draw, async () => undefined);
    const record = recordPlan(instance, draw, plan);
    const made = makeFigures(inputOf({ placements: plan.placements, record })).method;
    const changed = makeFigures(
      inputOf({ record, instance: buildInstance({ ...EVENT, address: 'Elsewhere' }, PEOPLE, []) }),
    ).method;

    expect(made).toEqual({
      criterion: 'fair',
      seed: 's',
      engine: plan.engine,
      proven: true,
      followsPublished: false,
      placements: record.placements,
      isSamePlan: true,
      changed: [],
    });
    expect(changed).toEqual({ ...made, isSamePlan: false, changed: ['event'] });
  });

  test('of two seats at a time the first counts, and people who have cancelled stand nowhere', () => {
    const odd: readonly Placement[] = [
      { attendee: 'a', timeSlot: '1', session: 'work-1', kind: 'assigned', rank: 1 },
      { attendee: 'a', timeSlot: '1', session: 'elderly-1', kind: 'assigned', rank: 2 },
      { attendee: 'gone', timeSlot: '1', session: 'work-1', kind: 'assigned', rank: 0 },
    ];
    const { flow, summary } = makeFigures(inputOf({ placements: odd, isAbsent: () => false }));

    expect(flow.slots[0]?.stops).toEqual([
      { kind: 'theme', theme: 'work', people: 1 },
      { kind: 'unseated', theme: '', people: 2 },
    ]);
    expect(summary.sessions[0]?.seated).toBe(1);
  });
});

test('what people eat is counted as the kitchen counts it, the most frequent first', () => {
  const cells = [
    'Halal',
    'gluten  free',
    'Glutenfri',
    '',
    'Ingen',
    'halal',
    'GLUTEN FREE',
    'Halal, ikke fisk',
    'halal,  ikke fisk',
    'vegan, halal',
  ];

  expect(figureDietary(cells.map((dietary, index) => attendee({ id: `${index}`, dietary })))).toEqual([
    { diet: { kind: 'known', ids: ['gluten-free'] }, people: 3 },
    { diet: { kind: 'known', ids: ['halal'] }, people: 2 },
    { diet: { kind: 'own', text: 'Halal, ikke fisk' }, people: 2 },
    { diet: { kind: 'known', ids: ['vegan', 'halal'] }, people: 1 },
  ]);
});

test('totals agree with the summary, whatever the plan', async () => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  const seatsOf = ({ wishes }: ReportFigures): number =>
    sum(wishes.map((one) => sum(one.ranks) + one.unwished + one.indifferent));
  await fc.assert(
    fc.asyncProperty(arbitraryInstance({ people: 9, themes: 3, slots: 3 }), async (instance) => {
      const { placements } = await assign(instance, { criterion: 'fair', seed: 's' }, async () => undefined);
      const figures = makeFigures(inputOf({ instance, placements, isAbsent: () => false }));
      const { summary, wishes, flow, delegations } = figures;
      const taken = sum(summary.timeSlots.map((one) => one.seated));

      expect(seatsOf(figures)).toBe(taken);
      expect(wishes.map((one) => one.ranks).reduce((a, b) => a.map((n, i) => n + (b[i] ?? 0)))).toEqual(
        summary.ranks.map((one) => one.seats),
      );
      expect(sum(wishes.map((one) => one.people))).toBe(summary.attendees.registered);
      for (const [index, slot] of flow.slots.entries()) {
        const themes = slot.stops.filter((one) => one.kind === 'theme');
        expect(sum(themes.map((one) => one.people))).toBe(summary.timeSlots[index]?.seated);
        expect(sum(slot.stops.map((one) => one.people))).toBe(summary.attendees.registered);
        const steps = flow.steps[index] ?? [];
        for (const [at, stop] of slot.stops.entries()) {
          const leaving = sum(steps.filter((one) => one.from === at).map((one) => one.people));
          expect(index < flow.steps.length ? leaving : stop.people).toBe(stop.people);
        }
      }
      expect(sum(delegations.map((one) => one.seats.length))).toBeLessThanOrEqual(taken);
    }),
    { numRuns: 40 },
  );
});
