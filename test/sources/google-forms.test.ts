import { describe, expect, it } from 'vitest';
import { titleMatcher } from '../../src/core/registrations/match-title.ts';
import { wishResolver } from '../../src/core/registrations/resolve-wishes.ts';
import { FORM_THEMES, fixture, readSource, said } from '../helpers/read-source.ts';

const read = (csv: string) => readSource('form.csv', Buffer.from(csv));
const match = titleMatcher(FORM_THEMES);

describe('Google Forms', () => {
  it('reads a grid of ranks, whose cells are themes', async () => {
    const reading = await readSource('form.csv', fixture('google-forms/grid-of-ranks.csv'));
    const { source, why, columns, problems } = reading;
    expect({ source, why, columns, problems }).toEqual({
      source: 'Google Forms',
      why: 'its first column is Timestamp with times as Google writes them',
      columns: [
        { header: 'Timestamp', field: 'registeredAt' },
        { header: 'Email Address', field: 'email' },
        { header: 'Full name', field: 'name' },
        { header: 'Organisation', field: 'organisation' },
        { header: 'Wishes [First choice]', field: 'wish.1' },
        { header: 'Wishes [Second choice]', field: 'wish.2' },
        { header: 'How do you travel?', field: 'extra' },
      ],
      problems: [],
    });
    expect(said(reading)).toEqual([
      {
        line: 2,
        fields: {
          registeredAt: '2026/05/28 7:01:33 PM GMT+2',
          email: 'ada@lowe.example',
          name: 'Ada Lowe',
          organisation: 'Fjord Labs',
        },
        wishes: [
          { rank: 1, text: 'Food, farms and the sea', column: 'Wishes [First choice]' },
          { rank: 2, text: 'Work', column: 'Wishes [Second choice]' },
        ],
        extra: { 'How do you travel?': 'Train, Bicycle' },
      },
      {
        line: 3,
        fields: {
          registeredAt: '2026/05/28 7:15:09 PM GMT+2',
          email: 'bo@town.example',
          name: 'Bo Berg',
          organisation: 'Town of Berg',
        },
        wishes: [{ rank: 1, text: 'Work', column: 'Wishes [First choice]' }],
        extra: {},
      },
    ]);
    expect(reading.registrations.map((one) => wishResolver(match)(one))).toEqual([
      { wishes: [['food'], ['work']], problems: [] },
      { wishes: [['work']], problems: [] },
    ]);
  });

  it('reads a Norwegian grid of themes, whose cells are ranks; a grid of opinions is kept as it is', async () => {
    const reading = await readSource('skjema.csv', fixture('google-forms/rutenett-med-temaer.csv'));
    expect([reading.source, reading.why]).toEqual([
      'Google Forms',
      'its first column is Tidsmerke with times as Google writes them',
    ]);
    expect(reading.columns.map(({ field }) => field)).toEqual([
      'registeredAt',
      'email',
      'name',
      'organisation',
      'rank',
      'rank',
      'rank',
      'extra',
      'extra',
    ]);
    const [work, elderly, refugees] = ['Arbeid', 'Eldre', 'Flyktninger'].map(
      (theme) => `Hvilke temaer ønsker du? [${theme}]`,
    );
    expect(said(reading)).toEqual([
      {
        line: 2,
        fields: {
          registeredAt: '06.09.2025 kl. 15.37.20',
          email: 'kari@bydel.example',
          name: 'Kari Moe',
          organisation: 'Bydel Eksempel',
        },
        wishes: [
          { rank: 1, text: 'Arbeid', column: work },
          { rank: 2, text: 'Flyktninger', column: refugees },
        ],
        extra: { 'Hvor enig er du? [Arbeid]': 'Helt enig', 'Hvor enig er du? [Eldre]': 'Uenig' },
      },
      {
        line: 3,
        fields: {
          registeredAt: '06.09.2025 kl. 16.02.00',
          email: 'ola@bydel.example',
          name: 'Ola Dahl',
          organisation: 'Bydel Eksempel',
        },
        wishes: [
          { rank: 2, text: 'Arbeid', column: work },
          { rank: 1, text: 'Eldre', column: elderly },
        ],
        extra: { 'Hvor enig er du? [Arbeid]': 'Uenig', 'Hvor enig er du? [Eldre]': 'Uenig' },
      },
      {
        line: 4,
        fields: {
          registeredAt: '06.09.2025 kl. 17.20.41',
          email: 'liv@bydel.example',
          name: 'Liv Ness',
          organisation: 'Bydel Eksempel',
        },
        wishes: [
          { rank: 1, text: 'Arbeid', column: work },
          { rank: 1, text: 'Eldre', column: elderly },
        ],
        extra: {},
      },
    ]);
    expect(reading.problems).toEqual([
      {
        code: 'SOS229',
        severity: 'error',
        message: '"gjerne" is not a rank such as 1 or "First choice"; the wish was left out.',
        hint: 'Write the number of the wish, 1 for the most wanted, and import the file again.',
        location: { file: 'skjema.csv', line: 4, column: refugees },
      },
    ]);
    // Equal ranks are tied.
    expect(reading.registrations.map((one) => wishResolver(match)(one).wishes)).toEqual([
      [['work'], ['refugees']],
      [['elderly'], ['work']],
      [['work', 'elderly']],
    ]);
  });

  it('cuts several choices at commas, but not within the title of a theme', async () => {
    const reading = await readSource('form.csv', fixture('google-forms/choices-that-hold-commas.csv'));
    expect(reading.registrations.map(({ fields }) => fields.registeredAt)).toEqual([
      '2026-05-28T19:01:33',
      '2026-05-29T08:03:00',
    ]);
    expect(reading.registrations.map((one) => wishResolver(match)(one))).toEqual([
      { wishes: [['work'], ['food'], ['refugees']], problems: [] },
      { wishes: [['food']], problems: [] },
    ]);
  });

  it('takes the address that was asked for before that of the account', async () => {
    const reading = await read(
      'Timestamp,Email Address,Navn,E-post\n5/28/2026 19:01:33,boss@a.example,Ada,ada@a.example\n5/28/2026 19:02:00,bo@a.example,Bo,\n',
    );
    expect(said(reading)).toEqual([
      {
        line: 2,
        fields: { registeredAt: '2026-05-28T19:01:33', name: 'Ada', email: 'ada@a.example' },
        wishes: [],
        extra: { 'Email Address': 'boss@a.example' },
      },
      {
        line: 3,
        fields: { registeredAt: '2026-05-28T19:02:00', name: 'Bo', email: 'bo@a.example' },
        wishes: [],
        extra: {},
      },
    ]);
  });

  it.each([
    ['a timestamp of another kind', 'Timestamp,Name\n1716915693,Ada\n'],
    ['a timestamp that is not the first column', 'Name,Timestamp\nAda,5/28/2026 19:01:33\n'],
    ['no timestamps at all', 'Timestamp,Name\n,Ada\n'],
  ])('does not claim a table with %s', async (_case, csv) => {
    expect((await read(csv)).source).toBe('table');
  });
});
