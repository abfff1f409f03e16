import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { describe, expect, it } from 'vitest';
import { phoneReader } from '../../../src/core/registrations/read-phone.ts';
import { sameCell } from '../../../src/core/registrations/same-cell.ts';

describe('phoneReader', () => {
  it.each([
    ['NO', '912 34 567', '+4791234567'],
    ['NO', '+47 91 23 45 67', '+4791234567'],
    ['NO', '0047 91234567', '+4791234567'],
    ['NO', '4791234567', '+4791234567'],
    ['NO', 'tel:+4791234567', '+4791234567'],
    ['NO', '+46 (0)70-123 45 67', '+46701234567'],
    ['NO', '02800', '+4702800'],
    ['SE', '070-123 45 67', '+46701234567'],
    ['DK', '32 12 34 56', '+4532123456'],
    ['DE', '030 1234567', '+49301234567'],
    ['GB', '020 7946 0018', '+442079460018'],
    ['', '+47 912 34 567', '+4791234567'],
    ['', '912 34 567', undefined],
    ['NO', '22 00 00 00 ext 12', undefined],
    ['NO', '912 34 567 / 22 33 44 55', undefined],
    ['NO', '912 34 567 (mobil)', undefined],
    ['NO', '12345678', undefined],
    ['NO', '9123456', undefined],
    ['NO', '', undefined],
  ])('in "%s", %j is %s', (country, text, expected) => {
    expect(phoneReader(country)(text)).toBe(expected);
  });

  it.each(['NO', 'SE', 'DK', 'DE'] as const)(
    'reads quickly in %s what the numbering plan says',
    (country) => {
      const read = phoneReader(country);
      const digits = fc.string({ unit: fc.constantFrom(...'0123456789 '), minLength: 4, maxLength: 14 });
      const codes = fc.constantFrom('', '+', '+45', '+46', '+47', '+49', '0', '00', '0047');
      fc.assert(
        fc.property(codes, digits, (code, rest) => {
          const text = `${code}${rest}`.trim();
          const slow = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
          if (slow?.isValid()) expect(read(text)).toBe(slow.number);
          else expect([undefined, `+${text.replace(/\D/g, '')}`]).toContain(read(text));
        }),
        { numRuns: 3000 },
      );
    },
  );
});

describe('sameCell', () => {
  it.each([
    ['phone', '+4791234567', '912 34 567', true],
    ['phone', '+4791234567', '4791234567', true],
    ['phone', '070-123 45 67', '+46701234567', true],
    ['phone', '+4791234567', '912 34 568', false],
    ['phone', '+4791234567', '34567', false],
    ['phone', '1', '2', false],
    ['phone', '912 34 567', '', false],
    ['email', 'Kari@X.Example', 'Kari@x.example', true],
    ['email', 'Kari@x.example', 'kari@x.example', false],
    ['name', 'Kari', 'KARI', false],
  ])('%s %j and %j: %s', (field, a, b, expected) => {
    expect([sameCell(field, a, b), sameCell(field, b, a)]).toEqual([expected, expected]);
  });
});
