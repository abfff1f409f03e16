import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillEvent } from '../../../src/folder/config/fill-event.ts';
import { parseEvent } from '../../../src/folder/config/parse-event.ts';
import { listSchemaKeys } from '../../helpers/schema-keys.ts';

const template = readFileSync(new URL('../../../templates/init/sosent.yaml', import.meta.url), 'utf8');
const facts = { id: 'spring', title: 'Spring', date: '2027-04-01', language: 'en' } as const;

describe('the sosent.yaml of a new event', () => {
  it('shows every key there is', () => {
    const words = new Set(template.match(/[a-zA-Z]+(?=:)/g));
    const keys = listSchemaKeys().map((key) => key.split('.').at(-1) ?? key);
    expect(keys.filter((key) => !words.has(key))).toEqual([]);
  });

  it('changes its facts and nothing else', () => {
    const before = template.split('\n');
    const after = fillEvent(template, facts).split('\n');
    const changed = after.filter((line, index) => line !== before[index]);
    expect(changed).toEqual([
      '  id: spring',
      '  title: Spring',
      '  date: 2027-04-01',
      '  languages: [en, nb]',
      '  - { id: "2", title: { nb: Etter lunsj, en: After lunch }, date: 2027-04-01, start: "12:30", end: "13:15" }',
      '  seed: spring',
    ]);
  });

  it('keeps any title as it is', () => {
    const texts = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.string({ minLength: 1, unit: 'binary' }),
      fc.constantFrom(
        'null',
        '~',
        '- x',
        '1e3',
        '0x1F',
        '2027-01-01',
        'a: b',
        '#',
        '"',
        "'",
        '|',
        '>-',
        '!!str',
      ),
    );
    // A title of blanks is none, and refused by sosent.yaml; `init` refuses it before.
    const titles = texts.filter((title) => title.trim() !== '');
    fc.assert(
      fc.property(titles, (title) => {
        const { value, problems } = parseEvent(fillEvent(template, { ...facts, title }), 'sosent.yaml');
        expect(problems).toEqual([]);
        expect(value?.title).toEqual({ und: title });
        expect(value?.date).toBe('2027-04-01');
      }),
    );
  });
});
