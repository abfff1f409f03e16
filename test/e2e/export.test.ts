import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attendeesFile, readAttendees } from '../../src/folder/attendees.ts';
import { openEvent } from '../../src/folder/event-folder.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { makeEventFolder, readFiles, writeFiles } from '../helpers/event-folder.ts';
import { HAS_POPPLER, pageSizes, textOfPages } from '../helpers/print-tools.ts';
import { readCalendar } from '../helpers/read-calendar.ts';
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

describe('sosent export --out', () => {
  test.each(['data', join('data', 'lists'), 'templates', join('..', 'DATA'), join('..', 'link')])(
    '%s: no list of attendees replaces that of the event',
    async (out) => {
      const root = await placedFolder();
      await symlink('data', join(root, 'link'));
      const cwd = out.startsWith('..') ? join(root, 'data') : root;
      const before = await readdir(root, { recursive: true });
      const run = await runCli(['export', 'all', '--format', 'csv', '--out', out], { cwd });

      expect(run.stderr).toMatch(/^error SOS106 {2}--out leads into (data|templates)\/ of the event folder/);
      expect([run.status, run.stdout]).toEqual([3, '']);
      expect(await readdir(root, { recursive: true })).toEqual(before);
    },
  );
});

test('where one of several files cannot be written, those before it are not denied', async () => {
  const root = await placedFolder();
  await mkdir(join(root, 'lists', 'rosters.csv'), { recursive: true });
  const run = await runCli(['export', 'programme', 'rosters', '--out', 'lists'], { cwd: root });

  expect(run.status).toBe(4);
  expect(run.stderr.replace(/\s+/g, ' ')).toContain(
    'it is a folder. The files before it were written; this one and those after it were not.',
  );
  expect((await readdir(join(root, 'lists'))).sort()).toEqual(['programme.csv', 'rosters.csv']);
});

test('--out with nothing, as a script with an unset variable has it, fills no folder', async () => {
  const root = await placedFolder();
  const run = await runCli(['export', 'rosters', '--out', ''], { cwd: root });

  expect([run.status, run.stderr.split('\n')[0]]).toEqual([2, 'error SOS101  --out names no folder.']);
});

