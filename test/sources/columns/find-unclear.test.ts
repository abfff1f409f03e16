import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../src/tabular/byte-source.ts';
import { readRegistrations } from '../../helpers/read-registrations.ts';

const THEMES = ['music', 'mathematics', 'work, and more'];

const read = (content: string, columns: Readonly<Record<string, string>> = {}) =>
  readRegistrations(
    { file: 'list.csv', source: bytesSource(Buffer.from(content)) },
    {
      columns: Object.entries(columns).map(([header, field]) => ({ header, field })),
      reserved: [],
      isTheme: (text) => THEMES.includes(text.trim().toLowerCase()),
    },
  );
const unclear = async (content: string, columns = {}) => (await read(content, columns)).unclear;

describe('findUnclear', () => {
  it('finds wishes by their cells, one rank after the other', async () => {
    expect(
      await unclear('Name;Best;Then;Notes\nAda;Music;Mathematics;Music\nBo;none;Music;hi\nCy;Music;;ho\n'),
    ).toEqual([
      { kind: 'themes', field: 'wish.1', column: { header: 'Best', cells: ['Music', 'none'] } },
      { kind: 'themes', field: 'wish.2', column: { header: 'Then', cells: ['Mathematics', 'Music'] } },
    ]);
  });

  it('counts on from the ranks that the headers give', async () => {
    expect(await unclear('Name;1st choice;Reserve\nAda;Music;Mathematics\n')).toMatchObject([
      { field: 'wish.2' },
    ]);
  });

  it('finds a list of wishes, also of themes with a comma in them', async () => {
    expect(await unclear('Name;Best\nAda;"Music; Mathematics"\nBo;Music\n')).toMatchObject([
      { field: 'wishes' },
    ]);
    expect(await unclear('Name,Best\nAda,"Work, and more"\nBo,Music\n')).toMatchObject([{ field: 'wish.1' }]);
  });

  it('says how to have them as wishes, and nothing once the organiser has decided', async () => {
    expect((await read('Name;"Best ""of"""\nAda;Music\n')).problems).toEqual([
      {
        code: 'SOS238',
        severity: 'hint',
        message: 'The cells of "Best "of"" are themes, but nothing in the header says that they are wishes.',
        location: { file: 'list.csv', line: 1, column: 'Best "of"' },
        hint: [
          'They are kept as an extra column. To have them as wishes:',
          `  --map 'Best "of"=wish.1'`,
          String.raw`  or in sosent.yaml under columns:  "Best \"of\"": wish.1`,
        ].join('\n'),
      },
    ]);
    for (const field of ['extra', 'skip', 'wishes']) {
      expect(await read('Name;Best\nAda;Music\n', { Best: field })).toMatchObject({
        unclear: [],
        problems: [],
      });
    }
  });

  it('gives all columns of one field together', async () => {
    expect(await unclear('Name;Email;Work email;Contact email\nAda;a@x.example;b@x.example;\n')).toEqual([
      {
        kind: 'rivals',
        field: 'email',
        columns: [
          { header: 'Email', cells: ['a@x.example'] },
          { header: 'Contact email', cells: [] },
          { header: 'Work email', cells: ['b@x.example'] },
        ],
      },
    ]);
  });

  it.each([
    ['two letters off', 'Name;Orgnisaton\nAda;Acme\n', 'organisation'],
    ['an address that is none', 'Name;E-mial address\nAda;12 Some Street\n', 'email'],
    ['themes that are none', 'Name;Which themes interest you?\nAda;All of them\n', 'wishes'],
    ['an allergy that is only yes or no', 'Name;Any allergy to report?\nAda;yes\nBo;no\n', 'dietary'],
  ])('asks about %s', async (_case, content, field) => {
    expect(await unclear(content)).toMatchObject([{ kind: 'guess', field }]);
    expect((await read(content)).problems).toMatchObject([{ code: 'SOS239', severity: 'hint' }]);
  });

  it.each([
    ['one letter off in a long word', 'Name;Organsation\nAda;Acme\n'],
    ['an address', 'Name;E-mial address\nAda;ada@x.example\n'],
    ['themes', 'Name;Which themes interest you?\nAda;Music, Mathematics\n'],
    ['an allergy', 'Name;Any allergy to report?\nAda;Nuts\nBo;no\n'],
    ['an empty column', 'Name;Orgnisaton\nAda;\n'],
  ])('does not ask about %s', async (_case, content) => {
    expect(await read(content)).toMatchObject({ unclear: [], problems: [] });
  });
});
