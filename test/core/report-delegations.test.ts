import { expect, test } from 'vitest';
import { reportDelegations } from '../../src/core/report-delegations.ts';
import type { Event } from '../../src/model/event.ts';
import { attendee, event } from './assign/small-instances.ts';

const ONE_WITH_TWO_THEMES: Event = {
  ...event({ 'work/1': 9, 'work/2': 9, 'elderly/1': 9 }),
  delegations: {
    named: [
      { id: 'baerum', title: { nb: 'Bærum' }, organisations: ['Bærum kommune'], units: [], domains: [] },
      { id: 'asker', title: { nb: 'Asker' }, organisations: ['Asker kommune'], units: [], domains: [] },
    ],
    minimumSize: 0,
  },
};
const ada = attendee({ id: 'ada', organisation: 'Bærum kommune', unit: 'NAV' });
const bo = attendee({ id: 'bo', organisation: 'bærum kommune ', unit: 'NAV' });
const cy = attendee({ id: 'cy', organisation: 'Another' });

test('a delegation is told who went where, how many heard of each theme, and what nobody heard of', () => {
  const placements = [
    { attendee: 'ada', timeSlot: '2', session: 'work-2', kind: 'assigned', rank: 2 },
    { attendee: 'ada', timeSlot: '1', session: 'work-1', kind: 'pinned', rank: 1 },
    { attendee: 'bo', timeSlot: '1', session: 'work-1', kind: 'assigned', rank: 1 },
    { attendee: 'bo', timeSlot: '2', session: 'work-2', kind: 'waitlisted', rank: 2 },
    { attendee: 'cy', timeSlot: '1', session: 'elderly-1', kind: 'assigned', rank: 0 },
  ] as const;
  const reports = reportDelegations(ONE_WITH_TWO_THEMES, [ada, bo, cy], placements);
  const [work1, work2, elderly1] = ONE_WITH_TWO_THEMES.sessions;

  expect(reports).toEqual([
    {
      id: 'baerum',
      title: { nb: 'Bærum' },
      members: [ada, bo],
      units: 1,
      seats: [placements[1], placements[2], placements[0]],
      firstWishes: 2,
      themes: [
        {
          theme: 'work',
          people: 2,
          sessions: [
            { session: work1, people: 2 },
            { session: work2, people: 1 },
          ],
        },
        { theme: 'elderly', people: 0, sessions: [{ session: elderly1, people: 0 }] },
      ],
    },
  ]);
});
