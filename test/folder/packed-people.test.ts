import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planImport } from '../../src/core/registrations/plan-import.ts';
import { rowTaker } from '../../src/core/registrations/take-rows.ts';
import { attendeesInPieces } from '../../src/folder/attendees.ts';
import { recordsInPieces } from '../../src/folder/source-records.ts';
import { registration, testEvent } from '../core/registrations/event.ts';

const EVENT = testEvent();

const cell = fc.string({
  unit: fc.constantFrom(...'ab ,;"=+-@1\n', 'å', '漢', '\u00a0', '\u001f', '\u001e', '\ud800'),
  maxLength: 4,
});
/** Few names and addresses, so that rows are put together as well. */
const row = fc.record({
  name: fc.oneof(fc.constantFrom('Ada', 'Ada Lie', 'Bo'), cell),
  email: fc.constantFrom('', 'ada@example.org', 'bo@example.org'),
  organisation: cell,
  role: cell,
  language: fc.constantFrom('', 'en'),
  status: fc.constantFrom('', 'registered', 'cancelled'),
  sourceId: fc.constantFrom('', '17', '=18'),
  note: cell,
  shape: fc.constantFrom('csv-1', 'pretix'),
});

it('writes newcomers from their packed rows as it writes the people who are made of them', () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const taker = rowTaker(EVENT);
      for (const [index, { note, shape, ...fields }] of rows.entries()) {
        taker.add(registration(fields, { line: index + 2, shape, extra: { note, constructor: 'x' } }));
      }
      const { attendees, records, extras } = planImport(
        { event: EVENT, attendees: [], records: [] },
        taker.done(),
      );
      const write = (unpacked: { readonly packed?: undefined }): string =>
        Buffer.concat([
          ...attendeesInPieces({ ...attendees, ...unpacked }, extras).content,
          ...recordsInPieces({ ...records, ...unpacked }, extras).content,
        ]).toString();
      expect(write({})).toBe(write({ packed: undefined }));
    }),
    { numRuns: 500 },
  );
});
