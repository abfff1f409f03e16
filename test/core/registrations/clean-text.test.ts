import fc from 'fast-check';
import { expect, it } from 'vitest';
import { registrationCleaner } from '../../../src/core/registrations/clean-registration.ts';
import { cleanText, cleanToken } from '../../../src/core/registrations/clean-text.ts';
import { registration, testEvent } from './event.ts';

it.each([
  ['\u00a0 Wilhelm von der Lippe\u200b', 'Wilhelm von der Lippe'],
  ['\ufeffMcDonald\t', 'McDonald'],
  ['KARI  MOE\r\n', 'KARI  MOE'],
  ['A\u030asne', 'Åsne'],
  ['\u200e\u202bدانا\u202c', '\u200e\u202bدانا\u202c'],
  ['\u3000\u2060', ''],
])('%j is kept as %j', (cell, expected) => {
  expect(cleanText(cell)).toBe(expected);
});

it('takes invisible marks off the ends of an address or number as well', () => {
  expect(cleanToken('\u202a+47 912 00 001\u202c')).toBe('+47 912 00 001');
});

it('looks at a cell full of blanks once', () => {
  const cell = `å${' '.repeat(1_000_000)}å`;
  expect(cleanText(cell)).toBe(cell);
});

const clean = registrationCleaner(testEvent());
const nameOf = (name: string) => clean(registration({ name })).value?.fields.name;
const names = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));

it('no name is altered but for outer blanks and Unicode NFC', () => {
  fc.assert(
    fc.property(names, (name) => {
      const kept = nameOf(name);
      if (kept === undefined) return;
      const [before, rest] = name.normalize('NFC').split(kept);
      expect(`${before}${rest}`.replace(/[\s\u200b\u2060\ufeff]/gu, '')).toBe('');
    }),
    { numRuns: 2000 },
  );
});

it('cleaning what is clean changes nothing', () => {
  const cells = fc.record({
    name: names.map((name) => `K${name}`),
    email: fc.constantFrom('', ' kari@x.example\u200b', 'Kari <kari@x.example>', 'a@x.example; b@x.example'),
    phone: names,
    organisation: names,
    unit: names,
    role: names,
    status: fc.constantFrom('', 'Ja', 'nei', 'Avmeldt'),
    registeredAt: fc.constantFrom('', '6.9.16 08:05', '2016-09-06T08:05:00Z', '09/06/2016'),
  });
  fc.assert(
    fc.property(cells, (fields) => {
      const once = clean(registration(fields)).value;
      const { wishes, ...again } = { ...once?.fields, wishes: '' };
      expect(clean(registration(again)).value?.fields).toEqual(once?.fields);
    }),
    { numRuns: 1000 },
  );
});
