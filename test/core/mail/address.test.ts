import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerText, isAddress, mailboxText, parseMailbox } from '../../../src/core/mail/address.ts';
import { HOSTILE } from '../../helpers/hostile-texts.ts';

describe('isAddress', () => {
  test.each([
    'ola@example.org',
    "o'brien+tag/x=y@sub.example.org",
    'post@blåbær.example',
    'post@xn--blbr-roah.example',
    `${'a'.repeat(64)}@example.org`,
  ])('takes %s', (value) => expect(isAddress(value)).toBe(true));

  test.each([
    '',
    'nobody',
    '@example.org',
    'ola@localhost',
    'ola@example.o',
    'ola@-example.org',
    'ola@example.org-',
    'ola@example..org',
    '.ola@example.org',
    'ola..nordmann@example.org',
    'ola@example.org,kari@example.org',
    'Ola <ola@example.org>',
    '"ola nordmann"@example.org',
    'ola(work)@example.org',
    'ola@[192.0.2.1]',
    'åse@example.org',
    'ola@example.org\r\nBcc: kari@example.org',
    'ola@example.org\n',
    `${'a'.repeat(65)}@example.org`,
    `ola@${'a'.repeat(64)}.org`,
    `ola@${'abc.'.repeat(70)}org`,
  ])('refuses %j', (value) => expect(isAddress(value)).toBe(false));

  test('decides on 100,000 characters in a blink', () => {
    const start = performance.now();
    for (const part of ['a', 'a.', 'a-', 'a@', '@']) isAddress(`a@${part.repeat(100_000)}`);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test('parseMailbox is the inverse of mailboxText', () => {
  const named = { name: 'SosEnt 2016', address: 'sosent@example.org' };
  expect(parseMailbox(mailboxText(named))).toEqual(named);
  expect(parseMailbox(' sosent@example.org ')).toEqual({ name: '', address: 'sosent@example.org' });
  expect(parseMailbox('"SosEnt, 2016" <sosent@example.org>')).toEqual({
    name: 'SosEnt, 2016',
    address: 'sosent@example.org',
  });
  for (const neither of ['', 'SosEnt', 'a@example.org, b@example.org', 'A <a@example.org> <b@example.org>']) {
    expect(parseMailbox(neither)).toBeUndefined();
  }
});

describe('headerText', () => {
  test('makes one line of several, and leaves no mark that turns the reading direction', () => {
    expect(headerText('Ola\r\nBcc: kari@example.org')).toBe('Ola Bcc: kari@example.org');
    expect(headerText('\u202egro.elpmaxe@kcatta\u2069')).toBe('gro.elpmaxe@kcatta');
    expect(headerText('  Zoë 👩‍👩‍👧‍👦\u2028\t مرحبا ')).toBe('Zoë 👩‍👩‍👧‍👦 مرحبا');
    expect(headerText('\ud800')).toBe('\ufffd');
  });

  test('cuts what no person writes, between characters', () => {
    expect(headerText('🦊'.repeat(300))).toBe(`${'🦊'.repeat(249)}…`);
  });

  test('gives one short line for any text, and changes none of its own', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...HOSTILE)), (text) => {
        const line = headerText(text);
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
        expect([...line].length).toBeLessThanOrEqual(250);
        expect(headerText(line)).toBe(line);
      }),
    );
  });
});
