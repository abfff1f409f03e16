import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CleanRegistration } from '../../../src/core/registrations/clean-registration.ts';
import { createAttendee, reconcile, stayAsTheyAre } from '../../../src/core/registrations/reconcile.ts';
import { recordRows } from '../../../src/core/registrations/records.ts';
import { recordFields } from '../../../src/model/registration.ts';
import { testEvent } from './event.ts';

const cell = fc.constantFrom('', 'x', 'X', 'y');
const row: fc.Arbitrary<CleanRegistration> = fc
  .record({
    file: fc.constantFrom('may.csv', 'june.csv'),
    shape: fc.constantFrom('csv-a', 'csv-b'),
    sourceId: fc.constantFrom('', '7'),
    role: cell,
    status: fc.constantFrom('', 'registered', 'cancelled'),
    wishes: fc.constantFrom('', 'arbeid > eldre'),
    extra: fc.constantFrom<Record<string, string>>({}, { Notat: '' }, { Notat: 'n' }, { constructor: 'c' }),
  })
  .map(({ file, shape, sourceId, extra, ...said }) => {
    const fields: Readonly<Record<string, string>> = { name: 'Kari Moe', email: 'kari@x.example', ...said };
    return {
      registration: { origin: { file, shape, columns: {} }, line: 2 },
      sourceId,
      fields: recordFields((field) => fields[field] ?? ''),
      extra,
    };
  });

const rows = fc.array(row, { minLength: 1, maxLength: 2 });
/** What a source said, and what one says now: often the same in another file. */
const twice = fc
  .record({ before: rows, other: rows, again: fc.boolean(), file: fc.constantFrom('may.csv', 'june.csv') })
  .map(({ before, other, again, file }) => ({
    before,
    now: again ? before.map((one) => inFile(one, file)) : other,
  }));

function inFile(one: CleanRegistration, file: string): CleanRegistration {
  const { registration } = one;
  return { ...one, registration: { ...registration, origin: { ...registration.origin, file } } };
}

it('says without a look at each field what reconciling would, where the one source says the same again', () => {
  const event = testEvent();
  let stayed = 0;
  fc.assert(
    fc.property(twice, cell, ({ before, now }, role) => {
      // Whatever the organiser has edited since.
      const attendee = { ...createAttendee(event, { id: 'a-1', code: 'K7QM' }, before), role };
      const priors = recordRows('a-1', before);
      const stay = stayAsTheyAre(attendee, priors, now);
      if (stay === undefined) return;
      stayed += 1;
      expect(stay).toEqual(reconcile(event, attendee, priors, now));
    }),
    { numRuns: 1000 },
  );
  expect(stayed).toBeGreaterThan(100);
});
