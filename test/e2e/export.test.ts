import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { makeEventFolder, readFiles } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';

const TWO = [
  attendee({ id: 'p1', name: 'Ann Lie' }),
  attendee({ id: 'p2', name: 'Bo Ås', status: 'cancelled' }),
];
const PLAN = `attendee,time_slot,session,how,rank
p1,1,music-1,assigned,
p1,2,maths-2,assigned,
p2,1,maths-1,assigned,
`;

function placedFolder(): Promise<string> {
  const { path, content } = attendeesFile(TWO);
  return makeEventFolder({ [path]: content, 'data/placements.csv': PLAN });
}

describe('sosent export', () => {
  test('writes exports in the formats asked for, says where, and nobody who has cancelled is in it', async () => {
    const root = await placedFolder();
    const run = await runCli(['export', 'delegations', 'rosters', 'summary', '--format', 'json,csv'], {
      cwd: root,
    });
    const files = await readFiles(join(root, 'out', 'exports'));

    expect(run.status).toBe(0);
    expect(run.stdout).toBe(
      `13 files written:
  ${join('out', 'exports', 'summary.csv')}
  ${join('out', 'exports', 'summary-sessions.csv')}
  ${join('out', 'exports', 'summary-mix.csv')}
  ${join('out', 'exports', 'summary-wishes.csv')}
  ${join('out', 'exports', 'summary-rules.csv')}
  ${join('out', 'exports', 'summary.json')}
  ${join('out', 'exports', 'rosters.csv')}               about people
  ${join('out', 'exports', 'rosters.json')}              about people
  ${join('out', 'exports', 'delegations.csv')}           about people
  ${join('out', 'exports', 'delegations-coverage.csv')}  about people
  ${join('out', 'exports', 'delegations-people.csv')}    about people
  ${join('out', 'exports', 'delegations-needs.csv')}     about people
  ${join('out', 'exports', 'delegations.json')}          about people
Give what is about people to those who need it only; --shared writes the rest alone.
`,
    );
    expect(Object.keys(files)).toHaveLength(13);
    expect(Object.values(files).filter((content) => content.includes('Bo Ås'))).toEqual([]);
    expect(files['rosters.csv']).toBe(
      '\ufefftime_slot,date,start,end,session,title,theme,room,number,state,name,organisation,unit,type,role,language,accessibility,how,rank,code\n' +
        '1,2026-03-12,09:00,09:45,music-1,Music,music,Attic,1,seated,Ann Lie,,,,,en,,assigned,,P1\n' +
        '2,2026-03-12,10:00,10:45,maths-2,Mathematics,maths,Hall,1,seated,Ann Lie,,,,,en,,assigned,,P1\n',
    );
    // The plan still seats somebody who has cancelled since.
    expect(run.stderr).toContain('warning SOS356');
  });

  test('prints one file to standard output for a script, and writes nothing', async () => {
    const root = await placedFolder();
    const before = await readFiles(root);
    const json = await runCli(['export', 'rosters', '--format', 'json', '--out', '-'], { cwd: root });
    const csv = await runCli(['export', 'rosters', '--delimiter', 'semicolon', '--out', '-'], { cwd: root });

    expect(JSON.parse(json.stdout)).toMatchObject({
      format: 1,
      export: 'rosters',
      event: 'teachers-day',
      tables: { rosters: [{ name: 'Ann Lie', session: 'music-1' }, { session: 'maths-2' }] },
    });
    expect(csv.stdout.split('\n')[0]).toMatch(/^time_slot;date;start;end;session;/);
    expect(await readFiles(root)).toEqual(before);
  });

  test('is the same bytes on every run', async () => {
    const root = await placedFolder();
    await runCli(['export', 'all', '--format', 'csv,json'], { cwd: root });
    const first = await readFiles(root);
    await runCli(['export', 'all', '--format', 'json,csv'], { cwd: root });

    expect(await readFiles(root)).toEqual(first);
  });

  test.each([
    [['export', 'roster'], 'SOS551', 'There is no export "roster".'],
    [['export', 'all', '--format', 'docx'], 'SOS551', 'There is no format "docx".'],
    [
      ['export', 'summary', '--format', 'xlsx', '--out', '-'],
      'SOS101',
      'summary.xlsx is no text, so that standard output does not take it.',
    ],
    [['export', 'changes'], 'SOS553', 'No plan is published, so that there are no changes since.'],
    [['export', 'all', '--language', 'fr'], 'SOS101', 'The event does not speak "fr".'],
    [['export', 'all', '--delimiter', 'tab'], 'SOS101', '"tab" is no delimiter.'],
    [['export', 'summary', '--out', '-'], 'SOS101', 'Standard output takes one file, and this would be 5.'],
  ])('refuses %j', async (args, code, message) => {
    const run = await runCli([...args, '--json'], { cwd: await placedFolder() });

    expect(run.status).toBe(2);
    expect(documentOf(run).problems).toMatchObject([{ code, message }]);
  });

  test('asks for a plan first', async () => {
    const { path, content } = attendeesFile(TWO);
    const run = await runCli(['export', 'all'], { cwd: await makeEventFolder({ [path]: content }) });

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toBe(`error SOS550  Nobody has a place yet, so there is nothing to export.
  hint: Run \`sosent assign\` first.
`);
  });

  test('where a file cannot be written, the files of an earlier run stay', async () => {
    const root = await placedFolder();
    await runCli(['export', 'rosters'], { cwd: root });
    const earlier = await readFile(join(root, 'out', 'exports', 'rosters.csv'), 'utf8');
    const run = await runCli(['export', 'rosters', '--out', 'sosent.yaml'], { cwd: root });

    expect(run.status).toBe(4);
    expect(run.stderr).toContain('SOS104');
    expect(await readFile(join(root, 'out', 'exports', 'rosters.csv'), 'utf8')).toBe(earlier);
  });
});
