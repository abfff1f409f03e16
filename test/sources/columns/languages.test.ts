import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/sources/columns/languages/index.ts';
import { splitList } from '../../../src/sources/columns/languages/split-list.ts';
import { compactHeader } from '../../../src/sources/columns/normalise-header.ts';

const fieldsOf = (language: (typeof LANGUAGES)[number]) =>
  Object.entries(language.fields).flatMap(([field, headers]) =>
    splitList(headers).map((header) => [compactHeader(header), field] as const),
  );

describe('languages of headers', () => {
  it('each say one thing of a header, and say it once', () => {
    for (const language of LANGUAGES) {
      const headers = [
        ...fieldsOf(language).map(([header]) => header),
        ...splitList(language.noField).map(compactHeader),
      ];
      expect(headers.filter((header, index) => headers.indexOf(header) !== index)).toEqual([]);
      expect(headers).not.toContain('');
    }
  });

  it('agree on what a header means, but for those that some know as no field', () => {
    const fields = new Map<string, Set<string>>();
    for (const [header, field] of LANGUAGES.flatMap(fieldsOf)) {
      fields.set(header, new Set([...(fields.get(header) ?? []), field]));
    }
    expect([...fields].filter(([, meanings]) => meanings.size > 1)).toEqual([]);
  });

  it('agree on the rank that an ordinal has', () => {
    const ranks = new Map<string, Set<number>>();
    for (const { ordinals } of LANGUAGES) {
      expect(splitList(ordinals)).toHaveLength(10);
      for (const [index, forms] of splitList(ordinals).entries()) {
        for (const form of forms.split(' '))
          ranks.set(form, new Set([...(ranks.get(form) ?? []), index + 1]));
      }
    }
    expect([...ranks].filter(([, meanings]) => meanings.size > 1)).toEqual([]);
  });
});
