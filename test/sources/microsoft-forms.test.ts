import { describe, expect, it } from 'vitest';
import { titleMatcher } from '../../src/core/registrations/match-title.ts';
import { wishResolver } from '../../src/core/registrations/resolve-wishes.ts';
import { FORM_THEMES, fixture, readSource, said } from '../helpers/read-source.ts';

const BEGINNING = 'ID,Start time,Completion time,Email,Name';
const read = (csv: string) => readSource('form.csv', Buffer.from(csv));

describe('Microsoft Forms', () => {
  it('takes the answer before the account, and the account where nothing was answered', async () => {
    const reading = await readSource('form.csv', fixture('microsoft-forms/anonymous-and-signed-in.csv'));
    const { source, why, columns, problems } = reading;
    expect({ source, why, columns, problems }).toEqual({
      source: 'Microsoft Forms',
      why: 'it begins with the columns ID, Start time, Completion time, Email, Name',
      columns: [
        { header: 'ID', field: 'sourceId' },
        { header: 'Start time', field: 'extra' },
        { header: 'Completion time', field: 'registeredAt' },
        { header: 'Email', field: 'extra' },
        { header: 'Name', field: 'extra' },
        { header: 'Last modified time', field: 'extra' },
        { header: 'Full name\n(as on your badge)', field: 'name' },
        { header: 'Your email address', field: 'email' },
        { header: 'Organisation', field: 'organisation' },
        { header: 'Which themes interest you?\nRank them.', field: 'wishes' },
        { header: 'Dietary needs', field: 'dietary' },
        { header: 'I am a', field: 'type' },
      ],
      problems: [],
    });
    const column = 'Which themes interest you?\nRank them.';
    expect(said(reading)).toEqual([
      {
        line: 4,
        fields: {
          sourceId: '1',
          registeredAt: '2026-05-28T19:01:33',
          name: 'Ada Lowe',
          email: 'ada@lowe.example',
          organisation: 'Fjord Labs',
          dietary: 'Vegan;Gluten-free',
          type: 'Business',
        },
        wishes: [{ rank: 'list', text: 'Work;Refugees;Children & youth;', column }],
        extra: { 'Start time': '5/28/26 18:58:02' },
      },
      {
        line: 5,
        fields: {
          sourceId: '2',
          registeredAt: '2026-05-28T19:15:09',
          name: 'Bo Berg',
          email: 'bo@town.example',
          organisation: 'Town of Berg',
          type: 'Municipality',
        },
        wishes: [{ rank: 'list', text: 'Refugees;', column }],
        extra: {
          'Start time': '5/28/26 19:12:40',
          Email: 'secretary@town.example',
          Name: 'Sam Secretary',
          'Last modified time': '5/29/26 8:00:00',
        },
      },
      {
        line: 6,
        fields: {
          sourceId: '3',
          registeredAt: '2026-05-29T08:03:00',
          name: 'Cleo Dahl',
          email: 'cleo@town.example',
          organisation: 'Town of Berg',
          type: 'Municipality',
        },
        wishes: [],
        extra: { 'Start time': '5/29/26 7:59:58' },
      },
      {
        line: 7,
        fields: { sourceId: '4', registeredAt: '2026-05-29T09:01:00' },
        wishes: [{ rank: 'list', text: 'Work;', column }],
        extra: { 'Start time': '5/29/26 9:00:00' },
      },
    ]);
  });

  it('gives a ranking question as wishes in their order', async () => {
    const { registrations } = await readSource(
      'form.csv',
      fixture('microsoft-forms/anonymous-and-signed-in.csv'),
    );
    const match = titleMatcher(FORM_THEMES);
    expect(registrations.map((one) => wishResolver(match)(one))).toEqual([
      { wishes: [['work'], ['refugees'], ['children']], problems: [] },
      { wishes: [['refugees']], problems: [] },
      { wishes: [], problems: [] },
      { wishes: [['work']], problems: [] },
    ]);
  });

  it('reads the Norwegian export, where the account is the person', async () => {
    const reading = await readSource('skjema.csv', fixture('microsoft-forms/norsk.csv'));
    expect([reading.source, reading.problems]).toEqual(['Microsoft Forms', []]);
    expect(said(reading)).toEqual([
      {
        line: 2,
        fields: {
          sourceId: '1',
          registeredAt: '28.05.2026 19:01:33',
          email: 'kari@bydel.example',
          name: 'Kari Moe',
          organisation: 'Bydel Eksempel',
        },
        wishes: [
          { rank: 1, text: 'Arbeid', column: 'Tema 1. valg' },
          { rank: 2, text: 'Eldre', column: 'Tema 2. valg' },
        ],
        extra: { Starttidspunkt: '28.05.2026 18:58:02', 'Hvordan kommer du?': 'Tog;Sykkel' },
      },
      {
        line: 3,
        fields: {
          sourceId: '2',
          registeredAt: '28.05.2026 19:15:09',
          email: 'ola@bydel.example',
          name: 'Ola Dahl',
          organisation: 'Bydel Eksempel',
        },
        wishes: [{ rank: 1, text: 'Barn og unge', column: 'Tema 1. valg' }],
        extra: { Starttidspunkt: '28.05.2026 19:12:40', 'Hvordan kommer du?': 'Til fots' },
      },
    ]);
  });

  it('keeps nobody called anonymous', async () => {
    const reading = await read(`${BEGINNING}\n1,5/28/26 18:58:02,5/28/26 19:01:33,anonymous,\n`);
    expect(said(reading)).toEqual([
      {
        line: 2,
        fields: { sourceId: '1', registeredAt: '2026-05-28T19:01:33' },
        wishes: [],
        extra: { 'Start time': '5/28/26 18:58:02' },
      },
    ]);
  });

  it('takes given and family name of a question as an answer, and a second "Email" too', async () => {
    const reading = await read(
      `${BEGINNING},First name,Last name,Email\n1,,,boss@a.example,The Boss,Ada,Lowe,ada@a.example\n`,
    );
    expect(said(reading)).toEqual([
      {
        line: 2,
        fields: { sourceId: '1', givenName: 'Ada', familyName: 'Lowe', email: 'ada@a.example' },
        wishes: [],
        extra: { Email: 'boss@a.example', Name: 'The Boss' },
      },
    ]);
  });

  it('leaves a column that the organiser has mapped to the organiser', async () => {
    const csv = `${BEGINNING},Your email\n1,,,work@a.example,Ada Lowe,home@a.example\n`;
    const columns = [
      { header: 'Email', field: 'email' },
      { header: 'Your email', field: 'extra' },
    ];
    const reading = await readSource('form.csv', Buffer.from(csv), { columns });
    expect(said(reading)).toEqual([
      {
        line: 2,
        fields: { sourceId: '1', email: 'work@a.example', name: 'Ada Lowe' },
        wishes: [],
        extra: { 'Your email': 'home@a.example' },
      },
    ]);
  });

  it('reads days first where the file shows that a spreadsheet has turned them round', async () => {
    const rows = ['3/4/2026 9:05', '28/5/2026 19:01', '31/2/2026 10:00', 'yesterday'];
    const reading = await read(
      `${BEGINNING}\n${rows.map((time, index) => `${index},,${time},a${index}@a.example,A`).join('\n')}\n`,
    );
    expect(reading.registrations.map(({ fields }) => fields.registeredAt)).toEqual([
      '2026-04-03T09:05:00',
      '2026-05-28T19:01:00',
      '31/2/2026 10:00',
      'yesterday',
    ]);
  });

  it('tells two forms apart, whose answers are both numbered from 1', async () => {
    const one = await read(`${BEGINNING},Organisation\n1,,,a@a.example,A,Fjord Labs\n`);
    const other = await read(`${BEGINNING},Tema 1. valg\n1,,,b@b.example,B,Arbeid\n`);
    expect(one.registrations[0]?.origin.shape).not.toBe(other.registrations[0]?.origin.shape);
  });

  it('does not claim a table that only looks a little like it', async () => {
    expect((await read('ID,Email,Name,Start time,Completion time\n1,a@a.example,A,,\n')).source).toBe(
      'table',
    );
  });
});