test.runIf(process.platform === 'linux')(
  'a place where no folder can be is told and not tried for ever',
  async () => {
    const root = await placedFolder();
    const run = await runCli(['export', 'rosters', '--out', '/proc/lists/of-the-day'], { cwd: root });

    expect(run.stderr).toMatch(/^error SOS104 {2}Cannot write \/proc\/lists/);
    expect(run.status).toBe(4);
  },
);

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

  test('writes the whole set with a page that links every file and says what it holds', async () => {
    const root = await placedFolder();
    const run = documentOf(await runCli(['export', 'all', '--json'], { cwd: root }));
    const files = Object.keys(await readFiles(join(root, 'out', 'exports')));
    const page = await readFile(join(root, 'out', 'exports', 'index.html'), 'utf8');
    const links = [...page.matchAll(/<a href="([^"]+)">/g)].map(([, href]) => decodeURIComponent(href ?? ''));
    const linked = files.map((file) => file.replace(/^calendars\/.*/, 'calendars/'));

    expect(links.toSorted()).toEqual(linked.filter((file) => file !== 'index.html').toSorted());
    expect(page).toContain('<div class="holds">numbers only</div>');
    expect(page).toContain('<div class="holds personal">names with diets or needs of access</div>');
    expect(run.result).toMatchObject({
      files: expect.arrayContaining([join('out', 'exports', 'index.html')]),
      personal: expect.arrayContaining([join('out', 'exports', 'attendees.xlsx')]),
    });
  });

  test('--shared writes only what says nothing about people, and refuses what is about them', async () => {
    const root = await placedFolder();
    const all = await runCli(['export', '--shared', '--format', 'csv,md', '--out', 'shared'], { cwd: root });
    const one = await runCli(['export', 'rosters', '--shared', '--out', 'shared', '--json'], { cwd: root });
    const files = await readFiles(join(root, 'shared'));

    expect(all.status).toBe(0);
    expect(Object.keys(files)).toEqual([
      'index.html',
      'programme.csv',
      'programme.md',
      'rooms-door-signs.md',
      'summary-mix.csv',
      'summary-rules.csv',
      'summary-sessions.csv',
      'summary-wishes.csv',
      'summary.csv',
      'summary.md',
    ]);
    expect(Object.values(files).filter((content) => content.includes('Ann Lie'))).toEqual([]);
    expect(documentOf(one)).toMatchObject({ exit: 3, problems: [{ code: 'SOS552' }] });
  });

  test('names who has which diet only where that is asked for', async () => {
    const people = [attendee({ id: 'p1', name: 'Ann Lie', dietary: 'Vegan' })];
    const { path, content } = attendeesFile(people);
    const root = await makeEventFolder({ [path]: content, 'data/placements.csv': PLAN });
    await runCli(['export', 'catering', '--format', 'csv,md', '--out', 'without'], { cwd: root });
    await runCli(['export', 'catering', '--format', 'csv,md', '--out', 'with', '--with-names'], {
      cwd: root,
    });
    const holders = Object.entries(await readFiles(root)).filter(
      ([file, text]) => /^with(out)?\//.test(file) && text.includes('Ann Lie'),
    );

    expect(holders.map(([file]) => file)).toEqual(['with/catering-names.csv', 'with/catering.md']);
  });

  test('tells changes once a plan is published', async () => {
    const root = await placedFolder();
    await writeFiles(root, { 'data/published.csv': PLAN.replace('maths-2', 'music-2') });
    const run = await runCli(['export', 'changes', '--out', '-'], { cwd: root });

    expect(run.stdout.split('\n')[1]).toBe(
      'moved,Ann Lie,P1,,p1@example.org,,2,2026-03-12,10:00,music-2,Music,Attic,no,maths-2,Mathematics,Hall,no',
    );
  });

  test('takes the documents of the organiser, and tells the line of a mistake in them', async () => {
    const root = await placedFolder();
    const own = 'templates/exports/document.html.hbs';
    await writeFiles(root, { [own]: '<h1>{{title}}, our way</h1>' });
    const run = await runCli(['export', 'rooms', '--format', 'html', '--out', 'mine'], { cwd: root });
    await writeFiles(root, { [own]: '<h1>\n{{titel}}</h1>' });
    const wrong = await runCli(['export', 'rooms', '--format', 'html', '--out', 'mine', '--json'], {
      cwd: root,
    });

    expect(run.status).toBe(0);
    expect(await readFile(join(root, 'mine', 'rooms.html'), 'utf8')).toBe('<h1>Rooms, our way</h1>');
    expect(documentOf(wrong)).toMatchObject({
      exit: 2,
      problems: [{ code: 'SOS502', location: { file: own, line: 2 } }],
    });
  });

  test('tells of signs that no font has, where a PDF is made', async () => {
    const people = [attendee({ id: 'p1', name: 'Ann \u{10FFFD} Lie' })];
    const { path, content } = attendeesFile(people);
    const root = await makeEventFolder({ [path]: content, 'data/placements.csv': PLAN });
    const printed = await runCli(['export', 'rosters', '--format', 'pdf', '--json'], { cwd: root });
    const read = await runCli(['export', 'rosters', '--format', 'html', '--json'], { cwd: root });
    const codes = [printed, read].map((run) => documentOf(run).problems.map((one) => one['code']));

    // The plan also seats somebody who is not in the list any more.
    expect(codes.map((some) => some.includes('SOS509'))).toEqual([true, false]);
  });

  test.skipIf(!HAS_POPPLER)('prints a sheet to sign as a PDF of A4 pages', async () => {
    const root = await placedFolder();
    await runCli(['export', 'sign-in', '--format', 'pdf'], { cwd: root });
    const pdf = join(root, 'out', 'exports', 'sign-in.pdf');
    const pages = textOfPages(pdf, 'reading');

    expect(pageSizes(pdf).map((size) => size.map(Math.round))).toEqual([
      [210, 297],
      [210, 297],
      [210, 297],
      [210, 297],
    ]);
    expect(pages[0]).toMatch(/Mathematics\s+09:00–09:45, Hall\. 0 people are expected\./);
    expect(pages[1]).toMatch(/Signature\s+1\s+Ann Lie\s+Others who came/);
    expect(pages.every((text) => text.includes('Holds personal data.'))).toBe(true);
  });

  test('is the same bytes on every run', async () => {
    const root = await placedFolder();
    await runCli(['export', 'all', '--format', 'csv,json,ics'], { cwd: root });
    const first = await readFiles(root);
    await runCli(['export', 'all', '--format', 'ics,json,csv'], { cwd: root });

    expect(await readFiles(root)).toEqual(first);
  });

  test('writes each export in its usual formats where nothing is said, and only calendars as such', async () => {
    const root = await placedFolder();
    const all = documentOf(await runCli(['export', '--json'], { cwd: root })).result;
    const ics = await runCli(['export', '--format', 'ics'], { cwd: root });

    expect(all).toMatchObject({
      exports: expect.arrayContaining([
        'summary',
        'programme',
        'rosters',
        'delegations',
        'calendars',
        'report',
      ]),
      formats: ['csv', 'xlsx', 'html', 'pdf', 'ics'],
    });
    expect(ics.stdout).toBe(`3 files written:
  ${join('out', 'exports', 'index.html')}  links them all
  ${join('out', 'exports', 'programme.ics')}
  ${join('out', 'exports', 'calendars')}/ (1 file)  about people
Give what is about people to those who need it only; --shared writes the rest alone.
`);
    const calendar = await readFile(join(root, 'out', 'exports', 'calendars', 'P1.ics'), 'utf8');
    expect(readCalendar(calendar).entries).toMatchObject([
      { title: 'Music', start: '2026-03-12T08:00:00.000Z', sequence: 0, stamp: '2026-03-12T00:00:00.000Z' },
      { title: 'Mathematics', start: '2026-03-12T09:00:00.000Z' },
    ]);
  });

  test('makes calendars anew, so that nobody keeps one without a seat; a place of your own keeps what lies there', async () => {
    const root = await placedFolder();
    const old = { 'out/exports/calendars/GONE.ics': 'old', 'mine/calendars/GONE.ics': 'old' };
    await writeFiles(root, old);
    await runCli(['export', 'calendars'], { cwd: root });
    await runCli(['export', 'calendars', '--out', 'mine'], { cwd: root });

    const files = Object.keys(await readFiles(root)).filter((path) => path.endsWith('.ics'));
    expect(files).toEqual([
      'mine/calendars/GONE.ics',
      'mine/calendars/P1.ics',
      'out/exports/calendars/P1.ics',
    ]);
  });

  test.each(['attendees.csv', 'attendees.xlsx'])(
    '%s is imported again as it was, formulas and all',
    async (file) => {
      const names = ['=HYPERLINK("http://x.example")', "'=1+1", '-Per Lie', '@Åse', "O'Neil"];
      const people = names.map((name, index) =>
        attendee({ id: `p${index}`, code: `P${index}`, name, organisation: '+org', phone: '+4791234567' }),
      );
      const { path, content } = attendeesFile(people);
      const plan = 'attendee,time_slot,session,how,rank\n';
      const root = await makeEventFolder({ [path]: content, 'data/placements.csv': plan });
      await runCli(['export', 'attendees', '--format', 'csv,xlsx'], { cwd: root });
      const fresh = await makeEventFolder({});
      await runCli(['import', join(root, 'out', 'exports', file)], { cwd: fresh });
      const { value } = await readAttendees(await openEvent({ cwd: fresh, eventPath: undefined }));
      expect(Array.from(value, (one) => [one.name, one.organisation, one.phone]).sort()).toEqual(
        names.map((name) => [name, '+org', '+4791234567']).sort(),
      );
    },
  );

  test('makes the whole set anew, so that no list of people who are gone stays; one of its formats only adds to it', async () => {
    const root = await placedFolder();
    const old = { 'out/exports/delegation-gone.pdf': 'old', 'mine/delegation-gone.pdf': 'old' };
    await writeFiles(root, old);
    const gone = async (): Promise<readonly string[]> =>
      Object.keys(await readFiles(root)).filter((path) => path.endsWith('gone.pdf'));
    await runCli(['export', '--format', 'csv'], { cwd: root });
    expect(await gone()).toEqual(['mine/delegation-gone.pdf', 'out/exports/delegation-gone.pdf']);
    await runCli(['export', 'all', '--out', 'mine'], { cwd: root });
    await runCli(['export', 'all'], { cwd: root });
    expect(await gone()).toEqual(['mine/delegation-gone.pdf']);
  });

  test('a calendar grows in sequence with each plan that is made', async () => {
    const root = await placedFolder();
    const lines = ['2026-03-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z'].map((at) =>
      JSON.stringify({ at, command: 'assign' }),
    );
    await writeFiles(root, { 'data/history.jsonl': `${lines.join('\n')}\n` });
    const run = await runCli(['export', 'programme', '--format', 'ics', '--out', '-'], { cwd: root });

    expect(run.stdout.endsWith('END:VCALENDAR\r\n')).toBe(true);
    const { entries } = readCalendar(run.stdout);
    expect(new Set(entries.map(({ sequence, stamp }) => `${sequence} ${stamp}`))).toEqual(
      new Set(['1 2026-03-02T10:00:00.000Z']),
    );
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
    [['export', 'rosters', '--format', 'ics'], 'SOS640', 'The export "rosters" cannot be had as ics.'],
    [
      ['export', 'calendars', '--format', 'csv,json'],
      'SOS640',
      'The export "calendars" cannot be had as csv,json.',
    ],
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
    await writeFile(join(root, 'data.csv'), '');
    const run = await runCli(['export', 'rosters', '--out', 'data.csv'], { cwd: root });

    expect(run.status).toBe(4);
    expect(run.stderr).toContain('SOS104');
    expect(await readFile(join(root, 'out', 'exports', 'rosters.csv'), 'utf8')).toBe(earlier);
  });
});
