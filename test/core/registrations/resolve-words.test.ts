import { describe, expect, it } from 'vitest';
import { resolveLanguage, resolveStatus } from '../../../src/core/registrations/resolve-words.ts';

describe('resolveStatus', () => {
  it.each([
    ['Kommer du?', 'Ja', 'registered'],
    ['Kommer du?', 'Yes!', 'registered'],
    ['Kommer du?', 'Nei', 'cancelled'],
    ['Avmeldt', 'Nei', 'registered'],
    ['Avmeldt', 'Ja', 'cancelled'],
    ['Cancelled?', 'x', 'cancelled'],
    ['Storniert', 'nein', 'registered'],
    ['Status', '', 'registered'],
    ['Status', 'kommer inte', 'cancelled'],
    ['Status', 'Nimmt teil', 'registered'],
    ['Status', 'Afmeldt', 'cancelled'],
    ['Status', 'Venteliste', undefined],
  ])('below "%s", "%s" is %s', (header, text, expected) => {
    expect(resolveStatus(text, header)).toBe(expected);
  });

  it('says nothing where the file has no such column', () => {
    expect(resolveStatus('', undefined)).toBe('');
  });
});

it.each([
  ['svenska', 'sv'],
  ['Schwedisch', 'sv'],
  ['Dansk', 'da'],
  ['Deutsch', 'de'],
  ['de-DE', 'de'],
  ['Nynorsk', 'nb'],
  ['suomi', undefined],
])('the language "%s" is %s', (text, expected) => {
  expect(resolveLanguage(text, ['nb', 'en', 'sv', 'da', 'de'])).toBe(expected);
});
