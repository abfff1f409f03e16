import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePrints, linesOfRun, linesUntil } from '../../../src/core/badges/compare-prints.ts';
import type { PrintedBadge } from '../../../src/model/printed-badge.ts';

const MONDAY = '2026-03-09T09:00:00.000Z';
const TUESDAY = '2026-03-10T22:30:00.000Z';
const line = (printed: string, attendee: string, badge: string, look = 'plain'): PrintedBadge => ({
  printed,
  attendee,
  badge,
  look,
});
const now = (attendee: string, badge: string, look = 'plain') => ({ attendee, badge, look });

describe('what changed since a print run', () => {
  test('is told by the last line of each attendee', () => {
    const lines = [
      line(MONDAY, 'ann', 'old'),
      line(MONDAY, 'bo', 'bo'),
      line(MONDAY, 'cas', 'cas'),
      line(MONDAY, 'dee', 'dee'),
      line(MONDAY, 'fay', 'fay'),
      line(TUESDAY, 'ann', 'ann'),
      line(TUESDAY, 'fay', '', ''),
    ];
    const badges = [
      now('eva', 'eva'),
      now('fay', 'fay'),
      now('ann', 'ann'),
      now('bo', 'other'),
      now('cas', 'cas', 'bold'),
    ];
    expect(comparePrints(lines, badges)).toEqual({
      added: ['eva', 'fay'],
      altered: ['bo'],
      restyled: ['cas'],
      same: ['ann'],
      withdrawn: ['dee'],
    });
  });

  test('is kept as lines for those only that are not on record so', () => {
    const lines = [line(MONDAY, 'ann', 'ann'), line(MONDAY, 'bo', 'bo'), line(MONDAY, 'cas', 'cas')];
    const printed = [now('ann', 'ann'), now('bo', 'bo 2'), now('dee', 'dee')];
    const run = { at: TUESDAY, printed, withdrawn: ['cas'] };
    const added = linesOfRun(lines, run);
    expect(added).toEqual([
      line(TUESDAY, 'bo', 'bo 2'),
      line(TUESDAY, 'dee', 'dee'),
      line(TUESDAY, 'cas', '', ''),
    ]);
    expect(linesOfRun([...lines, ...added], run)).toEqual([]);
  });

  test('is nothing after a run, whatever had been printed before', () => {
    const badge = fc.constantFrom('x', 'y', 'z');
    const digests = fc
      .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), badge, badge), {
        selector: ([id]) => id,
      })
      .map((all) => all.map(([id, text, look]) => now(id, text, look)));
    fc.assert(
      fc.property(fc.array(digests), digests, (earlier, last) => {
        let lines: readonly PrintedBadge[] = [];
        for (const printed of [...earlier, last]) {
          const { withdrawn } = comparePrints(lines, printed);
          lines = [...lines, ...linesOfRun(lines, { at: MONDAY, printed, withdrawn })];
        }
        expect(comparePrints(lines, last)).toEqual({
          added: [],
          altered: [],
          restyled: [],
          same: last.map((one) => one.attendee),
          withdrawn: [],
        });
      }),
    );
  });
});

describe('what had been printed until a day or minute of the event', () => {
  const lines = [line(MONDAY, 'ann', 'x'), line(TUESDAY, 'bo', 'y')];

  // At half past eleven in the evening in Oslo.
  test.each([
    ['2026-03-08', 0],
    ['2026-03-09', 1],
    ['2026-03-10', 2],
    ['2026-03-10 23:29', 1],
    ['2026-03-10T23:30', 2],
  ])('%s', (until, count) => {
    expect(linesUntil(lines, until, 'Europe/Oslo')).toEqual(lines.slice(0, count));
  });

  test.each(['yesterday', '2026-13-01', '2026-03-10 25:00', '10.03.2026', ''])('%j is a problem', (until) => {
    expect(() => linesUntil(lines, until, 'Europe/Oslo')).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'SOS546' })] }),
    );
  });
});
