import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attendeesFile } from '../../src/folder/attendees.ts';
import { attendee } from '../core/assign/small-instances.ts';
import { makeEventFolder, readFiles } from '../helpers/event-folder.ts';
import { documentOf, runCli } from '../helpers/run-cli.ts';

/** Six people in the small event, which has room for five at a time. */
const { path, content } = attendeesFile(
  Array.from({ length: 6 }, (_, index) =>
    attendee({
      id: `p${index}`,
      name: `Ann Lie ${index}`,
      code: `C${index}`,
      type: 'teacher',
      wishes: [['maths']],
    }),
  ),
);

async function plannedFolder(): Promise<string> {
  const root = await makeEventFolder({ [path]: content });
  await runCli(['assign'], { cwd: root });
  return root;
}

describe('sosent export report', () => {
  test('writes one page, the same on every run, and prints it', async () => {
    const root = await plannedFolder();
    const run = await runCli(['export', 'report'], { cwd: root });
    const page = await readFile(join(root, 'out', 'exports', 'report.html'), 'utf8');
    const printed = await runCli(['export', 'report', '--out', '-', '--format', 'html'], { cwd: root });

    expect([run.status, run.stdout.split('\n')[1]]).toEqual([
      0,
      `  ${join('out', 'exports', 'report.html')}  about people`,
    ]);
    expect(printed.stdout).toBe(page);
    expect(page).toContain('<bdi>Ann Lie 5</bdi>');
    // The plan and what `sosent check` says are in it.
    expect(page).toContain('SOS350');
    expect(page).toContain('fair: as few people as possible at the worst rank');
    expect(page).toContain('Nothing: these are the placements that were made.');
  });

  test('writes a shared version beside it, without names', async () => {
    const root = await plannedFolder();
    const run = await runCli(['export', 'report', '--shared', '--json'], { cwd: root });
    const files = await readFiles(join(root, 'out', 'exports'));

    expect(documentOf(run).result).toEqual({
      exports: ['report'],
      formats: ['html'],
      language: 'en',
      files: [join('out', 'exports', 'report-shared.html')],
      personal: [],
    });
    expect(Object.keys(files)).toEqual(['report-shared.html']);
    expect(files['report-shared.html']).not.toContain('Ann Lie');
  });

  test('says where the placements are not those that were made', async () => {
    const root = await plannedFolder();
    const plan = await readFile(join(root, 'data', 'plan.json'), 'utf8');
    await runCli(['assign', '--seed', 'another'], { cwd: root });
    const folder = await makeEventFolder({
      [path]: content.replace('Ann Lie 5', 'Ann Lia 5'),
      'data/plan.json': plan,
      'data/placements.csv': 'attendee,time_slot,session,how,rank\np1,1,maths-1,assigned,1\n',
    });
    const { stdout } = await runCli(['export', 'report', '--out', '-'], { cwd: folder });

    expect(stdout).toContain('<dd>the registrations, the placements, by hand.</dd>');
  });

  test.each([
    [['report', '--format', 'csv'], 'SOS580', 'The report is a page (HTML) and cannot be had as csv.'],
    [['summary', 'report', '--shared'], 'SOS580', 'The shared version of the report is written alone.'],
  ])('refuses %j', async (args, code, message) => {
    const run = await runCli(['export', ...args, '--json'], { cwd: await plannedFolder() });

    expect(run.status).toBe(2);
    expect(documentOf(run).problems).toMatchObject([{ code, message }]);
  });

  test('is not among the files of `all --shared`, whose exact figures would tell what it withholds', async () => {
    const root = await plannedFolder();
    const run = await runCli(['export', 'all', '--shared', '--json'], { cwd: root });

    expect(documentOf<{ exports: string[] }>(run).result.exports).not.toContain('report');
    expect(
      Object.keys(await readFiles(join(root, 'out', 'exports'))).filter((one) => /report/.test(one)),
    ).toEqual([]);
  });

  test('shares nothing of fewer than five people, and writes nothing then', async () => {
    const few = attendeesFile([attendee({ id: 'p1', name: 'Ann Lie', type: 'teacher' })]);
    const root = await makeEventFolder({ [few.path]: few.content });
    await runCli(['assign'], { cwd: root });
    const before = await readFiles(root);
    const run = await runCli(['export', 'report', '--shared'], { cwd: root });

    expect(run).toMatchObject({ status: 2, stdout: '' });
    expect(run.stderr).toContain('error SOS581');
    expect(await readFiles(root)).toEqual(before);
  });
});
