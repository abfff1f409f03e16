import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { addToYamlList } from '../../../src/folder/config/edit-yaml.ts';

const BAERUM = { name: 'Bærum kommune', aliases: ['Baerum Kommune', 'Bærum komm. (ny)'] };
const LINE = '- { name: Bærum kommune, aliases: [Baerum Kommune, "Bærum komm. (ny)"] }';

describe('addToYamlList adds a line and moves nothing', () => {
  it.each([
    ['where there is no such list', 'a: 1   # one\n', `a: 1   # one\n\norganisations:\n  ${LINE}\n`],
    ['where the last line has no end', 'a: 1', `a: 1\n\norganisations:\n  ${LINE}\n`],
    [
      'below the last entry, before what follows',
      'organisations:   # ours\n  # first\n  - name: Oslo   # big\n    aliases: [O]\n\n# next\nb:   2\n',
      `organisations:   # ours\n  # first\n  - name: Oslo   # big\n    aliases: [O]\n  ${LINE}\n\n# next\nb:   2\n`,
    ],
    [
      'at the left margin',
      'organisations:\n- name: A # x\nb: 2',
      `organisations:\n- name: A # x\n${LINE}\nb: 2`,
    ],
    [
      'in brackets',
      'organisations: [{name: A}]  # c\nb: 1\n',
      `organisations: [{name: A}, { name: Bærum kommune, aliases: [Baerum Kommune, "Bærum komm. (ny)"] }]  # c\nb: 1\n`,
    ],
    [
      'in empty brackets',
      'organisations: []\n',
      'organisations: [{ name: Bærum kommune, aliases: [Baerum Kommune, "Bærum komm. (ny)"] }]\n',
    ],
  ])('%s', (_case, text, expected) => {
    const edited = addToYamlList(text, ['organisations'], BAERUM);
    expect(edited).toBe(expected);
    expect(parse(edited).organisations.at(-1)).toEqual(BAERUM);
  });

  it.each([
    ['a line', 'o:\n  - { name: A, aliases: [B] } # c\n', 'o:\n  - { name: A, aliases: [B, no] } # c\n'],
    [
      'lines',
      'o:\n  - name: A\n    aliases:\n      - B # b\nc: 1\n',
      'o:\n  - name: A\n    aliases:\n      - B # b\n      - no\nc: 1\n',
    ],
    [
      'no aliases',
      'o:\n  - name: A # a\n  - name: B\n',
      'o:\n  - name: A # a\n    aliases: [no]\n  - name: B\n',
    ],
    ['no aliases in a line', 'o:\n  - { name: A }\n', 'o:\n  - { name: A, aliases: [no] }\n'],
  ])('to the aliases of an entry with %s', (_case, text, expected) => {
    expect(addToYamlList(text, ['o', 0, 'aliases'], 'no')).toBe(expected);
  });

  it('lays the file out anew where no line fits, and keeps the comments', () => {
    const edited = addToYamlList(
      '# top\norganisations:\n# nothing yet\nb: 1 # one\n',
      ['organisations'],
      BAERUM,
    );
    expect(parse(edited)).toEqual({ organisations: [BAERUM], b: 1 });
    expect(edited.match(/#.*/g)).toEqual(expect.arrayContaining(['# top', '# one']));
  });

  it.each([
    'null',
    'yes: no',
    '- x',
    '#',
    'a, b',
    '"',
    "'",
    '12',
    '2016-10-26',
    'tab\t',
    'line\nfeed',
    '{x}',
    '',
  ])('keeps %j as it is', (name) => {
    expect(parse(addToYamlList('a: 1\n', ['o'], { name }))).toEqual({ a: 1, o: [{ name }] });
  });
});
