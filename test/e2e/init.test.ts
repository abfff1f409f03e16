import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, readFiles } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';

let cwd: string;
beforeEach(async () => {
  cwd = await makeFolder();
});

const init = (...args: string[]) =>
  runCli(['init', ...args], { cwd, env: { SOSENT_NOW: '2027-01-01T12:00:00Z' } });
const check = (folder: string) => runCli(['check', '--event', folder], { cwd });

describe('sosent init <folder>', () => {
  it('makes a folder that passes check, and says what to do next', async () => {
    const run = await init(
      'teachers-day',
      '--title',
      "Teachers' day: 2027",
      '--date',
      '2027-03-12',
      '--language',
      'en',
    );
    expect(run).toEqual({
      status: 0,
      signal: null,
      stderr: '',
      stdout: `Made an event folder in teachers-day:
  sosent.yaml
  data/pins.csv
  .gitignore

Next: edit sosent.yaml, then
  cd teachers-day
  sosent check
  sosent import <your registrations.csv>
`,
    });
    const files = await readFiles(join(cwd, 'teachers-day'));
    expect(Object.keys(files)).toEqual(['.gitignore', 'data/pins.csv', 'sosent.yaml']);
    expect(files['data/pins.csv']).toBe('attendee,session,kind,reason\n');
    expect(files['.gitignore']).toContain('\nout/\n');
    expect(files['sosent.yaml']).toContain('\n  title: "Teachers\' day: 2027"\n  date: 2027-03-12\n');
    expect(files['sosent.yaml']).toContain('\n  languages: [en, nb]\n');
    expect(await check('teachers-day')).toMatchObject({ status: 0, stdout: 'No problems found.\n' });
  });

  it('takes the title from the folder and a day in two months where nobody can be asked', async () => {
    expect(await init('spring-meeting')).toMatchObject({ status: 0 });
    const text = await readFile(join(cwd, 'spring-meeting/sosent.yaml'), 'utf8');
    expect(text).toContain('\n  title: Spring meeting\n  date: 2027-03-02\n');
    expect(text).toContain('\n  id: spring-meeting\n');
  });

  it('makes the event in the folder one stands in', async () => {
    const run = await init('--title', 'Here');
    expect(run).toMatchObject({ status: 0, stdout: expect.not.stringContaining('  cd ') });
    expect(await check('.')).toMatchObject({ status: 0 });
  });

  it.each([
    'Title: with a colon # and a hash',
    '"quoted" \'twice\'',
    '- a list?',
    '2027',
    'yes & *no @ %',
    '{{event.title}} {braces} [brackets]',
    '=1+1',
    'Lærerdagen 教師 مرحبا \u202e',
    '\u001b[31mred',
    '???',
  ])('takes any title as a text: %j', async (title) => {
    expect(await init('event', '--title', title)).toMatchObject({ status: 0, stderr: '' });
    expect(await check('event')).toMatchObject({ status: 0, stderr: '' });
  });

  it('never replaces anything', async () => {
    await init('event');
    const before = await readFiles(join(cwd, 'event'));
    const again = await init('event', '--yes', '--title', 'Another');
    expect(again).toMatchObject({
      status: 3,
      stdout: '',
      stderr: `error SOS106  event is an event folder already. Nothing was changed.
  hint: Name another folder: sosent init <folder>.
`,
    });
    expect(await readFiles(join(cwd, 'event'))).toEqual(before);
  });

  it('refuses where pins of somebody lie, and leaves them alone', async () => {
    await mkdir(join(cwd, 'data'));
    await writeFile(join(cwd, 'data/pins.csv'), 'mine');
    expect(await init()).toMatchObject({ status: 3, stderr: expect.stringContaining('data/pins.csv') });
    expect(await readFiles(cwd)).toEqual({ 'data/pins.csv': 'mine' });
  });

  it('keeps a .gitignore that is there and says so', async () => {
    await writeFile(join(cwd, '.gitignore'), 'mine\n');
    const run = await init('--title', 'Here');
    expect(run).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('hint SOS110  .gitignore was there'),
    });
    expect(await readFile(join(cwd, '.gitignore'), 'utf8')).toBe('mine\n');
  });

  it('speaks of a file that is in the way of the folder', async () => {
    await writeFile(join(cwd, 'taken'), '');
    const run = await init('taken');
    expect(run).toMatchObject({
      status: 4,
      stderr: expect.stringMatching(/^error SOS104 {2}Cannot write taken/),
    });
  });

  it.skipIf(process.getuid?.() === 0)('leaves nothing behind where it may not write', async () => {
    await chmod(cwd, 0o500);
    expect(await init('event')).toMatchObject({ status: 4, stderr: expect.stringContaining('SOS104') });
    await chmod(cwd, 0o700);
    expect(await readFiles(cwd)).toEqual({});
  });

  it.each(['2027-02-30', '2027', '12.3.2027', 'tomorrow', ''])('refuses the day %j', async (date) => {
    const run = await init('event', '--date', date);
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('is not a day of the calendar') });
    expect(await readFiles(cwd)).toEqual({});
  });

  it('refuses an empty title and a language that it does not speak', async () => {
    expect(await init('--title', ' ')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('SOS101'),
    });
    expect(await init('--language', 'de')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('nb, en'),
    });
    expect(await readFiles(cwd)).toEqual({});
  });

  it('prints one document with --json', async () => {
    const document = documentOf(await init('event', '--json'));
    expect(document).toMatchObject({
      command: 'init',
      ok: true,
      exit: 0,
      problems: [],
      result: { from: null, kept: [], written: ['sosent.yaml', 'data/pins.csv', '.gitignore'] },
    });
    expect(documentOf(await init('event', '--json'))).toMatchObject({ ok: false, exit: 3, result: null });
  });
});

describe('sosent init --from <example>', () => {
  it.each(['sosent-2016', 'teachers-day'])('copies %s without what its test expects', async (name) => {
    expect(await init('copy', '--from', name)).toMatchObject({ status: 0, stderr: '' });
    const files = Object.keys(await readFiles(join(cwd, 'copy')));
    expect(files.filter((path) => path.startsWith('expected'))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(['.gitignore', 'README.md', 'data/pins.csv', 'sosent.yaml']),
    );
    expect(await check('copy')).toMatchObject({ status: 0 });
  });

  it('copies bytes: Windows-1252 stays Windows-1252', async () => {
    await init('copy', '--from', 'sosent-2016');
    const path = 'registrations/pamelding-kommune.csv';
    const original = await readFile(new URL(`../../examples/sosent-2016/${path}`, import.meta.url));
    expect((await readFile(join(cwd, 'copy', path))).equals(original)).toBe(true);
    expect(original.includes(Buffer.from([0xf8]))).toBe(true);
  });

  it('says which examples there are, and names all of them in its help', async () => {
    expect(await init('copy', '--from', 'sosent')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('The examples are: sosent-2016, teachers-day.'),
    });
    expect((await init('--help')).stdout).toContain('sosent-2016, teachers-day');
  });

  it('does not mix an example with facts of one’s own', async () => {
    const run = await init('copy', '--from', 'teachers-day', '--title', 'Mine');
    expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('SOS101') });
  });
});
