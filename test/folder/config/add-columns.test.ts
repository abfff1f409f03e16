import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addColumns } from '../../../src/folder/config/add-columns.ts';
import { parseEvent } from '../../../src/folder/config/parse-event.ts';
import { SMALL_EVENT } from '../../helpers/event-folder.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const COLUMN = { header: 'Best "of" all', field: 'wish.1' };
const LINE = String.raw`"Best \"of\" all": wish.1`;

describe('addColumns', () => {
  it.each<[string, string, string]>([
    ['no key', '# end', `\ncolumns:\n  ${LINE}\n# end`],
    ['empty braces', 'columns: {} # none\n', `columns: { ${LINE} } # none\n`],
    ['braces', 'columns: { Who: name } # one\n', `columns: { Who: name, ${LINE} } # one\n`],
    ['braces over lines', 'columns: {\n  Who: name, # a\n}\n', `columns: {\n  Who: name, ${LINE}, # a\n}\n`],
    [
      'a block in the middle',
      'columns:\n    # first\n    Who: name   # the person\n\n    "T-shirt": extra # L\n\n# badges\nbadges: {size:   a6}\n',
      `columns:\n    # first\n    Who: name   # the person\n\n    "T-shirt": extra # L\n    ${LINE}\n\n# badges\nbadges: {size:   a6}\n`,
    ],
    [
      'the very header',
      `columns:\n  'Best "of" all': 'extra' # was\n`,
      `columns:\n  'Best "of" all': wish.1 # was\n`,
    ],
    ['Windows line ends', 'columns:\r\n  Who: name\r\n', `columns:\r\n  Who: name\r\n  ${LINE}\r\n`],
  ])('adds to %s and leaves the rest byte for byte', (_case, before, after) => {
    expect(addColumns(SMALL_EVENT + before, [COLUMN])).toBe(SMALL_EVENT + after);
  });

  it('refuses what it cannot add to without changing something else', () => {
    expect(addColumns(`${SMALL_EVENT}columns: &all {}\nbadges: *all\n`, [COLUMN])).toBeUndefined();
    expect(addColumns('columns:\n\t- broken', [COLUMN])).toBeUndefined();
    expect(addColumns('', [COLUMN])).toBeUndefined();
  });

  const DOCUMENTS = [
    SMALL_EVENT,
    SMALL_EVENT.replace(/\n/g, '\r\n'),
    `${SMALL_EVENT}columns:\n  Who: name # the person\n\n# the end\n...\n`,
    `${SMALL_EVENT}columns: { Who: name }`,
    SMALL_EVENT.replace('rooms:', '# what headers mean\ncolumns:\n      Who:   name\n\n# all rooms\nrooms:'),
    read('examples/sosent-2016/sosent.yaml'),
    read('examples/teachers-day/sosent.yaml'),
    read('templates/init/sosent.yaml'),
  ].filter((text) => parseEvent(text, '').value !== undefined);

  it('keeps every line and comment, and is read as the same event with the columns more', () => {
    const header = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }).filter((text) => text !== '__proto__'),
      fc.constantFrom(
        'a: b',
        '# x',
        '*a',
        '&a',
        '!a',
        '{',
        '- a',
        'yes',
        '~',
        '\u2028',
        '\u0085',
        'a\nb',
        '2026',
      ),
    );
    const mapping = fc.record({ header, field: fc.constantFrom('name', 'wish.1', 'extra') });
    const mappings = fc.uniqueArray(mapping, { minLength: 1, maxLength: 4, selector: (one) => one.header });
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENTS), mappings, (before, added) => {
        const after = addColumns(before, added);
        const was = parseEvent(before, '').value;
        const is = parseEvent(after ?? '', '').value;
        const byHeader = (columns: readonly { header: string; field: string }[] = []) =>
          Object.fromEntries([...columns].map((one) => [one.header, one.field]));
        expect({ ...is, columns: [] }).toEqual({ ...was, columns: [] });
        expect(byHeader(is?.columns)).toEqual({ ...byHeader(was?.columns), ...byHeader(added) });
        const left = (after ?? '').split(/\r?\n/);
        for (const line of before.split(/\r?\n/).filter((one) => !/^columns: \{/.test(one))) {
          expect(left).toContain(line);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('can be done twice', () => {
    const once = addColumns(SMALL_EVENT, [COLUMN]) ?? '';
    expect(addColumns(once, [COLUMN])).toBe(once);
    expect(addColumns(once, [{ ...COLUMN, field: 'skip' }])).toBe(once.replace('wish.1', 'skip'));
  });
});
