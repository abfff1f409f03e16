import { expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { makeEventFolder, makeFolder, SMALL_EVENT } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';

const { path, content } = attendeesFile([
  attendee({ id: 'p1', name: 'Ann Lie', code: 'ANN1', type: 'teacher' }),
]);
const MAILS = `emails:
  from: Office <office@example.org>
  mailings: [{ id: your-sessions, subject: Your sessions }]
`;
const FOLDER = {
  'sosent.yaml': `${SMALL_EVENT}${MAILS}`,
  [path]: content,
  'data/placements.csv':
    'attendee,time_slot,session,how,rank\np1,1,music-1,assigned,\np1,2,maths-2,assigned,\n',
  'list.csv': 'Name;Email\nBo Ås;bo@example.org\n',
};

/** A command line for every command, that works in the folder above. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  init: ['init', 'new', '--title', 'New', '--date', '2026-03-12'],
  import: ['import', 'list.csv'],
  check: ['check'],
  status: ['status'],
  assign: ['assign'],
  explain: ['explain', 'music-1'],
  badges: ['badges'],
  emails: ['emails'],
  export: ['export', 'all'],
};
const commands = createProgram(async () => undefined).commands.map((one) => one.name());

test('every command is among those that are tried here', () => {
  expect(Object.keys(LINES).sort()).toEqual(commands.filter((name) => name !== 'help').sort());
});

test.each(Object.entries(LINES))(
  'sosent %s --json prints one document and nothing else',
  async (name, args) => {
    const run = await runCli([...args, '--json'], { cwd: await makeEventFolder(FOLDER) });

    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 0, stderr: '' });
    expect(documentOf(run)).toMatchObject({
      format: 1,
      command: expect.stringMatching(new RegExp(`^${name}`)),
      ok: true,
      exit: 0,
      result: expect.any(Object),
    });
  },
);

test.each(Object.entries(LINES).filter(([name]) => name !== 'init'))(
  'sosent %s --json prints one document where there is no event folder',
  async (name, args) => {
    const run = await runCli([...args, '--json'], { cwd: await makeFolder() });

    expect({ status: run.status, stderr: run.stderr }).toEqual({ status: 2, stderr: '' });
    expect(documentOf(run)).toMatchObject({
      command: expect.stringMatching(new RegExp(`^${name}`)),
      ok: false,
      exit: 2,
      problems: [{ code: 'SOS102' }],
      result: null,
    });
  },
);
