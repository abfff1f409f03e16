import { expect, test } from 'vitest';
import { needsByTheme } from '../../src/core/needs-by-theme.ts';
import type { Placement } from '../../src/model/placement.ts';
import { attendee, event } from './assign/small-instances.ts';

test('a need belongs to the theme wished for most, else to those somebody sits in, else to none', () => {
  const seat = (who: string, session: string, kind: Placement['kind'] = 'assigned'): Placement => ({
    attendee: who,
    timeSlot: '1',
    session,
    kind,
    rank: 0,
  });
  const rows = needsByTheme(
    event({ 'work/1': 9, 'elderly/1': 9 }),
    [
      attendee({ id: 'wished', needs: 'x', wishes: [['elderly'], ['work']] }),
      attendee({ id: 'tied', solutions: 'x', wishes: [['elderly', 'work']] }),
      attendee({ id: 'sits', needs: 'x' }),
      attendee({ id: 'waits', needs: 'x' }),
      attendee({ id: 'silent', needs: ' ' }),
    ],
    [seat('wished', 'work-1'), seat('sits', 'work-1'), seat('waits', 'elderly-1', 'waitlisted')],
  );

  expect(rows.map((one) => `${one.theme || '?'}: ${one.attendee.id}`)).toEqual([
    'work: tied',
    'work: sits',
    'elderly: wished',
    'elderly: tied',
    '?: waits',
  ]);
});
